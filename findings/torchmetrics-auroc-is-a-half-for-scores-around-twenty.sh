#!/usr/bin/env bash
# Finding: The same 2,000 scores shifted by 20: scikit-learn's AUC stays 0.861, BinaryAUROC of
#          torchmetrics is 0.5, as if the scores said nothing; the average precision falls from
#          0.871 to 0.521.
# A good guess says: adding a constant to all scores changes no AUC.
# What happens: when one score lies outside 0 to 1, all are taken for logits and go through a
#          float32 sigmoid; above 17 that is exactly 1, so that all are tied. So rewards of a reward
#          model, BM25 scores or negative log-likelihoods lose their AUC, without a word. Scores of
#          -20, where the sigmoid has digits left, keep it. Ranks, or scores less their mean, help.
# Versions: torchmetrics 1.9.0, torch 2.13.0, scikit-learn 1.9.1, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
TORCHMETRICS=${TORCHMETRICS-1.9.0}
TORCH=${TORCH-2.13.0}
SCIKIT_LEARN=${SCIKIT_LEARN-1.9.1}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "torchmetrics${TORCHMETRICS:+==$TORCHMETRICS}" \
  "torch${TORCH:+==$TORCH}" \
  "scikit-learn${SCIKIT_LEARN:+==$SCIKIT_LEARN}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import numpy as np
import torch
from sklearn.metrics import roc_auc_score
from torchmetrics.functional.classification import binary_auroc, binary_average_precision

print(" ".join(f"{name} {version(name)}" for name in ("torchmetrics", "torch", "scikit-learn", "numpy")))
random = np.random.default_rng(0)
labels = random.integers(0, 2, 2000)
scores = random.normal(0, 1, 2000) + labels * 1.5
seen = {}
for shift in (-20, 0, 10, 20, 30):
    moved = (scores + shift).astype(np.float32)
    mine, wanted = torch.tensor(moved), torch.tensor(labels)
    values = binary_auroc(mine, wanted), roc_auc_score(labels, moved), binary_average_precision(mine, wanted)
    seen[shift] = [round(float(value), 3) for value in values]
    print(f"scores {shift:+}: torchmetrics {seen[shift][0]}, scikit-learn {seen[shift][1]}; average precision of torchmetrics {seen[shift][2]}")
recorded = {-20: [0.861, 0.861, 0.871], 0: [0.861, 0.861, 0.871], 10: [0.861, 0.861, 0.87], 20: [0.5, 0.861, 0.521], 30: [0.5, 0.861, 0.521]}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
