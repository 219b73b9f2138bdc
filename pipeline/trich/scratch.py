"""Passing folders in the system's temporary folder, which a killed process does not leave for good.

Each holds a lock that ends with its process, however that ends; the next run removes those
that nobody holds.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

_PREFIX = "trich-"
_LOCK = ".trich-scratch"


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder of this process's own, removed when the context is left.

    >>> with scratch() as folder:
    ...     _ = (folder / "bài.txt").write_text("Bộ Y tế", encoding="utf-8")
    >>> folder.exists()
    False
    """
    path = Path(tempfile.mkdtemp(prefix=_PREFIX))
    try:
        with (path / f"{_LOCK}.new").open("w") as f:
            _hold(f)
            if _sweeps():  # it has its name only when it is held
                (path / f"{_LOCK}.new").replace(path / _LOCK)
            yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def sweep() -> None:
    """Remove what killed processes left: folders with our lock, which nobody holds."""
    if not _sweeps():
        return
    for lock in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/{_LOCK}"):
        with suppress(OSError), lock.open("r+") as f:  # another user's, or swept by another run
            if _hold(f):
                shutil.rmtree(lock.parent, ignore_errors=True)


def _sweeps() -> bool:
    """Whether the system has such locks."""
    try:
        import fcntl
    except ImportError:
        return False
    return hasattr(fcntl, "flock")


def _hold(f: IO[str]) -> bool:
    """Take the lock if nobody has it."""
    if not _sweeps():
        return False
    import fcntl

    try:
        fcntl.flock(f, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
