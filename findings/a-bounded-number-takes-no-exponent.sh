#!/usr/bin/env bash
# Finding: A bound takes the exponent away from a number: with exclusiveMinimum 0 or maximum 1,
#          XGrammar and llguidance no longer let the model write 1e-5 or 2.5e-4; without a bound
#          they do.
# A good guess says: the bound limits the value, not how it is written: 1e-5 is a number above 0.
# What happens: the bounds become a pattern of digits, which has no exponent; only 0.00001 can be
#          written, digit by digit, and in XGrammar only six digits after the point: 1e-7 not at all.
#          A learning rate, a p-value or a probability with gt=0 in pydantic is such a field.
#          outlines-core still takes 1e-5, because it does not keep to the
#          bounds at all (-3 too).
# Versions: xgrammar 0.2.9, torch 2.13.0, llguidance 1.9.1, outlines-core 0.2.14, pydantic 2.14.4
#          (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
XGRAMMAR=${XGRAMMAR-0.2.9}
TORCH=${TORCH-2.13.0}
LLGUIDANCE=${LLGUIDANCE-1.9.1}
OUTLINES_CORE=${OUTLINES_CORE-0.2.14}
PYDANTIC=${PYDANTIC-2.14.4}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "xgrammar${XGRAMMAR:+==$XGRAMMAR}" \
  "torch${TORCH:+==$TORCH}" \
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
from llguidance import LLMatcher, LLTokenizer, TokenizerWrapper
from outlines_core.json_schema import build_regex_from_schema
from pydantic import BaseModel, Field

print(" ".join(f"{name} {version(name)}" for name in ("xgrammar", "llguidance", "outlines-core", "pydantic")))
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


class Plain(BaseModel):
    rate: float


class Bounded(BaseModel):
    rate: float = Field(gt=0)


class Share(BaseModel):
    rate: float = Field(ge=0, le=1)


NUMBERS = ("1e-5", "2.5e-4", "0.00001", "0.0000001", "0.5", "-3")
READERS = {"xgrammar": by_xgrammar, "llguidance": by_llguidance, "outlines-core": by_outlines}
seen = {}
for model in (Plain, Bounded, Share):
    schema = model.model_json_schema()["properties"]["rate"]
    for reader, accepts in READERS.items():
        seen[model.__name__, reader] = [number for number in NUMBERS if accepts(schema, number)]
        print(f"{schema}, {reader}: may be written: {', '.join(seen[model.__name__, reader])}")
DIGITS = {"xgrammar": ["0.00001", "0.5"], "llguidance": ["0.00001", "0.0000001", "0.5"]}
recorded = {(model, reader): list(NUMBERS) if model == "Plain" else DIGITS.get(reader, list(NUMBERS)) for model, reader in seen}
if seen != recorded:
    sys.exit("DIFFERENT from the record: bounded, XGrammar takes 0.00001 and 0.5 only, llguidance 0.0000001 too; everything else takes all six")
print("as recorded")
PY
