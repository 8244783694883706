#!/usr/bin/env bash
# Finding: Of twenty questions as users type them, 18 of them with a sign such as - . ? / in it, handed to the full-text search of SQLite (FTS5, MATCH), 17 are
#          an error: GPT-4 is "no such column: 4", Qwen2.5-7B "syntax error near .", "what is RLHF?" likewise.
#          tantivy's parse_query refuses 3, lunr (JavaScript) 1.
# A good guess says: a full-text search takes any text and looks for its words.
# What happens: the text is read as a query language, in which - and : name columns, and . ? / ( + are no part of a
#          word. Put every word into quotation marks (FTS5), or take parse_query_lenient (tantivy) or the query
#          builder (lunr): then all twenty are taken, and GPT-4 is found.
# Versions: apsw 3.54.1.0, tantivy 0.27.0 (PyPI), lunr 2.3.9 (npm) (Python 3.11, Node 20)
# Seen: 2026-12-01
set -euo pipefail
APSW=${APSW-3.54.1.0}
TANTIVY=${TANTIVY-0.27.0}
LUNR=${LUNR-2.3.9}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock --legacy-peer-deps "lunr@${LUNR:-latest}" >/dev/null
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "apsw${APSW:+==$APSW}" "tantivy${TANTIVY:+==$TANTIVY}"
cd "$tmp"
cat > questions.txt <<'TXT'
GPT-4 和 GPT-4o 有什么区别
Qwen2.5-7B 要多少显存
RAG: 什么是重排序？
C++ 怎么写 softmax
为什么要除以 sqrt(d)?
什么是 top-p
LoRA 的 r=8 够吗
what is RLHF?
A/B test 要多少样本
学习率 0.5 还是 0.9
it's a LoRA
KV cache 怎么算
“注意力”是什么
vLLM vs. SGLang
QLoRA (4-bit)
Llama 3.1
why is dropout used
fp16/bf16
text-embedding-3-small
[CLS] 向量
TXT
python3 - <<'PY'
import sys
from pathlib import Path

import apsw
import tantivy

print("apsw", apsw.apsw_version(), "SQLite", apsw.sqlite_lib_version(), "tantivy", tantivy.__version__)
QUESTIONS = Path("questions.txt").read_text("utf-8").split("\n")[:-1]
DOCUMENT = "GPT-4 is large"
base = apsw.Connection(":memory:")
base.execute("CREATE VIRTUAL TABLE notes USING fts5(body)")
base.execute("INSERT INTO notes VALUES (?)", (DOCUMENT,))
builder = tantivy.SchemaBuilder()
builder.add_text_field("body", stored=True)
index = tantivy.Index(builder.build())


def fts5(text: str) -> list[str]:
    return [body for (body,) in base.execute("SELECT body FROM notes WHERE notes MATCH ?", (text,))]


def quoted(text: str) -> list[str]:
    return fts5(" ".join('"' + word.replace('"', '""') + '"' for word in text.split()))


def refused(search) -> dict[str, str]:
    """The questions that are an error, and what it says."""
    wrong = {}
    for question in QUESTIONS:
        try:
            search(question)
        except (apsw.Error, ValueError) as error:
            wrong[question] = str(error)
    return wrong


plain = refused(fts5)
for question in QUESTIONS[:3]:
    print(question, "->", plain.get(question))
seen = {
    "FTS5": len(plain),
    "FTS5, words in quotation marks": len(refused(quoted)),
    "tantivy": len(refused(lambda text: index.parse_query(text, ["body"]))),
    "tantivy, lenient": len(refused(lambda text: index.parse_query_lenient(text, ["body"]))),
}
print(f"refused of {len(QUESTIONS)}:", seen, "; quoted, GPT-4 finds", quoted("GPT-4"))
if [*seen.values()] != [17, 0, 3, 0] or "no such column: 4" not in plain[QUESTIONS[0]] or quoted("GPT-4") != [DOCUMENT]:
    sys.exit("DIFFERENT from the record: 17, 0, 3, 0 of 20; no such column: 4; GPT-4 found")
PY
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import lunr from "lunr";

console.log("lunr", lunr.version);
const index = lunr(function () { this.ref("id"); this.field("body"); this.add({ id: 1, body: "GPT-4 is large" }); });
const questions = readFileSync("questions.txt", "utf8").trim().split("\n");
/** The questions that are an error. */
function refused(search) {
  return questions.filter((question) => { try { search(question); return false; } catch { return true; } });
}
const seen = [refused((text) => index.search(text)), refused((text) => index.query((query) => query.term(lunr.tokenizer(text))))];
console.log("refused by search():", seen[0], "; by query():", seen[1]);
if (seen[0].length !== 1 || seen[1].length) {
  console.log("DIFFERENT from the record: 1 and 0");
  process.exit(1);
}
console.log("as recorded");
JS
node run.mjs
