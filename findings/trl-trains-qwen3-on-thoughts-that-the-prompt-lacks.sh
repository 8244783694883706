#!/usr/bin/env bash
# Finding: With assistant_only_loss=True TRL swaps Qwen3's template for one that writes an empty
#          <think> part into every earlier answer; at inference the earlier answers have none.
# A good guess says: the training template only adds the marks for the loss; the text is the same.
# What happens: a talk of two turns has two empty <think> parts in training (Qwen3, 3.5, 3.6), one
#          by the model's own template. Qwen2.5, Llama 3, DeepSeek V3 give the same text both
#          times; GLM 4.5's adds a <|user|> at the end.
# Versions: trl 1.16.0, transformers 5.24.0, jinja2 3.1.6 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
TRL=${TRL-1.16.0}
TRANSFORMERS=${TRANSFORMERS-5.24.0}
JINJA2=${JINJA2-3.1.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile --no-deps "trl${TRL:+==$TRL}"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "transformers${TRANSFORMERS:+==$TRANSFORMERS}" \
  "jinja2${JINJA2:+==$JINJA2}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

os.environ["TRANSFORMERS_VERBOSITY"] = "error"

import transformers
from transformers.utils.chat_template_utils import render_jinja_template

print("trl", version("trl"), "transformers", transformers.__version__, "jinja2", version("jinja2"))
TEMPLATES = Path(find_spec("trl").origin).parent / "chat_templates"


def text(name: str, messages: list[dict], **options) -> str:
    """What the model's template makes of the messages, or the name of the error."""
    template = (TEMPLATES / f"{name}.jinja").read_text("utf-8")
    try:
        made, _ = render_jinja_template([messages], chat_template=template, bos_token="<bos>", eos_token="<eos>", **options)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return made[0]

turns = [
    {"role": "user", "content": "问一"},
    {"role": "assistant", "content": "答一"},
    {"role": "user", "content": "问二"},
    {"role": "assistant", "content": "答二"},
]
NAMES = ("qwen3", "qwen3_5_think", "qwen3_6", "qwen2_5", "llama3", "deepseekv3", "glm4moe")
seen = {}
for name in NAMES:
    own, training = text(name, turns), text(f"{name}_training", turns)
    seen[name] = (own == training, own.count("<think>"), training.count("<think>"))
    print(f"{name}: same {own == training}, <think> {own.count('<think>')} and {training.count('<think>')} times")
recorded = {
    **dict.fromkeys(("qwen3", "qwen3_5_think", "qwen3_6"), (False, 1, 2)),
    **dict.fromkeys(("qwen2_5", "llama3", "deepseekv3"), (True, 0, 0)),
    "glm4moe": (False, 2, 2),
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
