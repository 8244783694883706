#!/usr/bin/env bash
# Finding: find_executable_batch_size of Accelerate, which Trainer's auto_find_batch_size uses,
#          lowers the batch by a tenth at each lack of memory, not by half.
# A good guess says: 128, 64, 32: halved until it fits.
# What happens: where more than 60 does not fit it tries 128, 115, 103, 92, 82, 73, 65, 58: seven
#          failures, and a batch that is no multiple of 8.
# Versions: accelerate 1.15.0, torch 2.13.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
ACCELERATE=${ACCELERATE-1.15.0}
TORCH=${TORCH-2.13.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "accelerate${ACCELERATE:+==$ACCELERATE}" \
  "torch${TORCH:+==$TORCH}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys

import accelerate
import torch
from accelerate.utils import find_executable_batch_size

print("accelerate", accelerate.__version__, "torch", torch.__version__)
tried: list[int] = []


@find_executable_batch_size(starting_batch_size=128)
def train(batch_size: int) -> int:
    """Runs out of memory above 60, as the libraries say it."""
    tried.append(batch_size)
    if batch_size > 60:
        raise RuntimeError("CUDA out of memory.")
    return batch_size


train()
print(tried)
if tried != [128, 115, 103, 92, 82, 73, 65, 58]:
    sys.exit("DIFFERENT from the record: 128, 115, 103, 92, 82, 73, 65, 58")
print("as recorded")
PY
