#!/usr/bin/env bash
# Finding: load_dataset("csv") reads the answers NA, None, null and N/A as missing.
# A good guess says: text stays text: only an empty field is missing.
# What happens: of five rows four lose their answer: the reader is pandas, whose list of missing
#          values is kept. keep_default_na=False keeps all of them.
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
import os
import sys
from pathlib import Path

os.environ["HF_DATASETS_DISABLE_PROGRESS_BARS"] = "1"

import datasets
import pandas

print("datasets", datasets.__version__, "pandas", pandas.__version__)
answers = ["NaCl", "NA", "None", "null", "N/A"]
Path("rows.csv").write_text("\n".join(["answer,number", *(f"{one},{number}" for number, one in enumerate(answers))]) + "\n")


def read(**options) -> list[str | None]:
    """The column of answers."""
    return list(datasets.load_dataset("csv", data_files="rows.csv", cache_dir="cache", split="train", **options)["answer"])


seen = {"unless told": read(), "keep_default_na=False": read(keep_default_na=False)}
for name, column in seen.items():
    print(name, column)
if seen != {"unless told": ["NaCl", None, None, None, None], "keep_default_na=False": answers}:
    sys.exit("DIFFERENT from the record: NaCl and four times None; all five")
print("as recorded")
PY
