#!/usr/bin/env bash
# Finding: The mean of each column of a million float32 rows (two columns, numbers from 100 to 101)
#          is 101.4 by NumPy and scikit-learn's PCA, 100.5 in truth; the standard deviation is 0.95,
#          0.289 in truth.
# A good guess says: 100.5 with an error in the fifth digit: NumPy sums in pairs, so errors stay
#          small.
# What happens: NumPy sums in pairs only along the axis that lies together in memory; over the rows
#          it adds one by one, and from 16.8 million on a float32 only takes even steps. PCA centres
#          with that mean and finds no second component at all. x.mean(0, dtype=np.float64), a copy
#          of x.T, StandardScaler, pandas and Polars are right; numba's np.mean adds one by one on a
#          single column too.
# Versions: numpy 2.4.6, scikit-learn 1.9.1, pandas 3.1.1, polars 2.1.0, numba 0.68.1 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
NUMPY=${NUMPY-2.4.6}
SCIKIT_LEARN=${SCIKIT_LEARN-1.9.1}
PANDAS=${PANDAS-3.1.1}
POLARS=${POLARS-2.1.0}
NUMBA=${NUMBA-0.68.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "numpy${NUMPY:+==$NUMPY}" \
  "scikit-learn${SCIKIT_LEARN:+==$SCIKIT_LEARN}" \
  "pandas${PANDAS:+==$PANDAS}" \
  "polars${POLARS:+==$POLARS}" \
  "numba${NUMBA:+==$NUMBA}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import numba
import numpy as np
import pandas as pd
import polars as pl
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler

print(" ".join(f"{name} {version(name)}" for name in ("numpy", "scikit-learn", "pandas", "polars", "numba")))
rows = np.random.default_rng(0).random((1_000_000, 2), dtype=np.float32) + 100
exact = rows.astype(np.float64)


@numba.njit
def compiled(column: np.ndarray) -> tuple[float, float]:
    return np.mean(column), np.std(column)


pca = PCA(2).fit(rows)
scaler = StandardScaler().fit(rows)
seen = {
    "float64": (exact.mean(0)[0], exact.std(0)[0]),
    "NumPy": (rows.mean(0)[0], rows.std(0)[0]),
    "NumPy, dtype=float64": (rows.mean(0, dtype=np.float64)[0], rows.std(0, dtype=np.float64)[0]),
    "NumPy, columns together": (rows.T.copy().mean(1)[0], rows.T.copy().std(1)[0]),
    "numba, one column": compiled(rows[:, 0].copy()),
    "StandardScaler": (scaler.mean_[0], scaler.scale_[0]),
    "pandas": (pd.DataFrame(rows)[0].mean(), pd.DataFrame(rows)[0].std()),
    "polars": (pl.DataFrame(rows)["column_0"].mean(), pl.DataFrame(rows)["column_0"].std()),
}
for what, (mean, spread) in seen.items():
    print(f"{what}: mean {mean:.3f}, standard deviation {spread:.3f}")
print("PCA: mean", pca.mean_, "variances", pca.explained_variance_, "in truth", PCA(2).fit(exact).explained_variance_)
wrong = {what for what, (mean, spread) in seen.items() if abs(mean - 100.5) > 0.5 and spread > 0.9}
right = {what for what, (mean, spread) in seen.items() if abs(mean - 100.5) < 0.001 and abs(spread - 0.289) < 0.001}
if wrong != {"NumPy", "numba, one column"} or right | wrong != set(seen) or pca.mean_[0] < 101 or pca.explained_variance_[1] > 0.01:
    sys.exit("DIFFERENT from the record: 101.4 and 0.95 by NumPy over the rows and by numba, PCA has its mean from NumPy; the others 100.5 and 0.289")
print("as recorded")
PY
