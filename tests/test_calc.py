"""A calculator's page: an address says for ever what it said, a result explains itself, bad input gets a sentence."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from answerbook.content import calculations
from answerbook.site import calculators

from tests import pages_code
from tests.calc_runs import CARD_PROBLEMS, CARDS, HERE, SHAPES, in_javascript, page

ADDRESSES: list[dict[str, Any]] = json.loads((HERE / "addresses.json").read_text("utf-8"))


@pytest.mark.parametrize("one", ADDRESSES, ids=lambda one: f"{one['calculator']}?{one['query']}")
def test_an_address_says_what_it_said_when_it_was_given_away(one: dict[str, Any]) -> None:
    """Lines are added to addresses.json, never changed."""
    found = page(one["calculator"], one["query"])
    assert {label: found["main"][label] for label in one["says"]} == one["says"]


def test_what_an_address_holds_that_this_version_does_not_know_stays() -> None:
    found = page("kv", "m=qwen3-8b&utm_source=chat&s=4096&later=1")
    assert found["again"] == "m=qwen3-8b&s=4096&utm_source=chat&later=1"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("s=abc", "“每条序列的长度”写的是“abc”；请写 1 到 1,000,000,000 之间的整数"),
        ("s=0", "“每条序列的长度”写的是“0”；请写 1 到 1,000,000,000 之间的整数"),
        ("s=1.5", "“每条序列的长度”写的是“1.5”；请写 1 到 1,000,000,000 之间的整数"),
        ("d=int3", "“缓存的精度”写的是“int3”；请用 bf16、fp8、int8、int4、fp32 之一"),
        ("m=gpt-9", "这里没有叫“gpt-9”的模型；请从单子里选一个，或者填自己的数"),
        ("x=h1.gqa", "x 写的是“h1.gqa”，读不出一个模型；请重新填数或贴 config.json"),
        ("m=bert-base", "BERT-base（uncased） 是编码器，一次读完，不留 KV Cache"),
        ("v=9", "这个地址是第 9 版的，这一页只认得第 1 版；请刷新，或者删去 v="),
        ("w=yes", "“窗口层只留窗口里的”写的是“yes”；请写 1（是）或 0（否）"),
    ],
)
def test_bad_input_gets_a_sentence(query: str, sentence: str) -> None:
    assert page("kv", query)["problem"] == sentence


def test_what_transformers_keeps_of_a_window_is_told_where_windows_count() -> None:
    queries = ("m=gpt-oss-20b", "m=gpt-oss-20b&w=0", "m=llama-3-8b")
    told, whole, without = in_javascript([("page", None, "kv", query) for query in queries])
    assert [note[:17] for note in told["notes"]] == ["Transformers 的窗口层"]
    assert whole["notes"] == without["notes"] == []


def test_numbers_may_be_written_as_people_write_them() -> None:
    assert page("kv", "s=131,072")["main"] == page("kv", "s=１３１０７２")["main"] == page("kv", "s=131072")["main"]


def test_what_this_version_does_not_know_stays_as_often_as_it_is_there() -> None:
    assert page("kv", "later=1&s=4096&later=2")["again"] == "s=4096&later=1&later=2"


def test_numbers_are_said_as_people_read_them() -> None:
    said = {
        ("plain", 1234567): "1,234,567",
        ("plain", 1234.5678): "1,235",
        ("plain", 0.00012345): "0.0001235",
        ("plain", 2e15): "2×10¹⁵",
        ("size", 2**30): "1.074 GB（1 GiB）",
        ("size", 999): "999 B",
        ("count", 8_030_000_000): "8.03 B",
        ("time", 0.0125): "12.5 毫秒",
        ("time", 5400): "5,400 秒",
        ("time", 9000): "2.5 小时",
        ("time", 216_000): "2.5 天",
    }
    found = in_javascript([(kind, None, number) for kind, number in said])
    assert dict(zip(said, found, strict=True)) == said


def test_every_calculation_of_an_answer_has_a_result() -> None:
    listed, problems = calculations.read(pages_code.DOCS / calculations.FILE, calculations.FILE, pages_code.DOCS)
    assert not problems
    found = in_javascript([("page", None, one.calculator, one.query) for one in listed])
    assert [one.query for one, shown in zip(listed, found, strict=True) if "main" not in shown] == []
    assert (
        {one.calculator for one in listed} == {one.id for one in calculators.CALCULATORS} == {*calculations.CALCULATORS}
    )


QUERIES = {
    "kv": ("", "s=131072&b=7", "d=int4&k=16", "w=0&la=0&t=8", "d=int8&qg=32&qb=4&st=2&e=77&s=100"),
    "params": ("", "d=0.5"),
    "memory": (
        "",
        "z=3&n=64&t=8&p=4&e=8&b=2&mb=2",
        "r=full&p=2&t=2&sp=0&lg=0",
        "r=eager&s=100&z=1&n=3",
        "f=lora&g=qv&k=8&z=3&n=4",
        "f=qlora&t=2",
    ),
    "inference": ("", "c=h200-sxm&n=8&wd=fp8&d=fp8&s=131072", "c=own&cm=24&wd=int4&qe=1&oh=1.5", "c=rtx-4090&wd=nvfp4"),
    "flops": ("", "D=15000&n=16384&c=h100-sxm&a=1&s=8192", "c=own&cf=500&d=fp8&u=0.5&y=0"),
    "serving": (
        "",
        "c=h20&n=8&wd=fp8&b=256&i=100000&q=30",
        "c=own&cm=128&cb=1600&cf=300&n=16&b=1&o=1&eb=1&ec=1",
        "c=b200&wd=mxfp4&n=8",
    ),
}


@pytest.mark.parametrize("id", QUERIES)
def test_every_formula_gives_what_is_said_with_the_numbers_in_it(id: str) -> None:
    asked = [(model, query) for model in SHAPES for query in QUERIES[id]]
    found = in_javascript([("page", None, id, f"m={model}&{query}") for model, query in asked])
    wrong = []
    for (model, query), shown in zip(asked, found, strict=True):
        for step in shown.get("steps", ()):
            value = eval(expression(step["formula"]), {"min": min}, names(step["letters"]))
            if value != pytest.approx(step["value"], rel=1e-9):
                wrong.append((model, query, step["title"], step["formula"], value, step["value"]))
    assert wrong[:5] == []
    assert sum("steps" in shown for shown in found) > 0.9 * len(found)


def test_the_cards_are_sound() -> None:
    assert not CARD_PROBLEMS
    assert len(CARDS) >= 15
    assert all(card.fp8 in (0, pytest.approx(2 * card.bf16, rel=0.02)) for card in CARDS.values())
    assert all(card.sources and card.memory and card.bandwidth for card in CARDS.values())


def expression(formula: str) -> str:
    """A formula as Python: letters stay names, · multiplies."""
    return formula.replace("·", "*").replace("−", "-").replace("²", "**2").replace("'", "_")


def names(letters: dict[str, list[Any]]) -> dict[str, float]:
    return {letter.replace("'", "_"): value for letter, (value, _) in letters.items()}


@pytest.mark.parametrize("id", ["deepseek-v3", "t5-base", "qwen3-next-80b-a3b"])
def test_components_add_up(id: str) -> None:
    found = page("params", f"m={id}")
    total = int(re.sub(r"（.*", "", found["main"]["参数"]).replace(",", ""))
    assert sum(step["value"] for step in found["steps"]) == total == SHAPES[id].params
