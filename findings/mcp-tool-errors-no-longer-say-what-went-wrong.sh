#!/usr/bin/env bash
# Finding: When a tool of mcp 2.1 or later raises ValueError('没有这个词'), the model reads only “Error
#          executing tool lookup”.
# A good guess says: the text of the exception stands in the result, so the model can
#          correct itself.
# What happens: is_error is true and the message is left out (2.0.1 still has it); an argument
#          of the wrong type still gives the whole sentence of pydantic. What the model
#          should read has to be returned or raised as ToolError.
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
from mcp.server.mcpserver.exceptions import ToolError

logging.disable(logging.CRITICAL)
print("mcp", version("mcp"))
server = MCPServer("example")


@server.tool()
def lookup(word: str) -> str:
    raise ValueError("没有这个词")


@server.tool()
def lookup_with_tool_error(word: str) -> str:
    raise ToolError("没有这个词")


@server.tool()
def count(n: int) -> int:
    return n


async def main() -> list[tuple[bool, str]]:
    calls = [("lookup", {"word": "甲"}), ("lookup_with_tool_error", {"word": "甲"}), ("count", {"n": "三"})]
    async with Client(server) as client:
        results = [await client.call_tool(name, arguments) for name, arguments in calls]
    return [(r.is_error, r.content[0].text) for r in results]


seen = asyncio.run(main())
for line in seen:
    print(line)
if seen[0] != (True, "Error executing tool lookup") or "没有这个词" not in seen[1][1] or "valid integer" not in seen[2][1]:
    sys.exit("DIFFERENT from the record: no message of ValueError, but of ToolError and of a wrong type")
print("as recorded")
PY
