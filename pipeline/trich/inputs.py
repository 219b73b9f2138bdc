"""Which files an INPUT names: a file, a folder, a glob, here or in an object store.

Files come one after the other, in a fixed order, so that a walk through millions holds
only one folder's names in memory.
"""

from __future__ import annotations

import atexit
import glob
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import Any, NamedTuple

from trich.read import Reject
from trich.scratch import scratch

_PACKED = (".gz", ".zst", ".bz2", ".xz")
_DIGESTS = ("ETag", "etag", "md5Hash", "md5", "checksum", "generation")
_TIMES = ("LastModified", "last_modified", "updated", "mtime", "created")


class File(NamedTuple):
    """One file of a run.

    `stamp` is what a store says in place of its bytes (an ETag), `source` what the file is
    called where that is not its name ("-": standard input).
    """

    name: str
    id: str
    size: int
    stamp: str = ""
    source: str = ""


def remote(name: str | os.PathLike[str]) -> bool:
    """Whether a name is a URL that fsspec opens, such as `s3://bucket/news`."""
    return "://" in str(name)


class Unopenable(Exception):
    """A URL whose protocol is unknown, or needs a package; the message says which."""


_EXTRAS = {"s3": "s3", "s3a": "s3", "gs": "gs", "gcs": "gs", "hdfs": "hdfs"}


_BESIDE = {
    "hdfs": "; Hadoop's client must be on this machine: JAVA_HOME, HADOOP_HOME, and CLASSPATH from "
    "`hadoop classpath --glob`, or use webhdfs://",
}


def filesystem(url: str) -> tuple[Any, str]:
    """The fsspec file system of a URL and the path in it; raises `Unopenable`."""
    try:
        from fsspec.core import url_to_fs

        fs, path = url_to_fs(url, use_listings_cache=False)
    except (ImportError, ValueError) as e:
        extra = _EXTRAS.get(url.split("://")[0])
        needs = f"; it needs an extra: pip install 'trich[{extra}]'" if extra else ""
        raise Unopenable(f"{url}: {e}{needs}") from e
    except Exception as e:  # no Java beside hdfs://, keys that cannot be read
        said = str(e).strip().partition("\n")[0] or type(e).__name__
        protocol = url.partition("://")[0]
        raise Unopenable(f"{url}: {said}{_BESIDE.get(protocol, '')}") from e
    return fs, path


def walk(inputs: Iterable[str], out: str = "") -> Iterator[File | Reject]:
    """The files that files, folders and globs name, in a fixed order, each once.

    Files whose names begin with a dot, and the folder `out` that the run writes into, are
    passed over when a folder is walked.  "-" is standard input, which is copied to a
    temporary file.  What names nothing, or cannot be opened, is a
    `Reject`.
    """
    out = _real(out) if out else ""
    names = list(inputs)
    ids: set[str] | None = set() if len(names) > 1 else None
    folders: list[str] = []  # walked before: what they hold was given
    single: set[str] = set()  # files named one by one
    for name in names:
        if name == "-":
            spooled = _spool()
            if not os.path.getsize(spooled):
                yield Reject("-", None, "standard input is empty")
                continue
            yield File(spooled, "stdin", os.path.getsize(spooled), source="-")
            continue
        found = _stored(name) if remote(name) else _local(name, out)
        nothing = True
        root = _real(name) if not remote(name) and os.path.isdir(name) else None
        for file in _identified(found, ids):
            nothing = False
            if isinstance(file, Reject):
                yield file
                continue
            real = _real(file.name)
            if real in single or any(_within(real, folder) for folder in folders):
                continue
            if root is None:
                single.add(real)
            elif real != file.name and not real.startswith(root + os.sep):
                single.add(real)  # a link that leads out of the folder
            yield file
        if root is not None:
            folders.append(root)
        if nothing:
            yield Reject(name, None, "no such file, and no files match")


def _real(name: str) -> str:
    return name if remote(name) else os.path.realpath(name)


def _within(real: str, folder: str) -> bool:
    """Whether a walk through `folder` gives the file `real`."""
    prefix = folder.rstrip(os.sep) + os.sep
    return real.startswith(prefix) and not any(
        part.startswith(".") for part in real[len(prefix) :].split(os.sep)
    )


_Found = Iterator[tuple[str, str, int, str] | Reject]  # name, path within INPUT, size, stamp


def _identified(found: _Found, everywhere: set[str] | None) -> Iterator[File | Reject]:
    """Give each file its id: its path without suffix, or with it where that is taken.

    With one INPUT two ids can be equal only within one folder, so `everywhere` is None
    and the ids of one folder at a time are kept.
    """
    taken: set[str] = everywhere if everywhere is not None else set()
    folder = None
    for file in found:
        if isinstance(file, Reject):
            yield file
            continue
        name, path, size, stamp = file
        parent, base = os.path.split(path)
        if everywhere is None and parent != folder:
            folder = parent
            taken = set()
        path = path.replace(os.sep, "/")
        stem = _stem(base)
        if stem != base and base.lower().endswith(_PACKED):  # and that of what is compressed
            stem = _stem(stem)
        id = f"{parent.replace(os.sep, '/')}/{stem}" if parent else stem
        if id in taken:
            id = path
        n = 2
        while id in taken:
            id, n = f"{path}-{n}", n + 1
        taken.add(id)
        yield File(name, id, size, stamp)


def _stem(base: str) -> str:
    return base[: base.rindex(".")] if "." in base.lstrip(".")[:-1] else base


def _spool() -> str:
    """Standard input as a file, for several processes to read; gone when this one ends."""
    stack = ExitStack()
    path = stack.enter_context(scratch()) / "stdin"
    atexit.register(_close, stack, os.getpid())
    with path.open("wb") as f:
        shutil.copyfileobj(sys.stdin.buffer, f)
    return str(path)


def _close(stack: ExitStack, owner: int) -> None:
    if os.getpid() == owner:  # a worker that was forked inherits the duty, not the right
        stack.close()


def _local(name: str, out: str) -> _Found:
    if os.path.isdir(name):
        yield from _folder(name, "", _real(name), out)
        return
    if os.path.exists(name):
        names, base = [name], os.path.dirname(name)
    else:
        names = sorted(glob.glob(name, recursive=True), key=lambda n: n.split(os.sep))
        base = _before_magic(name)
    for path in names:
        if os.path.isfile(path):
            relative = os.path.relpath(path, base or ".")
            inside = not relative.startswith(os.pardir)
            size = os.path.getsize(path)
            yield path, relative if inside else os.path.basename(path), size, ""


def _folder(root: str, inner: str, real: str, out: str) -> _Found:
    """The visible files under a folder, names in order, folders among them."""
    folder = os.path.join(root, inner) if inner else root
    try:
        names = sorted(n for n in os.listdir(folder) if not n.startswith("."))
    except OSError as e:
        yield Reject(folder, None, e.strerror or str(e))
        return
    for name in names:
        path = os.path.join(folder, name)
        within = os.path.join(inner, name) if inner else name
        try:
            status = os.lstat(path)
            if stat.S_ISLNK(status.st_mode):
                status = os.stat(path)
                if stat.S_ISDIR(status.st_mode) or _within(_real(path), real):
                    continue  # what a link names within the folder comes by its own name
        except OSError as e:
            yield Reject(path, None, e.strerror or str(e))
            continue
        if stat.S_ISDIR(status.st_mode):
            if not out or _real(path) != out:
                yield from _folder(root, within, real, out)
        elif stat.S_ISREG(status.st_mode):
            yield path, within, status.st_size, ""


def _before_magic(name: str) -> str:
    out: list[str] = []
    for part in name.split(os.sep):
        if glob.has_magic(part):
            break
        out.append(part)
    return os.sep.join(out) or (os.sep if name.startswith(os.sep) else "")


def _stored(url: str) -> _Found:
    """The objects that a URL, a prefix or a glob of an object store names."""
    try:
        fs, path = filesystem(url)
        path = path.rstrip("/")
        if glob.has_magic(path):
            base = _before_magic(path)
            found: Iterable[dict[str, Any]] = fs.glob(path, detail=True).values()
            infos = iter(sorted(found, key=lambda i: str(i["name"]).split("/")))
            infos = (i for i in infos if "/." not in str(i["name"])[len(base) :])
        elif fs.isfile(path):
            base, infos = path.rpartition("/")[0], iter([fs.info(path)])
        else:
            base, infos = path, _objects(fs, path)
        for info in infos:
            if info.get("type") == "file":
                inner = str(info["name"])[len(base) :].lstrip("/")
                yield fs.unstrip_protocol(info["name"]), inner, int(info["size"] or 0), _stamp(info)
    except FileNotFoundError:
        return
    except (OSError, Unopenable) as e:
        yield Reject(url, None, str(e) or type(e).__name__)
    except Exception as e:  # what a store's client raises is its own affair: credentials, network
        yield Reject(url, None, f"{type(e).__name__}: {e}")


def _objects(fs: Any, path: str) -> Iterator[dict[str, Any]]:
    entries = sorted(fs.ls(path, detail=True), key=lambda i: str(i["name"]))
    for info in entries:
        name = str(info["name"]).rstrip("/")
        base = name.rpartition("/")[2]
        if base.startswith(".") or name == path:
            continue
        if info.get("type") == "directory":
            yield from _objects(fs, name)
        else:
            yield info


def _stamp(info: dict[str, Any]) -> str:
    digest = next((f"{k}={info[k]}" for k in _DIGESTS if info.get(k)), None)
    if digest:
        return digest
    return next((f"{k}={info[k]} size={info['size']}" for k in _TIMES if info.get(k)), "")
