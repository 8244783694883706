#!/usr/bin/env bash
# Finding: Texts in a JSON Lines file do not stay texts: pandas reads the answer "007" as 7 and
#          "3.10" as 3.1, and datasets, pyarrow and DuckDB read "2024-05-01" as a date.
# A good guess says: a quoted value is a text: JSON has types, unlike CSV. pyarrow and DuckDB may
#          take a date for one.
# What happens: pandas.read_json: 7, 3.1, and "1e5" becomes 100000.0 (dtype=False or
#          dtype_backend="pyarrow" keep them); load_dataset("json") gives datetime objects, so does
#          pyarrow; DuckDB also makes times and UUIDs. Polars keeps all. One other text in the
#          column and it stays text, so a small sample may have other types than the whole.
# Versions: datasets 5.2.0, pandas 3.1.1, pyarrow 26.0.1, polars 2.1.0, duckdb 2.0.1 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
DATASETS=${DATASETS-5.2.0}
PANDAS=${PANDAS-3.1.1}
PYARROW=${PYARROW-26.0.1}
POLARS=${POLARS-2.1.0}
DUCKDB=${DUCKDB-2.0.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "datasets${DATASETS:+==$DATASETS}" \
  "pandas${PANDAS:+==$PANDAS}" \
  "pyarrow${PYARROW:+==$PYARROW}" \
  "polars${POLARS:+==$POLARS}" \
  "duckdb${DUCKDB:+==$DUCKDB}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import logging
import sys
from importlib.metadata import version
from pathlib import Path

import datasets
import duckdb
import pandas as pd
import polars as pl
import pyarrow.json

print(" ".join(f"{name} {version(name)}" for name in ("datasets", "pandas", "pyarrow", "polars", "duckdb")))
datasets.disable_progress_bars()
logging.disable(logging.WARNING)
ROW = {"code": "007", "version": "3.10", "figure": "1e5", "day": "2024-05-01", "hour": "12:30"}
Path("rows.jsonl").write_text((json.dumps(ROW) + "\n") * 3)


def changed(row: dict) -> dict[str, str]:
    """The fields that are no text any more, as Python shows them."""
    return {name: f"{type(value).__name__} {value}" for name, value in row.items() if not isinstance(value, str)}


seen = {
    "pandas": changed(pd.read_json("rows.jsonl", lines=True).to_dict("records")[0]),
    "pandas, dtype=False": changed(pd.read_json("rows.jsonl", lines=True, dtype=False).to_dict("records")[0]),
    "datasets": changed(datasets.load_dataset("json", data_files="rows.jsonl", split="train", cache_dir="cache")[0]),
    "pyarrow": changed(pyarrow.json.read_json("rows.jsonl").to_pylist()[0]),
    "duckdb": changed(dict(zip(ROW, duckdb.sql("select * from 'rows.jsonl'").fetchall()[0], strict=True))),
    "polars": changed(pl.read_ndjson("rows.jsonl").to_dicts()[0]),
}
for reader, fields in seen.items():
    print(f"{reader}: {fields or 'all texts'}")
moment = {"day": "datetime 2024-05-01 00:00:00"}
recorded = {
    "pandas": {"code": "int 7", "version": "float 3.1", "figure": "float 100000.0"},
    "pandas, dtype=False": {},
    "datasets": moment,
    "pyarrow": moment,
    "duckdb": {"day": "date 2024-05-01", "hour": "time 12:30:00"},
    "polars": {},
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
