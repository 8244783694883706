#!/usr/bin/env bash
# Finding: scipy.stats.bootstrap of 50 right answers out of 50 gives the interval from NaN to NaN;
#          for a system that is right in 98 %, its 95 % interval over 50 questions holds the truth
#          in about 62 % of the tests.
# A good guess says: from 1 to 1, and 80 % instead of 95: few errors make the interval a little
#          short.
# What happens: 36 % of the tests have no error at all, and from those nothing can be drawn; in the
#          others the method (BCa unless told) does hold it. percentile gives 1 to 1 for the perfect
#          score and covers no more. binomtest(50, 50).proportion_ci by Wilson says 0.929 to 1, and
#          holds the truth in 92 %.
# Versions: scipy 1.17.1, numpy 2.4.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
SCIPY=${SCIPY-1.17.1}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "scipy${SCIPY:+==$SCIPY}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
import warnings
from importlib.metadata import version

import numpy as np
from scipy.stats import binomtest, bootstrap

print(" ".join(f"{name} {version(name)}" for name in ("scipy", "numpy")))
warnings.simplefilter("ignore")
QUESTIONS, TRUTH, TESTS = 50, 0.98, 600
rng = np.random.default_rng(0)


def drawn(marks: np.ndarray, method: str) -> tuple[float, float]:
    """The 95 % interval of the share of right answers by the bootstrap."""
    interval = bootstrap((marks,), np.mean, n_resamples=999, method=method, rng=rng).confidence_interval
    return float(interval.low), float(interval.high)


def wilson(marks: np.ndarray) -> tuple[float, float]:
    interval = binomtest(int(marks.sum()), len(marks)).proportion_ci(method="wilson")
    return float(interval.low), float(interval.high)


METHODS = {"BCa": lambda marks: drawn(marks, "BCa"), "percentile": lambda marks: drawn(marks, "percentile"), "Wilson": wilson}
perfect = {name: interval(np.ones(QUESTIONS)) for name, interval in METHODS.items()}
held = dict.fromkeys(METHODS, 0)
for _ in range(TESTS):
    marks = (rng.random(QUESTIONS) < TRUTH).astype(float)
    for name, interval in METHODS.items():
        low, high = interval(marks)
        held[name] += low <= TRUTH <= high
for name in METHODS:
    print(f"{name}: {QUESTIONS} of {QUESTIONS} right gives {perfect[name]}; holds {TRUTH} in {held[name] / TESTS:.0%} of {TESTS} tests")
if not np.isnan(perfect["BCa"]).all() or perfect["percentile"] != (1.0, 1.0) or not 0.92 < perfect["Wilson"][0] < 0.94:
    sys.exit("DIFFERENT from the record: NaN by BCa, 1 to 1 by percentile, 0.929 to 1 by Wilson")
if max(held["BCa"], held["percentile"]) > 0.75 * TESTS or held["Wilson"] < 0.85 * TESTS:
    sys.exit("DIFFERENT from the record: holds the truth in 62 % (BCa, percentile) and 92 % (Wilson)")
print("as recorded")
PY
