#!/usr/bin/env bash
# Finding: TRL's trainers do not share a learning rate: SFT 2e-5, DPO and GRPO 1e-6, reward models
#          1e-4, against 5e-5 of transformers; and all of them recompute activations unless told
#          not to.
# A good guess says: 5e-5 everywhere, inherited from TrainingArguments, and
#          gradient_checkpointing=False.
# What happens: each config sets its own learning rate, and gradient_checkpointing is True in all
#          four; SFT cuts at 1,024 tokens.
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
kinds = (transformers.TrainingArguments, trl.SFTConfig, trl.DPOConfig, trl.GRPOConfig, trl.RewardConfig)
seen = {}
for kind in kinds:
    made = kind(output_dir="out", use_cpu=True, bf16=False)
    seen[kind.__name__] = made.learning_rate, made.gradient_checkpointing, getattr(made, "max_length", None)
    print(kind.__name__, *seen[kind.__name__])
rates = {name: values[0] for name, values in seen.items()}
recorded = {"TrainingArguments": 5e-5, "SFTConfig": 2e-5, "DPOConfig": 1e-6, "GRPOConfig": 1e-6, "RewardConfig": 1e-4}
if rates != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
if seen["TrainingArguments"][1] or not all(values[1] for name, values in seen.items() if name != "TrainingArguments"):
    sys.exit("DIFFERENT from the record: activations are recomputed by TRL's four, not by transformers")
print("as recorded")
PY
