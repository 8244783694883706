#!/usr/bin/env bash
# Finding: inspect-ai's match(numeric=True) takes 答案是42 for wrong where match() takes it for right;
#          42元, 50% and \boxed{42} are wrong with it too, 答案是 42 元。 is right.
# A good guess says: numeric=True takes the last number out of the answer, so that what stands
#          around it no longer matters: 答案是42。 is right, in Chinese as in English.
# What happens: The text is split at spaces, and only a piece that is nothing but a number, with $,
#          * or punctuation around it, counts. match() without numeric compares the end: 答案是42 is
#          right, 答案是42。 wrong because the full stop of Chinese is not taken off, and 142 right for
#          42.
# Versions: inspect-ai 0.3.285 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
INSPECT_AI=${INSPECT_AI-0.3.285}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "inspect-ai${INSPECT_AI:+==$INSPECT_AI}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import asyncio
import sys
from importlib.metadata import version

from inspect_ai.model import ModelName, ModelOutput
from inspect_ai.scorer import Target, match
from inspect_ai.solver import TaskState

print("inspect-ai", version("inspect-ai"))
ANSWERS = ["答案是42", "答案是42。", "答案是 42 元。", "42元", "50%", "\\boxed{42}", "The answer is $42.", "142"]


async def score(text: str, numeric: bool) -> str:
    state = TaskState(model=ModelName("mockllm/model"), sample_id=1, epoch=1, input="6 × 7", messages=[])
    state.output = ModelOutput.from_content("mockllm/model", text)
    return (await match(numeric=numeric)(state, Target("50" if "50" in text else "42"))).value


async def main() -> dict[str, str]:
    return {text: await score(text, False) + await score(text, True) for text in ANSWERS}


seen = asyncio.run(main())
for text, (plain, numeric) in seen.items():
    print(f"{text}: match {plain}, numeric {numeric}")
recorded = ["CI", "II", "IC", "II", "CI", "CI", "CC", "CI"]
if list(seen.values()) != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
