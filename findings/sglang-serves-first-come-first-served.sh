#!/usr/bin/env bash
# Finding: SGLang's default order of requests is first come, first served; the
#          longest-prefix-first of its paper has to be asked for.
# A good guess says: schedule_policy lpm, as in the paper and in older versions.
# What happens: the namespace Schedule of 0.5.23 has schedule_policy fcfs; lpm is among the
#          choices.
# Versions: sglang 0.5.23 (Python 3.11)
# Seen: 2026-11-29
set -euo pipefail
SGLANG=${SGLANG-0.5.23}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile --no-deps "sglang${SGLANG:+==$SGLANG}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import ast
import sys
from importlib.metadata import distribution, version
from pathlib import Path

print("sglang", version("sglang"))
# The module imports what needs a GPU, so its default is read from the source.
path = Path(distribution("sglang").locate_file("sglang/srt/arg_groups/fields/schedule.py"))
fields = {
    part.target.id: part
    for node in ast.parse(path.read_text("utf-8")).body
    if isinstance(node, ast.ClassDef) and node.name == "Schedule"
    for part in node.body
    if isinstance(part, ast.AnnAssign)
}
policy = fields["schedule_policy"]
choices = [one.value for one in ast.walk(policy.annotation) if isinstance(one, ast.Constant)]
print("default:", policy.value.value, "lpm among the choices:", "lpm" in choices)
if (policy.value.value, "lpm" in choices) != ("fcfs", True):
    sys.exit("DIFFERENT from the record: fcfs, lpm a choice")
print("as recorded")
PY
