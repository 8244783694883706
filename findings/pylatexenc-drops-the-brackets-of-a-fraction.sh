#!/usr/bin/env bash
# Finding: pylatexenc's latex_to_text turns \frac{a+b}{c} into a+b/c and x^{n+1} into
#          x^n+1.
# A good guess says: (a+b)/c and x^(n+1), since roots get their brackets: √(a+b).
# What happens: the arguments of fractions and powers are pasted without brackets, which
#          is another number; \sqrt gets them. Formulas in text made for search or for
#          training are silently wrong.
# Versions: pylatexenc 2.11 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
PYLATEXENC=${PYLATEXENC-2.11}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "pylatexenc${PYLATEXENC:+==$PYLATEXENC}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from pylatexenc.latex2text import LatexNodes2Text

print("pylatexenc", version("pylatexenc"))
formulas = [r"\frac{a+b}{c}", r"\sqrt{a+b}", "x^{n+1}", r"\frac{1}{\sqrt{d_k}}"]
seen = [LatexNodes2Text().latex_to_text(f) for f in formulas]
for formula, text in zip(formulas, seen, strict=True):
    print(formula, "->", text)
recorded = ["a+b/c", "√(a+b)", "x^n+1", "1/√(d_k)"]
if seen != recorded:
    sys.exit(f"DIFFERENT from the record: {recorded}")
print("as recorded")
PY
