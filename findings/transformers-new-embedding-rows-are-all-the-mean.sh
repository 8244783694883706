#!/usr/bin/env bash
# Finding: resize_token_embeddings of transformers fills new rows with the mean of the old
#          ones: they differ from each other by 0.003 % of an old row's spread.
# A good guess says: new rows are drawn from the normal distribution of the old ones, so
#          they spread as much.
# What happens: the covariance is multiplied by 1e-9: 64 new tokens start practically
#          equal, the same at input and (tied) output, and only training tells them apart.
# Versions: torch 2.13.0, transformers 5.24.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
TORCH=${TORCH-2.13.0}
TRANSFORMERS=${TRANSFORMERS-5.24.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "torch${TORCH:+==$TORCH}" \
  "transformers${TRANSFORMERS:+==$TRANSFORMERS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import logging
import os
import sys

os.environ["TRANSFORMERS_VERBOSITY"] = "error"
logging.disable(logging.WARNING)
import torch
import transformers
from transformers import LlamaConfig, LlamaForCausalLM

print("torch", torch.__version__, "transformers", transformers.__version__)


def tiny(**options) -> LlamaForCausalLM:
    torch.manual_seed(0)
    sizes = {"vocab_size": 64, "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2}
    return LlamaForCausalLM(LlamaConfig(**(sizes | {"num_attention_heads": 4, "num_key_value_heads": 2} | options))).eval()


model = tiny(vocab_size=2000, hidden_size=64)
old = model.get_input_embeddings().weight.data.clone()
model.resize_token_embeddings(2064)
new = model.get_input_embeddings().weight.data[2000:]
spread = (new.std(0).mean() / old.std(0).mean()).item()
distance = (new - old.mean(0)).abs().max().item()
print(f"spread of the new rows {100 * spread:.4f} % of the old; furthest from the mean {distance:.1e}, an old row {old.std().item():.3f}")
if spread > 0.001:
    sys.exit("DIFFERENT from the record: under 0.1 %")
print("as recorded")
PY
