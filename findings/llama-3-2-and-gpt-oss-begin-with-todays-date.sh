#!/usr/bin/env bash
# Finding: Without any system prompt the template of Llama 3.1 writes 26 Jul 2024 as today's date,
#          those of Llama 3.2 and gpt-oss the real date: the first line of every prompt changes at
#          midnight.
# A good guess says: no system prompt, no system turn; a date only where one is given.
# What happens: Llama 3.1 always says 26 Jul 2024; Llama 3.2 and gpt-oss ask the clock
#          (strftime_now). date_string sets it in both Llamas. Qwen3, DeepSeek V3 and Gemma 3
#          write no date.
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

import datetime

now = datetime.date.today()
question = [{"role": "user", "content": "你好"}]
DATES = {"26 Jul 2024": "fixed", now.strftime("%d %b %Y"): "today", now.isoformat(): "today"}
NAMES = ("llama3_1", "llama3_2", "gptoss", "qwen3", "deepseekv3", "gemma3")
seen = {}
for name in NAMES:
    made = text(name, question)
    seen[name] = next((kind for date, kind in DATES.items() if date in made), "none")
    print(name, seen[name], repr(made[:110]))
recorded = {"llama3_1": "fixed", "llama3_2": "today", "gptoss": "today", **dict.fromkeys(NAMES[3:], "none")}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
given = text("llama3_2", question, date_string="1 Jan 2026")
print("with date_string:", "1 Jan 2026" in given)
if "1 Jan 2026" not in given:
    sys.exit("DIFFERENT from the record: date_string sets it")
print("as recorded")
PY
