#!/usr/bin/env bash
# Finding: Two judges give grades of 1 to 5, but nobody gives 3 or 4: scikit-learn's linear kappa is
#          0.571 (quadratic 0.7), and 0.438 (0.481) when labels=[1, 2, 3, 4, 5] is given. With the
#          grades as text, among them '10', a quadratic kappa of 0.89 becomes 0.24.
# A good guess says: the weights are the differences of the grades, so the unused ones and the type
#          do not matter.
# What happens: the weights are the differences of places in the sorted list of the labels that
#          occur: 2 and 5 are neighbours where there is no 3 and 4, and '10' stands before '2'. So
#          the kappas of two sets of questions cannot be compared unless labels is given.
#          krippendorff's interval alpha takes the numbers themselves and does not change.
# Versions: scikit-learn 1.9.1, krippendorff 0.9.0, numpy 2.1.3 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
SCIKIT_LEARN=${SCIKIT_LEARN-1.9.1}
KRIPPENDORFF=${KRIPPENDORFF-0.9.0}
NUMPY=${NUMPY-2.1.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "scikit-learn${SCIKIT_LEARN:+==$SCIKIT_LEARN}" \
  "krippendorff${KRIPPENDORFF:+==$KRIPPENDORFF}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import krippendorff
from sklearn.metrics import cohen_kappa_score

print(" ".join(f"{name} {version(name)}" for name in ("scikit-learn", "krippendorff", "numpy")))
ONE, OTHER = [1, 2, 5, 5, 2, 5], [1, 5, 5, 5, 2, 2]
FIRST, SECOND = [10, 9, 2, 8, 10, 7, 3, 10], [9, 9, 3, 8, 10, 8, 2, 9]


def kappa(one: list, other: list, **options) -> float:
    return round(float(cohen_kappa_score(one, other, **options)), 3)


seen = {
    "linear": kappa(ONE, OTHER, weights="linear"),
    "linear, labels 1 to 5": kappa(ONE, OTHER, weights="linear", labels=[1, 2, 3, 4, 5]),
    "quadratic": kappa(ONE, OTHER, weights="quadratic"),
    "quadratic, labels 1 to 5": kappa(ONE, OTHER, weights="quadratic", labels=[1, 2, 3, 4, 5]),
    "up to ten, numbers": kappa(FIRST, SECOND, weights="quadratic"),
    "up to ten, text": kappa([str(grade) for grade in FIRST], [str(grade) for grade in SECOND], weights="quadratic"),
    "alpha, interval": round(float(krippendorff.alpha(reliability_data=[ONE, OTHER], level_of_measurement="interval")), 3),
    "alpha, interval, domain 1 to 5": round(float(krippendorff.alpha(reliability_data=[ONE, OTHER], value_domain=[1, 2, 3, 4, 5], level_of_measurement="interval")), 3),
}
for name, value in seen.items():
    print(f"{name}: {value}")
recorded = {
    "linear": 0.571,
    "linear, labels 1 to 5": 0.438,
    "quadratic": 0.7,
    "quadratic, labels 1 to 5": 0.481,
    "up to ten, numbers": 0.894,
    "up to ten, text": 0.237,
    "alpha, interval": 0.524,
    "alpha, interval, domain 1 to 5": 0.524,
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
