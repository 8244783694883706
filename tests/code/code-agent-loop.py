"""手写工具调用循环：校验与 jsonschema 库对拍，流式解析在每一种切法下与整段解析对拍，消息的规矩在随机剧本下成立。"""

import itertools
import json
import re
from typing import Any

import jsonschema
import numpy as np


def test(ns: dict[str, Any]) -> None:
    validation(ns["wrong"])
    streams(ns["events"], ns["collect"])
    loops(ns)


def validation(wrong: Any) -> None:
    schema = {
        "type": "object",
        "properties": {
            "a": {"type": "integer"},
            "b": {"type": "string", "enum": ["x", "y"]},
            "c": {"type": "boolean"},
            "d": {"type": "number"},
            "e": {"type": "array"},
        },
        "required": ["a", "d"],
        "additionalProperties": False,
    }
    values = [1, -2, 0.5, "x", "z", "", True, False, None, [], [1], {}]
    rng = np.random.default_rng(29)
    checker, agreed = jsonschema.Draft202012Validator(schema), [0, 0]
    given: list[Any] = [values[i] for i in range(len(values))]
    good = {"a": [1, -2], "b": ["x"], "c": [True, False], "d": [1, 0.5], "e": [[], [1]]}
    for _ in range(3000):
        args = {}
        for name in "abcdef":
            if rng.random() < (0.9 if name in "ad" else 0.4 if name != "f" else 0.05):
                options = values if name == "f" or rng.random() < 0.1 else good[name]
                args[name] = options[rng.integers(len(options))]
        given.append(args)
    for args in given:
        valid = checker.is_valid(args)
        assert (wrong(args, schema) is None) == valid, args
        agreed[valid] += 1
    assert min(agreed) > 300


def streams(events: Any, collect: Any) -> None:
    text = "a<b<tool_call>x</tool</tool_call><tool_call></tool_call>c<tool_cal"
    expected = [(kind, part) for kind, part in whole(text) if part or kind == "call"]
    cuts = itertools.combinations(range(1, len(text)), 2)
    for a, b in cuts:
        got: list[tuple[str, str]] = []
        for kind, part in events([text[:a], text[a:b], text[b:]]):
            if kind == "text" and got and got[-1][0] == "text":
                got[-1] = ("text", got[-1][1] + part)
            else:
                got.append((kind, part))
        assert got == expected, (a, b)

    rng = np.random.default_rng(30)
    for _ in range(100):
        calls = [{"id": f"c{i}", "name": "n", "arguments": json.dumps({"k": "值" * i})} for i in range(3)]
        queues = [
            [{"index": i, "id": c["id"], "name": "n"}, *({"index": i, "arguments": x} for x in c["arguments"])]
            for i, c in enumerate(calls)
        ]
        pieces = []
        while any(queues):
            queue = queues[rng.integers(3)]
            if queue:
                pieces.append({"calls": [queue.pop(0)]})
        assert collect([*pieces, {"finish": "stop"}]) == {"content": "", "calls": calls}


def whole(text: str) -> list[tuple[str, str]]:
    """The same with the whole text at hand."""
    out = []
    for n, part in enumerate(re.split(r"<tool_call>(.*?)</tool_call>", text)):
        out.append(("call" if n % 2 else "text", part))
    return out


def loops(ns: dict[str, Any]) -> None:
    rng = np.random.default_rng(31)
    for _ in range(200):
        ran: list[int] = []
        schema = {"properties": {"n": {"type": "integer"}}, "required": ["n"]}
        tools = {"t": (lambda n, ran=ran: ran.append(n) or n * n, schema)}
        ids, turns = itertools.count(), iter(rng.integers(0, 4, 5))

        def model(messages: list[Any], ids: Any = ids, turns: Any = turns) -> Any:
            many = next(turns, 0)
            numbers = rng.integers(0, 3, many)
            return {
                "content": "",
                "calls": [{"id": next(ids), "name": "t", "arguments": f'{{"n": {n}}}'} for n in numbers],
            }

        status, messages = ns["run"](model, tools, "q", max_steps=4)
        calls = [c for m in messages if m["role"] == "assistant" for c in m["calls"]]
        results = [m for m in messages if m["role"] == "tool"]
        assert [c["id"] for c in calls] == [m["id"] for m in results]
        numbers = [json.loads(c["arguments"])["n"] for c in calls]
        assert ran == [n for i, n in enumerate(numbers) if numbers[:i].count(n) < 2]
        for i, (n, m) in enumerate(zip(numbers, results, strict=True)):
            assert (m["content"] == str(n * n)) == (numbers[:i].count(n) < 2)
        answered = messages[-1]["role"] == "assistant" and not messages[-1]["calls"]
        assert (status == "完成") == answered and sum(m["role"] == "assistant" for m in messages) <= 4
