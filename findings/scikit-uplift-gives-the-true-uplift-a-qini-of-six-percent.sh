#!/usr/bin/env bash
# Finding: qini_auc_score of scikit-uplift gives the true uplift of every customer 0.06, uplift_auc_score
#          0.05, where a random order has 0: half the customers buy with 30 instead of 20 % when they
#          get the coupon, the others do not mind it.
# A good guess says: the truth scores near 1, at least 0.3: the score is divided by that of a perfect
#          model.
# What happens: the 'perfect' curve is drawn from the outcomes: it puts those who bought with a coupon
#          first, whom no model of the uplift can know. So 0.06 may be all there is; compare with the
#          true curve of a simulation, or with other models, never with 1. With negative_effect=False
#          the same order gets 0.5.
# Versions: scikit-uplift 0.5.1, numpy 2.4.6, scikit-learn 1.9.1 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
SCIKIT_UPLIFT=${SCIKIT_UPLIFT-0.5.1}
NUMPY=${NUMPY-2.4.6}
SCIKIT_LEARN=${SCIKIT_LEARN-1.9.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "scikit-uplift${SCIKIT_UPLIFT:+==$SCIKIT_UPLIFT}" \
  "numpy${NUMPY:+==$NUMPY}" \
  "scikit-learn${SCIKIT_LEARN:+==$SCIKIT_LEARN}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import numpy as np
from sklift.metrics import qini_auc_score, uplift_auc_score

print(" ".join(f"{name} {version(name)}" for name in ("scikit-uplift", "numpy", "scikit-learn")))
CUSTOMERS = 100_000
scores = []
for seed in range(5):
    rng = np.random.default_rng(seed)
    uplift = np.where(rng.random(CUSTOMERS) < 0.5, 0.1, 0.0)
    treated = rng.integers(0, 2, CUSTOMERS)
    bought = (rng.random(CUSTOMERS) < 0.2 + uplift * treated).astype(int)
    truth = uplift + rng.random(CUSTOMERS) * 1e-6
    guess = rng.random(CUSTOMERS)
    scores.append(
        [
            qini_auc_score(bought, truth, treated),
            uplift_auc_score(bought, truth, treated),
            qini_auc_score(bought, guess, treated),
            qini_auc_score(bought, truth, treated, negative_effect=False),
        ]
    )
seen = np.mean(scores, axis=0).tolist()
names = ("Qini AUC of the truth", "uplift AUC of the truth", "Qini AUC of a random order", "Qini AUC of the truth, negative_effect=False")
for name, score in zip(names, seen, strict=True):
    print(f"{name}: {score:.3f} (mean of {len(scores)} draws of {CUSTOMERS:,} customers)")
recorded = [0.061, 0.046, 0.0, 0.51]
if any(abs(one - other) > width for one, other, width in zip(seen, recorded, (0.01, 0.01, 0.01, 0.06), strict=True)):
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
