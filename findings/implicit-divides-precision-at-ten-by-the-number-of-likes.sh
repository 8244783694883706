#!/usr/bin/env bash
# Finding: implicit's precision_at_k for one held-out item per user and ten recommendations is the share of
#          users who got it, 0.56: ten times the 0.056 that hits by recommendations give.
# A good guess says: hits divided by users times ten, so at most 0.1.
# What happens: it divides by the smaller of k and the user's number of held-out items, so with one such item it
#          is recall. A figure of 0.56 stands beside 0.06 from another library on the same lists. The others
#          of ranking_metrics_at_k (map, ndcg) are as usual.
# Versions: implicit 0.7.3, scipy 1.17.1, numpy 2.4.6 (PyPI) (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
IMPLICIT=${IMPLICIT-0.7.3}
SCIPY=${SCIPY-1.17.1}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "implicit${IMPLICIT:+==$IMPLICIT}" \
  "scipy${SCIPY:+==$SCIPY}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
OPENBLAS_NUM_THREADS=1 PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import numpy as np
from implicit.evaluation import precision_at_k
from implicit.nearest_neighbours import CosineRecommender
from scipy.sparse import csr_matrix

print(" ".join(f"{name} {version(name)}" for name in ("implicit", "scipy", "numpy")))
USERS, ITEMS, K = 50, 30, 10
rng = np.random.default_rng(0)
known = (rng.random((USERS, ITEMS)) < 0.2).astype(float)
held = np.zeros_like(known)
for user in range(USERS):
    held[user, rng.choice(np.flatnonzero(known[user] == 0))] = 1
train, test = csr_matrix(known), csr_matrix(held)
model = CosineRecommender(K=20)
model.fit(train, show_progress=False)
reported = precision_at_k(model, train, test, K=K, show_progress=False)
hits = sum(held[user][model.recommend(user, train[user], N=K)[0]].sum() for user in range(USERS))
print(f"implicit: {reported:.3f}; hits by recommendations: {hits / USERS / K:.3f}; users with a hit: {hits / USERS:.3f}")
if abs(reported - hits / USERS) > 1e-9 or not 0.3 < reported < 0.8:
    sys.exit("DIFFERENT from the record: precision is the share of users with a hit, 0.56")
print("as recorded")
PY
