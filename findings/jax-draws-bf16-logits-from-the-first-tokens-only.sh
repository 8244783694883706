#!/usr/bin/env bash
# Finding: jax.random.categorical on bf16 logits of 50,000 equally likely tokens draws numbers whose
#          mean is about 130 instead of 25,000: of 2,000 draws 99 % lie among the first 1,000
#          tokens; with float32 logits it draws from all.
# A good guess says: bf16 logits make the probabilities a little coarse; the mean is 22,000 at
#          worst.
# What happens: the Gumbel noise is drawn in the type of the logits: in bf16 it has 128 values, the
#          largest of which some hundred tokens share, and argmax takes the first of them. float16
#          is a milder case (mean about 1,000). So logits.astype(float32) before sampling.
#          torch.multinomial of bf16 probabilities draws evenly. jax.random.normal in bf16 has the
#          same 128 values, none beyond 2.9.
# Versions: jax 0.10.2, torch 2.13.0, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
JAX=${JAX-0.10.2}
TORCH=${TORCH-2.13.0}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "jax${JAX:+==$JAX}" \
  "torch${TORCH:+==$TORCH}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import jax
import jax.numpy as jnp
import numpy as np
import torch

print(" ".join(f"{name} {version(name)}" for name in ("jax", "torch", "numpy")))
TOKENS, DRAWS, PARTS = 50_000, 500, 4


def by_jax(kind: type) -> np.ndarray:
    """2,000 tokens drawn from equal logits of this type."""
    logits = jnp.zeros((DRAWS, TOKENS), kind)
    return np.concatenate([np.asarray(jax.random.categorical(jax.random.key(part), logits)) for part in range(PARTS)])


def by_torch(kind: torch.dtype) -> np.ndarray:
    torch.manual_seed(0)
    return torch.multinomial(torch.softmax(torch.zeros(TOKENS, dtype=kind), -1), DRAWS * PARTS, replacement=True).numpy()


DRAWN = {
    "jax float32": by_jax(jnp.float32),
    "jax float16": by_jax(jnp.float16),
    "jax bfloat16": by_jax(jnp.bfloat16),
    "torch bfloat16": by_torch(torch.bfloat16),
}
for name, drawn in DRAWN.items():
    first = (drawn < 1_000).mean()
    print(f"{name}: mean {drawn.mean():,.0f}, {len(np.unique(drawn)):,} different of {len(drawn):,}, {first:.1%} among the first 1,000 tokens")
normal = np.asarray(jax.random.normal(jax.random.key(0), (1_000_000,), jnp.bfloat16).astype(jnp.float32))
print(f"jax.random.normal bfloat16: {len(np.unique(normal))} different values of 1,000,000, largest {np.abs(normal).max()}")
means = {name: drawn.mean() for name, drawn in DRAWN.items()}
if means["jax bfloat16"] > 400 or (DRAWN["jax bfloat16"] < 1_000).mean() < 0.95 or means["jax float16"] > 5_000:
    sys.exit("DIFFERENT from the record: bf16 draws with mean 130, 99 % among the first 1,000; float16 with mean 1,000")
if min(means["jax float32"], means["torch bfloat16"]) < 23_000 or len(np.unique(normal)) > 200 or np.abs(normal).max() > 3:
    sys.exit("DIFFERENT from the record: float32 and torch evenly; normal in bf16 128 values up to 2.9")
print("as recorded")
PY
