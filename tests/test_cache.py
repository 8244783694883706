"""The cache: what comes out is exactly what was put in, or nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest
from answerbook import cache, places
from answerbook.problems import Problem


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
    before = codes()
    with (package / file).open("a", encoding="utf-8") as changed:
        changed.write("\n")
    assert {wing for wing, code in codes().items() if code != before[wing]} == wings


def test_another_lock_of_libraries_changes_every_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "REQUIREMENTS_LOCK", tmp_path / "requirements.lock")
    found = [codes()]
    for version in ("1.0", "1.1"):
        places.REQUIREMENTS_LOCK.write_text(f"markdown-it-py=={version}\n", "utf-8")
        found.append(codes())
    assert all(one[wing] != other[wing] for one, other in combinations(found, 2) for wing in one)


def codes() -> dict[str, bytes]:
    """What the wings are decided by now."""
    cache.code.cache_clear()
    found = {wing: cache.code(wing) for wing in ("text", "content", "markup", "search")}
    cache.code.cache_clear()
    return found


@dataclass(frozen=True)
class Stranger:
    """Not a class of ours."""

    text: str


def test_a_value_is_made_once(folder: Path) -> None:
    made: list[int] = []

    def make() -> tuple[Problem, ...]:
        made.append(1)
        return (Problem("docs/a.md", 3, "错"),)

    assert cache.value("sound", b"x", make) == cache.value("sound", b"x", make) == (Problem("docs/a.md", 3, "错"),)
    forget()
    assert cache.value("sound", b"x", make) == (Problem("docs/a.md", 3, "错"),)
    assert len(made) == 1


@pytest.mark.parametrize("value", [Stranger("a"), os.getcwd, Path("a")], ids=["a class", "a function", "a path"])
def test_a_value_of_something_else_is_not_brought_back(value: object) -> None:
    cache.keep("sound", b"x", value)
    assert cache.known("sound", b"x") is None
    assert cache.value("sound", b"x", lambda: "made") == "made"


def test_what_somebody_wrote_into_a_cache_does_not_run(tmp_path: Path) -> None:
    for program in (b"cos\nmkdir\n", b"canswerbook.cache\nos.mkdir\n"):
        cache.put("sound", b"x", program + b"(V%s\ntR." % str(tmp_path / "made").encode())
        assert cache.known("sound", b"x") is None
    assert not (tmp_path / "made").exists()
