#!/usr/bin/env bash
# Finding: Rendered with Jinja's own tojson, a chat template writes Chinese tool descriptions as
#          \u67e5 and sorts their keys; Transformers writes the characters, in the given order.
# A good guess says: the same template gives the same text, whoever renders it.
# What happens: Transformers brings its own tojson (json.dumps with ensure_ascii=False). Jinja's
#          is made for HTML: non-ASCII, <, > and & become escapes, keys are sorted. One
#          description of 12 characters makes the prompt 75 characters longer.
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

import jinja2

tool = {
    "type": "function",
    "function": {"name": "weather", "description": "查<某地>的天气 & 气温", "parameters": {"type": "object", "properties": {}}},
}
question = [{"role": "user", "content": "北京呢？"}]
template = (TEMPLATES / "qwen3.jinja").read_text("utf-8")
by_transformers = text("qwen3", question, tools=[tool])
plain = jinja2.Environment(trim_blocks=True, lstrip_blocks=True).from_string(template)
by_jinja = plain.render(messages=question, tools=[tool])
for made in (by_transformers, by_jinja):
    print(made.partition("<tools>\n")[2].partition("\n</tools>")[0])
seen = ("查<某地>的天气 & 气温" in by_transformers, "\\u67e5\\u003c" in by_jinja, by_jinja.index('"description"') < by_jinja.index('"name"'))
print("longer by", len(by_jinja) - len(by_transformers))
if seen != (True, True, True):
    sys.exit("DIFFERENT from the record: characters in the given order; escapes and sorted keys")
print("as recorded")
PY
