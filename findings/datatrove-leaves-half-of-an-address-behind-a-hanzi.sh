#!/usr/bin/env bash
# Finding: datatrove's PIIFormatter makes 邮箱zhang.email@example.com of 邮箱zhang.san@sina.com: the
#          name stays. With a colon or a space before the address all of it is replaced.
# A good guess says: the whole address is replaced, or, because no word boundary stands behind a
#          hanzi, none of it.
# What happens: The pattern wants a word boundary. 箱 and z are both word characters, so the first
#          one is behind the dot, and the match begins at san. So zhangsan@sina.com, without a dot,
#          stays whole. Mobile numbers are not looked for.
# Versions: datatrove 0.10.1, regex 2026.11.19 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
DATATROVE=${DATATROVE-0.10.1}
REGEX=${REGEX-2026.11.19}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "datatrove${DATATROVE:+==$DATATROVE}" \
  "regex${REGEX:+==$REGEX}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import re
import sys
from importlib.metadata import version

from datatrove.pipeline.formatters import PIIFormatter

print(" ".join(f"{name} {version(name)}" for name in ("datatrove", "regex")))
formatter = PIIFormatter()
TEXTS = ["邮箱：zhang.san@sina.com", "邮箱zhang.san@sina.com", "邮箱zhangsan@sina.com", "电话13812345678"]
seen = []
for text in TEXTS:
    new = formatter.format(text)
    print(text, "->", new)
    seen.append(re.sub(r"(email@example\.com|firstname\.lastname@example\.org)", "#", new))
recorded = ["邮箱：#", "邮箱zhang.#", "邮箱zhangsan@sina.com", "电话13812345678"]
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
