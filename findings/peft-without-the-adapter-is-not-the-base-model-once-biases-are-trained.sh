#!/usr/bin/env bash
# Finding: With LoraConfig(bias="all") or "lora_only", PEFT's disable_adapter() does not give the
#          base model back: after five steps its logits have moved by up to 0.6.
# A good guess says: disable_adapter() takes all off that was trained; the base model answers as
#          before, so it can serve as the reference of DPO or KL.
# What happens: the biases that are trained are the base model's own, changed in place; only the two
#          LoRA matrices are switched off. Deleting the adapter or get_base_model() does not bring
#          them back either. With bias="none" the difference is exactly 0. The reference of DPO and
#          KL is the disabled adapter, so it would move along.
# Versions: peft 0.21.2, transformers 5.24.0, torch 2.13.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
PEFT=${PEFT-0.21.2}
TRANSFORMERS=${TRANSFORMERS-5.24.0}
TORCH=${TORCH-2.13.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "peft${PEFT:+==$PEFT}" \
  "transformers${TRANSFORMERS:+==$TRANSFORMERS}" \
  "torch${TORCH:+==$TORCH}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import torch
from peft import LoraConfig, get_peft_model
from transformers import LlamaConfig, LlamaForCausalLM

print(" ".join(f"{name} {version(name)}" for name in ("peft", "transformers", "torch")))
SIZES = {"vocab_size": 50, "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2}
text = torch.arange(10)[None]


def moved(bias: str) -> tuple[float, float]:
    """How far the logits are from the base model's after five steps, adapter off and on."""
    torch.manual_seed(0)
    model = LlamaForCausalLM(LlamaConfig(**SIZES, attention_bias=True))
    with torch.no_grad():
        before = model(text).logits
    trained = get_peft_model(model, LoraConfig(bias=bias, target_modules=["q_proj", "v_proj"]))
    optimizer = torch.optim.SGD([weight for weight in trained.parameters() if weight.requires_grad], lr=1.0)
    for _ in range(5):
        trained(text, labels=text).loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    with torch.no_grad():
        on = trained(text).logits
        with trained.disable_adapter():
            off = trained(text).logits
    return float((off - before).abs().max()), float((on - before).abs().max())


seen = {bias: moved(bias) for bias in ("none", "lora_only", "all")}
for bias, (off, on) in seen.items():
    print(f"bias={bias}: adapter off, logits moved by up to {off:.3f}; adapter on {on:.3f}")
if seen["none"][0] != 0 or seen["none"][1] == 0 or min(seen["lora_only"][0], seen["all"][0]) < 0.05:
    sys.exit("DIFFERENT from the record: off, none exactly 0, lora_only and all moved")
print("as recorded")
PY
