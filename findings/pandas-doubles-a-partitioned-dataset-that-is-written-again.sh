#!/usr/bin/env bash
# Finding: three rows that are written with to_parquet(folder, partition_cols=["lang"]) and, after
#          a correction, written again are six rows, the old and the new; without partition_cols,
#          and in Polars, they are three. Where the second run has no row of a language, both keep
#          the old ones.
# A good guess says: writing to the same place replaces what was there, as to_parquet does with a
#          file.
# What happens: PyArrow gives each file of a partitioned dataset a name of its own and only
#          replaces files of the same name; nothing warns. Polars numbers its files, so the second
#          run hits the first. A step of a data pipeline that is run again doubles its samples,
#          and duplicates weigh double in training. Say existing_data_behavior="delete_matching",
#          or empty the folder first.
# Versions: pandas 3.0.6, pyarrow 26.0.1, polars 2.1.0 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
PANDAS=${PANDAS-3.0.6}
PYARROW=${PYARROW-26.0.1}
POLARS=${POLARS-2.1.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pandas${PANDAS:+==$PANDAS}" \
  "pyarrow${PYARROW:+==$PYARROW}" \
  "polars${POLARS:+==$POLARS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import pandas as pd
import polars as pl

print(" ".join(f"{name} {version(name)}" for name in ("pandas", "pyarrow", "polars")))
first = pd.DataFrame({"lang": ["zh", "en", "zh"], "text": ["a", "b", "c"]})
second = first.assign(text=["A", "B", "C"])
chinese = second[second["lang"] == "zh"]


def written(name: str, rows: pd.DataFrame) -> tuple[int, int]:
    """Rows read after the first rows and then these were written: with pandas, with pandas and delete_matching."""
    for how in ({}, {"existing_data_behavior": "delete_matching"}):
        for data in (first, rows):
            data.to_parquet(f"{name}-{len(how)}", partition_cols=["lang"], **how)
    return len(pd.read_parquet(f"{name}-0")), len(pd.read_parquet(f"{name}-1"))


def of_polars(name: str, rows: pd.DataFrame) -> int:
    for data in (first, rows):
        pl.from_pandas(data).write_parquet(pl.PartitionBy(name, key="lang"), mkdir=True)
    return pl.read_parquet(f"{name}/**/*.parquet").height


for data in (first, second):
    data.to_parquet("one.parquet")
seen = {
    "one file": len(pd.read_parquet("one.parquet")),
    "partitioned, and with delete_matching": written("pandas", second),
    "the same, second run with Chinese only": written("chinese", chinese),
    "Polars": of_polars("polars", second),
    "Polars, second run with Chinese only": of_polars("polars-chinese", chinese),
}
for name, rows in seen.items():
    print(f"{name}: {rows}")
if list(seen.values()) != [3, (6, 3), (5, 3), 3, 3]:
    sys.exit("DIFFERENT from the record: 3, (6, 3), (5, 3), 3, 3")
print("as recorded")
PY
