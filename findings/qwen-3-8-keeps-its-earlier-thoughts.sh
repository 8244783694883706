#!/usr/bin/env bash
# Finding: The template of Qwen3.8 keeps the thoughts of earlier turns and writes a system prompt
#          about reasoning effort by itself; those of Qwen3, 3.5 and 3.6 drop the thoughts.
# A good guess says: earlier thoughts are dropped, as in Qwen3, and without a system prompt there
#          is none.
# What happens: after a second question the first answer's <think> part is still there in Qwen3.8,
#          gone in Qwen3, 3.5, 3.6, GLM 4.5 and gpt-oss. The system turn of Qwen3.8 says that
#          reasoning effort is xhigh.
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
    {"role": "assistant", "content": "答一", "reasoning_content": "想一想", "thinking": "想一想"},
    {"role": "user", "content": "问二"},
]
NAMES = ("qwen3", "qwen3_5_think", "qwen3_6", "qwen3_8", "glm4moe", "gptoss")
made = {name: text(name, turns, add_generation_prompt=True) for name in NAMES}
seen = {name: ("想一想" in one, "xhigh" in one) for name, one in made.items()}
for name, (kept, system) in seen.items():
    print(f"{name}: earlier thoughts {'kept' if kept else 'dropped'}, {'a' if system else 'no'} system prompt about effort")
print(made["qwen3_8"][:230])
recorded = dict.fromkeys(NAMES, (False, False)) | {"qwen3_8": (True, True)}
if seen != recorded:
    sys.exit("DIFFERENT from the record: only Qwen3.8 keeps them and has the system prompt")
print("as recorded")
PY
