"""Chinese copywriting: prints what AutoCorrect would write otherwise, as path:line: 句子. See check.yml in .github.

cd tools/lint; npm ci --ignore-scripts; cd ../..; python3 -m tools.lint.copywriting
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from ..environment import ROOT

HERE = Path(__file__).resolve().parent
CHECKED = ("docs", "README.md", "CONTRIBUTING.md")
# What people type, and questions as others have written them, stay as they are.
AS_WRITTEN = ("aliases:", "docs/collections.yml")
# Strings in code, a sum, a colon that only looks like a ratio.
RIGHT = ("证件号11010519491231002X", "a中龘𠮷", "我 去 哪里 ？", "长 128：19.8 ms", "输入维+输出维")


def main() -> int:
    """Print the lines; 1 when there are any."""
    cli = HERE / "node_modules" / "autocorrect-node" / "cli.js"
    command = ["node", str(cli), "--lint", "--format", "json", "-c", str(HERE / "autocorrect.yml"), *CHECKED]
    output = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    found = 0
    for file in json.loads(output[output.index("{") :])["messages"]:
        path = file["filepath"]
        lines = (ROOT / path).read_text("utf-8").splitlines()
        for line in file["lines"]:
            written = lines[line["l"] - 1]
            if path.startswith(AS_WRITTEN) or written.startswith(AS_WRITTEN):
                continue
            if any(text in written for text in RIGHT):
                continue
            found += 1
            print(f"{path}:{line['l']}: “{line['old'].strip()}”请写成“{line['new'].strip()}”")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
