"""What a build needs to know before it begins, and contributors at any time: all that is wrong, all that is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from .. import cache
from ..content import (
    accelerators,
    addresses,
    books,
    datafiles,
    earlier,
    glossary,
    marks,
    measured,
    model_tables,
    models,
    references,
)
from ..content.collected import Collection, CollectionItem
from ..content.contents import Contents, short
from ..content.frequencies import FREQUENCIES
from ..content.notebooks import Cell
from ..content.questions import Book, Question
from ..content.settings import Settings
from ..drawing import cards
from ..maths import mathjax
from ..problems import ContentError, Problem
from ..rulebook import rule
from ..text import formulas
from ..text.body import Body
from ..text.formulas import Formula
from ..text.parts import SPOKEN
from . import code_rules, measured_rules, rules

# More problems of one kind have one cause.
MOST_ALIKE = rules.MOST
# What is known of files: a little of each, and most of it is asked for.
_SMALL = ("sound", "pictures", "figures", "cards")
_PARTICULAR = re.compile(r"“[^”]*”|（[^）]*）|[A-Za-z0-9_.:/#\[\](){}-]+")


def read(
    docs: Path,
    settings: Settings | None = None,
    display_root: Path | None = None,
    *,
    typeset: bool = True,
    follow: Callable[[Question], None] | None = None,
) -> Book:
    """The book in this folder; raises ContentError with all problems of all files.

    `follow` is given, as readers see it, each question that was looked at now: what it makes of it need not read it
    once more.
    """
    book, problems = examine(docs, settings, display_root, typeset=typeset, follow=follow)
    if problems:
        raise ContentError(problems)
    return book


def examine(
    docs: Path,
    settings: Settings | None = None,
    display_root: Path | None = None,
    *,
    typeset: bool = True,
    follow: Callable[[Question], None] | None = None,
) -> tuple[Book, list[Problem]]:
    """What could be read, and every problem, sorted. A book with problems is only good for looking at.

    Without ``typeset`` formulas and cards are not drawn, and what only drawing shows is not found.
    """
    # What readers see differently from how it is written has to wait for the rest.
    waiting: list[str] = []

    def found_sound(question: Question) -> None:
        if marks.waits(question.body) or model_tables.waits(question.body):
            waiting.append(question.id)
        elif follow is not None:
            follow(question)

    book, problems = judge(docs, settings, display_root, typeset=typeset, found_sound=found_sound)
    # Judged as it was written; from here on it is what readers see.
    book = marks.filled(model_tables.filled(book))
    if follow is not None and not problems:
        for id in waiting:
            follow(book.by_id[id])
    return book, problems


def judge(
    docs: Path,
    settings: Settings | None = None,
    display_root: Path | None = None,
    *,
    typeset: bool = True,
    found_sound: Callable[[Question], None] | None = None,
) -> tuple[Book, list[Problem]]:
    """The same, with the book as it is written."""
    with cache.ahead(*_SMALL):
        contents, problems = books.read(docs, settings, display_root)
        problems += rules.check(contents, found_sound)
        if typeset:
            problems += _typeset(contents)
            problems += cards.check(contents.book, contents.shown)
    # Names and contents of files may hold what a terminal would obey.
    return contents.book, _in_order(
        {Problem(datafiles.printable(one.path), one.line, datafiles.printable(one.message)) for one in problems}
    )


@rule(
    "future-dates",
    "还没有到；请检查年份",
    "日期写到将来去了，多半是年份打错",
)
def untimely(book: Book, shown: str, today: date) -> Iterator[Problem]:
    """Dates that are still to come. Not among the rest: a build is the same on every day."""
    # It is tomorrow already elsewhere.
    last = today + timedelta(days=1)
    for file, line, name, day in _days(book):
        if day is not None and day > last:
            yield Problem(f"{shown}{file}", line, f"{name} 写的是 {day}，这一天还没有到；请检查年份")
    for question in book.questions:
        path = f"{shown}{question.path}"
        for name, day in (("updated", question.updated), ("as_of", question.as_of)):
            if day is not None and day > last:
                line = question.lines.get(name, 1)
                yield Problem(path, line, f"{name} 写的是 {day}，这一天还没有到；请检查年份")
        for correction in question.corrections:
            if correction.date > last:
                line = question.lines.get("corrections", 1)
                yield Problem(path, line, f"更正的日期 {correction.date} 还没有到；请检查年份")


def _days(book: Book) -> Iterator[tuple[str, int, str, date | None]]:
    """The days that the data files tell: (file, line, whose, which)."""
    for work in book.references.values():
        yield references.FILE, work.line, f"{work.key} 的 opened", work.opened
    for finding in book.findings:
        yield measured.FILE, finding.line, f"实测 {finding.id} 的 day", finding.day
    for passage in book.earlier:
        yield earlier.FILE, passage.line, f"{passage.page} 的 day", passage.day
    for model in book.models.values():
        yield models.FILE, model.line, f"{model.id} 的 seen", model.seen
    for card in book.accelerators.values():
        yield accelerators.FILE, card.line, f"{card.id} 的 seen", card.seen


def _rank(problem: Problem) -> tuple[bool, bool, Problem]:
    """What concerns a whole file comes first (its name, its place), then data: others have their cause there."""
    # A cell of a notebook has no line either.
    whole = not problem.line and not problem.path.endswith("）")
    return not whole, not problem.path.endswith((".yml", ".txt")), problem


@rule("and-more")
def _in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Causes first, then what follows from them: where very many are alike, the first, and how many more there are."""
    alike: dict[str, int] = {}
    last: dict[str, Problem] = {}
    found: list[Problem] = []
    for problem in sorted(problems, key=_rank):
        kind = _PARTICULAR.sub("…", problem.message)
        alike[kind] = alike.get(kind, 0) + 1
        last[kind] = problem
        if alike[kind] <= MOST_ALIKE:
            found.append(problem)
    for kind, count in alike.items():
        if count > MOST_ALIKE:
            message = f"像“{last[kind].message}”这样的还有 {count - MOST_ALIKE} 处，没有一一列出；先改完上面的"
            found.append(Problem(last[kind].path, last[kind].line, message))
    return found


def _typeset(contents: Contents) -> list[Problem]:
    """What only setting the formulas shows; texts whose formulas could all be set before are passed over."""
    how = cache.key("typeset", cache.code("checking"), mathjax.revision())
    waiting: list[tuple[_FormulaSource, bytes]] = []
    for one in _formula_sources(contents):
        key = cache.key(how, *one.texts)
        drawings = cache.get("sound", key)
        if drawings is None:
            waiting.append((one, key))
        else:
            mathjax.still_used(drawings)
    problems = mathjax.check((one.path, one.formulas()) for one, _ in waiting)
    wrong = {problem.path for problem in problems}
    for one, key in waiting:
        if one.path not in wrong:
            cache.put("sound", key, mathjax.drawings(one.formulas()))
    return problems


@dataclass(frozen=True)
class _FormulaSource:
    """Texts (or what stands for them) under one name, and the formulas that follow from them."""

    path: str
    texts: Sequence[str | bytes]
    formulas: Callable[[], list[Formula]]


def _formula_sources(contents: Contents) -> Iterator[_FormulaSource]:
    """What formulas stand in: each body, the symbols of the glossary, what was measured and said before."""
    shown, book = contents.shown, contents.book
    # One body after the other: all their formulas at once take much memory.
    for page in contents.pages:
        yield _FormulaSource(f"{shown}{page.path}", [page.body.digest], partial(_sound, [page.body]))
    symbols = [Formula(term.symbol, False, term.line, 0, 0) for term in book.glossary if term.symbol]
    yield _FormulaSource(f"{shown}{glossary.FILE}", [one.tex for one in symbols], lambda: symbols)
    told = [Body(text, one.line) for one in book.findings for text in (one.statement, one.guess)]
    yield _FormulaSource(f"{shown}{measured.FILE}", [body.text for body in told], partial(_sound, told))
    before = [Body(text, one.line) for one in book.earlier for text in (one.said, one.says, one.why)]
    yield _FormulaSource(f"{shown}{earlier.FILE}", [body.text for body in before], partial(_sound, before))
    for notebook in book.notebooks:
        for cell in notebook.cells:
            if not cell.code:
                where = f"{shown}{notebook.path}（第 {cell.number} 格）"
                yield _FormulaSource(where, [cell.source.text], partial(_of_cell, cell))


def _of_cell(cell: Cell) -> list[Formula]:
    """A notebook has cells instead of lines."""
    return [replace(formula, line=0) for formula in _sound([cell.source])]


def to_do(book: Book) -> Iterator[str]:
    """What is still to be written, line by line: follow-ups without a page, collected questions without an answer."""
    former = [question for question in book.questions if question.body.part(SPOKEN) is None]
    if former and book.settings.require_parts:
        yield f"还没有口述的答案（{len(former)} / {len(book.questions)}）"
    uncounted = [question.id for question in book.questions if question.id not in book.frequencies.counts]
    if uncounted and book.frequencies.counts:
        yield f"frequency.yml 里还没有数过的题（{len(uncounted)}）：{'、'.join(uncounted)}"
    aside = unrouted(book)
    if aside and book.routes:
        yield f"不在任何路线里的高频、中频题（{len(aside)}）：{'、'.join(aside)}"
    left = [f"{question.path}:{line}" for question, line in code_rules.left_out(book)]
    if left:
        yield f"用到 PyTorch、这里没有运行的代码（{len(left)}）：{'、'.join(left)}；python3 book.py test --torch 会运行"
    said = [*measured_rules.unmeasured(book)] if book.findings else []
    if said:
        yield f"说到库的行为、没有指向实测的句子（{len(said)}）："
        yield from (f"  {question.path}:{line}: {short(text, 60)}" for question, line, text in said)
    waiting = unwritten(book)
    if waiting:
        yield f"还没有自己一页的追问（{len(waiting)}）："
        yield from (f"  {question.path}:{line}: {text}" for question, line, text in waiting)
    for collection, missing in uncovered(book):
        yield f"题集“{collection.title}”还没有答案的题（{len(missing)} / {len(collection.questions)}）："
        yield from (f"  {asked.key}  {asked.text}" for asked in missing)


def unrouted(book: Book) -> list[str]:
    """The ids of questions that are asked often enough for a path and are on none."""
    routed = {id for route in book.routes for _, id in route.questions}
    return [one.id for one in book.questions if one.frequency != FREQUENCIES[-1] and one.id not in routed]


def unwritten(book: Book) -> list[tuple[Question, int, str]]:
    """Follow-ups that stand as plain text, because nobody has written their answer: (where, line, what)."""
    return [
        (question, one.line, one.text)
        for question in book.questions
        for one in question.body.follow_ups
        if one.id is None
    ]


def uncovered(book: Book) -> list[tuple[Collection, list[CollectionItem]]]:
    """The collections with questions that no answer claims, and these questions."""
    found = [(one, [asked for asked in one.questions if asked.key not in book.answered]) for one in book.collections]
    return [(collection, missing) for collection, missing in found if missing]


def new(docs: Path, topic: str, id: str, template: str, settings: Settings, today: date) -> Path:
    """Make docs/<topic>/<id>.md for a new question; a ContentError says why it cannot be."""
    book = books.read(docs, settings)[0].book
    path = docs / topic / f"{id}.md"
    topics = [known.id for known in book.topics]
    sentences = [*addresses.check_topic(topic), *addresses.check_id(id), *_taken(docs, book, id)]
    if topics and topic not in topics and not sentences:
        known = datafiles.near(topic, topics) or f"，有 {'、'.join(topics)}"
        sentences.append(f"没有专题 {topic}{known}；要新开专题，请先建好它的文件夹和 index.md")
    if sentences:
        raise ContentError(Problem(datafiles.shown(path, settings.records), 0, sentence) for sentence in sentences)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(template.replace("{today}", today.isoformat()), encoding="utf-8", newline="\n")
    return path


def _sound(bodies: Iterable[Body]) -> list[Formula]:
    """The formulas that are worth typesetting; the others were found wanting without it."""
    return [one for body in bodies for one in body.formulas if not any(formulas.check(one.tex))]


def _taken(docs: Path, book: Book, id: str) -> Iterator[str]:
    taken = sorted(docs.glob(f"*/{id}.md")) if addresses.ID.fullmatch(id) else []
    if taken:
        yield f"编号 {id} 已经用在 {taken[0].relative_to(docs).as_posix()}；换一个没用过的编号"
    elif id in book.retired:
        yield f"编号 {id} 曾经发布过、现已并入 {addresses.resolve(id, book.retired)}；换一个没用过的编号"
    elif addresses.question_address(id) in book.published:
        yield f"编号 {id} 曾经发布过；换一个没用过的编号"
