#!/usr/bin/env bash
# Finding: The label -100, which torch leaves out, is a token to optax and MLX: the hundredth from
#          the end of the vocabulary, counted in the loss without a word.
# A good guess says: an error or NaN (no such class), or left out as in torch.
# What happens: both take the label as an index from the end, as NumPy does: with 1,000 tokens -100
#          is token 900. Half the labels masked: SGD on the loss makes token 900 the likeliest
#          answer at the masked places. optax's documentation assumes labels from 0 on. Multiply the
#          losses by labels != -100 oneself, and divide by how many there are.
# Versions: optax 0.2.8, jax 0.10.2, mlx 0.32.4, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
OPTAX=${OPTAX-0.2.8}
JAX=${JAX-0.10.2}
MLX=${MLX-0.32.4}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "optax${OPTAX:+==$OPTAX}" \
  "jax${JAX:+==$JAX}" \
  "mlx[cpu]${MLX:+==$MLX}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import jax
import jax.numpy as jnp
import mlx.core as mx
import mlx.nn
import numpy as np
import optax

print(" ".join(f"{name} {version(name)}" for name in ("optax", "jax", "mlx", "numpy")))
TOKENS, MASKED = 1_000, -100
logits = np.random.default_rng(0).normal(size=(4, TOKENS)).astype(np.float32)
labels = np.array([5, 17, MASKED, MASKED])
by_hand = np.log(np.exp(logits).sum(1)) - logits[np.arange(4), labels % TOKENS]
seen = {
    "optax": np.asarray(optax.softmax_cross_entropy_with_integer_labels(jnp.array(logits), jnp.array(labels))),
    "MLX": np.array(mlx.nn.losses.cross_entropy(mx.array(logits), mx.array(labels))),
}
print("by hand, -100 read as token 900:", by_hand.round(4))
for name, losses in seen.items():
    print(f"{name}: {losses.round(4)}")


def loss(weights: jax.Array) -> jax.Array:
    return optax.softmax_cross_entropy_with_integer_labels(weights, jnp.array(labels)).mean()


weights = jnp.array(logits)
for _ in range(200):
    weights -= 10 * jax.grad(loss)(weights)
likeliest = np.asarray(weights.argmax(1)).tolist()
print("likeliest tokens after 200 steps of SGD:", likeliest)
if not all(np.allclose(losses, by_hand, atol=1e-4) for losses in seen.values()):
    sys.exit("DIFFERENT from the record: both count -100 as token 900")
if likeliest != [5, 17, 900, 900]:
    sys.exit("DIFFERENT from the record: 5, 17, 900, 900")
print("as recorded")
PY
