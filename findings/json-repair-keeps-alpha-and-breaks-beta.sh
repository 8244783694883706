#!/usr/bin/env bash
# Finding: json-repair leaves \alpha in a string alone but turns \beta and \frac into
#          control characters.
# A good guess says: a repairer of model output keeps single backslashes of LaTeX:
#          \frac{a}{b} stays.
# What happens: \b, \f (and \n, \r, \t) are valid JSON escapes, so nothing is to be
#          repaired: \beta gives U+0008 + eta, \frac U+000C + rac, \nabla a line break +
#          abla; \alpha, \sqrt, \lambda are no escapes and are kept. No error, half of the
#          formula survives.
# Versions: json-repair 0.64.6 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
JSON_REPAIR=${JSON_REPAIR-0.64.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "json-repair${JSON_REPAIR:+==$JSON_REPAIR}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import json_repair

print("json-repair", version("json-repair"))
commands = [r"\alpha", r"\sqrt{d}", r"\lambda", r"\beta", r"\frac{a}{b}", r"\nabla", r"\theta", r"\rho"]
seen = {c: json_repair.loads('{"公式": "%s"}' % c)["公式"] for c in commands}
for command, text in seen.items():
    print(f"{command} -> {text!r}")
kept = [c for c in commands if seen[c] == c]
recorded = [r"\alpha", r"\sqrt{d}", r"\lambda"]
if kept != recorded:
    sys.exit(f"DIFFERENT from the record: only {recorded} are kept")
print("as recorded")
PY
