#!/usr/bin/env bash
# Finding: A BPE of the tokenizers library trained without byte level and without unk_token leaves
#          unknown characters out and merges what stands on both sides.
# A good guess says: an unknown token or an error.
# What happens: 今龘天 encodes as 今天, one token when that merge was learnt: no error, no mark. With
#          unk_token='[UNK]' in the vocabulary there are three tokens.
# Versions: tokenizers 0.23.3 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
TOKENIZERS=${TOKENIZERS-0.23.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "tokenizers${TOKENIZERS:+==$TOKENIZERS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys

import tokenizers
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

print("tokenizers", tokenizers.__version__)
texts = ["今天天气很好", "今天下雨", "今天上课", "明天天气不好"] * 20


def trained(unknown: str | None) -> Tokenizer:
    """A small BPE over these lines."""
    tokenizer = Tokenizer(models.BPE(unk_token=unknown))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    special = [unknown] if unknown else []
    tokenizer.train_from_iterator(texts, trainers.BpeTrainer(vocab_size=60, special_tokens=special, show_progress=False))
    return tokenizer


seen = {str(unknown): trained(unknown).encode("今龘天").tokens for unknown in (None, "[UNK]")}
print(seen)
if seen != {"None": ["今天"], "[UNK]": ["今", "[UNK]", "天"]}:
    sys.exit("DIFFERENT from the record: 今天; 今, [UNK], 天")
print("as recorded")
PY
