#!/usr/bin/env bash
# Finding: The mean of 1,000 fp16 numbers around 300 is inf in MLX: the sum does not fit into fp16;
#          NumPy, JAX and torch give 300.
# A good guess says: 300: reductions of half-precision numbers add in float32 everywhere.
# What happens: mx.mean adds in the type of its input, and 65,504 is the largest: a hidden state of
#          4,096 ones is still right, 70,000 ones have the mean inf. The standard deviation goes
#          with it, in NumPy too: its mean is right, its std of 295 and 305 is inf. bf16 is safe
#          here, and so are mx.fast.layer_norm and rms_norm. Cast with astype(mx.float32) first.
# Versions: mlx 0.32.4, jax 0.10.2, torch 2.13.0, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
MLX=${MLX-0.32.4}
JAX=${JAX-0.10.2}
TORCH=${TORCH-2.13.0}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "mlx[cpu]${MLX:+==$MLX}" \
  "jax${JAX:+==$JAX}" \
  "torch${TORCH:+==$TORCH}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import jax.numpy as jnp
import mlx.core as mx
import numpy as np
import torch

np.seterr(over="ignore")
print(" ".join(f"{name} {version(name)}" for name in ("mlx", "jax", "torch", "numpy")))
ARRAYS = {
    "1,000 of 300": np.full(1_000, 300, np.float16),
    "70,000 ones": np.ones(70_000, np.float16),
    "4,096 ones": np.ones(4_096, np.float16),
}
seen = {}
for name, array in ARRAYS.items():
    seen[name] = {
        "MLX": float(mx.mean(mx.array(array))),
        "MLX bf16": float(mx.mean(mx.array(array).astype(mx.bfloat16))),
        "JAX": float(jnp.mean(jnp.array(array))),
        "torch": float(torch.from_numpy(array).mean()),
        "NumPy": float(array.mean()),
    }
    print(f"mean of {name} in fp16:", seen[name])
spread = np.tile(np.array([295, 305], np.float16), 500)
deviation = {
    "MLX": float(mx.std(mx.array(spread))),
    "JAX": float(jnp.std(jnp.array(spread))),
    "torch": float(torch.from_numpy(spread).std(correction=0)),
    "NumPy": float(spread.std()),
}
print("standard deviation of 295 and 305 by turns:", deviation)
row = mx.array(spread)[None]
normed = {
    "layer_norm": float(mx.abs(mx.fast.layer_norm(row, None, None, 1e-5)).max()),
    "rms_norm": float(mx.abs(mx.fast.rms_norm(row, None, 1e-5)).max()),
}
print("largest of mx.fast:", normed)
wrong = {(name, library) for name, means in seen.items() for library, mean in means.items() if not np.isfinite(mean)}
right = all(abs(mean / {"1,000 of 300": 300}.get(name, 1) - 1) < 0.01 for name, means in seen.items() for mean in means.values() if np.isfinite(mean))
if wrong != {("1,000 of 300", "MLX"), ("70,000 ones", "MLX")} or not right:
    sys.exit("DIFFERENT from the record: MLX in fp16 has inf for the first two, all else is right")
infinite = [library for library, number in deviation.items() if not np.isfinite(number)]
if infinite != ["MLX", "NumPy"] or not np.allclose([deviation["JAX"], deviation["torch"]], 5, atol=0.01) or not np.allclose(list(normed.values()), 1, atol=0.03):
    sys.exit("DIFFERENT from the record: MLX and NumPy inf, JAX and torch 5; layer_norm and rms_norm 1")
print("as recorded")
PY
