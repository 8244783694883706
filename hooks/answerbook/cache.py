"""Results by what they were made from: safe to delete, and an entry that is not exactly what was written is not used.

Each kind is a small SQLite database: a file for every entry would cost several times what most results cost to make.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache as remember
from pathlib import Path
from threading import local
from typing import TypeVar

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


@remember
def code(wing: str) -> bytes:
    """A digest of what decides the results of a wing: its own files, those above it, and the ground they stand on."""
    above = WINGS if wing in OUTPUTS else WINGS[: WINGS.index(wing)]
    files = [path for folder in (*above, wing) for path in (places.PACKAGE / folder).rglob("*") if _decides(path)]
    files += places.PACKAGE.glob("*.py")
    named = ((path.relative_to(places.PACKAGE).as_posix(), path.read_bytes()) for path in sorted(files))
    return key(*(part for pair in named for part in pair))


def folder(kind: str) -> Path:
    """A private folder inside the cache, for a library that keeps files of its own."""
    path = _root() / kind
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def key(*parts: str | bytes) -> bytes:
    """One key out of several parts, so that no two lists of parts share one."""
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.digest()


class _Opened(local):
    """The databases that this thread has open, by their files."""

    def __init__(self) -> None:
        self.databases: dict[str, sqlite3.Connection] = {}


_opened = _Opened()


def _asked(kind: str, question: Callable[[sqlite3.Connection], _Result]) -> _Result | None:
    """The answer of this kind's database; a spoilt one is thrown away, and None is the answer of one that cannot be."""
    path = str(_root() / f"{kind}.db")
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
    return Path(os.environ.get("ANSWERBOOK_CACHE") or places.CACHE)


def _checksum(kind: str, key: bytes, value: bytes) -> bytes:
    digest = hashlib.sha256(b"\0".join((kind.encode(), hashlib.sha256(key).digest(), b"")))
    digest.update(value)
    return digest.digest()


def _decides(path: Path) -> bool:
    return path.is_file() and path.suffix != ".pyc"
