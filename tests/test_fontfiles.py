"""The fonts of the printed book: nothing of the system, and what the packages lack is drawn from what they have."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from answerbook.paper import fontfiles
from fontTools.ttLib import TTFont


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path))


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.ttf")}


def test_small_figures_and_rare_characters_are_drawn() -> None:
    font = TTFont(fontfiles.prepare("d₀ 𠮷 🙂").folder / "extra.ttf")
    drawn = font.getBestCmap()
    assert set(drawn) == {ord("₀"), ord("𠮷"), ord("🙂")}
    low, rare = (font["glyf"][drawn[ord(character)]] for character in "₀𠮷")
    assert low.yMin < 0 < low.yMax < 400
    assert font["hmtx"][drawn[ord("₀")]][0] < 500 < font["hmtx"][drawn[ord("𠮷")]][0]
    assert 700 < rare.yMax - rare.yMin < 1000


def test_what_nobody_has_is_named() -> None:
    assert fontfiles.missing("答案 \U0002a6d6 √ Ġ \U0001f16a") == ["\U0001f16a", "\U0002a6d6"]


def test_the_same_text_gives_the_same_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = files(fontfiles.prepare("答案 √ ₀").folder)
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path / "other"))
    assert files(fontfiles.prepare("答案 √ ₀").folder) == first


def test_fonts_that_nobody_used_for_long_are_thrown_away() -> None:
    kept = fontfiles.prepare("答案 √ ₀").folder
    old = [kept.parent / f"{number:02}" for number in range(25)]
    for age, folder in enumerate(old):
        folder.mkdir()
        os.utime(folder, (1e9 - age, 1e9 - age))
    os.utime(kept, (1e9 - 99, 1e9 - 99))
    assert fontfiles.prepare("答案 √ ₀").folder == kept
    made = fontfiles.prepare("答案 √ ₀ 𠮷").folder
    assert {one.name for one in kept.parent.iterdir()} == {kept.name, made.name, *(one.name for one in old[:18])}


def test_fonts_that_somebody_may_be_printing_from_stay() -> None:
    kept = fontfiles.prepare("答案 √ ₀").folder
    now = [kept.parent / f"{number:02}" for number in range(25)]
    for folder in now:
        folder.mkdir()
    fontfiles._throw_away(kept.parent)
    assert all(folder.exists() for folder in (kept, *now))


def test_every_file_has_a_family_of_its_own() -> None:
    found = fontfiles.prepare("答案 √ ₀ Ελ 𠮷")
    names = []
    for path in found.folder.glob("*.ttf"):
        font = TTFont(path)
        names.append((font["name"].getDebugName(1), font["OS/2"].usWeightClass))
    assert len(set(names)) == len(names)
    assert {name for name, _ in names} == {*found.text, *found.code}
