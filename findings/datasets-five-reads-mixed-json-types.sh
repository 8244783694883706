#!/usr/bin/env bash
# Finding: datasets 5 loads a JSON Lines file whose field is a number in one line and a
#          string in another.
# A good guess says: an error about the type; nested objects get the union of their keys,
#          the missing ones None.
# What happens: such a field becomes the new Json type, and so do nested objects whose
#          keys or types differ: values come back as written, without None for missing
#          keys. from_dict still fills in None. (4.6.1 raises an error, 4.8.5 already does
#          as 5.2.0.)
# Versions: datasets 5.2.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
DATASETS=${DATASETS-5.2.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "datasets${DATASETS:+==$DATASETS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import logging
import sys
from pathlib import Path

import datasets

logging.disable(logging.CRITICAL)
datasets.disable_progress_bars()
print("datasets", datasets.__version__)
lines = ['{"id":1,"tool":null}', '{"id":"x2","tool":{"k":1}}', '{"id":3,"tool":{"k":"s","j":[1,"a"]}}']
Path("calls.jsonl").write_text("\n".join(lines) + "\n")
table = datasets.load_dataset("json", data_files="calls.jsonl", split="train", cache_dir="cache")
kinds = {name: type(kind).__name__ for name, kind in table.features.items()}
print(kinds, table[:])
made = datasets.Dataset.from_dict({"tool": [{"k": 1}, {"j": 2}]})
print("from_dict:", made[:])
seen = (kinds, table[:]["id"], table[:]["tool"], made[0]["tool"])
recorded = ({"id": "Json", "tool": "Json"}, [1, "x2", 3], [None, {"k": 1}, {"k": "s", "j": [1, "a"]}], {"k": 1, "j": None})
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
