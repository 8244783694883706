#!/usr/bin/env bash
# Finding: MarkdownTextSplitter of LangChain begins a chunk with the closing ``` of the code block
#          before: of the 20 chunks of a page with ten sections, 18 have an odd number of fences.
# A good guess says: no code block that fits into a chunk is cut, so each chunk has an even number
#          of fences.
# What happens: '```\n' is a separator, and separators go to the head of the next piece;
#          '```python\n' is none. So the chunk with the code ends without its fence, and the next
#          one begins with it: its text is code for whoever renders it or reads it as Markdown. With
#          300 characters a chunk 2 of 5 are odd. The splitter of LangChain for JavaScript looks for
#          '```\n\n' and keeps every block whole here.
# Versions: langchain-text-splitters 1.1.3, langchain-textsplitters 1.0.2 (npm
#          @langchain/textsplitters), langchain-core 1.4.0 (npm @langchain/core) (Node 20 and Python
#          3.11)
# Seen: 2026-11-30
set -euo pipefail
LANGCHAIN_TEXT_SPLITTERS=${LANGCHAIN_TEXT_SPLITTERS-1.1.3}
LANGCHAIN_TEXTSPLITTERS=${LANGCHAIN_TEXTSPLITTERS-1.0.2}
LANGCHAIN_CORE=${LANGCHAIN_CORE-1.4.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "langchain-text-splitters${LANGCHAIN_TEXT_SPLITTERS:+==$LANGCHAIN_TEXT_SPLITTERS}"
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "@langchain/textsplitters@${LANGCHAIN_TEXTSPLITTERS:-latest}" \
  "@langchain/core@${LANGCHAIN_CORE:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { MarkdownTextSplitter } from "@langchain/textsplitters";

const page = readFileSync("page.md", "utf8");
const chunks = {};
for (const chunkSize of [100, 300]) chunks[chunkSize] = await new MarkdownTextSplitter({ chunkSize, chunkOverlap: 0 }).splitText(page);
console.log(JSON.stringify({ version: JSON.parse(readFileSync("node_modules/@langchain/textsplitters/package.json", "utf8")).version, chunks }));
JS
PYTHONWARNINGS=ignore python3 - <<'PY'
import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from langchain_text_splitters import MarkdownTextSplitter

SECTION = "## 第{i}节\n\n" + "这一段讲参数怎么设，读者照着做就行。" * 3 + "\n\n- 先装包\n- 再改配置\n\n```python\nx = {i}\nif x:\n    print(x)\n```"
page = "\n\n".join(SECTION.replace("{i}", str(i)) for i in range(10))
Path("page.md").write_text(page, "utf-8")
script = json.loads(subprocess.run(["node", "run.mjs"], capture_output=True, text=True, check=True).stdout)
print("langchain-text-splitters", version("langchain-text-splitters"), "@langchain/textsplitters", script["version"])


def odd(chunks: list[str]) -> list[int]:
    """How many chunks there are, and how many have an odd number of fences."""
    return [len(chunks), sum(chunk.count("```") % 2 for chunk in chunks)]


seen = {}
for size in (100, 300):
    chunks = MarkdownTextSplitter(chunk_size=size, chunk_overlap=0).split_text(page)
    seen[size] = [odd(chunks), odd(script["chunks"][str(size)])]
    print(f"{size} characters: Python {seen[size][0]}, JavaScript {seen[size][1]} (chunks, odd ones); the third begins {chunks[2][:15]!r}")
recorded = {100: [[20, 18], [20, 0]], 300: [[5, 2], [5, 0]]}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
