#!/usr/bin/env bash
# Finding: NumPy's sum of 1,000 bfloat16 ones is 256 and their mean 0.256 with ml_dtypes' type,
#          without a warning.
# A good guess says: 1,000 and 1: float16 gives that in NumPy, and torch in both types.
# What happens: the type of ml_dtypes adds one by one in its own precision and stops at 256, where
#          the next number is 258. np.float16 adds in pairs (1,000) and averages in float32 (1.0,
#          also for 70,000 ones); torch accumulates in float32.
# Versions: ml-dtypes 0.6.0, numpy 2.4.6, torch 2.13.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
ML_DTYPES=${ML_DTYPES-0.6.0}
NUMPY=${NUMPY-2.4.6}
TORCH=${TORCH-2.13.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "ml-dtypes${ML_DTYPES:+==$ML_DTYPES}" \
  "numpy${NUMPY:+==$NUMPY}" \
  "torch${TORCH:+==$TORCH}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys

import ml_dtypes
import numpy as np
import torch

print("ml-dtypes", ml_dtypes.__version__, "numpy", np.__version__, "torch", torch.__version__)
ones = {"ml_dtypes": np.ones(1000, ml_dtypes.bfloat16), "float16": np.ones(1000, np.float16)}
seen = {name: (float(values.sum()), float(values.mean())) for name, values in ones.items()}
seen["torch"] = tuple(value.item() for value in (torch.ones(1000, dtype=torch.bfloat16).sum(), torch.ones(1000, dtype=torch.bfloat16).mean()))
print(seen)
if seen != {"ml_dtypes": (256.0, 0.255859375), "float16": (1000.0, 1.0), "torch": (1000.0, 1.0)}:
    sys.exit("DIFFERENT from the record: 256 and 0.256; 1000 and 1; 1000 and 1")
print("as recorded")
PY
