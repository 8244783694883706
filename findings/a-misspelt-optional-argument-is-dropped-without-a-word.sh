#!/usr/bin/env bash
# Finding: A model that calls search(query, limit=10) with {"query": "a", "limt": 5} gets the ten hits of the default and no
#          word about limt: from the MCP SDKs of Python and TypeScript, AI SDK, LangChain and LangChain.js. Pydantic
#          AI and FastMCP refuse the call and tell the model why.
# A good guess says: an argument that the schema doesn't know is refused.
# What happens: pydantic and zod drop what a model doesn't know unless told, and the schema that goes out doesn't forbid
#          it. z.strictObject, or extra="forbid" in a model of the arguments, turns it into an error that the model
#          can put right.
# Versions: mcp 2.3.0, langchain-core 1.8.3, pydantic-ai-slim 2.68.0, fastmcp 4.2.3 (PyPI), @modelcontextprotocol/sdk
#          1.32.2, ai 7.0.173, @langchain/core 1.4.0, zod 4.6.7 (npm) (Python 3.11, Node 20)
# Seen: 2026-12-01
set -euo pipefail
MCP=${MCP-2.3.0}
LANGCHAIN_CORE_PYTHON=${LANGCHAIN_CORE_PYTHON-1.8.3}
PYDANTIC_AI_SLIM=${PYDANTIC_AI_SLIM-2.68.0}
FASTMCP=${FASTMCP-4.2.3}
MODELCONTEXTPROTOCOL_SDK=${MODELCONTEXTPROTOCOL_SDK-1.32.2}
AI=${AI-7.0.173}
LANGCHAIN_CORE=${LANGCHAIN_CORE-1.4.0}
ZOD=${ZOD-4.6.7}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps \
  "@modelcontextprotocol/sdk@${MODELCONTEXTPROTOCOL_SDK:-latest}" "ai@${AI:-latest}" \
  "@langchain/core@${LANGCHAIN_CORE:-latest}" "zod@${ZOD:-latest}" >/dev/null
for one in a b; do python3 -m venv --without-pip "$tmp/$one"; done
"$python" -m pip --python "$tmp/a" install -q --no-compile "mcp${MCP:+==$MCP}" "langchain-core${LANGCHAIN_CORE_PYTHON:+==$LANGCHAIN_CORE_PYTHON}"
"$python" -m pip --python "$tmp/b" install -q --no-compile "pydantic-ai-slim${PYDANTIC_AI_SLIM:+==$PYDANTIC_AI_SLIM}" "fastmcp${FASTMCP:+==$FASTMCP}"
cd "$tmp"
cat > a.py <<'PY'
import asyncio
import sys
from importlib.metadata import version

from langchain_core.tools import tool
from mcp.server import MCPServer

print("mcp", version("mcp"), "langchain-core", version("langchain-core"))
CALL = {"query": "a", "limt": 5}
server = MCPServer("shop")


@server.tool()
def search(query: str, limit: int = 10) -> str:
    """Search the shop."""
    return f"{limit} hits"


seen = {"mcp": asyncio.run(server.call_tool("search", CALL)).content[0].text}


@tool
def find(query: str, limit: int = 10) -> str:
    """Search the shop."""
    return f"{limit} hits"


seen["langchain"] = find.invoke(CALL)
print(seen)
if set(seen.values()) != {"10 hits"}:
    sys.exit("DIFFERENT from the record: 10 hits from both")
PY
cat > b.py <<'PY'
import asyncio
import logging
import sys
from importlib.metadata import version

from fastmcp import Client, FastMCP
from fastmcp.exceptions import ToolError
from pydantic_ai import Agent
from pydantic_ai.messages import ModelResponse, TextPart, ToolCallPart
from pydantic_ai.models.function import FunctionModel

logging.disable(logging.CRITICAL)
print("pydantic-ai-slim", version("pydantic-ai-slim"), "fastmcp", version("fastmcp"))
CALL = {"query": "a", "limt": 5}


def model(messages, _):
    """Calls the tool once, then says whether it was asked to try again."""
    if len(messages) == 1:
        return ModelResponse(parts=[ToolCallPart("search", CALL)])
    return ModelResponse(parts=[TextPart("refused" if "extra_forbidden" in str(messages[-1]) else "taken")])


agent = Agent(FunctionModel(model))
server = FastMCP("shop")


def search(query: str, limit: int = 10) -> str:
    """Search the shop."""
    return f"{limit} hits"


agent.tool_plain(search)
server.tool(search)


async def by_fastmcp() -> str:
    async with Client(server) as client:
        try:
            return (await client.call_tool("search", CALL)).data
        except ToolError:
            return "refused"


seen = {"pydantic-ai": agent.run_sync("?").output, "fastmcp": asyncio.run(by_fastmcp())}
print(seen)
if set(seen.values()) != {"refused"}:
    sys.exit("DIFFERENT from the record: refused by both")
PY
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { tool as langchainTool } from "@langchain/core/tools";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { generateText, tool } from "ai";
import { MockLanguageModelV4 } from "ai/test";
import { z } from "zod";

for (const name of ["@modelcontextprotocol/sdk", "ai", "@langchain/core", "zod"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
const CALL = { query: "a", limt: 5 };
const fields = { query: z.string(), limit: z.number().default(10) };
/** What the server of MCP says. */
async function byMcp(inputSchema) {
  const server = new McpServer({ name: "shop", version: "1" });
  server.registerTool("search", { inputSchema }, async ({ limit }) => ({ content: [{ type: "text", text: `${limit} hits` }] }));
  const [near, far] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: "a", version: "1" });
  await Promise.all([server.connect(near), client.connect(far)]);
  const result = await client.callTool({ name: "search", arguments: CALL });
  return result.isError ? "refused" : result.content[0].text;
}
/** What the tool of AI SDK is handed. */
async function byAiSdk(inputSchema) {
  const usage = { inputTokens: { total: 1 }, outputTokens: { total: 1 } };
  const content = [{ type: "tool-call", toolCallId: "1", toolName: "search", input: JSON.stringify(CALL) }];
  const model = new MockLanguageModelV4({ doGenerate: async () => ({ content, usage, finishReason: { unified: "tool-calls", raw: "" }, warnings: [] }) });
  let said = "refused";
  await generateText({ model, prompt: "?", tools: { search: tool({ inputSchema, execute: async ({ limit }) => { said = `${limit} hits`; return said; } }) } });
  return said;
}
const byLangchain = (schema) => langchainTool(async ({ limit }) => `${limit} hits`, { name: "search", description: "", schema }).invoke(CALL).catch(() => "refused");
const seen = {};
for (const [name, ask] of Object.entries({ mcp: byMcp, ai: byAiSdk, langchain: byLangchain })) {
  seen[name] = [await ask(z.object(fields)), await ask(z.strictObject(fields))];
}
console.log("z.object, z.strictObject:", seen);
if (Object.values(seen).some(([loose, strict]) => loose !== "10 hits" || strict !== "refused")) {
  console.log("DIFFERENT from the record: 10 hits, and refused with z.strictObject");
  process.exit(1);
}
console.log("as recorded");
process.exit(0);
JS
a/bin/python a.py
b/bin/python b.py
node run.mjs
