"""An answer as Markdown that any tool understands: sources numbered and listed, nothing of our own notation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ..content import references
from ..content.questions import Book, Question
from ..content.references import Reference
from ..text import form
from ..text.body import Body
from ..text.links import Link

_CODE_INFO = re.compile(r"([ \t>]*(?:`{3,}|~{3,}))[ \t]*\{[ \t]*\.(\w+)[^}\n]*\}")
_ANCHOR = re.compile(r"[ \t]*\{#[^{}\n]*\}(?=[ \t]*$)", re.MULTILINE)

# The wrong half of a mistake says so by itself, wherever it is pasted.
_WRONG, _RIGHT = "× 错误的说法：", "\n    - ✓ 正确的说法："

Edit = tuple[int, int, str]


def answer(question: Question, book: Book, address: str, target: Callable[[Link], str]) -> str:
    """The whole answer, `address` among what is known about it; `target` gives the address a link should have."""
    known = [
        f"专题：{book.topic_of(question).title}（{question.level}，{question.frequency}频）",
        *([f"标签：{'、'.join(question.tags)}"] if question.tags else []),
        f"地址：{address}",
        f"更新：{question.updated}",
        *(f"更正：{correction.date} {correction.text}" for correction in question.corrections),
    ]
    sections = [
        f"# {question.title}",
        f"> {question.short}",
        "\n".join(f"- {line}" for line in known),
        body(question.body, target).strip(),
    ]
    works = [*_works(question, book)]
    if works:
        sections += ["## 参考", "\n".join(f"{number}. {work}" for number, work in enumerate(works, 1))]
    return "\n\n".join(filter(None, sections)) + "\n"


def body(body: Body, target: Callable[[Link], str]) -> str:
    """A body with other addresses in its links, numbers for its citations, and no attributes."""
    text = body.text
    edits = sorted([*_links(body, target), *_citations(body), *_headings(body), *_fences(body), *_slips(body)])
    pieces, done = [], 0
    for start, end, written in edits:
        if start >= done:
            pieces += [text[done:start], written]
            done = end
    return "".join([*pieces, text[done:]])


def source(work: Reference) -> str:
    """A work on one line, its address last."""
    return references.joined(work.authors, work.title.rstrip("."), work.published, work.address)


def cited(question: Question) -> Sequence[str]:
    """The keys of the works that an answer cites, in the order of their first citation."""
    return list(dict.fromkeys(citation.key for citation in question.body.citations))


def _works(question: Question, book: Book) -> Iterator[str]:
    for key in cited(question):
        work = book.references.get(key)
        yield source(work) if work else key


def _links(body: Body, target: Callable[[Link], str]) -> Iterator[Edit]:
    for link in body.links:
        if not link.scheme:
            yield *link.place, target(link)


def _citations(body: Body) -> Iterator[Edit]:
    citations = body.citations
    numbers = {key: number for number, key in enumerate(dict.fromkeys(one.key for one in citations), 1)}
    for one in citations:
        place = f", {one.place}" if one.place else ""
        yield one.start, one.end, f"[{numbers[one.key]}{place}]"


def _headings(body: Body) -> Iterator[Edit]:
    for heading in body.headings:
        if heading.explicit and (found := _ANCHOR.search(body.text, heading.start, heading.end)):
            yield found.start(), found.end(), ""


def _slips(body: Body) -> Iterator[Edit]:
    for wrong, right in form.slip_marks(body):
        yield *wrong, _WRONG
        yield *right, _RIGHT


def _fences(body: Body) -> Iterator[Edit]:
    for fence in body.fences:
        found = _CODE_INFO.match(body.text, fence.start)
        if found:
            yield found.start(), found.end(), f"{found[1]}{found[2]}"
