#!/usr/bin/env bash
# Finding: With nothing set, the text-generation pipeline samples up to 256 new tokens at
#          temperature 0.7; generate of the same model gives 20, greedily.
# A good guess says: the pipeline calls generate with its defaults: 20 tokens, the same
#          each time.
# What happens: three calls of the pipeline on a random model give three different texts
#          of over 200 words; generate gives 20 new tokens. Evaluation through a pipeline
#          is not reproducible unless do_sample=False is given.
# Versions: torch 2.13.0, transformers 5.24.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
TORCH=${TORCH-2.13.0}
TRANSFORMERS=${TRANSFORMERS-5.24.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "torch${TORCH:+==$TORCH}" \
  "transformers${TRANSFORMERS:+==$TRANSFORMERS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import logging
import os
import sys

os.environ["TRANSFORMERS_VERBOSITY"] = "error"
logging.disable(logging.WARNING)
import torch
import transformers
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast, pipeline

print("torch", torch.__version__, "transformers", transformers.__version__)


def tiny(**options) -> LlamaForCausalLM:
    torch.manual_seed(0)
    sizes = {"vocab_size": 64, "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2}
    return LlamaForCausalLM(LlamaConfig(**(sizes | {"num_attention_heads": 4, "num_key_value_heads": 2} | options))).eval()


words = Tokenizer(models.WordLevel({f"t{i}": i for i in range(64)}, unk_token="t0"))
words.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
tokenizer = PreTrainedTokenizerFast(tokenizer_object=words, unk_token="t0", pad_token="t0")
model = tiny(pad_token_id=0, bos_token_id=1, eos_token_id=None)
model.generation_config.eos_token_id = None
generator = pipeline("text-generation", model=model, tokenizer=tokenizer)
texts = [generator("t3 t4 t5")[0]["generated_text"] for _ in range(3)]
lengths = [len(text.split()) for text in texts]
new = model.generate(**tokenizer("t3 t4 t5", return_tensors="pt", return_token_type_ids=False)).shape[1] - 3
print(f"pipeline: {lengths} words, {len(set(texts))} different texts; generate: {new} new tokens")
if len(set(texts)) != 3 or min(lengths) < 200 or new != 20:
    sys.exit("DIFFERENT from the record: three texts of over 200 words; 20 new tokens")
print("as recorded")
PY
