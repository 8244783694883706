#!/usr/bin/env bash
# Finding: TRL's accuracy_reward gives "The answer is 4", "答案是 4", "答案是 $4$" and "Final: $4$" nothing
#          for the gold answer 4; \boxed{4} counts, and "The answer is $4$". Where the gold answer is a bare A or 北京, every
#          completion gets None. think_format_reward gives a completion nothing whose <think> stands
#          in the prompt already.
# A good guess says: the last number of the completion is compared with 4; the gold answers A and 北京
#          are compared as text; a thought that ends with </think> is in form.
# What happens: the completion is read by math-verify without its fall-back, and for LaTeX only: what
#          stands neither in a box nor as a formula after the English "answer" is no answer. Gold answers without LaTeX and without a number cannot be read, the rows
#          are skipped (None leaves the group, so a data set of multiple choice trains nothing and
#          raises nothing); as $A$ they work. Templates that open <think> themselves leave
#          think_format_reward at 0 for all.
# Versions: trl 1.16.0, transformers 5.24.0, accelerate 1.15.0, datasets 5.2.0, torch 2.13.0,
#          math-verify 0.9.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
TRL=${TRL-1.16.0}
TRANSFORMERS=${TRANSFORMERS-5.24.0}
ACCELERATE=${ACCELERATE-1.15.0}
DATASETS=${DATASETS-5.2.0}
TORCH=${TORCH-2.13.0}
MATH_VERIFY=${MATH_VERIFY-0.9.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "trl${TRL:+==$TRL}" \
  "transformers${TRANSFORMERS:+==$TRANSFORMERS}" \
  "accelerate${ACCELERATE:+==$ACCELERATE}" \
  "datasets${DATASETS:+==$DATASETS}" \
  "torch${TORCH:+==$TORCH}" \
  "math-verify${MATH_VERIFY:+==$MATH_VERIFY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from trl.rewards import accuracy_reward, think_format_reward

print(" ".join(f"{name} {version(name)}" for name in ("trl", "math-verify", "transformers", "torch")))
ANSWERS = {
    ("4", r"\boxed{4}"): 1.0,
    ("4", "The answer is 4"): 0.0,
    ("4", "答案是 4"): 0.0,
    ("4", "答案是 $4$"): 0.0,
    ("$4$", "Final: $4$"): 0.0,
    ("4", "The answer is $4$"): 1.0,
    ("A", r"\boxed{A}"): None,
    ("北京", r"\boxed{北京}"): None,
    ("$A$", r"\boxed{A}"): 1.0,
    ("$A$", r"\boxed{B}"): 0.0,
}
THOUGHTS = {"<think>\n2+2\n</think>\n\n4": 1.0, "2+2\n</think>\n\n4": 0.0, "\n<think>\n2+2\n</think>\n\n4": 0.0}


def completion(text: str) -> list[list[dict[str, str]]]:
    return [[{"role": "assistant", "content": text}]]


seen = {(gold, text): accuracy_reward(completion(text), solution=[gold])[0] for gold, text in ANSWERS}
for (gold, text), reward in seen.items():
    print(f"gold {gold}, completion {text}: {reward}")
formed = {text: think_format_reward(completion(text))[0] for text in THOUGHTS}
for text, reward in formed.items():
    print(f"{text!r}: {reward}")
if seen != ANSWERS or formed != THOUGHTS:
    sys.exit(f"DIFFERENT from the record: {ANSWERS}, {THOUGHTS}")
print("as recorded")
PY
