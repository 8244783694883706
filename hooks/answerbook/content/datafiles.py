"""Files that hold data: read as text with their lines, whatever stands in them. YAML without its surprises."""

from __future__ import annotations

import difflib
import os
import re
import stat
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from .. import cache
from ..problems import Problem
from ..rulebook import rule
from ..text import characters

if TYPE_CHECKING:
    import yaml

_Value = TypeVar("_Value")

LARGEST = 1_000_000
# Nobody nests a data file this deep.
DEEPEST = 20
_DIGITS = re.compile("[0-9]")
# Nobody means a name by so many letters; so many names are looked at, no more than these are told.
_LONGEST_NAME, _LOOKED_AT, _MOST_ALIKE = 100, 30, 3
# So many letters of a line say which it is.
_SHOWN = 30
# What YAML says, as regular expressions, and what it means to whoever wrote the line.
_MEANT = {
    "found unknown escape character": r"双引号里的反斜杠后面不能跟这个字符；反斜杠请写两个，或改用单引号",
    "found character .*that cannot start any token|found a tab character": (
        "有制表符，或值以 @、%、` 开头；缩进请用空格，这样的值请用双引号括起来"
    ),
    "did not find expected (alphabetic|alphanumeric).*|expected (alphabetic|alphanumeric).*": (
        "值以 & 或 * 开头；请用双引号把整个值括起来"
    ),
    r"did not find expected ',' or '[\]}]'|expected ',' or '[\]}]'.*": (
        "方括号或花括号没有收尾，或几项之间没有逗号；请写成 [甲, 乙]"
    ),
    "could not find expected ':'": "像是一项，却没有冒号；请写成“名字: 值”，一个值写成几行的，后面几行多缩进两格",
    "did not find expected key|expected <block end>.*": "与上面没有对齐，或引号后面还有字；请对齐，值里面的引号用“”",
    "did not find expected '-' indicator": "与上面的几条没有对齐；每一条都从“- ”开始，缩进相同",
    "(block )?(sequence entries|collections?) (are )?not allowed.*": "“- ”不能写在这里；请另起一行，缩进与别的几条相同",
    "(found|did not find) (an? )?unexpected end of stream|found unexpected end of stream": (
        "引号到文件末尾也没有收尾；请补上另一个引号"
    ),
}
# What YAML makes of a backslash and a letter, and TeX that it does this to.
_ESCAPES = {"\t": "t", "\b": "b", "\f": "f", "\a": "a", "\v": "v", "\r": "r", "\x1b": "e", "\n": "n"}
_TAKEN = re.compile("([\t\b\f\a\v\r\x1b]|\n(?=(?:abla|eq?|u|ot|i|mid)(?![a-z])))([A-Za-z]+)")
_BEGUN = r"could not find expected ':'|(did not find )?expected ',' or"
_COLON = "mapping values are not allowed"
_ENTRY = re.compile(r"(?P<indent>[ ]*(?:- +)*)(?P<name>[\w-]+):(?:\s+(?P<value>.*))?")
# How files begin that are in another encoding, or say in which.
_UNUSUAL = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# As Git leaves them, at the start of a line.
_CONFLICT = re.compile(r"^(<{7}|>{7}|\|{7})(?= |$)", re.MULTILINE)


@dataclass(frozen=True)
class DataNode:
    """A value of a data file and the line it stands on: text, a list, or a mapping of names to entries."""

    line: int
    value: str | tuple[DataNode, ...] | dict[str, DataNode]


@rule(
    "file-link",
    "符号链接、应是文件，却是文件夹、没有这个文件、超过 1 MB",
    "文件要在内容文件夹里，是普通的文件，读得出来",
)
def text(path: Path, shown: str, root: Path) -> tuple[str | None, list[Problem]]:
    """The text of a file under `root`, with \\n for line ends; None when it cannot be used."""
    if wrong := _misplaced(path, root):
        return None, [Problem(shown, 0, wrong)]
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        return None, [Problem(shown, 0, f"读不了：{error.strerror}")]
    if len(data) > LARGEST:
        return None, [Problem(shown, 0, "超过 1 MB；请拆成几个文件，图片与数据不要写进正文")]
    content = "" if data.startswith(_UNUSUAL) or b"\0" in data else _decoded(data)
    if not content and (slip := _undecodable(data)):
        return None, [Problem(shown, *slip)]
    if slip := _unfinished(content):
        return None, [Problem(shown, *slip)]
    return (content.replace("\r\n", "\n").replace("\r", "\n") if "\r" in content else content), []


@rule("file-link")
def _misplaced(path: Path, root: Path) -> str:
    """Why this is no file of the folder; "" when it is one."""
    if _is_plain(path) and inside(path, root):
        return ""
    if not path.exists():
        return "是断开的符号链接；请换成文件本身" if path.is_symlink() else "没有这个文件"
    if not inside(path, root):
        return "是指向内容文件夹之外的符号链接；请换成文件本身"
    return "" if path.is_file() else "应是文件，却是文件夹；请改名或删去"


def _is_plain(path: Path) -> bool:
    """Whether it is a file, and no link to one: most are."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False


def _decoded(data: bytes) -> str:
    """What these bytes say; "" when they are no text."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return ""


@rule(
    "file-encoding",
    "不是 UTF-8、BOM、UTF-16、空字符",
    "用编辑器另存为“UTF-8（无 BOM）”",
)
def _undecodable(data: bytes) -> tuple[int, str] | None:
    """What keeps these bytes from being text, with its line."""
    if data.startswith(b"\xef\xbb\xbf"):
        return 1, "文件开头有 BOM；请另存为不带 BOM 的 UTF-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return 1, "是 UTF-16 编码；请另存为不带 BOM 的 UTF-8"
    if b"\0" in data:
        return data[: data.index(b"\0")].count(b"\n") + 1, "有空字符（NUL），像是二进制文件；请换成文本"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data[: error.start].count(b"\n") + 1, "不是 UTF-8 编码；请另存为 UTF-8"
    return None


@rule(
    "file-finished",
    "是空文件、有没合并完的冲突记号",
    ("空的写上内容或删去；合并时 Git 留下的 `<<<<<<<`、`=======`、`>>>>>>>` 三行：选好留哪一份，把记号都删去"),
)
def _unfinished(content: str) -> tuple[int, str] | None:
    """What shows that nobody has finished writing this, with its line."""
    if not content.strip():
        return 0, "是空文件；请写上内容，或删去它"
    # A plain look first: every text comes by here.
    marked = "<<<<<<<" in content or ">>>>>>>" in content or "|||||||" in content
    if marked and (conflict := _CONFLICT.search(content)):
        line = content.count("\n", 0, conflict.start()) + 1
        return line, f"有没合并完的冲突记号（{conflict[1]}）；请留下要的那一份，删去三行记号"
    return None


@rule(
    "yaml",
    "不是合法的 YAML、会被读成别的字符、嵌套超过、记号；含这些符号的值请加引号、只有注释",
    "缩进、引号、冒号写得不对，整个文件就读不成；照句子里的行改正",
)
def read(path: Path, shown: str, root: Path) -> tuple[DataNode | None, list[Problem]]:
    """The entries of a YAML file; every scalar stays text. A file that holds only comments gives None."""
    content, problems = text(path, shown, root)
    if content is None:
        return None, problems
    # Only now, here and below: most files are as they were, and what stood in them is kept.
    import yaml

    problems = [Problem(shown, line, message) for line, message in characters.slips(content, content)]
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        if slip := _unwanted(content, loader):
            return None, [Problem(shown, *slip)]
        node = yaml.compose(content, Loader=loader)
    except yaml.MarkedYAMLError as error:
        return None, [Problem(shown, *unreadable(content, error))]
    except yaml.YAMLError as error:
        return None, [Problem(shown, 0, f"不是合法的 YAML（{str(error).splitlines()[0]}）；请检查有没有控制字符")]
    return (_entry(node, shown, problems) if node is not None else None), problems


@rule("yaml")
def unreadable(content: str, error: yaml.MarkedYAMLError) -> tuple[int, str]:
    """What is wrong with text that is no YAML, with the line that has to be changed."""
    mark = error.problem_mark or error.context_mark
    lines = content.split("\n")
    # What has not ended, or is no entry, is said where it began.
    if error.context_mark and re.match(_BEGUN, str(error.problem)):
        mark = error.context_mark
    at = min(mark.line, len(lines) - 1) if mark else 0
    while at and not lines[at].strip():
        at -= 1
    # Below a quote without an end, all is read otherwise than it was meant.
    begun = error.context_mark.line if error.context_mark else at
    opened = next(
        (line for line in range(at, max(-1, min(begun, at - _LOOKED_AT) - 1), -1) if _open(lines[line])), None
    )
    if opened is not None:
        return opened + 1, f"不是合法的 YAML：“{_cut(lines[opened])}”的引号没有收尾；请在值的末尾补上"
    said, problem = f"不是合法的 YAML：“{_cut(lines[at])}”这一行", str(error.problem)
    if problem.startswith(_COLON):
        return at + 1, said + _colon(lines, at)
    meant = next((meant for pattern, meant in _MEANT.items() if re.match(pattern, problem)), "")
    return at + 1, said + (meant or f"读不懂（{problem}）；请检查缩进、引号与冒号")


@rule("yaml")
def _colon(lines: Sequence[str], at: int) -> str:
    """What a colon does wrong there: it is in a value without quotes, or its line is not where it belongs."""
    entry = _ENTRY.fullmatch(lines[at])
    if entry is None or re.search(r":(\s|$)", entry["value"] or ""):
        return "的值里有半角冒号；请用双引号把整个值括起来"
    return "缩进得比上面一项多，或上面一项少了“- ”、少了冒号；同一条的各项请对齐"


def _open(line: str) -> bool:
    """Whether the value on this line begins with a quote that does not end there."""
    entry = _ENTRY.fullmatch(line)
    value = (entry["value"] or "").strip() if entry else line.strip().removeprefix("- ").strip()
    if value[:1] == '"':
        return re.match(r'"(?:[^"\\]|\\.)*"', value) is None
    return value[:1] == "'" and re.match("'(?:[^']|'')*'", value) is None


def _cut(line: str) -> str:
    text = line.strip()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


@rule("yaml")
def _unwanted(content: str, loader: type[yaml.BaseLoader]) -> tuple[int, str] | None:
    """What no data file may use, with its line: token by token, because composing dies of what is nested too deep."""
    import yaml

    opening = (
        *(yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken),
        *(yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken),
    )
    closing = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
    depth = 0
    for token in yaml.scan(content, Loader=loader):
        line = token.start_mark.line + 1
        if isinstance(token, (yaml.AliasToken, yaml.AnchorToken, yaml.TagToken)):
            return line, "用了 YAML 的 &、* 或 ! 记号；含这些符号的值请加引号"
        depth += isinstance(token, opening) - isinstance(token, closing)
        if depth > DEEPEST:
            return line, f"嵌套超过 {DEEPEST} 层；请写得平一些"
    return None


def kept(reader: Callable[..., _Value], path: Path, shown: str, *root: Path) -> _Value:
    """What the reader makes of the file, whose text alone decides it: read again when that has changed."""
    under = root[0] if root else path.parent
    content, _ = text(path, shown, under)
    if content is None:
        return reader(path, shown, *root)
    place = f"{reader.__module__}.{reader.__qualname__} {shown}"
    key = cache.key(cache.code("content"), place, content)
    found: _Value | None = cache.known("data", key, place)
    if found is None:
        found = reader(path, shown, *root)
        # Somebody may be writing it just now.
        if text(path, shown, under)[0] == content:
            cache.keep("data", key, found, place)
    return found


def inside(path: Path, root: Path) -> bool:
    """Whether the path leads to something under root, through whatever links."""
    name, top = str(path), f"{root}{os.sep}"
    if name.startswith(top) and ".." not in path.parts:
        # Where nothing below root is a link, nothing leads out of it.
        ends = [at for at in range(len(top), len(name)) if name[at] == os.sep]
        if not any(map(os.path.islink, (*(name[:at] for at in ends), name))):
            return True
    return path.resolve().is_relative_to(root.resolve())


def below(path: Path, root: Path) -> str:
    """The path from root on, with slashes; `relative_to` takes ten times as long."""
    name, top = str(path), f"{root}{os.sep}"
    return name[len(top) :].replace(os.sep, "/") if name.startswith(top) else path.relative_to(root).as_posix()


def as_text(entry: DataNode | None) -> str:
    """The value as one piece of text; "" for anything else."""
    return entry.value if entry is not None and isinstance(entry.value, str) else ""


def as_list(entry: DataNode | None) -> tuple[DataNode, ...]:
    """The value as a list; a text counts as a list of one, nothing as an empty one."""
    if entry is None or entry.value == "" or isinstance(entry.value, dict):
        return ()
    return (entry,) if isinstance(entry.value, str) else entry.value


@rule(
    "data-fields",
    "没有“……”这一项、缺少、应是一段文字、应是列表",
    "名字写错了，或必填的没有写，句子里列出了可用的；列表写成 `[甲, 乙]`，其余的项只有一个值",
)
def check_names(
    entry: dict[str, DataNode],
    where: str,
    texts: Collection[str],
    lists: Collection[str] = (),
    required: Collection[str] = (),
) -> Iterator[tuple[int, str]]:
    """What is wrong with the names and kinds of a mapping: unknown ones, missing ones, a list for a text."""
    allowed = [*texts, *lists]
    for name, value in entry.items():
        if name not in allowed:
            yield value.line, f"{where}没有“{name}”这一项{near(name, allowed)}；可用的有 {'、'.join(allowed)}"
        elif name in texts and not isinstance(value.value, str):
            yield value.line, f"{where}的 {name} 应是一段文字，却写成了列表或映射"
        elif name in lists and not isinstance(value.value, tuple):
            yield value.line, f"{where}的 {name} 应是列表；请写成 [甲, 乙] 或每行一个“- ”"
    for name in required:
        if name not in entry or entry[name].value in ("", ()):
            line = entry[name].line if name in entry else min((value.line for value in entry.values()), default=1)
            yield line, f"{where}缺少 {name}；请补上"


def near(name: str, known: Collection[str]) -> str:
    """（是不是 …？） with the nearest known name, （只差数字的有 …） with those that differ in digits, or nothing."""
    slips, others = alike(name, known)
    said = [f"是不是 {slips[0]}？"] if slips else []
    said += [f"只差数字的有 {'、'.join(others)}"] if others else []
    return f"（{''.join(said)}）" if said else ""


def alike(name: str, known: Collection[str]) -> tuple[list[str], list[str]]:
    """The known name that this one may be a slip for, if any, and those that differ from it in their digits alone.

    The latter are others, as qwen2 is none of qwen3, unless somebody had the wrong year in mind.
    """
    if len(name) > _LONGEST_NAME:
        return [], []
    letters = _DIGITS.sub("", name)
    close = difflib.get_close_matches(name, known, n=_LOOKED_AT, cutoff=0.8)
    others = [one for one in close if _DIGITS.sub("", one) == letters]
    return [one for one in close if one not in others][:1], others[:_MOST_ALIKE]


def shown(path: Path, root: Path | None) -> str:
    """The path as a contributor writes it: from the project's root, else from where the command runs."""
    for base in (root, Path.cwd()):
        if base is not None and path.absolute().is_relative_to(base.absolute()):
            return path.absolute().relative_to(base.absolute()).as_posix()
    return path.as_posix()


def shown_folder(path: Path, root: Path | None) -> str:
    """The same for a folder, ready to be followed by a name in it."""
    name = shown(path, root)
    return "" if name == "." else f"{name}/"


def printable(text: str) -> str:
    """The text with what no terminal can show (line breaks and broken bytes in file names) as �."""
    return text if text.isprintable() else "".join(one if one.isprintable() else "\ufffd" for one in text)


@rule("yaml")
def _entry(node: yaml.Node, shown: str, problems: list[Problem]) -> DataNode:
    import yaml

    line = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return DataNode(line, tuple(_entry(child, shown, problems) for child in node.value))
    if isinstance(node, yaml.MappingNode):
        found: dict[str, DataNode] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if not name:
                problems.append(Problem(shown, key.start_mark.line + 1, "名字应是一段文字，却是空的、列表或映射"))
            elif name in found:
                message = f"{name} 写了两次（第 {found[name].line} 行已有）；只留一个"
                problems.append(Problem(shown, key.start_mark.line + 1, message))
            else:
                # The line of the name, not of a value that may begin below it.
                found[name] = DataNode(key.start_mark.line + 1, _entry(value, shown, problems).value)
        return DataNode(line, found)
    # TeX between double quotes: what was meant to be \\times begins with a tab.
    if isinstance(node, yaml.ScalarNode) and node.style == '"' and (taken := _TAKEN.search(node.value)):
        shown_tex = f"\\{_ESCAPES[taken[1]]}{taken[2]}"
        message = f"双引号里的 {shown_tex} 开头会被读成别的字符；反斜杠请写两个，或改用单引号"
        problems.append(Problem(shown, line, message))
    return DataNode(line, node.value)
