#!/usr/bin/env bash
# Finding: gradient_checkpointing_enable() no longer cuts off what is trained behind frozen
#          embeddings; torch's own checkpoint, called without use_reentrant, still does.
# A good guess says: the reentrant implementation sees an input without gradient: adapters get
#          none until enable_input_require_grads() is called.
# What happens: transformers asks for use_reentrant=False by itself, and where the reentrant kind
#          is asked for it lets the embeddings' output require a gradient: every adapter gets one.
#          A hand-written loop over torch.utils.checkpoint with its default hands back a result
#          without.
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
from torch import nn
from torch.utils.checkpoint import checkpoint
from transformers import LlamaConfig, LlamaForCausalLM

print("transformers", transformers.__version__, "torch", torch.__version__)
SIZES = {"vocab_size": 64, "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2}
SIZES |= {"num_attention_heads": 4, "num_key_value_heads": 2}


class Adapted(nn.Module):
    """A frozen layer and a low-rank one beside it."""

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__()
        self.layer = layer
        self.down, self.up = nn.Linear(layer.in_features, 2, bias=False), nn.Linear(2, layer.out_features, bias=False)

    def forward(self, x):
        return self.layer(x) + self.up(self.down(x))


def with_gradient(**options) -> str:
    """How many adapters of a model behind a frozen embedding get a gradient."""
    torch.manual_seed(0)
    model = LlamaForCausalLM(LlamaConfig(**SIZES)).requires_grad_(False)
    for layer in model.model.layers:
        layer.self_attn.q_proj = Adapted(layer.self_attn.q_proj)
    model.gradient_checkpointing_enable(**options)
    model.train()
    ids = torch.arange(10)[None]
    loss = model(ids, labels=ids).loss
    if loss.requires_grad:
        loss.backward()
    found = [layer.self_attn.q_proj.up.weight.grad is not None for layer in model.model.layers]
    return f"{sum(found)} of {len(found)}"


def by_hand(**options) -> bool:
    embedding, layer = nn.Embedding(8, 4).requires_grad_(False), nn.Linear(4, 4)
    return checkpoint(layer, embedding(torch.arange(8)), **options).requires_grad


seen = with_gradient(), by_hand(), by_hand(use_reentrant=False)
reentrant = with_gradient(gradient_checkpointing_kwargs={"use_reentrant": True})
print("adapters with a gradient:", seen[0], "(reentrant when asked:", reentrant + "); by hand:", *seen[1:])
if seen != ("2 of 2", False, True):
    sys.exit("DIFFERENT from the record: 2 of 2; by hand False, with use_reentrant=False True")
print("as recorded")
PY
