#!/usr/bin/env bash
# Finding: The cache of a model with sliding_window=8 holds 7 keys after 20 tokens.
# A good guess says: 8: the window.
# What happens: transformers keeps window − 1, since the new token is the eighth;
#          get_seq_length still says 20. KV memory of a windowed layer is (W − 1) keys, of
#          a Gemma-like mix of five windowed layers and a full one 5(W − 1) + n.
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
from transformers import MistralConfig, MistralForCausalLM

print("torch", torch.__version__, "transformers", transformers.__version__)
sizes = {"vocab_size": 64, "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2}
config = MistralConfig(**sizes, num_attention_heads=4, num_key_value_heads=2, sliding_window=8)
with torch.no_grad():
    cache = MistralForCausalLM(config)(torch.arange(20)[None], use_cache=True).past_key_values
seen = (cache.layers[0].keys.shape[-2], cache.get_seq_length())
print("keys kept, tokens seen:", seen)
if seen != (7, 20):
    sys.exit("DIFFERENT from the record: 7 and 20")
print("as recorded")
PY
