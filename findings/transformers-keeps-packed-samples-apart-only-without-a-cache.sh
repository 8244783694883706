#!/usr/bin/env bash
# Finding: two samples packed into one row, their position_ids beginning at 0 twice, are kept
#          apart by Transformers' SDPA and eager attention only with use_cache=False and without an
#          attention mask; with the default use_cache, in training mode too, or with a mask of ones
#          the second sample sees the first.
# A good guess says: without FlashAttention positions alone never separate samples; or, once the
#          mask is made from them, they always do.
# What happens: the block mask is derived from the positions where no attention_mask is given and
#          no cache exists; config.use_cache is True, so a cache is made in a plain forward and the
#          rule does not apply. No warning. Trainer and TRL switch the cache off while they train;
#          a loop of one's own and an evaluation outside do not. Compare with the sample alone.
# Versions: transformers 5.24.0, torch 2.13.0 (Python 3.11)
# Seen: 2026-12-01
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
import sys
from importlib.metadata import version

import torch
from transformers import LlamaConfig, LlamaForCausalLM

print("transformers", version("transformers"), "torch", version("torch"))
torch.manual_seed(0)
SIZES = {"vocab_size": 64, "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2}
model = LlamaForCausalLM(LlamaConfig(**SIZES, num_attention_heads=2, num_key_value_heads=2))
first, second = torch.randint(3, 64, (1, 6)), torch.randint(3, 64, (1, 6))
packed = torch.cat([first, second], 1)
places = torch.arange(6).repeat(2)[None]
HOW = {
    "as it comes": {},
    "use_cache=False": {"use_cache": False},
    "use_cache=False and a mask of ones": {"use_cache": False, "attention_mask": torch.ones_like(packed)},
}


def apart(attention: str, training: bool, how: dict[str, object]) -> bool:
    """Whether the second sample gets the logits it gets alone."""
    model.set_attn_implementation(attention)
    model.train(training)
    with torch.no_grad():
        alone = model(input_ids=second).logits
        together = model(input_ids=packed, position_ids=places, **how).logits[:, 6:]
    return bool((together - alone).abs().max() < 1e-4)


seen = {}
for name, how in HOW.items():
    seen[name] = {apart(attention, training, how) for attention in ("sdpa", "eager") for training in (False, True)}
    print(f"{name}: kept apart: {seen[name]} (sdpa and eager, training and not)")
if seen != {"as it comes": {False}, "use_cache=False": {True}, "use_cache=False and a mask of ones": {False}}:
    sys.exit("DIFFERENT from the record: kept apart with use_cache=False and no mask only")
print("as recorded")
PY
