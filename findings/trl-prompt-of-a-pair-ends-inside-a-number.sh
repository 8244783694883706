#!/usr/bin/env bash
# Finding: Preference pairs of text without a prompt column: TRL takes the common beginning, letter
#          by letter, for the prompt. "The answer is 12" and "The answer is 15" have the prompt "The
#          answer is 1" and the answers "2" and "5".
# A good guess says: the prompt ends at a word ("The answer is"), or TRL asks for a prompt.
# What happens: DPOTrainer and KTOTrainer call extract_prompt on such rows: of 90 pairs of two-digit
#          numbers that differ in the last digit all are cut inside the number, "transformer" and
#          "transformers" inside the word, and an answer that continues the other leaves only the
#          last letter. The two parts are tokenized apart, so tokens come up that the text itself
#          never has. Pairs of messages are cut between messages.
# Versions: trl 1.16.0, torch 2.13.0, transformers 5.24.0, accelerate 1.15.0, datasets 5.2.0 (Python
#          3.11)
# Seen: 2026-11-30
set -euo pipefail
TRL=${TRL-1.16.0}
TORCH=${TORCH-2.13.0}
TRANSFORMERS=${TRANSFORMERS-5.24.0}
ACCELERATE=${ACCELERATE-1.15.0}
DATASETS=${DATASETS-5.2.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "trl${TRL:+==$TRL}" \
  "torch${TORCH:+==$TORCH}" \
  "transformers${TRANSFORMERS:+==$TRANSFORMERS}" \
  "accelerate${ACCELERATE:+==$ACCELERATE}" \
  "datasets${DATASETS:+==$DATASETS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import inspect
import logging
import os
import sys
from importlib.metadata import version

os.environ["TRANSFORMERS_VERBOSITY"] = "error"
logging.disable(logging.WARNING)
import trl.trainer.dpo_trainer
from trl import extract_prompt

print(" ".join(f"{name} {version(name)}" for name in ("trl", "torch", "transformers", "accelerate", "datasets")))
PAIRS = [
    ("The answer is 12", "The answer is 15"),
    ("The sky is blue.", "The sky is black."),
    ("It is a transformer", "It is a transformers"),
    ("法国的首都是巴黎。", "法国的首都是柏林。"),
]
seen = [extract_prompt({"chosen": chosen, "rejected": rejected}) for chosen, rejected in PAIRS]
for one in seen:
    print(one)
inside = 0
for tens in range(1, 10):
    for last in range(10):
        pair = {"chosen": f"共 {tens}{last} 元。", "rejected": f"共 {tens}{(last + 1) % 10} 元。"}
        inside += extract_prompt(pair)["prompt"] == f"共 {tens}"
print(f"cut inside the number: {inside} of 90 pairs")
user, good, bad = ({"role": role, "content": text} for role, text in (("user", "6+6？"), ("assistant", "12"), ("assistant", "15")))
messages = extract_prompt({"chosen": [user, good], "rejected": [user, bad]})
print("messages:", messages)
recorded = [
    ("The answer is 1", "2", "5"),
    ("The sky is bl", "ue.", "ack."),
    ("It is a transforme", "r", "rs"),
    ("法国的首都是", "巴黎。", "柏林。"),
]
if [(one["prompt"], one["chosen"], one["rejected"]) for one in seen] != recorded or inside != 90:
    sys.exit(f"DIFFERENT from the record: {recorded}, 90 of 90")
if messages != {"prompt": [user], "chosen": [good], "rejected": [bad]}:
    sys.exit("DIFFERENT from the record: messages are cut between messages")
if "map(extract_prompt" not in inspect.getsource(trl.trainer.dpo_trainer):
    sys.exit("DIFFERENT from the record: DPOTrainer maps extract_prompt over the rows")
print("as recorded")
PY
