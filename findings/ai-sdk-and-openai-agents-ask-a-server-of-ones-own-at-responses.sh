#!/usr/bin/env bash
# Finding: With nothing but the base URL of an OpenAI-compatible server, AI SDK (createOpenAI) and the Agents SDK of OpenAI
#          send the question to /v1/responses; LangChain.js and LlamaIndex.TS send it to /v1/chat/completions. A
#          gateway that knows only the latter answers 404.
# A good guess says: OpenAI-compatible means /chat/completions, so all four go there.
# What happens: both take the Responses API for the default, whatever the model is called; what they send there has
#          input and max_output_tokens instead of messages and max_tokens. createOpenAI(…).chat(model), or the
#          package @ai-sdk/openai-compatible, and setOpenAIAPI("chat_completions") go to /chat/completions.
# Versions: ai 7.0.173, @ai-sdk/openai 4.0.118, @openai/agents 0.20.0, openai 7.59.0, @langchain/openai 1.5.8,
#          @langchain/core 1.4.0, @llamaindex/openai 0.4.22, llamaindex 0.12.1, zod 4.6.7 (npm) (Node 20)
# Seen: 2026-12-01
set -euo pipefail
AI=${AI-7.0.173}
AI_SDK_OPENAI=${AI_SDK_OPENAI-4.0.118}
OPENAI_AGENTS=${OPENAI_AGENTS-0.20.0}
OPENAI=${OPENAI-7.59.0}
LANGCHAIN_OPENAI=${LANGCHAIN_OPENAI-1.5.8}
LANGCHAIN_CORE=${LANGCHAIN_CORE-1.4.0}
LLAMAINDEX_OPENAI=${LLAMAINDEX_OPENAI-0.4.22}
LLAMAINDEX=${LLAMAINDEX-0.12.1}
ZOD=${ZOD-4.6.7}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "ai@${AI:-latest}" \
  "@ai-sdk/openai@${AI_SDK_OPENAI:-latest}" "@openai/agents@${OPENAI_AGENTS:-latest}" "openai@${OPENAI:-latest}" \
  "@langchain/openai@${LANGCHAIN_OPENAI:-latest}" "@langchain/core@${LANGCHAIN_CORE:-latest}" \
  "@llamaindex/openai@${LLAMAINDEX_OPENAI:-latest}" "llamaindex@${LLAMAINDEX:-latest}" "zod@${ZOD:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import http from "node:http";
import { createOpenAI } from "@ai-sdk/openai";
import { ChatOpenAI } from "@langchain/openai";
import { OpenAI as LlamaIndex } from "@llamaindex/openai";
import * as agents from "@openai/agents";
import { generateText } from "ai";
import OpenAI from "openai";

for (const name of ["ai", "@ai-sdk/openai", "@openai/agents", "openai", "@langchain/openai", "@llamaindex/openai"]) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
}
let asked = [];
// A server that knows /chat/completions only, as many gateways do.
const server = http.createServer((request, response) => {
  request.resume().on("end", () => {
    asked.push(request.url);
    const known = request.url === "/v1/chat/completions";
    response.writeHead(known ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(known ? {
      id: "1", object: "chat.completion", created: 1, model: "qwen", usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
      choices: [{ index: 0, message: { role: "assistant", content: "好" }, finish_reason: "stop" }],
    } : { error: { message: "not found" } }));
  });
}).listen(0, "127.0.0.1");
await new Promise((ready) => server.on("listening", ready));
const baseURL = `http://127.0.0.1:${server.address().port}/v1`;
const [model, apiKey] = ["qwen3.5-9b", "-"];
agents.setTracingDisabled(true);
agents.setDefaultOpenAIClient(new OpenAI({ baseURL, apiKey, maxRetries: 0 }));
const agent = () => agents.run(new agents.Agent({ name: "a", model, instructions: "." }), "?");
const WAYS = {
  "AI SDK": () => generateText({ model: createOpenAI({ baseURL, apiKey })(model), prompt: "?", maxRetries: 0 }),
  "Agents SDK": agent,
  "LangChain.js": () => new ChatOpenAI({ model, apiKey, configuration: { baseURL } }).invoke("?"),
  "LlamaIndex.TS": () => new LlamaIndex({ model, apiKey, baseURL }).chat({ messages: [{ role: "user", content: "?" }] }),
  "AI SDK, .chat": () => generateText({ model: createOpenAI({ baseURL, apiKey }).chat(model), prompt: "?", maxRetries: 0 }),
  "Agents SDK, chat_completions": () => { agents.setOpenAIAPI("chat_completions"); return agent(); },
};
const seen = {};
for (const [name, ask] of Object.entries(WAYS)) {
  asked = [];
  const end = await ask().then(() => "answered", () => "error");
  seen[name] = `${asked.join(" ")} ${end}`;
}
server.close();
console.log(seen);
const [responses, chat] = ["/v1/responses error", "/v1/chat/completions answered"];
if (JSON.stringify(Object.values(seen)) !== JSON.stringify([responses, responses, chat, chat, chat, chat])) {
  console.log("DIFFERENT from the record: responses and an error for the first two, chat/completions for the others");
  process.exit(1);
}
console.log("as recorded");
process.exit(0);
JS
node run.mjs
