#!/usr/bin/env bash
# Finding: A tool of the Python MCP SDK with content: str | None refuses the text '{"a": 1}' and
#          '[1, 2]' with a validation error, and turns the text 'null' into None; with content: str
#          all three arrive as they are.
# A good guess says: a text is a text: it arrives as it was sent, whether the argument is optional
#          or not.
# What happens: for every annotation that isn't exactly str the SDK first tries to read a text as
#          JSON (some clients send lists as text) and takes what comes out, unless it is a number or
#          a text; the object then fits no str. Without an annotation the tool gets a dict instead
#          of the text. FastMCP hands all of them over unchanged, and refuses '["a"]' for list[str],
#          which the SDK accepts. A tool that writes files meets it with the first package.json.
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
import json
import logging
import sys
from importlib.metadata import version

from fastmcp import Client as FastClient
from fastmcp import FastMCP
from mcp import Client
from mcp.server import MCPServer

print(" ".join(f"{name} {version(name)}" for name in ("mcp", "fastmcp")))
logging.disable(logging.ERROR)
TEXTS = ['{"a": 1}', "[1, 2]", "null", "123", "plain"]


def build(kind: type) -> MCPServer | FastMCP:
    """A server whose three tools say what they were given."""
    server = kind("files")

    @server.tool()
    def text(content: str) -> str:
        return repr(content)

    @server.tool()
    def optional(content: str | None = None) -> str:
        return repr(content)

    @server.tool()
    def any(content) -> str:
        return repr(content)

    return server


async def given(client: object, tool: str, text: str) -> str:
    try:
        result = await client.call_tool(tool, {"content": text})
    except Exception:
        return "refused"
    return "refused" if getattr(result, "is_error", False) else result.content[0].text


async def main() -> dict[str, dict[str, list[str]]]:
    seen = {}
    for name, kind, make in (("mcp", MCPServer, Client), ("fastmcp", FastMCP, FastClient)):
        async with make(build(kind)) as client:
            seen[name] = {tool: [await given(client, tool, text) for text in TEXTS] for tool in ("text", "optional", "any")}
    return seen


seen = asyncio.run(main())
for name, tools in seen.items():
    for tool, values in tools.items():
        print(f"{name}, {tool}:", ", ".join(f"{text} -> {value}" for text, value in zip(TEXTS, values)))
same = [repr(text) for text in TEXTS]
RECORDED = {
    "mcp": {"text": same, "optional": ["refused", "refused", "None", "'123'", "'plain'"], "any": ["{'a': 1}", "[1, 2]", "None", "'123'", "'plain'"]},
    "fastmcp": {"text": same, "optional": same, "any": same},
}
if seen != RECORDED:
    sys.exit(f"DIFFERENT from the record: {RECORDED}")
print("as recorded")
PY
