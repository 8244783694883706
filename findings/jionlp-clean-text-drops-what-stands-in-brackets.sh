#!/usr/bin/env bash
# Finding: jionlp.clean_text makes '损失 L 对参数求导' of '损失 L(θ) 对参数（见附录 A）求导', 'f=x^2' of 'f(x)=x^2', and drops
#          the title in 《论语》 with its brackets.
# A good guess says: it takes out markup, links and doubled characters; brackets in a sentence stay.
# What happens: remove_parentheses is on unless told otherwise and takes round, square, curly, pointed and title
#          brackets with all that is in them. So formulas, code and titles of books lose their middle.
#          clean_text(text, remove_parentheses=False) keeps them; a Greek letter becomes a space all the
#          same (remove_exception_char).
# Versions: jionlp 1.5.31 (PyPI) (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
JIONLP=${JIONLP-1.5.31}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "jionlp${JIONLP:+==$JIONLP}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import jionlp

print("jionlp", version("jionlp"))
RECORDED = {
    "损失 L(θ) 对参数（见附录 A）求导。": "损失 L 对参数求导。",
    "模型（7B）的 f(x)=x^2": "模型的 f=x^2",
    "出自《论语》的话": "出自的话",
    "取 a[i] 和 {b}": "取 a 和",
}
seen = {text: jionlp.clean_text(text) for text in RECORDED}
kept = {text: jionlp.clean_text(text, remove_parentheses=False) for text in RECORDED}
for text, cleaned in seen.items():
    print(f"{text} -> {cleaned}; remove_parentheses=False: {kept[text]}")
if {text: cleaned.strip() for text, cleaned in seen.items()} != RECORDED or any(one != text.replace("θ", " ") for text, one in kept.items()):
    sys.exit(f"DIFFERENT from the record: {RECORDED}; with remove_parentheses=False only θ is lost")
print("as recorded")
PY
