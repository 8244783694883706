#!/usr/bin/env bash
# Finding: For a pydantic field of type set[int] (uniqueItems in the schema) XGrammar and
#          outlines-core let [1, 1] pass without a word; llguidance refuses the whole schema.
#          outlines-core ignores minimum and maximum too.
# A good guess says: constrained decoding gives only what the schema allows, or refuses the
#          schema.
# What happens: of uniqueItems, 1 to 12, and a date: llguidance obeys the last two (it knows that
#          31 February is none) and refuses the first; XGrammar obeys the range; outlines-core
#          obeys none of the three.
# Versions: xgrammar 0.2.9, llguidance 1.9.1, outlines-core 0.2.14, pydantic 2.14.4 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
XGRAMMAR=${XGRAMMAR-0.2.9}
LLGUIDANCE=${LLGUIDANCE-1.9.1}
OUTLINES_CORE=${OUTLINES_CORE-0.2.14}
PYDANTIC=${PYDANTIC-2.14.4}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "xgrammar${XGRAMMAR:+==$XGRAMMAR}" \
  "llguidance${LLGUIDANCE:+==$LLGUIDANCE}" \
  "outlines-core${OUTLINES_CORE:+==$OUTLINES_CORE}" \
  "pydantic${PYDANTIC:+==$PYDANTIC}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import re
import sys
from datetime import date
from importlib.metadata import version

import xgrammar
from llguidance import LLMatcher, LLTokenizer
from outlines_core.json_schema import build_regex_from_schema
from pydantic import TypeAdapter

print(" ".join(f"{name} {version(name)}" for name in ("xgrammar", "llguidance", "outlines-core", "pydantic")))
BYTES = LLTokenizer("byte")
END = 256
COMPILER = xgrammar.GrammarCompiler(
    xgrammar.TokenizerInfo([bytes([one]) for one in range(256)] + [b"<end>"], vocab_type=xgrammar.VocabType.RAW, stop_token_ids=[END])
)


def llguidance(schema: str, text: str) -> bool | str:
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


def outlines(schema: str, text: str) -> bool:
    """The same question to outlines-core, whose schema becomes a regular expression."""
    return bool(re.fullmatch(build_regex_from_schema(schema), text))


CASES = {
    "a set with a member twice": (set[int], "[1, 1]"),
    "13 where 1 to 12 is allowed": (dict[str, int], '{"month": 13}'),
    "31 February": (date, '"2026-02-31"'),
}
seen = {}
for name, (kind, text) in CASES.items():
    schema = TypeAdapter(kind).json_schema()
    if kind == dict[str, int]:
        month = {"type": "integer", "minimum": 1, "maximum": 12}
        schema = {"type": "object", "properties": {"month": month}, "required": ["month"], "additionalProperties": False}
    written = json.dumps(schema)
    seen[name] = (llguidance(written, text), by_xgrammar(written, text), outlines(written, text))
    print(f"{name}: llguidance {seen[name][0]}, xgrammar {seen[name][1]}, outlines-core {seen[name][2]}")
recorded = [("refused", True, True), (False, False, True), (False, True, True)]
if list(seen.values()) != recorded:
    sys.exit(f"DIFFERENT from the record: allowed or not: {recorded}")
print("as recorded")
PY
