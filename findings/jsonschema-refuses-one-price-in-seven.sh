#!/usr/bin/env bash
# Finding: With "multipleOf": 0.01, jsonschema refuses 1,363 of the 10,000 prices from 0.01 to
#          100.00, such as 0.07, 0.29 and 19.99; jsonschema-rs, fastjsonschema and pydantic refuse
#          none.
# A good guess says: binary fractions trip up a few percent at most, and the other validators of the
#          same kind too.
# What happens: jsonschema divides by 0.01 and wants a whole number; 0.07 / 0.01 is
#          7.000000000000001. llguidance, which keeps to multipleOf when the model writes, lets it
#          write exactly these prices; then the check afterwards throws them out. All four refuse
#          0.071. Decimal or whole cents avoid it.
# Versions: jsonschema 4.26.0, jsonschema-rs 0.61.2, fastjsonschema 2.22.3, pydantic 2.14.4,
#          llguidance 1.9.1 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
JSONSCHEMA=${JSONSCHEMA-4.26.0}
JSONSCHEMA_RS=${JSONSCHEMA_RS-0.61.2}
FASTJSONSCHEMA=${FASTJSONSCHEMA-2.22.3}
PYDANTIC=${PYDANTIC-2.14.4}
LLGUIDANCE=${LLGUIDANCE-1.9.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "jsonschema${JSONSCHEMA:+==$JSONSCHEMA}" \
  "jsonschema-rs${JSONSCHEMA_RS:+==$JSONSCHEMA_RS}" \
  "fastjsonschema${FASTJSONSCHEMA:+==$FASTJSONSCHEMA}" \
  "pydantic${PYDANTIC:+==$PYDANTIC}" \
  "llguidance${LLGUIDANCE:+==$LLGUIDANCE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import sys
from importlib.metadata import version
from typing import Annotated

import fastjsonschema
import jsonschema
import jsonschema_rs
from llguidance import LLMatcher, LLTokenizer, TokenizerWrapper
from pydantic import Field, TypeAdapter, ValidationError

print(" ".join(f"{name} {version(name)}" for name in ("jsonschema", "jsonschema-rs", "fastjsonschema", "pydantic", "llguidance")))
SCHEMA = {"type": "number", "multipleOf": 0.01}
END = 256


class Bytes:
    """A tokenizer with one token for each byte."""

    eos_token_id = END
    bos_token_id = None
    tokens = [bytes([number]) for number in range(END)] + [b"<end>"]

    def __call__(self, text: str | bytes) -> list[int]:
        return list(text if isinstance(text, bytes) else text.encode())


TOKENIZER = LLTokenizer(TokenizerWrapper(Bytes()))
GRAMMAR = LLMatcher.grammar_from_json_schema(SCHEMA)
COMPILED = fastjsonschema.compile(SCHEMA)
PYDANTIC = TypeAdapter(Annotated[float, Field(multiple_of=0.01)])


def by_fastjsonschema(price: float) -> bool:
    try:
        COMPILED(price)
    except fastjsonschema.JsonSchemaValueException:
        return False
    return True


def by_pydantic(price: float) -> bool:
    try:
        PYDANTIC.validate_python(price)
    except ValidationError:
        return False
    return True


def by_llguidance(price: float) -> bool:
    matcher, text = LLMatcher(TOKENIZER, GRAMMAR), json.dumps(price).encode()
    return matcher.try_consume_tokens(list(text)) == len(text) and matcher.is_accepting()


READERS = {
    "jsonschema": jsonschema.Draft202012Validator(SCHEMA).is_valid,
    "jsonschema-rs": jsonschema_rs.validator_for(SCHEMA).is_valid,
    "fastjsonschema": by_fastjsonschema,
    "pydantic": by_pydantic,
}
PRICES = [round(cents * 0.01, 2) for cents in range(1, 10_001)]
refused = {name: [price for price in PRICES if not accepts(price)] for name, accepts in READERS.items()}
for name, prices in refused.items():
    print(f"{name} refuses {len(prices):,} of {len(PRICES):,} prices: {prices[:6]}")
written = [by_llguidance(price) for price in refused["jsonschema"][:200]]
print(f"of the first {len(written)} of them llguidance lets the model write {sum(written)}; 0.071: {by_llguidance(0.071)}")
if {name: len(prices) for name, prices in refused.items()} != {"jsonschema": 1_363, "jsonschema-rs": 0, "fastjsonschema": 0, "pydantic": 0}:
    sys.exit("DIFFERENT from the record: 1,363, 0, 0, 0")
if not all(written) or by_llguidance(0.071) or any(accepts(0.071) for accepts in READERS.values()):
    sys.exit("DIFFERENT from the record: llguidance writes all of them; 0.071 is refused by all")
print("as recorded")
PY
