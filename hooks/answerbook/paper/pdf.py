"""The book on paper: one Typst document, compiled into a PDF that is tagged and the same bytes each time."""

from __future__ import annotations

import io
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .. import outputs, places
from ..content import glossary
from ..content.connections import connect
from ..content.notebooks import Notebook, OutputImage
from ..content.questions import Question, Topic
from ..markup import markup
from ..maths import mathjax
from ..problems import ContentError, Problem
from ..text.body import Body
from . import fontfiles, limits, paper, press, terms
from .paper import Volume
from .source import LINKS, Writer, quoted

_TEMPLATE = Path(__file__).parent / "templates" / "book.typ"
_LOGO = places.OVERRIDES / "assets" / "logo.svg"
_INK = "#16191c"
# How large a unit of a notebook's figure is, in points.
_UNIT = 0.55
# The back matter of so few entries stays on one page.
_FEW = 9
_FAMILY = re.compile(r'font-family="([^"]*)"')


@dataclass(frozen=True)
class Report:
    """How the making went."""

    pages: int
    bytes: int
    seconds: float
    # The most memory that making it has needed, in MB; 0 where the system does not say.
    memory: int


def make(volume: Volume, output: Path, say: Callable[[str], None]) -> Report:
    """Print the volume into `output`, which appears only when it is whole; raises ContentError when it cannot."""
    start = time.monotonic()
    say("排版公式、正文和代码")
    shown = _TypstPictures(volume.docs)
    document = _document(volume, shown)
    broken = paper.broken_pictures(volume, shown.files.values())
    problems = [*limits.unprintable(volume.book, volume.docs, volume.shown, shown.files.values()), *broken]
    problems += document.problems
    if problems:
        raise ContentError(problems)
    say("排成书页")
    before = _peak()
    made = _packed(_compiled(volume, document, shown))
    outputs.put(output, made.data, volume.imprint.updated)
    outputs.note_pages(output, made.pages, volume.imprint.updated)
    # Typst's process is gone before the packing begins.
    memory = max(before + _peak(of_others=True), _peak())
    return Report(made.pages, len(made.data), time.monotonic() - start, memory)


class _TypstPictures:
    """What the document shows, by the names of its files in Typst's folder."""

    def __init__(self, docs: Path) -> None:
        self._docs = docs
        self._formulas: dict[tuple[str, bool], str] = {}
        self._drawings: dict[str, bytes] = {"/logo.svg": _LOGO.read_bytes()}
        # The file of docs/ by its name here.
        self.files: dict[str, str] = {}

    def formula(self, drawn: mathjax.Drawing) -> str:
        """The name of a formula's drawing."""
        key = (drawn.tex, drawn.display)
        if key not in self._formulas:
            name = f"/maths/{len(self._formulas)}.svg"
            self._formulas[key] = name
            self._drawings[name] = drawn.file.replace("currentColor", _INK).encode()
        return self._formulas[key]

    def file(self, path: str) -> str:
        """The name of a picture of docs/."""
        name = f"/docs/{path}"
        self.files[name] = path
        return name

    def figure(self, anchor: str, figure: OutputImage) -> str:
        """The name of what a notebook drew."""
        name = f"/figures/{anchor}/{figure.name}"
        self._drawings[name] = figure.content
        return name

    def all(self) -> Iterator[tuple[str, bytes]]:
        """Every file with its name; words in drawings are set in the book's own fonts."""
        yield from ((name, _in_our_fonts(name, data)) for name, data in self._drawings.items())
        for name, path in self.files.items():
            yield name, _in_our_fonts(name, (self._docs / path).read_bytes())


@dataclass
class _TypstDocument:
    """The source in pieces, one file for each, so that an error can be named by its file."""

    main: list[str] = field(default_factory=list)
    # By name: the source, and the file of docs/ it is made of ("" for what nobody wrote).
    pieces: dict[str, tuple[str, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, source: str, path: str = "") -> None:
        """One more piece."""
        name = f"/pieces/{len(self.pieces):04d}.typ"
        self.pieces[name] = ('#import "/book.typ": *\n' + source, path)
        self.main.append(f"#include {quoted(name)}\n")

    def lead(self, lost: str, found: str) -> None:
        """Let the links to one place lead to another."""
        for name, (source, path) in self.pieces.items():
            for link in LINKS:
                source = source.replace(f"#{link}({quoted(lost)})", f"#{link}({quoted(found)})")
            self.pieces[name] = source, path

    def text(self) -> str:
        """All that is said, for the choice of fonts."""
        return "".join([*self.main, *(source for source, _ in self.pieces.values())])


def _document(volume: Volume, shown: _TypstPictures) -> _TypstDocument:
    """The whole source: cover, contents, topics with their answers, notebooks, glossary, index."""
    document, writer = _TypstDocument(), Writer(lambda address: address)
    book = volume.book
    document.main.append(_cover(volume))
    document.add(f"{_running('目录', '目录')}#contents()\n")
    write = _Bodies(volume, shown, writer)
    collected = connect(book).collected
    for number, topic in enumerate(book.topics, 1):
        document.add(_opener(number, topic, write), topic.path)
        for place, question in enumerate(topic.questions, 1):
            known = (collected[key] for key in question.asked_in if key in collected)
            asked = [f"{collection.title} {one.label}" for collection, one in known]
            document.add(_answer(f"{number}.{place}", topic, question, asked, write), question.path)
    if book.notebooks:
        document.add(f"{_OPENING}#topic({quoted('')},{quoted('笔记本')},{quoted('notebooks')})\n#lead[{_NOTEBOOKS}]\n")
        for notebook in book.notebooks:
            document.add(_notebook(notebook, write), notebook.path)
    if any(term.id in book.by_id for term in book.glossary):
        document.add(_glossary(write))
    index = terms.index(book)
    if index:
        document.add(_index(index))
    for lost in writer.lost():
        document.lead(lost, lost.partition(".")[0])
    document.problems += write.problems
    return document


class _Bodies:
    """Bodies of the volume as Typst, and what of them no page can hold."""

    def __init__(self, volume: Volume, shown: _TypstPictures, writer: Writer) -> None:
        self.volume, self.shown, self.writer = volume, shown, writer
        self.problems: list[Problem] = []
        self.medium = paper.medium(volume, shown, "#{}".format)

    def __call__(self, path: str, body: Body, prefix: str, *, lower: bool = True) -> str:
        """A body, its anchors with the prefix in front; below a title its headings are lower, and bookmarks."""
        html = markup.body_html(path, body, replace(self.medium, prefix=prefix, lower=int(lower))).html
        source = self.writer.body(html, bookmarks=lower)
        for said in self.writer.taken_too_wide():
            message = f"{said}太宽，纸上放不下；请缩短它，或拆成几个"
            self.problems.append(Problem(f"{self.volume.shown}{path}", _line(self.volume, path, said), message))
        return source

    def references(self, question: Question) -> str:
        """The works that an answer cites."""
        medium = replace(self.medium, prefix=f"{question.id}.")
        html = markup.references_html(question, self.volume.book, medium)
        return self.writer.body(html) if html else ""


_OPENING = "#set page(header: none, footer: number)\n"
_NOTEBOOKS = "正文里提到的推导、测量和图，连同产生它们的代码。"


def _cover(volume: Volume) -> str:
    imprint = volume.imprint
    version = f"，版本 {imprint.version}" if imprint.version else ""
    foot = [f"#{quoted(f'{imprint.size}，更新至 {imprint.updated}{version}')};"]
    foot += [f"#{quoted(imprint.licence)};"] if imprint.licence else []
    foot += [f"在线阅读：#ext({quoted(imprint.url)})[#{quoted(paper.shown(imprint.url))};]"] if imprint.url else []
    words = ",".join(map(quoted, (imprint.title, imprint.part or "", imprint.description)))
    return f"#cover({quoted('/logo.svg')},{words},({','.join(f'[{line}]' for line in foot)},))\n"


def _running(topic: str, head: str) -> str:
    return f"#set page(header: running({quoted(topic)}, {quoted(head)}))\n"


def _opener(number: int, topic: Topic, write: _Bodies) -> str:
    pieces = [f"{_OPENING}#topic({quoted(str(number))},{quoted(topic.title)},{quoted(f'topic.{topic.id}')})\n"]
    write.writer.anchors.add(f"topic.{topic.id}")
    if topic.body:
        pieces.append(write(topic.path, topic.body, f"topic.{topic.id}.", lower=False))
    elif topic.summary:
        pieces.append(f"#lead[#{quoted(topic.summary)};]\n")
    if write.volume.book.topics == (topic,):
        # The contents have just listed them.
        return "".join(pieces)
    pieces.append("#v(3mm)\n")
    # The last three lines stay together.
    last = len(topic.questions)
    for place, one in enumerate(topic.questions, 1):
        words = ",".join(map(quoted, (f"{number}.{place}", one.id, one.title)))
        pieces.append(f"#within({words},{'true' if last - 3 < place < last else 'false'})\n")
    return "".join(pieces)


def _answer(number: str, topic: Topic, question: Question, asked: list[str], write: _Bodies) -> str:
    address = write.volume.imprint.address(question)
    said = f"#{quoted(paper.shown(address))};"
    where = f"#ext({quoted(address)})[{said}]" if write.volume.imprint.url else said
    facts = f"{question.level} · {question.frequency}频 · 更新于 {question.updated} · "
    write.writer.anchors |= {question.id, f"{question.id}.short"}
    pieces = [
        _running(topic.title, paper.head(question)),
        f"#question({quoted(number)},{quoted(question.title)},{quoted(question.id)})\n\n",
        f"#facts[#{quoted(facts)};{where}]\n\n",
        f"#short[#mark({quoted(f'{question.id}.short')});#{quoted(question.short)};]\n\n",
        write(question.path, write.volume.body(question), f"{question.id}."),
        _back_matter(question, asked, write),
    ]
    return "".join(pieces)


def _back_matter(question: Question, asked: list[str], write: _Bodies) -> str:
    lines = []
    references = write.references(question)
    if references:
        write.writer.anchors.add(f"{question.id}.references")
        lines.append(f"#heading(level:3)[参考]#label({quoted(f'{question.id}.references')})\n\n{references}")
    if asked:
        lines.append(f"#{quoted('收录于：' + '；'.join(asked) + '。')};\n\n")
    if question.corrections:
        lines.append(write.writer.label(f"{question.id}.corrections"))
    lines += [f"#{quoted(f'更正（{one.date}）：{one.text}')};\n\n" for one in question.corrections]
    # A page for the last line of it alone looks lost.
    few = references.count(".ref-") + len(asked) + len(question.corrections) <= _FEW
    return f"#backmatter({'false' if few else 'true'})[{''.join(lines)}]\n" if lines else ""


def _notebook(notebook: Notebook, write: _Bodies) -> str:
    anchor = paper.notebook_anchor(notebook)
    write.writer.anchors.add(anchor)
    title = ",".join(map(quoted, ("", notebook.title, anchor)))
    pieces = [_running("笔记本", notebook.title), f"#question({title})\n\n"]
    for cell in notebook.cells:
        pieces.append(write(notebook.path, cell.markdown, f"{anchor}.{cell.number}."))
        for output in cell.outputs:
            if isinstance(output, OutputImage):
                wide = f"{output.width * _UNIT:.0f}pt"
                name = quoted(write.shown.figure(anchor, output))
                pieces.append(f"#pic({name},{wide},{quoted(output.alt)},none)\n\n")
            else:
                pieces.append(f"#output({quoted(output.rstrip())})\n\n")
    return "".join(pieces)


def _glossary(write: _Bodies) -> str:
    pieces = [_running("术语", "术语"), f"#plainhead({quoted('术语')},{quoted('glossary')})\n\n"]
    book = write.volume.book
    symbols = list(paper.symbols(book, write.medium))
    if symbols:
        drawn = [(write.writer.line(html), term) for html, term in symbols]
        rows = ",".join(f"[#strut;{letter}],{_cell(term.zh)},{_cell(term.note)}" for letter, term in drawn)
        pieces.append("一般的意思；某一处另有约定时，在那里说明。\n\n")
        pieces.append(f"#tab(8.3pt,true,(5em,12em,1fr),table.header([记号],[意思],[说明]),{rows})\n\n")
    named = glossary.by_english(one for one in book.glossary if one.id in book.by_id)
    rows = ",".join(
        f"{_cell(one.zh)},{_cell(one.en)},{_cell('、'.join(one.abbr))},[#pageof({quoted(one.id)})]" for one in named
    )
    heads = "[中文],[英文],[缩写],[页]"
    return "".join([*pieces, f"#tab(8.3pt,true,(1.2fr,1.5fr,1fr,3em),table.header({heads}),{rows})\n"])


def _index(index: Iterable[tuple[str, Iterable[Any]]]) -> str:
    lines = []
    for letter, entries in index:
        lines.append(f"#letter({quoted(letter)})\n")
        for entry in entries:
            at = "、".join(f"#pageof({quoted(id)})" for id in entry.ids)
            lines.append(f"#entry([#{quoted(entry.term)};],[{at}])\n")
    return f"{_running('索引', '索引')}#plainhead({quoted('索引')},{quoted('index')})\n#index[{''.join(lines)}]\n"


def _cell(text: str) -> str:
    return f"[#{quoted(text)};]"


def _compiled(volume: Volume, document: _TypstDocument, shown: _TypstPictures) -> bytes:
    """The PDF as Typst writes it; raises ContentError with the file whose piece it does not take."""
    fonts = fontfiles.prepare("".join([document.text(), _TEMPLATE.read_text("utf-8"), *_words(shown)]))
    with tempfile.TemporaryDirectory(prefix="answerbook-") as folder:
        root = Path(folder)
        for name, data in (*shown.all(), *_sources(volume, document, fonts)):
            path = root / name[1:]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        try:
            return press.press(press.TypesetJob(root, fonts.folder, _moment(volume)))
        except press.RefusedError as refused:
            raise ContentError([_refused(volume, document, shown, refused)]) from refused


def _sources(volume: Volume, document: _TypstDocument, fonts: fontfiles.Fonts) -> Iterator[tuple[str, bytes]]:
    imprint = volume.imprint
    keywords = ["大模型", "面试", *(topic.title for topic in volume.book.topics)]
    day = _moment(volume)
    arguments = [
        *map(quoted, (imprint.title, imprint.part or "", imprint.description)),
        _strings(keywords),
        f"datetime(year:{day.year},month:{day.month},day:{day.day},hour:0,minute:0,second:0)",
        _strings(fonts.text),
        _strings(fonts.code),
    ]
    head = f'#import "/book.typ": *\n#show: book.with({",".join(arguments)})\n'
    yield f"/{press.MAIN}", "".join([head, *document.main]).encode()
    yield "/book.typ", _TEMPLATE.read_bytes()
    yield from ((name, source.encode()) for name, (source, _) in document.pieces.items())


def _strings(words: Iterable[str]) -> str:
    return f"({','.join(map(quoted, words))},)"


def _moment(volume: Volume) -> datetime:
    return datetime.combine(volume.imprint.updated, datetime.min.time(), UTC)


def _refused(volume: Volume, document: _TypstDocument, shown: _TypstPictures, refused: press.RefusedError) -> Problem:
    """What Typst says, with the file that it says it of."""
    piece = re.search(r"pieces/\d+\.typ", refused.details)
    path = document.pieces[f"/{piece[0]}"][1] if piece else ""
    where = next((file for name, file in shown.files.items() if name in refused.details), path)
    message = f"印不出来；请改写这一处（{refused.sentence}）"
    return Problem(f"{volume.shown}{where}" if where else "pdf", 0, message)


@dataclass(frozen=True)
class _PackedPdf:
    """The finished file."""

    data: bytes
    pages: int


def _packed(data: bytes) -> _PackedPdf:
    """The same document with its objects in streams, half as many bytes, and the streams as small as can be."""
    import pikepdf

    written = io.BytesIO()
    pikepdf.settings.set_flate_compression_level(9)
    with pikepdf.open(io.BytesIO(data)) as document:
        pages = len(document.pages)
        streams = pikepdf.ObjectStreamMode.generate
        document.save(written, object_stream_mode=streams, recompress_flate=True, deterministic_id=True)
    return _PackedPdf(written.getvalue(), pages)


def _in_our_fonts(name: str, data: bytes) -> bytes:
    """A drawing that names fonts only by kind has the book's own instead."""
    if not name.endswith(".svg"):
        return data

    def family(match: re.Match[str]) -> str:
        return f'font-family="{fontfiles.CODE if "mono" in match[1] else fontfiles.TEXT}"'

    return _FAMILY.sub(family, data.decode("utf-8")).replace("currentColor", _INK).encode()


def _words(shown: _TypstPictures) -> Iterator[str]:
    """The drawings that may hold words."""
    return (data.decode("utf-8") for name, data in shown.all() if name.endswith(".svg"))


def _line(volume: Volume, path: str, what: str) -> int:
    """Where the words first stand in the file; 0 when they cannot be found."""
    words = what.partition("“")[2].rstrip("”").strip()
    text = (volume.docs / path).read_text("utf-8")
    return text.count("\n", 0, text.index(words)) + 1 if words and words in text else 0


def _peak(*, of_others: bool = False) -> int:
    """The most memory this process has had, or the largest of those that it began, in MB; 0 where nobody says."""
    try:
        import resource
    except ImportError:  # Windows
        return 0
    used = resource.getrusage(resource.RUSAGE_CHILDREN if of_others else resource.RUSAGE_SELF).ru_maxrss
    return used // (1 << 20 if sys.platform == "darwin" else 1 << 10)
