#!/usr/bin/env bash
# Finding: Keras' LayerNormalization gives vectors with a standard deviation of 0.02 one of 0.53;
#          Flax 0.999 and MLX 0.987; 0.1 gets 0.95, 1.0 gets 1.0.
# A good guess says: a layer norm gives 1, whatever the size of the input; the epsilon only keeps
#          the division from zero.
# What happens: Keras' epsilon is 1e-3, Flax' 1e-6, MLX' (and PyTorch's) 1e-5, and it is added to
#          the variance: 0.0004 / (0.0004 + 0.001) is what is left at 0.02, the size of freshly
#          drawn embeddings. Weights of a checkpoint trained elsewhere give other outputs without
#          an error. Its RMSNormalization has 1e-6. Name the epsilon of the checkpoint's config.
# Versions: keras 3.15.1, flax 0.12.8, mlx 0.32.4, jax 0.10.2 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
KERAS=${KERAS-3.15.1}
FLAX=${FLAX-0.12.8}
MLX=${MLX-0.32.4}
JAX=${JAX-0.10.2}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "keras${KERAS:+==$KERAS}" \
  "flax${FLAX:+==$FLAX}" \
  "mlx[cpu]${MLX:+==$MLX}" \
  "jax${JAX:+==$JAX}"
cd "$tmp"
KERAS_BACKEND=jax PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import keras
import mlx.core as mx
import mlx.nn
import numpy as np
from flax import nnx

print(" ".join(f"{name} {version(name)}" for name in ("keras", "flax", "mlx", "jax")))
WIDTH = 64
rng = np.random.default_rng(0)
NORMS = {
    "keras": keras.layers.LayerNormalization(),
    "keras, epsilon 1e-5": keras.layers.LayerNormalization(epsilon=1e-5),
    "keras RMS": keras.layers.RMSNormalization(),
    "flax": nnx.LayerNorm(WIDTH, rngs=nnx.Rngs(0)),
    "mlx": lambda values: mlx.nn.LayerNorm(WIDTH)(mx.array(values)),
}
seen = {name: [] for name in NORMS}
for size in (0.02, 0.1, 1.0):
    values = rng.normal(0, size, (1000, WIDTH)).astype(np.float32)
    for name, norm in NORMS.items():
        seen[name].append(round(float(np.std(np.array(norm(values)))), 2))
for name, sizes in seen.items():
    print(f"{name}: 0.02, 0.1 and 1.0 become {sizes}")
recorded = {
    "keras": [0.53, 0.95, 1.0],
    "keras, epsilon 1e-5": [0.99, 1.0, 1.0],
    "keras RMS": [1.0, 1.0, 1.0],
    "flax": [1.0, 1.0, 1.0],
    "mlx": [0.99, 1.0, 1.0],
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
