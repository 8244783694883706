#!/usr/bin/env bash
# Finding: Orama with its own settings finds no Chinese at all, not even a title by its whole text;
#          Fuse.js finds 低秩适配 only where it begins among the first 61 characters of a field.
# A good guess says: Orama finds a title by its own whole text, as a run of hanzi is one word;
#          Fuse.js finds 低秩适配 wherever it stands.
# What happens: Orama's tokenizer keeps the letters of the language that is set, English unless
#          told, and there is no Chinese among the thirty; a document of hanzi has no word left,
#          without a message. @orama/tokenizers/mandarin helps. MiniSearch takes the hanzi between
#          two marks for one word. Fuse.js expects a match near the beginning (location 0, distance
#          100, threshold 0.6), however exact it is; ignoreLocation: true finds it everywhere.
# Versions: orama 3.1.18 (npm @orama/orama), fuse-js 7.5.0 (npm fuse.js), minisearch 7.2.0 (Node 20)
# Seen: 2026-11-30
set -euo pipefail
ORAMA=${ORAMA-3.1.18}
FUSE_JS=${FUSE_JS-7.5.0}
MINISEARCH=${MINISEARCH-7.2.0}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "@orama/orama@${ORAMA:-latest}" \
  "fuse.js@${FUSE_JS:-latest}" \
  "minisearch@${MINISEARCH:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { create, insert, search } from "@orama/orama";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";

for (const name of ["@orama/orama", "fuse.js", "minisearch"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
const documents = [
  { id: "1", text: "大模型微调的显存估算" },
  { id: "2", text: "LoRA 微调：低秩" },
];
const orama = create({ schema: { text: "string" } });
for (const one of documents) insert(orama, one);
const mini = new MiniSearch({ fields: ["text"] });
mini.addAll(documents);
const fuse = new Fuse(documents, { keys: ["text"] });
const engines = {
  Orama: (words) => search(orama, { term: words }).hits.map((hit) => hit.id),
  MiniSearch: (words) => mini.search(words).map((hit) => hit.id),
  Fuse: (words) => fuse.search(words).map(({ item }) => item.id),
};
const seen = {};
for (const words of ["大模型微调的显存估算", "微调", "LoRA"]) {
  for (const [name, find] of Object.entries(engines)) {
    seen[`${name}, ${words}`] = find(words).sort().join(" ");
    console.log(`${name}, ${words}: ${seen[`${name}, ${words}`] || "nothing"}`);
  }
}
/** The last place in a text at which Fuse still finds four characters, with these options. */
function last(options) {
  let place = 0;
  while (place < 500 && new Fuse([{ text: "的".repeat(place) + "低秩适配" }], { keys: ["text"], ...options }).search("低秩适配").length) place++;
  return place - 1;
}
seen.last = last({});
seen["last, ignoreLocation"] = last({ ignoreLocation: true });
console.log(`Fuse finds 低秩适配 up to place ${seen.last}, with ignoreLocation up to ${seen["last, ignoreLocation"]} of 499`);
const recorded = {
  "Orama, 大模型微调的显存估算": "",
  "MiniSearch, 大模型微调的显存估算": "1",
  "Fuse, 大模型微调的显存估算": "1",
  "Orama, 微调": "",
  "MiniSearch, 微调": "2",
  "Fuse, 微调": "1 2",
  "Orama, LoRA": "2",
  "MiniSearch, LoRA": "2",
  "Fuse, LoRA": "2",
  last: 60,
  "last, ignoreLocation": 499,
};
if (JSON.stringify(seen) !== JSON.stringify(recorded)) {
  console.log(`DIFFERENT from the record: ${JSON.stringify(recorded)}`);
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
