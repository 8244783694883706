#!/usr/bin/env bash
# Finding: A patch that puts '* i.n' into sum(i.price for i in items) of total(), applied by diff-match-
#          patch to a file where total() is gone, changes mean(i.score for i in items) of average() and
#          reports success.
# A good guess says: the line isn't there, so the patch is refused.
# What happens: patch_apply looks for something alike and takes what differs in up to half of its characters
#          (Match_Threshold and Patch_DeleteThreshold are 0.5). jsdiff's applyPatch refuses the same change.
#          With Match_Threshold 0.2 diff-match-patch refuses it, too. Read back what an edit did before
#          saying that it worked.
# Versions: diff-match-patch 1.0.5, diff 9.0.0 (npm) (Node 20)
# Seen: 2026-11-30
set -euo pipefail
DIFF_MATCH_PATCH=${DIFF_MATCH_PATCH-1.0.5}
DIFF=${DIFF-9.0.0}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "diff-match-patch@${DIFF_MATCH_PATCH:-latest}" \
  "diff@${DIFF:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { applyPatch, createPatch } from "diff";
import DiffMatchPatch from "diff-match-patch";

for (const name of ["diff-match-patch", "diff"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
const count = "def count(items):\n    return len(items)\n";
const before = `def total(items):\n    return sum(i.price for i in items)\n\n${count}`;
const after = before.replace("i.price for", "i.price * i.n for");
// total() has left the file meanwhile, average() has come.
const now = `${count}\ndef average(items):\n    return mean(i.score for i in items)\n`;
/** What diff-match-patch makes of the file, and whether it says that it worked. */
function patched(threshold) {
  const tool = new DiffMatchPatch();
  if (threshold !== undefined) tool.Match_Threshold = threshold;
  return tool.patch_apply(tool.patch_make(before, after), now);
}
const [text, done] = patched();
const [strict, refused] = patched(0.2);
const other = applyPatch(now, createPatch("items.py", before, after));
console.log("diff-match-patch says", done, "and writes:");
console.log(text);
console.log("with Match_Threshold 0.2 it says", refused, "; jsdiff:", other);
const wanted = now.replace("i.score for", "i.score * i.n for");
if (text !== wanted || JSON.stringify([done, refused, strict, other]) !== JSON.stringify([[true], [false], now, false])) {
  console.log("DIFFERENT from the record: mean(i.score * i.n …) and true; with 0.2 and in jsdiff refused");
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
