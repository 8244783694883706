#!/usr/bin/env bash
# Finding: To datatrove a Chinese text of 253 characters is two words under the language zh, zho or
#          eng, and 156 under cmn_Hani; only there has it five-word shingles at all for MinHash.
# A good guess says: zh is the code for Chinese: jieba or characters.
# What happens: zh is given spaCy's tokenizer for no language in particular, zho is split at spaces;
#          cmn_Hani, the code of FineWeb 2, goes to jieba. So Gopher's rule of 50 words drops the
#          text under the other codes and a changed copy shares no shingle with it; under cmn_Hani
#          0.8 are shared, and Gopher's mean length of 3 still drops it.
# Versions: datatrove 0.10.1, spacy 3.8.18, jieba 0.42.1, regex 2026.11.19, numpy 2.4.6 (Python
#          3.11)
# Seen: 2026-11-29
set -euo pipefail
DATATROVE=${DATATROVE-0.10.1}
SPACY=${SPACY-3.8.18}
JIEBA=${JIEBA-0.42.1}
REGEX=${REGEX-2026.11.19}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "datatrove${DATATROVE:+==$DATATROVE}" \
  "spacy${SPACY:+==$SPACY}" \
  "jieba${JIEBA:+==$JIEBA}" \
  "regex${REGEX:+==$REGEX}" \
  "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import logging
import sys
from importlib.metadata import version

logging.disable(logging.CRITICAL)
from datatrove.data import Document
from datatrove.pipeline.filters import GopherQualityFilter
from datatrove.utils.word_tokenizers import load_word_tokenizer

print(" ".join(f"{name} {version(name)}" for name in ("datatrove", "spacy", "jieba", "regex", "numpy")))
TEXT = (
    "大语言模型的训练分成几个阶段。预训练阶段在海量文本上学习预测下一个词，模型由此得到语言和世界的知识。"
    "随后的指令微调让它学会按照人的要求回答问题，这一阶段的数据不多，质量却很要紧。"
    "最后是对齐阶段，用人的偏好训练奖励模型，再用强化学习调整策略。每个阶段的目标不同，数据也不同，所以评测也要分开做。"
    "很多团队在第一阶段就把大部分算力花完了，后面两个阶段的花费只占很小的一部分。"
    "但是用户真正感受到的差别，往往来自后面的两个阶段。"
    "因此，在有限的预算之内，怎样分配各个阶段的数据与算力，是一个需要反复实验才能回答的问题。"
)
COPY = TEXT.replace("海量", "大量").replace("要紧", "重要").replace("算力花完", "预算花完").replace("回答的问题", "回答的难题")


def shingles(words: list[str]) -> set[tuple[str, ...]]:
    """Five words in a row, as the MinHash of datatrove takes them."""
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


seen = {}
for language in ("eng", "zh", "zho", "cmn_Hani"):
    tokenizer = load_word_tokenizer(language)
    words = tokenizer.word_tokenize(TEXT)
    mine, other = shingles(words), shingles(tokenizer.word_tokenize(COPY))
    shared = round(len(mine & other) / max(1, len(mine | other)), 1)
    verdict = GopherQualityFilter(language=language).filter(Document(text=TEXT, id="1"))
    seen[language] = (len(words), len(mine), shared, verdict[1])
    print(f"{language}: {len(words)} words of {len(TEXT)} characters, {len(mine)} shingles, {shared} shared with the copy, Gopher {verdict[1]}")
short = (2, 0, 0.0, "gopher_short_doc")
recorded = {"eng": short, "zh": short, "zho": short, "cmn_Hani": (156, 152, 0.8, "gopher_below_avg_threshold")}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
