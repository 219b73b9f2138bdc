"""The command line."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 all read, 1 some rejected, 2 nothing done."""
    args = _parser().parse_args(argv)
    try:
        return int(args.command(args))
    except BrokenPipeError:  # `trich schema | head`
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        print("\ntrich: stopped; the same command goes on from here", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    from trich import __version__

    parser = argparse.ArgumentParser(
        prog="trich",
        description="Normalized records from Vietnamese official text: persons, organizations, "
        "dates, decrees and indicators, each tied to its exact characters.",
    )
    parser.add_argument("--version", action="version", version=f"trich {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    extract = commands.add_parser(
        "extract",
        help="read files and write their records",
        description="Read text, HTML, Word and PDF files, tables of texts (JSONL, JSON, CSV, "
        "Parquet), crawls (WARC) and archives of them, in any encoding of Vietnamese, and write "
        "records.jsonl, articles.jsonl, rejects.jsonl and one CSV a kind into DIR. "
        "Exit status: 0 all read, 1 some inputs rejected (see rejects.jsonl), 2 nothing read.",
    )
    extract.add_argument(
        "inputs", nargs="+", metavar="INPUT", help="a file, a folder, a glob, or - for stdin"
    )
    extract.add_argument(
        "-o", "--out", required=True, metavar="DIR", help="the folder to write into"
    )
    extract.add_argument(
        "--engine", choices=("serial", "process", "dask"), help="default: by the size of the input"
    )
    extract.add_argument("--workers", type=_positive, metavar="N", help="default: one a core")
    extract.add_argument(
        "--scheduler", metavar="ADDRESS", help="a running Dask scheduler, with --engine dask"
    )
    extract.add_argument(
        "--published",
        type=_day,
        metavar="DATE",
        help="publication date (2024-01-30) of articles that state none",
    )
    extract.add_argument(
        "--map",
        type=_columns,
        metavar="FIELD=COLUMN,...",
        help="which columns of tables are the text, title, published, url and id, where their "
        "names do not tell: text='Nội dung',published='Ngày'",
    )
    extract.add_argument(
        "--overwrite",
        action="store_true",
        help="redo everything, also over files that no run of trich wrote",
    )
    extract.add_argument(
        "--sentences", action="store_true", help="also write sentences.jsonl: sentences and words"
    )
    extract.add_argument(
        "--parquet", action="store_true", help="also write parquet/*.parquet (extra: duckdb)"
    )
    extract.add_argument(
        "--duckdb", action="store_true", help="also write trich.duckdb (extra: duckdb)"
    )
    extract.add_argument(
        "--blocks",
        type=_blocks,
        metavar="KIND,...",
        help="write only the records in these blocks: title,dateline,lead,body,caption,sidebar,"
        "boilerplate",
    )
    extract.set_defaults(command=_extract)

    evaluate = commands.add_parser(
        "evaluate",
        help="score records against gold",
        description="Score records against gold: one JSONL file each, or two folders paired by "
        "name; RECORDS may also be the folder that an extract wrote.",
    )
    evaluate.add_argument("gold", metavar="GOLD")
    evaluate.add_argument("records", metavar="RECORDS")
    evaluate.add_argument("--json", action="store_true", help="print JSON instead of a table")
    evaluate.add_argument("--rules", action="store_true", help="also print what each rule got")
    evaluate.add_argument("--show", metavar="KIND", help="also print each error of this kind")
    evaluate.add_argument(
        "--html",
        metavar="FILE",
        help="write a page with gold and found side by side (RECORDS is an extract's folder)",
    )
    evaluate.set_defaults(command=_evaluate)

    report = commands.add_parser(
        "report",
        help="write pages to read the records in",
        description="Write DIR/report/, a static site over the folder DIR that an extract wrote: "
        "articles with their records marked, people, bodies, documents and indicators, search. "
        "It opens from the file system, without a server or a network.",
    )
    report.add_argument("dir", metavar="DIR")
    report.set_defaults(command=_report)

    export = commands.add_parser(
        "export",
        help="write an extract's records in another tool's form",
        description="Write the articles and records of DIR, the folder an extract wrote, for "
        "another tool: spacy (a DocBin file), conll (one CoNLL-U Plus file), brat (a folder), "
        "labelstudio (tasks with pre-annotations, and the labelling interface beside them), "
        "webannotation (a folder of W3C Web Annotation pages).",
    )
    export.add_argument("dir", metavar="DIR")
    export.add_argument(
        "--to",
        required=True,
        choices=("spacy", "conll", "brat", "labelstudio", "webannotation"),
        help="the form",
    )
    export.add_argument(
        "-o", "--out", required=True, metavar="PATH", help="the file or folder to write"
    )
    export.set_defaults(command=_export)

    bring = commands.add_parser(
        "import",
        help="read corrected annotations back as gold",
        description="Read work that people corrected (a brat folder, a JSON export of Label "
        "Studio, a CoNLL file that `trich export` wrote) and write it as gold, one JSONL file "
        "an article, for `trich evaluate`.",
    )
    bring.add_argument("source", metavar="SOURCE")
    bring.add_argument(
        "--from", dest="form", required=True, choices=("brat", "labelstudio", "conll"),
        help="the form",
    )  # fmt: skip
    bring.add_argument(
        "-o", "--out", required=True, metavar="GOLD", help="the folder to write into"
    )
    bring.set_defaults(command=_import)

    schema = commands.add_parser(
        "schema", help="print the JSON Schema of a record", description=_schema.__doc__
    )
    schema.add_argument(
        "--fields", action="store_true", help="print the dictionary of fields, as Markdown"
    )
    schema.set_defaults(command=_schema)
    return parser


def _positive(text: str) -> int:
    n = int(text)
    if n < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return n


def _blocks(text: str) -> frozenset[str]:
    from typing import get_args

    from trich.article import BlockKind

    known = get_args(BlockKind)
    kinds = frozenset(filter(None, (kind.strip() for kind in text.split(","))))
    if not kinds or not kinds <= set(known):
        wrong = ", ".join(sorted(kinds - set(known))) or "nothing"
        raise argparse.ArgumentTypeError(f"{wrong}: not among {', '.join(known)}")
    return kinds


def _day(text: str) -> str:
    from datetime import datetime

    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no ISO date such as 2024-01-30") from None
    return text


def _columns(text: str) -> dict[str, str]:
    from trich.read import parse_map

    try:
        return parse_map(text)
    except ValueError as e:
        raise argparse.ArgumentTypeError(str(e)) from None


def _extract(args: argparse.Namespace) -> int:
    from trich.run import Unusable, run

    began = time.perf_counter()
    bar = None

    def progress(done: int, of: int) -> None:
        nonlocal bar
        if bar is None and sys.stderr.isatty():
            from tqdm import tqdm

            bar = tqdm(total=of, unit="shard", desc="trich", leave=False)
        if bar is not None:
            bar.update(done - bar.n)

    try:
        summary = run(
            args.inputs,
            args.out,
            engine=args.engine,
            workers=args.workers,
            scheduler=args.scheduler,
            published=args.published,
            overwrite=args.overwrite,
            sentences=args.sentences,
            blocks=args.blocks,
            parquet=args.parquet,
            duckdb=args.duckdb,
            columns=args.map,
            progress=progress,
        )
    except Unusable as e:
        print(f"trich: {e}", file=sys.stderr)
        return 2
    except OSError as e:  # a full disk, a folder taken away: what is done stays done
        print(f"trich: {e}; the same command goes on from here", file=sys.stderr)
        return 2
    finally:
        if bar is not None:
            bar.close()
    seconds = time.perf_counter() - began
    print(
        f"{summary.articles} articles, {summary.characters:,} characters in {seconds:.1f} s "
        f"-> {args.out}"
    )
    for kind, n in summary.kinds.most_common():
        print(f"  {kind:<14}{n:>9,}")
    if summary.undated:
        print(
            f"{summary.undated} rows have no date where one was looked for, and are read without "
            f"(`repairs` in {args.out}/articles.jsonl says why)", file=sys.stderr,
        )  # fmt: skip
    for reject in summary.rejects[:10]:
        line = f":{reject.line}" if reject.line else ""
        print(f"rejected {reject.source}{line}: {reject.reason}", file=sys.stderr)
    if len(summary.rejects) > 10:
        more = len(summary.rejects) - 10
        print(f"and {more} more: see {args.out}/rejects.jsonl", file=sys.stderr)
    if not summary.articles:
        return 2 if summary.rejects else 0
    return 1 if summary.rejects else 0


def _evaluate(args: argparse.Namespace) -> int:
    from trich import evaluate

    try:
        result = evaluate.evaluate(args.gold, args.records)
        if args.html:
            from trich import compare

            compare.write(args.gold, args.records, args.html)
    except evaluate.Unusable as e:
        print(f"trich: {e}", file=sys.stderr)
        return 2
    if result.without:
        names = ", ".join(result.without[:5]) + (", ..." if len(result.without) > 5 else "")
        n, of = len(result.without), len(result.articles)
        print(f"trich: no record of {n} of {of} articles of the gold: {names}", file=sys.stderr)
    if args.json:
        print(json.dumps(result.as_dict(), ensure_ascii=False, indent=2))
    else:
        print(result.table())
        if args.rules:
            print(result.rules())
        if args.show:
            print(result.errors(args.show))
    return 0


def _report(args: argparse.Namespace) -> int:
    from trich import report

    try:
        page = report.write(args.dir)
    except report.Unusable as e:
        print(f"trich: {e}", file=sys.stderr)
        return 2
    print(page)
    return 0


def _export(args: argparse.Namespace) -> int:
    from trich import exchange

    return _exchanged(args.out, lambda: exchange.export(args.dir, args.to, args.out))


def _import(args: argparse.Namespace) -> int:
    from trich import exchange

    return _exchanged(args.out, lambda: exchange.bring(args.source, args.form, args.out))


def _exchanged(out: str, work: Callable[[], int]) -> int:
    from trich.exchange import Unreadable

    try:
        count = work()
    except Unreadable as e:
        print(f"trich: {e}", file=sys.stderr)
        return 2
    print(f"{count} articles -> {out}")
    return 0


def _schema(args: argparse.Namespace) -> int:
    """Print the JSON Schema of one line of records.jsonl."""
    if args.fields:
        from trich.dictionary import markdown

        print(markdown(), end="")
        return 0
    from trich.records import schema

    print(json.dumps(schema(), ensure_ascii=False, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
