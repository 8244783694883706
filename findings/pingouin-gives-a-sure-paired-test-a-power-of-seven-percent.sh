#!/usr/bin/env bash
# Finding: Six benchmarks, the new model better in each by 1 to 3 points: pingouin's paired t-test
#          says p = 0.0009, and beside it effect 0.18 and power 0.065.
# A good guess says: effect and power are those of the paired test, the mean of the differences over
#          their standard deviation: 2.9 and 1.0.
# What happens: cohen_d (paired or not) is the difference over the mean spread of the scores, here
#          the spread between benchmarks; the power is then computed for a paired test with that
#          small effect. So a report that looks at power says that the test could hardly have seen
#          anything. By hand, or with statsmodels' TTestPower, the power is 1.0.
# Versions: pingouin 0.7.0, statsmodels 0.15.0, scipy 1.17.1, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
PINGOUIN=${PINGOUIN-0.7.0}
STATSMODELS=${STATSMODELS-0.15.0}
SCIPY=${SCIPY-1.17.1}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pingouin${PINGOUIN:+==$PINGOUIN}" \
  "statsmodels${STATSMODELS:+==$STATSMODELS}" \
  "scipy${SCIPY:+==$SCIPY}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import numpy as np
import pingouin
from statsmodels.stats.power import TTestPower

print(" ".join(f"{name} {version(name)}" for name in ("pingouin", "statsmodels", "scipy", "numpy")))
OLD = np.array([0.61, 0.72, 0.55, 0.80, 0.47, 0.68])
NEW = OLD + np.array([0.02, 0.03, 0.01, 0.02, 0.03, 0.02])
difference = NEW - OLD
paired = difference.mean() / difference.std(ddof=1)
test = pingouin.ttest(NEW, OLD, paired=True)
column = {name.lower().replace("-", "_"): name for name in test.columns}
seen = {name: round(float(test[column[name]].iloc[0]), 4) for name in ("p_val", "cohen_d", "power")}
seen["effect of the differences"] = round(float(paired), 2)
seen["its power"] = round(float(TTestPower().power(paired, len(OLD), 0.05)), 3)
seen["compute_effsize(paired=True)"] = round(float(pingouin.compute_effsize(NEW, OLD, paired=True)), 4)
for name, value in seen.items():
    print(f"{name}: {value}")
recorded = {"p_val": 0.0009, "cohen_d": 0.181, "power": 0.0654, "effect of the differences": 2.88, "its power": 1.0, "compute_effsize(paired=True)": 0.181}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
