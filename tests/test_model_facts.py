"""What pages say about a model in the table is what the table says: in a clause after its name, and in tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from answerbook.content import models
from answerbook.content.models import Model

from tests import pages_code

MODELS, _ = models.read(pages_code.DOCS / models.FILE, models.FILE, pages_code.DOCS)
# How a clause puts it, and how the head of a column does.
_CLAUSE = {
    # “69 层 KDA” counts those of one kind.
    "layers": r"(\d+) ?层(?! ?[A-Za-z])",
    "hidden": r"(?:隐藏维度?|(?<![\w/])h ?=)[^\d，。]{0,3}(\d[\d,]*)",
    "heads": r"(\d+) ?个? ?(?:查询|注意力|Q) ?头",
    "kv_heads": r"(\d+) ?个? ?(?:KV|键值) ?头",
    "vocab": r"词表(?:大小)?(?:为|是|约)? ?(\d[\d,]*)",
}
_HEAD = {
    "layers": r"层数|层|\$L\$",
    "hidden": r"隐藏维度?|\$h\$",
    "heads": r"(?:查询|注意力)?头数?|\$a\$",
    "kv_heads": r"(?:KV|键值) ?头数?|\$g\$",
    "head_dim": r"每头维度|头维|\$d_k\$",
    "ffn": r"前馈宽度|中间维度?",
    "vocab": r"词表",
}
# A clause further on is about something else.
_REACH = 26
_NUMBER = re.compile(r"\d[\d,]*")


@dataclass(frozen=True)
class Claim:
    """What a page says."""

    place: str
    model: Model
    field: str
    value: int

    @property
    def holds(self) -> bool:
        """Vocabularies are told with and without the rows that pad them."""
        known: int = getattr(self.model, self.field)
        return abs(self.value - known) <= (0.01 * known if self.field == "vocab" else 0)


def _names() -> dict[str, Model]:
    names: dict[str, Model] = {}
    for model in MODELS.values():
        plain = model.name.partition("（")[0]
        for name in (plain, plain.replace(" ", "-"), plain.replace("-", " ")):
            names.setdefault(name, model)
    return names


NAMES = _names()
_NAME = re.compile(
    rf"(?<![\w.-])({'|'.join(map(re.escape, sorted(NAMES, key=len, reverse=True)))})(?![-.]?\w)", re.ASCII
)


def in_clauses(text: str, place: str = "") -> Iterator[Claim]:
    """What is said right after a model's name, before the next name or stop."""
    for name in _NAME.finditer(text):
        # Not in the middle of a number.
        reach = re.compile(r"\d*").match(text, name.end() + _REACH)
        end = reach.end() if reach else name.end() + _REACH
        clause = re.split(r"[。；\n|]", text[name.end() : end])[0]
        following = _NAME.search(clause)
        clause = clause[: following.start()] if following else clause
        line = f"{place}:{text.count(chr(10), 0, name.start()) + 1}"
        for field, pattern in _CLAUSE.items():
            said = re.search(pattern, clause)
            if said and getattr(NAMES[name[1]], field):
                yield Claim(line, NAMES[name[1]], field, _value(said[1]))


def in_tables(text: str, place: str = "") -> Iterator[Claim]:
    """What tables say, a model in each row or in each column."""
    for line, table in _tables(text):
        head, *rows = table
        for row in rows:
            for column in range(1, min(len(row), len(head))):
                yield from _cell(f"{place}:{line}", row[0], head[column], row[column])
                yield from _cell(f"{place}:{line}", head[column], row[0], row[column])


def _cell(place: str, name: str, label: str, cell: str) -> Iterator[Claim]:
    known = _NAME.fullmatch(name.replace("**", ""))
    labels, cells = re.split("，", label), re.split("，", cell)
    if known is None or len(labels) != len(cells):
        return
    for one, value in zip(labels, cells, strict=True):
        for field, pattern in _HEAD.items():
            if re.fullmatch(pattern, one) and _NUMBER.fullmatch(value) and getattr(NAMES[known[1]], field):
                yield Claim(place, NAMES[known[1]], field, _value(value))


def _tables(text: str) -> Iterator[tuple[int, list[list[str]]]]:
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if number and re.fullmatch(r"\|[\s:|-]+\|", line):
            table = [lines[number - 1]]
            for row in lines[number + 1 :]:
                if not row.startswith("|"):
                    break
                table.append(row)
            yield number, [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in table]


def _value(text: str) -> int:
    return int(text.replace(",", ""))


def claims() -> list[Claim]:
    found: list[Claim] = []
    for path in sorted(pages_code.DOCS.glob("*/*.md")):
        text, place = path.read_text("utf-8"), path.relative_to(pages_code.DOCS).as_posix()
        found += [*in_clauses(text, place), *in_tables(text, place)]
    return found


def test_pages_say_of_models_what_the_table_says() -> None:
    found = claims()
    wrong = [
        f"docs/{one.place}: {one.model.name} 的 {one.field} 写 {one.value}，模型表是 {getattr(one.model, one.field)}"
        for one in found
        if not one.holds
    ]
    assert not wrong, "\n".join(wrong)
    assert len(found) >= 40


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Llama 3 8B 有 32 层，", "layers", 32),
        ("Llama 3 8B（8 个 KV 头）", "kv_heads", 8),
        ("LLaMA-7B 的词表 32,000", "vocab", 32000),
        ("Qwen3-8B 的隐藏维是 4096", "hidden", 4096),
        ("| 模型 | 层数 | $h$ |\n| --- | --- | --- |\n| GPT-3 175B | 96 | 12288 |", "layers", 96),
        ("| | BLOOM-176B |\n| --- | --- |\n| 层数，$h$，头数 | 70，14336，112 |", "heads", 112),
    ],
)
def test_a_claim_is_seen(text: str, field: str, value: int) -> None:
    found = [*in_clauses(text), *in_tables(text)]
    assert [one for one in found if (one.field, one.value) == (field, value)]
    assert all(one.holds for one in found)


@pytest.mark.parametrize("text", ["Llama 3 8B 有 33 层", "Qwen3-8B：4 个 KV 头", "LLaMA 7B 的词表 128,256"])
def test_a_wrong_claim_is_seen(text: str) -> None:
    assert [one.holds for one in in_clauses(text)] == [False]


@pytest.mark.parametrize("text", ["Llama 3 8B 与 GPT-3 175B 的 96 层", "Llama 3 8B。另一个 60 层", "GPT-2 XL 有 48 层"])
def test_another_model_is_not_blamed(text: str) -> None:
    assert all(one.holds for one in in_clauses(text))
