"""The file of a question, or the index.md of a topic, read into the model."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePosixPath

from ..problems import Problem
from ..text.body import Body
from . import frontmatter, head_rules
from .dates import parse_date
from .frequencies import FREQUENCIES
from .frontmatter import Document
from .questions import LEVELS, Head, Question

_FIRST_HEADING = re.compile(r"\s*#[ \t]+(.+)")


def parse(path: str, text: str) -> tuple[Question | None, list[Problem]]:
    """The question that a file holds, or None and what is wrong with it. `path` is relative to docs."""
    question, problems = draft(path, text)
    return (None if problems else question), problems


def draft(path: str, text: str) -> tuple[Question | None, list[Problem]]:
    """The same, but with stand-ins for fields that cannot be used, so that the body can be checked too."""
    document, found = frontmatter.read(text)
    if document is None:
        return None, [Problem(path, line, message) for line, message in found]
    found = [*found, *head_rules.check_names(document), *head_rules.check_values(document)]
    return _question(PurePosixPath(path), document), [Problem(path, line, message) for line, message in found]


def parse_topic(path: str, text: str) -> tuple[Head, list[Problem]]:
    """What a topic's index.md says. Its name is the title, else the first heading; there may be no head at all."""
    document, found = Document({}, Body(text)), list[tuple[int, str]]()
    if text.startswith(frontmatter.FENCE):
        read, found = frontmatter.read(text)
        document = read or Document({}, Body(""), frozenset(["title"]))
    text = document.body.text
    heading = _FIRST_HEADING.match(text)
    end = heading.end() if heading else 0
    found = [*found, *head_rules.check_topic(document, heading is not None)]
    order = document.text("order")
    head = Head(
        title=document.text("title") or (heading[1].strip() if heading else ""),
        order=int(order) if head_rules.ORDER.fullmatch(order) else None,
        summary=document.text("summary"),
        questions=tuple(document.items("questions")),
        body=Body(text[end:], document.body.line + text.count("\n", 0, end)),
    )
    return head, [Problem(path, line, message) for line, message in found]


def _question(path: PurePosixPath, document: Document) -> Question:
    corrections = (head_rules.correction(text) for _, text in document.items("corrections"))
    level, frequency = document.text("level"), document.text("frequency")
    return Question(
        id=path.stem,
        topic=path.parts[0] if len(path.parts) > 1 else "",
        path=str(path),
        title=document.text("title"),
        short=document.text("short"),
        level=level if level in LEVELS else LEVELS[0],
        frequency=frequency if frequency in FREQUENCIES else FREQUENCIES[0],
        tags=tuple(text for _, text in document.items("tags")),
        aliases=tuple(text for _, text in document.items("aliases")),
        asks=tuple(text for _, text in document.items("asks")),
        asked_in=tuple(text for _, text in document.items("asked_in")),
        updated=parse_date(document.text("updated")) or date.min,
        as_of=parse_date(document.text("as_of")),
        corrections=tuple(one for one in corrections if one is not None),
        body=document.body,
        lines={name: found.line for name, found in document.fields.items() if not head_rules.misread(found)},
    )
