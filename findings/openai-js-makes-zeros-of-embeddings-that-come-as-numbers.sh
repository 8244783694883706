#!/usr/bin/env bash
# Finding: openai-node up to 7.10.0 asks for embeddings as base64; a compatible server that doesn't know encoding_format
#          answers with a list of 16 numbers, and the program gets 4 zeros, without an error. From 7.12.1 on the
#          list is handed on as it is.
# A good guess says: a list of numbers is handed on as it is.
# What happens: embeddings.create adds encoding_format base64 unless the call names one, and decoded whatever came: a
#          list becomes bytes, 0 for every number between -1 and 1, and four bytes make a float. The cosine with
#          such a vector is NaN. With encoding_format 'float' said in the call all 16 arrive; a server that does
#          answer in base64 is read rightly.
# Versions: openai 7.59.0 and 7.10.0 (npm, Node 20)
# Seen: 2026-12-01
set -euo pipefail
OPENAI=${OPENAI-7.59.0}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "openai@${OPENAI:-latest}" \
  old@npm:openai@7.10.0 >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import Old from "old";
import OpenAI from "openai";

for (const name of ["openai", "old"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
const vector = Array.from({ length: 16 }, (_, place) => Math.fround(Math.sin(place + 1) / 3));
const asked = [];
let knows = false;
/** A server of the OpenAI form; it may or may not know encoding_format. */
const server = createServer(async (request, response) => {
  let body = "";
  for await (const part of request) body += part;
  const { encoding_format: format } = JSON.parse(body);
  asked.push(format);
  const text = Buffer.from(new Float32Array(vector).buffer).toString("base64");
  const embedding = knows && format === "base64" ? text : vector;
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ object: "list", model: "m", data: [{ object: "embedding", index: 0, embedding }], usage: { prompt_tokens: 3, total_tokens: 3 } }));
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
async function embed(Client, more) {
  const client = new Client({ apiKey: "none", baseURL: `http://127.0.0.1:${server.address().port}/v1` });
  return Array.from((await client.embeddings.create({ model: "m", input: "什么是注意力", ...more })).data[0].embedding);
}
const seen = {};
for (const [name, Client] of Object.entries({ openai: OpenAI, old: Old })) {
  knows = false;
  seen[`${name}, a list comes`] = await embed(Client, {});
  seen[`${name}, float asked for`] = await embed(Client, { encoding_format: "float" });
  knows = true;
  seen[`${name}, base64 comes`] = await embed(Client, {});
}
server.close();
console.log("asked for:", asked.join(", "));
for (const [name, one] of Object.entries(seen)) console.log(`${name}: ${one.length} numbers, ${one.slice(0, 4).join(", ")}`);
const same = (one) => JSON.stringify(one) === JSON.stringify(vector);
const { "old, a list comes": zeros, ...right } = seen;
if (asked[0] !== "base64" || asked[3] !== "base64" || JSON.stringify(zeros) !== "[0,0,0,0]" || !Object.values(right).every(same)) {
  console.log("DIFFERENT from the record: base64 asked for; [0, 0, 0, 0] from a list in 7.10.0; all 16 with encoding_format float, from base64 and in the newer one");
  process.exit(1);
}
console.log("as recorded");
process.exit(0);
JS
node run.mjs
