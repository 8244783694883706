#!/usr/bin/env bash
# Finding: datasets' class_encode_column sorts the labels as text: of the ratings 1 to 10, label 0
#          is 1 and label 1 is 10, 2 becomes 2 and 9 becomes 9.
# A good guess says: whole numbers are numbered in the order of the numbers: 1 to 10 become 0 to 9,
#          as scikit-learn's LabelEncoder does.
# What happens: every value is turned into text first and the texts are sorted. With nine grades
#          nothing is to be seen; with ten, a mean error or a threshold over the labels compares 10
#          with 1. Negative numbers come in the order -1, -2, 0. Give ClassLabel(names=[...]) in the
#          order meant.
# Versions: datasets 5.2.0, scikit-learn 1.9.1 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
DATASETS=${DATASETS-5.2.0}
SCIKIT_LEARN=${SCIKIT_LEARN-1.9.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "datasets${DATASETS:+==$DATASETS}" \
  "scikit-learn${SCIKIT_LEARN:+==$SCIKIT_LEARN}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import datasets
from sklearn.preprocessing import LabelEncoder

datasets.disable_progress_bars()
print("datasets", version("datasets"), "scikit-learn", version("scikit-learn"))


def numbered(values: list[int]) -> list[int]:
    """The values in the order of their labels."""
    encoded = datasets.Dataset.from_dict({"rating": values}).class_encode_column("rating")
    assert [encoded.features["rating"].int2str(label) for label in encoded["rating"]] == [str(value) for value in values]
    return [int(name) for name in encoded.features["rating"].names]


seen = {"nine": numbered(list(range(1, 10))), "ten": numbered(list(range(1, 11))), "signed": numbered([-2, -1, 0, 1, 2])}
for name, order in seen.items():
    print(f"{name}: labels 0, 1, 2 ... are", order)
by_number = LabelEncoder().fit(list(range(1, 11))).classes_.tolist()
print("scikit-learn, ten:", by_number)
recorded = {"nine": list(range(1, 10)), "ten": [1, 10, *range(2, 10)], "signed": [-1, -2, 0, 1, 2]}
if seen != recorded or by_number != list(range(1, 11)):
    sys.exit(f"DIFFERENT from the record: {recorded}, scikit-learn by number")
print("as recorded")
PY
