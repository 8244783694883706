"""What a body points to: links and images, citations of sources, follow-up questions. Code and formulas are skipped."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from .bodies import Lines

_CITATION = re.compile(r"\[@([A-Za-z0-9_:.-]*[A-Za-z0-9_])([^\[\]\n]*)\](?!\()", re.ASCII)
_BRACKET = re.compile(r"\\.|!?\[|\]")
_DESTINATION = re.compile(
    r"\([ \t]*+(?:\n[ \t]*+)?(?:<(?P<angle>[^<>\n]*)>|(?P<bare>[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*){0,8}))"
    r"(?P<title>[ \t\n]++(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*+(?:\n[ \t]*+)?\)"
)
_AUTOLINK = re.compile(r"<(https?://[^\s<>]*)>", re.I)
_ENTITY = re.compile(r"&#?\w{1,32};")
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(.*(?:\n[ \t]+(?!(?:[-*+]|\d+[.)])[ \t])\S.*)*)$", re.MULTILINE)
_ANSWERED = re.compile("(?<=[？?])[ \t]*[：:]")
_ANSWER = re.compile("[ \t]*[：:]")


@dataclass(frozen=True)
class Citation:
    """[@key place] in the text."""

    key: str
    place: str
    line: int
    start: int
    end: int


@dataclass(frozen=True)
class Link:
    """A link or an image: what it says, the path or address it points to, and the part after #.

    `place` is where path and part are written, as offsets of the text, without < > around them.
    """

    text: str
    target: str
    fragment: str
    line: int
    start: int
    end: int
    place: tuple[int, int]
    image: bool = False
    title: str = ""

    @property
    def scheme(self) -> str:
        """https, mailto …, as a browser would understand it; "" for a path."""
        cleaned = re.sub(r"[\x00-\x20\x7f]", "", unquote(self.target))
        match = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", cleaned)
        return match[1].lower() if match else ""


@dataclass(frozen=True)
class FollowUp:
    """An item of 追问: the question, the id of its page (None while there is none), its answer in a sentence or ""."""

    text: str
    id: str | None
    answer: str
    line: int


def citations(text: str, plain: str, line_of: Lines) -> Iterator[Citation]:
    """The citations in the order of the text; `plain` is the text without code and formulas."""
    for match in _CITATION.finditer(plain):
        # The place from the text itself: it may hold a formula.
        place = text[match.start(2) : match.end(2)]
        if not place or place[0].isspace():
            yield Citation(match[1], place.strip(), line_of(match.start()), *match.span())


def scan(body: str, text: str, line_of: Lines) -> tuple[list[Link], list[int]]:
    """The links and images, `[a](b "title")` and `<https://…>`; and offsets of the [ whose address cannot be read.

    `text` is the body without code and formulas. The links come in the order of their ends.
    """
    found: list[Link] = []
    broken: list[int] = []
    opened: list[int] = []
    after = 0
    for match in _BRACKET.finditer(text):
        if match.start() < after or match[0].startswith("\\"):
            continue
        if match[0] != "]":
            opened.append(match.start())
            continue
        start = opened.pop() if opened else None
        if start is None:
            continue
        destination = _DESTINATION.match(text, match.end())
        if destination is None:
            broken += [start] if text.startswith("(", match.end()) else []
            continue
        image = text[start] == "!"
        said = body[start + 1 + image : match.start()]
        form = "bare" if destination["angle"] is None else "angle"
        address, fragment = _address(destination[form])
        title = (destination["title"] or "").strip()[1:-1]
        after = destination.end()
        place = destination.span(form)
        found.append(Link(said, address, fragment, line_of(start), start, after, place, image, title))
    for match in _AUTOLINK.finditer(text):
        address, fragment = _address(match[1])
        found.append(Link(match[1], address, fragment, line_of(match.start()), *match.span(), match.span(1)))
    return sorted(found, key=lambda link: (link.end, link.start)), broken


def follow_ups(body: str, span: tuple[int, int], links: Sequence[Link], line_of: Lines) -> Iterator[FollowUp]:
    """The items of 追问, which stands in this span, in order."""
    waiting = [link for link in links if span[0] <= link.start < span[1] and not link.image]
    waiting.reverse()
    for match in _ITEM.finditer(body, *span):
        inside: list[Link] = []
        while waiting and waiting[-1].start < match.end():
            inside.append(waiting.pop())
        yield _follow_up(body, match.span(1), inside, line_of(match.start(1)))


def _follow_up(body: str, span: tuple[int, int], inside: list[Link], line: int) -> FollowUp:
    """An item: links of its answer are not where the question leads."""
    linked = bool(inside) and inside[0].start == span[0]
    stop = _ANSWER.match(body, inside[0].end, span[1]) if linked else _ANSWERED.search(body, *span)
    asking = [link for link in inside if stop is None or link.start < stop.start()]
    id = next((name for link in asking if (name := target_id(link.target))), None)
    text = asking[0].text if linked and len(asking) == 1 else body[span[0] : stop.start() if stop else span[1]]
    return FollowUp(text.strip(), id, " ".join(body[stop.end() : span[1]].split()) if stop else "", line)


def target_id(target: str) -> str:
    """The id of the answer that a relative link to a question file means; "" for anything else."""
    name = posixpath.basename(unquote(target))
    return name[:-3] if name.endswith(".md") and name != "index.md" and ":" not in target else ""


def target_path(path: str, target: str) -> str:
    """Where a relative target leads, seen from the file at `path`; both relative to the content folder."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target)))


def _address(target: str) -> tuple[str, str]:
    """A target as Markdown and browsers will read it (java&#115;cript: is a scheme, too), and the part after #."""
    address, _, fragment = _ENTITY.sub(lambda match: html.unescape(match[0]), target).partition("#")
    return address, unquote(fragment)
