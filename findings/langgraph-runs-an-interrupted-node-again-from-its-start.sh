#!/usr/bin/env bash
# Finding: A LangGraph node that stops at interrupt() runs again from its first line when
#          it is resumed.
# A good guess says: the checkpoint resumes after the interrupt; what came before is done.
# What happens: the lines before interrupt() run twice, so an order placed there is placed
#          twice; nodes that had ended don't run again.
# Versions: langgraph 1.2.24 (Python 3.11)
# Seen: 2026-11-29
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
from importlib.metadata import version
from typing import TypedDict

from langgraph.checkpoint.memory import InMemorySaver
from langgraph.graph import START, StateGraph
from langgraph.types import Command, interrupt

print("langgraph", version("langgraph"))
ran: list[str] = []


class State(TypedDict):
    n: int


def first(state: State) -> State:
    ran.append("first")
    return {"n": 1}


def second(state: State) -> State:
    ran.append("before")
    interrupt("refund?")
    ran.append("after")
    return {"n": 2}


graph = StateGraph(State)
graph.add_node("first", first)
graph.add_node("second", second)
graph.add_edge(START, "first")
graph.add_edge("first", "second")
app = graph.compile(checkpointer=InMemorySaver())
config = {"configurable": {"thread_id": "1"}}
app.invoke({"n": 0}, config)
app.invoke(Command(resume=True), config)
print("lines that ran:", ran)
if ran != ["first", "before", "before", "after"]:
    sys.exit("DIFFERENT from the record: first, before, before, after")
print("as recorded")
PY
