#!/usr/bin/env bash
# Finding: do_sample=True alone draws from 50 tokens, whatever the temperature;
#          generation_config.top_k says None.
# A good guess says: with nothing else set one samples from the whole distribution; a high
#          temperature reaches every token.
# What happens: 4,000 draws of one next token from a vocabulary of 1,000 give 50 different ones,
#          also at temperature 5; top_k=0 gives nearly all. The 50 is filled in inside generate
#          and stands nowhere in the model's own settings.
# Versions: transformers 5.24.0, torch 2.13.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
TRANSFORMERS=${TRANSFORMERS-5.24.0}
TORCH=${TORCH-2.13.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "transformers${TRANSFORMERS:+==$TRANSFORMERS}" \
  "torch${TORCH:+==$TORCH}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import sys

os.environ["TRANSFORMERS_VERBOSITY"] = "error"
os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] = "1"

import torch
import transformers
from transformers import LlamaConfig, LlamaForCausalLM

print("transformers", transformers.__version__, "torch", torch.__version__)
torch.manual_seed(0)
sizes = {"vocab_size": 1000, "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 1}
model = LlamaForCausalLM(LlamaConfig(**sizes, num_attention_heads=4, num_key_value_heads=2)).eval()


def different(**options) -> int:
    """How many different tokens 4,000 draws of the same next token give."""
    drawn = model.generate(
        torch.ones(4000, 1, dtype=torch.long), do_sample=True, max_new_tokens=1, eos_token_id=None, pad_token_id=0, **options
    )
    return drawn[:, 1].unique().numel()


seen = {"nothing else": different(), "temperature=5": different(temperature=5.0), "top_k=0": different(top_k=0)}
print(seen, "top_k of the model's settings:", model.generation_config.top_k)
if (seen["nothing else"], seen["temperature=5"]) != (50, 50) or seen["top_k=0"] < 900:
    sys.exit("DIFFERENT from the record: 50, 50, over 900")
print("as recorded")
PY
