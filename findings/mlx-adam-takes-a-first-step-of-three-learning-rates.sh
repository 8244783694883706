#!/usr/bin/env bash
# Finding: Adam and AdamW of MLX take a first step of 3.16 learning rates; optax's, from the same
#          gradient, one.
# A good guess says: one learning rate: with bias correction the first step of Adam is the sign of
#          the gradient.
# What happens: bias_correction is False by default, so the first step is 0.1 / sqrt(0.001) = 3.16
#          learning rates. With a constant gradient it grows to 6.5 at step 10 and is 3.2 at step
#          100, 1.26 at step 1,000; with bias_correction=True the two libraries agree. A recipe's
#          learning rate and warm-up don't carry over.
# Versions: mlx 0.32.4, optax 0.2.8, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
MLX=${MLX-0.32.4}
OPTAX=${OPTAX-0.2.8}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "mlx[cpu]${MLX:+==$MLX}" \
  "optax${OPTAX:+==$OPTAX}" \
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

print(" ".join(f"{name} {version(name)}" for name in ("mlx", "optax", "numpy")))
mx.set_default_device(mx.cpu)
RATE = 1e-3
PRINTED = (1, 10, 100, 1000)


def of_mlx(kind, **options) -> list[float]:
    """The size of some steps, in learning rates, under a gradient that is always 1."""
    optimizer, weights, steps = kind(RATE, **options), {"w": mx.zeros(4)}, []
    for step in range(1, max(PRINTED) + 1):
        after = optimizer.apply_gradients({"w": mx.ones(4)}, weights)
        if step in PRINTED:
            steps.append(round(float((weights["w"] - after["w"])[0]) / RATE, 2))
        weights = after
    return steps


def of_optax() -> list[float]:
    """The same of optax."""
    optimizer, gradient, steps = optax.adam(RATE), jnp.ones(4), []
    state = optimizer.init(jnp.zeros(4))
    for step in range(1, max(PRINTED) + 1):
        update, state = optimizer.update(gradient, state)
        if step in PRINTED:
            steps.append(round(-float(update[0]) / RATE, 2))
    return steps


seen = {
    "MLX Adam": of_mlx(mlx.optimizers.Adam),
    "MLX AdamW without decay": of_mlx(mlx.optimizers.AdamW, weight_decay=0.0),
    "MLX Adam, bias_correction=True": of_mlx(mlx.optimizers.Adam, bias_correction=True),
    "optax adam": of_optax(),
}
for name, steps in seen.items():
    print(f"{name}: steps {PRINTED} are {steps} learning rates")
plain, corrected = [3.16, 6.53, 3.24, 1.26], [1.0] * 4
if [np.allclose(steps, right, atol=0.02) for steps, right in zip(seen.values(), (plain, plain, corrected, corrected))] != [True] * 4:
    sys.exit(f"DIFFERENT from the record: {plain} in MLX, {corrected} when corrected and in optax")
print("as recorded")
PY
