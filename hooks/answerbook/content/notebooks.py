"""Notebooks that come with the book: what was written in them, and what they printed and drew when they ran."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import cache
from ..problems import Problem
from ..rulebook import rule
from ..text import characters
from ..text.body import Body
from . import addresses, datafiles, pictures

FOLDER = "notebooks"
SUFFIX = ".ipynb"
# Of the metadata of a notebook: the digests of its cells of code as they were run.
RAN = "answerbook_ran"

_TITLE = re.compile(r"\A\s*# +(\S[^\n]*)(?:\n|\Z)")
_VIEW_BOX = re.compile(
    r'<svg\b[^<>]*?\bviewBox="[-\d.]{1,20}[ ,]+[-\d.]{1,20}[ ,]+([\d.]{1,20})[ ,]+([\d.]{1,20})"', re.DOTALL
)
# The formats of notebook files that hold what later ones hold; 4 is Jupyter's since 2015.
_FORMATS = (3, 4)
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class OutputImage:
    """A drawing under a cell: its file beside the page, and the words for those who cannot see it."""

    name: str
    content: bytes
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class Cell:
    """A cell: Markdown, or code with what it put out (text and figures, in order)."""

    number: int
    code: bool
    source: Body
    outputs: tuple[str | OutputImage, ...]

    @property
    def markdown(self) -> Body:
        """The cell as Markdown: code stands in a fence."""
        if not self.code:
            return self.source
        ticks = "`" * (3 + max(map(len, re.findall("`+", self.source.text)), default=0))
        return Body(f"{ticks}python\n{self.source.text}\n{ticks}")


@dataclass(frozen=True)
class Notebook:
    """A notebook with its outputs; `path` is relative to docs, `ran` the digests of the code that gave them."""

    path: str
    title: str
    cells: tuple[Cell, ...]
    ran: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Where its page stands."""
        return f"{self.path.removesuffix(SUFFIX)}/"

    @property
    def figures(self) -> tuple[OutputImage, ...]:
        """Everything drawn, in order."""
        return tuple(output for cell in self.cells for output in cell.outputs if isinstance(output, OutputImage))

    @property
    def stale(self) -> list[int]:
        """The numbers of the cells whose code is another than what was run."""
        code = [(cell.number, digest(cell.source.text)) for cell in self.cells if cell.code]
        return [number for place, (number, now) in enumerate(code) if self.ran[place : place + 1] != (now,)]

    @property
    def text(self) -> str:
        """What was written in Markdown."""
        return "\n\n".join(cell.source.text for cell in self.cells if not cell.code)


def digest(code: str) -> str:
    """By what a cell is known again, in the list that stands in the file of its notebook (RAN)."""
    return hashlib.sha256(code.encode()).hexdigest()[:12]


def read(docs: Path, display_root: Path | None = None) -> tuple[tuple[Notebook, ...], list[Problem]]:
    """The notebooks by name, and what keeps them from being shown."""
    found: list[Notebook] = []
    problems: list[Problem] = []
    for file in sorted(docs.glob(f"{FOLDER}/*{SUFFIX}")):
        shown = datafiles.shown(file, display_root)
        text, unread = datafiles.text(file, shown, docs)
        problems += unread
        if text is not None:
            notebook, sentences = _kept(file.relative_to(docs).as_posix(), text)
            problems += [Problem(shown, 0, datafiles.printable(sentence)) for sentence in sentences]
            found += [notebook] if notebook is not None else []
    return tuple(found), problems


def _kept(path: str, text: str) -> tuple[Notebook | None, list[str]]:
    """What `parse` makes of it, with what stands in its cells."""

    def made() -> tuple[Notebook | None, list[str]]:
        notebook, sentences = parse(path, text)
        for cell in notebook.cells if notebook else ():
            cell.source.searched()
        return notebook, sentences

    key = cache.key(cache.code("content"), "notebook", path, text)
    return cache.value("texts", key, made, f"notebook {path}")


@rule(
    "notebook-place",
    "笔记本要直接放在",
    "笔记本放在 `docs/notebooks/` 里，文件名就是地址",
)
def check_place(path: str) -> Iterator[str]:
    """What keeps the file of a notebook from having a page."""
    folder, _, name = path.rpartition("/")
    if folder != FOLDER:
        yield f"笔记本要直接放在 {FOLDER}/ 里，放在这里不会有网页；请移过去"
    elif not addresses.ID.fullmatch(name.removesuffix(SUFFIX)):
        yield f"文件名 {name} 会出现在地址里；请只用小写字母、数字和单个连字符，以 .ipynb 结尾"


@rule(
    "notebook-run",
    "不是完整的笔记本文件、不合笔记本的格式、没有运行过、运行时出错、有警告输出",
    "笔记本从头运行一遍再保存，第 1 格写标题；输出只留文字和图",
)
def parse(path: str, text: str) -> tuple[Notebook | None, list[str]]:
    """The notebook in the text of its file, and what is wrong with it."""
    try:
        cells, wrong = _cells(text)
        if wrong:
            return None, wrong
        read = [_cell(path, number, cell) for number, cell in enumerate(cells, 1)]
        sentences = [*_check(cells)]
        unseen = [sentence for cell in read for sentence in _check_characters(cell)]
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError):
        return None, ["不是完整的笔记本文件；请用 Jupyter 重新保存"]
    title = _TITLE.match(read[0].source.text) if read and not read[0].code else None
    if title is None:
        return None, ["第 1 格应是以“# 标题”开头的文字", *sentences, *unseen]
    if unseen:
        return None, [*sentences, *unseen]
    first = Cell(1, False, Body(read[0].source.text[title.end() :]), ())
    return Notebook(path, title[1].rstrip(), tuple(_named([first, *read[1:]])), _ran(text)), sentences


def _ran(text: str) -> tuple[str, ...]:
    """What the file says of the code that was run; nothing where it was saved by anything but `book.py draw`."""
    kept = json.loads(text).get("metadata", {}).get(RAN, "")
    return tuple(kept.split()) if isinstance(kept, str) else ()


def _cells(text: str) -> tuple[Sequence[Mapping[str, Any]], list[str]]:
    """The cells as Jupyter's own library reads them, every text in one piece; and where its format is not kept.

    Raises a ValueError for what is no notebook at all.
    """
    # Takes a fifth of a second to get ready; a notebook that did not change is not read again.
    import nbformat
    from nbformat import reader
    from nbformat.validator import iter_validate

    try:
        written = reader.parse_json(text)  # type: ignore[no-untyped-call]
        if reader.get_version(written)[0] not in _FORMATS:  # type: ignore[no-untyped-call]
            raise ValueError("a format that nobody writes any more")
        wrong = dict.fromkeys(map(_unlike, iter_validate(written)))  # type: ignore[no-untyped-call]
        if wrong:
            return [], [*wrong]
        return nbformat.convert(reader.reads(text), max(_FORMATS))["cells"], []  # type: ignore[no-untyped-call]
    except nbformat.ValidationError as error:
        raise ValueError("no notebook") from error


@rule("notebook-run")
def _unlike(error: Any) -> str:
    """A place where the format is not kept, as nbformat found it."""
    numbers = [part + 1 for part in error.relative_path if isinstance(part, int)]
    place = "".join(form.format(number) for form, number in zip(("第 {} 格", "的第 {} 个输出"), numbers, strict=False))
    return f"{place or '文件'}不合笔记本的格式（{_why(error)}）；请用 Jupyter 重新保存"


def _why(error: Any) -> str:
    if error.validator == "required":
        return f"缺少 {'、'.join(name for name in error.validator_value if name not in error.instance)}"
    if error.validator == "additionalProperties":
        extra = re.findall("'([^']*)'", error.message)
        return f"多了 {'、'.join(extra)}"
    named = [part for part in error.relative_path if isinstance(part, str)]
    return f"{named[-1] if named else 'cells'} 写得不对"


def _cell(path: str, number: int, cell: Mapping[str, Any]) -> Cell:
    code = cell["cell_type"] == "code"
    outputs = [_output(output) for output in cell.get("outputs", ())] if code else []
    return Cell(number, code, Body(cell["source"]), tuple(output for output in outputs if output))


def _output(output: Mapping[str, Any]) -> str | OutputImage:
    if output["output_type"] == "stream":
        return str(output["text"])
    data: Mapping[str, Any] = output.get("data", {})
    described: Mapping[str, Any] = output.get("metadata", {})
    for kind in ("image/svg+xml", "image/png"):
        if kind in data:
            return _figure(kind, data[kind], described.get(kind, {}).get("alt", ""))
    return str(data.get("text/plain", ""))


def _figure(kind: str, data: str, alt: str) -> OutputImage:
    if kind == "image/png":
        content = base64.b64decode(data)
        size = (int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big"))
        return OutputImage("figure.png", content, alt, *size)
    box = _VIEW_BOX.search(data)
    size = (round(float(box[1])), round(float(box[2]))) if box else (0, 0)
    return OutputImage("figure.svg", data.encode(), alt, *size)


def _named(cells: list[Cell]) -> Iterator[Cell]:
    """The same cells with their figures numbered through."""
    number = 0
    for cell in cells:
        outputs: list[str | OutputImage] = []
        for output in cell.outputs:
            if isinstance(output, OutputImage):
                number += 1
                name = output.name.replace("figure", f"figure-{number}")
                output = OutputImage(name, output.content, output.alt, output.width, output.height)
            outputs.append(output)
        yield Cell(cell.number, cell.code, cell.source, tuple(outputs))


@rule("notebook-run")
def _check(cells: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    ran = 0
    idle: list[str] = []
    for number, cell in enumerate(cells, 1):
        if cell["cell_type"] != "code":
            continue
        count = cell.get("execution_count") or ran
        if count < ran:
            yield f"第 {number} 格是在后面的格之前运行的，结果可能不对；请从头运行一遍再保存"
        ran = count
        if cell["source"].strip() and not cell.get("execution_count"):
            idle.append(str(number))
        for output in cell.get("outputs", ()):
            if output["output_type"] == "error":
                yield f"第 {number} 格运行时出错（{output.get('ename', '')}）；请改好再从头运行"
            elif output.get("name") == "stderr":
                yield f"第 {number} 格有警告输出；请改掉它的原因再从头运行"
            elif output["output_type"] != "stream" and not _can_show(output):
                yield f"第 {number} 格的输出不能显示；请用 print 输出文字，用 show 输出图"
            elif (figure := _output(output)) and isinstance(figure, OutputImage):
                yield from (f"第 {number} 格的图{wrong}" for wrong in _check_figure(figure))
    if idle:
        yield f"第 {'、'.join(idle)} 格没有运行过；请从头运行一遍再保存"


@rule(
    "notebook-figures",
    "没有替代文字或尺寸、的内容不是 PNG",
    "笔记本里的图用 `drawing.py` 的 `show` 输出，写上图里有什么",
)
def _check_figure(figure: OutputImage) -> Iterator[str]:
    if not (isinstance(figure.alt, str) and figure.alt and figure.width):
        yield "没有替代文字或尺寸；请用 drawing.py 的 show 输出，写上图里有什么"
    if figure.name.endswith(".svg"):
        yield from (sentence for _, sentence in pictures.active(figure.content))
    elif not figure.content.startswith(_PNG):
        yield "的内容不是 PNG；请从头运行一遍再保存"
    elif figure.width * figure.height > pictures.MOST_PIXELS:
        yield f"有 {figure.width} × {figure.height} 像素，太大；请缩小后从头运行一遍"


@rule("unseen-characters")
def _check_characters(cell: Cell) -> Iterator[str]:
    """Broken halves of characters cannot be written; what steers a terminal or turns text round misleads."""
    written = [cell.source.text] if not cell.code else [cell.source.text, *filter(None, map(_words, cell.outputs))]
    for text in written:
        said = [sentence for _, sentence in characters.unseen(text) if "乱码" not in sentence]
        yield from (f"第 {cell.number} 格{sentence}" for sentence in dict.fromkeys(said))


def _words(output: str | OutputImage) -> str:
    return output if isinstance(output, str) else output.alt


def _can_show(output: Mapping[str, Any]) -> bool:
    return bool({"image/svg+xml", "image/png", "text/plain"} & set(output.get("data", ())))
