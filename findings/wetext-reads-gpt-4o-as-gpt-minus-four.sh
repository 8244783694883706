#!/usr/bin/env bash
# Finding: wetext (the Chinese text normaliser of WeTextProcessing, for speech synthesis) turns GPT-4o into
#          'GPT负四o', top-5 into 'top负五' and Qwen2.5-7B into 'Qwen二点五减七B'; 10^9 becomes '十^九', 24/7 'twenty-four
#          sevenths'.
# A good guess says: the hyphen in a name is left out or left alone: GPT四o, Qwen二点五七B.
# What happens: its rules know a figure behind a hyphen as a negative number or a difference, and don't look at
#          the letters before it. Dates, percentages, ratios, ranges (3-5 天, 10~20 步) and telephone numbers
#          come out right. Replace the hyphen in model names by a space before it.
# Versions: wetext 0.1.8 (PyPI) (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
WETEXT=${WETEXT-0.1.8}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "wetext${WETEXT:+==$WETEXT}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from wetext import Normalizer

print("wetext", version("wetext"))
RECORDED = {
    "GPT-4o 比 GPT-3.5 好": "GPT负四o 比 GPT负三点五 好",
    "Qwen2.5-7B": "Qwen二点五减七B",
    "top-5": "top负五",
    "10^9 个": "十^九个",
    "24/7": "七分之二十四",
    "GPT 4o 比 GPT 3.5 好": "GPT 四o 比 GPT 三点五 好",
    "比分 3:2": "比分 三比二",
    "88.7%": "百分之八十八点七",
    "3-5 天": "三到五天",
    "2024-05-13": "二零二四年五月十三日",
}
normalizer = Normalizer(lang="zh", operator="tn")
seen = {text: normalizer.normalize(text) for text in RECORDED}
for text, spoken in seen.items():
    print(text, "->", spoken)
if seen != RECORDED:
    sys.exit(f"DIFFERENT from the record: {RECORDED}")
print("as recorded")
PY
