#!/usr/bin/env bash
# Finding: an array of 1,000 vectors in Zarr whose folder lacks one of ten files reads as 1,000
#          vectors, 100 of them all zeros, without an error or a warning; a Parquet file or an
#          .npy that was cut short is an error.
# A good guess says: a file that is missing is an error, as where a shard of a checkpoint is
#          missing.
# What happens: a chunk that does not exist is the fill value, 0, by the format, so that empty
#          parts need no files. A copy that broke off, or one where a file failed, gives zero
#          vectors, zero images or zero tokens to the training. Compare nchunks_initialized with
#          nchunks after each copy, or set a fill_value that cannot be data (NaN).
# Versions: zarr 3.1.6, pyarrow 26.0.1, numpy 2.4.6 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
ZARR=${ZARR-3.1.6}
PYARROW=${PYARROW-26.0.1}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "zarr${ZARR:+==$ZARR}" \
  "pyarrow${PYARROW:+==$PYARROW}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
import warnings
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet
import zarr

warnings.simplefilter("error")
print(" ".join(f"{name} {version(name)}" for name in ("zarr", "pyarrow", "numpy")))
vectors = np.random.default_rng(0).normal(size=(1000, 8)).astype("float32")
array = zarr.create_array(store="vectors.zarr", shape=vectors.shape, chunks=(100, 8), dtype="float32")
array[:] = vectors
chunks = sorted(path for path in Path("vectors.zarr/c").rglob("*") if path.is_file())
chunks[3].unlink()
opened = zarr.open_array("vectors.zarr", mode="r")
read = opened[:]
np.save("vectors.npy", vectors)
pyarrow.parquet.write_table(pa.table({"v": list(vectors)}), "vectors.parquet")
errors = {}
for name, load in {"vectors.npy": np.load, "vectors.parquet": pyarrow.parquet.read_table}.items():
    Path(name).write_bytes(Path(name).read_bytes()[:-2000])
    try:
        load(name)
        errors[name] = "read"
    except (ValueError, pa.ArrowInvalid) as error:
        errors[name] = type(error).__name__
seen = {
    "files": len(chunks),
    "rows": len(read),
    "rows of zeros": int((~read.any(axis=1)).sum()),
    "the others are right": bool(np.array_equal(np.delete(read, range(300, 400), 0), np.delete(vectors, range(300, 400), 0))),
    "nchunks_initialized of nchunks": (opened.nchunks_initialized, opened.nchunks),
    "cut short": errors,
}
for name, value in seen.items():
    print(f"{name}: {value}")
recorded = {
    "files": 10,
    "rows": 1000,
    "rows of zeros": 100,
    "the others are right": True,
    "nchunks_initialized of nchunks": (9, 10),
    "cut short": {"vectors.npy": "ValueError", "vectors.parquet": "ArrowInvalid"},
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
