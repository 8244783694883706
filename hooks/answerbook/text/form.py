"""The form of an answer: what is said aloud, mistakes set right, the scale, numbers to remember, closed checks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .bodies import Lines, blank
from .body import Body
from .parts import CODE, FOLLOW_UPS, GRADING, PARTS, PITFALLS, SPOKEN

GRADES = ("及格", "好", "优秀")
WRONG, RIGHT = "错：", "对："
# What the numbers set bold are called where they stand by themselves.
NUMBERS = "记住的数"
# A mark in the opening line of a fence: closed for readers.
CHECK = "check"
# Where the wrong half of a mistake ends and the right one begins.
TURN = re.compile(rf"(?<=[。？！”])\s*{RIGHT}")
SENTENCE_END = re.compile("(?<=[。？！])")

_AT_NIGHT = (SPOKEN, PITFALLS, FOLLOW_UPS)
_ON_CARD = (SPOKEN, FOLLOW_UPS, GRADING)
_NAMES = {anchor: name for name, anchor in PARTS.items()}
_ITEM = re.compile(r"^(?:[-*+]|\d+\.)[ \t]+(.*(?:\n[ \t]+\S.*)*)", re.MULTILINE)
_MARKER = re.compile(r"^\s*(?:(?:[-*+]|\d+\.|>|#+)\s+)*")
_COLUMN = re.compile(r"(?<!\\)\|")
_GRADE = re.compile(rf"({'|'.join(GRADES)})[：:]\s*(.*)", re.DOTALL)
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")
# A number, not a name with one in it (GPT-3, H100) nor an ordinal.
_NUMBER = re.compile(r"(?<![A-Za-z0-9.])(?<![A-Za-z]-)(?<!第)(?<!第 )\d")
_TEX = re.compile(r"\\[A-Za-z]+|[$\\{}]")
_LATIN = re.compile(r"[A-Za-z0-9.]+")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
# Spoken calmly: so many Chinese characters a second, and a Latin word takes as long as so many of them.
_A_SECOND, _A_WORD = 4.2, 2.0
# Read: so many characters a minute.
A_MINUTE = 400


@dataclass(frozen=True)
class Slip:
    """A mistake that candidates make, and what is right instead; inline Markdown."""

    wrong: str
    right: str


def items(body: str, span: tuple[int, int] | None = None) -> Iterator[tuple[int, str]]:
    """The items of a list of one level, with their offsets."""
    return ((found.start(), found[1]) for found in _ITEM.finditer(body, *(span or (0, len(body)))))


def slip(text: str) -> Slip | None:
    """The mistake that an item of 易错点 tells, or None where it has not that form."""
    turn = TURN.search(text)
    if not text.startswith(WRONG) or turn is None:
        return None
    wrong, right = text[len(WRONG) : turn.start()].strip(), text[turn.end() :].strip()
    return Slip(wrong, right) if wrong and right else None


def slip_marks(body: Body) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where the marks of each mistake stand: what is wrong, and what is right."""
    span = body.part(PITFALLS)
    for at, text in items(body.text, span) if span else ():
        turn = TURN.search(text)
        if slip(text) is not None and turn is not None:
            start = body.text.index(text, at)
            yield (start, start + len(WRONG)), (start + turn.start(), start + turn.end())


def slips(body: Body) -> list[Slip]:
    """The mistakes of 易错点 that have the form of one."""
    span = body.part(PITFALLS)
    found = (slip(text) for _, text in items(body.text, span)) if span else ()
    return [one for one in found if one is not None]


def grades(body: Body) -> dict[str, str]:
    """What an answer of each grade holds; inline Markdown."""
    span = body.part(GRADING)
    found = (_GRADE.fullmatch(text) for _, text in items(body.text, span)) if span else ()
    return {one[1]: one[2].strip() for one in found if one is not None}


def bold_numbers(body: Body) -> list[tuple[int, str]]:
    """The numbers set bold, each where it stands first."""
    found: dict[str, int] = {}
    for match in _BOLD.finditer(body.without_code()):
        text = body.text[match.start(1) : match.end(1)]
        if _NUMBER.search(_TEX.sub(" ", text)):
            found.setdefault(text, match.start())
    return [(start, text) for text, start in found.items()]


def to_remember(body: Body) -> list[str]:
    """The sentences in which the bold numbers stand, or what the row of a table says of them; inline Markdown.

    Mistakes and follow-ups say theirs where they stand.
    """
    elsewhere = [body.part(anchor) or (0, 0) for anchor in (PITFALLS, FOLLOW_UPS, GRADING)]
    starts = [at for at, _ in bold_numbers(body) if not any(start <= at < end for start, end in elsewhere)]
    return list(dict.fromkeys(_row(body.text, start) or _sentence(body.text, start) for start in starts))


def length(text: str) -> float:
    """How much there is to say, in Chinese characters."""
    return len(_CHINESE.findall(text)) + _A_WORD * len(_LATIN.findall(text))


def seconds(text: str) -> int:
    """How long it takes to say a plain text, to five seconds."""
    return max(5, 5 * round(length(text) / _A_SECOND / 5))


def minutes(body: Body) -> int:
    """How long it takes to read a body: its text, without code, formulas, citations and where links lead."""
    led = ((link.start + link.image + 1 + len(link.text), link.end) for link in body.links)
    unread = sorted([*led, *((citation.start, citation.end) for citation in body.citations)])
    return max(1, round(length(blank(body.plain(), unread)) / A_MINUTE))


def is_check(info: str) -> bool:
    """Whether the opening line of a fence closes it for readers."""
    return CHECK in info.strip("{} ").replace(".", " ").split()


def without_checks(body: Body) -> Body:
    """The body without its closed checks, and without 代码 where nothing else is in it: for paper."""
    text = body.text
    for fence in reversed([fence for fence in body.fences if is_check(fence.info)]):
        text = text[: fence.start].rstrip() + "\n" + text[fence.end :]
    left = Body(text, body.line)
    span = left.part(CODE)
    if span is None or text[slice(*span)].strip():
        return left
    heading = next(one for one in left.headings if one.anchor == CODE and one.level == 2)
    return Body(text[: heading.start] + text[span[1] :], body.line)


def night(body: Body) -> Body:
    """What of a body is to be known the night before: said aloud, numbers, mistakes, follow-ups; without citations."""
    sections = [(name, uncited(_part(body, anchor))) for name, anchor in PARTS.items() if anchor in _AT_NIGHT]
    sections.insert(1, (NUMBERS, numbers(body).text))
    return Body("\n\n".join(f"## {name}\n\n{text}" for name, text in sections if text))


def card(body: Body) -> dict[str, Body]:
    """What of a body is held against the reader's own answer, by the anchors of its parts; without citations."""
    parts = {anchor: uncited(_part(body, anchor)) for anchor in _ON_CARD}
    return {anchor: Body(f"## {_NAMES[anchor]}\n\n{text}") for anchor, text in parts.items() if text}


def numbers(body: Body) -> Body:
    """The numbers to remember as a list, without citations; empty where there are none."""
    return Body(uncited("".join(f"- {said}\n" for said in to_remember(body))))


def _part(body: Body, anchor: str) -> str:
    span = body.part(anchor)
    return body.text[slice(*span)].strip() if span else ""


def uncited(text: str) -> str:
    """Inline Markdown without its citations."""
    for citation in reversed(Body(text).citations):
        text = text[: citation.start].rstrip(" ") + text[citation.end :]
    return text


def caption(code: str) -> str:
    """What a check says it shows: its first line."""
    return code.partition("\n")[0].lstrip("# ").strip()


def _sentence(body: str, offset: int) -> str:
    start, end = body.rfind("\n\n", 0, offset) + 2, body.find("\n\n", offset)
    for sentence in SENTENCE_END.split(body[start : end if end >= 0 else len(body)]):
        start += len(sentence)
        if offset < start:
            said = " ".join(_MARKER.sub("", sentence).split())
            # The end of something bold that began in the sentence before.
            return said if said.count("**") % 2 == 0 else said.removeprefix("**").strip()
    return ""


def _row(body: str, offset: int) -> str:
    """What a cell of a table says: the name of its row, that of its column, and itself; "" outside of tables."""
    lines, line_of = body.split("\n"), Lines(body)
    at = line_of(offset) - 1
    if not lines[at].lstrip().startswith("|"):
        return ""
    top = at
    while top and lines[top - 1].lstrip().startswith("|"):
        top -= 1
    cells, names = _cells(lines[at]), _cells(lines[top])
    inside = lines[at][: offset - line_of.start(offset)]
    column = len(_cells(f"{inside}|")) - 1
    name = names[column] if column < len(names) else ""
    row = cells[0] if column else ""
    said = f"{row}（{name}）" if row and name else row or name
    return f"{said}：{cells[column]}" if said else cells[column]


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in _COLUMN.split(row.strip().strip("|"))]
