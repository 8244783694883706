"""Numbers in texts, and whether the short answer and the spoken one tell those of their page."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from answerbook import places
from answerbook.checking import number_rules, told_rules
from answerbook.content import books
from answerbook.content.numbers import Number
from answerbook.content.questions import Question
from answerbook.text import quantities
from answerbook.text.body import Body


@pytest.fixture(scope="module")
def cached() -> Question:
    return books.read(places.ROOT / "docs")[0].book.by_id["kv-cache-size"]


def said(question: Question, entries: tuple[Number, ...] = ()) -> list[str]:
    return [f"{line} {message.split('；')[0]}" for line, message in told_rules.check(question, entries, "")]


def rewritten(question: Question, old: str, new: str) -> Question:
    text = question.body.text.replace(old, new, 1)
    return replace(question, short=question.short.replace(old, new, 1), body=Body(text, question.body.line))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("三百二十", 320),
        ("三万二", 32_000),
        ("十二万八", 128_000),
        ("三百五", 350),
        ("一百零五", 105),
        ("七千零九", 7_009),
        ("一万零三", 10_003),
        ("三亿两千万", 320_000_000),
        ("二点五", Decimal("2.5")),
        ("六十七点四亿", 6_740_000_000),
        ("百分之四十", 40),
    ],
)
def test_numbers_are_read_in_words(words: str, number: int) -> None:
    found = quantities.in_words(words)
    assert found is not None and found.number * found.scales[0] == number


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ("320 KiB", "| **320 KiB** |"),
        ("三百二十 K 字节", "320 KiB"),
        ("128K", "131072 长"),
        ("67.4 亿", "6,738,415,616"),
        ("67.4 亿", "（亿）| 67.38 |"),
        ("70 亿", "7B"),
        ("百分之四十", "$0.4$"),
        ("3e-8", r"$3\times10^{-8}$"),
        ("13.5 GB", "12.57 GiB"),
        ("20 GB", "20.1 GB"),
        ("0.6%", "0.63%"),
        ("140 GB", "138 GB"),
    ],
)
def test_the_same_number_is_known_however_it_is_written(told: str, known: str) -> None:
    assert any(quantities.same(one, two) for one in quantities.find(told) for two in quantities.find(known))


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ("384 KiB", "320 KiB"),
        ("320 KiB", "320%"),
        ("67.8 亿", "6,738,415,616"),
        ("109 GB", "108 GB"),
        # More digits than anything vouches for.
        ("68.1 KiB", "70 KiB"),
    ],
)
def test_another_number_is_not_the_same(told: str, known: str) -> None:
    assert not any(quantities.same(one, two) for one in quantities.find(told) for two in quantities.find(known))


def test_what_is_said_loosely_is_no_number() -> None:
    for words in ("一两百", "二三年", "几百个", "成百上千"):
        assert [*quantities.find(words)] == []


def test_the_short_answer_tells_the_numbers_of_the_page(cached: Question) -> None:
    assert said(rewritten(cached, "每 token 320 KiB", "每 token 384 KiB")) == [
        "3 速答里的“384 KiB”，这一页别处没有（第 41 行写的是 320 KiB）",
        "15 口述里的“五百七十六”，这一页别处没有",
    ]


def test_what_is_said_aloud_tells_them_too(cached: Question) -> None:
    found = said(rewritten(cached, "是三百二十 K 字节", "是三百八十四 K 字节"))
    assert "15 口述里的“三百八十四 K”，这一页别处没有" in found


def test_a_page_is_corrected_in_all_places(cached: Question) -> None:
    changed = cached
    for old, new in (("| **40 GiB** |", "| **48 GiB** |"), ("到 128K 是 40 GiB", "到 128K 是 48 GiB")):
        changed = rewritten(changed, old, new)
    assert [one for one in said(changed) if "40 GiB" in one] == [
        "3 速答里的“40 GiB”，这一页别处没有（第 41 行写的是 48 GiB）"
    ]


def test_what_a_computation_vouches_for_needs_no_other_place(cached: Question) -> None:
    one = Number("kv-cache-size", "每层只存一个五百七十六维的向量", "五百七十六", "512+64", 1)
    assert said(cached, (one,)) == []
    assert number_rules.agrees(512 + 64, one.shows)
    assert not number_rules.agrees(512 + 128, one.shows)


@pytest.mark.parametrize(
    "words", ["共 8 层", "2024 年起", "用 H100 和 Qwen2.5", "不到 70 GB", "九十多页", "约五百个", "差十倍"]
)
def test_small_round_and_loose_numbers_are_left_alone(cached: Question, words: str) -> None:
    spoken = rewritten(cached, "公式是二乘层数", f"{words}，公式是二乘层数")
    both = replace(spoken, short=words if words.isascii() or "五" not in words else "")
    assert [one for one in said(both) if "五百七十六" not in one] == []


def test_a_changed_digit_in_a_short_answer_is_mostly_noticed() -> None:
    book = books.read(places.ROOT / "docs")[0].book
    entries: dict[str, tuple[Number, ...]] = {}
    for number in book.numbers:
        entries[number.page] = (*entries.get(number.page, ()), number)
    tried = noticed = 0
    for question in book.questions:
        for told in quantities.find(question.short):
            words = question.short[told.start : told.end]
            if not words.endswith(("GB", "GiB", "KiB", "%", "亿", "万")):
                continue
            other = re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 3) % 10), words)
            short = question.short[: told.start] + other + question.short[told.end :]
            own = entries.get(question.id, ())
            lost = any(one.quote in question.short and one.quote not in short for one in own)
            tried += 1
            noticed += lost or bool(said(replace(question, short=short), own))
    # What is left are those whose other number stands on the page as well.
    assert tried > 60 and noticed >= 0.7 * tried, (noticed, tried)
