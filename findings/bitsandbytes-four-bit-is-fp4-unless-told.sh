#!/usr/bin/env bash
# Finding: 4-bit of bitsandbytes and of BitsAndBytesConfig(load_in_4bit=True) is fp4
#          without double quantisation, not QLoRA's NF4.
# A good guess says: nf4: bitsandbytes is the library of QLoRA.
# What happens: quantize_4bit, Linear4bit and the config of transformers default to fp4,
#          computation in float32, no double quantisation. On normal weights fp4 errs by
#          12.2 %, nf4 by 9.2 %; plain Q4_0 of llama.cpp, also 4.5 bits, by 8.6 %.
# Versions: torch 2.13.0, bitsandbytes 0.50.2, gguf 0.19.0, transformers 5.24.0 (Python
#          3.11)
# Seen: 2026-11-29
set -euo pipefail
TORCH=${TORCH-2.13.0}
BITSANDBYTES=${BITSANDBYTES-0.50.2}
GGUF=${GGUF-0.19.0}
TRANSFORMERS=${TRANSFORMERS-5.24.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "torch${TORCH:+==$TORCH}" \
  "bitsandbytes${BITSANDBYTES:+==$BITSANDBYTES}" \
  "gguf${GGUF:+==$GGUF}" \
  "transformers${TRANSFORMERS:+==$TRANSFORMERS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import logging
import sys
from importlib.metadata import version

logging.disable(logging.WARNING)
import bitsandbytes
import gguf
import torch
from bitsandbytes.functional import dequantize_4bit, quantize_4bit
from transformers import BitsAndBytesConfig

for name in ("torch", "bitsandbytes", "gguf", "transformers"):
    print(name, version(name))
torch.manual_seed(0)
weights = torch.randn(1024, 1024)
kind = quantize_4bit(weights)[1].quant_type
layer = bitsandbytes.nn.Linear4bit(64, 64).weight.quant_type
config = BitsAndBytesConfig(load_in_4bit=True)
settings = (config.bnb_4bit_quant_type, config.bnb_4bit_use_double_quant, config.bnb_4bit_compute_dtype)
print("defaults:", kind, layer, settings)


def error(back) -> float:
    return round((100 * (torch.as_tensor(back) - weights).norm() / weights.norm()).item(), 1)


errors = {name: error(dequantize_4bit(*quantize_4bit(weights, quant_type=name))) for name in ("nf4", "fp4")}
q4 = gguf.GGMLQuantizationType.Q4_0
errors["Q4_0"] = error(gguf.quants.dequantize(gguf.quants.quantize(weights.numpy(), q4), q4))
print("relative error in per cent:", errors)
if (kind, layer, settings) != ("fp4", "fp4", ("fp4", False, torch.float32)) or errors != {"nf4": 9.2, "fp4": 12.2, "Q4_0": 8.6}:
    sys.exit("DIFFERENT from the record: fp4, fp4, (fp4, False, float32); 9.2, 12.2, 8.6 %")
print("as recorded")
PY
