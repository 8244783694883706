"""Puts a finished folder in the place of an older one, in one step where the system can."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_AT_FDCWD = {"linux": -100, "darwin": -2}
_OLD = "-old"
_TEMPORARY = "answerbook-run-"
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


@contextlib.contextmanager
def aside(place: Path) -> Iterator[Path]:
    """A new folder beside `place`, gone in the end; those that builds which were killed have left go first."""
    place.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{place.name}-"
    _bring_back(place)
    _sweep(_left(place))
    with _owned(prefix, place.parent) as folder:
        yield folder


@contextlib.contextmanager
def temporary() -> Iterator[Path]:
    """A folder for what is passed on, gone in the end; those that runs which were killed have left go first."""
    parent = Path(tempfile.gettempdir())
    _sweep(parent.glob(f"{_TEMPORARY}*"))
    with _owned(_TEMPORARY, parent) as folder:
        yield folder


def _sweep(folders: Iterable[Path]) -> None:
    """Remove those that no run holds any more."""
    for left in folders:
        handle = _locked(left)
        if handle is not None:
            shutil.rmtree(left, ignore_errors=True)
            os.close(handle)


@contextlib.contextmanager
def _owned(prefix: str, parent: Path) -> Iterator[Path]:
    """A new folder that this run holds until it is done with it."""
    folder, handle = _own(prefix, parent)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if handle is not None:
            os.close(handle)


def _bring_back(place: Path) -> None:
    """What stood there before a build was killed between its two steps (see `put`) stands there again."""
    for old in _left(place, _OLD):
        handle = _locked(old)
        # Where another build is between its steps, it holds the lock.
        if not place.exists() and (handle is not None or not fcntl):
            old.rename(place)
        if handle is not None:
            os.close(handle)


def _left(place: Path, end: str = f"(?:{_OLD})?") -> list[Path]:
    """The folders of builds beside `place`; those of a place called site-2 are none of the place called site."""
    ours = re.compile(rf"\.{re.escape(place.name)}-[^-]+{end}")
    return [path for path in place.parent.iterdir() if ours.fullmatch(path.name)]


def _own(prefix: str, parent: Path) -> tuple[Path, int | None]:
    """A new folder and the handle that keeps it locked as long as this process lives."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
        handle = _locked(folder)
        # Another build may just have taken it for one that was left.
        if not fcntl or (handle is not None and folder.exists()):
            return folder, handle


def _locked(folder: Path) -> int | None:
    """The handle of the folder, locked; None when its build is still at work, or where nothing can be locked."""
    if not fcntl:
        return None
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle


def open_up(folder: Path) -> None:
    """Let everybody read the folder, a web server above all, whatever the umask."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def put(new: Path, place: Path) -> None:
    """Make `new`, a folder beside it, what stands at `place`; what stood there is deleted."""
    if not place.exists():
        new.rename(place)
        return
    if not _exchange(new, place):
        old = new.with_name(f"{new.name}{_OLD}")
        handle = _locked(place)
        place.rename(old)
        try:
            new.rename(place)
        except OSError:
            old.rename(place)
            raise
        finally:
            if handle is not None:
                os.close(handle)
        new = old
    shutil.rmtree(new, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names at once; False where the system or its file system cannot."""
    name = {"linux": "renameat2", "darwin": "renameatx_np"}.get(sys.platform)
    if name is None:
        return False
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if function is None:
        return False
    here = _AT_FDCWD[sys.platform]
    if function(here, os.fsencode(one), here, os.fsencode(other), ctypes.c_uint(_EXCHANGE)) == 0:
        return True
    if ctypes.get_errno() in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
