#!/usr/bin/env bash
# Finding: A tool call whose arguments are JSON text, as OpenAI's interface returns them, is
#          printed as an escaped string by the templates of Qwen2.5, Llama 3.1 and gpt-oss,
#          refused by Qwen3.5 to 3.8 and GLM 4.5, and the only form that DeepSeek V3 takes.
# A good guess says: the templates print the same call for the text and for the object.
# What happens: only Qwen3 (2025) takes both. With text, Qwen2.5, Llama 3.1 and gpt-oss write
#          "{\"…, without an error; with an object, DeepSeek V3 raises a TypeError. (Templates as
#          TRL ships them.)
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

call = {"name": "weather", "arguments": None}
FORMS = {"object": {"城市": "北京"}, "text": '{"城市": "北京"}'}
ESCAPED = '"{\\"城市\\"'
NAMES = ("qwen3", "qwen2_5", "llama3_1", "gptoss", "qwen3_5_think", "qwen3_6", "qwen3_8", "glm4moe", "deepseekv3")


def printed(name: str, arguments) -> str:
    """What becomes of the arguments: printed, escaped or an error."""
    used = {"type": "function", "function": {**call, "arguments": arguments}}
    made = text(name, [
        {"role": "user", "content": "天气？"},
        {"role": "assistant", "content": "", "tool_calls": [used]},
        {"role": "tool", "content": "晴"},
    ])
    if "Error" in made:
        return "error"
    return "escaped" if ESCAPED in made else "printed" if "北京" in made else "lost"


seen = {name: tuple(printed(name, arguments) for arguments in FORMS.values()) for name in NAMES}
for name, (one, other) in seen.items():
    print(f"{name}: object {one}, text {other}")
recorded = {
    "qwen3": ("printed", "printed"),
    **dict.fromkeys(("qwen2_5", "llama3_1", "gptoss"), ("printed", "escaped")),
    **dict.fromkeys(("qwen3_5_think", "qwen3_6", "qwen3_8", "glm4moe"), ("printed", "error")),
    "deepseekv3": ("error", "printed"),
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
