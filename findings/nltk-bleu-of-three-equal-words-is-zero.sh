#!/usr/bin/env bash
# Finding: NLTK's sentence_bleu gives two equal texts of three words (or two) a BLEU of 10^-77; of
#          four words, 1.
# A good guess says: 1.0: the two texts are the same; at worst the missing four-grams are left
#          out.
# What happens: the missing four-grams count as precision 2.2e-308, whose fourth root is left; a
#          warning is printed. 大 / 模型 / 面试: 1.2e-77; 今天 / 天气 / 很 / 好: 1.0. Handing over the two
#          texts as plain strings counts characters.
# Versions: nltk 3.10.4 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
NLTK=${NLTK-3.10.4}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "nltk${NLTK:+==$NLTK}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys

import nltk
from nltk.translate.bleu_score import SmoothingFunction, sentence_bleu

print("nltk", nltk.__version__)
texts = {"three words": "大 模型 面试".split(), "four words": "今天 天气 很 好".split(), "a string of six": "今天天气很好"}
seen = {name: sentence_bleu([text], text) for name, text in texts.items()}
three = texts["three words"]
seen["three words, method1"] = sentence_bleu([three], three, smoothing_function=SmoothingFunction().method1)
for name, score in seen.items():
    print(name, score)
ones = [name for name, score in seen.items() if abs(score - 1) < 1e-9]
if not 0 < seen["three words"] < 1e-70 or ones != ["four words", "a string of six"]:
    sys.exit("DIFFERENT from the record: 1.2e-77, 1, 1; smoothed 0.56")
print("as recorded")
PY
