#!/usr/bin/env bash
# Finding: the eval_loss of Transformers' Trainer hangs on the eval batch size and on the order of
#          the rows: the same model and the same 32 rows give a loss of 5.3 with one row to a batch
#          and of 9.97 with two, and 5.3 again with eight once the short answers come first.
# A good guess says: the mean over all label tokens, as in training since gradient accumulation
#          was set right: one number, 9.97, whatever the batch.
# What happens: training divides by the label tokens of the whole step, evaluation takes the mean
#          of each batch and weighs the batches by their rows. Where answers differ in length a
#          short answer counts as much as a long one in a batch of its own. exp(eval_loss) is then
#          no perplexity and two runs with other eval batch sizes cannot be compared; sum the
#          losses and the tokens oneself.
# Versions: transformers 5.24.0, torch 2.13.0, accelerate 1.15.0 (Python 3.11)
# Seen: 2026-12-01
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
import sys
import tempfile
from importlib.metadata import version

import torch
from transformers import LlamaConfig, LlamaForCausalLM, Trainer, TrainingArguments
from transformers.utils import logging

logging.set_verbosity_error()
print("transformers", version("transformers"), "torch", version("torch"))
torch.manual_seed(0)
SIZES = {"vocab_size": 64, "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 1}
model = LlamaForCausalLM(LlamaConfig(**SIZES, num_attention_heads=2, num_key_value_heads=2))
optimizer = torch.optim.AdamW(model.parameters(), 1e-2)
easy = torch.full((4, 64), 7)
for _ in range(30):  # the model learns to say 7, so the loss of the two kinds of answers is far apart
    model(input_ids=easy, labels=easy).loss.backward()
    optimizer.step()
    optimizer.zero_grad()
random = torch.Generator().manual_seed(0)
rows = []
for number in range(32):
    answer = 4 if number % 2 else 60
    ids = torch.full((64,), 7) if number % 2 else torch.randint(0, 64, (64,), generator=random)
    rows.append({"input_ids": ids, "labels": torch.cat([torch.full((64 - answer,), -100), ids[64 - answer :]])})
ordered = rows[1::2] + rows[::2]


def eval_loss(size: int, data: list[dict[str, torch.Tensor]]) -> float:
    folder = tempfile.mkdtemp(dir=".")
    arguments = TrainingArguments(folder, per_device_eval_batch_size=size, report_to="none", use_cpu=True, disable_tqdm=True)
    return round(Trainer(model, arguments, eval_dataset=data).evaluate()["eval_loss"], 1)


seen = {size: (eval_loss(size, rows), eval_loss(size, ordered)) for size in (1, 2, 8, 32)}
for size, (mixed, sorted_rows) in seen.items():
    print(f"{size} rows to an eval batch: {mixed} with the rows mixed, {sorted_rows} with the short answers first")
total, tokens = 0.0, 0
with torch.no_grad():
    for row in rows:
        count = int((row["labels"][1:] != -100).sum())
        total += float(model(input_ids=row["input_ids"][None], labels=row["labels"][None]).loss) * count
        tokens += count
print("mean over all label tokens:", round(total / tokens, 1))
if seen != {1: (5.3, 5.3), 2: (10.0, 5.3), 8: (10.0, 5.3), 32: (10.0, 10.0)} or round(total / tokens, 1) != 10.0:
    sys.exit("DIFFERENT from the record: 5.3 for batches of one or rows in order, else 10.0, the mean over the tokens 10.0")
print("as recorded")
PY
