#!/usr/bin/env bash
# Finding: For a pydantic field with pattern ^\w+$ the model cannot write 张三 under XGrammar or
#          llguidance, although pydantic itself takes 张三.
# A good guess says: \w means in the decoder what it means in pydantic (and in Python's re): 张三 is
#          allowed.
# What happens: XGrammar and llguidance read \w and \d as ASCII, as JavaScript does;
#          outlines-core hands the pattern on and takes 张三, and full-width digits for \d too.
#          Write the range, [\u4e00-\u9fff\w]+, then all agree.
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
from importlib.metadata import version

import xgrammar
from llguidance import LLMatcher, LLTokenizer
from outlines_core.json_schema import build_regex_from_schema
from pydantic import Field, TypeAdapter, ValidationError
from typing import Annotated

print(" ".join(f"{name} {version(name)}" for name in ("xgrammar", "llguidance", "outlines-core", "pydantic")))
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


def by_outlines(schema: str, text: str) -> bool:
    """The same question to outlines-core, whose schema becomes a regular expression."""
    return bool(re.fullmatch(build_regex_from_schema(schema), text))


def by_pydantic(pattern: str, text: str) -> bool:
    """Whether pydantic takes the text afterwards."""
    try:
        TypeAdapter(Annotated[str, Field(pattern=pattern)]).validate_json(text)
    except ValidationError:
        return False
    return True


CASES = [(r"^\w+$", '"zhang"'), (r"^\w+$", '"张三"'), (r"^\d+$", '"１２"'), (r"^[\u4e00-\u9fff\w]+$", '"张三"')]
seen = []
for pattern, text in CASES:
    schema = json.dumps(TypeAdapter(Annotated[str, Field(pattern=pattern)]).json_schema())
    seen.append((by_xgrammar(schema, text), by_llguidance(schema, text), by_outlines(schema, text), by_pydantic(pattern, text)))
    print(pattern, text, dict(zip(("xgrammar", "llguidance", "outlines-core", "pydantic"), seen[-1])))
recorded = [(True,) * 4, (False, False, True, True), (False, False, True, True), (True,) * 4]
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
