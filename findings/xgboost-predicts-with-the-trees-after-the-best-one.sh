#!/usr/bin/env bash
# Finding: after early stopping xgboost.train's Booster predicts with all 21 trees, a log loss of
#          0.85 where the best of them is 0.68; XGBClassifier, LightGBM's train and CatBoost
#          predict with the best. The Booster that was saved and loaded does the same.
# A good guess says: early stopping means that predictions come from the best iteration; in all
#          three libraries.
# What happens: Booster.predict's iteration_range is (0, 0), all trees; best_iteration is only
#          written down. LightGBM's Booster takes best_iteration unasked and saves only these
#          trees, CatBoost cuts the rest off, and XGBoost's scikit-learn class passes the range
#          on. With 50 rounds of patience that is 50 trees of overfitting. Say iteration_range=(0,
#          booster.best_iteration + 1), or EarlyStopping(save_best=True).
# Versions: xgboost 3.2.0, lightgbm 4.7.0, catboost 1.2.10, scikit-learn 1.9.1, numpy 2.4.6
#          (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
XGBOOST=${XGBOOST-3.2.0}
LIGHTGBM=${LIGHTGBM-4.7.0}
CATBOOST=${CATBOOST-1.2.10}
SCIKIT_LEARN=${SCIKIT_LEARN-1.9.1}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "xgboost${XGBOOST:+==$XGBOOST}" \
  "lightgbm${LIGHTGBM:+==$LIGHTGBM}" \
  "catboost${CATBOOST:+==$CATBOOST}" \
  "scikit-learn${SCIKIT_LEARN:+==$SCIKIT_LEARN}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import catboost
import lightgbm
import numpy as np
import xgboost

print(" ".join(f"{name} {version(name)}" for name in ("xgboost", "lightgbm", "catboost")))
rng = np.random.default_rng(0)
features = rng.normal(size=(400, 10))
labels = (features[:, 0] + 2 * rng.normal(size=400) > 0).astype(int)
train, valid = slice(0, 200), slice(200, 400)
truth = labels[valid]


def loss(probability: np.ndarray) -> float:
    return float(-np.mean(np.log(np.where(truth == 1, probability, 1 - probability))))


seen = {}
rows, held_out = xgboost.DMatrix(features[train], labels[train]), xgboost.DMatrix(features[valid], truth)
task = {"objective": "binary:logistic", "eval_metric": "logloss"}
booster = xgboost.train(task, rows, 500, evals=[(held_out, "valid")], early_stopping_rounds=20, verbose_eval=False)
best = booster.predict(held_out, iteration_range=(0, booster.best_iteration + 1))
seen["xgboost.train"] = (loss(booster.predict(held_out)), loss(best))
booster.save_model("booster.json")
seen["xgboost.train, saved and loaded"] = (loss(xgboost.Booster(model_file="booster.json").predict(held_out)), loss(best))
model = xgboost.XGBClassifier(n_estimators=500, early_stopping_rounds=20, eval_metric="logloss")
model.fit(features[train], labels[train], eval_set=[(features[valid], truth)], verbose=False)
seen["XGBClassifier"] = (loss(model.predict_proba(features[valid])[:, 1]), model.best_score)
data = lightgbm.Dataset(features[train], labels[train])
stop = [lightgbm.early_stopping(20, verbose=False)]
light = lightgbm.train({"objective": "binary", "verbose": -1}, data, 500, [lightgbm.Dataset(features[valid], truth)], callbacks=stop)
seen["lightgbm.train"] = (loss(light.predict(features[valid])), light.best_score["valid_0"]["binary_logloss"])
cat = catboost.CatBoostClassifier(iterations=500, early_stopping_rounds=20, verbose=0, allow_writing_files=False, random_seed=0)
cat.fit(features[train], labels[train], eval_set=(features[valid], truth))
seen["CatBoost"] = (loss(cat.predict_proba(features[valid])[:, 1]), cat.best_score_["validation"]["Logloss"])
print("best iteration of xgboost", booster.best_iteration, "of", booster.num_boosted_rounds(), "trees")
for name, (predicted, best_loss) in seen.items():
    print(f"{name}: log loss {predicted:.3f}, at the best iteration {best_loss:.3f}")
worse = {name for name, (predicted, best_loss) in seen.items() if predicted > best_loss + 1e-3}
if worse != {"xgboost.train", "xgboost.train, saved and loaded"} or [round(loss, 2) for loss in seen["xgboost.train"]] != [0.85, 0.68]:
    sys.exit("DIFFERENT from the record: 0.85 against 0.68 from xgboost's Booster, the others predict with the best")
print("as recorded")
PY
