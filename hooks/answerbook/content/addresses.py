"""Addresses that never die: id → address, the anchors of an answer's parts, what was published, what replaced it.

`published.txt` holds one address per line: `q/attention-scaling/` or, for a part, `q/attention-scaling/#variance`.
`retired.yml` maps what is gone to what answers for it: id to id, `id#anchor` to `id#anchor`, `topic/` to `topic/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..problems import ContentError, Problem
from ..rulebook import rule
from ..text.parts import MADE, PARTS
from . import datafiles

PUBLISHED = "published.txt"
RETIRED = "retired.yml"

LONGEST_ID = 40
# Nobody follows an answer further; what goes on for longer goes in a circle, or might as well.
MOST_MOVES = 50
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)

# What the templates call their own elements; scripts look for some of them by name.
PAGE_IDS = frozenset(["answerbook-search", "answerbook-status", "main", "match", "match-post", "moved"]).union(
    ["questions", "search-results", "short-title", "topics", "wrong"]
)
RESERVED_ANCHORS = frozenset({*PARTS.values(), *MADE.values(), *PAGE_IDS})
# Made for citations and their sources: cite-1, ref-vaswani2017attention; for figures in steps: step-bpe-3; and by the
# theme.
RESERVED_PREFIXES = ("cite-", "ref-", "step-", "mjx-", "md-")

# What else stands at the site's root, so that no topic may be called so.
RESERVED_TOPICS = frozenset(
    ["404", "about", "all", "answers", "assets", "collections", "downloads", "editions", "errata", "evidence", "feed"]
).union(
    ["calc", "embed"],
    ["glossary", "images", "index", "javascripts", "llms", "match", "measured", "mock", "notebooks", "paths"],
    ["practice", "q", "search", "stylesheets", "tags"],
)

_COMMENT = "# "
_ADDRESS = re.compile(r"(?:[a-z0-9._-]+/)*(?:[a-z0-9._-]+)?(?:#[a-z0-9-]+)?", re.ASCII)
_QUESTION = re.compile(r"q/([a-z0-9-]+)/(?:#([a-z0-9-]+))?", re.ASCII)


def question_address(id: str, anchor: str = "") -> str:
    """The address of an answer, or of a part of it, from the site's root."""
    return f"q/{id}/#{anchor}" if anchor else f"q/{id}/"


def dest_uri(id: str) -> str:
    """The file that answers at the question's address."""
    return f"q/{id}/index.html"


def topic_address(topic: str) -> str:
    """The page that lists a topic's questions."""
    return f"{topic}/"


def topic_night_address(topic: str) -> str:
    """The page with what of a topic is to be known the night before."""
    return f"{topic}/night/"


def topic_all_address(topic: str) -> str:
    """The page that holds every answer of a topic."""
    return f"{topic}/all/"


def collection_address(key: str) -> str:
    """The page that lists a collection's questions."""
    return f"collections/{key}/"


def absolute(url: str, address: str) -> str:
    """An address of the site as a link from anywhere; "" while the site has no address of its own."""
    return f"{url.rstrip('/')}/{address}" if url else ""


def relative(here: str, address: str, folders: bool) -> str:
    """An address from the site's root as a link on the page at `here`."""
    path, mark, anchor = address.partition("#")
    if not folders and (not path or path.endswith("/")):
        path += "index.html"
    above, below = here.split("/"), path.split("/")
    # The last of each is no folder.
    most, shared = min(len(above), len(below)) - 1, 0
    while shared < most and above[shared] == below[shared]:
        shared += 1
    found = "../" * (len(above) - 1 - shared) + "/".join(below[shared:])
    return (found or "./") + mark + anchor


def split(address: str) -> tuple[str, str] | None:
    """The id and the anchor of a question's address, or None for another page's."""
    match = _QUESTION.fullmatch(address)
    return (match[1], match[2] or "") if match else None


def resolve(name: str, retired: Mapping[str, str]) -> str:
    """What answers for a retired name in the end; the name itself when it is not retired or does not get anywhere."""
    new = name
    for _ in range(MOST_MOVES):
        if new not in retired:
            return new
        new = retired[new]
    return name


def former_anchors(id: str, retired: Mapping[str, str]) -> dict[str, str]:
    """Anchors that this answer once had, or that retired answers had, each with the anchor that took over."""
    found: dict[str, str] = {}
    for old in retired:
        new = resolve(old, retired) if "#" in old else ""
        if new.startswith(f"{id}#"):
            found[old.partition("#")[2]] = new.partition("#")[2]
    return found


@rule(
    "published-file",
    "published.txt 的行",
    "每行一个发布过的地址，由 `python3 book.py publish` 添上，不用手写",
)
def read_published(path: Path, shown: str) -> tuple[Mapping[str, int], list[Problem]]:
    """Every address ever published, with its line. No file means none yet."""
    if not path.exists():
        return {}, []
    content, problems = datafiles.text(path, shown, path.parent)
    addresses: dict[str, int] = {}
    for number, line in enumerate((content or "").split("\n"), 1):
        address = line.strip()
        if not address or address.startswith(_COMMENT):
            continue
        if not _ADDRESS.fullmatch(address) or address.startswith("/") or ".." in address:
            message = f"“{address}”不是地址；请写成 q/attention-scaling/ 或 q/attention-scaling/#variance"
            problems.append(Problem(shown, number, message))
        elif address in addresses:
            problems.append(Problem(shown, number, f"{address} 已经写过；只留一行"))
        addresses.setdefault(address, number)
    return addresses, problems


@rule(
    "retired-file",
    "retired.yml 的行",
    "每行写“旧编号: 新编号”，锚点和专题也一样；照句子里的样子改正",
)
def read_retired(path: Path, shown: str) -> tuple[Mapping[str, str], Mapping[str, int], list[Problem]]:
    """What replaced what is gone, the line of each, and what is wrong with the file. No file means nothing is gone."""
    if not path.exists():
        return {}, {}, []
    entry, problems = datafiles.read(path, shown, path.parent)
    if entry is None:
        return {}, {}, problems
    if not isinstance(entry.value, dict):
        return {}, {}, [*problems, Problem(shown, entry.line, "应是“旧编号: 新编号”，每行一条")]
    retired: dict[str, str] = {}
    for old, new in entry.value.items():
        if not isinstance(new.value, str) or not new.value:
            problems.append(Problem(shown, new.line, f"{old} 后面应写接替它的编号"))
        elif not (_kind(old) and _kind(old) == _kind(new.value)):
            forms = "“旧编号: 新编号”“编号#旧锚点: 编号#新锚点”或“旧专题/: 新专题/”"
            message = f"“{old}: {new.value}”读不懂；请写成{forms}"
            problems.append(Problem(shown, new.line, message))
        else:
            retired[old] = new.value
    return retired, {old: new.line for old, new in entry.value.items()}, problems


def publish(path: Path, addresses: Iterable[str]) -> list[str]:
    """Add the addresses that published.txt lacks; returns those. Lines are only ever added.

    ContentError where a line of the file is no address: then nothing is added.
    """
    old, problems = read_published(path, path.name)
    if problems:
        raise ContentError(problems)
    new = sorted(set(addresses).difference(old))
    if new:
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        comments = [line for line in lines if line.startswith(_COMMENT)]
        content = "".join(f"{line}\n" for line in [*comments, *sorted({*old, *new})])
        path.write_text(content, encoding="utf-8", newline="\n")
    return new


@rule(
    "id-form",
    "编号……会出现在地址里、是页面里自己用的名字",
    "编号就是文件名和地址：英文小写字母、数字和连字符，40 个字符以内",
)
def check_id(id: str) -> Iterator[str]:
    """What keeps a text from being an id, as sentences."""
    if not ID.fullmatch(id):
        yield f"编号 {id} 会出现在地址里；请只用小写字母、数字和单个连字符，如 attention-scaling"
    elif id in PAGE_IDS:
        yield f"编号 {id} 是页面里自己用的名字；换一个"
    elif len(id) > LONGEST_ID:
        yield f"编号 {id} 有 {len(id)} 个字符；请缩到 {LONGEST_ID} 个以内"


@rule(
    "topic-form",
    "专题文件夹",
    "专题的文件夹名也在地址里，写法与编号相同，不能用网站已有的名字",
)
def check_topic(topic: str) -> Iterator[str]:
    """What keeps a folder from being a topic, as sentences."""
    if topic in RESERVED_TOPICS:
        yield f"专题文件夹不能叫 {topic}，网站的其他页面占用了这个地址；换一个名字"
    elif not ID.fullmatch(topic) or len(topic) > LONGEST_ID:
        yield f"专题文件夹 {topic} 会出现在地址里；请只用小写字母、数字和单个连字符，{LONGEST_ID} 个字符以内"


def _kind(name: str) -> str:
    if ID.fullmatch(name):
        return "id"
    if re.fullmatch(r"[a-z0-9-]+#[a-z0-9-]+", name, re.ASCII):
        return "anchor"
    return "topic" if re.fullmatch(r"[a-z0-9-]+/", name, re.ASCII) else ""
