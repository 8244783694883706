"""The cache: what comes out is exactly what was put in, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from answerbook import cache


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


def test_a_later_value_replaces_the_earlier_one() -> None:
    cache.put("maths", b"x", b"old")
    cache.put("maths", b"x", b"new")
    assert cache.get("maths", b"x") == b"new"


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 100])
def test_a_damaged_entry_is_not_believed(folder: Path, damage: bytes) -> None:
    cache.put("maths", b"x", b"drawing")
    _only_file(folder).write_bytes(damage)
    assert cache.get("maths", b"x") is None


def test_a_changed_byte_is_noticed(folder: Path) -> None:
    cache.put("maths", b"x", b"drawing")
    file = _only_file(folder)
    entry = bytearray(file.read_bytes())
    entry[-1] ^= 1
    file.write_bytes(entry)
    assert cache.get("maths", b"x") is None


def test_an_entry_of_another_key_is_not_believed(folder: Path) -> None:
    cache.put("maths", b"x", b"drawing")
    first = _only_file(folder)
    cache.put("maths", b"y", b"other")
    second = next(path for path in _files(folder) if path != first)
    second.write_bytes(first.read_bytes())
    assert cache.get("maths", b"y") is None
    assert cache.get("maths", b"x") == b"drawing"


def test_a_cache_that_cannot_be_written_does_no_harm(folder: Path) -> None:
    folder.write_text("a file where the folder should be", encoding="utf-8")
    cache.put("maths", b"x", b"drawing")
    assert cache.get("maths", b"x") is None


def test_nothing_but_entries_is_left_behind(folder: Path) -> None:
    for number in range(20):
        cache.put("maths", bytes([number]), b"drawing")
    assert len(_files(folder)) == 20


def test_keys_of_different_parts_differ() -> None:
    assert len({cache.key("ab", "c"), cache.key("a", "bc"), cache.key("abc"), cache.key("abc", "")}) == 4
    assert cache.key("a", b"b") == cache.key(b"a", "b")


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _only_file(folder: Path) -> Path:
    (file,) = _files(folder)
    return file
