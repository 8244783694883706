#!/usr/bin/env bash
# Finding: Dataset.from_list drops every key that the first row lacks, without a word.
# A good guess says: the columns are the union of the keys, with None where a row lacks one, as
#          pandas does it.
# What happens: [{'prompt': …}, {'prompt': …, 'answer': …}] has one column, prompt; pandas has
#          both. Keys of a nested object are united. from_dict with a list of rows in one column
#          keeps them.
# Versions: datasets 5.2.0, pandas 3.1.1 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
DATASETS=${DATASETS-5.2.0}
PANDAS=${PANDAS-3.1.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "datasets${DATASETS:+==$DATASETS}" \
  "pandas${PANDAS:+==$PANDAS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys

import datasets
import pandas
from datasets import Dataset

print("datasets", datasets.__version__, "pandas", pandas.__version__)
rows = [{"prompt": "一加一？"}, {"prompt": "二加二？", "answer": "四"}, {"prompt": "三加三？", "answer": "六"}]
seen = {
    "datasets": Dataset.from_list(rows).column_names,
    "datasets, nested": sorted(Dataset.from_list([{"row": row} for row in rows])[0]["row"]),
    "datasets, full row first": Dataset.from_list(rows[::-1]).column_names,
    "pandas": list(pandas.DataFrame(rows).columns),
}
for name, columns in seen.items():
    print(name, columns)
both = ["prompt", "answer"]
recorded = {"datasets": ["prompt"], "datasets, nested": sorted(both), "datasets, full row first": both, "pandas": both}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
