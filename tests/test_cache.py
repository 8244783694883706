"""The cache: what comes out is exactly what was put in, or nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from answerbook import cache, places


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_was_put_comes_back() -> None:
    assert cache.get("maths", b"x") is None
    cache.put("maths", b"x", b"drawing")
    cache.put("maths", b"y", b"")
    assert cache.get("maths", b"x") == b"drawing"
    assert cache.get("maths", b"y") == b""
    assert cache.get("markup", b"x") is None


def test_a_database_that_has_grown_too_large_loses_what_was_written_first(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(100):
        cache.put("maths", b"%d" % number, b"x" * 10_000)
    forget()
    monkeypatch.setattr(cache, "LARGEST", 1_000_000)
    assert cache.get("maths", b"0") is None
    assert cache.get("maths", b"99") == b"x" * 10_000
    kept = sum(cache.get("maths", b"%d" % number) is not None for number in range(100))
    forget()
    assert sum(cache.get("maths", b"%d" % number) is not None for number in range(100)) == kept == 50


def test_a_later_value_replaces_the_earlier_one() -> None:
    cache.put("maths", b"x", b"old")
    cache.put("maths", b"x", b"new")
    assert cache.get("maths", b"x") == b"new"


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_spoilt_database_is_thrown_away(folder: Path, damage: bytes) -> None:
    cache.put("maths", b"x", b"drawing")
    cache.put("sound", b"x", b"other")
    forget()
    (folder / "maths.db").write_bytes(damage)
    assert cache.get("maths", b"x") is None
    cache.put("maths", b"x", b"drawing")
    assert cache.get("maths", b"x") == b"drawing"
    assert cache.get("sound", b"x") == b"other"


def test_a_database_of_something_else_is_thrown_away(folder: Path) -> None:
    folder.mkdir()
    with sqlite3.connect(folder / "maths.db") as database:
        database.execute("CREATE TABLE entries (something TEXT)")
    database.close()
    assert cache.get("maths", b"x") is None
    cache.put("maths", b"x", b"drawing")
    assert cache.get("maths", b"x") == b"drawing"


def test_a_changed_byte_is_noticed(folder: Path) -> None:
    cache.put("maths", b"x", b"drawing")
    changed(folder, "UPDATE entries SET value = substr(value, 1, length(value) - 1) || x'00'")
    assert cache.get("maths", b"x") is None


def test_an_entry_of_another_key_is_not_believed(folder: Path) -> None:
    cache.put("maths", b"x", b"drawing")
    cache.put("maths", b"y", b"other")
    changed(folder, "UPDATE entries SET value = (SELECT value FROM entries WHERE key = x'78')")
    assert cache.get("maths", b"y") is None
    assert cache.get("maths", b"x") == b"drawing"


def test_an_entry_that_is_no_bytes_is_not_believed(folder: Path) -> None:
    cache.put("maths", b"x", b"drawing")
    changed(folder, "UPDATE entries SET value = 'text'")
    assert cache.get("maths", b"x") is None


def test_a_cache_that_is_deleted_while_it_is_used_begins_anew(folder: Path) -> None:
    cache.put("maths", b"x", b"drawing")
    shutil.rmtree(folder)
    assert cache.get("maths", b"x") is None
    cache.put("maths", b"x", b"drawing")
    assert (folder / "maths.db").exists()
    assert cache.get("maths", b"x") == b"drawing"


def test_several_processes_can_write_at_once(folder: Path) -> None:
    code = "import sys; from answerbook import cache; [cache.put('maths', b'%d' % n, b'x' * n) for n in range(200)]"
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    writers = [subprocess.Popen([sys.executable, "-c", code], env=surroundings) for _ in range(3)]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    assert all(cache.get("maths", b"%d" % n) == b"x" * n for n in range(200))


def test_a_cache_that_cannot_be_written_does_no_harm(folder: Path) -> None:
    folder.write_text("a file where the folder should be", encoding="utf-8")
    cache.put("maths", b"x", b"drawing")
    assert cache.get("maths", b"x") is None


def test_keys_of_different_parts_differ() -> None:
    assert len({cache.key("ab", "c"), cache.key("a", "bc"), cache.key("abc"), cache.key("abc", "")}) == 4
    assert cache.key("a", b"b") == cache.key(b"a", "b")


def forget() -> None:
    """Close what is open, as at the end of a build."""
    while cache._opened.databases:
        cache._opened.databases.popitem()[1].close()


def changed(folder: Path, statement: str) -> None:
    """Change entries behind the cache's back."""
    with sqlite3.connect(folder / "maths.db") as database:
        database.execute(statement)
    database.close()


@pytest.mark.parametrize(
    ("file", "wings"),
    [
        ("cache.py", {"text", "content", "markup", "search"}),
        ("text/links.py", {"text", "content", "markup", "search"}),
        ("content/questions.py", {"content", "markup", "search"}),
        ("search/lists/dictionary.txt", {"search"}),
        ("site/pages.py", set()),
    ],
)
def test_a_changed_file_changes_the_keys_of_its_wing_and_those_below(
    file: str, wings: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "answerbook"
    shutil.copytree(places.PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(places, "PACKAGE", package)
    looked_at = ("text", "content", "markup", "search")
    before = {wing: cache.code.__wrapped__(wing) for wing in looked_at}
    with (package / file).open("a", encoding="utf-8") as changed:
        changed.write("\n")
    assert {wing for wing in looked_at if cache.code.__wrapped__(wing) != before[wing]} == wings
