#!/usr/bin/env bash
# Finding: mdformat writes the set $\{a, b\}$ as ${a, b}$ and the norm $\|x\|$ as $|x|$: the braces are gone from the
#          page, and two bars are one. remark does so too, and turns the line break \\ of a matrix into \.
# A good guess says: formulas are left alone, or at worst a backslash too many is written.
# What happens: without an extension a formula is text, and \{ in text is the escaped form of {; the formatter
#          checks that the HTML stays the same, and it does: the backslash was never meant for the page.
#          mdformat writes \sum as \\sum besides. With remark-math, rumdl and (here) Prettier nothing
#          changes; for mdformat there is mdformat-myst, which leaves them too.
# Versions: mdformat 1.0.0, mdformat-myst 0.3.0, rumdl 0.3.0 (PyPI), remark-cli 12.0.1, remark-math 6.0.0, prettier 3.10.1 (npm) (Python 3.11, Node 20)
# Seen: 2026-11-30
set -euo pipefail
MDFORMAT=${MDFORMAT-1.0.0}
MDFORMAT_MYST=${MDFORMAT_MYST-0.3.0}
RUMDL=${RUMDL-0.3.0}
REMARK_CLI=${REMARK_CLI-12.0.1}
REMARK_MATH=${REMARK_MATH-6.0.0}
PRETTIER=${PRETTIER-3.10.1}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
python3 -m venv "$tmp/myst"
"$tmp/venv/bin/python" -m pip install -q "mdformat${MDFORMAT:+==$MDFORMAT}" "rumdl${RUMDL:+==$RUMDL}"
"$tmp/myst/bin/python" -m pip install -q "mdformat-myst${MDFORMAT_MYST:+==$MDFORMAT_MYST}"
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock "remark-cli@${REMARK_CLI:-latest}" \
  "remark-math@${REMARK_MATH:-latest}" "prettier@${PRETTIER:-latest}" >/dev/null
cd "$tmp"
cat > page.md <<'MD'
集合 $\{a, b\}$，范数 $\|x\|$，空 $a\,b$，和 $\sum_i x_i$。

$$
\begin{matrix} a & b \\ c & d \end{matrix}
$$
MD
cat > run.py <<'PY'
import subprocess
import sys
from pathlib import Path

page = Path("page.md").read_text("utf-8")


def told(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip().splitlines()[-1]


print("mdformat", told("venv/bin/python", "-c", "from importlib.metadata import version; print(version('mdformat'))"))
WAYS = {
    "mdformat": ["venv/bin/mdformat"],
    "mdformat with mdformat-myst": ["myst/bin/mdformat"],
    "rumdl": ["venv/bin/rumdl", "fmt"],
    "remark": ["node_modules/.bin/remark", "--output", "--quiet"],
    "remark with remark-math": ["node_modules/.bin/remark", "--output", "--quiet", "--use", "remark-math"],
    "Prettier": ["node_modules/.bin/prettier", "--write"],
}
seen = {}
for way, command in WAYS.items():
    Path("copy.md").write_text(page, "utf-8")
    subprocess.run([*command, "copy.md"], check=False, capture_output=True)
    seen[way] = Path("copy.md").read_text("utf-8")
    print(f"{way}: {'unchanged' if seen[way] == page else seen[way].replace(chr(10), ' ')}")
broken = {way for way, text in seen.items() if text != page}
sets = all("${a, b}$" in seen[way] and "$|x|$" in seen[way] for way in ("mdformat", "remark"))
if broken != {"mdformat", "remark"} or not sets or r"\\sum" not in seen["mdformat"] or r"b \\ c" in seen["remark"]:
    sys.exit(r"DIFFERENT from the record: mdformat and remark write ${a, b}$ and $|x|$, mdformat \\sum, remark one backslash for two; the others nothing")
print("as recorded")
PY
python3 run.py
