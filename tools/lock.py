"""Writes requirements*.lock from requirements*.txt: every package with its hashes, for Python 3.11 to 3.14, any system.

Run it after changing a requirements*.txt: python3 -m tools.lock (needs uv: python3 -m pip install uv).
"""

import shutil
import subprocess
import sys

from .environment import ROOT

# A later file is installed beside the first one, so it may not ask for other versions.
GROUPS = (
    "requirements",
    "requirements-deck",
    "requirements-dev",
    "requirements-lint",
    "requirements-node",
    "requirements-pdf",
    "requirements-practice",
)
OPTIONS = [
    "--quiet",
    "--universal",
    "--python-version=3.11.5",
    "--generate-hashes",
    "--upgrade",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--custom-compile-command=python3 -m tools.lock",
]


def main() -> int:
    """Compile one lock after the other."""
    uv = shutil.which("uv")
    if uv is None:
        print("没有找到 uv；请先运行 python3 -m pip install uv", file=sys.stderr)
        return 1
    for group in GROUPS:
        constraints = [] if group == GROUPS[0] else ["--constraints", f"{GROUPS[0]}.lock"]
        files = [f"{group}.txt", "--output-file", f"{group}.lock"]
        subprocess.run([uv, "pip", "compile", *OPTIONS, *constraints, *files], cwd=ROOT, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
