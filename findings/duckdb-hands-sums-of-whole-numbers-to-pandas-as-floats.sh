#!/usr/bin/env bash
# Finding: DuckDB's sum() of a BIGINT column arrives in pandas and in Parquet as float64; two ids or counts
#          that add up past 2^53 lose their last digit there. fetchall(), Arrow, Polars and JSON have every digit.
# A good guess says: the sum of whole numbers is a whole number, int64.
# What happens: sum() is a HUGEINT of 128 bits, which pandas and Parquet do not have; both take a double,
#          without a word. Polars and pyarrow get decimal(38, 0), fetchall() an int. count(*), max() and
#          sum(…)::BIGINT stay int64.
# Versions: duckdb 2.0.1, pandas 3.1.1, polars 2.1.0, pyarrow 26.0.1 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
DUCKDB=${DUCKDB-2.0.1}
PANDAS=${PANDAS-3.1.1}
POLARS=${POLARS-2.1.0}
PYARROW=${PYARROW-26.0.1}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
. "$tmp/venv/bin/activate"
python3 -m pip install -q "duckdb${DUCKDB:+==$DUCKDB}" "pandas${PANDAS:+==$PANDAS}" "polars${POLARS:+==$POLARS}" "pyarrow${PYARROW:+==$PYARROW}"
cd "$tmp"
cat > run.py <<'PY'
import json
import sys
from importlib import metadata
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

print(*(f"{name} {metadata.version(name)}" for name in ("duckdb", "pandas", "polars", "pyarrow")))
base = duckdb.connect()
base.execute("CREATE TABLE calls AS SELECT * FROM (VALUES (9007199254740000), (993)) AS rows(tokens)")
QUERY = "SELECT sum(tokens) AS total, count(*) AS calls, sum(tokens)::BIGINT AS cast_total FROM calls"
base.execute(f"COPY ({QUERY}) TO 'total.parquet' (FORMAT parquet)")
base.execute(f"COPY ({QUERY}) TO 'total.json' (FORMAT json)")
frame, polar, arrow = base.sql(QUERY).df(), base.sql(QUERY).pl(), base.sql(QUERY).to_arrow_table()
parquet = pq.read_table("total.parquet")
seen = {
    "fetchall": ("int", base.sql(QUERY).fetchall()[0][0]),
    "pandas": (str(frame["total"].dtype), int(frame["total"][0])),
    "Polars": (str(polar["total"].dtype), int(polar["total"][0])),
    "Arrow": (str(arrow.schema.field("total").type), int(arrow["total"][0].as_py())),
    "Parquet": (str(parquet.schema.field("total").type), int(parquet["total"][0].as_py())),
    "JSON": ("text", json.loads(Path("total.json").read_text("utf-8"))["total"]),
}
for name, one in seen.items():
    print(name, *one)
whole = [str(frame[name].dtype) for name in ("calls", "cast_total")] + [str(parquet.schema.field("cast_total").type)]
print("count(*), the cast sum, and that in Parquet:", whole)
exact = 9007199254740993
off = {name for name, (_, total) in seen.items() if total != exact}
kinds = (seen["pandas"][0], seen["Parquet"][0], seen["Arrow"][0])
if off != {"pandas", "Parquet"} or kinds != ("float64", "double", "decimal128(38, 0)") or whole != ["int64"] * 3:
    sys.exit("DIFFERENT from the record: float64 in pandas and double in Parquet, off by one; decimal128(38, 0) in Arrow; int64 when cast")
print("as recorded")
PY
python3 run.py
