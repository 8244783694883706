#!/usr/bin/env bash
# Finding: RetryPolicy() of LangGraph retries a node that raises ConnectionError, but not
#          one that raises TimeoutError.
# A good guess says: both network errors are tried three times.
# What happens: TimeoutError is an OSError, which stands on the list of errors that are
#          never retried (with ValueError, RuntimeError, LookupError …); ConnectionError
#          is an exception to it, a plain Exception is retried too. Give retry_on.
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

from langgraph.graph import START, StateGraph
from langgraph.types import RetryPolicy

print("langgraph", version("langgraph"))


class State(TypedDict):
    n: int


def tries(error: Exception) -> int:
    ran = 0

    def node(state: State) -> State:
        nonlocal ran
        ran += 1
        raise error

    graph = StateGraph(State)
    graph.add_node("node", node, retry_policy=RetryPolicy(initial_interval=0.01))
    graph.add_edge(START, "node")
    try:
        graph.compile().invoke({"n": 0})
    except Exception as raised:
        if raised is not error:
            raise
    return ran


errors = [ConnectionError(), TimeoutError(), ValueError(), RuntimeError(), Exception()]
seen = {type(error).__name__: tries(error) for error in errors}
print(seen)
recorded = {"ConnectionError": 3, "TimeoutError": 1, "ValueError": 1, "RuntimeError": 1, "Exception": 3}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
