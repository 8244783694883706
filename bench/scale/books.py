"""Books of any size that look like this one: its own sentences, formulas and code, shuffled and varied."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isqrt
from pathlib import Path

from answerbook.content.frequencies import FREQUENCIES
from answerbook.content.questions import LEVELS, Book
from answerbook.text.bodies import blank

ASKED = (
    "{a}和{b}有什么区别？",
    "为什么{a}离不开{b}？",
    "{a}怎样影响{b}，代价是什么？",
    "{a}里的{b}怎么实现？",
    "没有{b}，{a}还能用吗？",
    "讲讲{a}，再说它与{b}的关系？",
)
DAYS = 28


@dataclass(frozen=True)
class Stock:
    """What books are put together from."""

    terms: tuple[str, ...]
    shorts: tuple[str, ...]
    sentences: tuple[str, ...]
    displays: tuple[str, ...]
    codes: tuple[str, ...]
    tags: tuple[str, ...]


def stock(book: Book) -> Stock:
    """The sentences of a book that stand by themselves, its formulas and its code."""
    sentences: list[str] = []
    displays: list[str] = []
    codes: list[str] = []
    for question in book.questions:
        blocks = [(fence.start, fence.end) for fence in question.body.fences]
        sentences += _sentences(blank(question.body.text, blocks))
        displays += [_flush(found.tex) for found in question.body.formulas if found.display]
        codes += [found.code for found in question.body.fences if "```" not in found.code]
    return Stock(
        tuple(dict.fromkeys(term.zh for term in book.glossary if 2 <= len(term.zh) <= 8)),
        tuple(question.short for question in book.questions if not re.search("^[^\\w]|: | #", question.short)),
        tuple(dict.fromkeys(sentences)),
        tuple(dict.fromkeys(tex for tex in displays if "\n\n" not in tex and "\\tag" not in tex)),
        tuple(dict.fromkeys(codes)),
        tuple(dict.fromkeys(tag for question in book.questions for tag in question.tags)),
    )


def write(docs: Path, count: int, given: Stock) -> None:
    """A book of so many questions, always the same; topics grow with the square root of its size."""
    topics = max(2, isqrt(count))
    ids = [f"question-{number:05}" for number in range(count)]
    for topic in range(topics):
        folder = docs / f"topic-{topic:03}"
        folder.mkdir(parents=True)
        name = f"专题{topic + 1}：{given.terms[topic % len(given.terms)]}"
        (folder / "index.md").write_text(f"---\ntitle: {name}\norder: {topic + 1}\n---\n", "utf-8")
    for number, id in enumerate(ids):
        text = "\n".join(_question(random.Random(number), number, ids, topics, given))
        (docs / f"topic-{number % topics:03}" / f"{id}.md").write_text(text, "utf-8")


def _question(dice: random.Random, number: int, ids: Sequence[str], topics: int, given: Stock) -> Iterator[str]:
    one, other = dice.sample(given.terms, 2)
    # The number keeps titles apart, however many there are.
    yield f"---\ntitle: {dice.choice(ASKED).format(a=one, b=other)}（第 {number + 1} 问）"
    yield f"short: {_varied(dice, dice.choice(given.shorts))}"
    yield f"level: {dice.choice(LEVELS)}\nfrequency: {dice.choice(FREQUENCIES)}"
    yield f"tags: [{', '.join(dice.sample(given.tags, 3))}]"
    yield f"aliases: [{one}{other} {number + 1}]"
    yield f"updated: 2026-03-{number % DAYS + 1:02}\n---\n## 详解\n"
    for part in range(3):
        if part:
            yield f"### {dice.choice(given.terms)}与{dice.choice(given.terms)} {{#part-{part}}}\n"
        for _ in range(3):
            yield f"{_prose(dice, given, dice.randint(3, 5))}\n"
        yield f"$$\n{_formula(dice, number, part, given)}\n$$\n"
    yield f"## 代码\n\n```python\n{_varied(dice, dice.choice(given.codes)).strip()}\n```\n"
    yield "## 易错点\n"
    yield from (f"- {_prose(dice, given, 2)}" for _ in range(3))
    yield "\n## 追问\n"
    for place in dice.sample(range(len(ids) - 1), 2):
        target = place + (place >= number)
        yield f"- [{dice.choice(ASKED).format(a=one, b=other)}](../topic-{target % topics:03}/{ids[target]}.md)"
    yield ""


def _prose(dice: random.Random, given: Stock, sentences: int) -> str:
    return "".join(_varied(dice, sentence) for sentence in dice.sample(given.sentences, sentences))


def _formula(dice: random.Random, number: int, part: int, given: Stock) -> str:
    """Two of three are new in each answer."""
    tex = dice.choice(given.displays)
    return f"{tex} \\qquad n_{{{part}}}={number + 1}" if part else tex


def _varied(dice: random.Random, text: str) -> str:
    """Other numbers outside formulas, of as many digits."""
    pieces = text.split("$")
    pieces[::2] = [re.sub("[2-9]", lambda _: str(dice.randint(2, 9)), piece) for piece in pieces[::2]]
    return "$".join(pieces)


def _flush(tex: str) -> str:
    return "\n".join(line.strip() for line in tex.strip().splitlines())


def _sentences(body: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", body):
        if re.search(r"[|<\[#`]|\$\$|^\s*[-\d]", re.sub(r"\s*\[@[^\]]*\]", "", paragraph), re.MULTILINE):
            continue
        for sentence in re.findall(r"[^。\s][^。]*。", re.sub(r"\s*\[@[^\]]*\]", "", paragraph).replace("\n", "")):
            if sentence.count("$") % 2 == 0 and sentence.count("**") % 2 == 0 and len(sentence) > 8:
                yield sentence
