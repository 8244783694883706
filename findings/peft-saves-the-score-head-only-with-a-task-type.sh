#!/usr/bin/env bash
# Finding: a classifier's new head is trained and saved by LoRA when task_type="SEQ_CLS" is given,
#          and frozen without a word when it is not.
# A good guess says: it has to be put into modules_to_save by hand in any case.
# What happens: with the task type score is wrapped in modules_to_save; without it no parameter
#          outside the adapters is trainable, so the head stays at its random start.
# Versions: peft 0.21.2, torch 2.13.0, transformers 5.24.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
PEFT=${PEFT-0.21.2}
TORCH=${TORCH-2.13.0}
TRANSFORMERS=${TRANSFORMERS-5.24.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "peft${PEFT:+==$PEFT}" \
  "torch${TORCH:+==$TORCH}" \
  "transformers${TRANSFORMERS:+==$TRANSFORMERS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import sys

os.environ["TRANSFORMERS_VERBOSITY"] = "error"
os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] = "1"

import peft
import torch
import transformers
from peft import LoraConfig, get_peft_model
from transformers import LlamaConfig, LlamaForSequenceClassification

print("peft", peft.__version__, "torch", torch.__version__, "transformers", transformers.__version__)
SIZES = {"vocab_size": 64, "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2}
SIZES |= {"num_attention_heads": 4, "num_key_value_heads": 2}


def trained(**options) -> list[str]:
    model = LlamaForSequenceClassification(LlamaConfig(**SIZES, num_labels=3))
    adapted = get_peft_model(model, LoraConfig(target_modules=["q_proj"], **options))
    return [name for name, weight in adapted.named_parameters() if weight.requires_grad and "lora_" not in name]


seen = trained(task_type="SEQ_CLS"), trained()
print("with the task type:", seen[0], "without:", seen[1])
if seen != (["base_model.model.score.modules_to_save.default.weight"], []):
    sys.exit("DIFFERENT from the record: the score head; nothing")
print("as recorded")
PY
