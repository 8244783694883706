#!/usr/bin/env bash
# Finding: The model's stream breaks off with an error after half a sentence: the AI SDK's textStream ends
#          as if all were said, and 'await result.text' is the half sentence; only finishReason says
#          'error'.
# A good guess says: the loop over textStream throws.
# What happens: an error is a part of fullStream and goes to onError (by default to the console); textStream
#          leaves it out. When the call fails before the first word, textStream is empty, without an
#          error, and 'await result.text' throws. Look at finishReason, or read fullStream, before you
#          save the answer.
# Versions: ai 7.0.173, zod 4.6.7 (Node 20)
# Seen: 2026-11-30
set -euo pipefail
AI=${AI-7.0.173}
ZOD=${ZOD-4.6.7}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "ai${AI:+@$AI}" \
  "zod${ZOD:+@$ZOD}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { streamText } from "ai";
import { convertArrayToReadableStream, MockLanguageModelV4 } from "ai/test";

console.log("ai", JSON.parse(readFileSync("node_modules/ai/package.json", "utf8")).version);
const begun = [
  { type: "stream-start", warnings: [] },
  { type: "text-start", id: "1" },
  { type: "text-delta", id: "1", delta: "退款会在三天内" },
  { type: "error", error: new Error("overloaded") },
];
const models = {
  "after half a sentence": async () => ({ stream: convertArrayToReadableStream(begun) }),
  "before the first word": async () => {
    throw new Error("overloaded");
  },
};
/** What the promise gives, or says when it fails. */
const settled = (promise) => Promise.resolve(promise).catch((error) => `throws: ${error.message}`);
const seen = {};
for (const [when, doStream] of Object.entries(models)) {
  let streamed = "";
  let thrown = "nothing";
  let reported = 0;
  const result = streamText({
    model: new MockLanguageModelV4({ doStream }),
    prompt: "什么时候退款？",
    maxRetries: 0,
    onError: () => {
      reported += 1;
    },
  });
  try {
    for await (const words of result.textStream) streamed += words;
  } catch (error) {
    thrown = error.message;
  }
  seen[when] = [streamed, thrown, reported, await settled(result.text), await settled(result.finishReason)];
  const [, , , text, reason] = seen[when];
  console.log(`an error ${when}: textStream gives "${streamed}" and throws ${thrown}; onError ${reported}; text: ${text}; finishReason: ${reason}`);
}
const half = "退款会在三天内";
const [early, late] = [seen["before the first word"], seen["after half a sentence"]];
if (JSON.stringify(late) !== JSON.stringify([half, "nothing", 1, half, "error"]) || early[0] || early[1] !== "nothing" || !early[3].startsWith("throws")) {
  console.log("DIFFERENT from the record: textStream throws nothing, text is the half sentence, finishReason is error");
  process.exit(1);
}
console.log("as recorded");
process.exit(0);
JS
node run.mjs
