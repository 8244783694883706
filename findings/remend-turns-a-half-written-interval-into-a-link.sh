#!/usr/bin/env bash
# Finding: remend, which mends half-written Markdown while it streams (Streamdown uses it), makes
#          links of 'arr[0', '\(x \in [0, 1' and '\[ x^2': each becomes
#          […](streamdown:incomplete-link) until the closing bracket has come.
# A good guess says: a bracket without a link's address stays as it is; only '[text](http' is
#          mended.
# What happens: any open [ outside code is taken for a link, so a formula between \[ and \] flickers
#          as a link while it is written, and so does a footnote [1. '$$' is closed; an open '$x_1'
#          and '\(' are left alone; 2**10 becomes 2**10**. Inside $$ an open bracket is a link too.
# Versions: remend 1.4.0 (Node 20)
# Seen: 2026-11-30
set -euo pipefail
REMEND=${REMEND-1.4.0}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "remend@${REMEND:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import remend from "remend";

console.log("remend", JSON.parse(readFileSync("node_modules/remend/package.json", "utf8")).version);
const LINK = "](streamdown:incomplete-link)";
const recorded = [
  ["取 arr[0", "取 arr[0" + LINK],
  ["取 arr[0]", "取 arr[0]"],
  ["\\(x \\in [0, 1", "\\(x \\in [0, 1" + LINK],
  ["\\[ x^2", "\\[ x^2" + LINK],
  ["见文献[1", "见文献[1" + LINK],
  ["`arr[0", "`arr[0`"],
  ["$$ a[0", "$$ a[0" + LINK],
  ["公式 $x_1", "公式 $x_1"],
  ["$$\\frac{1}{2", "$$\\frac{1}{2$$"],
  ["2**10", "2**10**"],
  ["**重点", "**重点**"],
];
let same = true;
for (const [half, before] of recorded) {
  const mended = remend(half);
  console.log(`${half} -> ${mended}`);
  same &&= mended === before;
}
if (!same) {
  console.log(`DIFFERENT from the record: ${JSON.stringify(recorded)}`);
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
