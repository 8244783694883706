"""What the pages claim: their code runs as printed, and every number they compute comes out again."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from answerbook.arithmetic import sizes
from answerbook.content.questions import Question

from tests import pages_code

NUMBERS = pages_code.DOCS / "numbers.yml"
FACTS = pages_code.DOCS / "facts.yml"
# What an expression of numbers.yml may name.
NAMES = {"np": np, "math": math, **{name: value for name, value in vars(sizes).items() if name[0] != "_"}}


def numbers() -> list[dict[str, str]]:
    entries: list[dict[str, str]] = yaml.load(NUMBERS.read_text("utf-8"), yaml.CSafeLoader)
    return entries


def by_page() -> Iterator[Any]:
    grouped: dict[str, list[dict[str, str]]] = {}
    for entry in numbers():
        grouped.setdefault(entry["page"], []).append(entry)
    return (pytest.param(page, entries, id=page) for page, entries in grouped.items())


@pytest.mark.parametrize("question", list(pages_code.with_blocks()), ids=lambda q: q.id)
def test_the_code_of_a_page_runs_as_printed(question: Question) -> None:
    namespace = pages_code.run(question)
    checks = pages_code.companion("code", question.id)
    if checks is not None:
        checks.test(namespace)


def test_every_handwritten_answer_is_compared_with_a_reference() -> None:
    handwritten = {q.id for q in pages_code.questions() if q.topic == "coding" or "手写" in q.title}
    compared = {path.stem for path in (Path(__file__).parent / "code").glob("*.py")}
    assert handwritten <= compared, "没有 tests/code/<编号>.py"
    assert compared <= {q.id for q in pages_code.with_blocks()}, "tests/code 里有不属于任何页面的文件"


def test_python_blocks_are_marked_in_a_known_way() -> None:
    known = {("python",), ("python", "torch"), ("python", "norun"), ("python", "check"), ("python", "torch", "check")}
    odd = [
        f"docs/{question.path}:{fence.line}: {fence.info}"
        for question in pages_code.questions()
        for fence in question.body.fences
        if "python" in fence.info and pages_code.marks(fence.info) not in known
    ]
    assert not odd


@pytest.mark.parametrize(("page", "entries"), list(by_page()))
def test_the_numbers_of_a_page_are_recomputed(page: str, entries: list[dict[str, str]]) -> None:
    found = [q for q in pages_code.questions() if q.id == page]
    assert found, f"numbers.yml 提到的 {page} 不在书里"
    text = found[0].body.text + "\n" + found[0].short + "\n" + found[0].title
    wrong = []
    for entry in entries:
        quote, shows = entry["quote"], entry["shows"]
        if quote not in text:
            wrong.append(f"页面上没有“{quote}”")
        elif shows not in quote:
            wrong.append(f"“{quote}”里没有“{shows}”")
        else:
            value = eval(entry["value"], dict(NAMES))
            if not agrees(value, shows):
                wrong.append(f"“{quote}”：写的是 {shows}，{entry['value']} = {float(value):.10g}")
    assert not wrong, "\n".join(wrong)


def agrees(value: float, shows: str) -> bool:
    """Whether a value, rounded to as many decimals as are shown, is the number shown."""
    written = Decimal(shows.replace(",", "").replace("−", "-").replace("{,}", ""))
    places = Decimal(1).scaleb(int(written.as_tuple().exponent))
    exact = Decimal(repr(float(value))) if not isinstance(value, int) else Decimal(value)
    return written in {exact.quantize(places, rounding) for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN)}


@pytest.mark.parametrize(
    ("value", "shows", "expected"),
    [
        (13.476, "13.48", True),
        (13.474, "13.48", False),
        (109482240, "109,482,240", True),
        (0.5, "1", True),
        (16, "15", False),
    ],
)
def test_agreement_is_by_the_digits_shown(value: float, shows: str, expected: bool) -> None:
    assert agrees(value, shows) is expected


def facts() -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = yaml.load(FACTS.read_text("utf-8"), yaml.CSafeLoader)
    return entries


@pytest.mark.parametrize("entry", facts(), ids=lambda entry: entry["fact"])
def test_the_same_fact_is_the_same_on_every_page(entry: dict[str, Any]) -> None:
    mentions = [
        (question.path, match[1])
        for question in pages_code.questions()
        for match in re.finditer(entry["pattern"], f"{question.short}\n{question.body.text}")
    ]
    assert mentions, "没有一页写到它：改 pattern，或删去这一条"
    assert not [f"{path}: {said}" for path, said in mentions if said not in entry["allowed"]]
