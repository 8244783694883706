#!/usr/bin/env bash
# Finding: GRPOTrainer's defaults are not GRPO's: the loss is DAPO's (all tokens of the batch
#          weigh the same), and there is no KL term.
# A good guess says: loss_type "grpo" (each answer by its own length) and beta 0.04, as in the
#          paper.
# What happens: GRPOConfig() has loss_type dapo, beta 0.0 (no reference model is held), epsilon
#          0.2, 8 answers a question; only scale_rewards="group" is the paper's.
# Versions: trl 1.16.0, transformers 5.24.0, torch 2.13.0, accelerate 1.15.0, datasets 5.2.0
#          (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
TRL=${TRL-1.16.0}
TRANSFORMERS=${TRANSFORMERS-5.24.0}
TORCH=${TORCH-2.13.0}
ACCELERATE=${ACCELERATE-1.15.0}
DATASETS=${DATASETS-5.2.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "trl${TRL:+==$TRL}" \
  "transformers${TRANSFORMERS:+==$TRANSFORMERS}" \
  "torch${TORCH:+==$TORCH}" \
  "accelerate${ACCELERATE:+==$ACCELERATE}" \
  "datasets${DATASETS:+==$DATASETS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import sys

os.environ["TRANSFORMERS_VERBOSITY"] = "error"
os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] = "1"

import torch
import transformers
import trl

print("trl", trl.__version__, "transformers", transformers.__version__, "torch", torch.__version__)
made = trl.GRPOConfig(output_dir="out", use_cpu=True, bf16=False)
names = ("loss_type", "beta", "scale_rewards", "epsilon", "num_generations", "temperature")
seen = {name: getattr(made, name) for name in names}
print(seen)
recorded = {"loss_type": "dapo", "beta": 0.0, "scale_rewards": "group", "epsilon": 0.2, "num_generations": 8}
if {name: seen[name] for name in recorded} != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
