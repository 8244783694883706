#!/usr/bin/env bash
# Finding: A LangGraph loop without a config stops after 10,007 steps.
# A good guess says: GraphRecursionError after 25 steps.
# What happens: the default recursion limit is 10,007 (25 in 0.6.11, 10,000 in 1.0.10): a
#          model that calls its tool for ever costs 400 times as much before anything
#          stops it. recursion_limit=5 still stops after 5.
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

from langgraph.errors import GraphRecursionError
from langgraph.graph import START, StateGraph

print("langgraph", version("langgraph"))


class State(TypedDict):
    n: int


def steps(**config) -> int:
    ran = 0

    def node(state: State) -> State:
        nonlocal ran
        ran += 1
        return {"n": state["n"] + 1}

    graph = StateGraph(State)
    graph.add_node("node", node)
    graph.add_edge(START, "node")
    graph.add_edge("node", "node")
    try:
        graph.compile().invoke({"n": 0}, **config)
    except GraphRecursionError:
        return ran
    sys.exit("the loop ended by itself")


seen = (steps(), steps(config={"recursion_limit": 5}))
print("steps without a limit, with recursion_limit=5:", seen)
if seen != (10007, 5):
    sys.exit("DIFFERENT from the record: 10007 and 5")
print("as recorded")
PY
