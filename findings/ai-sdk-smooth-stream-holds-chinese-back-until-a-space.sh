#!/usr/bin/env bash
# Finding: smoothStream() of the AI SDK, which is to make a stream flow word by word, shows nothing of a Chinese
#          answer until its first space: of 53 characters, each sent by itself, the first piece has 34; a
#          line without a space comes as a whole at its end.
# A good guess says: Chinese comes character by character, or up to the next comma.
# What happens: a word is what stands before white space. Intl.Segmenter as the way to cut (chunking: new
#          Intl.Segmenter("zh", { granularity: "word" })) hands on piece by piece; chunking: "line" waits
#          for the end of the line. Without smoothStream each character is shown as it comes.
# Versions: ai 7.0.173 (Node 20)
# Seen: 2026-11-30
set -euo pipefail
AI=${AI-7.0.173}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "ai@${AI:-latest}" zod@4.6.7 >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { smoothStream, streamText } from "ai";
import { convertArrayToReadableStream, MockLanguageModelV4 } from "ai/test";

console.log("ai", JSON.parse(readFileSync("node_modules/ai/package.json", "utf8")).version);
const texts = {
  中文: "大模型的微调先冻结权重，再训练低秩矩阵。这样显存少，也快。LoRA 的秩取 8 就够了。最后把它合并回去。",
  "no space": "大模型的微调先冻结权重，再训练低秩矩阵。这样显存少，也快。",
  English: "Fine-tuning freezes the weights first and trains matrices of low rank then.",
};
/** What a reader of the stream sees, piece by piece. */
async function pieces(text, chunking) {
  const stream = convertArrayToReadableStream([
    { type: "stream-start", warnings: [] },
    { type: "text-start", id: "1" },
    ...[...text].map((delta) => ({ type: "text-delta", id: "1", delta })),
    { type: "text-end", id: "1" },
    { type: "finish", finishReason: { unified: "stop", raw: "stop" }, usage: { inputTokens: { total: 1 }, outputTokens: { total: 1 } } },
  ]);
  const options = chunking === "none" ? {} : { experimental_transform: smoothStream({ delayInMs: null, ...(chunking ? { chunking } : {}) }) };
  const seen = [];
  for await (const one of streamText({ model: new MockLanguageModelV4({ doStream: async () => ({ stream }) }), prompt: "怎么微调？", ...options }).textStream) seen.push(one);
  return seen;
}
const ways = { none: "none", default: undefined, line: "line", Segmenter: new Intl.Segmenter("zh", { granularity: "word" }) };
const seen = {};
for (const [name, text] of Object.entries(texts)) {
  for (const [way, chunking] of Object.entries(ways)) {
    const found = await pieces(text, chunking);
    seen[`${name}, ${way}`] = [found.length, found[0].length];
    console.log(`${name}, ${way}: ${found.length} pieces, the first ${JSON.stringify(found[0])}`);
  }
}
const recorded = { "中文, none": [53, 1], "中文, default": [4, 34], "中文, line": [1, 53], "no space, default": [1, 29], "English, default": [12, 12] };
const flows = seen["中文, Segmenter"][0] > 20 && seen["中文, Segmenter"][1] < 3;
if (!flows || Object.entries(recorded).some(([name, one]) => JSON.stringify(seen[name]) !== JSON.stringify(one))) {
  console.log(`DIFFERENT from the record: pieces and length of the first ${JSON.stringify(recorded)}, many with the segmenter`);
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
