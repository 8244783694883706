#!/usr/bin/env bash
# Finding: Under XGrammar a field with pattern ^[a-z]+$ and maxLength 3 may become abcdef, and an
#          integer whose allOf says at least 3 and at most 5 may become 9.
# A good guess says: A decoder that obeys each of these constraints alone obeys them together.
# What happens: Alone XGrammar obeys pattern, maxLength, minimum and maximum; beside a pattern the
#          length is dropped without a word, and so are the bounds in an allOf of two parts.
#          llguidance obeys both. Write the length into the pattern, ^[a-z]{1,3}$, and the bounds
#          beside each other.
# Versions: xgrammar 0.2.9, llguidance 1.9.1 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
XGRAMMAR=${XGRAMMAR-0.2.9}
LLGUIDANCE=${LLGUIDANCE-1.9.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "xgrammar${XGRAMMAR:+==$XGRAMMAR}" \
  "llguidance${LLGUIDANCE:+==$LLGUIDANCE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import sys
from importlib.metadata import version

import xgrammar
from llguidance import LLMatcher, LLTokenizer

print(" ".join(f"{name} {version(name)}" for name in ("xgrammar", "llguidance")))
BYTES = LLTokenizer("byte")
END = 256
COMPILER = xgrammar.GrammarCompiler(
    xgrammar.TokenizerInfo([bytes([one]) for one in range(256)] + [b"<end>"], vocab_type=xgrammar.VocabType.RAW, stop_token_ids=[END])
)


def by_llguidance(schema: str, text: str) -> bool | str:
    """Whether the text may be written under the schema."""
    matcher = LLMatcher(BYTES, LLMatcher.grammar_from_json_schema(schema))
    if matcher.get_error():
        return "refused"
    tokens = BYTES.tokenize_str(text)
    if matcher.validate_tokens(tokens) < len(tokens):
        return False
    matcher.consume_tokens(tokens)
    return matcher.is_accepting()


def by_xgrammar(schema: str, text: str) -> bool:
    """The same question to XGrammar, byte by byte."""
    matcher = xgrammar.GrammarMatcher(COMPILER.compile_json_schema(schema))
    return all(matcher.accept_token(byte) for byte in text.encode()) and matcher.accept_token(END)


LENGTH = {"type": "string", "maxLength": 3}
LETTERS = {"type": "string", "pattern": "^[a-z]+$"}
LOW, HIGH = {"type": "integer", "minimum": 3}, {"type": "integer", "maximum": 5}
CASES = [
    ("maxLength alone", LENGTH, '"abcdef"'),
    ("pattern alone", LETTERS, '"12"'),
    ("both", LETTERS | LENGTH, '"abcdef"'),
    ("minimum and maximum", LOW | HIGH, "9"),
    ("the same as allOf", {"allOf": [LOW, HIGH]}, "9"),
]
seen = {}
for name, schema, text in CASES:
    written = json.dumps(schema)
    seen[name] = (by_xgrammar(written, text), by_llguidance(written, text))
    print(f"{name}, {text}: xgrammar {seen[name][0]}, llguidance {seen[name][1]}")
recorded = [(False, False), (False, False), (True, False), (False, False), (True, False)]
if list(seen.values()) != recorded:
    sys.exit(f"DIFFERENT from the record: allowed or not: {recorded}")
print("as recorded")
PY
