#!/usr/bin/env bash
# Finding: DuckDB's list() without ORDER BY gathers the turns of each conversation in order from a
#          log of 100,000 rows, and out of order for every single conversation of one of 1,000,000.
# A good guess says: the order is not promised, but nearly all conversations (99 %) keep it: rows are
#          read as they lie.
# What happens: from 122,880 rows on, a table has more than one block for the threads; what one thread
#          gathered is put behind what the other did (with 200,000 rows it depends on the run). Turns
#          that lie next to each other keep their order, one thread keeps all; list(turn ORDER BY
#          turn) is right, and so is Polars' group_by.
# Versions: duckdb 2.0.1, polars 2.1.0, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
DUCKDB=${DUCKDB-2.0.1}
POLARS=${POLARS-2.1.0}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "duckdb${DUCKDB:+==$DUCKDB}" \
  "polars${POLARS:+==$POLARS}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import duckdb
import numpy as np
import polars as pl

print(" ".join(f"{name} {version(name)}" for name in ("duckdb", "polars", "numpy")))
TURNS = 10
WRONG = "SELECT avg((list_sort(turns) <> turns)::INT) FROM (SELECT list({}) AS turns FROM log GROUP BY conversation)"


def share(rows: int, threads: int, *, together: bool = False, turns: str = "turn") -> float:
    """The share of conversations whose turns are out of order; they take turns in the log, as requests do."""
    with duckdb.connect(config={"threads": threads}) as base:
        conversation = f"range // {TURNS}" if together else f"range % {rows // TURNS}"
        base.execute(f"CREATE TABLE log AS SELECT {conversation} AS conversation, range AS turn FROM range({rows})")
        return round(base.execute(WRONG.format(turns)).fetchone()[0], 2)


number = np.arange(1_000_000)
log = pl.DataFrame({"conversation": number % 100_000, "turn": number})
gathered = log.group_by("conversation").agg("turn")["turn"]
seen = {
    "100,000 rows": share(100_000, 2),
    "1,000,000 rows": share(1_000_000, 2),
    "2,000,000 rows": share(2_000_000, 2),
    "2,000,000 rows, one thread": share(2_000_000, 1),
    "2,000,000 rows, turns next to each other": share(2_000_000, 2, together=True),
    "2,000,000 rows, ORDER BY turn": share(2_000_000, 2, turns="turn ORDER BY turn"),
    "1,000,000 rows, Polars": round((gathered.list.sort() != gathered).mean(), 2),
}
for what, one in seen.items():
    print(f"{what}: {one:.0%} of the conversations out of order")
if list(seen.values()) != [0, 1, 1, 0, 0, 0, 0]:
    sys.exit("DIFFERENT from the record: all conversations out of order at 1,000,000 and 2,000,000 rows, else none")
print("as recorded")
PY
