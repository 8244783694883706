#!/usr/bin/env bash
# Finding: z.string().startsWith("ORD-") as JSON Schema: XGrammar lets the model write ORD-1, llguidance refuses the
#          schema, and the regular expression of outlines-core matches no text at all. Under includes("急")
#          XGrammar and outlines-core allow only the one text 急.
# A good guess says: a pattern is a pattern; all three allow ORD-1 and 这单很急.
# What happens: zod writes format "starts_with", "includes", "lowercase", "ulid", "e164" beside the pattern;
#          llguidance knows none of them and refuses. A pattern of JSON Schema is searched for, as zod's and
#          llguidance do; XGrammar and outlines-core want the whole text, and outlines-core takes ^ away
#          only together with a $. A pattern of one's own with both ends, regex(/^ORD-.*$/), works in all.
# Versions: zod 4.6.7 (npm), xgrammar 0.2.9, llguidance 1.9.1, outlines-core 0.2.14 (PyPI) (Node 20, Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
ZOD=${ZOD-4.6.7}
XGRAMMAR=${XGRAMMAR-0.2.9}
LLGUIDANCE=${LLGUIDANCE-1.9.1}
OUTLINES_CORE=${OUTLINES_CORE-0.2.14}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "xgrammar${XGRAMMAR:+==$XGRAMMAR}" \
  "llguidance${LLGUIDANCE:+==$LLGUIDANCE}" \
  "outlines-core${OUTLINES_CORE:+==$OUTLINES_CORE}"
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock "zod@${ZOD:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";

console.log("zod", JSON.parse(readFileSync("node_modules/zod/package.json", "utf8")).version);
const fields = {
  startsWith: [z.string().startsWith("ORD-"), "ORD-1"],
  includes: [z.string().includes("急"), "这单很急"],
  "includes, the word alone": [z.string().includes("急"), "急"],
  e164: [z.e164(), "+8613800138000"],
  "regex with both ends": [z.string().regex(/^ORD-.*$/), "ORD-1"],
};
const asked = Object.entries(fields).map(([name, [field, text]]) => {
  const { $schema: _, ...schema } = z.toJSONSchema(field);
  return { name, schema, text, valid: field.safeParse(text).success };
});
writeFileSync("asked.json", JSON.stringify(asked));
JS
cat > run.py <<'PY'
import json
import re
import sys
from importlib.metadata import version
from pathlib import Path

import xgrammar
from llguidance import LLMatcher, LLTokenizer
from outlines_core.json_schema import build_regex_from_schema

print(" ".join(f"{name} {version(name)}" for name in ("xgrammar", "llguidance", "outlines-core")))
BYTES = LLTokenizer("byte")
END = 256
COMPILER = xgrammar.GrammarCompiler(
    xgrammar.TokenizerInfo([bytes([one]) for one in range(256)] + [b"<end>"], vocab_type=xgrammar.VocabType.RAW, stop_token_ids=[END])
)


def by_llguidance(schema, text):
    """Whether the text may be written under the schema."""
    matcher = LLMatcher(BYTES, LLMatcher.grammar_from_json_schema(schema))
    if matcher.get_error():
        return "refused"
    tokens = BYTES.tokenize_str(text)
    if matcher.validate_tokens(tokens) < len(tokens):
        return False
    matcher.consume_tokens(tokens)
    return matcher.is_accepting()


def by_xgrammar(schema, text):
    """The same question to XGrammar, byte by byte."""
    matcher = xgrammar.GrammarMatcher(COMPILER.compile_json_schema(schema))
    return all(matcher.accept_token(byte) for byte in text.encode()) and matcher.accept_token(END)


def by_outlines(schema, text):
    """The same question to outlines-core, whose schema becomes a regular expression."""
    return bool(re.fullmatch(build_regex_from_schema(schema), text))


seen, valid = {}, []
for one in json.loads(Path("asked.json").read_text("utf-8")):
    schema, text = json.dumps(one["schema"]), json.dumps(one["text"], ensure_ascii=False)
    seen[one["name"]] = [by(schema, text) for by in (by_xgrammar, by_llguidance, by_outlines)]
    valid.append(one["valid"])
    print(f"{one['name']}: {schema}; {text}: zod {one['valid']}, XGrammar {seen[one['name']][0]}, llguidance {seen[one['name']][1]}, outlines-core {seen[one['name']][2]}")
print("outlines-core's expression for startsWith:", build_regex_from_schema('{"type": "string", "pattern": "^ORD-.*"}'))
recorded = {
    "startsWith": [True, "refused", False],
    "includes": [False, "refused", False],
    "includes, the word alone": [True, "refused", True],
    "e164": [True, "refused", True],
    "regex with both ends": [True, True, True],
}
if seen != recorded or not all(valid):
    sys.exit(f"DIFFERENT from the record: {recorded}, all valid to zod")
print("as recorded")
PY
node run.mjs
python3 run.py
