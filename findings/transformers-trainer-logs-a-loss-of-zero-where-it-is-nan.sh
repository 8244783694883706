#!/usr/bin/env bash
# Finding: The Trainer of Transformers logs a loss of 0.0 from the step on where every loss is NaN
#          and all weights are NaN; the train_loss at the end is a fine 1.56.
# A good guess says: a broken run shows nan in the log.
# What happens: logging_nan_inf_filter is on by default: a NaN or infinite loss is replaced by the
#          mean of the losses since the last log, which is 0 when none was good. Only grad_norm
#          shows nan. With the filter off the loss is nan.
# Versions: transformers 5.24.0, torch 2.13.0, accelerate 1.15.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
TRANSFORMERS=${TRANSFORMERS-5.24.0}
TORCH=${TORCH-2.13.0}
ACCELERATE=${ACCELERATE-1.15.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "transformers${TRANSFORMERS:+==$TRANSFORMERS}" \
  "torch${TORCH:+==$TORCH}" \
  "accelerate${ACCELERATE:+==$ACCELERATE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import sys

os.environ["TRANSFORMERS_VERBOSITY"] = "error"
import math
from typing import Any

import torch
import transformers
from transformers import LlamaConfig, LlamaForCausalLM, Trainer, TrainingArguments

print("transformers", transformers.__version__, "torch", torch.__version__)
SIZES = dict(vocab_size=64, hidden_size=32, intermediate_size=64, num_hidden_layers=1, num_attention_heads=2, num_key_value_heads=2)
BROKEN_FROM = 7


class Breaks(LlamaForCausalLM):
    """A model whose loss is NaN from its seventh step on."""

    steps = 0

    def forward(self, input_ids: Any = None, labels: Any = None, **others: Any) -> Any:
        out = super().forward(input_ids=input_ids, labels=labels, **others)
        self.steps += 1
        if self.steps >= BROKEN_FROM:
            out.loss = out.loss * float("nan")
        return out


def trained(**settings: bool) -> tuple[list[float], list[float], float]:
    """The losses and gradients' norms of the log, and the loss said at the end."""
    torch.manual_seed(0)
    rows = [torch.randint(0, 64, (16,)) for _ in range(64)]
    model = Breaks(LlamaConfig(**SIZES))
    arguments = TrainingArguments("out", max_steps=15, logging_steps=3, per_device_train_batch_size=2, report_to=[], disable_tqdm=True, save_strategy="no", use_cpu=True, **settings)
    trainer = Trainer(model, arguments, train_dataset=[{"input_ids": row, "labels": row} for row in rows])
    trainer.train()
    if not all(torch.isnan(weight).all() for weight in model.parameters() if weight.grad is not None or weight.ndim > 1):
        sys.exit("DIFFERENT from the record: the weights are NaN at the end")
    log = trainer.state.log_history
    steps = [entry for entry in log if "loss" in entry]
    return [entry["loss"] for entry in steps], [entry["grad_norm"] for entry in steps], log[-1]["train_loss"]


losses, norms, last = trained()
print("default:", [round(loss, 2) for loss in losses], "grad_norm", [round(norm, 2) for norm in norms], f"train_loss {last:.2f}")
shown, _, shown_last = trained(logging_nan_inf_filter=False)
print("logging_nan_inf_filter=False:", [round(loss, 2) for loss in shown], "train_loss", shown_last)
if losses[2:] != [0.0] * 3 or not all(map(math.isfinite, losses)) or not 1.4 < last < 1.7:
    sys.exit("DIFFERENT from the record: 0.0 from the seventh step on, train_loss 1.6")
if not all(map(math.isnan, norms[2:] + shown[2:] + [shown_last])):
    sys.exit("DIFFERENT from the record: grad_norm is nan, and the loss without the filter")
print("as recorded")
PY
