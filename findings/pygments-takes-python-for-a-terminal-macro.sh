#!/usr/bin/env bash
# Finding: guess_lexer of Pygments knows 3 of 15 short pieces of code: a Python function is "Tera
#          Term macro", Java and Markdown are "Text only", Go is "Python", SQL is "scdoc". Magika,
#          whose model comes with the package, knows 13.
# A good guess says: it knows the common languages by their keywords, at least half of the pieces.
# What happens: most lexers of Pygments look for little more than a first line such as a shebang, so
#          on plain code one of a rare language with a small score wins, or none. Magika takes the
#          two it misses, short HTML and short JSON, for plain text. To sort code out of web text or
#          answers, Pygments' guess is of no use.
# Versions: Pygments 2.21.0, magika 1.0.3 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
PYGMENTS=${PYGMENTS-2.21.0}
MAGIKA=${MAGIKA-1.0.3}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "Pygments${PYGMENTS:+==$PYGMENTS}" \
  "magika${MAGIKA:+==$MAGIKA}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from magika import Magika
from pygments.lexers import guess_lexer

print(" ".join(f"{name} {version(name)}" for name in ("Pygments", "magika")))
PIECES = {
    "python": "def add(a, b):\n    return a + b\n\nprint(add(1, 2))\n",
    "javascript": "const add = (a, b) => a + b;\nconsole.log(add(1, 2));\n",
    "java": "public class Main {\n    public static void main(String[] args) {\n        System.out.println(1 + 2);\n    }\n}\n",
    "c": '#include <stdio.h>\n\nint main(void) {\n    printf("%d\\n", 1 + 2);\n    return 0;\n}\n',
    "go": 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println(1 + 2)\n}\n',
    "rust": 'fn main() {\n    let total: i32 = (1..=10).sum();\n    println!("{}", total);\n}\n',
    "shell": 'for f in *.txt; do\n  wc -l "$f"\ndone\n',
    "sql": "SELECT name, COUNT(*) FROM orders\nWHERE price > 10\nGROUP BY name;\n",
    "html": "<ul>\n  <li>one</li>\n  <li>two</li>\n</ul>\n",
    "css": ".card {\n  margin: 0 auto;\n  color: #333;\n}\n",
    "yaml": "name: demo\nsteps:\n  - run: make\n  - run: make test\n",
    "json": '{"name": "demo", "steps": [1, 2, 3]}\n',
    "latex": "\\begin{equation}\n  E = mc^2\n\\end{equation}\n",
    "markdown": "# Title\n\n- one\n- two\n\n```python\nprint(1)\n```\n",
    "torch": "import torch\nimport torch.nn as nn\n\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.fc = nn.Linear(10, 2)\n\n    def forward(self, x):\n        return self.fc(x)\n",
}
ALSO = {"torch": "python", "html": "xml", "shell": "bash", "latex": "tex"}
model = Magika()
pygments = magika = 0
for name, piece in PIECES.items():
    guessed, found = guess_lexer(piece), model.identify_bytes(piece.encode()).output.label
    names = {name, ALSO.get(name, name)}
    right = bool(names & {alias.lower() for alias in guessed.aliases}), found in names
    pygments += right[0]
    magika += right[1]
    print(f"{name}: Pygments {guessed.name}{'' if right[0] else ' (wrong)'}, Magika {found}{'' if right[1] else ' (wrong)'}")
print(f"right of {len(PIECES)}: Pygments {pygments}, Magika {magika}")
if not (pygments <= 5 and magika >= 12):
    sys.exit("DIFFERENT from the record: 3 and 13")
if guess_lexer(PIECES["python"]).name != "Tera Term macro":
    sys.exit("DIFFERENT from the record: Python is a Tera Term macro")
print("as recorded")
PY
