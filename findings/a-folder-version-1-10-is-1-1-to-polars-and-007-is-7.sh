#!/usr/bin/env bash
# Finding: in a Parquet dataset partitioned by text, Polars reads the folders version=1.10 and
#          version=1.1 back as one number 1.1, 1e5 as 100000.0 and true as a boolean; pandas keeps
#          1.10 but makes 7 of 007, unless another folder is no number, and then 007 stays.
# A good guess says: text that was written comes back as text; the folder's name is the text.
# What happens: a folder's name has no type, so readers guess one: PyArrow (and pandas) whole
#          number or text for the whole column, Polars numbers, dates and booleans too. Two
#          versions of a model fall together, an id loses its zeros, and a join with the original
#          column finds nothing or fails on the type. A new folder changes the type of the old
#          ones. Give the type: hive_schema in Polars, partitioning with a schema in PyArrow.
# Versions: polars 2.1.0, pandas 3.0.6, pyarrow 26.0.1 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
POLARS=${POLARS-2.1.0}
PANDAS=${PANDAS-3.0.6}
PYARROW=${PYARROW-26.0.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "polars${POLARS:+==$POLARS}" \
  "pandas${PANDAS:+==$PANDAS}" \
  "pyarrow${PYARROW:+==$PYARROW}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import pandas as pd
import polars as pl

print(" ".join(f"{name} {version(name)}" for name in ("polars", "pandas", "pyarrow")))
COLUMNS = {"versions": ["1.10", "1.1"], "ids": ["007", "042"], "ids and a name": ["007", "v2"], "exponents": ["1e5"], "flags": ["true", "false"]}
seen = {}
for number, (name, texts) in enumerate(COLUMNS.items()):
    folder = f"data-{number}"
    pd.DataFrame({"key": texts, "row": range(len(texts))}).to_parquet(folder, partition_cols=["key"])
    of_pandas = [value for value in pd.read_parquet(folder).sort_values("row")["key"].tolist()]
    files = f"{folder}/**/*.parquet"
    of_polars = pl.read_parquet(files, hive_partitioning=True).sort("row")["key"].to_list()
    typed = pl.read_parquet(files, hive_partitioning=True, hive_schema={"key": pl.String}).sort("row")["key"].to_list()
    seen[name] = (of_pandas, of_polars)
    print(f"{name} {texts}: pandas {of_pandas}, polars {of_polars}, with hive_schema {typed}")
    if typed != texts:
        sys.exit(f"DIFFERENT from the record: hive_schema keeps {texts}")
recorded = {
    "versions": (["1.10", "1.1"], [1.1, 1.1]),
    "ids": ([7, 42], [7, 42]),
    "ids and a name": (["007", "v2"], ["007", "v2"]),
    "exponents": (["1e5"], [100000.0]),
    "flags": (["true", "false"], [True, False]),
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
