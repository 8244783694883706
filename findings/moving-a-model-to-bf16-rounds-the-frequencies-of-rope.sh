#!/usr/bin/env bash
# Finding: model.to(torch.bfloat16) also rounds RoPE's frequencies (inv_freq) to bf16,
#          from_pretrained(dtype=torch.bfloat16) keeps them in float32: with the same weights the
#          angles at distance 8,000 differ by up to 3.5 radians for Llama's heads of 64, and 38 % of
#          the pairs are off by more than 0.5.
# A good guess says: both give the same model: parameters in bf16, the rotation in float32.
# What happens: inv_freq is a buffer of floats, and to(), half() and bfloat16() convert buffers too;
#          the rotation is computed in float32, but from the rounded frequencies. Llama and Qwen3
#          alike. All parameters are equal bit by bit.
# Versions: transformers 5.24.0, torch 2.13.0 (Python 3.11)
# Seen: 2026-11-30
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
from transformers import AutoModelForCausalLM, LlamaConfig, LlamaForCausalLM, Qwen3Config, Qwen3ForCausalLM

print("transformers", transformers.__version__, "torch", torch.__version__)
DISTANCE = 8_000
SIZES = dict(vocab_size=64, hidden_size=128, intermediate_size=64, num_hidden_layers=1, num_attention_heads=2, num_key_value_heads=2, max_position_embeddings=16_384)
MODELS = {"Llama": LlamaForCausalLM(LlamaConfig(**SIZES)), "Qwen3": Qwen3ForCausalLM(Qwen3Config(**SIZES, head_dim=64))}
for name, model in MODELS.items():
    model.save_pretrained(name)
    loaded = AutoModelForCausalLM.from_pretrained(name, dtype=torch.bfloat16)
    moved = AutoModelForCausalLM.from_pretrained(name, dtype=torch.float32).to(torch.bfloat16)
    equal = all(torch.equal(one, two) for one, two in zip(loaded.parameters(), moved.parameters()))
    right, rounded = loaded.model.rotary_emb.inv_freq, moved.model.rotary_emb.inv_freq
    off = (right - rounded.float()).abs() * DISTANCE
    share = (off > 0.5).float().mean().item()
    positions = torch.tensor([[DISTANCE]])
    cosines = [one.model.rotary_emb(torch.zeros(1, dtype=torch.float32), positions)[0][0, 0] for one in (loaded, moved)]
    farthest = (cosines[0] - cosines[1]).abs().max().item()
    print(f"{name}: parameters equal {equal}; inv_freq {right.dtype} and {rounded.dtype}; at {DISTANCE:,} the angles differ by up to {off.max():.2f}, {share:.0%} of {len(off)} by more than 0.5; a cosine by {farthest:.2f}")
    if not equal or (right.dtype, rounded.dtype) != (torch.float32, torch.bfloat16):
        sys.exit("DIFFERENT from the record: equal parameters, float32 and bfloat16")
    if not (off.max() > 2 and share > 0.15 and farthest > 0.5):
        sys.exit("DIFFERENT from the record: up to 3.5 radians")
print("as recorded")
PY
