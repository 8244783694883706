#!/usr/bin/env bash
# Finding: Transformers.js takes top_p and min_p and ignores both: with one token at one half and
#          999 that share the rest, top_p 0.4 and top_k 0 still give about a hundred different
#          tokens in 200.
# A good guess says: always the one token: top_p is an option of generate as in Python.
# What happens: only temperature, top_k (50 unless told) and the repetition penalties act; top_p and
#          min_p change nothing and nothing is said. With the default top_k of 50 about ten
#          different tokens come, with or without top_p. The model here is a fixed row of logits in
#          place of the network; the rest of generate is the library's own.
# Versions: transformers-js 4.3.2 (npm @huggingface/transformers, Node 20)
# Seen: 2026-11-30
set -euo pipefail
TRANSFORMERS_JS=${TRANSFORMERS_JS-4.3.2}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock "@huggingface/transformers@${TRANSFORMERS_JS:-latest}" >/dev/null
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { LlamaForCausalLM, Tensor } from "@huggingface/transformers";

const TOKENS = 1000;
const STEPS = 200;
const { version } = JSON.parse(readFileSync("node_modules/@huggingface/transformers/package.json", "utf8"));
console.log("@huggingface/transformers", version);

const config = { model_type: "llama", vocab_size: TOKENS, num_hidden_layers: 0, num_attention_heads: 1, hidden_size: 8, eos_token_id: null };
const model = new LlamaForCausalLM(config, {}, { generation_config: {} });
// The first token has one half of the probability, the 999 others share the rest.
const row = new Float32Array(TOKENS);
row[0] = Math.log(TOKENS - 1);
model.forward = async ({ input_ids }) => {
  const length = input_ids.dims[1];
  const data = new Float32Array(length * TOKENS);
  for (let place = 0; place < length; place++) data.set(row, place * TOKENS);
  return { logits: new Tensor("float32", data, [1, length, TOKENS]) };
};

/** How many different tokens come in 200 steps with these options. */
async function different(options) {
  const pair = (first, second) => new Tensor("int64", [first, second], [1, 2]);
  const made = await model.generate({ inputs: pair(1n, 2n), attention_mask: pair(1n, 1n), max_new_tokens: STEPS, ...options });
  return new Set([...made.data].slice(2)).size;
}

const seen = {};
for (const options of [
  { do_sample: false },
  { do_sample: true, top_k: 0 },
  { do_sample: true, top_k: 0, top_p: 0.4 },
  { do_sample: true, top_k: 0, min_p: 0.5 },
  { do_sample: true, top_p: 0.4 },
  { do_sample: true, top_k: 1 },
]) {
  const name = JSON.stringify(options);
  seen[name] = await different(options);
  console.log(`${name}: ${seen[name]} different tokens in ${STEPS}`);
}
const [greedy, all, topP, minP, fifty, one] = Object.values(seen);
if (greedy !== 1 || one !== 1 || Math.min(all, topP, minP) < 60 || fifty < 3 || fifty > 50) {
  console.log("DIFFERENT from the record: about a hundred with top_k 0, whatever top_p and min_p are; about ten with top_k 50; 1 with top_k 1");
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
