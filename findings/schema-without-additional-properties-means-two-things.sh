#!/usr/bin/env bash
# Finding: For one JSON schema with properties a and b, llguidance lets the model add a
#          key c, outlines-core does not.
# A good guess says: structured output means these keys and no others, in every library.
# What happens: llguidance follows the standard (additionalProperties defaults to true):
#          {"a":1,"b":2,"c":3} is accepted; the regular expression of outlines-core has
#          exactly the two keys. Both fix the order: b before a is refused.
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
SCHEMA = {"type": "object", "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}}, "required": ["a", "b"]}
TOKENIZER = LLTokenizer("byte")


def guided(text: str) -> bool:
    matcher = LLMatcher(TOKENIZER, LLMatcher.grammar_from_json_schema(json.dumps(SCHEMA)))
    ids = TOKENIZER.tokenize_str(text)
    return matcher.try_consume_tokens(ids) == len(ids) and matcher.is_accepting()


pattern = build_regex_from_schema(json.dumps(SCHEMA))
seen = {}
for text in ('{"a":1,"b":2}', '{"b":2,"a":1}', '{"a":1,"b":2,"c":3}'):
    seen[text] = (guided(text), re.fullmatch(pattern, text) is not None)
    print(f"{text}: llguidance {seen[text][0]}, outlines-core {seen[text][1]}")
recorded = [(True, True), (False, False), (True, False)]
if list(seen.values()) != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
