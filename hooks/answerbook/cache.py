"""Results by what they were made from: safe to delete, and an entry that is not exactly what was written is not used.

Each kind is a small SQLite database: a file for every entry would cost several times what most results cost to make.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from functools import cache as remember
from pathlib import Path
from threading import local
from typing import Any, TypeVar

from . import OUTPUTS, WINGS, places

_DIGEST = hashlib.sha256().digest_size
# Another build may be writing; in seconds.
_PATIENCE = 10
# What SQLite says of a file that is no database, or not one of ours.
_SPOILT = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR)
# A crash of the machine may spoil the file: then it is made anew. One writer does not keep readers waiting.
_START = """\
PRAGMA page_size = 16384;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = OFF;
PRAGMA trusted_schema = OFF;
CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, value BLOB NOT NULL);
"""

# A database that holds more loses the half of its entries that was written longest ago: what is still wanted is made
# once more. Their room is used again, so that the file stays as large as this.
LARGEST = 2_000_000_000
_HELD = """\
SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size
"""
_HALVE = "DELETE FROM entries WHERE rowid <= (SELECT (min(rowid) + max(rowid)) / 2 FROM entries)"

# What values hold besides our own classes and what Python writes without a name.
_PLAIN = frozenset({("datetime", "date"), ("re", "_compile"), ("types", "MappingProxyType")})

_Result = TypeVar("_Result")


def get(kind: str, key: bytes) -> bytes | None:
    """What was put under the key, or None."""

    def read(database: sqlite3.Connection) -> bytes | None:
        row = database.execute("SELECT value FROM entries WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    entry = _asked(kind, read)
    if not isinstance(entry, bytes):
        return None
    value = entry[_DIGEST:]
    return value if entry.startswith(_checksum(kind, key, value)) else None


def put(kind: str, key: bytes, value: bytes) -> None:
    """Keep the value, in one step; a cache that cannot be written costs time and nothing else."""
    row = key, _checksum(kind, key, value) + value
    _asked(kind, lambda database: database.execute("INSERT OR REPLACE INTO entries VALUES (?, ?)", row).close())


def value(kind: str, key: bytes, make: Callable[[], _Result]) -> _Result:
    """What `make` makes of what the key stands for, never None: made where it is not kept.

    For our own dataclasses and what they hold; the key holds `code`, which decides their shape.
    """
    found: _Result | None = known(kind, key)
    if found is None:
        found = make()
        keep(kind, key, found)
    return found


def known(kind: str, key: bytes) -> Any:
    """The value that is kept under the key, or None."""
    kept = get(kind, key)
    # Anything: an entry that cannot be read is one that is not there.
    with suppress(Exception):
        return _Reader(io.BytesIO(kept)).load() if kept is not None else None
    return None


def keep(kind: str, key: bytes, value: object) -> None:
    """Keep a value for `known`."""
    put(kind, key, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))


@remember
def code(wing: str) -> bytes:
    """A digest of what decides the results of a wing: its own files, those above it, and the ground they stand on.

    To the ground belong Python and the libraries: what requirements.lock names is what is installed.
    """
    at = len(WINGS) if wing in OUTPUTS else WINGS.index(wing)
    under = code(WINGS[at - 1]) if at else _ground()
    return key(under, *_named(path for path in (places.PACKAGE / wing).rglob("*") if _decides(path)))


def folder(kind: str) -> Path:
    """A private folder inside the cache, for a library that keeps files of its own."""
    path = _root() / kind
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def key(*parts: str | bytes) -> bytes:
    """One key out of several parts, so that no two lists of parts share one."""
    digest = hashlib.sha256()
    for part in parts:
        # Names of files may hold broken bytes.
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.digest()


class _Reader(pickle.Unpickler):
    """Brings back our own classes and a few plain ones: whatever somebody wrote into a cache, none of it runs."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if module.startswith("answerbook.") else None
        if isinstance(found, type) and found.__module__ == module:
            return found
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")


class _Opened(local):
    """The databases that this thread has open, by their files."""

    def __init__(self) -> None:
        self.databases: dict[str, sqlite3.Connection] = {}


_opened = _Opened()


def _asked(kind: str, question: Callable[[sqlite3.Connection], _Result]) -> _Result | None:
    """The answer of this kind's database; a spoilt one is thrown away, and None is the answer of one that cannot be."""
    path = f"{_folder()}{os.sep}{kind}.db"
    for _ in range(2):
        try:
            return question(_database(path))
        except sqlite3.DatabaseError as error:
            # Of an extended code, the lower half is the code.
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _SPOILT:
                return None
            _throw_away(path)
        except OSError:
            return None
    return None


def _database(path: str) -> sqlite3.Connection:
    known = _opened.databases.get(path)
    if known is not None:
        # Whoever deletes the cache may do so while it is in use.
        if os.path.exists(path):  # noqa: PTH110 (asked for every entry)
            return known
        _opened.databases.pop(path).close()
    place = Path(path)
    for other in [other for other in _opened.databases if Path(other).parent != place.parent]:
        _opened.databases.pop(other).close()
    place.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    _opened.databases[path] = database
    database.executescript(_START)
    if database.execute(_HELD).fetchone()[0] > LARGEST:
        database.execute(_HALVE)
    return database


def _throw_away(path: str) -> None:
    with suppress(KeyError), closing(_opened.databases.pop(path)):
        pass
    for end in ("", "-wal", "-shm"):
        with suppress(OSError):
            Path(path + end).unlink()


def _root() -> Path:
    return Path(_folder())


def _folder() -> str:
    return os.environ.get("ANSWERBOOK_CACHE") or str(places.CACHE)


def _checksum(kind: str, key: bytes, value: bytes) -> bytes:
    digest = hashlib.sha256(b"\0".join((kind.encode(), hashlib.sha256(key).digest(), b"")))
    digest.update(value)
    return digest.digest()


def _ground() -> bytes:
    lock = places.REQUIREMENTS_LOCK
    libraries = lock.read_bytes() if lock.exists() else b""
    return key(sys.version, libraries, *_named(places.PACKAGE.glob("*.py")))


def _named(paths: Iterable[Path]) -> Iterator[str | bytes]:
    """The names of these files inside the package, each with what is in it."""
    for path in sorted(paths):
        yield path.relative_to(places.PACKAGE).as_posix()
        yield path.read_bytes()


def _decides(path: Path) -> bool:
    return path.is_file() and path.suffix != ".pyc"
