#!/usr/bin/env bash
# Finding: A past tool call with flag true, note null and limit 1.0, in the template of Qwen3.5:
#          Python writes True, None, 1.0, @huggingface/jinja (of Transformers.js) true and 1, and
#          ends with an error at the null. Gemma 4: None in Python, nothing at all in JavaScript.
# A good guess says: the same text but for 1.0, which JavaScript writes as 1: the package is there
#          to render these templates.
# What happens: templates that print arguments with |string or as they are depend on the language;
#          those that use tojson (Qwen3, Qwen3.6, 3.8, GLM 4.5) differ only in 1.0 and 1. DeepSeek
#          V3 given an object as arguments raises a TypeError in Python and writes [object Map] in
#          JavaScript. (Templates as TRL ships them.)
# Versions: huggingface-jinja 0.5.11 (npm @huggingface/jinja), trl 1.16.0, transformers 5.24.0,
#          jinja2 3.1.6 (Node 20 and Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
HUGGINGFACE_JINJA=${HUGGINGFACE_JINJA-0.5.11}
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
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "@huggingface/jinja@${HUGGINGFACE_JINJA:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { Template } from "@huggingface/jinja";

const asked = JSON.parse(readFileSync("asked.json", "utf8"));
/** What the template makes of the messages, or the error. */
function text({ template, messages }) {
  try {
    return new Template(template).render({ messages, bos_token: "<bos>", eos_token: "<eos>" });
  } catch (error) {
    return `error: ${error.message}`;
  }
}
const { version } = JSON.parse(readFileSync("node_modules/@huggingface/jinja/package.json", "utf8"));
console.log(JSON.stringify({ version, texts: asked.map(text) }));
JS
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import os
import re
import subprocess
import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

os.environ["TRANSFORMERS_VERBOSITY"] = "error"

from transformers.utils.chat_template_utils import render_jinja_template

TEMPLATES = Path(find_spec("trl").origin).parent / "chat_templates"
# The model's template, the arguments of the past call, and what is looked for in the text.
CASES = {
    "Qwen3.5, true": ("qwen3_5_think", {"flag": True}, r"<parameter=flag>\n(.*)\n"),
    "Qwen3.5, 1.0": ("qwen3_5_think", {"limit": 1.0}, r"<parameter=limit>\n(.*)\n"),
    "Qwen3.5, null": ("qwen3_5_think", {"note": None}, r"<parameter=note>\n(.*)\n"),
    "Gemma 4, null": ("gemma4", {"note": None}, r"call:f(\{.*?\})"),
    "Gemma 4, true": ("gemma4", {"flag": True}, r"call:f(\{.*?\})"),
    "Qwen3.6, true": ("qwen3_6", {"flag": True}, r"<parameter=flag>\n(.*)\n"),
    "Qwen3.6, null": ("qwen3_6", {"note": None}, r"<parameter=note>\n(.*)\n"),
    "Qwen3.8, null": ("qwen3_8", {"note": None}, r"<parameter=note>\n(.*)\n"),
    "GLM 4.5, null": ("glm4moe", {"note": None}, r"<arg_value>(.*?)</arg_value>"),
    "Qwen3, null and 1.0": ("qwen3", {"note": None, "limit": 1.0}, r'"arguments": (\{.*?\})'),
    "DeepSeek V3, object": ("deepseekv3", {"flag": True}, r"```json\n(.*)\n"),
}


def messages(arguments: dict) -> list[dict]:
    """A conversation with one tool call."""
    call = {"type": "function", "function": {"name": "f", "arguments": arguments}}
    return [{"role": "user", "content": "q"}, {"role": "assistant", "content": "", "tool_calls": [call]}, {"role": "tool", "content": "ok"}]


def python(template: str, arguments: dict) -> str:
    try:
        return render_jinja_template([messages(arguments)], chat_template=template, bos_token="<bos>", eos_token="<eos>")[0][0]
    except Exception as error:
        return f"error: {error}"


def part(text: str, pattern: str) -> str:
    """The part of the text that shows the arguments."""
    return "error" if text.startswith("error: ") else re.search(pattern, text)[1]


texts = {name: (TEMPLATES / f"{name}.jinja").read_text("utf-8") for name, _, _ in CASES.values()}
Path("asked.json").write_text(json.dumps([{"template": texts[name], "messages": messages(arguments)} for name, arguments, _ in CASES.values()]), "utf-8")
# JSON has no other way to write 1.0 for JavaScript; there it is the number 1.
script = json.loads(subprocess.run(["node", "run.mjs"], capture_output=True, text=True, check=True).stdout)
print("@huggingface/jinja", script["version"], " ".join(f"{name} {version(name)}" for name in ("trl", "transformers", "jinja2")))
seen = {}
for (case, (name, arguments, pattern)), other in zip(CASES.items(), script["texts"], strict=True):
    seen[case] = (part(python(texts[name], arguments), pattern), part(other, pattern))
    print(f"{case}: Python {seen[case][0]!r}, JavaScript {seen[case][1]!r}")
recorded = {
    "Qwen3.5, true": ("True", "true"),
    "Qwen3.5, 1.0": ("1.0", "1"),
    "Qwen3.5, null": ("None", "error"),
    "Gemma 4, null": ("{note:None}", "{note:}"),
    "Gemma 4, true": ("{flag:true}", "{flag:true}"),
    "Qwen3.6, true": ("true", "true"),
    "Qwen3.6, null": ("null", "null"),
    "Qwen3.8, null": ("null", "null"),
    "GLM 4.5, null": ("null", "null"),
    "Qwen3, null and 1.0": ('{"note": null, "limit": 1.0}', '{"note": null, "limit": 1}'),
    "DeepSeek V3, object": ("error", "[object Map]"),
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
