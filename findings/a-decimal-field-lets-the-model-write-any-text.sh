#!/usr/bin/env bash
# Finding: A pydantic field price: Decimal becomes number or string in the JSON schema, without a
#          pattern: XGrammar, llguidance and outlines-core let the model write "about 12", which
#          pydantic then refuses.
# A good guess says: a number or a string of digits: the schema has a pattern for the string.
# What happens: the schema is anyOf number, string; all three accept "about 12", "." and "". date is
#          better: all three keep the month to 12, llguidance also refuses 2026-02-30. datetime:
#          XGrammar and llguidance want an offset, so the model cannot write the local time that
#          pydantic itself would accept.
# Versions: pydantic 2.14.4, xgrammar 0.2.9, llguidance 1.9.1, outlines-core 0.2.14 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
PYDANTIC=${PYDANTIC-2.14.4}
XGRAMMAR=${XGRAMMAR-0.2.9}
LLGUIDANCE=${LLGUIDANCE-1.9.1}
OUTLINES_CORE=${OUTLINES_CORE-0.2.14}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pydantic${PYDANTIC:+==$PYDANTIC}" \
  "xgrammar${XGRAMMAR:+==$XGRAMMAR}" \
  "llguidance${LLGUIDANCE:+==$LLGUIDANCE}" \
  "outlines-core${OUTLINES_CORE:+==$OUTLINES_CORE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import re
import sys
from datetime import date, datetime
from decimal import Decimal
from importlib.metadata import version

import xgrammar
from llguidance import LLMatcher, LLTokenizer, TokenizerWrapper
from outlines_core.json_schema import build_regex_from_schema
from pydantic import TypeAdapter, ValidationError

print(" ".join(f"{name} {version(name)}" for name in ("pydantic", "xgrammar", "llguidance", "outlines-core")))
END = 256
VOCABULARY = [bytes([number]) for number in range(END)] + [b"<end>"]


class Bytes:
    """A tokenizer with one token for each byte."""

    eos_token_id = END
    bos_token_id = None
    tokens = VOCABULARY

    def __call__(self, text: str | bytes) -> list[int]:
        return list(text if isinstance(text, bytes) else text.encode())


INFO = xgrammar.TokenizerInfo(VOCABULARY, vocab_type=xgrammar.VocabType.RAW, vocab_size=END + 1, stop_token_ids=[END])
TOKENIZER = LLTokenizer(TokenizerWrapper(Bytes()))


def by_xgrammar(schema: dict, text: str) -> bool:
    matcher = xgrammar.GrammarMatcher(xgrammar.GrammarCompiler(INFO).compile_json_schema(json.dumps(schema)))
    return all(matcher.accept_token(byte) for byte in text.encode()) and matcher.accept_token(END)


def by_llguidance(schema: dict, text: str) -> bool:
    matcher = LLMatcher(TOKENIZER, LLMatcher.grammar_from_json_schema(schema))
    return matcher.try_consume_tokens(list(text.encode())) == len(text.encode()) and matcher.is_accepting()


def by_outlines(schema: dict, text: str) -> bool:
    return re.fullmatch(build_regex_from_schema(json.dumps(schema)), text) is not None


def by_pydantic(kind: type, text: str) -> bool:
    try:
        TypeAdapter(kind).validate_json(text)
    except ValidationError:
        return False
    return True


CASES = {
    Decimal: ["12.5", "about 12", ".", ""],
    date: ["2026-11-30", "2026-13-01", "2026-02-30"],
    datetime: ["2026-11-30T08:00:00Z", "2026-11-30T08:00:00"],
}
RECORDED = {
    "12.5": (True, True, True, True),
    "about 12": (False, True, True, True),
    ".": (False, True, True, True),
    "": (False, True, True, True),
    "2026-11-30": (True, True, True, True),
    "2026-13-01": (False, False, False, False),
    "2026-02-30": (False, True, False, True),
    "2026-11-30T08:00:00Z": (True, True, True, True),
    "2026-11-30T08:00:00": (True, False, False, True),
}
seen = {}
for kind, texts in CASES.items():
    schema = TypeAdapter(kind).json_schema()
    print(kind.__name__, schema, "accepted by pydantic, xgrammar, llguidance, outlines-core:")
    for text in texts:
        quoted = json.dumps(text)
        seen[text] = (by_pydantic(kind, quoted), by_xgrammar(schema, quoted), by_llguidance(schema, quoted), by_outlines(schema, quoted))
        print(f"  {quoted}: {seen[text]}")
if seen != RECORDED:
    sys.exit(f"DIFFERENT from the record: {RECORDED}")
print("as recorded")
PY
