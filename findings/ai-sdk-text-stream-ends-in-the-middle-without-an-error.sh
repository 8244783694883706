#!/usr/bin/env bash
# Finding: The model's service reports an error after half a sentence: the AI SDK's textStream ends as if
#          all were said, and 'await result.text' is the half sentence; only finishReason says 'error'.
# A good guess says: the loop over textStream throws.
# What happens: an error is a part of fullStream and goes to onError (by default to the console); textStream
#          leaves it out. When the call fails before the first word, textStream is empty, without an
#          error, and 'await result.text' throws. A stream that is closed without its end is taken for
#          whole too (finishReason 'other'); only a connection that breaks makes the loop throw. Look at
#          finishReason, or read fullStream, before you save the answer.
# Versions: ai 7.0.173, zod 4.6.7 (Node 20)
# Seen: 2026-11-30
set -euo pipefail
AI=${AI-7.0.173}
ZOD=${ZOD-4.6.7}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "ai@${AI:-latest}" \
  "zod@${ZOD:-latest}" >/dev/null
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
];
const reported = { type: "error", error: new Error("overloaded") };
/** A connection that breaks after these parts. */
const broken = (parts) =>
  new ReadableStream({
    pull(controller) {
      if (parts.length > 0) controller.enqueue(parts.shift());
      else controller.error(new Error("terminated"));
    },
  });
const models = {
  "after half a sentence": async () => ({ stream: convertArrayToReadableStream([...begun, reported]) }),
  "closed after half a sentence": async () => ({ stream: convertArrayToReadableStream(begun) }),
  "broken after half a sentence": async () => ({ stream: broken([...begun]) }),
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
  let told = 0;
  const result = streamText({
    model: new MockLanguageModelV4({ doStream }),
    prompt: "什么时候退款？",
    maxRetries: 0,
    onError: () => {
      told += 1;
    },
  });
  try {
    for await (const words of result.textStream) streamed += words;
  } catch (error) {
    thrown = error.message;
  }
  seen[when] = [streamed, thrown, told, await settled(result.text), await settled(result.finishReason)];
  const [, , , text, reason] = seen[when];
  console.log(`${when}: textStream gives "${streamed}" and throws ${thrown}; onError ${told}; text: ${text}; finishReason: ${reason}`);
}
const half = "退款会在三天内";
const [early, late] = [seen["before the first word"], seen["after half a sentence"]];
const [closed, cut] = [seen["closed after half a sentence"], seen["broken after half a sentence"]];
const same = (found, recorded) => JSON.stringify(found) === JSON.stringify(recorded);
const whole = same(late, [half, "nothing", 1, half, "error"]) && same(closed, [half, "nothing", 0, half, "other"]);
if (!whole || early[0] || early[1] !== "nothing" || !early[3].startsWith("throws") || cut[1] !== "terminated") {
  console.log("DIFFERENT from the record: textStream throws only where the connection breaks; text is the half sentence, finishReason error or other");
  process.exit(1);
}
console.log("as recorded");
process.exit(0);
JS
node run.mjs
