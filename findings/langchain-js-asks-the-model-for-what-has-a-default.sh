#!/usr/bin/env bash
# Finding: A tool of LangChain.js whose zod schema says days: z.number().default(3) tells the model that
#          days is required; the same schema is optional in the AI SDK and in the MCP TypeScript SDK.
# A good guess says: a field with a default is optional for the model everywhere.
# What happens: zod 4 makes two schemas, for what goes in and what comes out (where the default is filled
#          in, so the field is always there); LangChain.js takes the second, z.toJSONSchema's own. Call
#          z.toJSONSchema(schema, {io: 'input'}) and hand that over. For an MCP outputSchema 'what
#          comes out' is right, but nobody fills the default in: a tool that leaves the field out passes
#          at the server and is refused by the client.
# Versions: langchain-core 1.4.0 (npm @langchain/core), ai 7.0.173, modelcontextprotocol-sdk 1.32.2 (npm
#          @modelcontextprotocol/sdk), zod 4.6.7 (Node 20)
# Seen: 2026-11-30
set -euo pipefail
LANGCHAIN_CORE=${LANGCHAIN_CORE-1.4.0}
AI=${AI-7.0.173}
MODELCONTEXTPROTOCOL_SDK=${MODELCONTEXTPROTOCOL_SDK-1.32.2}
ZOD=${ZOD-4.6.7}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "@langchain/core@${LANGCHAIN_CORE:-latest}" \
  "ai@${AI:-latest}" \
  "@modelcontextprotocol/sdk@${MODELCONTEXTPROTOCOL_SDK:-latest}" \
  "zod@${ZOD:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { tool } from "@langchain/core/tools";
import { convertToOpenAITool } from "@langchain/core/utils/function_calling";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { asSchema } from "ai";
import { z } from "zod";

for (const name of ["@langchain/core", "ai", "@modelcontextprotocol/sdk", "zod"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
const schema = z.object({ city: z.string(), days: z.number().default(3) });
const made = { name: "forecast", description: "天气预报" };
const server = new McpServer({ name: "weather", version: "1" });
const outputSchema = { degrees: z.number(), unit: z.string().default("C") };
server.registerTool(made.name, { description: made.description, inputSchema: schema.shape, outputSchema }, async () => ({
  content: [{ type: "text", text: "20" }],
  structuredContent: { degrees: 20 },
}));
const [near, far] = InMemoryTransport.createLinkedPair();
const client = new Client({ name: "model", version: "1" });
await Promise.all([server.connect(near), client.connect(far)]);
const listed = (await client.listTools()).tools[0];
const answer = await client.callTool({ name: made.name, arguments: { city: "北京" } }).then(
  ({ structuredContent }) => JSON.stringify(structuredContent),
  (error) => error.message,
);
const plain = tool(async () => "20", { ...made, schema });
const asInput = tool(async () => "20", { ...made, schema: z.toJSONSchema(schema, { io: "input" }) });
const seen = {
  "LangChain.js": convertToOpenAITool(plain).function.parameters.required,
  "LangChain.js, io: input": convertToOpenAITool(asInput).function.parameters.required,
  "AI SDK": (await asSchema(schema).jsonSchema).required,
  "MCP": listed.inputSchema.required,
};
for (const [name, required] of Object.entries(seen)) console.log(`${name}: required ${JSON.stringify(required)}`);
console.log("MCP, a result without the field that has a default:", answer);
const recorded = { "LangChain.js": ["city", "days"], "LangChain.js, io: input": ["city"], "AI SDK": ["city"], MCP: ["city"] };
if (JSON.stringify(seen) !== JSON.stringify(recorded) || !answer.includes("must have required property 'unit'")) {
  console.log(`DIFFERENT from the record: ${JSON.stringify(recorded)}, and the client refuses the result`);
  process.exit(1);
}
console.log("as recorded");
process.exit(0);
JS
node run.mjs
