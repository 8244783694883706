#!/usr/bin/env bash
# Finding: On 100 rows of which 95 are class 0, a model that always says 0 has an accuracy of 0.95
#          by torchmetrics.Accuracy(task="multiclass") and of 0.33 by torchmetrics'
#          MulticlassAccuracy; F1Score and MulticlassF1Score say 0.95 and 0.32.
# A good guess says: two names of the same thing: 0.95; and F1Score is averaged over the classes as
#          in scikit-learn's macro.
# What happens: Accuracy and F1Score average "micro", the classes named Multiclass... average
#          "macro" (and so do the functions multiclass_...), so MulticlassAccuracy is the mean
#          recall and F1Score is the accuracy under another name. Write average= each time.
# Versions: torchmetrics 1.9.0, torch 2.13.0, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
TORCHMETRICS=${TORCHMETRICS-1.9.0}
TORCH=${TORCH-2.13.0}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "torchmetrics${TORCHMETRICS:+==$TORCHMETRICS}" \
  "torch${TORCH:+==$TORCH}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import torch
import torchmetrics
from torchmetrics.classification import MulticlassAccuracy, MulticlassF1Score

print("torchmetrics", version("torchmetrics"), "torch", version("torch"))
truth = torch.tensor([0] * 95 + [1] * 3 + [2] * 2)
guess = torch.zeros(100, dtype=torch.int64)
METRICS = {
    "Accuracy": torchmetrics.Accuracy(task="multiclass", num_classes=3),
    "MulticlassAccuracy": MulticlassAccuracy(num_classes=3),
    "F1Score": torchmetrics.F1Score(task="multiclass", num_classes=3),
    "MulticlassF1Score": MulticlassF1Score(num_classes=3),
}
seen = {name: round(float(metric(guess, truth)), 2) for name, metric in METRICS.items()}
print(seen)
if seen != {"Accuracy": 0.95, "MulticlassAccuracy": 0.33, "F1Score": 0.95, "MulticlassF1Score": 0.32}:
    sys.exit("DIFFERENT from the record: 0.95, 0.33, 0.95 and 0.32")
print("as recorded")
PY
