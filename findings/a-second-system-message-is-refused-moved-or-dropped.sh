#!/usr/bin/env bash
# Finding: A system message in the middle of a conversation stays where it is with Qwen3, Llama
#          3.1 and GLM 4.5, is refused by Qwen3.5 to 3.8, joined to the first one by DeepSeek V3,
#          and dropped without a word by gpt-oss.
# A good guess says: it stays in its place, or the template raises an error.
# What happens: three templates keep it, three refuse it (System message must be at the
#          beginning), DeepSeek V3 moves it before the first question, gpt-oss drops it; the
#          template of the R1 distillates drops the first one instead.
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
    {"role": "system", "content": "甲规矩"},
    {"role": "user", "content": "问一"},
    {"role": "assistant", "content": "答一"},
    {"role": "system", "content": "乙规矩"},
    {"role": "user", "content": "问二"},
]
NAMES = ("qwen3", "llama3_1", "glm4moe", "qwen3_5_think", "qwen3_6", "qwen3_8", "deepseekv3", "gptoss", "deepseek_r1_distill")


def fate(name: str) -> str:
    """What the template does with the second one."""
    made = text(name, turns)
    if "Error" in made:
        return "refused"
    if "乙规矩" not in made:
        return "dropped"
    if "甲规矩" not in made:
        return "first one dropped"
    return "kept" if made.index("乙规矩") > made.index("问一") else "moved"


seen = {name: fate(name) for name in NAMES}
print(seen)
recorded = {
    **dict.fromkeys(("qwen3", "llama3_1", "glm4moe"), "kept"),
    **dict.fromkeys(("qwen3_5_think", "qwen3_6", "qwen3_8"), "refused"),
    "deepseekv3": "moved",
    "gptoss": "dropped",
    "deepseek_r1_distill": "first one dropped",
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
