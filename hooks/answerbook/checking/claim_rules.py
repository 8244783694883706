"""What pages say of a model is what the table of models says: in a clause after its name, and in tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from .. import cache
from ..content import models
from ..content.contents import Contents
from ..content.models import Model
from ..problems import Problem
from ..rulebook import rule

# How a clause puts it, and how the head of a column does.
_CLAUSE = {
    # “69 层 KDA” counts those of one kind.
    "layers": r"(\d+) ?层(?! ?[A-Za-z])|\$L ?= ?(\d++)(?![\w.\\])",
    "hidden": r"(?:隐藏维度?|(?<![\w/])h ?=)[^\d，。]{0,3}(\d[\d,]*)",
    "heads": r"(\d+) ?个? ?(?:查询|注意力|Q)? ?头(?!维)|\$a ?= ?(\d++)(?![\w.\\])",
    "kv_heads": r"(\d+) ?个? ?(?:KV|键值) ?头|\$g ?= ?(\d++)(?![\w.\\])",
    "head_dim": r"\$d_k ?= ?(\d++)(?![\w.\\])",
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
_SAID = {
    "layers": "层数",
    "hidden": "隐藏维度",
    "heads": "头数",
    "kv_heads": "键值头数",
    "head_dim": "每头维度",
    "ffn": "前馈宽度",
    "vocab": "词表",
}
# A clause further on is about something else.
_REACH = 26
_NUMBER = re.compile(r"\d[\d,]*")


@dataclass(frozen=True)
class Claim:
    """What a text says of a model, and on which of its lines."""

    line: int
    model: str
    field: str
    value: int

    def holds(self, model: Model) -> bool:
        """Vocabularies are told with and without the rows that pad them; what the table leaves open may be anything."""
        known: int = getattr(model, self.field)
        return not known or abs(self.value - known) <= (0.01 * known if self.field == "vocab" else 0)


class Reader:
    """Finds what texts say of models whose names it knows."""

    def __init__(self, known: Mapping[str, Model]) -> None:
        self._ids: dict[str, str] = {}
        for id, model in known.items():
            plain = model.name.partition("（")[0]
            for name in (plain, plain.replace(" ", "-"), plain.replace("-", " ")):
                self._ids.setdefault(name, id)
        names = "|".join(map(re.escape, sorted(self._ids, key=len, reverse=True)))
        self._name = re.compile(rf"(?<![\w.-])({names})(?![-.]?\w)", re.ASCII)

    def __repr__(self) -> str:
        return repr(self._ids)

    def claims(self, text: str) -> list[Claim]:
        """All that a text says."""
        return [*self._in_clauses(text), *self._in_tables(text)] if self._ids else []

    def _in_clauses(self, text: str) -> Iterator[Claim]:
        """What is said right after a model's name, before the next name or stop."""
        for name in self._name.finditer(text):
            # Not in the middle of a number.
            reach = re.compile(r"\d*").match(text, name.end() + _REACH)
            end = reach.end() if reach else name.end() + _REACH
            clause = re.split(r"[。；\n|]", text[name.end() : end])[0]
            following = self._name.search(clause)
            clause = clause[: following.start()] if following else clause
            for field, pattern in _CLAUSE.items():
                if said := re.search(pattern, clause):
                    line, value = text.count("\n", 0, name.start()) + 1, _value(said[said.lastindex or 1])
                    yield Claim(line, self._ids[name[1]], field, value)

    def _in_tables(self, text: str) -> Iterator[Claim]:
        """What tables say, a model in each row or in each column."""
        for head, rows in _tables(text):
            for line, row in rows:
                for column in range(1, min(len(row), len(head))):
                    yield from self._cell(line, row[0], head[column], row[column])
                    yield from self._cell(line, head[column], row[0], row[column])

    def _cell(self, line: int, name: str, label: str, cell: str) -> Iterator[Claim]:
        known = self._name.fullmatch(name.replace("**", ""))
        labels, cells = label.split("，"), cell.split("，")
        if known is None or len(labels) != len(cells):
            return
        for one, value in zip(labels, cells, strict=True):
            for field, pattern in _HEAD.items():
                if re.fullmatch(pattern, one) and _NUMBER.fullmatch(value):
                    yield Claim(line, self._ids[known[1]], field, _value(value))


def _tables(text: str) -> Iterator[tuple[list[str], list[tuple[int, list[str]]]]]:
    """The cells of each table's head, and of its rows with their lines."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if number and re.fullmatch(r"\|[\s:|-]+\|", line):
            rows = []
            for place, row in enumerate(lines[number + 1 :], number + 2):
                if not row.startswith("|"):
                    break
                rows.append((place, _cells(row)))
            yield _cells(lines[number - 1]), rows


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def _value(text: str) -> int:
    return int(text.replace(",", ""))


@rule(
    "model-claims",
    "模型表里是",
    "页面里说到表中模型的层数、隐藏维、头数、词表，要和 `docs/models.yml` 一样：改错的那一边",
)
def check(contents: Contents) -> Iterator[Problem]:
    """What pages say of models otherwise than the table."""
    known = contents.book.models
    reader = Reader(known)
    names = repr(reader)
    for question in contents.book.questions if known else ():
        text = contents.texts.get(question.path, "")
        key = cache.key("claims", cache.code("checking"), names, contents.digests.get(question.path) or text)
        for one in cache.value("sound", key, partial(reader.claims, text)):
            model = known[one.model]
            if not one.holds(model):
                said = f"{model.name} 的{_SAID[one.field]}写的是 {one.value}，模型表里是 {getattr(model, one.field)}"
                where = f"{contents.shown}{models.FILE}:{model.line}"
                yield Problem(f"{contents.shown}{question.path}", one.line, f"{said}（{where}）；请改这里，或改表")
