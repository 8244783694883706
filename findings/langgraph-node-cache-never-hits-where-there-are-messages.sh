#!/usr/bin/env bash
# Finding: A node with CachePolicy in a graph on MessagesState runs again for the same question,
#          three times of three; in a graph on plain strings once.
# A good guess says: the same question comes from the cache.
# What happens: the key is a hash of the node's whole input, and add_messages gives each message a
#          random id. Nothing is said. key_func that takes the texts only, or messages with ids of
#          one's own, hits.
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
from importlib.metadata import version
from typing import TypedDict

from langchain_core.messages import HumanMessage
from langgraph.cache.memory import InMemoryCache
from langgraph.graph import START, MessagesState, StateGraph
from langgraph.types import CachePolicy

print("langgraph", version("langgraph"))


class Plain(TypedDict):
    question: str
    answer: str


def runs(state: type, question: dict, answer: dict, **options: object) -> int:
    """How often the node runs for three equal questions."""
    count = 0

    def node(state: dict) -> dict:
        nonlocal count
        count += 1
        return answer

    graph = StateGraph(state)
    graph.add_node("node", node, cache_policy=CachePolicy(**options))
    graph.add_edge(START, "node")
    compiled = graph.compile(cache=InMemoryCache())
    for _ in range(3):
        compiled.invoke(question)
    return count


def texts(state: dict) -> str:
    return "|".join(message.content for message in state["messages"])


asked, said = {"messages": [("user", "Why?")]}, {"messages": [("ai", "Because.")]}
seen = {
    "messages": runs(MessagesState, asked, said),
    "plain strings": runs(Plain, {"question": "Why?"}, {"answer": "Because."}),
    "messages, key_func of the texts": runs(MessagesState, asked, said, key_func=texts),
    "messages with ids": runs(MessagesState, {"messages": [HumanMessage("Why?", id="1")]}, said),
}
for name, count in seen.items():
    print(f"{name}: {count} runs for three equal questions")
if list(seen.values()) != [3, 1, 1, 1]:
    sys.exit("DIFFERENT from the record: 3 runs with messages, else 1")
print("as recorded")
PY
