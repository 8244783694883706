#!/usr/bin/env bash
# Finding: torch casts 500, 10,000 and even infinity to 448 in float8_e4m3fn; ml_dtypes
#          (NumPy, JAX) gives NaN for the same numbers.
# A good guess says: NaN in both: e4m3fn has no infinity, and what doesn't fit is NaN.
# What happens: torch 2.13 saturates e4m3fn (inf too), so an overflow of a badly scaled
#          tensor is not seen; in e5m2, which has infinities, both give inf. The same
#          weights pass through one library and are NaN in the other.
# Versions: torch 2.13.0, ml-dtypes 0.6.0, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
TORCH=${TORCH-2.13.0}
ML_DTYPES=${ML_DTYPES-0.6.0}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "torch${TORCH:+==$TORCH}" \
  "ml-dtypes${ML_DTYPES:+==$ML_DTYPES}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import ml_dtypes
import numpy as np
import torch

for name in ("torch", "ml-dtypes"):
    print(name, version(name))
values = np.array([448, 464, 465, 500, 1e4, np.inf], np.float32)
seen = {
    "torch e4m3fn": torch.tensor(values).to(torch.float8_e4m3fn).float().tolist(),
    "ml_dtypes e4m3fn": values.astype(ml_dtypes.float8_e4m3fn).astype(np.float32).tolist(),
    "torch e5m2 of 1e6": torch.tensor(1e6).to(torch.float8_e5m2).float().item(),
    "ml_dtypes e5m2 of 1e6": float(np.float32(1e6).astype(ml_dtypes.float8_e5m2)),
}
for name, value in seen.items():
    print(name, value)
recorded = ["[448.0, 448.0, 448.0, 448.0, 448.0, 448.0]", "[448.0, 448.0, nan, nan, nan, nan]", "inf", "inf"]
if [str(value) for value in seen.values()] != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
