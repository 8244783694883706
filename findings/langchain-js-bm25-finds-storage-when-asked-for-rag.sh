#!/usr/bin/env bash
# Finding: LangChain.js's BM25Retriever, asked for RAG, finds 'cloud storage is dragging' and gives the
#          document about RAG 0 points; where all documents are Chinese, each scores NaN, for every question.
# A good guess says: the words of the question are counted in the documents, upper and lower case alike, and
#          whole words; Chinese without spaces is one word, found only when asked for as a whole.
# What happens: the question is put into lower case, the documents are not, and its words are looked for as
#          parts of words. A document's length is counted in words of Latin letters: Chinese has none, the
#          mean length is 0, and every score is a division by it; the order is that of the documents.
# Versions: langchain-community 1.1.29, langchain-core 1.4.0 (npm @langchain/…, Node 20)
# Seen: 2026-11-30
set -euo pipefail
LANGCHAIN_COMMUNITY=${LANGCHAIN_COMMUNITY-1.1.29}
LANGCHAIN_CORE=${LANGCHAIN_CORE-1.4.0}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "@langchain/community@${LANGCHAIN_COMMUNITY:-latest}" \
  "@langchain/core@${LANGCHAIN_CORE:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { BM25Retriever } from "@langchain/community/retrievers/bm25";
import { Document } from "@langchain/core/documents";

for (const name of ["community", "core"]) console.log(`langchain-${name}`, JSON.parse(readFileSync(`node_modules/@langchain/${name}/package.json`, "utf8")).version);
/** The documents from best to last, with their points. */
async function ask(texts, question) {
  const documents = texts.map((pageContent) => new Document({ pageContent }));
  const found = await BM25Retriever.fromDocuments(documents, { k: texts.length, includeScore: true }).invoke(question);
  return found.map((one) => [one.pageContent, one.metadata.bm25Score]);
}
const english = ["RAG looks passages up before it answers", "Cloud storage is dragging again", "The weather in Shanghai today"];
const chinese = ["大模型微调的方法", "上海今天的天气", "海上日出", "微调"];
const seen = { RAG: await ask(english, "RAG"), weather: await ask(english, "weather"), 微调: await ask(chinese, "微调"), 上海: await ask(chinese, "上海") };
for (const [question, found] of Object.entries(seen)) console.log(question, "->", JSON.stringify(found.map(([text, score]) => [text, String(score)])));
const [best, ...others] = seen.RAG;
const right =
  best[0] === english[1] && best[1] > 0 && others.every(([, score]) => score === 0) && seen.weather[0][0] === english[2] && seen.weather[0][1] > 0;
const nothing = ["微调", "上海"].every((one) => seen[one].every(([text, score], place) => Number.isNaN(score) && text === chinese[place]));
if (!right || !nothing) {
  console.log("DIFFERENT from the record: RAG finds only storage, weather its document; every Chinese score is NaN");
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
