#!/usr/bin/env bash
# Finding: In '每题取 10~20 步，难题 30~50 步。' marked and remark-gfm (react-markdown's) strike out '20 步，难题 30'; so
#          a model's answer with two ranges loses what stands between. markdown-it and mistune leave it.
# A good guess says: only ~~two~~ tildes strike out.
# What happens: GitHub's flavour lets one tilde strike out too, and between a figure and a figure it may open as
#          well as close. One range alone, or spaces around the tilde, or the full-width ～ leave the text
#          whole. remark-gfm takes singleTilde: false; marked wants an extension of one's own.
# Versions: mistune 3.4.0 (PyPI), marked 18.2.1, remark-gfm 4.0.1, markdown-it 15.0.3 (npm) (Python 3.11, Node 20)
# Seen: 2026-11-30
set -euo pipefail
MARKED=${MARKED-18.2.1}
REMARK_GFM=${REMARK_GFM-4.0.1}
MARKDOWN_IT=${MARKDOWN_IT-15.0.3}
MISTUNE=${MISTUNE-3.4.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "mistune${MISTUNE:+==$MISTUNE}"
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "marked@${MARKED:-latest}" \
  "remark-gfm@${REMARK_GFM:-latest}" \
  "markdown-it@${MARKDOWN_IT:-latest}" \
  unified@11 \
  remark-parse@11 \
  remark-rehype@11 \
  rehype-stringify@10 >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync, writeFileSync } from "node:fs";
import MarkdownIt from "markdown-it";
import { marked } from "marked";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

for (const name of ["marked", "remark-gfm", "markdown-it"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
const texts = JSON.parse(readFileSync("texts.json", "utf8"));
const remark = (options) => (text) => String(unified().use(remarkParse).use(remarkGfm, options).use(remarkRehype).use(rehypeStringify).processSync(text));
const ways = {
  marked: (text) => marked.parse(text),
  "remark-gfm": remark({}),
  "remark-gfm, singleTilde: false": remark({ singleTilde: false }),
  "markdown-it": (text) => new MarkdownIt().render(text),
};
writeFileSync("seen.json", JSON.stringify(Object.fromEntries(Object.entries(ways).map(([name, way]) => [name, texts.map((text) => way(text).trim())]))));
JS
cat > run.py <<'PY'
import json
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import mistune

print("mistune", version("mistune"))
TEXTS = ["每题取 10~20 步，难题 30~50 步。", "学习率 1e-5~5e-5，训 2~3 轮。", "每题取 10~20 步。", "每题取 10 ~ 20 步，难题 30 ~ 50 步。", "每题取 10～20 步，难题 30～50 步。"]
Path("texts.json").write_text(json.dumps(TEXTS), "utf-8")
subprocess.run(["node", "run.mjs"], check=True)
seen = json.loads(Path("seen.json").read_text("utf-8"))
read = mistune.create_markdown(plugins=["strikethrough"])
seen["mistune"] = [read(text).strip() for text in TEXTS]
struck = {name: [re.findall("<del>(.*?)</del>", page) for page in pages] for name, pages in seen.items()}
for name, parts in struck.items():
    print(name, parts)
lost = [["20 步，难题 30"], ["5e-5，训 2"], [], [], []]
recorded = dict.fromkeys(seen, [[]] * 5) | {"marked": lost, "remark-gfm": lost}
if struck != recorded or any("<s>" in page for pages in seen.values() for page in pages):
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
python3 run.py
