#!/usr/bin/env bash
# Finding: LightGBM's auc and average_precision of a validation set that has no positive row are both 1.0,
#          so early stopping sees a perfect model; scikit-learn gives nan.
# A good guess says: nan, an error, or a half.
# What happens: LightGBM gives no warning, whatever it logs. The same for a set of positives
#          only. So a rare label that is missing from a small validation set, or one user's group of one
#          class, looks perfect: look at the labels' counts first.
# Versions: lightgbm 4.7.0, scikit-learn 1.9.1, numpy 2.4.6 (PyPI) (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
LIGHTGBM=${LIGHTGBM-4.7.0}
SCIKIT_LEARN=${SCIKIT_LEARN-1.9.1}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "lightgbm${LIGHTGBM:+==$LIGHTGBM}" \
  "scikit-learn${SCIKIT_LEARN:+==$SCIKIT_LEARN}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
import warnings
from importlib.metadata import version

import lightgbm
import numpy as np
from sklearn.metrics import roc_auc_score

warnings.simplefilter("ignore")
said = []


class Logger:
    """Keeps what LightGBM says; it hands its own warnings to info, with [Warning] before them."""

    def info(self, text: str) -> None:
        said.append(text)

    warning = info


lightgbm.register_logger(Logger())
print(" ".join(f"{name} {version(name)}" for name in ("lightgbm", "scikit-learn", "numpy")))
rng = np.random.default_rng(0)
features = rng.standard_normal((200, 3))
labels = (rng.random(200) < 0.1).astype(int)
seen = {}
for name, wanted in {"no positive": np.zeros(200, int), "only positives": np.ones(200, int)}.items():
    record: dict[str, dict[str, list[float]]] = {}
    train = lightgbm.Dataset(features, labels)
    test = lightgbm.Dataset(features, wanted, reference=train)
    settings = {"objective": "binary", "metric": ["auc", "average_precision"], "verbose": 1}
    lightgbm.train(settings, train, 3, valid_sets=[test], valid_names=["test"], callbacks=[lightgbm.record_evaluation(record)])
    seen[name] = {metric: values[-1] for metric, values in record["test"].items()}
    print(f"LightGBM, {name}: {seen[name]}")
try:
    sure = roc_auc_score(np.zeros(200, int), features[:, 0])
except ValueError:
    sure = float("nan")
warned = {text for text in said if "[Warning]" in text}
print("scikit-learn, no positive:", sure, "; LightGBM said", len(said), "lines, and warned:", warned)
if seen["no positive"] != {"auc": 1.0, "average_precision": 1.0} or seen["only positives"]["auc"] != 1.0 or not np.isnan(sure) or not all("No further splits" in text for text in warned) or not said:
    sys.exit("DIFFERENT from the record: LightGBM 1.0 for all without a warning of it, scikit-learn nan")
print("as recorded")
PY
