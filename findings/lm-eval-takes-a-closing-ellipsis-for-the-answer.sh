#!/usr/bin/env bash
# Finding: The flexible-extract filter of lm-eval's gsm8k takes ... for the answer of "The answer is
#          42. Hope that helps...", and 2 for "It is 42, as shown in step 2."
# A good guess says: 42: the filter takes the last number.
# What happens: it takes the last match of two or more of the characters $ 0-9 . , or of a whole
#          number; dots alone match. 42.00 is kept as 42.00, which is not equal to 42. strict-match
#          knows only #### 42, as the five examples write it. A chat model loses points for its
#          closing words.
# Versions: lm-eval 0.4.13 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
LM_EVAL=${LM_EVAL-0.4.13}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "lm-eval${LM_EVAL:+==$LM_EVAL}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import re
import sys
from importlib.metadata import version
from pathlib import Path

import lm_eval
import yaml
from lm_eval.api.instance import Instance
from lm_eval.filters import build_filter_ensemble

print("lm-eval", version("lm-eval"))
TEXT = (Path(lm_eval.__file__).parent / "tasks" / "gsm8k" / "gsm8k.yaml").read_text("utf-8")
TASK = yaml.safe_load(re.sub(r"!function \S+", "", TEXT))
ANSWERS = {
    "#### 42": "42",
    "The answer is 42.": "42.",
    "The answer is 42. Hope that helps...": "...",
    "It is 42, as shown in step 2.": "2.",
    "The total is 42.00": "42.00",
    "答案是 42，共 42 元。": "42",
}


def extracted(name: str, steps: list[dict]) -> list[str]:
    """What a filter of the task takes from each of the answers."""
    made = build_filter_ensemble(name, [[step["function"], {key: step[key] for key in step if key != "function"}] for step in steps])
    instances = [Instance("generate_until", {}, ("", {}), number) for number in range(len(ANSWERS))]
    for instance, answer in zip(instances, ANSWERS, strict=True):
        instance.resps = [answer]
    made.apply(instances)
    return [instance.filtered_resps[name] for instance in instances]


seen = {one["name"]: extracted(one["name"], one["filter"]) for one in TASK["filter_list"]}
for answer, strict, flexible in zip(ANSWERS, seen["strict-match"], seen["flexible-extract"], strict=True):
    print(f"{answer!r}: strict-match {strict}, flexible-extract {flexible}")
if seen["flexible-extract"] != list(ANSWERS.values()) or seen["strict-match"] != ["42"] + ["[invalid]"] * (len(ANSWERS) - 1):
    sys.exit(f"DIFFERENT from the record: {list(ANSWERS.values())}")
print("as recorded")
PY
