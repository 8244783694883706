#!/usr/bin/env bash
# Finding: At the same learning rate Keras's Muon moves a 1,024 x 1,024 matrix 6.4 times as far as
#          optax's, a 256 x 256 one 3.2 times, a tall 256 x 64 one 3.2 times, a wide 64 x 256 one
#          1.6 times.
# A good guess says: both are the same method: an orthogonal step of the same size, up to a small
#          factor.
# What happens: both orthogonalise in five steps; Keras then multiplies by 0.2 * sqrt(longer side),
#          so that every step has the size of AdamW's, optax by sqrt(max(1, columns / rows)). A
#          learning rate cannot be taken from one to the other.
# Versions: keras 3.15.1, optax 0.2.8, jax 0.10.2 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
KERAS=${KERAS-3.15.1}
OPTAX=${OPTAX-0.2.8}
JAX=${JAX-0.10.2}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "keras${KERAS:+==$KERAS}" \
  "optax${OPTAX:+==$OPTAX}" \
  "jax${JAX:+==$JAX}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import sys
from importlib.metadata import version

os.environ["KERAS_BACKEND"] = "jax"
import jax.numpy as jnp
import keras
import numpy as np
import optax

print(" ".join(f"{name} {version(name)}" for name in ("keras", "optax", "jax")))


def by_optax(gradient: np.ndarray) -> np.ndarray:
    weights = {"kernel": jnp.zeros(gradient.shape)}
    method = optax.contrib.muon(1.0)
    updates, _ = method.update({"kernel": jnp.asarray(gradient)}, method.init(weights), weights)
    return -np.asarray(updates["kernel"])


def by_keras(gradient: np.ndarray) -> np.ndarray:
    kernel = keras.Variable(np.zeros(gradient.shape, np.float32), name="kernel")
    method = keras.optimizers.Muon(learning_rate=1.0, weight_decay=0)
    method.build([kernel])
    method.apply_gradients([(jnp.asarray(gradient), kernel)])
    return -np.asarray(kernel.value)


numbers = np.random.default_rng(0)
recorded = {(1_024, 1_024): 6.4, (256, 256): 3.2, (256, 64): 3.2, (64, 256): 1.6}
for shape, ratio in recorded.items():
    gradient = numbers.normal(size=shape).astype(np.float32)
    sizes = [float(np.sqrt((step(gradient) ** 2).mean())) for step in (by_optax, by_keras)]
    print(f"{shape[0]} x {shape[1]}: mean size of a weight's step by optax {sizes[0]:.3f}, by Keras {sizes[1]:.3f}: {sizes[1] / sizes[0]:.2f} times")
    if abs(sizes[1] / sizes[0] - ratio) > 0.1:
        sys.exit(f"DIFFERENT from the record: {ratio} times")
print("as recorded")
PY
