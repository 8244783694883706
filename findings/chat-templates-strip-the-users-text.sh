#!/usr/bin/env bash
# Finding: The templates of Qwen3.5 to 3.8, Llama 3 and Gemma cut blanks off both ends of the
#          user's text: the indentation of a pasted line of code is gone. Qwen3, DeepSeek V3 and
#          gpt-oss leave it.
# A good guess says: a template puts marks around the text and leaves the text alone.
# What happens: seven of ten templates strip the question, also the answer (so the trained text
#          lacks an answer's last newline); GLM 4.5 and Nemotron 3 strip the answer only.
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
    {"role": "user", "content": "    return x\n"},
    {"role": "assistant", "content": " 好\n"},
    {"role": "user", "content": "再来"},
]
NAMES = ("qwen3", "deepseekv3", "gptoss", "glm4moe", "nemotron_3_nano", "qwen3_5_think", "qwen3_6", "qwen3_8", "llama3", "llama3_1", "gemma3", "gemma4")
seen = {}
for name in NAMES:
    made = text(name, turns)
    seen[name] = ("    return x\n" in made, " 好\n" in made)
    print(f"{name}: question {'kept' if seen[name][0] else 'stripped'}, answer {'kept' if seen[name][1] else 'stripped'}")
recorded = {
    **dict.fromkeys(("qwen3", "deepseekv3", "gptoss"), (True, True)),
    **dict.fromkeys(("glm4moe", "nemotron_3_nano"), (True, False)),
    **dict.fromkeys(NAMES[5:], (False, False)),
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
