#!/usr/bin/env bash
# Finding: A state of LangGraph that stopped at an interrupt goes on with other types:
#          deque(maxlen=3) has no limit any more, a tuple is a list, a Counter and a defaultdict are
#          plain dicts.
# A good guess says: the state is what it was: the saver keeps Python objects, InMemorySaver even in
#          memory.
# What happens: every saver writes msgpack. set, frozenset, datetime, Decimal, Path, a dict with
#          numbers or tuples for keys come back as they were. A window of the last messages kept in
#          a deque grows without end after the first resume, and counts[name] += 1 raises KeyError.
# Versions: langgraph 1.2.24 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
LANGGRAPH=${LANGGRAPH-1.2.24}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "langgraph${LANGGRAPH:+==$LANGGRAPH}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from collections import Counter, defaultdict, deque
from datetime import date
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypedDict

from langgraph.checkpoint.memory import InMemorySaver
from langgraph.graph import START, StateGraph
from langgraph.types import Command, interrupt

print("langgraph", version("langgraph"))
VALUES = {
    "window": deque([1, 2, 3], maxlen=3),
    "pair": (1, 2),
    "counts": Counter("aab"),
    "groups": defaultdict(list, {"a": [1]}),
    "seen": {1, 2},
    "price": Decimal("1.10"),
    "day": date(2026, 11, 30),
    "path": Path("notes"),
    "by pair": {(1, 2): 3},
}


class State(TypedDict):
    values: dict[str, Any]
    before: dict[str, str]
    after: dict[str, str]


def kinds(values: dict[str, Any]) -> dict[str, str]:
    """The name of each value's type, a deque with its limit."""
    return {name: f"deque of at most {one.maxlen}" if isinstance(one, deque) else type(one).__name__ for name, one in values.items()}


def ask(state: State) -> dict[str, Any]:
    interrupt("go on?")
    return {"after": kinds(state["values"])}


graph = StateGraph(State)
graph.add_node("fill", lambda _: {"values": VALUES})
graph.add_node("look", lambda state: {"before": kinds(state["values"])})
graph.add_node("ask", ask)
graph.add_edge(START, "fill")
graph.add_edge("fill", "look")
graph.add_edge("look", "ask")
app = graph.compile(checkpointer=InMemorySaver())
thread = {"configurable": {"thread_id": "1"}}
app.invoke({"values": {}, "before": {}, "after": {}}, thread)
state = app.invoke(Command(resume="yes"), thread)
changed = {name: (kind, state["after"][name]) for name, kind in state["before"].items() if kind != state["after"][name]}
for name, (before, after) in changed.items():
    print(f"{name}: {before} before the interrupt, {after} after it")
print("unchanged:", ", ".join(name for name in VALUES if name not in changed))
recorded = {
    "window": ("deque of at most 3", "deque of at most None"),
    "pair": ("tuple", "list"),
    "counts": ("Counter", "dict"),
    "groups": ("defaultdict", "dict"),
}
if changed != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
