#!/usr/bin/env bash
# Finding: chrf_score of torchmetrics gives 0.875 for a Chinese sentence against itself, 0.75 for
#          one of five characters; sacreBLEU gives 100.
# A good guess says: 1.0, as 100 in sacreBLEU: the sentences are the same.
# What happens: it is chrF++ unless told (characters up to six, words up to two): text without
#          blanks is one word, has no pair of words, and the order that does not exist counts as 0
#          in the mean over eight orders. Fewer than six characters take more off, with
#          n_word_order=0 as well and in NLTK. sacreBLEU leaves out the orders that do not exist.
#          Cut into words first, the sentence gets 1.0.
# Versions: torchmetrics 1.9.0, torch 2.13.0, sacrebleu 2.6.0, nltk 3.10.4 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
TORCHMETRICS=${TORCHMETRICS-1.9.0}
TORCH=${TORCH-2.13.0}
SACREBLEU=${SACREBLEU-2.6.0}
NLTK=${NLTK-3.10.4}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "torchmetrics${TORCHMETRICS:+==$TORCHMETRICS}" \
  "torch${TORCH:+==$TORCH}" \
  "sacrebleu${SACREBLEU:+==$SACREBLEU}" \
  "nltk${NLTK:+==$NLTK}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from nltk.translate.chrf_score import sentence_chrf
from sacrebleu.metrics import CHRF
from torchmetrics.functional.text import chrf_score

print(" ".join(f"{name} {version(name)}" for name in ("torchmetrics", "torch", "sacrebleu", "nltk")))
TEXTS = {"sentence": "大模型的推理延迟主要来自显存带宽", "cut into words": "大 模型 的 推理 延迟 主要 来自 显存 带宽", "five characters": "显存不够用", "two words": "good answer", "one word": "yes"}
seen = {}
for name, text in TEXTS.items():
    values = (
        chrf_score([text], [[text]]),
        chrf_score([text], [[text]], n_word_order=0),
        CHRF(word_order=2).sentence_score(text, [text]).score / 100,
        sentence_chrf(text, text),
    )
    seen[name] = [round(float(value), 3) for value in values]
    print(f"{name}: torchmetrics {seen[name][0]}, n_word_order=0 {seen[name][1]}, sacreBLEU chrF++ {seen[name][2]}, NLTK {seen[name][3]}")
recorded = {
    "sentence": [0.875, 1.0, 1.0, 1.0],
    "cut into words": [1.0, 1.0, 1.0, 1.0],
    "five characters": [0.75, 0.833, 1.0, 0.833],
    "two words": [1.0, 1.0, 1.0, 1.0],
    "one word": [0.5, 0.5, 1.0, 0.5],
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
