#!/usr/bin/env bash
# Finding: mlx-lm cuts by top-p first and divides by the temperature last: with temperature 2 and
#          top_p 0.7 two of four words are left, where Transformers and vLLM leave three.
# A good guess says: temperature first, then top-p, as in Transformers and vLLM: three words, as
#          0.38 + 0.29 is below 0.7.
# What happens: make_sampler() applies top_p, min_p, XTC and top_k to the model's own probabilities
#          and only the draw divides by the temperature. So a high temperature lets no further words
#          in (milder than elsewhere), and at 0.5 words stay that elsewhere are cut. The same is
#          true of min_p.
# Versions: mlx-lm 0.32.2, mlx 0.32.4, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
MLX_LM=${MLX_LM-0.32.2}
MLX=${MLX-0.32.4}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "mlx-lm${MLX_LM:+==$MLX_LM}" \
  "mlx[cpu]${MLX:+==$MLX}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import mlx.core as mx
import numpy as np
from mlx_lm.sample_utils import make_sampler

print("mlx-lm", version("mlx-lm"), "mlx", version("mlx"))
WORDS = np.array([0.5, 0.3, 0.15, 0.05])


def drawn(**settings: float) -> list[int]:
    """The words that occur among 2,000 draws."""
    mx.random.seed(0)
    sampler = make_sampler(**settings)
    logprobs = mx.array(np.log(WORDS).astype(np.float32))[None]
    return sorted({int(sampler(logprobs)[0]) for _ in range(2000)})


def temperature_first(temperature: float, top_p: float) -> list[int]:
    """The words that are left when the temperature comes before top-p."""
    scaled = WORDS ** (1 / temperature) / np.sum(WORDS ** (1 / temperature))
    return list(range(int(np.searchsorted(np.cumsum(scaled), top_p)) + 1))


seen = {}
for temperature, top_p in ((2.0, 0.7), (0.5, 0.9)):
    seen[temperature] = (drawn(temp=temperature, top_p=top_p), temperature_first(temperature, top_p))
    print(f"temperature {temperature}, top_p {top_p}: words {seen[temperature][0]}; temperature first: {seen[temperature][1]}")
by_min_p = drawn(temp=2.0, min_p=0.25)
print("temperature 2, min_p 0.25: words", by_min_p)
if seen != {2.0: ([0, 1], [0, 1, 2]), 0.5: ([0, 1, 2], [0, 1])} or by_min_p != [0, 1, 2]:
    sys.exit("DIFFERENT from the record: two words at 2, three at 0.5; with the temperature first three and two; min_p three")
print("as recorded")
PY
