"""The folder that a run writes into, on a disk or in an object store.

Names are relative to it.  Files appear whole or not at all, and one run at a time holds
the folder.
"""

from __future__ import annotations

import errno
import io
import json
import os
import socket
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Protocol

from trich.inputs import filesystem, remote
from trich.scratch import scratch
from trich.write import whole

LOCK = ".trich/lock"
_FOLDERS = ("", ".trich", "entities", "parquet")  # where a run writes
_BEAT = 30.0  # seconds between signs of life of a run that holds a stored folder
_DEAD = 300.0  # seconds without one after which it holds the folder no more
_AHEAD = 8  # objects fetched before they are asked for
_SYSTEMS = {"hdfs", "file", "local", "sftp", "webhdfs"}  # where what is being written is seen


class Held(Exception):
    """A folder that another run writes into; the message says which."""


class Folder(Protocol):
    """What a run needs of a folder."""

    @property
    def name(self) -> str:
        """How the user named it."""

    def names(self, inner: str = "") -> set[str]:
        """The names in the folder, or in a folder within it; none where there is none."""

    def read(self, name: str) -> bytes | None:
        """What a file holds, None where there is none."""

    def opened(self, names: Iterable[str]) -> Iterator[IO[bytes]]:
        """Files, one after the other, each to be read before the next is asked for."""

    def whole(self, name: str) -> Any:
        """A context in which a binary file is written, to appear when it is left without error."""

    def remove(self, name: str) -> None:
        """Remove a file; none is fine."""

    def held(self) -> Any:
        """A context in which this run alone writes into the folder; raises `Held`, `OSError`."""


def folder(name: str | os.PathLike[str]) -> Folder:
    """The folder of a path or URL; raises `trich.inputs.Unopenable`."""
    return Stored(str(name)) if remote(name) else Local(Path(name))


class Local:
    """A folder on a disk, local or shared between machines."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = str(path)

    def names(self, inner: str = "") -> set[str]:
        """See `Folder`."""
        try:
            return set(os.listdir(self.path / inner))
        except FileNotFoundError:
            return set()

    def read(self, name: str) -> bytes | None:
        """See `Folder`."""
        try:
            return (self.path / name).read_bytes()
        except FileNotFoundError:
            return None

    def opened(self, names: Iterable[str]) -> Iterator[IO[bytes]]:
        """See `Folder`."""
        for name in names:
            with (self.path / name).open("rb") as f:
                yield f

    def whole(self, name: str) -> Any:
        """See `Folder`."""
        return whole(self.path / name, "wb", buffering=1 << 18)

    def remove(self, name: str) -> None:
        """See `Folder`."""
        (self.path / name).unlink(missing_ok=True)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the folder by a lock of the system's, which ends with the process."""
        path = self.path / LOCK
        path.parent.mkdir(parents=True, exist_ok=True)
        key = os.path.realpath(path)
        with _HERE_LOCK:
            if key in _HERE:  # a second handle would let the system's lock go
                raise Held(_told(self.name, self.read(LOCK)))
            _HERE.add(key)
        try:
            with path.open("a+b") as f:
                if not _lock(f):
                    raise Held(_told(self.name, self.read(LOCK)))
                f.truncate(0)
                f.write(_who())
                f.flush()
                for inner in _FOLDERS:  # what a killed run was about to write
                    for name in self.names(inner):
                        if name.startswith(".") and name.endswith(".tmp"):
                            self.remove(f"{inner}/{name}" if inner else name)
                yield
                f.truncate(0)
        finally:
            _HERE.discard(key)


_HERE: set[str] = set()
_HERE_LOCK = threading.Lock()


def _lock(f: IO[bytes]) -> bool:
    """Take the system's lock on a file, without waiting; False where another process has it."""
    try:
        try:
            import fcntl
        except ImportError:
            import msvcrt

            f.seek(0)
            msvcrt.locking(f.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            fcntl.lockf(f, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as e:
        if e.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            return False
        if e.errno in (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS):
            return True  # a file system without locks: nobody else can be known
        raise
    return True


def _who() -> bytes:
    about = {"pid": os.getpid(), "host": socket.gethostname(), "at": time.time()}
    return json.dumps(about).encode()


def _told(name: str, held: bytes | None) -> str:
    try:
        about = json.loads(held or b"")
        since = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(about["at"]))
        by = f"process {about['pid']} on {about['host']}, {since}"
    except (ValueError, KeyError, TypeError):
        by = "another process"
    return f"{name}: another run writes into it ({by}); wait for its end or name another folder"


class Stored:
    """A folder in an object store or another file system that fsspec knows.

    It has no locks, so the run that holds it writes a sign of life every half a minute;
    after five minutes without one it is taken for dead.
    """

    def __init__(self, url: str) -> None:
        self.name = url
        self._fs, path = filesystem(url)
        self._path = path.rstrip("/")

    @contextmanager
    def _asked(self) -> Iterator[None]:
        """A context in which the store is asked: what its client raises is an `OSError`."""
        try:
            yield
        except OSError:
            raise
        except Exception as e:  # no credentials, no network: each client has its own
            said = str(e).strip().partition("\n")[0]
            raise OSError(f"{type(e).__name__}: {said}" if said else type(e).__name__) from e

    def _at(self, name: str) -> str:
        return f"{self._path}/{name}" if name else self._path

    def names(self, inner: str = "") -> set[str]:
        """See `Folder`."""
        try:
            with self._asked():
                found = self._fs.ls(self._at(inner), detail=False)
        except FileNotFoundError:
            return set()
        return {str(name).rstrip("/").rpartition("/")[2] for name in found}

    def read(self, name: str) -> bytes | None:
        """See `Folder`."""
        try:
            return self._fetched(name)
        except FileNotFoundError:
            return None

    def _fetched(self, name: str) -> bytes:
        with self._asked():
            data: bytes = self._fs.cat_file(self._at(name))
        return data

    def opened(self, names: Iterable[str]) -> Iterator[IO[bytes]]:
        """See `Folder`."""
        with ThreadPoolExecutor(_AHEAD) as pool:
            coming: deque[Any] = deque()
            for name in names:
                coming.append(pool.submit(self._fetched, name))
                if len(coming) >= _AHEAD:
                    yield io.BytesIO(coming.popleft().result())
            while coming:
                yield io.BytesIO(coming.popleft().result())

    @contextmanager
    def whole(self, name: str) -> Iterator[IO[bytes]]:
        """See `Folder`: written here, then sent."""
        with scratch() as passing:
            path = passing / "whole"
            with path.open("wb") as f:
                yield f
            self.send(path, name)

    def send(self, path: Path, name: str) -> None:
        """Put a file of this machine into the folder."""
        with self._asked():
            self._send(path, self._at(name))

    def _send(self, path: Path, to: str) -> None:
        if not _SYSTEMS & set(self._protocols()):  # an object is there when it is complete
            self._fs.put_file(str(path), to)
            return
        parent, _, base = to.rpartition("/")
        temporary = f"{parent}/.{base}.{os.getpid()}.tmp"
        self._fs.makedirs(parent, exist_ok=True)
        self._fs.put_file(str(path), temporary)
        if self._fs.exists(to):
            self._fs.rm_file(to)
        self._fs.mv(temporary, to)

    def _protocols(self) -> tuple[str, ...]:
        protocol = self._fs.protocol
        return (protocol,) if isinstance(protocol, str) else tuple(protocol)

    def remove(self, name: str) -> None:
        """See `Folder`."""
        with suppress(FileNotFoundError), self._asked():
            self._fs.rm_file(self._at(name))

    @contextmanager
    def held(self) -> Iterator[None]:
        """See `Folder`."""
        there = self.read(LOCK)
        if there:
            with suppress(ValueError, KeyError, TypeError):
                about = json.loads(there)
                here = about["host"] == socket.gethostname()
                dead = here and about["pid"] != os.getpid() and not _alive(about["pid"])
                if time.time() - about["at"] < _DEAD and not dead:
                    raise Held(_told(self.name, there))
        over = threading.Event()

        def beat() -> None:
            while not over.wait(_BEAT):
                with suppress(Exception):  # the next one may come through
                    self._write(LOCK, _who())

        self._write(LOCK, _who())
        beating = threading.Thread(target=beat, name="trich-lock", daemon=True)
        beating.start()
        try:
            yield
        finally:
            over.set()
            beating.join()
            self.remove(LOCK)

    def _write(self, name: str, data: bytes) -> None:
        with self.whole(name) as f:
            f.write(data)


def _alive(pid: int) -> bool:
    if os.name == "nt":  # there signal 0 is Ctrl-C
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
