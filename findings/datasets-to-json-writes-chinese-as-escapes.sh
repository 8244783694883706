#!/usr/bin/env bash
# Finding: Dataset.to_json writes every Chinese character as \uXXXX and every / as \/, so that a
#          file of Chinese text is about twice as large and cannot be searched.
# A good guess says: UTF-8 text, as the loaders read it and as most instruction sets are
#          published.
# What happens: the writer is pandas' to_json with force_ascii left on; force_ascii=False gives
#          plain characters (the slash stays escaped). It reads back the same either way.
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
from datasets import Dataset

print("datasets", datasets.__version__, "pandas", pandas.__version__)
rows = Dataset.from_list([{"text": "分组查询注意力让多个查询头共用一组键值头", "source": "a/b"}])
rows.to_json("default.jsonl")
rows.to_json("plain.jsonl", force_ascii=False)
default, plain = (Path(name).read_text("utf-8") for name in ("default.jsonl", "plain.jsonl"))
print(default, plain)
sizes = [Path(name).stat().st_size for name in ("default.jsonl", "plain.jsonl")]
print(sizes, f"{sizes[0] / sizes[1]:.2f}")
seen = ("\\u5206" in default, "分组" in default, "分组" in plain, "a\\/b" in default)
if seen != (True, False, True, True):
    sys.exit("DIFFERENT from the record: escapes, unless force_ascii=False; the slash escaped")
print("as recorded")
PY
