#!/usr/bin/env bash
# Finding: approx_count_distinct of DuckDB, 1,000 distinct addresses, 100 times: 2.8 % off as a rule (root
#          mean square), once 8 %; Polars' approx_n_unique 0.5 %, at most 1.5 %. 100,000 addresses are no
#          better counted.
# A good guess says: 1.5 % off as a rule, at most 4 %, and a thousand values are counted almost exactly.
# What happens: DuckDB does not count few values exactly either; Polars' errors are those of a sketch thirty
#          times as large. count(DISTINCT ...) is exact.
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
base = duckdb.connect(config={"threads": 1})
seen = {}
for count, draws in ((1_000, 100), (100_000, 20)):
    off = {"DuckDB": [], "Polars": []}
    for draw in range(draws):
        start = f"https://example.com/{draw}/"
        query = f"SELECT approx_count_distinct('{start}' || range) FROM range({count})"
        off["DuckDB"].append(base.execute(query).fetchone()[0] / count - 1)
        off["Polars"].append(pl.Series([f"{start}{page}" for page in range(count)]).approx_n_unique() / count - 1)
    for name, errors in off.items():
        spread, worst = float(np.sqrt(np.mean(np.square(errors)))), float(np.abs(errors).max())
        seen[f"{name}, {count:,}"] = (spread, worst)
        print(f"{name}, {count:,} distinct values, {draws} times: {spread:.1%} off as a rule, {worst:.1%} at most")
exact = base.execute("SELECT count(DISTINCT 'https://example.com/' || range) FROM range(100000)").fetchone()[0]
print("count(DISTINCT address):", exact)
right = all(0.015 < seen[f"DuckDB, {count}"][0] < 0.04 for count in ("1,000", "100,000")) and seen["DuckDB, 1,000"][1] > 0.05
if not right or any(seen[f"Polars, {count}"][1] > 0.03 for count in ("1,000", "100,000")) or exact != 100_000:
    sys.exit("DIFFERENT from the record: DuckDB 2 to 3 % off as a rule and 8 % once, Polars below 2 % always")
print("as recorded")
PY
