#!/usr/bin/env python3
"""大模型面试答案书的命令；第一次运行会自己准备环境。

The one command line. Standard library only, up to the point where it goes on inside .venv.
"""

import sys

if sys.version_info < (3, 11, 5):
    # Nothing newer than Python 3.6 may stand above or below in this file's syntax: this sentence has to be reached.
    sys.exit(
        "需要 Python 3.11.5 或更新的版本，这里是 {}.{}.{}；请安装新版后运行 python3.13 book.py（"
        "Debian、Ubuntu：sudo apt-get install python3.13 python3.13-venv；macOS：brew install python@3.13；"
        "Windows：winget install Python.Python.3.13）".format(*sys.version_info[:3])
    )

import signal

if __name__ == "__main__":
    # Until main() can say that it was stopped, Ctrl+C ends it without a traceback of what was being imported.
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import argparse
import difflib
import gc
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

if __name__ == "__main__" and sys.dont_write_bytecode:
    # Whoever wants no compiled files beside the sources has them with what else is kept: to compile anew what a check
    # loads takes a quarter of its time.
    sys.dont_write_bytecode, sys.pycache_prefix = False, str(Path(__file__).resolve().parent / ".cache" / "bytecode")

from tools import environment

ROOT = environment.ROOT

USAGE = """\
大模型面试答案书

用法：python3 book.py 命令 [选项]

  serve [--port 端口] [--docs 目录]    生成并在本机打开；保存文件，页面随之更新
  build [--docs 目录] [--site 目录]    生成网站，默认从 docs 到 site
  check [--docs 目录] [--github] [--todo | --rules]
                                       检查内容，逐行说出哪里要改；--github 写成 GitHub 的行内注释，
                                       --todo 列出还没有写的，--rules 只列出全部规矩
  draw [脚本… 笔记本…]                 运行画图的脚本（docs/*/*/*.py），写出旁边的 .svg；不写脚本就全部运行；
                                       写出名字的笔记本从头运行一遍，连输出存好
  new 专题 编号                        新建一个问题，如 new norms layer-scale
  publish                              发布之后，把现有的地址记进 published.txt
  edition 名字 [--url 地址] [--commit 提交] [--folder 目录]
                                       发行一版之后，把 dist（或 --folder）里各文件的大小和 SHA-256 记进 editions.yml
  pdf [--topic 专题 | --path 路线 | --collection 题集 | --questions 编号,编号 | --parts] [--night] [--checks]
                                       生成 dist/answerbook.pdf；只要一部分时另用文件名，如 answerbook-memory.pdf；
                                       --parts 每个专题、每条路线各做一份；
                                       --night 只印面试前夜要看的；--checks 连验证的代码也印
  epub [--checks] [--docs 目录] [--output 文件]
                                       生成 dist/answerbook.epub
  offline [--docs 目录] [--output 文件]
                                       生成 dist/answerbook-offline.zip：解压后不联网、不用服务器就能看的网站
  deck [--topic 专题] [--docs 目录] [--output 文件夹]
                                       生成 Anki 的卡片 dist/answerbook.apkg，和每个专题一份的 answerbook-专题.apkg
  practice 编号                        手撕：在 workbook/编号/ 里放好题目和空的 mine.py，写完再运行就判；
                                       --list 列出全部，--hint 几 看提示，--solution 看书里的写法，--again 重新写，
                                       --pack 生成 dist/practice.zip
  looks [--site 目录] [--against 目录或提交] [--kinds 首页,答案] [--manners light,dark,forced,print] [--output 目录]
                                       把每种页面在三种宽度、深浅、高对比和纸上的样子拍进 dist/looks；
                                       --against 与另一份网站或另一个提交比，变得最多的在前
  test [--torch] [pytest 的参数]       运行全部测试；带参数时只运行 pytest；--torch 运行用到 PyTorch 的那些
"""
# What readers download, and the names they get.
DOWNLOADS = {"pdf": "answerbook.pdf", "epub": "answerbook.epub", "offline": "answerbook-offline.zip"}
# The exit status of a command that was stopped by Ctrl+C.
STOPPED = 130
NOTE = "\n第一次运行会准备环境（.venv、node_modules），以后不再重复。"


def main(arguments: Sequence[str]) -> int:
    """Set up what the command needs, go on inside .venv, run it."""
    if not arguments or arguments[0] in ("-h", "--help", "help") or {"-h", "--help"} & set(arguments[1:2]):
        print(usage())
        return 0
    options = parse(arguments)
    try:
        set_up(options)
        if not environment.inside():
            return environment.restart(arguments)
    except environment.SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        return _unheard()
    try:
        code = run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("\n停下了，没有做完的没有留下", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        return _unheard()
    return code


def _unheard() -> int:
    """`check | head`: whoever reads has read enough, and the interpreter's last flush finds nobody either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def usage() -> str:
    """What --help prints."""
    return USAGE + NOTE


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The command and its options; whoever mistypes sees what there is."""
    _Parser.typed = arguments
    parser = _Parser(add_help=False)
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)
    for add_options in (_site_options, _author_options, _reader_options, _download_options):
        add_options(lambda name: commands.add_parser(name, add_help=False))
    options, rest = parser.parse_known_args(arguments)
    if rest and options.command not in ("test", "practice"):
        parser.error(f"unrecognized: {rest}")
    options.rest = rest
    return options


def _site_options(command: Callable[[str], argparse.ArgumentParser]) -> None:
    serve, build, check, looks = map(command, ("serve", "build", "check", "looks"))
    for one in (serve, build, check):
        one.add_argument("--docs", type=Path, default=ROOT / "docs")
    serve.add_argument("--port", type=int, default=8000)
    for one in (build, looks):
        one.add_argument("--site", type=Path, default=ROOT / "site")
    for option in ("--github", "--todo", "--rules"):
        check.add_argument(option, action="store_true")
    looks.add_argument("--output", type=Path, default=ROOT / "dist" / "looks")
    for option in ("--against", "--kinds", "--manners"):
        looks.add_argument(option, default="")


def _author_options(command: Callable[[str], argparse.ArgumentParser]) -> None:
    draw, new, _, edition, test = map(command, ("draw", "new", "publish", "edition", "test"))
    draw.add_argument("scripts", type=Path, nargs="*")
    new.add_argument("topic")
    new.add_argument("id")
    edition.add_argument("name")
    edition.add_argument("--url", default="")
    edition.add_argument("--commit", default="")
    edition.add_argument("--folder", type=Path, default=ROOT / "dist")
    test.add_argument("--torch", action="store_true")


def _reader_options(command: Callable[[str], argparse.ArgumentParser]) -> None:
    deck, practice = map(command, ("deck", "practice"))
    deck.add_argument("--docs", type=Path, default=ROOT / "docs")
    deck.add_argument("--output", type=Path, default=ROOT / "dist")
    deck.add_argument("--topic", default="")
    practice.add_argument("--pack", action="store_true")


def _download_options(command: Callable[[str], argparse.ArgumentParser]) -> None:
    made = {name: command(name) for name in DOWNLOADS}
    for name, file in DOWNLOADS.items():
        made[name].add_argument("--docs", type=Path, default=ROOT / "docs")
        # A part of the PDF has a name of its own.
        made[name].add_argument("--output", type=Path, default=None if name == "pdf" else ROOT / "dist" / file)
    for option in ("--topic", "--path", "--collection", "--questions"):
        made["pdf"].add_argument(option)
    for option in ("--parts", "--night", "--checks"):
        made["pdf"].add_argument(option, action="store_true")
    made["epub"].add_argument("--checks", action="store_true")


def set_up(options: argparse.Namespace) -> None:
    """Install what the command needs and this machine lacks."""
    if options.command != "test" or options.torch:
        packages(options)
        return
    with environment.debian_programs():
        packages(options)
    os.environ["ANSWERBOOK_BROWSER"] = environment.tests_browser()
    environment.second_browser()
    environment.web_server()
    environment.checkers()


def packages(options: argparse.Namespace) -> None:
    """What pip and npm install."""
    tests = options.command == "test"
    looks = options.command == "looks"
    # What notebooks draw with.
    notebooks = options.command == "draw" and any(one.suffix == ".ipynb" for one in options.scripts)
    environment.python_packages()
    if tests or looks or notebooks:
        environment.python_packages("-dev")
    if tests and options.torch:
        environment.python_packages("-torch")
    if tests or options.command == "practice":
        environment.python_packages("-practice")
    if tests or options.command in ("pdf", "epub"):
        environment.python_packages("-pdf")
    if tests or options.command == "deck":
        environment.python_packages("-deck")
    environment.node_packages(development=tests)


def run(options: argparse.Namespace) -> int:
    """The command itself; everything it needs can be imported now."""
    if options.command == "check" and not options.rules:
        # All is over soon: to look for garbage until then takes a tenth of the time.
        gc.disable()
        from tools import check

        return check.run(options.docs, options.github, options.todo)
    if options.command == "looks":
        from tools import looks

        return looks.looks(options.site, options.output, options.against, options.kinds, options.manners)
    from tools import commands

    if options.command == "pdf":
        return _pdf(options)
    runs: dict[str, Callable[[], int]] = {
        "serve": lambda: commands.serve(options.docs, options.port),
        "build": lambda: commands.build(options.docs, options.site),
        "check": commands.list_rules,
        "draw": lambda: commands.draw(options.scripts),
        "new": lambda: commands.new(options.topic, options.id),
        "publish": commands.publish,
        "edition": lambda: commands.edition(options.name, options.url, options.commit, options.folder),
        "epub": lambda: commands.epub(options.docs, options.output, options.checks),
        "practice": lambda: commands.practice(options.rest, options.pack),
        "deck": lambda: commands.deck(options.docs, options.output, options.topic),
        "offline": lambda: commands.offline(options.docs, options.output),
        "test": lambda: commands.test(options.rest, options.torch),
    }
    return runs[options.command]()


def _pdf(options: argparse.Namespace) -> int:
    from tools import commands

    if options.parts:
        chosen = [f"--{name}" for name in ("topic", "path", "collection", "questions") if getattr(options, name)]
        if chosen:
            print(f"pdf: 同时写了 --parts、{'、'.join(chosen)}；一次只能选一种", file=sys.stderr)
            return 1
        return commands.parts(options.docs, options.output or ROOT / "dist", options.night, options.checks)
    asked = (options.topic, options.path, options.collection, options.questions)
    return commands.pdf(options.docs, options.output, commands.Wanted(*asked, options.night), options.checks)


class _Parser(argparse.ArgumentParser):
    """argparse speaks English; the usage says the same in Chinese."""

    typed: Sequence[str] = ()

    def __init__(self, **how: Any) -> None:
        # `--to` is a slip, not `--topic`.
        super().__init__(**how, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        print(f"看不懂这条命令：book.py {' '.join(self.typed)}\n{_meant(self.typed[0])}", file=sys.stderr)
        sys.exit(2)


def _meant(command: str) -> str:
    """How the command is written, or which one may be meant; all of them are too many to find the line in."""
    told = re.split(r"\n  (?=\w)", USAGE.rstrip())[1:]
    known = {one.split()[0]: f"  {one}" for one in told}
    near = difflib.get_close_matches(command, known, 1)
    if command in known:
        said = f"它的写法是：\n\n{known[command]}\n"
    else:
        said = f"没有 {command} 这个命令{f'（是不是 {near[0]}？）' if near else ''}；有 {'、'.join(known)}"
    return f"{said}\npython3 book.py --help 列出全部命令"


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.exit(main(sys.argv[1:]))
