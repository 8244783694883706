"""What a check can say of pages that somebody has changed: hints, because only their author knows what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

from answerbook.content import earlier, imprint
from answerbook.content.questions import Book, Question
from answerbook.problems import Problem

if TYPE_CHECKING:
    from answerbook.text.quantities import Quantity

_FILE = re.compile(r"^\+\+\+ b/(.*)$")
_HUNK = re.compile(r"^@@ -\S+ \+(\d+)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
# The lines of a head that readers read.
_READ = ("title:", "short:")
# A name that says whose number it is: Llama 3 70B, GPT-4, DeepSeek-V3.
_NAME = re.compile(r"[A-Z][A-Za-z]+[ -]?V?\d[\w.]*(?: \d+B)?")
# Fewer letters are a slip of the pen, and more are none whatever they are; so many places are named.
_LETTERS, _WHOLE, _NAMED = 20, 4000, 5


@dataclass
class Change:
    """The lines of one file that are gone, each with the number it would have now, and those that are new."""

    gone: list[tuple[int, str]] = field(default_factory=list)
    new: list[tuple[int, str]] = field(default_factory=list)


def hints(docs: Path, shown: str, book: Book) -> Iterator[Problem]:
    """What may have been forgotten, and stops nobody; none where this is no checkout, or nothing was changed."""
    changes = _changes(docs)
    for question in book.questions if changes else ():
        if change := changes.get(question.path):
            path = f"{shown}{question.path}"
            yield from (Problem(path, line, said) for line, said in _about(question, change, book))


def _changes(docs: Path) -> Mapping[str, Change]:
    """What differs from where the pages came from, by their paths below the folder of content."""
    found: dict[str, Change] = {}
    now, line = Change(), 0
    for text in imprint.differences(docs).split("\n"):
        if named := _FILE.match(text):
            now = found.setdefault(named[1], Change())
        elif hunk := _HUNK.match(text):
            line = int(hunk[1])
        elif text.startswith("+"):
            now.new.append((line, text[1:]))
            line += 1
        elif text.startswith("-") and not text.startswith("--- "):
            now.gone.append((line, text[1:]))
    return found


def _about(question: Question, change: Change, book: Book) -> Iterator[tuple[int, str]]:
    below = question.body.line
    gone = [text for line, text in change.gone if _read(line, text, below)]
    new = [(line, text) for line, text in change.new if _read(line, text, below)]
    started = {found for _, text in change.gone if text.startswith("corrections:") for found in _DATE.findall(text)}
    told = {one.day for one in earlier.of_page(book.earlier, question.id)}
    for one in question.corrections if change.new else ():
        if one.date.isoformat() not in started and one.date not in told and _corrected(change):
            line = question.lines.get("corrections", 1)
            yield (
                line,
                f"新写的更正 {one.date} 在 {earlier.FILE} 里还没有；在那里留一条：page: {question.id}、"
                f"day: {one.date}，said 写原来怎么说，says 写现在的原文，why 写为什么",
            )
    dated = any(text.startswith("updated:") for _, text in change.new) or question.updated == date.today()
    if not dated and _substantial(gone, [text for _, text in new]):
        line = question.lines.get("updated", 1)
        message = (
            f"内容改了，updated 还是 {question.updated}；写上今天，改的是结论、公式、数字就在 corrections 里加一行"
        )
        yield line, f"{message}（只是错别字不用）"
    yield from _left(question, gone, new, book)


def _corrected(change: Change) -> bool:
    return any(text.startswith("corrections:") for _, text in change.new)


def _read(line: int, text: str, below: int) -> bool:
    """Whether readers see this line: of the head, above the line ``below``, the title and the short answer."""
    return line >= below or text.startswith(_READ)


def _substantial(gone: Sequence[str], new: Sequence[str]) -> bool:
    """Whether more was changed than a letter here and there: numbers, formulas, or many words."""
    before, after = "\n".join(gone), "\n".join(new)
    if re.findall(r"\d[\d.,]*|\$[^$]*\$", before) != re.findall(r"\d[\d.,]*|\$[^$]*\$", after):
        return True
    # So much that comparing it takes its time is no slip of the pen.
    if len(before) + len(after) > _WHOLE:
        return True
    same = sum(block.size for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks())
    return max(len(before), len(after)) - same >= _LETTERS


def _left(
    question: Question, gone: Sequence[str], new: Sequence[tuple[int, str]], book: Book
) -> Iterator[tuple[int, str]]:
    """Where a number that was changed still stands as it was: on its page, and of the same thing on others."""
    if not gone or not new:
        return
    from answerbook.text import quantities

    after = [one for _, text in new for one in quantities.find(text)]
    seen: set[str] = set()
    for text in gone:
        for one in quantities.find(text):
            words = text[one.start : one.end].strip(" *\\")
            if words in seen or not _telling(one, words) or any(quantities.same(one, other) for other in after):
                continue
            seen.add(words)
            places = [*_on_page(question, words), *_elsewhere(book, question, words, set(_NAME.findall(text)))]
            if places:
                rest = f" 等 {len(places)} 处" if len(places) > _NAMED else ""
                yield (
                    new[0][0],
                    f"原来的“{words}”这里改了，{'、'.join(places[:_NAMED])}{rest} 还是原来的；也要改就一起改",
                )


def _telling(one: Quantity, words: str) -> bool:
    """Whether a number is unlikely to stand somewhere by chance."""
    return not one.bare and len(re.sub(r"[^\d]", "", words)) + bool(one.unit) > 1


def _on_page(question: Question, words: str) -> list[str]:
    lines = [*enumerate(question.body.text.split("\n"), question.body.line)]
    lines += [
        (question.lines.get(name, 1), text) for name, text in (("short", question.short), ("title", question.title))
    ]
    return [f"第 {line} 行" for line, text in sorted(lines) if _stands(words, text)]


def _elsewhere(book: Book, question: Question, words: str, names: Iterable[str]) -> Iterator[str]:
    """Lines of other pages that tell the same number of something that has the same name."""
    for other in book.questions if names else ():
        if other is question or words not in other.body.text:
            continue
        for line, text in enumerate(other.body.text.split("\n"), other.body.line):
            if _stands(words, text) and any(name in text for name in names):
                yield f"{other.path}:{line}"


def _stands(words: str, text: str) -> bool:
    return re.search(rf"(?<![\d.]){re.escape(words)}(?![\d.]*\d)", text) is not None
