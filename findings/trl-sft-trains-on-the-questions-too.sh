#!/usr/bin/env bash
# Finding: SFTTrainer on chat messages computes the loss on every token, the user's and the
#          template's included; on prompt and completion it leaves the prompt out.
# A good guess says: on chats only the answers of the assistant count.
# What happens: labels equal the tokens for messages; assistant_only_loss=True keeps what the
#          template marks as generation; with the columns prompt and completion only the
#          completion has labels.
# Versions: trl 1.16.0, torch 2.13.0, transformers 5.24.0, accelerate 1.15.0, datasets 5.2.0
#          (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
TRL=${TRL-1.16.0}
TORCH=${TORCH-2.13.0}
TRANSFORMERS=${TRANSFORMERS-5.24.0}
ACCELERATE=${ACCELERATE-1.15.0}
DATASETS=${DATASETS-5.2.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "trl${TRL:+==$TRL}" \
  "torch${TORCH:+==$TORCH}" \
  "transformers${TRANSFORMERS:+==$TRANSFORMERS}" \
  "accelerate${ACCELERATE:+==$ACCELERATE}" \
  "datasets${DATASETS:+==$DATASETS}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import sys

os.environ["TRANSFORMERS_VERBOSITY"] = "error"
os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] = "1"
import tempfile

import torch
import transformers
import trl
from datasets import Dataset, disable_progress_bars
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast
from trl import SFTConfig, SFTTrainer

disable_progress_bars()
print("trl", trl.__version__, "torch", torch.__version__, "transformers", transformers.__version__)
WORDS = "<pad> <eos> <unk> 用户 助手 一 加 等于 几 二 :".split()
splitter = Tokenizer(models.WordLevel({word: at for at, word in enumerate(WORDS)}, unk_token="<unk>"))
splitter.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
tokenizer = PreTrainedTokenizerFast(tokenizer_object=splitter, pad_token="<pad>", eos_token="<eos>", unk_token="<unk>")
tokenizer.chat_template = (
    "{% for m in messages %}{{ '用户' if m.role == 'user' else '助手' }} : {% if m.role == 'assistant' %}"
    "{% generation %}{{ m.content }} <eos> {% endgeneration %}{% else %}{{ m.content }} {% endif %}{% endfor %}"
)
ASKED, SAID = {"role": "user", "content": "一 加 一 等于 几"}, {"role": "assistant", "content": "二"}


def labels(row, **options) -> str:
    """What the trainer would learn: a dash for each token that it leaves out."""
    sizes = {"vocab_size": len(WORDS), "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 1}
    model = LlamaForCausalLM(LlamaConfig(**sizes, num_attention_heads=4, num_key_value_heads=2))
    with tempfile.TemporaryDirectory() as folder:
        settings = SFTConfig(folder, use_cpu=True, bf16=False, report_to="none", **options)
        trainer = SFTTrainer(model, args=settings, train_dataset=Dataset.from_list([row]), processing_class=tokenizer)
        batch = next(iter(trainer.get_train_dataloader()))
    return " ".join(WORDS[id] if id >= 0 else "-" for id in batch["labels"][0].tolist())


seen = [
    labels({"messages": [ASKED, SAID]}),
    labels({"messages": [ASKED, SAID]}, assistant_only_loss=True),
    labels({"prompt": [ASKED], "completion": [SAID]}),
]
print(*seen, sep="\n")
if "-" in seen[0] or seen[1] != "- - - - - - - - - 二 <eos>" or not seen[2].startswith("- - - - - - - "):
    sys.exit("DIFFERENT from the record: all tokens; the answer alone; without the prompt")
print("as recorded")
PY
