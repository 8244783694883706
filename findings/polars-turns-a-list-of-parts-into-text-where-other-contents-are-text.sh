#!/usr/bin/env bash
# Finding: Messages as JSON Lines, the content of some a text, of others a list of parts (text and image):
#          Polars' read_ndjson makes text of the lists ('[{"type": "text", ...'), without a message, and
#          write_ndjson writes that text with escaped quotation marks; the image is gone for every
#          reader after it.
# A good guess says: an error about the two types, as pyarrow gives it.
# What happens: where a text and something else meet in a column, the column becomes text and the rest is
#          written as JSON into it; a text that only looks like a list can no longer be told from one.
#          DuckDB makes a column of its type JSON and keeps both apart.
# Versions: polars 2.1.0, pyarrow 26.0.1, duckdb 2.0.1 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
POLARS=${POLARS-2.1.0}
PYARROW=${PYARROW-26.0.1}
DUCKDB=${DUCKDB-2.0.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "polars${POLARS:+==$POLARS}" \
  "pyarrow${PYARROW:+==$PYARROW}" \
  "duckdb${DUCKDB:+==$DUCKDB}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import sys
from importlib.metadata import version
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.json

print(" ".join(f"{name} {version(name)}" for name in ("polars", "pyarrow", "duckdb")))
PARTS = [{"type": "text", "text": "这是什么？"}, {"type": "image", "url": "a.png"}]
messages = [{"role": "user", "content": "你好"}, {"role": "user", "content": PARTS}]
Path("in.jsonl").write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in messages), "utf-8")
pl.read_ndjson("in.jsonl").write_ndjson("out.jsonl")
through_polars = [json.loads(line)["content"] for line in Path("out.jsonl").read_text("utf-8").splitlines()]
try:
    through_pyarrow = pyarrow.json.read_json("in.jsonl")["content"].to_pylist()
except pa.ArrowInvalid as error:
    through_pyarrow = f"{type(error).__name__}: {error}"
through_duckdb = [json.loads(content) for content, in duckdb.sql("SELECT content FROM read_json('in.jsonl')").fetchall()]
print("Polars:", through_polars)
print("pyarrow:", through_pyarrow)
print("DuckDB:", through_duckdb)
original = [one["content"] for one in messages]
right = through_polars[0] == "你好" and isinstance(through_polars[1], str) and json.loads(through_polars[1]) == PARTS
if not right or through_duckdb != original or not str(through_pyarrow).startswith("ArrowInvalid"):
    sys.exit("DIFFERENT from the record: Polars text, pyarrow an error, DuckDB both as they were")
print("as recorded")
PY
