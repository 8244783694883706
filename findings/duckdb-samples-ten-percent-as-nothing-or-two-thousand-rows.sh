#!/usr/bin/env bash
# Finding: DuckDB's USING SAMPLE 10% of 10,000 rows gives 0, 1,808, 2,048 or more rows, never 1,000;
#          of a table in which the sources follow each other, whole sources are missing.
# A good guess says: about 1,000 rows (960 to 1,040), each chosen by itself.
# What happens: without a method, a percentage draws whole vectors of 2,048 rows. Only
#          'TABLESAMPLE/USING SAMPLE 10 PERCENT (bernoulli)' draws rows; '1000 ROWS' gives exactly
#          1,000 from all over the table.
# Versions: duckdb 2.0.1 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
DUCKDB=${DUCKDB-2.0.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "duckdb${DUCKDB:+==$DUCKDB}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import duckdb

print("duckdb", version("duckdb"))
ROWS, SOURCES, DRAWS = 10_000, 20, 200
base = duckdb.connect()
base.execute(f"CREATE TABLE corpus AS SELECT range AS row, range // {ROWS // SOURCES} AS source FROM range({ROWS})")
full, last = 2048, ROWS % 2048


def draw(sample: str) -> list[tuple[int, int]]:
    """Rows and sources of each of 200 samples."""
    query = f"SELECT count(*), count(DISTINCT source) FROM corpus USING SAMPLE {sample}"
    return [base.execute(query).fetchone() for _ in range(DRAWS)]


system, bernoulli, fixed = draw("10%"), draw("10 PERCENT (bernoulli)"), draw("1000 ROWS")
for name, draws in (("10%", system), ("10 PERCENT (bernoulli)", bernoulli), ("1000 ROWS", fixed)):
    rows = sorted(count for count, _ in draws)
    sources = sum(found for _, found in draws) / DRAWS
    print(f"{name}: {rows[0]} to {rows[-1]} rows, {sources:.1f} of {SOURCES} sources in a sample")
blocks = all(count % full in (0, last) for count, _ in system)
print(f"with 10% every sample is made of whole vectors of {full} rows: {blocks}")
print("samples without a row:", sum(count == 0 for count, _ in system), "of", DRAWS)
right = (
    blocks
    and sum(count == 0 for count, _ in system) > DRAWS // 4
    and all(850 < count < 1150 for count, _ in bernoulli)
    and all(count == 1000 for count, _ in fixed)
    and min(found for _, found in bernoulli + fixed) == SOURCES
)
if not right:
    sys.exit("DIFFERENT from the record: whole vectors and often nothing with 10%, about 1,000 rows of all sources with the others")
print("as recorded")
PY
