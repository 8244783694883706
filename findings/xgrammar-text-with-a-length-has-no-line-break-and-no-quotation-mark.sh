#!/usr/bin/env bash
# Finding: A string with minLength or maxLength in the schema takes no escape in XGrammar: the model
#          can write no line break, no quotation mark and no backslash into it. Without a length all
#          of them are allowed.
# A good guess says: a length counts characters, and \n counts as one; nothing else changes.
# What happens: Field(min_length=1) or Field(max_length=500) on a summary, a reply or a piece of
#          code makes it one line without quotation marks; the closing quotation mark is all that is
#          left where the model would begin one. llguidance and outlines-core keep the escapes.
# Versions: xgrammar 0.2.9, torch 2.13.0, llguidance 1.9.1, outlines-core 0.2.14 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
XGRAMMAR=${XGRAMMAR-0.2.9}
TORCH=${TORCH-2.13.0}
LLGUIDANCE=${LLGUIDANCE-1.9.1}
OUTLINES_CORE=${OUTLINES_CORE-0.2.14}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "xgrammar${XGRAMMAR:+==$XGRAMMAR}" \
  "torch${TORCH:+==$TORCH}" \
  "llguidance${LLGUIDANCE:+==$LLGUIDANCE}" \
  "outlines-core${OUTLINES_CORE:+==$OUTLINES_CORE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import re
import sys
from importlib.metadata import version

import xgrammar
from llguidance import LLMatcher, LLTokenizer, TokenizerWrapper
from outlines_core.json_schema import build_regex_from_schema

print(" ".join(f"{name} {version(name)}" for name in ("xgrammar", "llguidance", "outlines-core")))
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


TEXTS = {
    "plain": "先看日志再改。",
    "line break": "先看日志。\n再改。",
    "quotation marks": '日志里写着"ok"。',
    "backslash": "C:\\logs",
    "tab": "a\tb",
}
LENGTHS = {"no length": {}, "maxLength 500": {"maxLength": 500}, "minLength 1": {"minLength": 1}}
READERS = {"xgrammar": by_xgrammar, "llguidance": by_llguidance, "outlines-core": by_outlines}
seen = {}
for name, length in LENGTHS.items():
    for reader, accepts in READERS.items():
        schema = {"type": "string", **length}
        seen[name, reader] = [kind for kind, text in TEXTS.items() if accepts(schema, json.dumps(text, ensure_ascii=False))]
        print(f"{name}, {reader}: may be written: {', '.join(seen[name, reader])}")
recorded = {key: ["plain"] if key[1] == "xgrammar" and key[0] != "no length" else list(TEXTS) for key in seen}
if seen != recorded:
    sys.exit("DIFFERENT from the record: with a length, XGrammar takes plain text only; everything else takes all five")
print("as recorded")
PY
