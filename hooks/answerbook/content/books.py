"""A folder of content → a Book with all its texts: every file is read before anything is raised."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from .. import cache
from ..problems import Problem
from ..rulebook import rule
from ..text.body import Body
from . import (
    accelerators,
    addresses,
    calculations,
    collected,
    datafiles,
    earlier,
    editions,
    frequencies,
    glossary,
    measured,
    models,
    notebooks,
    numbers,
    pictures,
    question_files,
    references,
    routes,
)
from .accelerators import Accelerator
from .calculations import Calculation
from .collected import Collection
from .contents import Contents
from .earlier import EarlierPassage
from .editions import Edition
from .frequencies import FREQUENCIES, UNCOUNTED, Frequencies
from .glossary import Term
from .measured import Finding
from .models import Model
from .numbers import Fact, Number
from .questions import Book, Head, Question, Topic
from .references import Reference
from .routes import Route
from .settings import Settings

T = TypeVar("T")

# What a browser would run, from the site's own address and outside of its pages' policy.
_PAGES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml", ".js", ".mjs", ".cjs", ".css", ".wasm"}).union(
    [".xml", ".xsl", ".xslt", ".rdf", ".mht", ".mhtml", ".svgz"]
)
# What has a use in a folder of content: it is put on the site, or left out of it on purpose.
_PUBLISHED = frozenset({*pictures.KINDS, notebooks.SUFFIX, ".md", ".py", ".yml", ".yaml", ".csv", ".json"})
# Told apart elsewhere when their names are not quite right.
_TEXTS = frozenset({".md", ".markdown"})
_SECRETS = re.compile(
    r"id_(rsa|dsa|ecdsa|ed25519)|.*\.(pem|key|p12|pfx|env|kdbx)|\.?(env|netrc|htpasswd)|credentials", re.IGNORECASE
)
# Found in folders of content without being content: README.md tells people about the folder.
_NOT_CONTENT = frozenset({"readme.md"})


def read(
    docs: Path, settings: Settings | None = None, display_root: Path | None = None
) -> tuple[Contents, list[Problem]]:
    """All that could be read of this folder, and what kept the rest from being read; nothing is judged yet."""
    settings = settings or Settings()
    shown = datafiles.shown_folder(docs, display_root)
    reader = _BookReader(docs, shown)
    if not docs.is_dir():
        reader.problems.append(Problem(datafiles.shown(docs, display_root), 0, "没有这个文件夹"))
    else:
        reader.fill()
    data = _data(reader)
    records = _records(reader, settings, display_root)
    book = _book(reader, data, records, settings, display_root)
    contents = Contents(
        docs=docs,
        book=book,
        shown=shown,
        shown_published=records.shown_published,
        shown_retired=records.shown_retired,
        ids=reader.ids,
        heads=reader.heads,
        texts=reader.texts,
        drawings=reader.drawings,
        digests=reader.digests,
        published_lines=records.published,
        retired_lines=records.retired_lines,
        data=frozenset(reader.data),
        unread=frozenset(reader.unread),
    )
    return contents, reader.problems


def _book(
    reader: _BookReader, data: _DataFiles, records: _Records, settings: Settings, display_root: Path | None
) -> Book:
    readable_notebooks, unread = notebooks.read(reader.docs, display_root)
    reader.problems += unread
    return Book(
        topics=tuple(_topics(reader)),
        references=data.works,
        collections=data.collections,
        glossary=data.terms,
        published=frozenset(records.published),
        retired=records.retired,
        settings=settings,
        notebooks=readable_notebooks,
        models=data.models,
        accelerators=data.accelerators,
        calculations=data.calculations,
        frequencies=data.counts,
        routes=data.paths,
        numbers=data.numbers,
        facts=data.facts,
        findings=data.findings,
        earlier=data.earlier,
        editions=_editions(reader, settings, display_root),
    )


@dataclass(frozen=True)
class _DataFiles:
    """What the data files hold."""

    works: Mapping[str, Reference]
    collections: tuple[Collection, ...]
    terms: tuple[Term, ...]
    models: Mapping[str, Model]
    accelerators: Mapping[str, Accelerator]
    calculations: tuple[Calculation, ...]
    counts: Frequencies
    paths: tuple[Route, ...]
    numbers: tuple[Number, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    earlier: tuple[EarlierPassage, ...]


@dataclass(frozen=True)
class _Records:
    """What was published and retired, with the lines of the files, and how these are called where they are shown."""

    published: Mapping[str, int] = field(default_factory=dict)
    retired: Mapping[str, str] = field(default_factory=dict)
    retired_lines: Mapping[str, int] = field(default_factory=dict)
    shown_published: str = ""
    shown_retired: str = ""


@dataclass
class _BookReader:
    """What is read file by file, on its way to become a book."""

    docs: Path
    shown: str
    problems: list[Problem] = field(default_factory=list)
    # By path, relative to docs: ids of question files, texts of all content files.
    ids: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    # The same of what was found wrong with drawings, and of digests of all these.
    drawings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    digests: dict[str, bytes] = field(default_factory=dict)
    # By topic.
    heads: dict[str, Head] = field(default_factory=dict)
    questions: dict[str, list[Question]] = field(default_factory=dict)
    # Names of the data files there are.
    data: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    @rule(
        "file-place",
        "要放在专题文件夹里、放得太深、扩展名应是小写的",
        "问题文件是 `docs/<专题>/<编号>.md`，放在别处的读者看不到",
    )
    def fill(self) -> None:
        for entry in _entries(self.docs):
            self._check_file(entry)
            if entry.is_dir():
                self._read_topic(entry)
            elif entry.suffix.lower() in (".md", ".markdown") and entry.name != "index.md":
                self._say(entry, 0, "问题文件要放在专题文件夹里，如 norms/rmsnorm.md")

    @rule("file-place")
    def _read_topic(self, folder: Path) -> None:
        files = [entry for entry in _entries(folder) if entry.suffix.lower() in (".md", ".markdown")]
        self._look_deeper(folder)
        if not files:
            return
        topic = folder.name
        if folder.is_symlink():
            self._say(folder, 0, "是符号链接；请换成文件夹本身")
            return
        for message in addresses.check_topic(topic):
            self._say(folder, 0, message)
        self.questions[topic] = []
        for file in files:
            if file.suffix != ".md":
                self._say(file, 0, "扩展名应是小写的 .md；请改名")
            elif file.name == "index.md":
                self._read_head(topic, file)
            else:
                self._read_question(topic, file)

    def _read_head(self, topic: str, file: Path) -> None:
        text = self._text(file)
        if text is not None:
            self.heads[topic], problems = self._kept(_head, file, text)
            self._add(problems)

    @rule("file-place")
    def _read_question(self, topic: str, file: Path) -> None:
        if file.is_dir():
            self._say(file, 0, "应是文件，却是文件夹；请改名或删去")
            return
        for message in addresses.check_id(file.stem):
            self._say(file, 0, message)
        self.ids[self._path(file)] = file.stem
        text = self._text(file)
        if text is not None:
            question, problems = self._kept(_draft, file, text)
            self._add(problems)
            if question is not None:
                self.questions[topic].append(question)

    @rule("file-place")
    def _look_deeper(self, folder: Path) -> None:
        """Folders inside a topic hold pictures; a question there would be lost."""
        for parent, folders, names in os.walk(folder):
            folders[:] = sorted(name for name in folders if not _is_left(name))
            deeper = Path(parent) != folder
            for name in sorted((*folders, *names)):
                self._check_file(Path(parent) / name)
            for name in sorted(names) if deeper else ():
                if name.lower().endswith(".md") and name.lower() not in _NOT_CONTENT:
                    self._say(Path(parent) / name, 0, "放得太深；问题文件直接放在专题文件夹里")

    @rule(
        "file-kind",
        "是网页或脚本、不是普通的文件、会原样放到网站上、像是密钥",
        (
            "`docs/` 里的文件会原样放到网站上：只放 Markdown、图片、笔记本和它们要用的数据；备份、压缩包、PDF 放"
            "到别处，密钥放上去过就要换掉"
        ),
    )
    def _check_file(self, path: Path) -> None:
        """Files are put on the site as they are: a link must not bring in what lies elsewhere, and nothing may run."""
        # Most are folders, and pages, of which more is said when they are read.
        if path.suffix == ".md":
            return
        linked, directory = path.is_symlink(), path.is_dir()
        if directory and not linked:
            return
        whole = not directory and path.is_file()
        if linked and not path.exists():
            self._say(path, 0, "是断开的符号链接；请换成文件本身")
        elif linked and not path.resolve().is_relative_to(self.docs.resolve()):
            self._say(path, 0, "是指向内容文件夹之外的符号链接；请换成文件本身")
        elif not directory and not whole:
            self._say(path, 0, "不是普通的文件（是管道、套接字或设备）；请删去")
        elif path.suffix.lower() in _PAGES and whole:
            self._say(path, 0, f"是网页或脚本（{path.suffix}），会原样放到网站上运行；请删去，内容请写成 Markdown")
        elif linked and path.parent.resolve().is_relative_to(path.resolve()):
            self._say(path, 0, "是指回上层文件夹的符号链接，会没完没了；请删去")
        elif path.suffix.lower() == ".svg" and whole:
            for line, wrong in self._running(path):
                self._say(path, line, wrong)
        elif whole and path.suffix not in _PUBLISHED and path.suffix.lower() not in _TEXTS:
            self._say(path, 0, _stranger(path))
        elif path.suffix == notebooks.SUFFIX and whole:
            for wrong in notebooks.check_place(self._path(path)):
                self._say(path, 0, wrong)

    @rule("file-kind")
    def _running(self, picture: Path) -> list[tuple[int, str]]:
        try:
            with picture.open("rb") as file:
                data = file.read(pictures.LARGEST + 1)
        except OSError as error:
            return [(0, f"读不了：{error.strerror}")]
        running, found = pictures.look(data)
        if found is not None and picture.suffix == ".svg":
            self.drawings[self._path(picture)] = found
            self.digests[self._path(picture)] = cache.key(data)
        return running

    def _text(self, file: Path) -> str | None:
        path = self._path(file)
        text, problems = datafiles.text(file, f"{self.shown}{path}", self.docs)
        self.problems += problems
        if text is not None:
            self.texts[path] = text
        return text

    def _kept(self, make: Callable[[str, str], T], file: Path, text: str) -> T:
        """What is made of a file by its path and its text alone, and kept."""
        path = self._path(file)
        self.digests[path] = digest = cache.key(text)
        key = cache.key(cache.code("content"), make.__name__, path, digest)
        return cache.value("texts", key, lambda: make(path, text), f"{make.__name__} {path}")

    def _path(self, file: Path) -> str:
        return datafiles.below(file, self.docs)

    def _say(self, file: Path, line: int, message: str) -> None:
        self._add([Problem(self._path(file), line, message)])

    def _add(self, problems: list[Problem]) -> None:
        for problem in problems:
            self.problems.append(Problem(f"{self.shown}{problem.path}", problem.line, problem.message))


def _draft(path: str, text: str) -> tuple[Question | None, list[Problem]]:
    question, problems = question_files.draft(path, text)
    return (None, problems) if question is None else (replace(question, body=question.body.searched()), problems)


def _head(path: str, text: str) -> tuple[Head, list[Problem]]:
    head, problems = question_files.parse_topic(path, text)
    return replace(head, body=head.body.searched()), problems


@rule("file-kind")
def _stranger(file: Path) -> str:
    """What to say of a file that no page needs."""
    if _SECRETS.fullmatch(file.name):
        return "像是密钥或密码，会原样放到网站上；请马上删去，并换掉它"
    kind = file.suffix or "没有扩展名"
    return f"会原样放到网站上，页面却用不到（{kind}）；docs 里只放 Markdown、图片、笔记本和数据，请删去"


def _entries(folder: Path) -> Iterator[Path]:
    """What a folder holds, by name, without what is hidden or not content."""
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if not _is_left(path.name) and path.name.lower() not in _NOT_CONTENT:
            yield path


def _is_left(name: str) -> bool:
    """Whether it is hidden, or what Python compiled of a script beside the pages: neither is published."""
    return name.startswith(".") or name == "__pycache__"


def _topics(reader: _BookReader) -> Iterator[Topic]:
    """The topics in their order, each with its questions in reading order."""
    unnamed = Head("", None, "", (), Body(""))
    heads = {topic: reader.heads.get(topic, unnamed) for topic in reader.questions}
    for topic in sorted(heads, key=lambda name: (heads[name].order is None, heads[name].order or 0, name)):
        head = heads[topic]
        listed = {id: place for place, (_, id) in enumerate(head.questions)}
        read = sorted(
            reader.questions[topic],
            key=lambda q: (listed.get(q.id, len(listed)), FREQUENCIES.index(q.frequency), q.id),
        )
        path = f"{topic}/index.md" if topic in reader.heads else ""
        yield Topic(topic, head.title or topic, head.summary, head.body, path, tuple(read))


def _data(reader: _BookReader) -> _DataFiles:
    """What the data files beside the topics hold, as far as there are any."""
    return _DataFiles(
        works=_file(reader, references.FILE, partial(datafiles.kept, references.read), {}),
        collections=_file(reader, collected.FILE, partial(datafiles.kept, collected.read), ()),
        terms=_file(reader, glossary.FILE, partial(datafiles.kept, glossary.read), ()),
        models=_file(reader, models.FILE, partial(datafiles.kept, models.read), {}),
        accelerators=_file(reader, accelerators.FILE, partial(datafiles.kept, accelerators.read), {}),
        calculations=_file(reader, calculations.FILE, partial(datafiles.kept, calculations.read), ()),
        counts=_file(reader, frequencies.FILE, partial(datafiles.kept, frequencies.read), UNCOUNTED),
        numbers=_file(reader, numbers.FILE, partial(datafiles.kept, numbers.read), ()),
        facts=_file(reader, numbers.FACTS, partial(datafiles.kept, numbers.read_facts), ()),
        # Looks at more than its file.
        findings=_file(reader, measured.FILE, measured.read, ()),
        earlier=_file(reader, earlier.FILE, partial(datafiles.kept, earlier.read), ()),
        paths=_file(reader, routes.FILE, partial(datafiles.kept, routes.read), ()),
    )


@rule("yaml")
def _file(
    reader: _BookReader, name: str, read_file: Callable[[Path, str, Path], tuple[T, list[Problem]]], without: T
) -> T:
    """What one data file holds; `without` where there is no such file."""
    path = reader.docs / name
    if not path.exists() and not path.is_symlink():
        return without
    value, problems = read_file(path, f"{reader.shown}{name}", reader.docs)
    if not value and not problems:
        problems = [Problem(f"{reader.shown}{name}", 0, "只有注释，没有内容；请写上内容，或删去它")]
    # Where nothing could be read, nothing is looked up either: one mistake is said once.
    (reader.data if value or not problems else reader.unread).append(name)
    reader.problems += problems
    return value


def _records(reader: _BookReader, settings: Settings, display_root: Path | None) -> _Records:
    """What the records say, for a folder that has some."""
    if settings.records is None:
        return _Records()
    files = [settings.records / name for name in (addresses.PUBLISHED, addresses.RETIRED)]
    shown = (datafiles.shown(files[0], display_root), datafiles.shown(files[1], display_root))
    published, problems = datafiles.kept(addresses.read_published, files[0], shown[0])
    retired, lines, more = datafiles.kept(addresses.read_retired, files[1], shown[1])
    reader.problems += [*problems, *more]
    return _Records(published, retired, lines, *shown)


def _editions(reader: _BookReader, settings: Settings, display_root: Path | None) -> tuple[Edition, ...]:
    """What was released, for a folder that has such records."""
    if settings.records is None:
        return ()
    path = settings.records / editions.FILE
    found, problems = datafiles.kept(editions.read, path, datafiles.shown(path, display_root))
    reader.problems += problems
    return found
