"""The preview cards: their size, their bytes, what they say and what they cannot."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
import segno
from answerbook import places
from answerbook.checking import checks
from answerbook.drawing import cards, fonts
from answerbook.drawing.cards import PreviewCard
from PIL import Image

from tests.sites import SMALL

CARD = PreviewCard(
    title="自注意力里为什么要除以 √d_k？",
    short="点积的方差等于 d_k；除以 √d_k 把方差拉回 1，softmax 才不会一开始就饱和。",
    topic="Transformer 与注意力",
    book="大模型面试答案书",
    address="https://example.com/book/q/attention-scaling/",
)
LONGEST = replace(CARD, title="长" * 79 + "？", short="很" * 119 + "。")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path / "cache"))


def opened(card: PreviewCard) -> Image.Image:
    return Image.open(io.BytesIO(cards.picture(card)))


def colours(image: Image.Image, box: tuple[int, int, int, int]) -> set[tuple[int, ...]]:
    return {colour for _, colour in image.convert("RGB").crop(box).getcolors(1 << 20)}  # type: ignore[misc, union-attr]


@pytest.mark.parametrize("card", [CARD, LONGEST, replace(CARD, address="")], ids=["usual", "longest", "no address"])
def test_a_card_is_a_small_png_of_the_size_that_chats_show(card: PreviewCard) -> None:
    image = opened(card)
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(cards.picture(card)) < 40_000


def test_the_same_card_is_the_same_bytes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    first = cards.picture(CARD)
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path / "another"))
    assert cards.picture(CARD) == first
    assert cards.picture(replace(CARD, short="别的。")) != first


def test_cards_drawn_by_several_processes_are_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(cards, "_WORTH_SHARING", 4)
    many = [replace(CARD, title=f"第 {number} 个问题？") for number in range(4)]
    shared = [*cards.pictures(many)]
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path / "another"))
    assert [cards.picture(card) for card in many] == shared


def test_a_damaged_entry_of_the_cache_is_drawn_anew(tmp_path: Path) -> None:
    first = cards.picture(CARD)
    for entry in (tmp_path / "cache" / "cards").rglob("*"):
        if entry.is_file():
            entry.write_bytes(b"damaged")
    assert cards.picture(CARD) == first


@pytest.mark.parametrize("card", [CARD, LONGEST], ids=["usual", "longest"])
def test_nothing_touches_the_margins(card: PreviewCard) -> None:
    image = opened(card)
    paper = {(0xFE, 0xFD, 0xFA)}
    for edge in ((0, 0, 1200, 50), (0, 595, 1200, 630), (0, 0, 60, 630), (1140, 0, 1200, 630)):
        assert colours(image, edge) == paper


def test_the_code_is_there_only_where_there_is_an_address() -> None:
    corner = (960, 420, 1130, 585)
    assert len(colours(opened(CARD), corner)) == 2
    assert len(colours(opened(replace(CARD, address="", short="短。")), corner)) == 1


def test_the_code_holds_the_address() -> None:
    """Drawn again from the address, module by module, it is what the picture shows."""
    code = cards._code(CARD.address)
    assert code is not None
    right, bottom = cards.WIDTH - cards._MARGIN, cards.HEIGHT - cards._MARGIN + 12
    shown = opened(CARD).convert("L").crop((right - code.width, bottom - code.height, right, bottom))
    assert shown.point([255 * (level < 128) for level in range(256)]).tobytes() == code.tobytes()


def test_every_character_of_the_book_can_be_drawn() -> None:
    for folder in (SMALL, places.ROOT / "docs"):
        book, _ = checks.examine(folder, typeset=False)
        texts = [question.title + question.short for question in book.questions]
        assert fonts.missing("".join([*texts, *(topic.title for topic in book.topics)])) == []


@pytest.mark.parametrize("text", ["ᵀ₀₁²x⁻¹", "αβγΔΣ√∞≈≤→∈‖", "镕犇堃", "“”‘’（）《》——……·", "ABCxyz0123_-/+=<>"])
def test_greek_mathematics_and_rare_characters_have_glyphs(text: str) -> None:
    for weight in (fonts.REGULAR, fonts.BOLD):
        assert fonts.missing(text) == []
        assert sum(len(run.text) for run in fonts.runs(text, weight)) == len(text)


def test_small_figures_are_drawn_small_below_and_above() -> None:
    below, base, above = fonts.runs("₂2⁻", fonts.REGULAR)
    assert (below.text, base.text, above.text) == ("2", "2", "−")
    assert below.size < base.size == 1 and below.rise < base.rise < above.rise


def test_a_character_without_a_glyph_is_named() -> None:
    # The last two are several characters in one, raised.
    assert fonts.missing("甲𓀀乙") == ["𓀀"]
    assert fonts.missing("\U0001f16a\U0001f16b") == ["\U0001f16a", "\U0001f16b"]


def test_a_line_that_cannot_be_broken_does_not_fit() -> None:
    assert not cards._fits("甲" + "？" * 60, "短")
    assert cards._fits("W" * 60, "短")


def test_whatever_the_form_allows_fits() -> None:
    """The longest title and the longest short answer beside the largest code."""
    assert cards._fits(LONGEST.title, LONGEST.short)
    assert not cards._fits("W" * 158, LONGEST.short)


def test_the_code_of_an_address_with_chinese_letters_is_read_as_that_address() -> None:
    written = cards._in_ascii("https://书.example.中国/面试/q/a%20b/?q=显存#详解")
    assert (
        written
        == "https://xn--1jq.example.xn--fiqs8s/%E9%9D%A2%E8%AF%95/q/a%20b/?q=%E6%98%BE%E5%AD%98#%E8%AF%A6%E8%A7%A3"
    )
    assert segno.make_qr(written).mode == "byte"
    assert cards._in_ascii("https://example.com:8000/q/a/") == "https://example.com:8000/q/a/"
    # Letters that Japanese has too would be coded as Japanese, and read as something else.
    assert segno.make_qr("https://例.com/").matrix != segno.make_qr("https://例.com/", encoding="utf-8").matrix
