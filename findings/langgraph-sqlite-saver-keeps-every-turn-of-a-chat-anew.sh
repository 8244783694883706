#!/usr/bin/env bash
# Finding: A chat of 100 turns (105 kB of text) takes 22 MB in LangGraph's SqliteSaver, 200 turns
#          take 88 MB: twice the turns, four times the file.
# A good guess says: the saver adds what is new in each step: some 300 kB for 100 turns, and twice
#          that for 200.
# What happens: each of the three steps of a turn writes the whole state, all messages so far in it.
#          With durability="exit" one checkpoint per turn is written: 7 MB, still with the square.
#          The messages have to be shortened, or old checkpoints deleted.
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
import os
import sys
from importlib.metadata import version

from langgraph.checkpoint.sqlite import SqliteSaver
from langgraph.graph import START, MessagesState, StateGraph

print(" ".join(f"{name} {version(name)}" for name in ("langgraph", "langgraph-checkpoint-sqlite")))
QUESTION, ANSWER = "问" * 50, "答" * 300
THREAD = {"configurable": {"thread_id": "1"}}


def size(turns: int, durability: str = "async") -> tuple[int, int]:
    """The bytes of the file and the number of checkpoints after so many turns."""
    name = f"{turns}-{durability}.db"
    with SqliteSaver.from_conn_string(name) as saver:
        graph = StateGraph(MessagesState)
        graph.add_node("model", lambda _: {"messages": [("ai", ANSWER)]})
        graph.add_edge(START, "model")
        app = graph.compile(checkpointer=saver)
        for _ in range(turns):
            app.invoke({"messages": [("user", QUESTION)]}, THREAD, durability=durability)
        state = app.get_state(THREAD).values["messages"]
        if len(state) != 2 * turns:
            sys.exit("DIFFERENT from the record: all messages are there")
        rows = saver.conn.execute("SELECT count(*) FROM checkpoints").fetchone()[0]
    return os.path.getsize(name), rows


text = len((QUESTION + ANSWER).encode())
sizes = {}
for turns in (50, 100, 200):
    taken, rows = size(turns)
    sizes[turns] = taken
    print(f"{turns} turns, {text * turns / 1e3:.0f} kB of text: {taken / 1e6:.1f} MB, {rows} checkpoints, {taken / text / turns:.0f} times the text")
at_exit, rows = size(100, "exit")
print(f"100 turns, durability='exit': {at_exit / 1e6:.1f} MB, {rows} checkpoints")
if not (20e6 < sizes[100] < 25e6 and 3.7 < sizes[200] / sizes[100] < 4.1 and 6e6 < at_exit < 9e6):
    sys.exit("DIFFERENT from the record: 22 MB, four times as much for 200 turns, 7 MB with durability='exit'")
print("as recorded")
PY
