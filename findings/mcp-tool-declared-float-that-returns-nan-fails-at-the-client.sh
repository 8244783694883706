#!/usr/bin/env bash
# Finding: A tool declared -> float that returns NaN makes the client's call_tool raise RuntimeError
#          (None is not of type 'number'); without the annotation the text NaN arrives.
# A good guess says: the text says NaN and the structured content null.
# What happens: the server sends null against its own schema, and the client checks it; an infinity
#          fails alike. And a datetime, Decimal or Enum alone is sent as JSON, quotes included; a
#          str isn't. A metric tool should return None or a text for what is no number.
# Versions: mcp 2.3.0 (Python 3.11)
# Seen: 2026-11-30
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
import math
import sys
from datetime import datetime
from decimal import Decimal
from importlib.metadata import version

from mcp import Client
from mcp.server import MCPServer

print("mcp", version("mcp"))
server = MCPServer("metrics")


@server.tool()
def loss(value: str) -> float:
    return float(value)


@server.tool()
def loss_untyped(value: str):
    return float(value)


@server.tool()
def loss_or_none(value: str) -> float | None:
    return None if math.isnan(float(value)) else float(value)


@server.tool()
def day() -> datetime:
    return datetime(2024, 5, 1)


@server.tool()
def price() -> Decimal:
    return Decimal("0.10")


@server.tool()
def name() -> str:
    return "0.10"


async def call(client: Client, tool: str, **arguments: str) -> list:
    """The text and the structured content, or the error raised at the client."""
    try:
        result = await client.call_tool(tool, arguments)
    except RuntimeError as error:
        return [type(error).__name__, str(error).splitlines()[0]]
    return ["".join(part.text for part in result.content), result.structured_content]


async def main() -> dict[str, list]:
    async with Client(server) as client:
        seen = {f"{tool} {value}": await call(client, tool, value=value) for tool in ("loss", "loss_untyped", "loss_or_none") for value in ("0.5", "nan")}
        return seen | {"loss inf": await call(client, "loss", value="inf")} | {tool: await call(client, tool) for tool in ("day", "price", "name")}


seen = asyncio.run(main())
for tool, found in seen.items():
    print(f"{tool}: {found}")
errors = [tool for tool, found in seen.items() if found[0] == "RuntimeError"]
if errors != ["loss nan", "loss inf"] or seen["loss_untyped nan"][0] != "NaN" or seen["loss_or_none nan"][1] != {"result": None}:
    sys.exit("DIFFERENT from the record: an error for NaN and infinity, the text NaN without the annotation")
if [seen[tool][0] for tool in ("day", "price", "name")] != ['"2024-05-01T00:00:00"', '"0.10"', "0.10"]:
    sys.exit("DIFFERENT from the record: date and decimal in quotes, a str without")
print("as recorded")
PY
