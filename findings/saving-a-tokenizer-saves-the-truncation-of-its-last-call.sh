#!/usr/bin/env bash
# Finding: save_pretrained writes the truncation and padding of the last call into tokenizer.json:
#          after one call with max_length 8, the tokenizers library cuts every text of that file to
#          8 tokens.
# A good guess says: options of a call end with the call; what is saved is the tokenizer as it was
#          loaded.
# What happens: AutoTokenizer undoes them at each call, so in Transformers the text has all its
#          tokens where Tokenizer.from_file gives 8; after padding to 12 the same file also fills
#          one character up to 12. A service that reads tokenizer.json by the Rust library sees it,
#          the training code doesn't. no_truncation() and no_padding() of backend_tokenizer before
#          saving help.
# Versions: transformers 5.24.0, tokenizers 0.23.3 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
TRANSFORMERS=${TRANSFORMERS-5.24.0}
TOKENIZERS=${TOKENIZERS-0.23.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "transformers${TRANSFORMERS:+==$TRANSFORMERS}" \
  "tokenizers${TOKENIZERS:+==$TOKENIZERS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import os
import sys
from importlib.metadata import version
from pathlib import Path

os.environ["TRANSFORMERS_VERBOSITY"] = "error"
from tokenizers import Tokenizer, models, pre_tokenizers, trainers
from transformers import AutoTokenizer, PreTrainedTokenizerFast

print(" ".join(f"{name} {version(name)}" for name in ("transformers", "tokenizers")))
TEXT = "今天天气很好" * 20
made = Tokenizer(models.BPE())
made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
made.train_from_iterator(["今天", "天气"], trainers.BpeTrainer(vocab_size=300, special_tokens=["<pad>"], show_progress=False))
tokenizer = PreTrainedTokenizerFast(tokenizer_object=made, pad_token="<pad>")


def saved(name: str) -> dict[str, object]:
    """What the files just saved hold, and the lengths that two readers of them give."""
    tokenizer.save_pretrained(name)
    file = json.loads(Path(name, "tokenizer.json").read_text("utf-8"))
    plain, whole = Tokenizer.from_file(f"{name}/tokenizer.json"), AutoTokenizer.from_pretrained(name)
    return {
        "truncation": file["truncation"] and file["truncation"]["max_length"],
        "padding": file["padding"] and file["padding"]["strategy"],
        "tokenizers": (len(plain.encode(TEXT).ids), len(plain.encode("今").ids)),
        "AutoTokenizer": (len(whole(TEXT).input_ids), len(whole("今").input_ids)),
    }


seen = [saved("fresh")]
tokenizer(TEXT, truncation=True, max_length=8)
seen.append(saved("truncated"))
tokenizer(TEXT, truncation=True, padding="max_length", max_length=12)
seen.append(saved("padded"))
tokenizer.backend_tokenizer.no_truncation()
tokenizer.backend_tokenizer.no_padding()
seen.append(saved("undone"))
for name, one in zip(("before any call", "after max_length 8", "after padding to 12", "after no_truncation, no_padding"), seen, strict=True):
    print(f"{name}: {one}")
whole, short = seen[0]["tokenizers"]
if [one["tokenizers"] for one in seen] != [(whole, short), (8, short), (12, 12), (whole, short)] or whole <= 12 or short >= 8:
    sys.exit("DIFFERENT from the record: 8 and 12 tokens after the two calls by the tokenizers library")
if {one["AutoTokenizer"] for one in seen} != {(whole, short)}:
    sys.exit("DIFFERENT from the record: AutoTokenizer gives the whole text each time")
print("as recorded")
PY
