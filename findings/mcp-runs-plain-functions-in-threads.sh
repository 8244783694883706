#!/usr/bin/env bash
# Finding: A plain (not async) tool of mcp's server no longer blocks the others: two that
#          sleep half a second take half a second together.
# A good guess says: one second: the function runs on the event loop, as in 1.30.0 (1.01 s
#          there).
# What happens: 0.5 to 0.6 s: plain functions run in worker threads, so tools that share
#          state need locks now.
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
import threading
import time
from importlib.metadata import version

from mcp import Client
from mcp.server import MCPServer

logging.disable(logging.CRITICAL)
print("mcp", version("mcp"))
server = MCPServer("example")
threads = set()


@server.tool()
def slow(n: int) -> int:
    threads.add(threading.get_ident())
    time.sleep(0.5)
    return n


async def main() -> float:
    async with Client(server) as client:
        start = time.monotonic()
        await asyncio.gather(client.call_tool("slow", {"n": 1}), client.call_tool("slow", {"n": 2}))
        return time.monotonic() - start


seconds = asyncio.run(main())
main_thread = threading.main_thread().ident in threads
print(f"two calls of 0.5 s: {seconds:.2f} s; {len(threads)} threads, the main one among them: {main_thread}")
if len(threads) != 2 or main_thread:
    sys.exit("DIFFERENT from the record: two worker threads at the same time")
print("as recorded")
PY
