#!/usr/bin/env bash
# Finding: The moving average of the same weights, decay 0.999, 1,000 steps: diffusers and torch-ema
#          are 100 steps behind, ema-pytorch 499 and torch's own AveragedModel 631.
# A good guess says: one formula, one decay, the same average: 631 steps behind everywhere (or 1,000
#          once it has settled).
# What happens: diffusers and torch-ema take min(decay, (1 + n) / (10 + n)), so the decay is 0.991
#          at step 1,000; ema-pytorch takes a copy for the first 100 steps, then averages at every
#          tenth step with a decay that grows; torch averages from the first step with the decay as
#          given.
# Versions: diffusers 0.42.1, ema-pytorch 0.8.3, torch-ema 0.3, torch 2.13.0, numpy 2.4.6 (Python
#          3.11)
# Seen: 2026-11-30
set -euo pipefail
DIFFUSERS=${DIFFUSERS-0.42.1}
EMA_PYTORCH=${EMA_PYTORCH-0.8.3}
TORCH_EMA=${TORCH_EMA-0.3}
TORCH=${TORCH-2.13.0}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "diffusers${DIFFUSERS:+==$DIFFUSERS}" \
  "ema-pytorch${EMA_PYTORCH:+==$EMA_PYTORCH}" \
  "torch-ema${TORCH_EMA:+==$TORCH_EMA}" \
  "torch${TORCH:+==$TORCH}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import torch
from diffusers.training_utils import EMAModel
from ema_pytorch import EMA
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from torch_ema import ExponentialMovingAverage

print(" ".join(f"{name} {version(name)}" for name in ("diffusers", "ema-pytorch", "torch-ema", "torch")))
DECAY = 0.999
model = torch.nn.Linear(1, 1, bias=False)
torch.nn.init.zeros_(model.weight)
by_diffusers = EMAModel(model.parameters(), decay=DECAY)
by_ema_pytorch = EMA(model, beta=DECAY)
by_torch_ema = ExponentialMovingAverage(model.parameters(), decay=DECAY)
by_torch = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(DECAY))
seen = {}
for step in range(1, 1001):
    with torch.no_grad():
        model.weight.fill_(float(step))
    by_diffusers.step(model.parameters())
    by_ema_pytorch.update()
    by_torch_ema.update()
    by_torch.update_parameters(model)
    if step in (100, 1000):
        averages = {
            "diffusers": by_diffusers.shadow_params[0],
            "torch-ema": by_torch_ema.shadow_params[0],
            "ema-pytorch": by_ema_pytorch.ema_model.weight,
            "torch": by_torch.module.weight,
        }
        seen[step] = {name: round(step - average.item()) for name, average in averages.items()}
        print(f"step {step}: steps behind:", seen[step])
recorded = {"diffusers": 100, "torch-ema": 100, "ema-pytorch": 499, "torch": 631}
if seen[1000] != recorded or seen[100] != {"diffusers": 10, "torch-ema": 10, "ema-pytorch": 9, "torch": 94}:
    sys.exit(f"DIFFERENT from the record: {recorded} at step 1,000")
print("as recorded")
PY
