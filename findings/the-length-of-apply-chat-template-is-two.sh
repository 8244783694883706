#!/usr/bin/env bash
# Finding: len(tokenizer.apply_chat_template(messages)) is 2 in Transformers 5, however long the
#          chat.
# A good guess says: the number of tokens, as in Transformers 4: the call gives a list of numbers.
# What happens: since version 5 it gives a BatchEncoding, whose length is the number of its keys,
#          input_ids and attention_mask. A history trimmed "while it is longer than 4,096 tokens" is
#          never trimmed. return_dict=False gives the list.
# Versions: transformers 5.24.0, jinja2 3.1.6 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
TRANSFORMERS=${TRANSFORMERS-5.24.0}
JINJA2=${JINJA2-3.1.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "transformers${TRANSFORMERS:+==$TRANSFORMERS}" \
  "jinja2${JINJA2:+==$JINJA2}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import sys

os.environ["TRANSFORMERS_VERBOSITY"] = "error"
import transformers
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast

print("transformers", transformers.__version__)
words = Tokenizer(models.WordLevel({"[UNK]": 0, "user": 1, "assistant": 2, "word": 3}, unk_token="[UNK]"))
words.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
tokenizer = PreTrainedTokenizerFast(tokenizer_object=words, unk_token="[UNK]")
tokenizer.chat_template = "{% for message in messages %}{{ message.role }} {{ message.content }} {% endfor %}"
chat = [{"role": "user", "content": "word " * 2_000}, {"role": "assistant", "content": "word " * 2_000}] * 3
encoded = tokenizer.apply_chat_template(chat)
print("type", type(encoded).__name__, "length", len(encoded), "tokens", len(encoded["input_ids"]))
plain = tokenizer.apply_chat_template(chat, return_dict=False)
print("return_dict=False:", type(plain).__name__, len(plain))
kept = list(chat)
while len(tokenizer.apply_chat_template(kept)) > 4_096:
    kept = kept[2:]
print(f"trimmed to 4,096 tokens: {len(kept)} of {len(chat)} messages are kept")
if (len(encoded), len(encoded["input_ids"]), len(plain), len(kept)) != (2, 12_006, 12_006, 6):
    sys.exit("DIFFERENT from the record: 2, 12,006, 12,006, all six messages kept")
print("as recorded")
PY
