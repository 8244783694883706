#!/usr/bin/env bash
# Finding: A node of LangGraph that returns a key the state doesn't have (anser for answer) raises
#          nothing: the value is gone, the state keeps the old one.
# A good guess says: an error that names the key, as for two nodes that write to one key.
# What happens: the unknown key is dropped without a warning, also when it is the only one and when
#          it is in the input. Nor does a TypedDict check types: answer may become a list. With a
#          pydantic model as state the misspelt key is dropped too.
# Versions: langgraph 1.2.24, pydantic 2.14.4 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
LANGGRAPH=${LANGGRAPH-1.2.24}
PYDANTIC=${PYDANTIC-2.14.4}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "langgraph${LANGGRAPH:+==$LANGGRAPH}" \
  "pydantic${PYDANTIC:+==$PYDANTIC}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
import warnings
from importlib.metadata import version
from typing import TypedDict

from langgraph.graph import START, StateGraph
from pydantic import BaseModel

print(" ".join(f"{name} {version(name)}" for name in ("langgraph", "pydantic")))
warnings.simplefilter("error")


class Plain(TypedDict):
    question: str
    answer: str


class Model(BaseModel):
    question: str
    answer: str


def ran(schema: type, returned: dict, **more: str) -> dict:
    """The state after a graph of one node that returns this."""
    graph = StateGraph(schema)
    graph.add_node("reply", lambda _: returned)
    graph.add_edge(START, "reply")
    return dict(graph.compile().invoke({"question": "q", "answer": "old"} | more))


seen = {
    "right": ran(Plain, {"answer": "new"}),
    "misspelt": ran(Plain, {"anser": "new"}),
    "misspelt beside a right one": ran(Plain, {"anser": "new", "question": "Q"}),
    "in the input": ran(Plain, {}, anser="new"),
    "pydantic state": ran(Model, {"anser": "new"}),
    "a list for a text": ran(Plain, {"answer": ["new"]}),
}
for what, state in seen.items():
    print(f"{what}: {state}")
if [(state.get("answer"), "anser" in state) for state in seen.values()] != [("new", False), *[("old", False)] * 4, (["new"], False)]:
    sys.exit("DIFFERENT from the record: the misspelt key is dropped everywhere, no error, no warning")
print("as recorded")
PY
