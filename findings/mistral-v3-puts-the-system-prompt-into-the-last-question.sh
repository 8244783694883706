#!/usr/bin/env bash
# Finding: In Mistral's v2 and v3 chat format the system prompt stands in front of the
#          last user message, and so do the tools.
# A good guess says: the system prompt stands in front of the first user message, as in
#          Llama 2 and in Mistral's v1.
# What happens: v1 puts it into the first [INST], v2 and v3 into the last one (so it moves
#          each turn, and a cached prefix ends before the last question of the turn
#          before); v7 has [SYSTEM_PROMPT] at the beginning but leaves the tools before
#          the last question.
# Versions: mistral-common 1.13.1, sentencepiece 0.2.3 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
MISTRAL_COMMON=${MISTRAL_COMMON-1.13.1}
SENTENCEPIECE=${SENTENCEPIECE-0.2.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "mistral-common${MISTRAL_COMMON:+==$MISTRAL_COMMON}" \
  "sentencepiece${SENTENCEPIECE:+==$SENTENCEPIECE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from mistral_common.protocol.instruct.messages import AssistantMessage, SystemMessage, UserMessage
from mistral_common.protocol.instruct.request import ChatCompletionRequest
from mistral_common.tokens.tokenizers.mistral import MistralTokenizer

print("mistral-common", version("mistral-common"))
dialogue = [SystemMessage(content="你是客服"), UserMessage(content="问一"), AssistantMessage(content="答一"), UserMessage(content="问二")]
seen = {}
for name in ("v1", "v2", "v3", "v7"):
    tokenizer = getattr(MistralTokenizer, name)()
    text = tokenizer.encode_chat_completion(ChatCompletionRequest(messages=dialogue)).text
    seen[name] = "first" if text.index("你是客服") < text.index("问一") else "last"
    print(name, seen[name], text)
recorded = {"v1": "first", "v2": "last", "v3": "last", "v7": "first"}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
