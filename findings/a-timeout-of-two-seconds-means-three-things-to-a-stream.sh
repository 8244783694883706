#!/usr/bin/env bash
# Finding: timeout of two seconds and an answer that comes as a stream: where the stream stands still for six seconds, the
#          JavaScript SDKs of OpenAI and Anthropic wait for it to the end, OpenAI's in Python gives up after two;
#          where it sends something every second for five, AI SDK breaks it off after two, the others don't.
# A good guess says: the same word means the same everywhere: two seconds without a sign of life.
# What happens: in the JavaScript SDKs the clock stops at the headers; in Python it is the longest pause between two
#          pieces; in AI SDK (timeout: 2000) it is the whole answer, and {chunkMs: 2000} is the pause.
# Versions: openai 7.59.0, @anthropic-ai/sdk 1.14.0, ai 7.0.173, @ai-sdk/openai 4.0.118, zod 4.6.7 (npm), openai 3.57.0
#          (PyPI) (Node 20, Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
OPENAI=${OPENAI-7.59.0}
ANTHROPIC_AI_SDK=${ANTHROPIC_AI_SDK-1.14.0}
AI=${AI-7.0.173}
AI_SDK_OPENAI=${AI_SDK_OPENAI-4.0.118}
ZOD=${ZOD-4.6.7}
OPENAI_PYTHON=${OPENAI_PYTHON-3.57.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "openai@${OPENAI:-latest}" \
  "@anthropic-ai/sdk@${ANTHROPIC_AI_SDK:-latest}" "ai@${AI:-latest}" "@ai-sdk/openai@${AI_SDK_OPENAI:-latest}" \
  "zod@${ZOD:-latest}" >/dev/null
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "openai${OPENAI_PYTHON:+==$OPENAI_PYTHON}"
cd "$tmp"
cat > ask.py <<'PY'
import sys

import openai

client = openai.OpenAI(base_url=sys.argv[1], api_key="-", timeout=2, max_retries=0)
text, end = "", "whole"
try:
    for piece in client.chat.completions.create(model="m", messages=[{"role": "user", "content": "?"}], stream=True):
        text += piece.choices[0].delta.content
except openai.APITimeoutError:
    end = "timeout"
print(end)
PY
cat > run.mjs <<'JS'
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import http from "node:http";
import { promisify } from "node:util";
import { createOpenAI } from "@ai-sdk/openai";
import Anthropic from "@anthropic-ai/sdk";
import { streamText } from "ai";
import OpenAI from "openai";

for (const name of ["openai", "@anthropic-ai/sdk", "ai", "@ai-sdk/openai"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
// Seconds before each piece of the answer.
const PAUSES = { still: [0, 6], steady: [0, 1, 1, 1, 1, 1] };
const server = http.createServer((request, response) => {
  request.resume().on("end", async () => {
    const [, kind] = request.url.split("/");
    const anthropic = request.url.endsWith("/messages");
    const send = (data) => response.write(`${anthropic ? `event: ${data.type}\n` : ""}data: ${JSON.stringify(data)}\n\n`);
    response.writeHead(200, { "content-type": "text/event-stream" });
    if (anthropic) {
      send({ type: "message_start", message: { id: "1", type: "message", role: "assistant", model: "m", content: [], stop_reason: null, stop_sequence: null, usage: { input_tokens: 1, output_tokens: 1 } } });
      send({ type: "content_block_start", index: 0, content_block: { type: "text", text: "" } });
    }
    for (const seconds of PAUSES[kind]) {
      await pause(seconds);
      send(anthropic ? { type: "content_block_delta", index: 0, delta: { type: "text_delta", text: "字" } }
        : { id: "1", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, delta: { role: "assistant", content: "字" }, finish_reason: null }] });
    }
    if (anthropic) {
      send({ type: "content_block_stop", index: 0 });
      send({ type: "message_delta", delta: { stop_reason: "end_turn", stop_sequence: null }, usage: { output_tokens: 2 } });
      send({ type: "message_stop" });
      response.end();
    } else {
      send({ id: "1", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, delta: { content: "" }, finish_reason: "stop" }] });
      response.end("data: [DONE]\n\n");
    }
  });
}).listen(0, "127.0.0.1");
await new Promise((ready) => server.on("listening", ready));
const at = (kind) => `http://127.0.0.1:${server.address().port}/${kind}`;
const messages = [{ role: "user", content: "?" }];
/** "whole" where all pieces came, "timeout" where it was broken off. */
async function read(pieces, kind) {
  let count = 0;
  try {
    for await (const piece of await pieces) count += piece ? 1 : 0;
  } catch { return "timeout"; }
  return count === PAUSES[kind].length ? "whole" : "timeout";
}
async function* openai(kind) {
  const stream = await new OpenAI({ baseURL: at(kind), apiKey: "-", timeout: 2000, maxRetries: 0 }).chat.completions.create({ model: "m", messages, stream: true });
  for await (const piece of stream) yield piece.choices[0].delta.content;
}
async function* anthropic(kind) {
  const stream = await new Anthropic({ baseURL: at(kind), apiKey: "-", timeout: 2000, maxRetries: 0 }).messages.create({ model: "m", max_tokens: 9, messages, stream: true });
  for await (const piece of stream) yield piece.type === "content_block_delta";
}
const aiSdk = (timeout) => (kind) => streamText({ model: createOpenAI({ baseURL: at(kind), apiKey: "-" }).chat("m"), prompt: "?", timeout, maxRetries: 0, onError() {} }).textStream;
const inPython = async (kind) => (await promisify(execFile)("python3", ["ask.py", at(kind)])).stdout.trim();
const clients = { "openai (JavaScript)": openai, anthropic, "ai, timeout: 2000": aiSdk(2000), "ai, chunkMs: 2000": aiSdk({ chunkMs: 2000 }) };
const seen = {};
await Promise.all(Object.keys(PAUSES).flatMap((kind) => [
  ...Object.entries(clients).map(async ([name, client]) => { (seen[name] ??= {})[kind] = await read(client(kind), kind); }),
  inPython(kind).then((end) => { (seen["openai (Python)"] ??= {})[kind] = end; }),
]));
server.close();
console.log(seen);
const recorded = { "openai (JavaScript)": ["whole", "whole"], anthropic: ["whole", "whole"], "ai, timeout: 2000": ["timeout", "timeout"], "ai, chunkMs: 2000": ["timeout", "whole"], "openai (Python)": ["timeout", "whole"] };
if (Object.entries(recorded).some(([name, [still, steady]]) => seen[name].still !== still || seen[name].steady !== steady)) {
  console.log("DIFFERENT from the record (still, steady):", recorded);
  process.exit(1);
}
console.log("as recorded");
process.exit(0);
JS
python3 -c 'from importlib.metadata import version; print("openai of PyPI", version("openai"))'
node run.mjs
