#!/usr/bin/env bash
# Finding: An MCP tool that returns an empty list sends no text at all: content is [], so a model
#          that reads the text sees an empty result, the same as for None.
# A good guess says: the text [], and one JSON list as the text of three strings.
# What happens: the Python SDK makes a block of each element: none for [], three for three strings
#          without a mark that they were a list. FastMCP sends one JSON text for three strings, but
#          for [] nothing either. structured_content holds the list, if the return type is given and
#          the host passes it on.
# Versions: mcp 2.3.0, fastmcp 4.2.3 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
MCP=${MCP-2.3.0}
FASTMCP=${FASTMCP-4.2.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "mcp${MCP:+==$MCP}" \
  "fastmcp${FASTMCP:+==$FASTMCP}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import asyncio
import sys
from importlib.metadata import version

from fastmcp import Client, FastMCP
from mcp.server import MCPServer

print(" ".join(f"{name} {version(name)}" for name in ("mcp", "fastmcp")))


def empty() -> list[str]:
    """Titles that match, none here."""
    return []


def three() -> list[str]:
    """Titles that match."""
    return ["甲", "乙", "丙"]


def bare():
    """Titles that match, without a return type."""
    return []


def nothing() -> None:
    """Nothing to say."""


def zero() -> int:
    """A number."""
    return 0


TOOLS = [empty, three, bare, nothing, zero]


async def answers() -> dict[str, list[tuple[list[str], dict | None]]]:
    """For each tool the texts and the structured content by mcp and by fastmcp."""
    plain, fast = MCPServer("example"), FastMCP("example")
    for tool in TOOLS:
        plain.tool()(tool)
        fast.tool()(tool)
    seen = {}
    async with Client(fast) as client:
        for tool in TOOLS:
            first = await plain.call_tool(tool.__name__, {})
            texts, structured = first if isinstance(first, tuple) else (first.content, first.structured_content)
            second = await client.call_tool(tool.__name__, {})
            seen[tool.__name__] = [
                ([block.text for block in texts], structured),
                ([block.text for block in second.content], second.structured_content),
            ]
    return seen


seen = asyncio.run(answers())
for name, (plain, fast) in seen.items():
    print(f"{name}: mcp {plain}, fastmcp {fast}")
texts = {name: [one[0] for one in both] for name, both in seen.items()}
recorded = {"empty": [[], []], "three": [["甲", "乙", "丙"], ['["甲","乙","丙"]']], "bare": [[], []], "nothing": [[], []], "zero": [["0"], ["0"]]}
if texts != recorded or [one[1] for one in seen["empty"]] != [{"result": []}, {"result": []}] or [one[1] for one in seen["bare"]] != [None, None]:
    sys.exit(f"DIFFERENT from the record: {recorded}, the list in structured_content only where the type is given")
print("as recorded")
PY
