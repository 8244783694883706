#!/usr/bin/env bash
# Finding: JSONDiff of autoevals for a tool call: another day (2026-11-03 for 2026-11-30) scores
#          0.8, true for false 0.2, 90 for 100 0.95, [1, 2] for [2, 1] 0.67, the order number 10042
#          for 10024 0.999.
# A good guess says: a wrong argument takes its share of the call away: right or wrong for texts and
#          true/false, 0.9 for 90 instead of 100, 0 for a list in another order.
# What happens: leaves are compared as text by their edit distance, true and false too, numbers by 1
#          - |a - b| / (|a| + |b|); keys count alike. So a call that would book the wrong day is
#          four fifths right, 0.93 together with two right arguments. ExactMatch says 0; ValidJSON
#          gives 0 for a number or a text, which are valid JSON. (The JavaScript package; nothing is
#          asked of a model.)
# Versions: autoevals 0.3.0, zod 4.6.7 (Node 20)
# Seen: 2026-11-30
set -euo pipefail
AUTOEVALS=${AUTOEVALS-0.3.0}
ZOD=${ZOD-4.6.7}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "autoevals@${AUTOEVALS:-latest}" \
  "zod@${ZOD:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { ExactMatch, JSONDiff, NumericDiff, ValidJSON } from "autoevals";

console.log("autoevals", JSON.parse(readFileSync("node_modules/autoevals/package.json", "utf8")).version);
const right = { city: "北京", day: "2026-11-30", rooms: 2 };
const asked = [
  ["the same", JSONDiff, right, right],
  ["another day", JSONDiff, { day: "2026-11-03" }, { day: "2026-11-30" }],
  ["another day among three arguments", JSONDiff, { ...right, day: "2026-11-03" }, right],
  ["true for false", JSONDiff, { refund: true }, { refund: false }],
  ["another order number", JSONDiff, { id: 10042 }, { id: 10024 }],
  ["another order number, as text", JSONDiff, { id: "10042" }, { id: "10024" }],
  ["a list turned round", JSONDiff, [1, 2], [2, 1]],
  ["a key too many", JSONDiff, { a: 1, b: "x" }, { a: 1 }],
  ["90 for 100", NumericDiff, 90, 100],
  ["another day, ExactMatch", ExactMatch, { day: "2026-11-03" }, { day: "2026-11-30" }],
  ["42 is JSON", ValidJSON, "42"],
];
const seen = {};
for (const [name, judge, output, expected] of asked) {
  seen[name] = Number((await judge({ output, expected })).score.toFixed(3));
  console.log(`${name}: ${seen[name]}`);
}
const recorded = {
  "the same": 1,
  "another day": 0.8,
  "another day among three arguments": 0.933,
  "true for false": 0.2,
  "another order number": 0.999,
  "another order number, as text": 0.6,
  "a list turned round": 0.667,
  "a key too many": 0.5,
  "90 for 100": 0.947,
  "another day, ExactMatch": 0,
  "42 is JSON": 0,
};
if (JSON.stringify(seen) !== JSON.stringify(recorded)) {
  console.log(`DIFFERENT from the record: ${JSON.stringify(recorded)}`);
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
