#!/usr/bin/env bash
# Finding: TRL's packing with its default strategy bfd cuts every example at seq_length
#          and drops the rest: of 25 tokens 10 remain.
# A good guess says: packing keeps all tokens and splits long examples over several rows.
# What happens: bfd truncates without a warning; bfd_split and wrapped keep all 25. Long
#          documents lose most of themselves in continued pre-training through SFTTrainer.
# Versions: torch 2.13.0, transformers 5.24.0, trl 1.16.0, datasets 5.2.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
TORCH=${TORCH-2.13.0}
TRANSFORMERS=${TRANSFORMERS-5.24.0}
TRL=${TRL-1.16.0}
DATASETS=${DATASETS-5.2.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "torch${TORCH:+==$TORCH}" \
  "transformers${TRANSFORMERS:+==$TRANSFORMERS}" \
  "trl${TRL:+==$TRL}" \
  "datasets${DATASETS:+==$DATASETS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import logging
import os
import sys
from importlib.metadata import version

os.environ["TRANSFORMERS_VERBOSITY"] = "error"
logging.disable(logging.WARNING)
import datasets
from trl.data_utils import pack_dataset

datasets.disable_progress_bars()
for name in ("trl", "datasets", "transformers", "torch"):
    print(name, version(name))
example = datasets.Dataset.from_dict({"input_ids": [list(range(25))]})
seen = {"default": pack_dataset(example, seq_length=10)}
for strategy in ("bfd", "bfd_split", "wrapped"):
    seen[strategy] = pack_dataset(example, seq_length=10, strategy=strategy)
seen = {name: sum(len(row) for row in table["input_ids"]) for name, table in seen.items()}
print("tokens that remain of 25:", seen)
if seen != {"default": 10, "bfd": 10, "bfd_split": 25, "wrapped": 25}:
    sys.exit("DIFFERENT from the record: 10, 10, 25, 25")
print("as recorded")
PY
