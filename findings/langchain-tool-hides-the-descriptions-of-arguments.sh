#!/usr/bin/env bash
# Finding: A function with an Args section loses the descriptions of its arguments when decorated
#          with @tool of LangChain; handed over undecorated, it keeps them.
# A good guess says: both ways give one schema: the decorator makes a tool of the same function and
#          docstring.
# What happens: For a plain function the docstring is parsed: a short description, and one for each
#          argument. @tool puts the whole docstring into the description and leaves the arguments
#          bare unless parse_docstring=True is said. fastmcp parses it without being told, mcp does
#          not.
# Versions: langchain-core 1.8.3 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
LANGCHAIN_CORE=${LANGCHAIN_CORE-1.8.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "langchain-core${LANGCHAIN_CORE:+==$LANGCHAIN_CORE}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from langchain_core.tools import tool
from langchain_core.utils.function_calling import convert_to_openai_tool

print("langchain-core", version("langchain-core"))


def search(query: str, limit: int = 10) -> str:
    """Search the handbook.

    Args:
        query: 要找的词
        limit: 最多几条
    """
    return query * limit


WAYS = {"plain": search, "@tool": tool(search), "@tool(parse_docstring=True)": tool(parse_docstring=True)(search)}
seen = {}
for name, way in WAYS.items():
    schema = convert_to_openai_tool(way)["function"]
    described = {key: value.get("description") for key, value in schema["parameters"]["properties"].items()}
    seen[name] = ("Args:" in schema["description"], described)
    print(f"{name}: {schema['description']!r}, arguments {described}")
told = {"query": "要找的词", "limit": "最多几条"}
recorded = {"plain": (False, told), "@tool": (True, dict.fromkeys(told)), "@tool(parse_docstring=True)": (False, told)}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: Args in the description, descriptions of arguments: {recorded}")
print("as recorded")
PY
