#!/usr/bin/env bash
# Finding: sorted by score from the highest, the first two of four rows are the one without a
#          score and the one with NaN in Polars, the one with NaN and the best in DuckDB, and the
#          two with scores in pandas and PyArrow. Polars' top_k takes NaN and the best; its max()
#          is 0.9, DuckDB's is nan.
# A good guess says: rows without a score come last, whichever way one sorts.
# What happens: Polars puts null before everything in both directions unless nulls_last=True, and
#          Polars and DuckDB hold NaN for the largest number; pandas and PyArrow put both at the
#          end. A head(10) of the best samples then holds those that the judge or the reward model
#          failed on. Drop null and NaN before sorting.
# Versions: polars 2.1.0, duckdb 2.0.1, pandas 3.0.6, pyarrow 26.0.1 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
POLARS=${POLARS-2.1.0}
DUCKDB=${DUCKDB-2.0.1}
PANDAS=${PANDAS-3.0.6}
PYARROW=${PYARROW-26.0.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "polars${POLARS:+==$POLARS}" \
  "duckdb${DUCKDB:+==$DUCKDB}" \
  "pandas${PANDAS:+==$PANDAS}" \
  "pyarrow${PYARROW:+==$PYARROW}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa

print(" ".join(f"{name} {version(name)}" for name in ("polars", "duckdb", "pandas", "pyarrow")))
ROWS = {"id": ["good", "none", "nan", "bad"], "score": [0.9, None, float("nan"), 0.1]}
frame, table = pl.DataFrame(ROWS), pa.table(ROWS)
base = duckdb.connect()
base.register("rows", table)
seen = {
    "polars sort": frame.sort("score", descending=True)["id"].to_list(),
    "polars sort, nulls_last": frame.sort("score", descending=True, nulls_last=True)["id"].to_list(),
    "polars top_k(2)": sorted(frame.top_k(2, by="score")["id"].to_list()),
    "duckdb": [row[0] for row in base.execute("select id from rows order by score desc").fetchall()],
    "pandas": pd.DataFrame(ROWS).sort_values("score", ascending=False)["id"].tolist()[:2],
    "pyarrow": table.sort_by([("score", "descending")])["id"].to_pylist()[:2],
    "max of polars and duckdb": [str(frame["score"].max()), str(base.execute("select max(score) from rows").fetchone()[0])],
}
for name, order in seen.items():
    print(f"{name}: {order}")
recorded = {
    "polars sort": ["none", "nan", "good", "bad"],
    "polars sort, nulls_last": ["nan", "good", "bad", "none"],
    "polars top_k(2)": ["good", "nan"],
    "duckdb": ["nan", "good", "bad", "none"],
    "pandas": ["good", "bad"],
    "pyarrow": ["good", "bad"],
    "max of polars and duckdb": ["0.9", "nan"],
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
