#!/usr/bin/env bash
# Finding: With a GradScaler and clip_grad_norm_ but without unscale_, an SGD step is
#          65,536 times too small, and nothing is raised.
# A good guess says: the gradient is clipped to the wrong norm and training soon diverges
#          or raises.
# What happens: the scaled gradient of norm 196,608 is clipped to 1 and then divided by
#          65,536: the weights move by 1.5e-5 instead of 1. With AdamW the first step is
#          the same as it should be, so the mistake stays unseen.
# Versions: torch 2.13.0, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
TORCH=${TORCH-2.13.0}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "torch${TORCH:+==$TORCH}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys

import torch

print("torch", torch.__version__)


def change(optimizer, unscale: bool, **options) -> float:
    weight = torch.nn.Parameter(torch.zeros(9))
    opt = optimizer([weight], lr=1.0, **options)
    scaler = torch.amp.GradScaler("cpu")
    scaler.scale(weight.sum()).backward()
    if unscale:
        scaler.unscale_(opt)
    torch.nn.utils.clip_grad_norm_([weight], 1.0)
    scaler.step(opt)
    return weight.norm().item()


seen = {
    "SGD with unscale_": change(torch.optim.SGD, True),
    "SGD without": change(torch.optim.SGD, False),
    "AdamW with unscale_": change(torch.optim.AdamW, True),
    "AdamW without": change(torch.optim.AdamW, False),
}
print(seen)
sgd, adam = seen["SGD with unscale_"] / seen["SGD without"], seen["AdamW with unscale_"] / seen["AdamW without"]
print(f"ratio {sgd:.0f} and {adam:.3f}")
if abs(sgd / 65536 - 1) > 0.01 or abs(adam - 1) > 0.01:
    sys.exit("DIFFERENT from the record: 65536 and 1")
print("as recorded")
PY
