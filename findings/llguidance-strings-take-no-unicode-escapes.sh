#!/usr/bin/env bash
# Finding: Under a JSON schema of llguidance a model can't write \u7532 for 甲.
# A good guess says: any JSON string is allowed, escapes included.
# What happens: "\u7532" is refused while "甲", "a\n" and "\"" pass: printable characters
#          can only be written as themselves. A model used to ASCII-only JSON is forced
#          off its habit; maxLength counts characters, not bytes. outlines-core refuses
#          the escape too.
# Versions: llguidance 1.9.1, outlines-core 0.2.14 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
LLGUIDANCE=${LLGUIDANCE-1.9.1}
OUTLINES_CORE=${OUTLINES_CORE-0.2.14}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "llguidance${LLGUIDANCE:+==$LLGUIDANCE}" \
  "outlines-core${OUTLINES_CORE:+==$OUTLINES_CORE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import re
import sys
from importlib.metadata import version

from llguidance import LLMatcher, LLTokenizer
from outlines_core.json_schema import build_regex_from_schema

for name in ("llguidance", "outlines-core"):
    print(name, version(name))
TOKENIZER = LLTokenizer("byte")


def guided(schema: dict[str, object], text: str) -> bool:
    matcher = LLMatcher(TOKENIZER, LLMatcher.grammar_from_json_schema(json.dumps(schema)))
    ids = TOKENIZER.tokenize_str(text)
    return matcher.try_consume_tokens(ids) == len(ids) and matcher.is_accepting()


string = {"type": "string"}
pattern = build_regex_from_schema(json.dumps(string))
seen = []
for text in ('"甲"', r'"\u7532"', r'"a\n"', r'"\""'):
    json.loads(text)
    seen.append((guided(string, text), re.fullmatch(pattern, text) is not None))
    print(f"{text}: llguidance {seen[-1][0]}, outlines-core {seen[-1][1]}")
length = [guided({"type": "string", "maxLength": n}, '"注意力"') for n in (2, 3)]
print("注意力 with maxLength 2, 3:", length)
if seen != [(True, True), (False, False), (True, True), (True, True)] or length != [False, True]:
    sys.exit("DIFFERENT from the record: only the escape is refused by both, and maxLength counts characters")
print("as recorded")
PY
