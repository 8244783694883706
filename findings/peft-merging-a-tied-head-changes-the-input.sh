#!/usr/bin/env bash
# Finding: Merging LoRA on the lm_head of a model with tied embeddings rewrites the input
#          embedding too: the merged model is another model.
# A good guess says: the head is changed, or untied first; merged and unmerged outputs
#          agree.
# What happens: head and embedding stay one tensor, so the update lands in both and the
#          logits move by several units, with a warning only.
#          modules_to_save=['embed_tokens'] is the opposite: it unties without saying so
#          in the outputs.
# Versions: torch 2.13.0, transformers 5.24.0, peft 0.21.2 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
TORCH=${TORCH-2.13.0}
TRANSFORMERS=${TRANSFORMERS-5.24.0}
PEFT=${PEFT-0.21.2}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "torch${TORCH:+==$TORCH}" \
  "transformers${TRANSFORMERS:+==$TRANSFORMERS}" \
  "peft${PEFT:+==$PEFT}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import logging
import os
import sys

os.environ["TRANSFORMERS_VERBOSITY"] = "error"
logging.disable(logging.WARNING)
import torch
import peft
import transformers
from peft import LoraConfig, get_peft_model
from transformers import LlamaConfig, LlamaForCausalLM

print("torch", torch.__version__, "transformers", transformers.__version__, "peft", peft.__version__)


def tiny(**options) -> LlamaForCausalLM:
    torch.manual_seed(0)
    sizes = {"vocab_size": 64, "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2}
    return LlamaForCausalLM(LlamaConfig(**(sizes | {"num_attention_heads": 4, "num_key_value_heads": 2} | options))).eval()


def shift(tied: bool) -> tuple[float, float]:
    model = tiny(tie_word_embeddings=tied)
    embedding = model.get_input_embeddings().weight.data.clone()
    adapted = get_peft_model(model, LoraConfig(target_modules=["lm_head"], init_lora_weights=False)).eval()
    ids = torch.arange(10)[None]
    with torch.no_grad():
        before = adapted(ids).logits
        merged = adapted.merge_and_unload()
        moved = (merged.get_input_embeddings().weight - embedding).abs().max().item()
        return moved, (merged(ids).logits - before).abs().max().item()


seen = {"tied": shift(True), "untied": shift(False)}
for name, (embedding, logits) in seen.items():
    print(f"{name}: embedding moved by {embedding:.3f}, logits by {logits:.4f}")
if min(seen["tied"]) < 0.05 or max(seen["untied"]) > 0.001:
    sys.exit("DIFFERENT from the record: both move when tied, neither when untied")
print("as recorded")
PY
