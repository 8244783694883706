#!/usr/bin/env bash
# Finding: from_pretrained without dtype gives a model of the checkpoint's own type: what was
#          saved in bf16 has no float32 weights any more.
# A good guess says: parameters are float32 unless a dtype is named, as through the 4.x releases;
#          autocast then keeps master weights.
# What happens: every parameter of the loaded model is bfloat16 (float16 when saved so);
#          dtype=torch.float32 brings float32. Under autocast an AdamW step of 1e-5 then leaves
#          most weights as they were.
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
import tempfile

import torch
import transformers
from transformers import AutoModelForCausalLM, LlamaConfig, LlamaForCausalLM

print("torch", torch.__version__, "transformers", transformers.__version__)
SIZES = {"vocab_size": 64, "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2}
SIZES |= {"num_attention_heads": 4, "num_key_value_heads": 2}


def still(model) -> float:
    """The share of weights that one step of AdamW at 1e-5 leaves as they were."""
    before = [weight.detach().clone() for weight in model.parameters()]
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-5, weight_decay=0)
    ids = torch.arange(32)[None]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        model(ids, labels=ids).loss.backward()
    optimizer.step()
    same = sum((old == new).sum().item() for old, new in zip(before, model.parameters(), strict=True))
    return same / sum(weight.numel() for weight in before)


seen = {}
for saved in (torch.bfloat16, torch.float16):
    torch.manual_seed(0)
    with tempfile.TemporaryDirectory() as folder:
        LlamaForCausalLM(LlamaConfig(**SIZES)).to(saved).save_pretrained(folder)
        for asked in ({}, {"dtype": torch.float32}):
            model = AutoModelForCausalLM.from_pretrained(folder, **asked)
            seen[saved, bool(asked)] = {weight.dtype for weight in model.parameters()}, still(model)
for (saved, asked), (types, share) in seen.items():
    print(f"saved {saved}, {'float32 asked' if asked else 'nothing asked'}: {types}, {share:.0%} of the weights stay")
for saved in (torch.bfloat16, torch.float16):
    if seen[saved, False][0] != {saved} or seen[saved, True][0] != {torch.float32}:
        sys.exit("DIFFERENT from the record: the type of the checkpoint, float32 only when asked")
if not seen[torch.bfloat16, False][1] > 0.5 > seen[torch.bfloat16, True][1]:
    sys.exit("DIFFERENT from the record: in bf16 most weights stay, in float32 few")
print("as recorded")
PY
