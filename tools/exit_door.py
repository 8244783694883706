"""What would be lost if the same Markdown went through another generator today: a table for the weekly check.

python3 -m tools.exit_door   (standard library only; installs each generator into a folder of its own)
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .environment import ROOT

# Generator: what to install, how to build from mkdocs.yml into site/.
GENERATORS = {
    "ProperDocs": (["properdocs", "mkdocs-material"], ["properdocs", "build", "-f", "mkdocs.yml"]),
    "Zensical": (["zensical"], ["zensical", "build", "-f", "mkdocs.yml"]),
}
# Only what every successor of MkDocs reads: no hooks, no templates of ours.
CONFIG = """\
site_name: 大模型面试答案书
theme: {name: material, language: zh, font: false}
markdown_extensions:
  - attr_list
  - tables
  - pymdownx.arithmatex: {generic: true}
  - pymdownx.betterem
  - pymdownx.highlight
  - pymdownx.superfences
"""


def main() -> int:
    """Print the table; a generator that cannot be installed or fails is a line of it."""
    questions = [path for path in (ROOT / "docs").rglob("*.md") if path.name != "index.md"]
    print("| 生成器 | 生成 | 问题的网页 | 永久地址 /q/ | 专题页 | 排好的公式 | 生的引用 | 难度、速答 |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |")
    for name, (packages, command) in GENERATORS.items():
        with tempfile.TemporaryDirectory() as folder:
            print(f"| {name} | {_try(Path(folder), packages, command, questions)} |", flush=True)
    print("\n首页、标签、题集、搜索、卡片、PDF 由 hooks/answerbook 生成，它不依赖 MkDocs；要重写的只有 hooks/main.py。")
    return 0


def _try(folder: Path, packages: list[str], command: list[str], questions: list[Path]) -> str:
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("*.yml", "*.ipynb"))
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    python = folder / "venv" / "bin"
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    installed = subprocess.run([str(python / "python"), "-m", "pip", "install", "-qq", *packages], check=False)
    if installed.returncode:
        return "没有装上 | | | | | |"
    command = [str(python / command[0]), *command[1:]]
    built = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if built.returncode:
        last = (built.stderr or built.stdout).strip().splitlines()[-1:]
        return f"失败：{''.join(last)[:80]} | | | | | |"
    site = folder / "site"
    pages = {path: path.read_text("utf-8") for path in site.rglob("*.html")}
    made = [site / path.relative_to(ROOT / "docs").with_suffix("") / "index.html" for path in questions]
    texts = [pages[path] for path in made if path in pages]
    kept = sum((site / "q" / path.stem / "index.html").exists() for path in questions)
    topics = sum((site / path.parent.name / "index.html").exists() for path in (ROOT / "docs").glob("*/index.md"))
    raw = sum(len(re.findall(r"\[@[a-z]", text)) for text in texts)
    typeset = sum(text.count("<mjx-container") for text in texts)
    shown = sum("速答" in text for text in texts)
    return f"成功 | {len(texts)}/{len(questions)} | {kept} | {topics} | {typeset} | {raw} | {shown} 页"


if __name__ == "__main__":
    sys.exit(main())
