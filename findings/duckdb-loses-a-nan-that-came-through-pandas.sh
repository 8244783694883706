#!/usr/bin/env bash
# Finding: The same column of losses with one NaN: DuckDB's avg over the pandas frame is 1.875 and
#          its max 3.0, over the Polars frame NaN and NaN; WHERE loss > 2.5 finds one row in the
#          first, two in the second.
# A good guess says: NaN is NaN to DuckDB, wherever the column comes from.
# What happens: NaN in pandas becomes NULL, in Polars and Parquet stays NaN, which DuckDB sorts
#          above all numbers. Polars' mean is NaN, its max skips NaN, its filter > 2.5 takes it, its
#          median counts it as the largest. The way over CSV from pandas turns NaN into an empty
#          field and so into a null everywhere; pyarrow's max skips NaN too. So a diverged step is
#          seen or not, depending on the road.
# Versions: duckdb 2.0.1, pandas 3.1.1, polars 2.1.0, pyarrow 26.0.1 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
DUCKDB=${DUCKDB-2.0.1}
PANDAS=${PANDAS-3.1.1}
POLARS=${POLARS-2.1.0}
PYARROW=${PYARROW-26.0.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "duckdb${DUCKDB:+==$DUCKDB}" \
  "pandas${PANDAS:+==$PANDAS}" \
  "polars${POLARS:+==$POLARS}" \
  "pyarrow${PYARROW:+==$PYARROW}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

print(" ".join(f"{name} {version(name)}" for name in ("duckdb", "pandas", "polars", "pyarrow")))
LOSSES = [2.0, float("nan"), 1.0, 3.0, 1.5]
in_pandas, in_polars, in_arrow = pd.DataFrame({"loss": LOSSES}), pl.DataFrame({"loss": LOSSES}), pa.table({"loss": LOSSES})
in_polars.write_parquet("loss.parquet")
in_pandas.to_csv("loss.csv", index=False)


def by_duckdb(source: str) -> list[str]:
    """Mean, maximum, and the number of rows above 2.5."""
    row = duckdb.sql(f"SELECT avg(loss), max(loss), count(*) FILTER (WHERE loss > 2.5) FROM {source}").fetchall()[0]
    return [str(value) for value in row]


seen = {f"DuckDB over {what}": by_duckdb(source) for what, source in (("pandas", "in_pandas"), ("Polars", "in_polars"), ("Parquet", "'loss.parquet'"), ("CSV of pandas", "'loss.csv'"))}
column = in_pandas["loss"]
seen["pandas"] = [str(column.mean()), str(column.max()), str(int((column > 2.5).sum()))]
column = in_polars["loss"]
seen["Polars"] = [str(column.mean()), str(column.max()), str(in_polars.filter(pl.col("loss") > 2.5).height)]
column = in_arrow["loss"]
seen["pyarrow"] = [str(pc.mean(column)), str(pc.max(column)), str(in_arrow.filter(pc.field("loss") > 2.5).num_rows)]
for name, values in seen.items():
    print(f"{name}: mean {values[0]}, largest {values[1]}, above 2.5: {values[2]}")
RECORDED = {
    "DuckDB over pandas": ["1.875", "3.0", "1"],
    "DuckDB over Polars": ["nan", "nan", "2"],
    "DuckDB over Parquet": ["nan", "nan", "2"],
    "DuckDB over CSV of pandas": ["1.875", "3.0", "1"],
    "pandas": ["1.875", "3.0", "1"],
    "Polars": ["nan", "3.0", "2"],
    "pyarrow": ["nan", "3.0", "1"],
}
if seen != RECORDED:
    sys.exit(f"DIFFERENT from the record: {RECORDED}")
print("as recorded")
PY
