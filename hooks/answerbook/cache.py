"""Results by what they were made from: safe to delete, and an entry that is not exactly what was written is not used.

Each kind is a small SQLite database: a file for every entry would cost several times what most results cost to make.
It counts the builds of whole sites, and what none of the last ten of them has used goes. A run that is killed counts
for nothing and loses at most what it had not written yet; of runs side by side, each counts.
"""

from __future__ import annotations

import atexit
import hashlib
import io
import os
import pickle
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache as remember
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from . import OUTPUTS, WINGS, places

_DIGEST = hashlib.sha256().digest_size
# Another build may be writing; in seconds.
_PATIENCE = 10
# What SQLite says of a file that is no database, or not one of ours.
_SPOILT = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR)
# A crash of the machine may spoil the file: then it is made anew. One writer does not keep readers waiting.
_START = """\
PRAGMA page_size = 16384;
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA synchronous = OFF;
PRAGMA journal_mode = WAL;
PRAGMA trusted_schema = OFF;
CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS uses (entry INTEGER PRIMARY KEY, build INTEGER NOT NULL);
"""
# How many builds have been counted, which is also the number of the one at work.
_BUILDS = "PRAGMA user_version"
_FIND = "SELECT rowid, value FROM entries WHERE key = ?"
_SMALL = "SELECT key, rowid, value FROM entries WHERE length(value) <= ?"
_NUMBER = "SELECT rowid FROM entries WHERE key = ?"
_FORGET = "DELETE FROM entries WHERE rowid IN (SELECT entry FROM uses WHERE build < ?)"
_USED = "INSERT OR REPLACE INTO uses VALUES (?, ?)"
# An entry that so many builds did not use goes.
UNUSED = 10
# So many bytes wait for a common step: one for each entry would take as long as making many of them.
_WAITING = 4_000_000
# What `ahead` brings: of larger entries few are wanted, or reading them takes longer than finding them.
_LARGEST_AHEAD = 1000

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
    work = _opened.at_work(kind)
    if key in work.waiting:
        return work.waiting[key]

    def read(database: sqlite3.Connection) -> tuple[int, object] | None:
        row: tuple[int, object] | None = database.execute(_FIND, (key,)).fetchone()
        return row

    row = work.ahead.get(key) or _asked(work.path, read)
    if row is None or not isinstance(row[1], bytes):
        return None
    work.used.add(row[0])
    value = row[1][_DIGEST:]
    return value if row[1].startswith(_checksum(kind, key, value)) else None


def put(kind: str, key: bytes, value: bytes) -> None:
    """Keep the value; a cache that cannot be written costs time and nothing else."""
    work = _opened.at_work(kind)
    work.waiting[key] = value
    work.ahead.pop(key, None)
    work.bytes += len(value)
    # Only the main thread is sure to settle in the end.
    if work.bytes > _WAITING or threading.current_thread() is not threading.main_thread():
        work.write()


def value(kind: str, key: bytes, make: Callable[[], _Result], place: str = "") -> _Result:
    """What `make` makes of what the key stands for, never None: made where it is not kept.

    For our own dataclasses and what they hold; the key holds `code`, which decides their shape. Of what has a place
    (the file it was made from) only the last is kept: of large values every edition would soon fill the disk.
    """
    found: _Result | None = known(kind, key, place)
    if found is None:
        found = make()
        keep(kind, key, found, place)
    return found


def known(kind: str, key: bytes, place: str = "") -> Any:
    """The value that is kept under the key, or None."""
    kept = get(kind, _at(key, place))
    if kept is None or not kept.startswith(key):
        return None
    # Anything: an entry that cannot be read is one that is not there.
    with suppress(Exception):
        return _Unpickler(io.BytesIO(kept[len(key) :])).load()
    return None


def keep(kind: str, key: bytes, value: object, place: str = "") -> None:
    """Keep a value for `known`."""
    put(kind, _at(key, place), key + pickle.dumps(value, pickle.HIGHEST_PROTOCOL))


@contextmanager
def ahead(*kinds: str) -> Iterator[None]:
    """Meanwhile the small entries of these kinds are at hand, read in one go: for what asks for most of them."""
    works = [_opened.at_work(kind) for kind in kinds]
    for work in works:
        rows = _asked(work.path, lambda database: database.execute(_SMALL, (_LARGEST_AHEAD,)).fetchall())
        work.ahead = {key: (number, value) for key, number, value in rows or ()}
    try:
        yield
    finally:
        for work in works:
            work.ahead = {}


def touch(kind: str, keys: Iterable[bytes]) -> None:
    """Count these entries as used, too: nobody asks for them only because what was made from them is kept."""
    _opened.at_work(kind).touched.update(keys)


def settle() -> None:
    """Write down what waits, and which entries were used."""
    for work in _opened.works.values():
        work.write()


@remember
def count_build() -> None:
    """A build of a whole site is over: what the last ten did not use goes from the kinds that this one has used.

    All that one process builds, while the book is served, is one build.
    """
    settle()

    def count(work: _Work, database: sqlite3.Connection) -> None:
        with _step(database):
            builds = database.execute(_BUILDS).fetchone()[0] + 1
            found = (database.execute(_NUMBER, (key,)).fetchone() for key in work.touched)
            database.executemany(_USED, [(row[0], builds - 1) for row in found if row is not None])
            database.execute(f"{_BUILDS} = {builds}")
            database.execute(_FORGET, (builds - UNUSED,))
            database.execute("DELETE FROM uses WHERE build < ?", (builds - UNUSED,))
        # Their room goes, too.
        database.execute("PRAGMA incremental_vacuum").fetchall()

    for work in _opened.works.values():
        _asked(work.path, partial(count, work))


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
    path = Path(_folder(), kind)
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def key(*parts: str | bytes) -> bytes:
    """One key out of several parts, so that no two lists of parts share one."""
    pieces: list[bytes] = []
    for part in parts:
        # Names of files may hold broken bytes.
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        pieces += (len(data).to_bytes(8, "big"), data)
    return hashlib.sha256(b"".join(pieces)).digest()


class _Unpickler(pickle.Unpickler):
    """Brings back our own classes and a few plain ones: whatever somebody wrote into a cache, none of it runs."""

    # Asked for every value: finding them anew takes longer than all the rest. With the package it is loaded anew.
    _found: ClassVar[dict[tuple[str, str], Any]] = {}

    def find_class(self, module: str, name: str) -> Any:
        found = self._found.get((module, name))
        if found is None:
            found = self._found[module, name] = self._allowed(module, name)
        return found

    def _allowed(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if module.startswith("answerbook.") else None
        if isinstance(found, type) and found.__module__ == module:
            return found
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")


class _Work:
    """What this thread does with a kind: what waits to be written, and the numbers of the entries that were used."""

    def __init__(self, kind: str, path: str) -> None:
        self.kind, self.path = kind, path
        self.waiting: dict[bytes, bytes] = {}
        self.bytes = 0
        self.used: set[int] = set()
        # By their keys: their numbers and values, as long as they are at hand.
        self.ahead: dict[bytes, tuple[int, object]] = {}
        # By their keys: looked up where a build is counted.
        self.touched: set[bytes] = set()

    def write(self) -> None:
        """All of it in one step."""
        waiting, used = self.waiting, self.used
        self.waiting, self.used, self.bytes = {}, set(), 0

        def write(database: sqlite3.Connection) -> None:
            with _step(database):
                build = database.execute(_BUILDS).fetchone()[0]
                database.executemany(_USED, ((number, build) for number in used))
                for key, value in waiting.items():
                    entry = key, _checksum(self.kind, key, value) + value
                    written = database.execute("INSERT OR REPLACE INTO entries VALUES (?, ?)", entry)
                    database.execute(_USED, (written.lastrowid, build))

        if waiting or used:
            _asked(self.path, write)


class _Opened(threading.local):
    """The databases that this thread has open, by their files, and what it does with each kind."""

    def __init__(self) -> None:
        self.databases: dict[str, sqlite3.Connection] = {}
        self.root = ""
        self.works: dict[str, _Work] = {}

    def at_work(self, kind: str) -> _Work:
        root = _folder()
        if root != self.root:
            # Only tests go from one folder to another; the one before may be gone, and is not made again.
            if Path(self.root).is_dir():
                for work in self.works.values():
                    work.write()
            self.root, self.works = root, {}
        if kind not in self.works:
            self.works[kind] = _Work(kind, str(Path(root, f"{kind}.db")))
        return self.works[kind]


_opened = _Opened()
atexit.register(settle)


@contextmanager
def _step(database: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")


def _asked(path: str, question: Callable[[sqlite3.Connection], _Result]) -> _Result | None:
    """The answer of this database; a spoilt one is thrown away, and None is the answer of one that cannot be."""
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
    if database.execute("SELECT NOT EXISTS (SELECT 1 FROM uses) AND EXISTS (SELECT 1 FROM entries)").fetchone()[0]:
        # From before uses were written down.
        database.execute("INSERT OR IGNORE INTO uses SELECT rowid, 0 FROM entries")
    if database.execute(_HELD).fetchone()[0] > LARGEST:
        database.execute(_HALVE)
    return database


def _throw_away(path: str) -> None:
    with suppress(KeyError), closing(_opened.databases.pop(path)):
        pass
    for end in ("", "-wal", "-shm"):
        with suppress(OSError):
            Path(path + end).unlink()


def _folder() -> str:
    return os.environ.get("ANSWERBOOK_CACHE") or str(places.CACHE)


def _checksum(kind: str, key: bytes, value: bytes) -> bytes:
    digest = hashlib.sha256(b"\0".join((kind.encode(), hashlib.sha256(key).digest(), b"")))
    digest.update(value)
    return digest.digest()


def _at(key: bytes, place: str) -> bytes:
    return place.encode("utf-8", "surrogatepass") or key


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
