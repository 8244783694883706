"""What the pages say in numbers is what comes out when it is computed, and the same on every page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, InvalidOperation
from difflib import SequenceMatcher
from functools import cache as remember
from itertools import groupby
from typing import Any

from .. import cache
from ..arithmetic import caches, serving, sizes, texts, training
from ..arithmetic.shapes import Shape
from ..content import numbers
from ..content.contents import Contents, short
from ..content.models import Model
from ..content.numbers import Fact, Number
from ..content.questions import Question
from ..problems import Problem
from ..rulebook import rule

# A line of the page that is as like the words sought is shown as where they may have gone.
_ALIKE = 0.5


@rule(
    "numbers",
    "算出来是、算不出来、这里的 quote、shows 照着改",
    (
        "页面上的数都由 `docs/numbers.yml` 里的式子重算：改了页面上的数，那里的 quote（原文）、shows（数）照着改，"
        "算出来不同的再改 value（式子），或把页面改回去；句子里写了是第几行"
    ),
)
def check(contents: Contents) -> Iterator[Problem]:
    """Numbers that come out otherwise or are no longer there, and facts that are told in two ways."""
    shown = f"{contents.shown}{numbers.FILE}"
    for id, group in groupby(sorted(contents.book.numbers, key=lambda one: (one.page, one.line)), lambda one: one.page):
        entries = tuple(group)
        question = contents.book.by_id.get(id)
        if question is not None:
            yield from _kept(contents, question, entries, shown)
        elif not any(id == other for other in contents.ids.values()):
            yield Problem(shown, entries[0].line, f"page 写的是“{id}”，没有这个问题；请改正编号，或删去它的各条")
    yield from _facts(contents)


def agrees(value: Any, shows: str) -> bool:
    """Whether a value, rounded to as many decimals as are shown, is the number shown."""
    try:
        written = Decimal(shows.replace(",", "").replace("−", "-").replace("{}", ""))
    except InvalidOperation:
        return False
    places = Decimal(1).scaleb(int(written.as_tuple().exponent))
    exact = Decimal(value) if isinstance(value, int) else Decimal(repr(float(value)))
    return written in {exact.quantize(places, rounding) for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN)}


def _kept(contents: Contents, question: Question, entries: tuple[Number, ...], shown: str) -> Iterator[Problem]:
    """The numbers of one page; nothing is computed again for a page that is as it was."""
    said = (question.title, question.short, question.body.text)
    computed = (repr((one.quote, one.shows, one.value)) for one in entries)
    # Of the table of models only the rows that an expression may pick.
    rows = _rows(contents) if any("shapes[" in one.value for one in entries) else b""
    key = cache.key("numbers", cache.code("checking"), *said, *computed, rows)
    if cache.get("sound", key) is not None:
        return
    problems = [problem for one in entries for problem in _check(contents, question, one, shown)]
    if not problems:
        cache.put("sound", key, b"")
    yield from problems


def _rows(contents: Contents) -> bytes:
    """A digest of the shapes in the table of models."""
    shapes = ((id, model.shape) for id, model in contents.book.models.items())
    return cache.key(*(part for id, shape in shapes if shape is not None for part in (id, texts.write(shape))))


@rule("numbers")
def _check(contents: Contents, question: Question, number: Number, shown: str) -> Iterator[Problem]:
    path = f"{contents.shown}{question.path}"
    try:
        value = eval(number.value, {**_names(), "shapes": _Shapes(contents.book.models)})
        right = agrees(value, number.shows)
        found = f"{float(value):.10g}"
    except Exception as error:  # noqa: BLE001 (whatever an expression may do)
        yield Problem(shown, number.line, f"value“{short(number.value, 60)}”算不出来（{error}）；请检查式子里的名字")
        return
    at = _place(question, number.quote)
    if at is None:
        message = f"{path} 里没有“{short(number.quote, 40)}”{_nearest(question, number.quote)}；页面改了，"
        what = f"这里的 quote、shows 照着改；value 算出来是 {found}，与新的数不同，就改式子，或把页面改回去"
        yield Problem(shown, number.line, message + what)
    elif not right:
        message = f"“{short(number.quote, 40)}”写的是 {number.shows}，按 {shown}:{number.line} 的式子算出来是 {found}"
        yield Problem(path, at, f"{message}；请改正这里，或改正那里的式子")


def _place(question: Question, quote: str) -> int | None:
    """The line on which these words stand."""
    at = question.body.text.find(quote)
    if at >= 0:
        return question.body.line_of(at)
    for name, said in (("title", question.title), ("short", question.short)):
        if quote in said:
            return question.lines.get(name, 1)
    return None


@rule("numbers")
def _nearest(question: Question, quote: str) -> str:
    """The line of the page that says nearly the same."""
    lines = enumerate(question.body.text.split("\n"), question.body.line)
    best = max(((_alike(quote, line), number) for number, line in lines if line.strip()), default=(0.0, 0))
    return f"，最像的是第 {best[1]} 行" if best[0] >= _ALIKE else ""


def _alike(quote: str, line: str) -> float:
    matched = SequenceMatcher(None, quote, line, autojunk=False).get_matching_blocks()
    return sum(block.size for block in matched if block.size > 1) / len(quote)


@rule(
    "facts",
    "在全书写成、没有一页写到",
    "同一件事几页都说，写法记在 `docs/facts.yml`；真的变了，先改那里，再改各页",
)
def _facts(contents: Contents) -> Iterator[Problem]:
    """Where pages tell a fact otherwise; nobody looks for what no page tells any more."""
    facts = contents.book.facts
    shown, told = f"{contents.shown}{numbers.FACTS}", set[int]()
    patterns = repr([fact.pattern.pattern for fact in facts])
    for question in contents.book.questions if facts else ():
        for at, line, said, form in _told(question, facts, patterns):
            told.add(at)
            if form not in facts[at].allowed:
                message = f"写的是“{said}”；{facts[at].name}在全书写成 {'、'.join(facts[at].allowed)}"
                yield Problem(f"{contents.shown}{question.path}", line, f"{message}（{shown}:{facts[at].line}）")
    for at, fact in enumerate(facts):
        if at not in told:
            yield Problem(shown, fact.line, f"没有一页写到“{fact.name}”；请改 pattern，或删去这一条")


def _told(question: Question, facts: Sequence[Fact], patterns: str) -> list[tuple[int, int, str, str]]:
    """Which facts one page tells, kept: which, on which line, in which words, the form that matters."""
    body, place = question.body, question.lines.get("short", 1)

    def found() -> list[tuple[int, int, str, str]]:
        return [
            (at, place if text is question.short else body.line_of(match.start()), short(match[0], 40), match[1])
            for text in (question.short, body.text)
            for at, fact in enumerate(facts)
            for match in fact.pattern.finditer(text)
        ]

    said = (str(place), question.short, str(body.line), body.text)
    return cache.value("sound", cache.key("facts", cache.code("checking"), patterns, *said), found)


class _Shapes(Mapping[str, Shape]):
    """The shapes of the table of models by their ids, for an expression to pick from."""

    def __init__(self, models: Mapping[str, Model]) -> None:
        self._models = models

    def __getitem__(self, id: str) -> Shape:
        shape = self._models[id].shape
        if shape is None:
            raise KeyError(id)
        return shape

    def __iter__(self) -> Iterator[str]:
        return (id for id, model in self._models.items() if model.shape is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@remember
def _names() -> Mapping[str, Any]:
    """What an expression may name."""
    # Only now: a book without numbers does not need it.
    import numpy as np

    modules = {"caches": caches, "training": training, "serving": serving}
    named = {name: value for name, value in vars(sizes).items() if name[0] != "_"}
    return {"np": np, "math": math, **modules, **named}
