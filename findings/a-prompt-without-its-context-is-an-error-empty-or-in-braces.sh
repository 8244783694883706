#!/usr/bin/env bash
# Finding: Asked to fill 'Q {question} C {context}' without the context, LlamaIndex's PromptTemplate
#          returns 'Q why C {context}', LangChain's raises KeyError, Haystack's PromptBuilder
#          ValueError.
# A good guess says: LlamaIndex raises KeyError like str.format; Haystack renders nothing, as Jinja
#          does.
# What happens: LlamaIndex replaces the names it knows and leaves all other braces, so JSON examples
#          need no doubling and a misspelt name reaches the model; its RichPromptTemplate and
#          LangChain's mustache and jinja2 render nothing. Mustache also writes < & and quotes of
#          the value as HTML.
# Versions: llama-index-core 0.14.25, langchain-core 1.8.3, haystack-ai 3.4.1 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
LLAMA_INDEX_CORE=${LLAMA_INDEX_CORE-0.14.25}
LANGCHAIN_CORE=${LANGCHAIN_CORE-1.8.3}
HAYSTACK_AI=${HAYSTACK_AI-3.4.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "llama-index-core${LLAMA_INDEX_CORE:+==$LLAMA_INDEX_CORE}" \
  "langchain-core${LANGCHAIN_CORE:+==$LANGCHAIN_CORE}" \
  "haystack-ai${HAYSTACK_AI:+==$HAYSTACK_AI}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import sys
from importlib.metadata import version

os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"
from haystack.components.builders import PromptBuilder
from langchain_core.prompts import PromptTemplate
from llama_index.core.prompts import PromptTemplate as LlamaTemplate
from llama_index.core.prompts import RichPromptTemplate

print(" ".join(f"{name} {version(name)}" for name in ("llama-index-core", "langchain-core", "haystack-ai")))
BRACES, DOUBLE = "Q {question} C {context}", "Q {{question}} C {{context}}"
FILL = {
    "LlamaIndex": lambda text: LlamaTemplate(BRACES).format(question=text),
    "LlamaIndex Rich": lambda text: RichPromptTemplate(DOUBLE).format(question=text),
    "LangChain": lambda text: PromptTemplate.from_template(BRACES).format(question=text),
    "LangChain mustache": lambda text: PromptTemplate.from_template(DOUBLE, template_format="mustache").format(question=text),
    "LangChain jinja2": lambda text: PromptTemplate.from_template(DOUBLE, template_format="jinja2").format(question=text),
    "Haystack": lambda text: PromptBuilder(template=DOUBLE).run(question=text)["prompt"],
}


def filled(name: str, text: str) -> str:
    try:
        return FILL[name](text)
    except (KeyError, ValueError) as error:
        return type(error).__name__


seen = {name: [filled(name, "why"), filled(name, 'a < "b"')] for name in FILL}
for name, texts in seen.items():
    print(f"{name}: {texts}")
nothing = ["Q why C ", 'Q a < "b" C ']
RECORDED = {
    "LlamaIndex": ["Q why C {context}", 'Q a < "b" C {context}'],
    "LlamaIndex Rich": nothing,
    "LangChain": ["KeyError"] * 2,
    "LangChain mustache": ["Q why C ", "Q a &lt; &quot;b&quot; C "],
    "LangChain jinja2": nothing,
    "Haystack": ["ValueError"] * 2,
}
if seen != RECORDED:
    sys.exit(f"DIFFERENT from the record: {RECORDED}")
print("as recorded")
PY
