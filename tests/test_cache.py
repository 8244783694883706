"""The cache: what comes out is exactly what was put in, or nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
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


def test_what_is_at_hand_is_what_was_put_last(folder: Path) -> None:
    cache.put("maths", b"x", b"old")
    cache.put("maths", b"large", b"x" * 100_000)
    forget()
    with cache.ahead("maths", "markup"):
        assert cache.get("maths", b"x") == b"old"
        assert cache.get("maths", b"large") == b"x" * 100_000
        assert cache.get("maths", b"y") is None
        cache.put("maths", b"x", b"new")
        cache.put("maths", b"y", b"other")
        cache.settle()
        assert cache.get("maths", b"x") == b"new"
        assert cache.get("maths", b"y") == b"other"
    assert cache.get("maths", b"x") == b"new"


def test_what_is_at_hand_is_believed_as_little_as_the_rest(folder: Path) -> None:
    cache.put("maths", b"x", b"drawing")
    cache.put("maths", b"y", b"other")
    changed(folder, "UPDATE entries SET value = (SELECT value FROM entries WHERE key = x'78')")
    with cache.ahead("maths"):
        assert cache.get("maths", b"x") == b"drawing"
        assert cache.get("maths", b"y") is None


def test_what_is_read_at_hand_counts_as_used() -> None:
    cache.put("maths", b"x", b"drawing")
    forget()
    for _ in range(12):
        with cache.ahead("maths"):
            build(b"x")
    assert cache.get("maths", b"x") == b"drawing"


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
    cache.settle()
    shutil.rmtree(folder)
    assert cache.get("maths", b"x") is None
    cache.put("maths", b"x", b"drawing")
    cache.settle()
    assert (folder / "maths.db").exists()
    assert cache.get("maths", b"x") == b"drawing"


def test_several_processes_can_write_at_once(folder: Path) -> None:
    code = "import sys; from answerbook import cache; [cache.put('maths', b'%d' % n, b'x' * n) for n in range(200)]"
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    writers = [subprocess.Popen([sys.executable, "-c", code], env=surroundings) for _ in range(3)]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    assert all(cache.get("maths", b"%d" % n) == b"x" * n for n in range(200))


def build(*used: bytes) -> None:
    """A process that builds a site and uses these entries."""
    for key in used:
        cache.get("maths", key)
    cache.count_build.__wrapped__()
    forget()


def test_what_ten_builds_did_not_use_goes(folder: Path) -> None:
    for key in (b"read", b"touched", b"idle"):
        cache.put("maths", key, key * 100_000)
    full = size(folder)
    for _ in range(10):
        build(b"read")
        cache.touch("maths", [b"touched", b"unknown"])
    assert cache.get("maths", b"idle") == b"idle" * 100_000
    for _ in range(10):
        build(b"read")
        cache.touch("maths", [b"touched"])
    assert cache.get("maths", b"idle") == b"idle" * 100_000
    for _ in range(11):
        build(b"read")
        cache.touch("maths", [b"touched"])
    assert cache.get("maths", b"idle") is None
    assert cache.get("maths", b"read") == b"read" * 100_000
    assert cache.get("maths", b"touched") == b"touched" * 100_000
    assert size(folder) < full


def test_kinds_that_a_build_has_no_use_for_keep_what_they_have() -> None:
    cache.put("paper", b"x", b"drawing")
    forget()
    cache._opened.works.clear()
    for _ in range(12):
        build(b"y")
    assert cache.get("paper", b"x") == b"drawing"


def test_what_was_changed_in_the_last_builds_stays() -> None:
    cache.put("maths", b"x", b"old")
    for number in range(12):
        cache.put("maths", b"x", b"%d" % number)
        build()
    assert cache.get("maths", b"x") == b"11"


def test_a_cache_from_before_uses_were_written_down_is_pruned_like_any(folder: Path) -> None:
    cache.put("maths", b"x", b"drawing")
    forget()
    changed(folder, "DROP TABLE uses")
    build(b"x")
    assert cache.get("maths", b"x") == b"drawing"
    forget()
    for _ in range(11):
        build(b"y")
    assert cache.get("maths", b"x") is None


def test_a_run_that_is_killed_counts_for_nothing(folder: Path) -> None:
    """Nor does it spoil anything, whatever it was about."""
    cache.put("maths", b"x", b"drawing")
    forget()
    code = "import os; from answerbook import cache; cache.get('maths', b'x'); "
    code += "cache.put('maths', b'y', b'z' * 5_000_000); "
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    for end in ("os.kill(os.getpid(), 9)", "cache.put('maths', b'w', b'w'); os.kill(os.getpid(), 9)"):
        assert subprocess.run([sys.executable, "-c", code + end], env=surroundings, check=False).returncode == -9
    assert cache.get("maths", b"x") == b"drawing"
    # This was too much to wait.
    assert cache.get("maths", b"y") == b"z" * 5_000_000
    assert cache.get("maths", b"w") is None
    assert builds(folder) == 0


def test_builds_side_by_side_each_count_and_lose_nothing(folder: Path) -> None:
    cache.put("maths", b"x", b"drawing")
    forget()
    code = (
        "from answerbook import cache; assert cache.get('maths', b'x') == b'drawing'; "
        "[cache.put('maths', b'%d' % n, b'x' * n) for n in range(200)]; cache.count_build(); cache.count_build()"
    )
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    running = [subprocess.Popen([sys.executable, "-c", code], env=surroundings) for _ in range(4)]
    assert [one.wait(60) for one in running] == [0, 0, 0, 0]
    assert builds(folder) == 4
    assert all(cache.get("maths", b"%d" % n) == b"x" * n for n in range(200))


def builds(folder: Path) -> int:
    with sqlite3.connect(folder / "maths.db") as database:
        counted: int = database.execute("PRAGMA user_version").fetchone()[0]
    database.close()
    return counted


def size(folder: Path) -> int:
    forget()
    return (folder / "maths.db").stat().st_size


def test_a_cache_that_cannot_be_written_does_no_harm(folder: Path) -> None:
    folder.write_text("a file where the folder should be", encoding="utf-8")
    cache.put("maths", b"x", b"drawing")
    cache.settle()
    assert cache.get("maths", b"x") is None


def test_keys_of_different_parts_differ() -> None:
    assert len({cache.key("ab", "c"), cache.key("a", "bc"), cache.key("abc"), cache.key("abc", "")}) == 4
    assert cache.key("a", b"b") == cache.key(b"a", "b")


def forget() -> None:
    """Write what waits and close what is open, as at the end of a process."""
    cache.settle()
    while cache._opened.databases:
        cache._opened.databases.popitem()[1].close()


def changed(folder: Path, statement: str) -> None:
    """Change entries behind the cache's back."""
    cache.settle()
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


def test_another_python_changes_every_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = codes()
    monkeypatch.setattr(sys, "version", f"{sys.version}, another build")
    after = codes()
    assert all(after[wing] != before[wing] for wing in before)


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


def test_of_what_has_a_place_only_the_last_is_kept(folder: Path) -> None:
    for text in ("one", "two", "two", "three"):
        assert cache.value("texts", cache.key(text), partial("{} made".format, text), "docs/a.md") == f"{text} made"
    assert cache.known("texts", cache.key("three"), "docs/a.md") == "three made"
    assert cache.known("texts", cache.key("one"), "docs/a.md") is None
    assert cache.known("texts", cache.key("three"), "docs/b.md") is None
    forget()
    with sqlite3.connect(folder / "texts.db") as database:
        assert database.execute("SELECT count(*) FROM entries").fetchone() == (1,)
    database.close()


@pytest.mark.parametrize("value", [Stranger("a"), os.getcwd, Path("a")], ids=["a class", "a function", "a path"])
def test_a_value_of_something_else_is_not_brought_back(value: object) -> None:
    cache.keep("sound", b"x", value)
    assert cache.known("sound", b"x") is None
    assert cache.value("sound", b"x", lambda: "made") == "made"


def test_what_somebody_wrote_into_a_cache_does_not_run(tmp_path: Path) -> None:
    programs = (
        b"cos\nmkdir\n(V%s\ntR.",
        b"\x80\x04canswerbook.cache\nos.mkdir\n(V%s\ntR.",
        # A class that one of our modules has from elsewhere.
        b"\x80\x04canswerbook.node\nsubprocess.Popen\n((lVtouch\naV%s\natR.",
    )
    for program in programs:
        cache.put("sound", b"x", b"x" + program % str(tmp_path / "made").encode())
        assert cache.known("sound", b"x") is None
    assert not (tmp_path / "made").exists()
