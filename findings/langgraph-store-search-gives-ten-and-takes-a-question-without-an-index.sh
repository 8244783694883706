#!/usr/bin/env bash
# Finding: store.search of LangGraph gives ten of 50 memories unless told, InMemoryStore and
#          SqliteStore alike; with a question but no index it does not complain: the answer to "fact
#          40" is the same ten, score None.
# A good guess says: without a limit all items of the namespace come; a search by meaning on a store
#          without embeddings is an error.
# What happens: limit is 10 by default; query is ignored where the store has no index. Only the
#          empty score tells. limit=1000 gives all; a filter such as {"n": {"$gte": 30}} is also cut
#          at ten.
# Versions: langgraph 1.2.24, langgraph-checkpoint-sqlite 3.1.2 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
LANGGRAPH=${LANGGRAPH-1.2.24}
LANGGRAPH_CHECKPOINT_SQLITE=${LANGGRAPH_CHECKPOINT_SQLITE-3.1.2}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "langgraph${LANGGRAPH:+==$LANGGRAPH}" \
  "langgraph-checkpoint-sqlite${LANGGRAPH_CHECKPOINT_SQLITE:+==$LANGGRAPH_CHECKPOINT_SQLITE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sqlite3
import sys
from importlib.metadata import version

from langgraph.store.base import BaseStore
from langgraph.store.memory import InMemoryStore
from langgraph.store.sqlite import SqliteStore

print(" ".join(f"{name} {version(name)}" for name in ("langgraph", "langgraph-checkpoint-sqlite")))
SPACE = ("memories", "user-7")


def look(store: BaseStore) -> dict[str, list[str]]:
    for number in range(50):
        store.put(SPACE, f"{number:02}", {"text": f"fact {number}", "n": number})
    asked = store.search(SPACE, query="fact 40")
    if any(item.score is not None for item in asked):
        sys.exit("DIFFERENT from the record: without an index there is no score")
    found = {
        "all": store.search(SPACE),
        "fact 40": asked,
        "n >= 30": store.search(SPACE, filter={"n": {"$gte": 30}}),
        "limit=1000": store.search(SPACE, limit=1000),
    }
    return {name: [item.key for item in items] for name, items in found.items()}


connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
on_disk = SqliteStore(connection)
on_disk.setup()
seen = {"InMemoryStore": look(InMemoryStore()), "SqliteStore": look(on_disk)}
for store, found in seen.items():
    for name, keys in found.items():
        print(f"{store}, {name}: {len(keys)} items, {' '.join(keys[:12])}")
    if [len(keys) for keys in found.values()] != [10, 10, 10, 50] or found["fact 40"] != found["all"]:
        sys.exit("DIFFERENT from the record: 10, 10, 10, 50 items, the same ten for the question")
    if found["n >= 30"][0] < "30":
        sys.exit("DIFFERENT from the record: the filter is kept to")
if "40" in seen["InMemoryStore"]["fact 40"]:
    sys.exit("DIFFERENT from the record: the memory asked for is not among the ten")
print("as recorded")
PY
