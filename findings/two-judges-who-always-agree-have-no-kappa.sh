#!/usr/bin/env bash
# Finding: Two judges who call all 50 answers good have a Cohen's kappa of NaN by scikit-learn and
#          statsmodels; if one of them calls a single answer bad, it is 0.0.
# A good guess says: 1.0 where they agree on everything, about 0.9 with one difference in 50.
# What happens: chance would give the same agreement, so the fraction is 0/0, and one difference
#          leaves nothing above chance. krippendorff raises ValueError without value_domain and
#          gives NaN with it, 0.0 with one difference. Two bad answers that both see make it 1.0;
#          the share of equal verdicts is 100 and 98 %.
# Versions: scikit-learn 1.9.1, statsmodels 0.15.0, krippendorff 0.9.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
SCIKIT_LEARN=${SCIKIT_LEARN-1.9.1}
STATSMODELS=${STATSMODELS-0.15.0}
KRIPPENDORFF=${KRIPPENDORFF-0.9.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "scikit-learn${SCIKIT_LEARN:+==$SCIKIT_LEARN}" \
  "statsmodels${STATSMODELS:+==$STATSMODELS}" \
  "krippendorff${KRIPPENDORFF:+==$KRIPPENDORFF}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
import warnings
from importlib.metadata import version

import krippendorff
import numpy as np
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

print(" ".join(f"{name} {version(name)}" for name in ("scikit-learn", "statsmodels", "krippendorff")))
warnings.simplefilter("ignore")
GOOD = np.ones(50, int)


def with_bad(*places: int) -> np.ndarray:
    verdicts = GOOD.copy()
    verdicts[list(places)] = 0
    return verdicts


def coefficients(first: np.ndarray, second: np.ndarray) -> list[float]:
    """Share of equal verdicts, Cohen's kappa, Fleiss's kappa, Krippendorff's alpha."""
    both = np.stack([first, second])
    fleiss = fleiss_kappa(aggregate_raters(both.T, n_cat=2)[0])
    alpha = krippendorff.alpha(both, value_domain=[0, 1], level_of_measurement="nominal")
    return [round(float(one), 2) for one in ((first == second).mean(), cohen_kappa_score(first, second), fleiss, alpha)]


seen = {
    "all good": coefficients(GOOD, GOOD),
    "one of them sees one bad": coefficients(GOOD, with_bad(3)),
    "both see the same two bad": coefficients(with_bad(3, 9), with_bad(3, 9)),
}
for what, row in seen.items():
    print(f"{what}: equal {row[0]:.0%}, Cohen {row[1]}, Fleiss {row[2]}, Krippendorff {row[3]}")
try:
    refused = krippendorff.alpha(np.stack([GOOD, GOOD]), level_of_measurement="nominal")
except ValueError as error:
    refused = str(error)
print("Krippendorff without value_domain:", refused)
alike, once, both = seen.values()
if not np.isnan(alike[1:]).all() or alike[0] != 1 or once[0] != 0.98 or max(map(abs, once[1:])) > 0.02 or both != [1.0] * 4 or not isinstance(refused, str):
    sys.exit("DIFFERENT from the record: NaN, then about 0.0, then 1.0 by all three; an error without value_domain")
print("as recorded")
PY
