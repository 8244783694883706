#!/usr/bin/env bash
# Finding: In a JSON Lines file whose score is whole and whose note is null in the first 40,000 of
#          50,000 lines, DuckDB 2.0 reads the later scores of 0.5 as 0 and the later notes as NULL,
#          without a word.
# A good guess says: an error that names the line, as a new key there gives, or the wider type.
# What happens: types are settled by the first 20,480 rows. A column of nothing but null gets the
#          new type NULL and loses 10,000 texts; BIGINT rounds 10,000 scores. A key that first
#          stands there is an error, and a column meant as text takes numbers. sample_size=-1 reads
#          the whole file first and keeps all; pyarrow keeps all unasked, Polars refuses the score
#          and drops a key that the first 100 lines lack.
# Versions: duckdb 2.0.1, polars 2.1.0, pyarrow 26.0.1 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
DUCKDB=${DUCKDB-2.0.1}
POLARS=${POLARS-2.1.0}
PYARROW=${PYARROW-26.0.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "duckdb${DUCKDB:+==$DUCKDB}" \
  "polars${POLARS:+==$POLARS}" \
  "pyarrow${PYARROW:+==$PYARROW}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import sys
from importlib.metadata import version

import duckdb
import polars
import pyarrow.json

print(" ".join(f"{name} {version(name)}" for name in ("duckdb", "polars", "pyarrow")))


def write(name: str, rows: list[dict]) -> str:
    """A JSON Lines file of the rows."""
    with open(name, "w") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    return name


def said(read) -> str:
    """What a reader makes of a file, or the name of its error."""
    try:
        return str(read())
    except Exception as error:
        return type(error).__name__


mixed = write("mixed.jsonl", [{"score": 1, "note": None} if at < 40_000 else {"score": 0.5, "note": "好"} for at in range(50_000)])
new_key = write("key.jsonl", [{"id": at} | ({"lang": "zh"} if at >= 200 else {}) for at in range(30_000)])
late_key = write("late.jsonl", [{"id": at} | ({"lang": "zh"} if at >= 25_000 else {}) for at in range(30_000)])
counts = "select sum(score), count(note) from read_json('{}'{})"
table = pyarrow.json.read_json(mixed).to_pydict()
seen = {
    "DuckDB, sum of scores and count of notes": said(lambda: tuple(map(float, duckdb.sql(counts.format(mixed, "")).fetchall()[0]))),
    "DuckDB, sample_size=-1": said(lambda: tuple(map(float, duckdb.sql(counts.format(mixed, ", sample_size=-1")).fetchall()[0]))),
    "pyarrow": str((sum(table["score"]), float(50_000 - table["note"].count(None)))),
    "Polars": said(lambda: polars.read_ndjson(mixed)),
    "a key from line 201, Polars": said(lambda: polars.read_ndjson(new_key).columns),
    "a key from line 201, DuckDB": said(lambda: duckdb.sql(f"select * from '{new_key}'").columns),
    "a key from line 25,001, DuckDB": said(lambda: duckdb.sql(f"select * from '{late_key}'").fetchall()),
    "a key from line 25,001, pyarrow": said(lambda: pyarrow.json.read_json(late_key).column_names),
}
for name, what in seen.items():
    print(f"{name}: {what}")
recorded = [
    "(40000.0, 0.0)",
    "(45000.0, 10000.0)",
    "(45000.0, 10000.0)",
    "ComputeError",
    "['id']",
    "['id', 'lang']",
    "InvalidInputException",
    "['id', 'lang']",
]
if list(seen.values()) != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
