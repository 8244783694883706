#!/usr/bin/env bash
# Finding: html-to-text, the converter behind LangChain.js's HtmlToTextTransformer, writes the heading 'LoRA 与 QLoRA'
#          as 'LORA 与 QLORA' and the row 12, 500 of a table as 12500. cheerio's text() joins the cells too.
# A good guess says: headings as they are; the cells of a table with a space or a tab between them.
# What happens: headings are put into capitals unless told (options.uppercase: false for h1 to h6), and a table
#          is plain text unless it is named in selectors as dataTable; LangChain.js passes options on, but
#          sets none. Numbers that run together are found by nobody, and read wrong by the model.
# Versions: html-to-text 10.0.1, cheerio 1.2.0, langchain-community 1.1.29 (npm @langchain/community, Node 20)
# Seen: 2026-11-30
set -euo pipefail
HTML_TO_TEXT=${HTML_TO_TEXT-10.0.1}
CHEERIO=${CHEERIO-1.2.0}
LANGCHAIN_COMMUNITY=${LANGCHAIN_COMMUNITY-1.1.29}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "html-to-text@${HTML_TO_TEXT:-latest}" \
  "cheerio@${CHEERIO:-latest}" "@langchain/community@${LANGCHAIN_COMMUNITY:-latest}" @langchain/core@1.4.0 >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { HtmlToTextTransformer } from "@langchain/community/document_transformers/html_to_text";
import { Document } from "@langchain/core/documents";
import { load } from "cheerio";
import { convert } from "html-to-text";

for (const name of ["html-to-text", "cheerio", "@langchain/community"]) console.log(name.replace("@langchain/", "langchain-"), JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
const page = "<h1>LoRA 与 QLoRA</h1><table><tr><th>方法</th><th>秩</th><th>参数</th></tr><tr><td>LoRA</td><td>12</td><td>500</td></tr></table><p>见 bge-m3。</p>";
const [document] = await new HtmlToTextTransformer().invoke([new Document({ pageContent: page })]);
const selectors = [{ selector: "table", format: "dataTable" }, { selector: "h1", options: { uppercase: false } }];
const seen = {
  "html-to-text": convert(page),
  "LangChain.js": document.pageContent,
  "cheerio": load(page)("body").text(),
  "html-to-text, told": convert(page, { selectors }),
};
for (const [name, text] of Object.entries(seen)) console.log(`${name}: ${JSON.stringify(text)}`);
const loud = ["html-to-text", "LangChain.js"].every((name) => seen[name].startsWith("LORA 与 QLORA\n"));
const joined = ["html-to-text", "LangChain.js", "cheerio"].every((name) => seen[name].includes("LoRA12500"));
const told = seen["html-to-text, told"];
if (!loud || !joined || !told.startsWith("LoRA 与 QLoRA") || !/12 +500/.test(told)) {
  console.log("DIFFERENT from the record: LORA 与 QLORA and LoRA12500; LoRA and 12 500 when told");
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
