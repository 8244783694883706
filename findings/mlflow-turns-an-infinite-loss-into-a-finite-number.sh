#!/usr/bin/env bash
# Finding: MLflow gives an infinite loss back as 1.797e+308: math.isinf finds nothing in the history
#          of the metric, and -inf is -1.797e+308. NaN stays NaN.
# A good guess says: inf is logged and inf comes back, as it does for NaN.
# What happens: the database store writes the largest float in its place. So a check of old runs for
#          diverged ones must ask for values above 1e300, not for inf.
# Versions: mlflow-skinny 3.17.2, sqlalchemy 2.1.9, alembic 1.20.1 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
MLFLOW_SKINNY=${MLFLOW_SKINNY-3.17.2}
SQLALCHEMY=${SQLALCHEMY-2.1.9}
ALEMBIC=${ALEMBIC-1.20.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "mlflow-skinny${MLFLOW_SKINNY:+==$MLFLOW_SKINNY}" \
  "sqlalchemy${SQLALCHEMY:+==$SQLALCHEMY}" \
  "alembic${ALEMBIC:+==$ALEMBIC}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import logging
import math
import os
import sys
from importlib.metadata import version

os.environ["MLFLOW_DISABLE_TELEMETRY"] = "true"
logging.disable(logging.WARNING)
import mlflow

print(" ".join(f"{name} {version(name)}" for name in ("mlflow-skinny", "sqlalchemy", "alembic")))
LOGGED = [2.5, math.inf, math.nan, -math.inf, 2.4]
mlflow.set_tracking_uri("sqlite:///runs.db")
with mlflow.start_run() as run:
    for step, loss in enumerate(LOGGED):
        mlflow.log_metric("loss", loss, step=step)
history = sorted(mlflow.MlflowClient().get_metric_history(run.info.run_id, "loss"), key=lambda metric: metric.step)
read = [metric.value for metric in history]
for logged, value in zip(LOGGED, read):
    print(f"logged {logged}, read {value}")
infinite = sum(map(math.isinf, read))
print("infinite values found:", infinite, "NaN found:", sum(map(math.isnan, read)))
largest = sys.float_info.max
if infinite or read[1] != largest or read[3] != -largest or not math.isnan(read[2]) or (read[0], read[4]) != (2.5, 2.4):
    sys.exit(f"DIFFERENT from the record: {largest} for inf, NaN kept")
print("as recorded")
PY
