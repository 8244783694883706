#!/usr/bin/env bash
# Finding: In a Parquet file that pyarrow or Polars wrote, DuckDB finds none of 1,000 NaN: WHERE
#          isnan(loss), loss > 100 and loss = 'nan' all give nothing, though the sum is NaN. In a
#          file that DuckDB wrote, and in a table loaded from the very same file, it finds them all.
# A good guess says: NaN is a value and above all numbers to DuckDB; isnan() finds it wherever it
#          lies.
# What happens: pyarrow and Polars leave NaN out of the column's least and greatest value, as the
#          format says; DuckDB takes these for the bounds of all rows: the greatest is 3.0, so
#          nothing is NaN (max(loss) of pyarrow's file is 3.0 too). NOT isfinite(loss) still finds
#          them; so does a file with write_statistics=False. In DuckDB 1.4.1 isnan() found them,
#          loss > 100 did not. Polars finds all 1,000 in each file; pyarrow finds them by is_nan,
#          but not by "not (loss <= 100)".
# Versions: duckdb 2.0.1, pyarrow 26.0.1, polars 2.1.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
DUCKDB=${DUCKDB-2.0.1}
PYARROW=${PYARROW-26.0.1}
POLARS=${POLARS-2.1.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "duckdb${DUCKDB:+==$DUCKDB}" \
  "pyarrow${PYARROW:+==$PYARROW}" \
  "polars${POLARS:+==$POLARS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import math
import sys
from importlib.metadata import version

import duckdb
import polars
import pyarrow
import pyarrow.compute
import pyarrow.dataset
import pyarrow.parquet

print(" ".join(f"{name} {version(name)}" for name in ("duckdb", "pyarrow", "polars")))
table = pyarrow.table({"step": range(4_000), "loss": [1.0, 2.0, 3.0, float("nan")] * 1_000})
pyarrow.parquet.write_table(table, "pyarrow.parquet")
pyarrow.parquet.write_table(table, "bare.parquet", write_statistics=False)
polars.from_arrow(table).write_parquet("polars.parquet")
duckdb.sql("COPY (SELECT * FROM 'pyarrow.parquet') TO 'duckdb.parquet' (FORMAT parquet)")
FILTERS = ("isnan(loss)", "loss > 100", "loss = 'nan'::DOUBLE", "NOT isfinite(loss)")


def one(query: str) -> object:
    return duckdb.sql(query).fetchall()[0][0]


seen = {}
for writer in ("pyarrow", "polars", "duckdb", "bare"):
    name = f"{writer}.parquet"
    rows = [one(f"SELECT count(*) FROM '{name}' WHERE {condition}") for condition in FILTERS]
    column = pyarrow.parquet.ParquetFile(name).metadata.row_group(0).column(1)
    bounds = (column.statistics.min, column.statistics.max) if column.statistics else None
    seen[writer] = rows
    if not math.isnan(one(f"SELECT sum(loss) FROM {name!r}")):
        sys.exit("DIFFERENT from the record: the sum is NaN in every file")
    print(f"{writer}: bounds {bounds}; DuckDB finds {dict(zip(FILTERS, rows))}, sum {one(f'SELECT sum(loss) FROM {name!r}')}, max {one(f'SELECT max(loss) FROM {name!r}')}")
    scan = polars.scan_parquet(name)
    found = [scan.filter(test).collect().height for test in (polars.col("loss").is_nan(), polars.col("loss") > 100)]
    print("  Polars finds", found)
    if found != [1_000, 1_000]:
        sys.exit("DIFFERENT from the record: Polars finds 1,000 by both")
duckdb.sql("CREATE TABLE loaded AS FROM 'pyarrow.parquet'")
loaded = [one(f"SELECT count(*) FROM loaded WHERE {condition}") for condition in FILTERS]
print("loaded into a table first:", loaded)
field = pyarrow.compute.field("loss")
arrow = [pyarrow.dataset.dataset("pyarrow.parquet").to_table(filter=test).num_rows for test in (pyarrow.compute.is_nan(field), ~(field <= 100))]
print("pyarrow finds by is_nan, by not (loss <= 100):", arrow)
recorded = {"pyarrow": [0, 0, 0, 1_000], "polars": [0, 0, 0, 1_000], "duckdb": [1_000] * 4, "bare": [1_000] * 4}
if seen != recorded or loaded != [1_000] * 4 or arrow != [1_000, 0]:
    sys.exit(f"DIFFERENT from the record: {recorded}, pyarrow 1,000 and 0")
print("as recorded")
PY
