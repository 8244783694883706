#!/usr/bin/env bash
# Finding: safetensors.numpy 0.8.0 saves weight.T under the shape of weight.T, but with the values
#          in the order of weight: what comes back has the right shape and wrong values, without a
#          warning; 0.7.0 saved it right.
# A good guess says: the array comes back equal, whatever its layout: save copies what isn't
#          contiguous.
# What happens: since 0.8.0 the memory is written as it lies; the strides are not looked at. An
#          array in Fortran order is scrambled too, and half of a matrix taken by columns.
#          np.ascontiguousarray before saving helps. The torch version refuses such tensors with a
#          message. So carrying layers from PyTorch (outputs x inputs) to JAX (inputs x outputs) in
#          NumPy yields a file that loads and is wrong.
# Versions: safetensors 0.8.0, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
SAFETENSORS=${SAFETENSORS-0.8.0}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "safetensors${SAFETENSORS:+==$SAFETENSORS}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import subprocess
import sys
from importlib.metadata import version

import numpy as np
from safetensors.numpy import load, load_file, save, save_file

print("safetensors", version("safetensors"), "numpy", np.__version__)
WEIGHT = np.arange(12, dtype=np.float32).reshape(3, 4)
ARRAYS = {
    "weight": WEIGHT,
    "weight.T": WEIGHT.T,
    "Fortran order": np.asfortranarray(WEIGHT),
    "first two columns": WEIGHT[:, :2],
    "last rows": WEIGHT[1:],
    "ascontiguousarray(weight.T)": np.ascontiguousarray(WEIGHT.T),
}
RECORDED = {name: name in {"weight", "last rows", "ascontiguousarray(weight.T)"} for name in ARRAYS}
seen = {}
for name, array in ARRAYS.items():
    save_file({"w": array}, "w.safetensors")
    back = load_file("w.safetensors")["w"]
    seen[name] = bool(np.array_equal(back, array))
    if not np.array_equal(load(save({"w": array}))["w"], back) or back.shape != array.shape:
        sys.exit("DIFFERENT from the record: save and save_file do the same, the shape is kept")
    print(f"{name}: first row {array[0].tolist()} comes back as {back[0].tolist()}, equal: {seen[name]}")
if seen != RECORDED:
    sys.exit(f"DIFFERENT from the record: equal are only {[name for name, same in RECORDED.items() if same]}")
print("as recorded")
PY
