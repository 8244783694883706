#!/usr/bin/env bash
# Finding: a reward model of Transformers (AutoModelForSequenceClassification on a decoder) whose
#          padding token is its end token gives an answer the same score with its end token,
#          without it and with three of them: the score is read one place earlier.
# A good guess says: the score is read at the last token of the answer, the end token; an answer
#          that was cut off and one that ended get different scores.
# What happens: the head looks for the last token that is not the padding id, whatever the
#          attention mask says. With pad = eos (what one sets where a model has no padding token)
#          the end token is passed over: the score cannot tell whether the answer ended, and a
#          value trained at the end token is never read. Another padding token and the score is
#          read at the end.
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
from transformers import LlamaConfig, LlamaForSequenceClassification

print("transformers", version("transformers"), "torch", version("torch"))
END, OTHER = 2, 3
torch.manual_seed(0)
SIZES = {"vocab_size": 64, "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_labels": 1}
model = LlamaForSequenceClassification(LlamaConfig(**SIZES, num_attention_heads=2, num_key_value_heads=2, eos_token_id=END)).eval()
ANSWERS = {"cut off": [1, 5, 6, 7], "ended": [1, 5, 6, 7, END], "three ends": [1, 5, 6, 7, END, END, END]}


def scores(padding: int) -> dict[str, float]:
    model.config.pad_token_id = padding
    found = {}
    for name, ids in ANSWERS.items():
        text = torch.tensor([ids])
        with torch.no_grad():
            found[name] = round(float(model(input_ids=text, attention_mask=torch.ones_like(text)).logits), 4)
    return found


same, own = scores(END), scores(OTHER)
print("padding is the end token:", same)
print("a padding token of its own:", own)
if len(set(same.values())) != 1 or len(set(own.values())) != 3 or own["cut off"] != same["cut off"]:
    sys.exit("DIFFERENT from the record: one score for all three with pad = eos, three scores with another padding token")
print("as recorded")
PY
