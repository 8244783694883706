#!/usr/bin/env bash
# Finding: get_peft_model on a bf16 model makes float32 adapters; merged, the weights are bf16
#          again.
# A good guess says: the adapter has the type of the model it is put into.
# What happens: all lora_ parameters are float32 beside bfloat16 ones;
#          autocast_adapter_dtype=False leaves them bfloat16. The optimizer's states follow, so an
#          adapter costs twice what the base's type suggests.
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
from transformers import LlamaConfig, LlamaForCausalLM

print("peft", peft.__version__, "torch", torch.__version__, "transformers", transformers.__version__)
SIZES = {"vocab_size": 64, "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2}
SIZES |= {"num_attention_heads": 4, "num_key_value_heads": 2}


def types(**options):
    base = LlamaForCausalLM(LlamaConfig(**SIZES)).to(torch.bfloat16)
    model = get_peft_model(base, LoraConfig(target_modules="all-linear"), **options)
    named = list(model.named_parameters())
    adapter = {weight.dtype for name, weight in named if "lora_" in name}
    rest = {weight.dtype for name, weight in named if "lora_" not in name}
    return adapter, rest, {weight.dtype for weight in model.merge_and_unload().parameters()}


seen = {"default": types(), "autocast_adapter_dtype=False": types(autocast_adapter_dtype=False)}
for name, (adapter, rest, merged) in seen.items():
    print(f"{name}: adapter {adapter}, rest {rest}, merged {merged}")
half, full = {torch.bfloat16}, {torch.float32}
if seen != {"default": (full, half, half), "autocast_adapter_dtype=False": (half, half, half)}:
    sys.exit("DIFFERENT from the record: float32 by default, bfloat16 when told so, bfloat16 once merged")
print("as recorded")
PY
