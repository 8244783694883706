"""The rules of content: each a generator of what stands there and what to write. All of them see the whole book."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from .. import cache, rulebook
from ..content import addresses, steps
from ..content.contents import Contents, Found, Page, anchors
from ..content.notebooks import OutputImage
from ..content.questions import Book, Question
from ..drawing import figures, fonts
from ..problems import Problem
from ..text import characters, parts
from ..text.body import Body
from . import (
    book_rules,
    calculation_rules,
    claim_rules,
    code_rules,
    drawn_rules,
    earlier_rules,
    link_rules,
    measured_rules,
    number_rules,
    table_rules,
)

# After so many problems of one kind in one file, the rest would only hide the others.
MOST = 50


def check(contents: Contents, found_sound: Callable[[Question], None] | None = None) -> Iterator[Problem]:
    """Every problem of the texts, and those that the files have together.

    `found_sound` is told of each question whose file was looked at now and has no problem of its own.
    """
    settings = repr(contents.book.settings)
    page_of = {page.path: page for page in contents.pages}
    for path, text in contents.texts.items():
        page = page_of.get(path)
        # All that these rules look at: the rest is read out of the text.
        key = cache.key(cache.code("checking"), settings, _kind(page), contents.digests.get(path) or text)
        if cache.get("sound", key) is None:
            problems = [*_alone(contents, path, text, page)]
            if not problems:
                cache.put("sound", key, b"")
                if found_sound is not None and page is not None and page.question is not None:
                    found_sound(page.question)
            yield from problems
    for page in contents.pages:
        for rule in (*link_rules.RULES, *table_rules.RULES):
            yield from _say(contents, page.path, rule(page, contents))
    yield from _check_notebooks(contents)
    if contents.book.settings.require_figures:
        yield from _check_figures(contents)
    more = (number_rules, claim_rules, code_rules, drawn_rules, measured_rules, calculation_rules, earlier_rules)
    for across in (*book_rules.RULES, *(one.check for one in more)):
        yield from across(contents)


def address_list(book: Book) -> list[str]:
    """The addresses that this book answers at, for published.txt: answers, their parts, topics, collections."""
    found: list[str] = []
    for question in book.questions:
        page = Page(question.path, question.body, question)
        found += [addresses.question_address(question.id, anchor) for anchor in ("", *sorted(anchors(page)))]
    for topic in book.topics:
        if topic.questions:
            found += [addresses.topic_address(topic.id), addresses.topic_all_address(topic.id)]
            found.append(addresses.topic_night_address(topic.id))
    found += [addresses.collection_address(collection.key) for collection in book.collections]
    found += [route.address for route in book.routes]
    return found


@rulebook.rule("steps")
def check_steps(contents: Contents) -> Iterator[Problem]:
    """Figures in steps: all their parts in the language, sentences that fit, one name for one figure."""
    names: dict[str, str] = {}
    for file in sorted(contents.docs.glob(f"*/*/*{steps.SUFFIX}")):
        path = file.relative_to(contents.docs).as_posix()
        try:
            found = steps.read(file)
        except ValueError as error:
            yield Problem(f"{contents.shown}{path}", 0, str(error))
            continue
        said = dict.fromkeys(message for _, message in figures.check(found.drawn))
        yield from (Problem(f"{contents.shown}{path}", 0, message) for message in islice(said, MOST))
        for number, sentence in enumerate(found.said, 1):
            if not 0 < len(sentence) <= steps.LONGEST:
                message = f"第 {number} 步的话有 {len(sentence)} 字；请写 1 到 {steps.LONGEST} 字"
                yield Problem(f"{contents.shown}{path}", 0, message)
        if other := names.get(found.name):
            message = f"与 {other} 同名，名字在地址里；请改一个文件名，如 {found.name}-2.py，再画一遍"
            yield Problem(f"{contents.shown}{path}", 0, message)
        names[found.name] = path


def _alone(contents: Contents, path: str, text: str, page: Page | None) -> Iterator[Problem]:
    """What can be said about a file without looking at any other."""
    # Only now: most checks find every file as it was.
    from . import block_rules, body_rules, dialect_rules, form_rules

    yield from _say(contents, path, iter(characters.slips(text, _without_code(text, page))))
    if page is not None:
        # A page of their own, so that what they work out is let go with it.
        page = replace(page)
        # Where a part is not seen to begin, the one before it would be too long, and others missing.
        lost = parts.mislevelled(page.body.text, page.body.headings)
        open_ended = any(fence.opens or not fence.closed for fence in page.body.fences)
        in_form = contents.book.settings.require_parts and not lost and not open_ended
        for rule in (
            *body_rules.RULES,
            *block_rules.RULES,
            *dialect_rules.RULES,
            *(form_rules.RULES if in_form else ()),
        ):
            yield from _say(contents, path, rule(page, contents))


def _without_code(text: str, page: Page | None) -> str:
    """The text of a file with code as spaces; what its body knows of itself serves again."""
    if page is None or not text.endswith(page.body.text):
        return Body(text).without_code()
    return Body(text.removesuffix(page.body.text)).without_code() + page.body.without_code()


def _check_figures(contents: Contents) -> Iterator[Problem]:
    """Drawings of answers, and of notebooks, that do not keep to the language of figures."""
    drawn = sorted(contents.docs.glob("*/*/*.svg"))
    files = [*drawn, *contents.docs.glob(f"*/*/*{steps.SUFFIX}")]
    held = (part for file in files for part in (str(file), contents.digest(file)))
    every = cache.key("figures", cache.code("checking"), fonts.revision(), *held)
    if cache.get("sound", every) is None:
        problems = [*_check_drawn(contents, drawn), *check_steps(contents)]
        if not problems:
            cache.put("sound", every, b"")
        yield from problems
    yield from _check_outputs(contents)


def _check_drawn(contents: Contents, files: Iterable[Path]) -> Iterator[Problem]:
    for file in files:
        try:
            found = iter(figures.check(file.read_text("utf-8")))
        except (OSError, ValueError):
            # Said of every picture that cannot be read.
            continue
        yield from _say(contents, file.relative_to(contents.docs).as_posix(), found)


def _check_outputs(contents: Contents) -> Iterator[Problem]:
    for notebook in contents.book.notebooks:
        for cell in notebook.cells:
            where = f"{contents.shown}{notebook.path}（第 {cell.number} 格的图）"
            drawn = (one for one in cell.outputs if isinstance(one, OutputImage) and one.name.endswith(".svg"))
            for figure in drawn:
                said = dict.fromkeys(message for _, message in figures.check(figure.content.decode()))
                yield from (Problem(where, 0, message) for message in islice(said, MOST))


def _check_notebooks(contents: Contents) -> Iterator[Problem]:
    """What is wrong with the text of notebooks, which have cells instead of lines."""
    for notebook in contents.book.notebooks:
        for cell in notebook.cells:
            page = Page(notebook.path, Body("") if cell.code else cell.source, None)
            where = f"{contents.shown}{notebook.path}（第 {cell.number} 格）"
            found = [*_about_cell(page, contents), *(rule(page, contents) for rule in link_rules.CELL_RULES)]
            for one in found:
                yield from (Problem(where, 0, message) for _, message in islice(one, MOST))


def _about_cell(page: Page, contents: Contents) -> list[Found]:
    """What can be said about a cell without looking at any other."""
    key = cache.key("cell", cache.code("checking"), repr(contents.book.settings), page.body.text)
    if cache.get("sound", key) is not None:
        return []
    from . import block_rules, body_rules, dialect_rules

    rules = (*body_rules.CELL_RULES, *block_rules.RULES, *dialect_rules.RULES)
    found = [[*rule(page, contents)] for rule in rules]
    if not any(found):
        cache.put("sound", key, b"")
    return [iter(one) for one in found]


def _kind(page: Page | None) -> str:
    if page is None:
        return "unread"
    return "topic" if page.question is None else f"question of {page.question.topic}"


@rulebook.rule(
    "and-more",
    "像……这样的还有……处、这一类问题后面还有",
    "很多处是一个原因：先改完列出来的，再检查一次",
)
def _say(contents: Contents, path: str, found: Found) -> Iterator[Problem]:
    line = 0
    for line, message in islice(found, MOST):
        yield Problem(f"{contents.shown}{path}", line, message)
    if next(found, None):
        yield Problem(f"{contents.shown}{path}", line, "这一类问题后面还有；先改完这些")
