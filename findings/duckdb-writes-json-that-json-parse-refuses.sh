#!/usr/bin/env bash
# Finding: DuckDB's COPY … TO 'rows.json' writes NaN and Infinity bare, so JSON.parse refuses the line;
#          Polars and pandas write null for them. Python's json and DuckDB itself read them back.
# A good guess says: null, as JSON has no sign for them.
# What happens: the numbers are written as text without a look at what JSON allows; Python's json.dumps does the
#          same unless allow_nan=False. One diverged run in a table of losses is enough for a web page to
#          show nothing. 1.10 from a DECIMAL becomes 1.1, 2 to the 53rd plus 1 stays whole and loses its
#          last digit in JavaScript.
# Versions: duckdb 2.0.1, polars 2.1.0, pandas 3.1.1 (PyPI) (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
DUCKDB=${DUCKDB-2.0.1}
POLARS=${POLARS-2.1.0}
PANDAS=${PANDAS-3.1.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "duckdb${DUCKDB:+==$DUCKDB}" \
  "polars${POLARS:+==$POLARS}" \
  "pandas${PANDAS:+==$PANDAS}"
cd "$tmp"
cat > run.py <<'PY'
import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl

print(" ".join(f"{name} {version(name)}" for name in ("duckdb", "polars", "pandas")))
LOSSES = {"step": [1, 2, 3], "loss": [1.5, float("nan"), float("inf")]}
duckdb.sql("COPY (SELECT * FROM (VALUES (1, 1.5::DOUBLE), (2, 'nan'::DOUBLE), (3, 'inf'::DOUBLE)) AS runs(step, loss)) TO 'duckdb.json'")
pl.DataFrame(LOSSES).write_ndjson("polars.json")
pd.DataFrame(LOSSES).to_json("pandas.json", orient="records", lines=True)
SCRIPT = "process.stdout.write(JSON.stringify(require('fs').readFileSync(process.argv[1], 'utf8').trim().split('\\n').map((line) => { try { return String(JSON.parse(line).loss); } catch { return 'refused'; } })))"
seen = {}
for name in ("duckdb", "polars", "pandas"):
    text = Path(f"{name}.json").read_text("utf-8")
    seen[name] = json.loads(subprocess.run(["node", "-e", SCRIPT, f"{name}.json"], capture_output=True, text=True, check=True).stdout)
    print(name, text.split("\n")[:3], "JSON.parse:", seen[name])
back = [str(row[0]) for row in duckdb.sql("SELECT loss FROM 'duckdb.json'").fetchall()]
print("DuckDB reads back:", back)
recorded = {"duckdb": ["1.5", "refused", "refused"], "polars": ["1.5", "null", "null"], "pandas": ["1.5", "null", "null"]}
if seen != recorded or back != ["1.5", "nan", "inf"]:
    sys.exit(f"DIFFERENT from the record: {recorded}; DuckDB reads nan and inf back")
print("as recorded")
PY
PYTHONWARNINGS=ignore python3 run.py
