#!/usr/bin/env bash
# Finding: Ten questions, four of them without any relevant document, ranked at random: XGBoost's ndcg@10
#          counts the four as 1, its 'ndcg@10-' as 0, and the two differ by exactly 0.4; LightGBM's ndcg
#          counts 1 as well, and so does map. scikit-learn's ndcg_score of such a question is 0.
# A good guess says: 0, or the question is left out.
# What happens: with no relevant document the best possible gain is 0, and 0 by 0 is set to 1: no order would
#          have been better. So a test set with many unanswered questions looks good whatever the model
#          does, and a better test set lowers the figure. In XGBoost write a minus behind the name;
#          elsewhere leave these questions out first.
# Versions: xgboost 3.2.0, lightgbm 4.7.0, scikit-learn 1.9.1, numpy 2.4.6 (PyPI) (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
XGBOOST=${XGBOOST-3.2.0}
LIGHTGBM=${LIGHTGBM-4.7.0}
SCIKIT_LEARN=${SCIKIT_LEARN-1.9.1}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "xgboost${XGBOOST:+==$XGBOOST}" \
  "lightgbm${LIGHTGBM:+==$LIGHTGBM}" \
  "scikit-learn${SCIKIT_LEARN:+==$SCIKIT_LEARN}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import lightgbm
import numpy as np
import xgboost
from sklearn.metrics import ndcg_score

print(" ".join(f"{name} {version(name)}" for name in ("xgboost", "lightgbm", "scikit-learn", "numpy")))
rng = np.random.default_rng(0)
features = rng.standard_normal((100, 3))
nothing = np.zeros(100, int)
relevant = nothing.copy()
# Six of the ten questions have one relevant document among their ten.
for question in range(6):
    relevant[question * 10 + rng.integers(10)] = 1
names = ["ndcg@10", "ndcg@10-", "map@10", "map@10-"]
questions = np.repeat(np.arange(10), 10)
train = xgboost.DMatrix(features, relevant, qid=questions)
lines: dict[str, dict[str, list[float]]] = {}
booster = {"objective": "rank:ndcg", "eval_metric": names, "seed": 0}
xgboost.train(booster, train, 1, evals=[(train, "some"), (xgboost.DMatrix(features, nothing, qid=questions), "none")], evals_result=lines, verbose_eval=False)
seen = {kind: {name: round(values[0], 4) for name, values in metrics.items()} for kind, metrics in lines.items()}
print("XGBoost, six of ten questions have an answer:", seen["some"])
print("XGBoost, none has one:", seen["none"])
record: dict[str, dict[str, list[float]]] = {}
known = lightgbm.Dataset(features, relevant, group=[10] * 10)
lightgbm.train(
    {"objective": "lambdarank", "metric": ["ndcg", "map"], "eval_at": [10], "verbose": -1},
    known,
    1,
    valid_sets=[lightgbm.Dataset(features, nothing, group=[10] * 10, reference=known)],
    valid_names=["none"],
    callbacks=[lightgbm.record_evaluation(record)],
)
light = {name: values[0] for name, values in record["none"].items()}
sure = float(ndcg_score([[0, 0, 0]], [[0.1, 0.2, 0.3]]))
print("LightGBM, none has one:", light, "scikit-learn:", sure)
differences = [round(seen["some"][name] - seen["some"][name + "-"], 3) for name in ("ndcg@10", "map@10")]
if differences != [0.4, 0.4] or list(seen["none"].values()) != [1, 0, 1, 0] or set(light.values()) != {1.0} or sure != 0:
    sys.exit("DIFFERENT from the record: differences of 0.4; 1, 0, 1, 0 where nothing is relevant; LightGBM 1, scikit-learn 0")
print("as recorded")
PY
