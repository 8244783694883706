"""What the commands of book.py do once everything is installed."""

from __future__ import annotations

import gc
import importlib
import logging
import os
import re
import runpy
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from answerbook import node
from answerbook.checking import checks, rules
from answerbook.content import addresses, datafiles, editions, imprint, notebooks, settings
from answerbook.content.questions import Book, Topic
from answerbook.paper import paper
from answerbook.problems import ContentError, Problem
from answerbook.site import downloads

from . import check, environment, swap
from .check import MKDOCS_YML

_Named = TypeVar("_Named")

ROOT = environment.ROOT
# All tests: each file as a whole by one of as many processes as there are cores, in the order of tests/conftest.py.
SHARED_OUT = ("--numprocesses=logical", "--dist=loadfile", "--no-loadscope-reorder")
# Lies in every site we make: a folder without it is not ours to replace.
MARK = ".answerbook"
# A build keeps most of what it makes: it looks for garbage after so many new objects, not after 700.
SELDOM = 10_000
# The words Material prints about itself, each time.
os.environ["NO_MKDOCS_2_WARNING"] = "1"


def list_rules() -> int:
    """Print every rule of content: its id, what its sentences say, what to do."""
    from . import catalogue

    print(*catalogue.lines(), sep="\n")
    return 0


def build(docs: Path, site: Path) -> int:
    """Make the site aside and put it in place when it is whole."""
    docs, site = docs.resolve(), site.resolve()
    refusal = refuse(docs, site)
    if refusal:
        print(refusal, file=sys.stderr)
        return 1
    try:
        with swap.aside(site) as aside:
            problems = _build(docs, aside)
            if problems:
                print(f"{problems} 处要改，网站没有更新", file=sys.stderr)
                return 1
            (aside / MARK).touch()
            swap.open_up(aside)
            swap.put(aside, site)
    except OSError as error:
        print(f"不能写在 {_shown(site)}（{error}），网站没有更新", file=sys.stderr)
        return 1
    print(f"网站已生成在 {_shown(site)}")
    return 0


def pdf(docs: Path, output: Path | None, wanted: Wanted, checked: bool = False) -> int:
    """Print the book, or a part of it, which has a file of its own."""
    from answerbook.paper import pdf

    start = time.monotonic()
    output = output or ROOT / "dist" / f"{wanted.file}.pdf"

    def say(text: str) -> None:
        print(f"  {time.monotonic() - start:4.0f} 秒  {text}", flush=True)

    def make() -> str:
        report = pdf.make(_volume(docs, wanted, checked), output, say)
        memory = f"，内存最多用到 {report.memory} MB" if report.memory else ""
        return f"，{report.pages} 页，用时 {report.seconds:.0f} 秒{memory}"

    return _made(output, make)


def parts(docs: Path, folder: Path, night: bool, checked: bool) -> int:
    """Print every topic and every path into a file of its own, from one reading of the book."""
    from answerbook.paper import pdf

    docs = docs.resolve()

    def one(book: Book, wanted: Wanted) -> str:
        shown = datafiles.shown_folder(docs, ROOT)
        volume = paper.volume(book, MKDOCS_YML, docs, shown, _selection(book, wanted), checked)
        return f"，{pdf.make(volume, folder / f'{wanted.file}.pdf', lambda _: None).pages} 页"

    try:
        book = checks.read(docs, check.settings_of(docs), ROOT)
    except ContentError as error:
        print(error)
        print(f"{len(error.problems)} 处要改，PDF 没有更新", file=sys.stderr)
        return 1
    wanted = [Wanted(topic=topic.id, night=night) for topic in book.topics if topic.questions]
    wanted += [Wanted(path=route.key, night=night) for route in book.routes]
    return max([_made(folder / f"{each.file}.pdf", partial(one, book, each)) for each in wanted], default=0)


def epub(docs: Path, output: Path, checked: bool = False) -> int:
    """Make the book for e-readers."""
    from answerbook.paper import epub

    def make() -> str:
        epub.make(_volume(docs, checked=checked), output)
        return ""

    return _made(output, make)


def deck(docs: Path, folder: Path, topic: str = "") -> int:
    """Make the cards for Anki: those of the whole book and of each topic, or of one topic."""
    from answerbook.drill import deck

    try:
        whole = _volume(docs)
        topics = {one.id: one for one in whole.book.topics}
        wanted = [_one("--topic", "专题", topic, topics)] if topic else [None, *topics.values()]
    except ContentError as error:
        print(error)
        return 1
    edition = deck.DeckSource(whole.book, whole.imprint, whole.docs, imprint.moment(whole.docs))

    def made(part: Topic | None) -> int:
        output = folder / f"{Wanted(topic=part.id if part else '').file}.apkg"
        return _made(output, lambda: f"，{deck.make(edition, output, part)} 张卡片")

    return max(map(made, wanted))


def practice(arguments: Sequence[str], pack: bool) -> int:
    """Put the tasks for handwritten code into a folder and go on with its own command there; or pack them."""
    from answerbook.drill import workbook

    docs, source, folder = ROOT / "docs", ROOT / "practice", ROOT / "workbook"
    try:
        tasks = workbook.tasks(workbook.questions(docs, source), source)
        said = imprint.read(MKDOCS_YML, workbook.book(tasks), docs)
    except ContentError as error:
        print(error)
        return 1
    if pack:

        def make() -> str:
            workbook.make(tasks, source, said, ROOT / "dist" / "practice.zip")
            return f"，{len(tasks)} 题"

        return _made(ROOT / "dist" / "practice.zip", make)
    try:
        workbook.write(tasks, source, said, folder)
    except OSError as error:
        print(f"不能写在 {_shown(folder)}（{error.strerror}）", file=sys.stderr)
        return 1
    if any(task.torch and task.question.id in arguments for task in tasks):
        environment.python_packages("-torch")
    known = {**os.environ, "PRACTICE_COMMAND": "python3 book.py practice"}
    return subprocess.call([sys.executable, str(folder / "practice.py"), *arguments], env=known)


def offline(docs: Path, output: Path) -> int:
    """Build the site a second time, with the names of files in its addresses, and pack it."""
    from answerbook.site import offline

    with swap.temporary() as folder:
        problems = _build(docs.resolve(), folder, folders=False)
        if problems:
            print(f"{problems} 处要改，{_shown(output)} 没有更新", file=sys.stderr)
            return 1

        def make() -> str:
            offline.make(folder, _volume(docs).imprint, output)
            return ""

        return _made(output, make)


def serve(docs: Path, port: int) -> int:
    """Serve the book while it is written."""
    if not 0 < port < 65_536:
        print(f"--port {port} 不是端口；请写 1 到 65535 之间的数，如 8000", file=sys.stderr)
        return 1
    if not docs.is_dir():
        print(f"--docs {docs}: 没有这个文件夹", file=sys.stderr)
        return 1
    os.environ["ANSWERBOOK_DOCS"] = str(docs.resolve())
    return importlib.import_module("tools.serve").main(["--port", str(port)])  # type: ignore[no-any-return]


def draw(scripts: Sequence[Path]) -> int:
    """Run the scripts that draw figures, each of which writes its drawing beside itself, and the notebooks named."""
    found = list(scripts) or sorted((ROOT / "docs").glob("*/*/*.py"))
    wrong = [script for script in found if script.suffix not in (".py", notebooks.SUFFIX) or not script.is_file()]
    for script in wrong:
        print(f"{script}: 没有这个脚本；画图的脚本在图的旁边，如 docs/rlhf/rlhf-pipeline/pipeline.py", file=sys.stderr)
    if wrong:
        return 1
    run = [script for script in found if script.suffix == notebooks.SUFFIX]
    said = {script: (_ran if script in run else _drawn)(script) for script in found}
    failed = [one for one in said.values() if one]
    print(*failed, sep="\n", end="\n" * bool(failed), file=sys.stderr)
    if len(run) < len(found):
        print(f"画好了 {sum(not said[script] for script in found if script not in run)} 张图")
    if run:
        print(f"从头运行了 {sum(not said[script] for script in run)} 个笔记本")
    return int(bool(failed))


def _ran(path: Path) -> str:
    from . import notebook

    said = notebook.run_anew(path)
    return f"{_shown(path)}: {said}" if said else ""


def _drawn(script: Path) -> str:
    """Run one of them; what kept it from drawing, with the last of its lines that ran, or ""."""
    drawing = script.with_suffix(".svg")
    before = drawing.stat().st_mtime_ns if drawing.exists() else 0
    try:
        runpy.run_path(str(script), run_name="__main__")
    except SyntaxError as error:
        return f"{_shown(script)}:{error.lineno or 1}: 脚本不是合法的 Python（{error.msg}）；请改正"
    # Whatever somebody's script does.
    except (Exception, SystemExit) as error:  # noqa: BLE001
        ran = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(script)]
        return f"{_shown(script)}:{ran[-1] if ran else 1}: 画到这里停下了（{type(error).__name__}: {error}）；请改正"
    if drawing.exists() and drawing.stat().st_mtime_ns != before:
        return ""
    return f"{_shown(script)}: 没有写出 {drawing.name}；请在末尾写 save(__file__)"


def new(topic: str, id: str) -> int:
    """Write the file of a new question."""
    template = (ROOT / "tools" / "question.md").read_text(encoding="utf-8")
    docs = ROOT / "docs"
    try:
        path = checks.new(docs, topic, id, template, check.settings_of(docs), date.today())
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"不能写在 {_shown(docs / topic)}（{error.strerror}）", file=sys.stderr)
        return 1
    print(f"写好了 {_shown(path)}；改成你的问题，再运行 python3 book.py check")
    return 0


def publish() -> int:
    """Record the addresses that the book answers at: from now on none of them may be lost."""
    try:
        book = checks.read(ROOT / "docs", settings.read(MKDOCS_YML), ROOT)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    new = addresses.publish(ROOT / addresses.PUBLISHED, rules.address_list(book))
    print(f"{addresses.PUBLISHED} 添了 {len(new)} 个地址" if new else f"{addresses.PUBLISHED} 已经记全")
    return 0


def edition(name: str, url: str, commit: str, folder: Path, path: Path = ROOT / editions.FILE) -> int:
    """Write down what was released: from now on the files of this edition are known by their hashes."""
    known = {*downloads.FILES, *(file.name for file in folder.glob("answerbook-*"))}
    files = [folder / one for one in sorted(known) if (folder / one).is_file()]
    try:
        made = editions.add(path, name, date.today(), commit or imprint.commit(ROOT), url, files)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{path.name} 添了 {made.name}：{len(made.files)} 个文件")
    return 0


def test(arguments: Sequence[str], torch: bool) -> int:
    """Run the checks of the code and the tests; each runs even when an earlier one fails."""
    # Hundreds of processes load the same modules: what one has compiled, the others are to find.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    python = [sys.executable, "-m"]
    if torch:
        return subprocess.call([*python, "pytest", "tests/torch", *arguments], cwd=ROOT)
    if arguments:
        return subprocess.call([*python, "pytest", *arguments], cwd=ROOT)
    # They begin at once and are heard when the checks have had their say.
    colour = ["--color=yes"] if sys.stdout.isatty() else []
    with subprocess.Popen([*python, "pytest", *SHARED_OUT, *colour], cwd=ROOT, stdout=subprocess.PIPE) as tests:
        failed = [name for name, command in _checks_of_code(python).items() if not _passes(name, command)]
        print("—— pytest", flush=True)
        assert tests.stdout is not None
        while said := os.read(tests.stdout.fileno(), 1 << 16):
            sys.stdout.buffer.write(said)
            sys.stdout.flush()
    if tests.returncode != 0:
        failed.append("pytest")
    if failed:
        print(f"没有通过：{'、'.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _checks_of_code(python: Sequence[str]) -> dict[str, list[str]]:
    """Name and command of each."""
    compiler = ROOT / "node_modules" / "typescript" / "bin" / "tsc"
    biome = ROOT / "node_modules" / "@biomejs" / "biome" / "bin" / "biome"
    return {
        "ruff": [*python, "ruff", "check", "."],
        "ruff format": [*python, "ruff", "format", "--check", "."],
        "mypy": [*python, "mypy"],
        "biome": [node.executable(), str(biome), "check", "--error-on-warnings"],
        "tsc": [node.executable(), str(compiler), "--project", "jsconfig.json"],
    }


def _passes(name: str, command: Sequence[str]) -> bool:
    """Whether a check of the code finds nothing; what it finds is printed."""
    print(f"—— {name}", flush=True)
    return subprocess.call(command, cwd=ROOT) == 0


def refuse(docs: Path, site: Path) -> str | None:
    """Why the site cannot be put there, or None."""
    if site == docs or site in docs.parents or docs in site.parents:
        return f"--site {site} 与内容文件夹 {docs} 重叠；请换一个文件夹"
    if site == ROOT or site in ROOT.parents:
        return f"--site {site} 里有这个项目；请换一个文件夹"
    if site.exists() and not site.is_dir():
        return f"--site {site} 是一个文件；请换一个文件夹"
    if site != ROOT / "site" and site.exists() and any(site.iterdir()) and not (site / MARK).exists():
        return f"--site {site} 里有别的文件，生成网站会把它们删掉；请换一个空文件夹"
    return None


def _build(docs: Path, site: Path, *, folders: bool = True) -> int:
    """Build into a folder; prints what is wrong and says how much."""
    from . import driver

    if not docs.is_dir():
        print(f"{_shown(docs)}: 没有这个文件夹")
        return 1
    os.environ |= {"ANSWERBOOK_DOCS": str(docs), "ANSWERBOOK_SITE": str(site)}
    gc.set_threshold(SELDOM)
    _speak()
    try:
        # Said in Chinese, and before MkDocs says it in English.
        check.settings_of(docs)
    except ContentError as error:
        print(*error.problems, sep="\n")
        return len(error.problems)
    reasons = driver.build(MKDOCS_YML, "build", use_directory_urls=folders)
    if reasons:
        print(*reasons, sep="\n")
    return len(reasons)


@dataclass(frozen=True)
class Wanted:
    """What of the book is to be printed, as the command line says it; None for what was not said."""

    topic: str | None = None
    path: str | None = None
    collection: str | None = None
    questions: str | None = None
    night: bool = False

    @property
    def file(self) -> str:
        """The name of its file without the ending, which tells it from that of the whole book."""
        # A path may be called like a topic.
        kinds = (("path", self.path), ("collection", self.collection))
        name = self.topic or next((f"{kind}-{key}" for kind, key in kinds if key), "questions" * bool(self.questions))
        return f"answerbook{''.join(f'-{one}' for one in (name, 'night' if self.night else '') if one)}"


def _volume(docs: Path, wanted: Wanted | None = None, checked: bool = False) -> paper.Volume:
    """What is to be made into a file; raises ContentError when the content is not in order."""
    docs = docs.resolve()
    book = checks.read(docs, check.settings_of(docs), ROOT)
    selection = _selection(book, wanted or Wanted())
    return paper.volume(book, MKDOCS_YML, docs, datafiles.shown_folder(docs, ROOT), selection, checked)


def _selection(book: Book, wanted: Wanted) -> paper.Selection:
    """The answers that were asked for; raises ContentError with a sentence for what there is not."""
    said = [name for name in ("topic", "path", "collection", "questions") if getattr(wanted, name) is not None]
    if len(said) > 1:
        names = "、".join(f"--{name}" for name in said)
        raise ContentError([Problem("pdf", 0, f"同时写了 {names}；一次只能选一种")])
    night = "面试前夜" if wanted.night else ""
    if wanted.topic is not None:
        topics = {one.id: one for one in book.topics if one.questions}
        return paper.Selection(_one("--topic", "专题", wanted.topic, topics).title, wanted.topic, night=wanted.night)
    if wanted.path is not None:
        route = _one("--path", "路线", wanted.path, {one.key: one for one in book.routes})
        return _chosen(route.title, (id for _, id in route.questions), wanted, f"--path {wanted.path}")
    if wanted.collection is not None:
        collection = _one("--collection", "题集", wanted.collection, {one.key: one for one in book.collections})
        answered = (book.answered[asked.key].id for asked in collection.questions if asked.key in book.answered)
        return _chosen(collection.title, answered, wanted, f"--collection {wanted.collection}")
    if wanted.questions is not None:
        ids = dict.fromkeys(id.strip() for id in re.split("[,，]", wanted.questions) if id.strip())
        lost = [Problem(f"--questions {id}", 0, _no_question(id, book)) for id in ids if id not in book.by_id]
        if lost:
            raise ContentError(lost)
        return _chosen(f"选出的 {len(ids)} 题", ids, wanted, "--questions")
    return paper.Selection(night, night=wanted.night)


def _no_question(id: str, book: Book) -> str:
    return f"没有这个问题{datafiles.near(id, book.by_id)}；编号是地址 /q/ 后面的那一段，用逗号隔开"


def _chosen(title: str, ids: Iterable[str], wanted: Wanted, said: str) -> paper.Selection:
    """Answers in their own order, each once."""
    each = tuple(dict.fromkeys(ids))
    if not each:
        raise ContentError([Problem(said, 0, "里面一个答案也没有；请至少选一题")])
    return paper.Selection(title, ids=each, night=wanted.night)


def _one(option: str, kind: str, key: str, known: Mapping[str, _Named]) -> _Named:
    if key not in known:
        raise ContentError([Problem(f"{option} {key}", 0, f"没有这个{kind}；可用的有 {'、'.join(known)}")])
    return known[key]


def _made(output: Path, make: Callable[[], str]) -> int:
    """Make a file that readers download; what is wrong is said, and then the last one stays as it is."""
    if output.is_dir():
        # Not after minutes of work.
        print(f"{_shown(output)} 是一个文件夹，没有更新；请写文件的名字", file=sys.stderr)
        return 1
    try:
        said = make()
    except ContentError as error:
        print(error)
        print(f"{len(error.problems)} 处要改，{_shown(output)} 没有更新", file=sys.stderr)
        return 1
    except node.NodeError as error:
        print(f"{error}；{_shown(output)} 没有更新", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"不能写在 {_shown(output)}（{error.strerror or error}），没有更新", file=sys.stderr)
        return 1
    print(f"{_shown(output)}：{_size(output)}{said}")
    return 0


def _size(path: Path) -> str:
    size = path.stat().st_size
    return f"{size / 1e6:.1f} MB" if size >= 100_000 else f"{size / 1e3:.0f} kB"


def _speak() -> None:
    """Let through what our own stages report."""
    handler = logging.StreamHandler(sys.stdout)
    logger = logging.getLogger("mkdocs.answerbook")
    logger.setLevel(logging.INFO)
    logger.handlers[:] = [handler]
    logging.getLogger("mkdocs").propagate = False


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)
