"""What the pages say in numbers is what comes out when it is computed, and the same on every page."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, InvalidOperation
from functools import cache as remember
from itertools import groupby
from typing import Any

from .. import cache
from ..arithmetic import caches, serving, sizes, texts, training
from ..arithmetic.shapes import Shape
from ..content import model_tables, models, numbers
from ..content.contents import Contents, short
from ..content.datafiles import near
from ..content.models import Model
from ..content.numbers import Fact, Number
from ..content.questions import Question
from ..problems import Problem
from ..rulebook import rule
from ..text import parts, quantities
from . import changed

# So many of the pages that tell a fact are named.
_NAMED = 5
_BORDER = re.compile(r"(?<!\\)\|")
_NUMPY = re.compile(r"\bnp\b")


@rule(
    "numbers",
    "算出来是、算不出来、由……重算、quote 就照页面上的原文写",
    (
        "页面上的数都由 `docs/numbers.yml` 里的式子重算：改了页面上的数，那里的 quote（原文）、shows（数）照着改，"
        "算出来不同的再改 value（式子），或把页面改回去；句子里写了是第几行"
    ),
)
def check(contents: Contents) -> Iterator[Problem]:
    """Numbers that come out otherwise or are no longer there, and facts that are told in two ways."""
    shown = f"{contents.shown}{numbers.FILE}"
    rows = _rows(contents)
    # What cannot be read is said there, and not of all that is computed from it.
    lost = models.FILE in contents.unread
    computable = [one for one in contents.book.numbers if not (lost and "shapes[" in one.value)]
    by_page = {
        id: tuple(group)
        for id, group in groupby(sorted(computable, key=lambda one: (one.page, one.line)), lambda one: one.page)
    }
    for question in contents.book.questions:
        yield from _kept(contents, question, by_page.get(question.id, ()), rows, shown)
    for id in by_page.keys() - contents.book.by_id.keys() - set(contents.ids.values()):
        yield Problem(shown, by_page[id][0].line, f"page 写的是“{id}”，没有这个问题；请改正编号，或删去它的各条")
    yield from _facts(contents)


def agrees(value: Any, shows: str) -> bool:
    """Whether a value, rounded to as many decimals as are shown, is the number shown; in words, to as many digits."""
    if told := quantities.in_words(shows):
        near = abs(Decimal(repr(float(value))) - told.number * told.scales[0])
        return 2 * near <= quantities.round_step(told) * told.scales[0]
    try:
        written = Decimal(shows.replace(",", "").replace("−", "-").replace("{}", ""))
    except InvalidOperation:
        return False
    places = Decimal(1).scaleb(int(written.as_tuple().exponent))
    exact = Decimal(value) if isinstance(value, int) else Decimal(repr(float(value)))
    return written in {exact.quantize(places, rounding) for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN)}


def _kept(
    contents: Contents, question: Question, entries: tuple[Number, ...], rows: bytes, shown: str
) -> Iterator[Problem]:
    """The numbers of one page; nothing is computed again for a page that is as it was, and `rows` what they were."""
    said = (question.title, question.short, question.body.digest)
    computed = (repr((one.quote, one.shows, one.value)) for one in entries)
    picked = rows if any("shapes[" in one.value for one in entries) else b""
    in_form = contents.book.settings.require_parts
    tables = model_tables.written(question.body, contents.book.models) if in_form else ""
    key = cache.key("numbers", cache.code("checking"), repr(in_form), tables, *said, *computed, picked)
    if cache.get("sound", key) is not None:
        return
    kept = [one.quote for one in entries if _place(question, one.quote) is not None]
    gone: dict[str, list[tuple[Number, Any]]] = {}
    problems = [problem for one in entries for problem in _check(contents, question, one, gone, shown)]
    for several in gone.values():
        problems += _changed(contents, question, several, kept)
    # Without a file that could be read, nothing is computed that they may be.
    body = question.body
    if in_form and numbers.FILE not in contents.unread and not parts.mislevelled(body.text, body.headings):
        # Only now: most pages were looked at before.
        from . import told_rules

        path = f"{contents.shown}{question.path}"
        problems += [Problem(path, line, message) for line, message in told_rules.check(question, entries, tables)]
    # What it could not be held against was not looked at.
    if not problems and numbers.FILE not in contents.unread:
        cache.put("sound", key, b"")
    yield from problems


def _rows(contents: Contents) -> bytes:
    """A digest of the shapes in the table of models: all that an expression may pick there."""
    shapes = ((id, model.shape) for id, model in contents.book.models.items())
    return cache.key(*(part for id, shape in shapes if shape is not None for part in (id, texts.write(shape))))


@rule("numbers")
def _check(
    contents: Contents, question: Question, number: Number, gone: dict[str, list[tuple[Number, Any]]], shown: str
) -> Iterator[Problem]:
    """What is wrong with one number; `gone` is given those whose words the page no longer says, with their values."""
    path, where = f"{contents.shown}{question.path}", f"{shown}:{number.value_line or number.line}"
    try:
        value = eval(number.value, {**_names(number.value), "shapes": _Shapes(contents.book.models)})
        right = agrees(value, number.shows)
        found = _digits(value)
    except Exception as error:  # noqa: BLE001 (whatever an expression may do)
        message = f"value“{short(number.value, 60)}”算不出来：{_why(error)}"
        yield Problem(shown, number.value_line or number.line, message)
        return
    at = _place(question, number.quote)
    if at is not None:
        if not right:
            message = f"“{short(number.quote, 40)}”写的是 {number.shows}，按 {where} 的式子算出来是 {found}"
            yield Problem(path, at, f"{message}；请改正这里，或改正那里的式子")
        return
    # Several numbers may be told of in the same words.
    gone.setdefault(number.quote, []).append((number, value))


@rule("numbers")
def _why(error: Exception) -> str:
    """What keeps an expression from being computed, and what to write."""
    if isinstance(error, SyntaxError):
        return f"式子没有写完，或括号、引号没有配对（{error.msg}）；请补上"
    if isinstance(error, NameError):
        return f"没有“{error.name}”这个名字{near(error.name or '', [*_plain_names(), 'shapes', 'np'])}；请改成有的名字"
    if isinstance(error, KeyError):
        return f"没有“{error.args[0]}”这一项；请检查编号"
    return f"{type(error).__name__}（{error}）；请检查式子里的名字和括号"


@rule("numbers")
def _changed(
    contents: Contents, question: Question, several: Sequence[tuple[Number, Any]], kept: Sequence[str]
) -> Iterator[Problem]:
    """What to do about words that the page no longer says; with the numbers among them, and what these come out as."""
    path, shown = f"{contents.shown}{question.path}", f"{contents.shown}{numbers.FILE}"
    quote = several[0][0].quote
    found = [(one, value, changed.find(lines(question), quote, one.shows, kept)) for one, value in several]
    told = [(one, value, now) for one, value, now in found if now is not None]
    for one, _, now in found:
        if now is None:
            message = f"{path} 里没有“{short(quote, 40)}”了；数还在，quote 就照页面上的原文写，不在了，就删去这一条"
            yield Problem(shown, one.line, message)
    # A row that has lost a cell is told of, and is no row to quote.
    if told and not ("|" in quote and _is_broken(question, told[0][2].line)):
        where = "、".join(str(one.line) for one, _, _ in told)
        message = f"这里原来是“{quote}”，由 {shown}:{where} 重算；"
        yield Problem(path, told[0][2].line, message + _instead(told))


def _is_broken(question: Question, line: int) -> bool:
    """Whether this line of the page is the row of a table that has other cells than its head."""
    rows = question.body.text.split("\n")
    at = first = line - question.body.line
    if not 0 <= at < len(rows) or "|" not in rows[at]:
        return False
    while first and rows[first - 1].lstrip(" >").startswith("|"):
        first -= 1
    return len(_BORDER.findall(rows[at])) != len(_BORDER.findall(rows[first]))


@rule("numbers")
def _instead(told: Sequence[tuple[Number, Any, changed.Place]]) -> str:
    """What to write in numbers.yml for words that have changed."""
    words = _quoted(told[0][2].words)
    more = [(one, said) for one, value, now in told if (said := _more(one, now, value))]
    if len(told) == 1:
        return f"那一条的 quote 改成 {words}" + "".join(f"，{said}" for _, said in more)
    return f"那 {len(told)} 条的 quote 都改成 {words}" + "".join(
        f"；第 {one.line} 行那一条的 {said}" for one, said in more
    )


@rule("numbers")
def _more(number: Number, now: changed.Place, value: Any) -> str:
    if not now.number:
        return "shows 改成那里的数；没有数了，就删去那一条"
    said = [f"shows 改成 {_quoted(now.number)}"] if now.number != number.shows else []
    if not agrees(value, now.number):
        said.append(
            f"value 现在算出来是 {_digits(value)}，改成算得出 {now.number} 的式子；是这里写错了，就把这里改回去"
        )
    return "，".join(said)


def _digits(value: Any) -> str:
    return f"{float(value):.10g}"


def _quoted(text: str) -> str:
    """As it is to be written in YAML."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _place(question: Question, quote: str) -> int | None:
    """The line on which these words stand."""
    return next((line for line, said in lines(question) if quote in said), None)


def lines(question: Question) -> Sequence[tuple[int, str]]:
    """What a page says, line by line, the body before its title and short answer."""
    body = enumerate(question.body.text.split("\n"), question.body.line)
    head = (("title", question.title), ("short", question.short))
    return [*body, *((question.lines.get(name, 1), said) for name, said in head)]


@rule(
    "facts",
    "在全书写成、没有一页写到",
    "同一件事几页都说，写法记在 `docs/facts.yml`；真的变了，先改那里，再改各页",
)
def _facts(contents: Contents) -> Iterator[Problem]:
    """Where pages tell a fact otherwise; nobody looks for what no page tells any more."""
    facts, shown = contents.book.facts, f"{contents.shown}{numbers.FACTS}"
    patterns = repr([fact.pattern.pattern for fact in facts])
    questions = contents.book.questions if facts else ()
    told = [(question, one) for question in questions for one in _told(question, facts, patterns)]
    for question, (at, line, said, form) in told:
        if form not in facts[at].allowed:
            elsewhere = {other.path for other, one in told if one[0] == at} - {question.path}
            message = f"写的是“{said}”；{facts[at].name}在全书写成 {'、'.join(facts[at].allowed)}"
            where = f"{shown}:{facts[at].line}"
            yield Problem(f"{contents.shown}{question.path}", line, f"{message}（{where}）{_others(elsewhere)}")
    for at, fact in enumerate(facts):
        if all(one[0] != at for _, one in told):
            yield Problem(shown, fact.line, f"没有一页写到“{fact.name}”；请改 pattern，或删去这一条")


@rule("facts")
def _others(paths: Collection[str]) -> str:
    """What else to change where it is the fact that has changed."""
    if not paths:
        return "；事情真的变了，就改那里的 allowed"
    named = "、".join(sorted(paths)[:_NAMED])
    rest = f" 等 {len(paths)} 页" if len(paths) > _NAMED else ""
    return f"；事情真的变了，就改那里的 allowed，和也写着它的 {named}{rest}"


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

    said = (str(place), question.short, body.digest)
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


def _names(expression: str) -> Mapping[str, Any]:
    """What an expression may name."""
    if not _NUMPY.search(expression):
        return _plain_names()
    # Only now: few expressions need it, and loading it takes as long as checking a page.
    import numpy as np

    return {**_plain_names(), "np": np}


@remember
def _plain_names() -> Mapping[str, Any]:
    modules = {"caches": caches, "training": training, "serving": serving}
    named = {name: value for name, value in vars(sizes).items() if name[0] != "_"}
    return {"math": math, **modules, **named}
