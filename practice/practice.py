#!/usr/bin/env python3
"""手撕练习：在每题的文件夹里写 mine.py，再判。只用标准库；判题要 pytest 和 NumPy，少数题要 PyTorch。"""

import argparse
import importlib.util
import io
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

HERE = Path(__file__).resolve().parent
USAGE = """\
手撕练习

  {command} --list               有哪些题，哪些写过
  {command} 编号                 判这一题：没有 mine.py 就先放好空的
  {command} 编号 --hint [几]     看前几条提示，不写是一条
  {command} 编号 --solution      看书里的写法
  {command} 编号 --again         重新写：现在的 mine.py 改名留着
"""


def main(arguments: list[str], command: str) -> int:
    """Do what the arguments say; `command` is how the reader called us."""
    usage = USAGE.format(command=command)
    parser = _Parser(usage=usage, add_help=False)
    parser.add_argument("id", nargs="?")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--hint", type=int, nargs="?", const=1)
    parser.add_argument("--solution", action="store_true")
    parser.add_argument("--again", action="store_true")
    options = parser.parse_args(arguments)
    if options.list:
        print(*map(line, tasks()), sep="\n")
        return 0
    if options.id is None:
        print(usage)
        return 0
    task = HERE / options.id
    if task not in tasks():
        near = [one.name for one in tasks() if options.id in one.name]
        said = f"；是不是 {'、'.join(near)}" if near else ""
        print(f"没有 {options.id} 这一题{said}；{command} --list 列出全部", file=sys.stderr)
        return 1
    if options.hint is not None:
        print(*hints(task)[: max(1, options.hint)], sep="\n\n")
        print(f"\n共 {len(hints(task))} 条")
        return 0
    if options.solution:
        print((task / "answer.py").read_text(encoding="utf-8"))
        return 0
    return judge(task, again=options.again)


def tasks() -> list[Path]:
    """The folders of the tasks."""
    return sorted(path.parent for path in HERE.glob("*/task.md"))


def line(task: Path) -> str:
    """A task on one line."""
    title = (task / "task.md").read_text(encoding="utf-8").partition("\n")[0].lstrip("# ")
    kind = "PyTorch" if torch(task) else "NumPy"
    mine = task / "mine.py"
    begun = mine.exists() and mine.read_bytes() != (task / "stub.py").read_bytes()
    return f"{'*' if begun else ' '} {task.name:<22} {kind:<8} {title}"


def hints(task: Path) -> list[str]:
    """The hints of a task, from the first push to the last."""
    return re.split(r"\n+(?=\d+\. )", (task / "hints.md").read_text(encoding="utf-8").strip())


def torch(task: Path) -> bool:
    """Whether the task is PyTorch's."""
    return "import torch" in (task / "stub.py").read_text(encoding="utf-8")


def judge(task: Path, again: bool = False) -> int:
    """Run the tests of a task against the reader's file, up to the first that fails."""
    mine = task / "mine.py"
    if again and mine.exists():
        number = 1
        while (task / f"mine-{number}.py").exists():
            number += 1
        mine.rename(task / f"mine-{number}.py")
        print(f"原来的留在 mine-{number}.py")
    if not mine.exists():
        mine.write_bytes((task / "stub.py").read_bytes())
        print((task / "task.md").read_text(encoding="utf-8"))
        print(f"在 {mine} 里写，再运行同一条命令\n")
    needed = ["pytest", "numpy", *(["torch"] if torch(task) else [])]
    missing = [name for name in needed if importlib.util.find_spec(name) is None]
    if missing:
        print(
            f"没有装 {'、'.join(missing)}；请运行 {sys.executable} -m pip install {' '.join(missing)}", file=sys.stderr
        )
        return 1
    # With what the reader prints; a sign that the terminal cannot show is replaced.
    options = ["-x", "-s", "-p", "no:terminal", "-p", "no:cacheprovider", "-c", str(HERE / "pytest.ini")]
    # What is said comes from conftest.py.
    encoding = os.environ.get("PYTHONIOENCODING", "").partition(":")[0]
    shown = {**os.environ, "PYTHONIOENCODING": f"{encoding}:replace"}
    done = subprocess.run([sys.executable, "-B", "-m", "pytest", *options, str(task)], cwd=HERE, env=shown)
    return 1 if done.returncode else 0


class _Parser(argparse.ArgumentParser):
    """argparse speaks English; the usage says the same in Chinese."""

    def error(self, message: str) -> NoReturn:
        sys.exit(f"看不懂这条命令\n\n{self.usage}")


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    sys.exit(main(sys.argv[1:], os.environ.get("PRACTICE_COMMAND", "python3 practice.py")))
