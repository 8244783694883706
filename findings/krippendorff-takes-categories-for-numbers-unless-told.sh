#!/usr/bin/env bash
# Finding: Two people put 60 answers into three classes, 0, 1 and 2, where the numbers are only names: krippendorff.alpha
#          says 0.75; with level_of_measurement="nominal" it is 0.52. Calling them 2, 0 and 1 makes 0.40 of the
#          0.75 and leaves the 0.52 alone.
# A good guess says: for labels it counts agreements, whatever the labels are called.
# What happens: the default is "interval": mistaking 0 for 2 is four times as wrong as 0 for 1. Words as labels are
#          refused with it, numbers pass without a warning. scikit-learn's cohen_kappa_score takes labels for
#          labels (0.52).
# Versions: krippendorff 0.9.0, scikit-learn 1.9.1, numpy 2.4.6 (PyPI) (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
KRIPPENDORFF=${KRIPPENDORFF-0.9.0}
SCIKIT_LEARN=${SCIKIT_LEARN-1.9.1}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "krippendorff${KRIPPENDORFF:+==$KRIPPENDORFF}" \
  "scikit-learn${SCIKIT_LEARN:+==$SCIKIT_LEARN}" "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
python3 - <<'PY'
import sys
from importlib.metadata import version

import krippendorff
import numpy as np
from sklearn.metrics import cohen_kappa_score

print({name: version(name) for name in ("krippendorff", "scikit-learn", "numpy")})
# How often the first said the row and the second the column: correct, incomplete, wrong.
TABLE = [[18, 6, 0], [6, 12, 5], [0, 2, 11]]
first, second = np.array([(row, column) for row in range(3) for column in range(3) for _ in range(TABLE[row][column])]).T
renamed = np.array([2, 0, 1])
seen = {}
for name, (a, b) in {"as they are": (first, second), "renamed": (renamed[first], renamed[second])}.items():
    default, nominal = krippendorff.alpha([a, b]), krippendorff.alpha([a, b], level_of_measurement="nominal")
    seen[name] = [round(float(value), 2) for value in (default, nominal, cohen_kappa_score(a, b))]
print(len(first), "answers; default, nominal, Cohen's kappa:", seen)
if seen != {"as they are": [0.75, 0.52, 0.52], "renamed": [0.4, 0.52, 0.52]}:
    sys.exit("DIFFERENT from the record: 0.75, 0.52, 0.52; renamed 0.40, 0.52, 0.52")
print("as recorded")
PY
