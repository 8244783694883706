#!/usr/bin/env bash
# Finding: The Python interpreter of smolagents gives other results than Python in ten of twenty
#          ordinary snippets, without an error: it ignores decorators, skips the else of a loop,
#          hands keyword arguments over twice, makes a new default list at each call.
# A good guess says: what it runs it runs as Python does; what it doesn't know (yield, global,
#          match) it refuses with a message.
# What happens: it walks the syntax tree itself. A loop's function sees the i of its own round, a
#          default value is computed at each call, lru_cache and @property do nothing, a name
#          assigned in a function may be read before as the global one. So code that the model has
#          tried elsewhere can be right and its answer wrong. Pydantic's Monty, an interpreter of
#          its own too, gives the results of Python in all snippets it runs, and refuses @property.
# Versions: smolagents 1.26.0, pydantic-monty 1.4.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
SMOLAGENTS=${SMOLAGENTS-1.26.0}
PYDANTIC_MONTY=${PYDANTIC_MONTY-1.4.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "smolagents${SMOLAGENTS:+==$SMOLAGENTS}" \
  "pydantic-monty${PYDANTIC_MONTY:+==$PYDANTIC_MONTY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

from pydantic_monty import Monty
from smolagents.local_python_executor import LocalPythonExecutor

print(" ".join(f"{name} {version(name)}" for name in ("smolagents", "pydantic-monty")))
SNIPPETS = {
    "decorator": "def twice(f):\n    def g(x):\n        return f(x) * 2\n    return g\n@twice\ndef h(x):\n    return x + 1\nh(1)",
    "lru_cache": "from functools import lru_cache\ncalls = []\n@lru_cache\ndef f(x):\n    calls.append(x)\n    return x\nf(1)\nf(1)\nlen(calls)",
    "property": "class A:\n    @property\n    def x(self):\n        return 2\nA().x == 2",
    "for else": "found = 'yes'\nfor i in range(3):\n    if i == 5:\n        break\nelse:\n    found = 'no'\nfound",
    "while else": "i = 0\nwhile i < 3:\n    i += 1\nelse:\n    i = 10\ni",
    "keyword arguments": "def f(a, *rest, k=1, **more):\n    return [a, list(rest), k, sorted(more)]\nf(1, 2, 3, k=4, z=5)",
    "mutable default": "def f(a, seen=[]):\n    seen.append(a)\n    return seen\nf(1)\nf(2)",
    "time of a default": "x = 1\ndef f(a=x):\n    return a\nx = 2\nf()",
    "functions of a loop": "fs = [lambda: i for i in range(3)]\n[f() for f in fs]",
    "read before assignment": "x = 1\ndef f():\n    try:\n        y = x\n        x = 2\n        return y\n    except UnboundLocalError:\n        return 'error'\nf()",
    "floor division": "[7 // 2, -7 // 2, -7 % 3]",
    "rounding": "[round(2.5), round(0.125, 2)]",
    "large number": "2 ** 100",
    "aliased list": "a = [1]\nb = a\nb += [2]\na",
    "closure": "def make():\n    c = []\n    def add(x):\n        c.append(x)\n        return c\n    return add\na = make()\na(1)\na(2)",
    "recursion": "def f(n):\n    return 1 if n < 2 else n * f(n - 1)\nf(20)",
    "stable sort": "sorted([('a', 2), ('b', 1), ('c', 2)], key=lambda t: t[1], reverse=True)[0][0]",
    "finally": "r = []\nfor i in range(3):\n    try:\n        if i == 1:\n            continue\n        r.append(i)\n    finally:\n        r.append('f')\nr",
    "chained comparison": "[1 < 3 < 2, 1 < 2 < 3]",
    "dictionary": "{k: v for k, v in zip('ab', [1, 2])}",
}


def by_python(code: str) -> object:
    *before, last = code.rsplit("\n", 1)
    names: dict[str, object] = {}
    exec("\n".join(before), names)
    return eval(last, names)


def by_smolagents(code: str) -> object:
    executor = LocalPythonExecutor(["functools"])
    executor.send_tools({})
    return executor(code).output


def result(run: object, code: str) -> str:
    try:
        return repr(run(code))
    except Exception as error:
        return f"refused ({type(error).__name__})"


with Monty() as pool:

    def by_monty(code: str) -> object:
        with pool.checkout() as session:
            return session.feed_run(code)

    rows = {name: [result(run, code) for run in (by_python, by_smolagents, by_monty)] for name, code in SNIPPETS.items()}
for name, (python, smol, monty) in rows.items():
    if not python == smol == monty:
        print(f"{name}: Python {python}, smolagents {smol}, Monty {monty}")
other = {who: {name for name, row in rows.items() if row[place] != row[0] and "refused" not in row[place]} for place, who in ((1, "smolagents"), (2, "Monty"))}
print({who: f"{len(names)} of {len(SNIPPETS)} with another result" for who, names in other.items()})
if other["smolagents"] != set(list(SNIPPETS)[:10]) or other["Monty"]:
    sys.exit("DIFFERENT from the record: smolagents gives another result in the first ten, Monty in none")
print("as recorded")
PY
