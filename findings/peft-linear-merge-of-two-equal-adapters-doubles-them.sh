#!/usr/bin/env bash
# Finding: add_weighted_adapter with combination_type='linear' and weights 0.5 and 0.5 of
#          two equal adapters gives twice the adapter.
# A good guess says: once: half plus half.
# What happens: linear adds the A matrices and the B matrices (each times the root of its
#          weight), so the product has cross terms: 2.0 times for equal adapters, and for
#          two different ones as far from the mean of their updates as the mean is long.
#          cat and svd (the default) give 1.0, ties 0.5.
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
LORA = LoraConfig(r=4, target_modules=["q_proj"], init_lora_weights=False)


def tiny(**options) -> LlamaForCausalLM:
    torch.manual_seed(0)
    sizes = {"vocab_size": 64, "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2}
    return LlamaForCausalLM(LlamaConfig(**(sizes | {"num_attention_heads": 4, "num_key_value_heads": 2} | options))).eval()


def merged(kind: str, equal: bool) -> tuple[float, float]:
    model = get_peft_model(tiny(), LORA, adapter_name="a")
    model.add_adapter("b", LORA)
    layers = [layer.self_attn.q_proj for layer in model.base_model.model.model.layers]
    if equal:
        for layer in layers:
            layer.lora_A["b"].weight.data.copy_(layer.lora_A["a"].weight)
            layer.lora_B["b"].weight.data.copy_(layer.lora_B["a"].weight)
    density = {"density": 0.99} if kind == "ties" else {}
    model.add_weighted_adapter(["a", "b"], [0.5, 0.5], "c", combination_type=kind, **density)
    mean = (layers[0].get_delta_weight("a") + layers[0].get_delta_weight("b")) / 2
    update = layers[0].get_delta_weight("c")
    return (update.norm() / mean.norm()).item(), ((update - mean).norm() / mean.norm()).item()


seen = {kind: round(merged(kind, equal=True)[0], 1) for kind in ("linear", "cat", "svd", "ties")}
print("equal adapters, times the adapter:", seen)
apart = {kind: round(merged(kind, equal=False)[1], 2) for kind in ("linear", "cat")}
print("different adapters, distance from the mean of the updates:", apart)
if seen != {"linear": 2.0, "cat": 1.0, "svd": 1.0, "ties": 0.5} or apart["linear"] < 0.5 or apart["cat"] > 0.01:
    sys.exit("DIFFERENT from the record: 2.0, 1.0, 1.0, 0.5; about 1 and 0")
print("as recorded")
PY
