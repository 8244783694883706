#!/usr/bin/env bash
# Finding: Of a paragraph in which LoRA stands four times, jieba.analyse.textrank names 20 keywords without LoRA, PEFT and
#          QLoRA; extract_tags (TF-IDF) puts LoRA first.
# A good guess says: both name LoRA, the commonest word of the paragraph.
# What happens: textrank keeps only words tagged ns, n, vn and v; English words are tagged eng (and nz, nr …
#          are left out, too). allowPOS=("n", "vn", "v", "ns", "eng") names all three.
# Versions: jieba 0.42.1 (PyPI) (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
JIEBA=${JIEBA-0.42.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "jieba${JIEBA:+==$JIEBA}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import logging
import sys
from importlib.metadata import version

import jieba
import jieba.analyse

jieba.setLogLevel(logging.ERROR)
print("jieba", version("jieba"))
TEXT = (
    "LoRA 把权重的更新写成两个小矩阵的乘积，冻结原来的权重，只训练这两个小矩阵。LoRA 的秩通常取 8 或 16，秩越大参数越多。"
    "用 PEFT 库训练 LoRA，显存比全参数微调少得多；QLoRA 再把底座量化成 4 比特，显存更少。微调大模型时常用 LoRA。"
)
seen = {
    "textrank": jieba.analyse.textrank(TEXT, 20),
    "textrank with eng": jieba.analyse.textrank(TEXT, 20, allowPOS=("n", "vn", "v", "ns", "eng")),
    "extract_tags": jieba.analyse.extract_tags(TEXT, 20),
}
for name, words in seen.items():
    print(name, words[:8])
english = {name: [word for word in words if word.isascii() and word.isalpha()] for name, words in seen.items()}
print("English among 20:", english)
if english["textrank"] or len(english["textrank with eng"]) != 3 or seen["extract_tags"][0] != "LoRA":
    sys.exit("DIFFERENT from the record: none in textrank, three with eng, LoRA first in extract_tags")
print("as recorded")
PY
