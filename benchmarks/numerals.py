"""Numbers in words: our round trip, and what num2words and text2num make of Vietnamese.

    python benchmarks/numerals.py [--numbers N] [--seed S]

num2words writes numbers in Vietnamese; what it writes is compared with what is said (the table
below) and, over random numbers, read back.  text2num reads numbers in words, in other languages.
Both are in the extra `peers`; without them only our own part runs.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from decimal import Decimal
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

from trich.numerals import parse
from trich.spelling import Speech, spell

#: What is said for a number, by general usage; more than one way where regions differ.
SAID: dict[int | Decimal, tuple[str, ...]] = {
    15: ("mười lăm",),
    21: ("hai mươi mốt",),
    24: ("hai mươi tư", "hai mươi bốn"),
    105: ("một trăm linh năm", "một trăm lẻ năm"),
    1010: ("một nghìn không trăm mười", "một ngàn không trăm mười"),
    2024: ("hai nghìn không trăm hai mươi tư", "hai nghìn không trăm hai mươi bốn"),
    100_015: ("một trăm nghìn không trăm mười lăm",),
    1_000_001: (
        "một triệu không trăm linh một",
        "một triệu không trăm lẻ một",
        "một triệu lẻ một",
    ),
    10**9: ("một tỷ", "một tỉ"),
    10**12: ("một nghìn tỷ", "một ngàn tỷ"),
    10**15: ("một triệu tỷ",),
    -15: ("âm mười lăm",),
    Decimal("0.05"): ("không phẩy không năm",),
    Decimal("1.05"): ("một phẩy không năm",),
    Decimal("12.5"): ("mười hai phẩy năm", "mười hai rưỡi"),
    Decimal("3.14"): ("ba phẩy mười bốn", "ba phẩy một bốn"),
}


def numbers(count: int, seed: int) -> Iterator[int]:
    """Whole numbers to 10^15, every length as often, some of them round."""
    rng = random.Random(seed)
    for _ in range(count):
        n = rng.randrange(10 ** rng.randint(1, 15) + 1)
        if rng.random() < 0.3:
            n = n // 10 ** rng.randint(0, 6) * 10 ** rng.randint(0, 6) % (10**15 + 1)
        yield n


def speech(rng: random.Random) -> Speech:
    """A way of speaking, each trait at random."""
    return Speech(
        thousand=rng.choice(["nghìn", "ngàn"]),
        empty_ten=rng.choice(["linh", "lẻ"]),
        billion=rng.choice(["tỷ", "tỉ"]),
        seven=rng.choice(["bảy", "bẩy"]),
        four=rng.choice(["tư", "bốn"]),
        five=rng.choice(["lăm", "nhăm"]),
        twenty=rng.choice(["hai mươi", "hăm"]),
        empty_hundred=rng.random() < 0.7,
        bare_ten=rng.random() < 0.3,
        half=rng.random() < 0.3,
    )


def ours(count: int, seed: int) -> None:
    """Spell and read back."""
    rng = random.Random(seed)
    began = time.process_time()
    right = sum(parse(spell(n, speech(rng))) == n for n in numbers(count, seed))
    each = (time.process_time() - began) / count
    print(f"trich: {right:,} of {count:,} whole numbers to 10^15, in random ways of speaking,")
    print(f"       spelled and read back as they were ({each * 1e6:.0f} µs each)\n")


def num2words(count: int, seed: int) -> None:
    """What num2words says, and how much of it reads back."""
    say = import_module("num2words").num2words
    print(f"num2words {version('num2words')}, lang='vi'\n")
    print("| number | num2words says | is said |")
    print("| ---: | --- | --- |")
    wrong = 0
    for number, forms in SAID.items():
        said = say(number if isinstance(number, int) else float(number), lang="vi")
        if said not in forms:
            wrong += 1
            print(f"| {number} | {said} | {forms[0]} |")
    print(f"\n{wrong} of {len(SAID)} of these are wrong.")
    random_numbers = list(numbers(count, seed))
    said_all = [say(n, lang="vi") for n in random_numbers]
    ours_all = [spell(n, Speech(empty_ten="lẻ", four="bốn")) for n in random_numbers]
    alike = sum(a == b for a, b in zip(said_all, ours_all, strict=True))
    back = sum(parse(a) == n for a, n in zip(said_all, random_numbers, strict=True))
    print(f"Of {count:,} random numbers to 10^15, {alike:,} are said in full as usage has it,")
    print(f"and {back:,} mean the number at all.\n")


def text2num() -> None:
    """Whether text2num reads Vietnamese."""
    module = import_module("text_to_num")
    words = [spell(n) for n in range(0, 1000, 7)]
    read = failed = 0
    reason = ""
    for text in words:
        try:
            module.text2num(text, "vi")
            read += 1
        except ValueError as e:
            failed += 1
            reason = str(e)
    print(f"text2num {version('text2num')}: reads {read} of {len(words)} ({reason})")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--numbers", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    ours(args.numbers, args.seed)
    for run in (lambda: num2words(args.numbers // 10, args.seed), text2num):
        try:
            run()
        except (ModuleNotFoundError, PackageNotFoundError) as e:
            print(f"left out: {e} (pip install 'trich[peers]')")


if __name__ == "__main__":
    main()
