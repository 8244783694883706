#!/usr/bin/env bash
# Finding: An mcp tool annotated -> dict gives no structured content, -> int and ->
#          list[str] do.
# A good guess says: a dict is the structured content; a list can't be.
# What happens: int and list are wrapped as {"result": …} with an output schema; plain
#          dict has neither schema nor structured content, only text. dict[str, int] has
#          both.
# Versions: mcp 2.3.0 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
MCP=${MCP-2.3.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "mcp${MCP:+==$MCP}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import asyncio
import logging
import sys
from importlib.metadata import version

from mcp import Client
from mcp.server import MCPServer

logging.disable(logging.CRITICAL)
print("mcp", version("mcp"))
server = MCPServer("example")


@server.tool()
def plain() -> dict:
    return {"度": 3}


@server.tool()
def typed() -> dict[str, int]:
    return {"度": 3}


@server.tool()
def number() -> int:
    return 3


@server.tool()
def words() -> list[str]:
    return ["甲", "乙"]


async def main() -> dict[str, object]:
    async with Client(server) as client:
        return {name: (await client.call_tool(name, {})).structured_content for name in ("plain", "typed", "number", "words")}


seen = asyncio.run(main())
print(seen)
recorded = {"plain": None, "typed": {"度": 3}, "number": {"result": 3}, "words": {"result": ["甲", "乙"]}}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
