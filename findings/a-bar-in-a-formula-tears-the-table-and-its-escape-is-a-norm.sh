#!/usr/bin/env bash
# Finding: $p(y|x)$ in a cell of a Markdown table tears the row in two in marked, two plugins of markdown-it and remark:
#          no formula is drawn. Escaped as p(y\|x) it is p(y|x) in the first three and p(y‖x) in remark
#          (react-markdown); the norm \|x\| the other way round is |x| in the first three.
# A good guess says: the plugin for formulas knows where one begins and ends, in a table, too.
# What happens: cells are cut at every | before anybody looks for formulas. The three take the backslash away
#          then, remark leaves it inside a formula. \mid and \lVert x \rVert mean the same in all four.
# Versions: marked 18.2.1, marked-katex-extension 5.1.13, markdown-it 15.0.3, markdown-it-texmath 1.0.0,
#          @vscode/markdown-it-katex 1.1.2, remark-gfm 4.0.1, remark-math 6.0.0, remark-parse 11.0.0, remark-rehype
#          11.1.2, rehype-katex 7.0.1, rehype-stringify 10.0.1, unified 11.0.5, katex 0.19.1 (npm) (Node 20)
# Seen: 2026-12-01
set -euo pipefail
MARKED=${MARKED-18.2.1}
MARKED_KATEX_EXTENSION=${MARKED_KATEX_EXTENSION-5.1.13}
MARKDOWN_IT=${MARKDOWN_IT-15.0.3}
MARKDOWN_IT_TEXMATH=${MARKDOWN_IT_TEXMATH-1.0.0}
VSCODE_MARKDOWN_IT_KATEX=${VSCODE_MARKDOWN_IT_KATEX-1.1.2}
REMARK_GFM=${REMARK_GFM-4.0.1}
REMARK_MATH=${REMARK_MATH-6.0.0}
REMARK_PARSE=${REMARK_PARSE-11.0.0}
REMARK_REHYPE=${REMARK_REHYPE-11.1.2}
REHYPE_KATEX=${REHYPE_KATEX-7.0.1}
REHYPE_STRINGIFY=${REHYPE_STRINGIFY-10.0.1}
UNIFIED=${UNIFIED-11.0.5}
KATEX=${KATEX-0.19.1}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "marked@${MARKED:-latest}" \
  "marked-katex-extension@${MARKED_KATEX_EXTENSION:-latest}" "markdown-it@${MARKDOWN_IT:-latest}" \
  "markdown-it-texmath@${MARKDOWN_IT_TEXMATH:-latest}" "@vscode/markdown-it-katex@${VSCODE_MARKDOWN_IT_KATEX:-latest}" \
  "remark-gfm@${REMARK_GFM:-latest}" "remark-math@${REMARK_MATH:-latest}" "remark-parse@${REMARK_PARSE:-latest}" \
  "remark-rehype@${REMARK_REHYPE:-latest}" "rehype-katex@${REHYPE_KATEX:-latest}" \
  "rehype-stringify@${REHYPE_STRINGIFY:-latest}" "unified@${UNIFIED:-latest}" "katex@${KATEX:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import vscode from "@vscode/markdown-it-katex";
import katex from "katex";
import MarkdownIt from "markdown-it";
import texmath from "markdown-it-texmath";
import { Marked } from "marked";
import markedKatex from "marked-katex-extension";
import rehypeKatex from "rehype-katex";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

for (const name of ["marked", "markdown-it", "markdown-it-texmath", "@vscode/markdown-it-katex", "remark-gfm", "remark-math", "katex"]) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
}
const remark = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkRehype).use(rehypeKatex).use(rehypeStringify);
const RENDERERS = {
  marked: (text) => new Marked(markedKatex()).parse(text),
  texmath: (text) => new MarkdownIt().use(texmath, { engine: katex }).render(text),
  vscode: (text) => new MarkdownIt().use(vscode.default ?? vscode).render(text),
  remark: async (text) => String(await remark.process(text)),
};
/** The formula that is drawn in the second cell; null where none is. */
async function drawn(render, formula) {
  const html = await render(`| 量 | 公式 | 说明 |\n| --- | --- | --- |\n| 策略 | $${formula}$ | 给定提示 |\n`);
  const cells = [...html.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell);
  return cells[1].match(/<annotation[^>]*>(.*?)<\/annotation>/)?.[1] ?? null;
}
const FORMULAS = ["p(y|x)", "p(y\\|x)", "\\|x\\|", "p(y\\mid x)", "\\lVert x\\rVert"];
const seen = {};
for (const [name, render] of Object.entries(RENDERERS)) {
  seen[name] = [];
  for (const formula of FORMULAS) seen[name].push(await drawn(render, formula));
}
console.log(FORMULAS, seen);
const three = [null, "p(y|x)", "|x|", "p(y\\mid x)", "\\lVert x\\rVert"];
const recorded = { marked: three, texmath: three, vscode: three, remark: [null, ...FORMULAS.slice(1)] };
if (JSON.stringify(seen) !== JSON.stringify(recorded)) {
  console.log("DIFFERENT from the record:", recorded);
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
