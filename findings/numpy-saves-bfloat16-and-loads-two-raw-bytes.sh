#!/usr/bin/env bash
# Finding: np.save writes a bfloat16 array (ml_dtypes, so JAX's and TensorFlow's) without a word,
#          and np.load gives an array of raw bytes back (dtype V2); float8 E4M3 comes back as V1,
#          and a file of E5M2 np.load cannot read at all.
# A good guess says: np.save refuses a type that is not its own, or np.load gives bfloat16 back
#          while ml_dtypes is imported.
# What happens: the file's header knows NumPy's own types only, so the name is lost, also in .npz;
#          the bytes are all there: loaded.view(ml_dtypes.bfloat16) is right. E5M2 is written under
#          a name, <f1, that np.load then calls invalid. safetensors.numpy reads bfloat16 back and
#          writes the two of 8 bits, but cannot read those either.
# Versions: numpy 2.4.6, ml-dtypes 0.6.0, safetensors 0.8.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
NUMPY=${NUMPY-2.4.6}
ML_DTYPES=${ML_DTYPES-0.6.0}
SAFETENSORS=${SAFETENSORS-0.8.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "numpy${NUMPY:+==$NUMPY}" \
  "ml-dtypes${ML_DTYPES:+==$ML_DTYPES}" \
  "safetensors${SAFETENSORS:+==$SAFETENSORS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import ml_dtypes
import numpy as np
from safetensors.numpy import load_file, save_file

print(" ".join(f"{name} {version(name)}" for name in ("numpy", "ml-dtypes", "safetensors")))
seen, by_safetensors = {}, {}
for name in ("bfloat16", "float8_e4m3fn", "float8_e5m2"):
    kind = getattr(ml_dtypes, name)
    weights = np.array([0.5, 1.5, -3.0]).astype(kind)
    np.save("w.npy", weights)
    try:
        loaded = np.load("w.npy")
        seen[name] = loaded.dtype.str if (loaded.view(kind) == weights).all() else "other numbers"
        print(f"{name}: {weights.dtype} -> {loaded.dtype} {loaded.tolist()}; right after .view")
    except ValueError as error:
        seen[name] = type(error).__name__
        print(f"{name}: np.load: {error}")
    save_file({"weights": weights}, "w.safetensors")
    try:
        again = load_file("w.safetensors")["weights"]
        by_safetensors[name] = str(again.dtype) if (again == weights).all() else "other numbers"
    except AttributeError as error:
        by_safetensors[name] = type(error).__name__
print("safetensors:", by_safetensors)
by_numpy = {"bfloat16": "|V2", "float8_e4m3fn": "|V1", "float8_e5m2": "ValueError"}
if seen != by_numpy or by_safetensors != {"bfloat16": "bfloat16", "float8_e4m3fn": "AttributeError", "float8_e5m2": "AttributeError"}:
    sys.exit(f"DIFFERENT from the record: {by_numpy}; safetensors reads bfloat16, not the two of 8 bits")
print("as recorded")
PY
