"""The numbers of the short answer and of what is said aloud are those of the page below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..content.numbers import Number
from ..content.questions import Question
from ..rulebook import rule
from ..text import quantities
from ..text.parts import SPOKEN
from ..text.quantities import Quantity

# Whole numbers so small count what everybody sees, and stand on every page.
_SMALL = 10
_YEARS = range(1950, 2036)
# What is only a bound, or only about so much, is no number of the page's.
_BOUND = re.compile(r"(?:不到|不足|近|超过|大于|小于|至少|至多|最多|最少|低于|高于|少于|多于|上|达) ?$")
_LOOSELY = re.compile(r"次方| ?[多来余几]|(?: ?[\w]){0,4}?(?:以上|以下|以内|左右|上下)")
# The other number of the page that the changed one may have been is no further than this.
_NEAR = 2


@rule(
    "told-numbers",
    "这一页别处没有",
    (
        "速答和口述里的数，正文里也要有（约到更少的位数可以，十以内的整数、年份、“不到”“多”这样的界限不查），"
        "或由 `docs/numbers.yml` 的一条算出来；改了一处，别处也照着改"
    ),
)
def check(question: Question, entries: Sequence[Number], tables: str) -> Iterator[tuple[int, str]]:
    """What the short answer and the spoken one tell in numbers that stand nowhere else on the page.

    `tables` are what its tables of models will say.
    """
    body = question.body.text
    start, end = question.body.part(SPOKEN) or (0, 0)
    spoken, rest = body[start:end], f"{body[:start]}{' ' * (end - start)}{body[end:]}"
    elsewhere = [
        (place, one) for place, text in ((0, rest), (-1, question.title), (-1, tables)) for one in quantities.find(text)
    ]
    for told in _unknown(question.short, entries, elsewhere):
        hint = _hint(question, told, elsewhere)
        yield question.lines.get("short", 1), _sentence("速答", question.short[told.start : told.end], hint)
    first = [(-1, one) for one in quantities.find(question.short)]
    for told in _unknown(spoken, entries, [*elsewhere, *first]):
        line = question.body.line_of(start + told.start)
        yield line, _sentence("口述", spoken[told.start : told.end], _hint(question, told, elsewhere))


@rule("told-numbers")
def _sentence(part: str, words: str, hint: str) -> str:
    said = f"{part}里的“{words.strip()}”，这一页别处没有{hint}"
    return f"{said}；这里写错了就改这里，改对了，别处也照着改，是另外算出来的，就在 docs/numbers.yml 里加一条"


def _unknown(text: str, entries: Sequence[Number], known: Sequence[tuple[int, Quantity]]) -> Iterator[Quantity]:
    """The numbers of a text that nothing else on the page, and no computation, vouches for."""
    vouched = [(text.index(one.quote), one) for one in entries if one.quote in text]
    for told in quantities.find(text):
        words = text[told.start : told.end]
        quoting = [one for at, one in vouched if at < told.end and told.start < at + len(one.quote)]
        if any(one.shows in words or told.number in _inputs(one.value) for one in quoting):
            continue
        if not _trivial(told, text) and not any(quantities.same(told, one) for _, one in known):
            yield told


def _inputs(expression: str) -> list[Decimal]:
    """The numbers that something is computed from."""
    return [one.number for one in quantities.find(expression)]


def _trivial(told: Quantity, text: str) -> bool:
    """Whether a number is too small, too round or too loose to be held against another."""
    number, whole = told.number, told.number == told.number.to_integral_value()
    # A number in a name: fp16, H100, Qwen2.5.
    if re.search(r"[A-Za-z]-?$", text[: told.start]):
        return True
    if _BOUND.search(text[: told.start]) or _LOOSELY.match(text, told.end):
        return True
    if not whole or told.unit == "%":
        return False
    small = number <= _SMALL and told.bare
    year = told.bare and int(number) in _YEARS
    # In words it is as round as speakers make it.
    round_ = not text[told.start].isascii() and len(str(int(number)).rstrip("0")) == 1
    return small or year or round_


def _hint(question: Question, told: Quantity, known: Sequence[tuple[int, Quantity]]) -> str:
    """The number of the same kind that comes nearest, and its line."""
    alike = [
        (ratio, one)
        for place, one in known
        if place == 0 and one.unit == told.unit and one.scales == told.scales and not one.bare and one.number
        if 1 / Decimal(_NEAR) <= (ratio := told.number / one.number) <= _NEAR
    ]
    if not alike:
        return ""
    near = min(alike, key=lambda one: abs(one[0] - 1))[1]
    words = question.body.text[near.start : near.end].strip()
    return f"（第 {question.body.line_of(near.start)} 行写的是 {words}）"
