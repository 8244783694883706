#!/usr/bin/env bash
# Finding: decode of the tokenizers library leaves special tokens out, decode of Transformers
#          around the same tokenizer keeps them.
# A good guess says: the same text from both: the one is built on the other.
# What happens: a <|im_end|> b comes back as 'a b' from Tokenizer.decode
#          (skip_special_tokens=True) and whole from PreTrainedTokenizerFast.decode (False).
# Versions: tokenizers 0.23.3, transformers 5.24.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
TOKENIZERS=${TOKENIZERS-0.23.3}
TRANSFORMERS=${TRANSFORMERS-5.24.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "tokenizers${TOKENIZERS:+==$TOKENIZERS}" \
  "transformers${TRANSFORMERS:+==$TRANSFORMERS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import sys

os.environ["TRANSFORMERS_VERBOSITY"] = "error"

import tokenizers
import transformers
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast

print("tokenizers", tokenizers.__version__, "transformers", transformers.__version__)
tokenizer = Tokenizer(models.WordLevel({"a": 0, "b": 1, "<|im_end|>": 2}, unk_token="a"))
tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
tokenizer.add_special_tokens(["<|im_end|>"])
numbers = tokenizer.encode("a <|im_end|> b").ids
seen = {
    "tokenizers": tokenizer.decode(numbers),
    "transformers": PreTrainedTokenizerFast(tokenizer_object=tokenizer).decode(numbers),
}
print(numbers, seen)
if seen != {"tokenizers": "a b", "transformers": "a <|im_end|> b"}:
    sys.exit("DIFFERENT from the record: 'a b' and 'a <|im_end|> b'")
print("as recorded")
PY
