#!/usr/bin/env bash
# Finding: A non-streamed answer whose first byte takes longer than five minutes never arrives in Node:
#          fetch, openai, Anthropic's SDK and the AI SDK fail after about 300 s; with its default two
#          retries openai has by then asked a second time, so it is computed again.
# A good guess says: fetch waits without end, and the SDKs keep the ten minutes that they name as their timeout.
# What happens: the fetch that comes with Node gives up 300 s after the request if no headers have come
#          (UND_ERR_HEADERS_TIMEOUT). openai and Anthropic's SDK say 'Request timed out' (openai 7 adds
#          why), and it counts as worth a retry; a longer timeout in the client changes nothing.
#          Stream the answer, or give fetch a dispatcher with a headersTimeout of one's own.
# Versions: openai 7.59.0, @anthropic-ai/sdk 1.14.0, ai 7.0.173, @ai-sdk/openai 4.0.118 (npm) (Node 20)
# Seen: 2026-12-01
set -euo pipefail
OPENAI=${OPENAI-7.59.0}
ANTHROPIC_AI_SDK=${ANTHROPIC_AI_SDK-1.14.0}
AI=${AI-7.0.173}
AI_SDK_OPENAI=${AI_SDK_OPENAI-4.0.118}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "openai@${OPENAI:-latest}" \
  "@anthropic-ai/sdk@${ANTHROPIC_AI_SDK:-latest}" \
  "ai@${AI:-latest}" \
  "@ai-sdk/openai@${AI_SDK_OPENAI:-latest}" \
  zod@4 >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { createOpenAI } from "@ai-sdk/openai";
import Anthropic from "@anthropic-ai/sdk";
import { generateText } from "ai";
import OpenAI from "openai";

for (const name of ["openai", "@anthropic-ai/sdk", "ai", "@ai-sdk/openai"]) console.log(name.replace("@", "").replace("/", "-"), JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
console.log("Node", process.version);
const asked = {};
// Thinks for ten minutes; the record is complete before that.
const server = createServer((request) => {
  const [, name] = request.url.split("/");
  asked[name] = (asked[name] ?? 0) + 1;
  request.resume();
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const base = `http://127.0.0.1:${server.address().port}`;
const messages = [{ role: "user", content: "证明一下" }];
const minutes = 15 * 60 * 1000;
const ways = {
  fetch: () => fetch(`${base}/fetch`),
  openai: () => new OpenAI({ apiKey: "none", baseURL: `${base}/openai`, timeout: minutes, maxRetries: 0 }).chat.completions.create({ model: "m", messages }),
  "openai-with-retries": () => new OpenAI({ apiKey: "none", baseURL: `${base}/openai-with-retries` }).chat.completions.create({ model: "m", messages }),
  anthropic: () => new Anthropic({ apiKey: "none", baseURL: `${base}/anthropic`, timeout: minutes, maxRetries: 0 }).messages.create({ model: "m", max_tokens: 100, messages }),
  "ai-sdk": () => generateText({ model: createOpenAI({ apiKey: "none", baseURL: `${base}/ai-sdk` }).chat("m"), messages, maxRetries: 0 }),
};
const begun = performance.now();
const seen = {};
for (const [name, way] of Object.entries(ways)) {
  way().catch((error) => {
    seen[name] = [Math.round((performance.now() - begun) / 1000), error.message];
  });
}
await wait(345_000);
for (const name of Object.keys(ways)) console.log(`${name}: asked ${asked[name]} times,`, seen[name] ? `failed after ${seen[name][0]} s: ${seen[name][1]}` : "still waiting after 345 s");
const right = Object.keys(ways).every((name) => (name === "openai-with-retries" ? asked[name] === 2 && !seen[name] : asked[name] === 1 && seen[name]?.[0] >= 295 && seen[name][0] <= 335));
if (!right) {
  console.log("DIFFERENT from the record: all fail between 295 and 335 s; openai with its retries asks a second time");
  process.exit(1);
}
console.log("as recorded");
process.exit(0);
JS
node run.mjs
