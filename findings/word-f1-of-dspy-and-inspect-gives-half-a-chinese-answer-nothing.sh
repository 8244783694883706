#!/usr/bin/env bash
# Finding: the F1 of inspect-ai and of DSPy gives 大模型用低秩矩阵 for 大模型用低秩矩阵微调 nothing and low rank
#          matrices for low rank matrices tune 0.86; with a full stop 。 too many a right Chinese
#          answer gets nothing either.
# A good guess says: half right is about half, in Chinese too; punctuation is taken off before.
# What happens: both split at white space, so a Chinese answer is one word: equal or nothing. They
#          strip ASCII punctuation only (and English articles). Put spaces between the characters
#          first, or write a metric by characters.
# Versions: inspect-ai 0.3.285, dspy 3.4.1 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
INSPECT_AI=${INSPECT_AI-0.3.285}
DSPY=${DSPY-3.4.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "inspect-ai${INSPECT_AI:+==$INSPECT_AI}" \
  "dspy${DSPY:+==$DSPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import asyncio
import sys
from importlib.metadata import version

from dspy.evaluate.metrics import F1
from inspect_ai.scorer import Target, f1

print("inspect-ai", version("inspect-ai"), "dspy", version("dspy"))
PAIRS = [
    ("low rank matrices", "low rank matrices tune"),
    ("low rank matrices.", "low rank matrices"),
    ("大模型用低秩矩阵", "大模型用低秩矩阵微调"),
    ("低秩矩阵。", "低秩矩阵"),
    ("低 秩 矩 阵", "低 秩 矩 阵 微 调"),
]


class Output:
    def __init__(self, text: str) -> None:
        self.completion = text


class State:
    """As much of a task state as the scorer reads."""

    def __init__(self, text: str) -> None:
        self.output = Output(text)


seen = {}
for answer, gold in PAIRS:
    of_inspect = asyncio.run(f1()(State(answer), Target(gold))).as_float()
    seen[answer] = (round(of_inspect, 2), round(float(F1(answer, [gold])), 2))
    print(f"{answer} for {gold}: inspect {seen[answer][0]}, dspy {seen[answer][1]}")
recorded = [(0.86, 0.86), (1.0, 1.0), (0.0, 0.0), (0.0, 0.0), (0.8, 0.8)]
if list(seen.values()) != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
