#!/usr/bin/env bash
# Finding: One function with nights: int = 1 and room = "single": the OpenAI Agents SDK lists every
#          argument as required, smolagents and agno do not tell the model the default, AutoGen
#          describes nights as "nights".
# A good guess says: the schema says the same everywhere: city required, the defaults and the
#          docstring's descriptions there.
# What happens: the Agents SDK makes a strict schema (strict_mode=False gives the optional ones
#          back), so the model has to fill in nights and room every time. smolagents and agno leave
#          "default" out. AutoGen drops the docstring's lines on arguments and writes each
#          argument's own name as its description (Annotated[int, "..."] is what it reads). Say the
#          default in the description.
# Versions: openai-agents 0.24.0, smolagents 1.26.0, agno 3.1.10, autogen-core 0.7.5 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
OPENAI_AGENTS=${OPENAI_AGENTS-0.24.0}
SMOLAGENTS=${SMOLAGENTS-1.26.0}
AGNO=${AGNO-3.1.10}
AUTOGEN_CORE=${AUTOGEN_CORE-0.7.5}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "openai-agents${OPENAI_AGENTS:+==$OPENAI_AGENTS}" \
  "smolagents${SMOLAGENTS:+==$SMOLAGENTS}" \
  "agno${AGNO:+==$AGNO}" \
  "autogen-core${AUTOGEN_CORE:+==$AUTOGEN_CORE}"
cd "$tmp"
cat > hotel.py <<'PY'
import sys
from importlib.metadata import version
from typing import Literal

from agents import function_tool
from agno.tools import Function
from autogen_core.tools import FunctionTool
from smolagents import tool
from smolagents.models import get_tool_json_schema

print(" ".join(f"{name} {version(name)}" for name in ("openai-agents", "smolagents", "agno", "autogen-core")))


def book_hotel(city: str, nights: int = 1, room: Literal["single", "double"] = "single") -> str:
    """Book a hotel room.

    Args:
        city: City to stay in.
        nights: How many nights to stay.
        room: Kind of room.
    """
    return "booked"


def by_agno() -> dict:
    function = Function.from_callable(book_hotel)
    function.process_entrypoint()
    return function.parameters


SCHEMAS = {
    "openai-agents": function_tool(book_hotel).params_json_schema,
    "openai-agents, strict_mode=False": function_tool(book_hotel, strict_mode=False).params_json_schema,
    "smolagents": get_tool_json_schema(tool(book_hotel))["function"]["parameters"],
    "agno": by_agno(),
    "autogen": FunctionTool(book_hotel, description="Book a hotel room.").schema["parameters"],
}
seen = {}
for name, schema in SCHEMAS.items():
    nights = schema["properties"]["nights"]
    seen[name] = (list(schema["required"]), nights.get("default"), nights.get("description"))
    print(f"{name}: required {seen[name][0]}, nights {nights}")
SAID = "How many nights to stay."
recorded = {
    "openai-agents": (["city", "nights", "room"], 1, SAID),
    "openai-agents, strict_mode=False": (["city"], 1, SAID),
    "smolagents": (["city"], None, SAID),
    "agno": (["city"], None, SAID),
    "autogen": (["city"], 1, "nights"),
}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
PYTHONWARNINGS=ignore python3 hotel.py
