#!/usr/bin/env bash
# Finding: A model's calculator tool is asked 2^10: sympy, mathjs and HyperFormula say 1024; numexpr, simpleeval
#          and asteval say 8, without an error. -2^2 is 4 in HyperFormula and 2^3^2 is 64; log(100) is 2 or
#          4.6, 100+10% is 110, 100.1 or refused, 1,234.5*2 is the pair (1, 469.0) in two of them.
# A good guess says: ^ is a power or a syntax error; the rest is the same everywhere.
# What happens: what is Python underneath takes ^ for 'either or' of bits, which whole numbers have (1.05^2
#          is an error, so it shows only sometimes); spreadsheets take the minus before the power, go from
#          left to right and take log for the one of base 10; mathjs adds ten percent of what stands before.
#          Say in the tool's description how to write a power, and test it with these.
# Versions: simpleeval 1.0.8, numexpr 2.14.2, asteval 1.0.9, sympy 1.14.0 (PyPI), mathjs 15.2.0, hyperformula 3.5.0 (npm) (Python 3.11, Node 20)
# Seen: 2026-11-30
set -euo pipefail
SIMPLEEVAL=${SIMPLEEVAL-1.0.8}
NUMEXPR=${NUMEXPR-2.14.2}
ASTEVAL=${ASTEVAL-1.0.9}
SYMPY=${SYMPY-1.14.0}
MATHJS=${MATHJS-15.2.0}
HYPERFORMULA=${HYPERFORMULA-3.5.0}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
. "$tmp/venv/bin/activate"
python3 -m pip install -q "simpleeval${SIMPLEEVAL:+==$SIMPLEEVAL}" "numexpr${NUMEXPR:+==$NUMEXPR}" "asteval${ASTEVAL:+==$ASTEVAL}" "sympy${SYMPY:+==$SYMPY}"
npm install --prefix "$tmp" --silent --ignore-scripts --no-save --no-package-lock "mathjs@${MATHJS:-latest}" \
  "hyperformula@${HYPERFORMULA:-latest}" >/dev/null
cd "$tmp"
cat > run.mjs <<'JS'
import { readFileSync, writeFileSync } from "node:fs";
import hyperformula from "hyperformula";
import { evaluate } from "mathjs";

for (const name of ["mathjs", "hyperformula"]) console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version);
const asked = JSON.parse(readFileSync("asked.json", "utf8"));
const sheet = hyperformula.HyperFormula.buildFromArray([asked.map((text) => `=${text.toUpperCase()}`)], { licenseKey: "gpl-v3" });
/** What mathjs makes of it. */
function counted(text) {
  try {
    return String(evaluate(text));
  } catch {
    return "refused";
  }
}
const cells = asked.map((_, col) => sheet.getCellValue({ sheet: 0, row: 0, col }));
writeFileSync("seen.json", JSON.stringify({ mathjs: asked.map(counted), hyperformula: cells.map((cell) => (typeof cell === "object" ? "refused" : String(cell))) }));
process.exit(0);
JS
cat > run.py <<'PY'
import io
import json
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import asteval
import numexpr
import simpleeval
import sympy

print(*(f"{name} {metadata.version(name)}" for name in ("simpleeval", "numexpr", "asteval", "sympy")))
ASKED = ["2^10", "-2^2", "2^3^2", "log(100)", "100+10%", "1,234.5*2", "1.05^2"]
Path("asked.json").write_text(json.dumps(ASKED), "utf-8")
ways = {
    "simpleeval": simpleeval.simple_eval,
    "numexpr": numexpr.evaluate,
    "asteval": lambda text: asteval.Interpreter(err_writer=io.StringIO())(text, raise_errors=True),
    "sympy": lambda text: sympy.N(sympy.sympify(text)) if "," not in text else sympy.sympify(text),
}


def counted(way, text):
    try:
        return str(way(text))
    except Exception:
        return "refused"


seen = {name: [counted(way, text) for text in ASKED] for name, way in ways.items()}
subprocess.run(["node", "run.mjs"], check=True)
seen |= json.loads(Path("seen.json").read_text("utf-8"))
for name, answers in seen.items():
    print(name.ljust(13), dict(zip(ASKED, answers)))


def close(answer, value):
    try:
        return abs(float(answer) - value) < 1e-3
    except ValueError:
        return False


power = {name: [close(answers[0], 1024), close(answers[0], 8)] for name, answers in seen.items()}
python = ("simpleeval", "numexpr", "asteval")
right = all(power[name] == [False, True] for name in python) and all(power[name] == [True, False] for name in ("sympy", "mathjs", "hyperformula"))
sheet = [close(answer, value) for answer, value in zip(seen["hyperformula"][1:5], (4, 64, 2, 100.1))]
maths = [close(answer, value) for answer, value in zip(seen["mathjs"][1:5], (-4, 512, 4.605, 110))]
pairs = [name for name, answers in seen.items() if answers[5].startswith("(1,")]
if not right or not all(sheet + maths) or pairs != ["asteval", "sympy"] or any(seen[name][6] != "refused" for name in python):
    sys.exit("DIFFERENT from the record: 2^10 is 8 in simpleeval, numexpr, asteval; HyperFormula 4, 64, 2, 100.1; mathjs -4, 512, 4.6, 110; pairs in asteval and sympy")
print("as recorded")
PY
python3 run.py
