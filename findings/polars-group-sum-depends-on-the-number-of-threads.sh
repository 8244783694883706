#!/usr/bin/env bash
# Finding: group_by('g').agg(pl.col('x').sum()) of Polars over 33,554,432 float32 ones in one group
#          gives 16,777,216 with one thread, another number with two (28 to 33 million, not the same
#          at each run), while Series.sum() gives 33,554,432.
# A good guess says: 33,554,432 in each case, as it is the same sum.
# What happens: within a group the numbers are added one by one in float32, so 16,777,216 + 1 stays
#          what it is; each thread has a part, and the parts are joined. The mean of the group is
#          right (1.0), and cast to Float64 so is the sum. It matters where a corpus' token counts
#          or losses are kept as float32 and summed by source.
# Versions: polars 2.1.0, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
POLARS=${POLARS-2.1.0}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "polars${POLARS:+==$POLARS}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import subprocess
import sys
from importlib.metadata import version

PROGRAM = """
import numpy as np
import polars as pl
frame = pl.DataFrame({"g": np.zeros(2**25, np.int8), "x": np.ones(2**25, np.float32)})
x = pl.col("x")
row = frame.group_by("g").agg(x.sum().alias("sum"), x.mean().alias("mean"), x.cast(pl.Float64).sum().alias("wide")).row(0)
print(*row[1:], frame["x"].sum())
"""


def sums(threads: int) -> list[float]:
    """Sum and mean of the group, sum as Float64, and sum of the column, with this many threads."""
    ran = subprocess.run([sys.executable, "-c", PROGRAM], env={**os.environ, "POLARS_MAX_THREADS": str(threads)}, capture_output=True, text=True, check=True)
    return [float(part) for part in ran.stdout.split()]


print(" ".join(f"{name} {version(name)}" for name in ("polars", "numpy")))
seen = {threads: sums(threads) for threads in (1, 2, 3, 8)}
for threads, (group, mean, wide, column) in seen.items():
    print(f"{threads} threads: sum of the group {group:,.0f}, mean {mean}, as Float64 {wide:,.0f}; sum of the column {column:,.0f}")
if seen[1][0] != 2**24 or len({row[0] for row in seen.values()}) == 1:
    sys.exit("DIFFERENT from the record: 16,777,216 with one thread, more with others")
if any(row[1] != 1.0 or row[2] != 2**25 or row[3] != 2**25 for row in seen.values()):
    sys.exit("DIFFERENT from the record: mean 1.0, as Float64 and by Series.sum 33,554,432")
print("as recorded")
PY
