#!/usr/bin/env bash
# Finding: optax.clip_by_global_norm makes nothing of fp16 gradients whose norm is above 256: the
#          norm is inf and every gradient becomes 0, without a word; torch and MLX clip to 1.
# A good guess says: the norm is taken in float32, so the gradients are scaled to norm 1 as in
#          torch.
# What happens: optax squares and adds in the type of the gradients, and 256 squared does not fit
#          into fp16. A single gradient of 300 among small ones is enough; SGD and Adam then stand
#          still as if there were nothing to learn. bf16 and float32 are clipped to 1. Cast to
#          float32 before clipping.
# Versions: optax 0.2.8, jax 0.10.2, mlx 0.32.4, torch 2.13.0, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
OPTAX=${OPTAX-0.2.8}
JAX=${JAX-0.10.2}
MLX=${MLX-0.32.4}
TORCH=${TORCH-2.13.0}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "optax${OPTAX:+==$OPTAX}" \
  "jax${JAX:+==$JAX}" \
  "mlx[cpu]${MLX:+==$MLX}" \
  "torch${TORCH:+==$TORCH}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import jax.numpy as jnp
import mlx.core as mx
import mlx.optimizers
import numpy as np
import optax
import torch

print(" ".join(f"{name} {version(name)}" for name in ("optax", "jax", "mlx", "torch", "numpy")))
GRADIENTS = {"one of 300": [300.0] + [0.01] * 99, "one of 200": [200.0] + [0.01] * 99, "a thousand of 10": [10.0] * 1000}


def by_optax(values: list[float], kind: type) -> np.ndarray:
    clipped, _ = optax.clip_by_global_norm(1.0).update({"w": jnp.array(values, kind)}, optax.EmptyState())
    return np.asarray(clipped["w"].astype(jnp.float32))


def by_mlx(values: list[float]) -> np.ndarray:
    clipped, _ = mlx.optimizers.clip_grad_norm({"w": mx.array(values, mx.float16)}, 1.0)
    return np.array(clipped["w"].astype(mx.float32))


def by_torch(values: list[float]) -> np.ndarray:
    weight = torch.zeros(len(values), dtype=torch.float16, requires_grad=True)
    weight.grad = torch.tensor(values, dtype=torch.float16)
    torch.nn.utils.clip_grad_norm_([weight], 1.0)
    return weight.grad.float().numpy()


seen = {}
for name, values in GRADIENTS.items():
    clipped = {
        "optax fp16": by_optax(values, jnp.float16),
        "optax bf16": by_optax(values, jnp.bfloat16),
        "optax fp32": by_optax(values, jnp.float32),
        "MLX fp16": by_mlx(values),
        "torch fp16": by_torch(values),
    }
    seen[name] = {library: float(np.linalg.norm(array.astype(np.float64))) for library, array in clipped.items()}
    print(f"{name}: norm after clipping to 1:", {library: round(norm, 3) for library, norm in seen[name].items()})
nothing = [name for name, norms in seen.items() if norms["optax fp16"] == 0]
others = [norm for name, norms in seen.items() for library, norm in norms.items() if norm != 0]
if nothing != ["one of 300", "a thousand of 10"] or len(others) != 13 or not np.allclose(others, 1, atol=0.02):
    sys.exit("DIFFERENT from the record: 0 from optax in fp16 for the first and the last, all else 1")
print("as recorded")
PY
