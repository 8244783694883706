#!/usr/bin/env bash
# Finding: with_format("numpy") of Datasets changes numbers that are stored exactly: a float64 time
#          in seconds comes out as float32, up to 64 seconds off, and a uint64 hash above 2**63
#          comes out as a negative int64. Nothing is said.
# A good guess says: a column stored as float64 or uint64 comes out as the array of that type.
# What happens: the formats for arrays turn every fraction into float32 and every whole number into
#          int64. pandas, Polars, Arrow and no format at all give what is stored.
# Versions: datasets 5.2.0, numpy 2.4.6, polars 2.1.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
DATASETS=${DATASETS-5.2.0}
NUMPY=${NUMPY-2.4.6}
POLARS=${POLARS-2.1.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "datasets${DATASETS:+==$DATASETS}" \
  "numpy${NUMPY:+==$NUMPY}" \
  "polars${POLARS:+==$POLARS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import sys
from importlib.metadata import version

os.environ["HF_HUB_OFFLINE"] = "1"
import numpy as np
from datasets import Dataset

print(" ".join(f"{name} {version(name)}" for name in ("datasets", "numpy", "polars")))
TIMES = np.arange(1_764_500_000, 1_764_500_000 + 600, dtype=np.float64)
HASHES = np.array([2**63 + 5] + [7] * 599, dtype=np.uint64)
dataset = Dataset.from_dict({"time": TIMES, "hash": HASHES})
print("stored as", {name: str(feature.dtype) for name, feature in dataset.features.items()})
rows = dataset.with_format("numpy")[:]
off = np.abs(rows["time"].astype(np.float64) - TIMES)
print(f"numpy: time {rows['time'].dtype}, off by at most {off.max():.0f} s, {len(set(rows['time'].tolist()))} different of 600; hash {rows['hash'].dtype}, the first {rows['hash'][0]}")
others = {}
for name in ("pandas", "polars", "arrow", None):
    got = dataset.with_format(name)[:]
    others[name] = np.array_equal(np.asarray(got["time"]), TIMES) and int(got["hash"].to_pylist()[0] if name == "arrow" else got["hash"][0]) == 2**63 + 5
print("the others give what is stored:", others)
if (str(rows["time"].dtype), str(rows["hash"].dtype), int(rows["hash"][0]), off.max()) != ("float32", "int64", 5 - 2**63, 64):
    sys.exit("DIFFERENT from the record: float32 and off by 64 s, int64 and negative")
if not all(others.values()):
    sys.exit("DIFFERENT from the record: pandas, Polars, Arrow and no format give what is stored")
print("as recorded")
PY
