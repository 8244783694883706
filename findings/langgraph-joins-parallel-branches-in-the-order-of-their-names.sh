#!/usr/bin/env bash
# Finding: LangGraph appends what parallel branches return in the alphabetical order of the nodes'
#          names: step10 before step2, and a renamed node moves its text in the next prompt.
# A good guess says: in the order in which the edges were added, or in the order in which the
#          branches end.
# What happens: edges added to search, rewrite, answer give answer, rewrite, search, whichever is
#          slow; twelve steps come as step0, step1, step10, step11, step2. The order is the same in
#          every run. Send keeps the order of the list, so work that is dealt out by Send is not
#          touched.
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
import operator
import sys
import time
from importlib.metadata import version
from typing import Annotated, TypedDict

from langgraph.graph import START, StateGraph
from langgraph.types import Send

print("langgraph", version("langgraph"))


class State(TypedDict):
    found: Annotated[list[str], operator.add]


def joined(names: list[str], slow: str = "") -> list[str]:
    """What the branches have appended: each node its name, one of them a fifth of a second late."""

    def node(name: str):
        def run(_: State) -> dict[str, list[str]]:
            time.sleep(0.2 if name == slow else 0)
            return {"found": [name]}

        return run

    graph = StateGraph(State)
    for name in names:
        graph.add_node(name, node(name))
        graph.add_edge(START, name)
    return graph.compile().invoke({"found": []})["found"]


def sent(names: list[str]) -> list[str]:
    """The same, each name dealt out to one node by Send."""
    graph = StateGraph(State)
    graph.add_node("worker", lambda task: {"found": [task["name"]]})
    graph.add_conditional_edges(START, lambda _: [Send("worker", {"name": name}) for name in names], ["worker"])
    return graph.compile().invoke({"found": []})["found"]


NAMES = ["search", "rewrite", "answer"]
STEPS = [f"step{number}" for number in range(12)]
seen = [joined(NAMES), joined(NAMES, "answer"), joined(STEPS), sent(NAMES)]
for what, one in zip(("edges", "edges, answer is slow", "twelve steps", "Send"), seen, strict=True):
    print(f"{what}: {' '.join(one)}")
if seen != [sorted(NAMES), sorted(NAMES), sorted(STEPS), NAMES] or sorted(STEPS) == STEPS:
    sys.exit("DIFFERENT from the record: sorted by name, however slow; Send keeps the order of its list")
print("as recorded")
PY
