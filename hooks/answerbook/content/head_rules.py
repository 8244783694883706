"""The rules of the head of a question, or of a topic, field by field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from ..rulebook import rule
from .datafiles import alike, near
from .dates import parse_date
from .frequencies import FREQUENCIES
from .frontmatter import Document, Field
from .questions import LEVELS, Correction

LONGEST_TITLE = 80
LONGEST_SHORT = 120
LONGEST_TOPIC = 40
LONGEST_SUMMARY = 120
LONGEST_TAG = 40
LONGEST_ALIAS = 100

_REQUIRED = ("title", "short", "level", "frequency", "updated")
_SINGLE = (*_REQUIRED, "as_of")
_LISTS = ("tags", "aliases", "asks", "asked_in", "corrections")
_FIELDS = (
    *("title", "short", "level", "frequency", "tags", "aliases", "asks", "asked_in"),
    *("updated", "as_of", "corrections"),
)
_TOPIC_FIELDS = ("title", "order", "summary", "questions")
ORDER = re.compile("[0-9]{1,9}")
# What people write for a field out of habit.
_HABITS = {
    "标题": "title",
    "题目": "title",
    "速答": "short",
    "摘要": "short",
    "description": "short",
    "summary": "short",
    "难度": "level",
    "difficulty": "level",
    "频率": "frequency",
    "priority": "frequency",
    "标签": "tags",
    "keywords": "tags",
    "别名": "aliases",
    "date": "updated",
    "日期": "updated",
    "更正": "corrections",
}
_EXAMPLES = {
    "title": "自注意力里为什么要除以 √d_k？",
    "short": "一到三句话的结论",
    "level": "基础",
    "frequency": "高",
    "updated": "2026-03-09",
    "as_of": "2026-03-09",
}


def correction(text: str) -> Correction | None:
    """A correction as it is written: a date, a blank, what was changed; None for anything else."""
    day, _, what = text.partition(" ")
    parsed = parse_date(day)
    return Correction(parsed, what.strip()) if parsed and what.strip() else None


@rule(
    "field-names",
    "没有“……”这一项、文件头缺少",
    (
        "名字写错了，句子里列出了可用的；必填的是 title、short、level、frequency、updated；编号和专题就是文件"
        "名和文件夹名，不用写"
    ),
)
def check_names(document: Document) -> Iterator[tuple[int, str]]:
    """Fields that are no fields of a question, and those that are missing."""
    # What a name that is misspelt was meant to be is not missing as well.
    meant: set[str] = set()
    for name, found in document.fields.items():
        if name in _FIELDS:
            continue
        meant |= {_HABITS.get(name, ""), *alike(name, _FIELDS)[0]}
        if name == "id":
            yield found.line, "编号就是文件名，不用写 id；请删去这一行"
        elif name == "topic":
            yield found.line, "专题就是文件夹名，不用写 topic；请删去这一行"
        elif name in _HABITS:
            yield found.line, f"没有“{name}”这一项；请改写成 {_HABITS[name]}"
        else:
            yield found.line, f"没有“{name}”这一项{near(name, _FIELDS)}；可用的有 {'、'.join(_FIELDS)}"
    for name in _REQUIRED:
        if name not in document.fields and name not in document.unread and name not in meant:
            yield 1, f"文件头缺少 {name}；请补上，例如 {name}: {_EXAMPLES[name]}"


@rule(
    "field-filled",
    "只能有一个值、还没有写",
    "每一项都要有值；只有 tags、aliases、asks、asked_in、corrections 是列表",
)
def check_values(document: Document) -> Iterator[tuple[int, str]]:
    """What is wrong with what the fields of a question say."""
    checks = {
        "title": _check_title,
        "short": _check_short,
        "level": _check_level,
        "frequency": _check_frequency,
        "updated": _check_day,
        "as_of": _check_day,
        "tags": _check_tags,
        "aliases": _check_aliases,
        "asks": _check_asks,
    }
    for name, found in document.fields.items():
        if name in _LISTS:
            if wrong := _not_a_list(found):
                yield wrong
                continue
            yield from _check_items(found)
            yield from _check_quotes(found)
        elif name in _SINGLE:
            if found.items is not None:
                yield found.line, f"{name} 只能有一个值，却写成了列表；请去掉方括号或“- ”"
                continue
            if not found.text:
                yield found.line, f"{name} 还没有写；例如 {name}: {_EXAMPLES[name]}"
                continue
        if name in checks:
            yield from checks[name](found)
    yield from _check_alias_of_title(document)
    yield from _check_asks_of_names(document)
    yield from _check_corrections(document)


def width_of(title: str) -> int:
    """The room it takes on a card, in Chinese characters: two Latin letters take that of one."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in title) // 2


@rule(
    "title-width",
    "title 有……个汉字那么宽",
    "卡片和搜索结果放不下；缩短",
)
def _check_title(found: Field) -> Iterator[tuple[int, str]]:
    width = width_of(found.text)
    if width > LONGEST_TITLE:
        yield found.line, f"title 有 {width} 个汉字那么宽，卡片放不下；请缩到 {LONGEST_TITLE} 以内"
    yield from _check_plain(found)


@rule(
    "short-length",
    "short 有……个字",
    "速答要在一眼里看完：120 字以内",
)
def _check_short(found: Field) -> Iterator[tuple[int, str]]:
    if len(found.text) > LONGEST_SHORT:
        yield found.line, f"short 有 {len(found.text)} 个字；请缩到 {LONGEST_SHORT} 字以内"
    yield from _check_plain(found)


@rule(
    "level-value",
    "level 写的是",
    "难度只用 基础、进阶、深入",
)
def _check_level(found: Field) -> Iterator[tuple[int, str]]:
    if found.text not in LEVELS:
        yield found.line, f"level 写的是“{found.text}”；请用 {'、'.join(LEVELS)} 之一"


@rule(
    "frequency-value",
    "frequency 写的是“……”；请用",
    "频率只用 高、中、低",
)
def _check_frequency(found: Field) -> Iterator[tuple[int, str]]:
    if found.text not in FREQUENCIES:
        yield found.line, f"frequency 写的是“{found.text}”；请用 {'、'.join(FREQUENCIES)} 之一"


@rule(
    "date-form",
    "请检查年份、没有这一天、这样的日期",
    "日期写成 2026-03-09",
)
def _check_day(found: Field) -> Iterator[tuple[int, str]]:
    day = parse_date(found.text)
    if day is not None and not 2000 <= day.year < 2100:
        yield found.line, f"{found.name} 写的是“{found.text}”；请检查年份"
    if day is None and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", found.text):
        yield found.line, f"{found.name} 写的是“{found.text}”，没有这一天；请检查月份和日子"
    elif day is None:
        yield found.line, f"{found.name} 写的是“{found.text}”；请写成 2026-03-09 这样的日期"


@rule(
    "entry-length",
    "标签、别名、问法……有……个字；请缩到",
    "太长的没有人会搜，列表里也放不下",
)
def _check_tags(found: Field) -> Iterator[tuple[int, str]]:
    for line, text in found.items or ():
        if len(text) > LONGEST_TAG:
            yield line, f"标签“{text}”有 {len(text)} 个字；请缩到 {LONGEST_TAG} 字以内"


@rule(
    "entry-quotes",
    "带着全角引号",
    "列表里的全角引号会成为那一项的一部分；用半角，或删去",
)
def _check_quotes(found: Field) -> Iterator[tuple[int, str]]:
    for line, text in found.items or ():
        if re.fullmatch("[“‘][^“”‘’]*[”’]", text):
            yield line, f"{found.name} 里的 {text} 带着全角引号，会成为它的一部分；列表里的引号请用半角，或删去"


@rule("entry-length")
def _check_aliases(found: Field) -> Iterator[tuple[int, str]]:
    for line, text in found.items or ():
        if len(text) > LONGEST_ALIAS:
            yield line, f"别名“{text[:20]}…”有 {len(text)} 个字；请缩到 {LONGEST_ALIAS} 字以内"


@rule("entry-length")
def _check_asks(found: Field) -> Iterator[tuple[int, str]]:
    for line, text in found.items or ():
        if len(text) > LONGEST_ALIAS:
            yield line, f"问法“{text[:20]}…”有 {len(text)} 个字；请缩到 {LONGEST_ALIAS} 字以内"


@rule(
    "names-distinct",
    "与……相同；请换成人们真会问的一句、与标题相同",
    "和标题、别名一样的没有用，搜索已经认得",
)
def _check_asks_of_names(document: Document) -> Iterator[tuple[int, str]]:
    known = {_said(text): f"别名“{text}”" for _, text in document.items("aliases")}
    known[_said(document.text("title"))] = "标题"
    written: set[str] = set()
    for line, text in document.items("asks"):
        same = known.setdefault(_said(text), f"问法“{text}”")
        # One that is written twice has been noticed already.
        if same != f"问法“{text}”" and text.casefold() not in written:
            yield line, f"问法“{text}”与{same}相同；请换成人们真会问的一句，或删去"
        written.add(text.casefold())


def _said(text: str) -> str:
    """What is left of a text when one only listens."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text).casefold())


@rule("names-distinct")
def _check_alias_of_title(document: Document) -> Iterator[tuple[int, str]]:
    title = document.text("title").casefold()
    for line, text in document.items("aliases"):
        if title and text.casefold() == title:
            yield line, f"别名“{text}”与标题相同；请删去"


@rule(
    "corrections",
    "更正写的是、更正的日期、次序乱了",
    "一条更正是日期、空格、改了什么，从早到晚写；最近一次的日期也写进 `updated`",
)
def _check_corrections(document: Document) -> Iterator[tuple[int, str]]:
    updated = parse_date(document.text("updated"))
    days: list[date] = []
    for line, text in document.items("corrections"):
        read = correction(text)
        if read is None:
            yield line, f"更正写的是“{text}”；请写成“2026-03-09 第 2 式的符号”，日期后空一格"
        elif updated is not None and read.date > updated:
            yield line, f"更正的日期 {read.date} 晚于 updated 的 {updated}；请把 updated 改成最近一次的日期"
        if read is not None:
            days.append(read.date)
            if days not in (sorted(days), sorted(days, reverse=True)):
                yield line, f"更正 {read.date} 的次序乱了；请从早到晚写"
                return


@rule(
    "plain-text",
    "请用纯文字",
    "标题和速答会出现在预览、搜索结果和目录里，那里没有公式和 Markdown",
)
def _check_plain(found: Field) -> Iterator[tuple[int, str]]:
    """Titles and short answers go into previews and bookmarks: no TeX, no Markdown."""
    text = found.text
    tex = re.search(r"\$|\\[A-Za-z(\[]+|[_^]\{", text)
    mark = re.search(r"`|\*\*|__(?=\S)|!?\[[^\]]*\]\(|^#+\s|(?<![\w*])\*\w[^*]*\w\*(?![\w*])|\[@", text)
    tag = re.search(r"</?(?:br|b|i|em|strong|sub|sup|code|a|p|span|div|script|img)\b[^>]*>|&#?\w+;", text, re.I)
    if tex:
        yield found.line, f"{found.name} 里有 TeX（{tex[0]}）；请用纯文字，如 √d_k、x²"
    if mark:
        yield found.line, f"{found.name} 里有 Markdown 记号 {mark[0]}；请用纯文字"
    if tag:
        yield found.line, f"{found.name} 里有 HTML（{tag[0]}）；请用纯文字"


@rule(
    "list-items",
    "应是列表、有一项是空的、里有标点、写了两次",
    "列表写成 `[甲, 乙]`，用半角逗号，不写两次",
)
def _not_a_list(found: Field) -> tuple[int, str] | None:
    if found.items is None and found.text:
        # Brackets and commas as an input method for Chinese writes them.
        entries = [one.strip() for one in re.split("[，、；;,]", found.text.strip("【】［］〔〕「」[]"))]
        return found.line, f"{found.name} 应是列表；请写成 {found.name}: [{', '.join(filter(None, entries))}]"
    return None


def misread(found: Field) -> bool:
    """Whether what rules across the book would say of this value has its cause in how it is written."""
    if found.name == "frequency":
        return found.text not in FREQUENCIES
    written = found.name not in _LISTS or _not_a_list(found) is None
    return not written or (found.name == "tags" and any(_check_items(found)))


@rule("list-items")
def _check_items(found: Field) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for line, text in found.items or ():
        if not text:
            yield line, f"{found.name} 有一项是空的；请删去"
        elif found.name in ("tags", "asked_in") and re.search("[，、；,;]", text):
            yield line, f"{found.name} 的“{text}”里有标点；几项之间请用半角逗号隔开"
        elif found.name == "aliases" and re.search("[，；;]", text):
            yield line, f"aliases 的“{text}”里有标点；几项之间请用半角逗号隔开"
        elif text.casefold() in seen:
            yield line, f"{found.name} 里“{text}”写了两次；只留一个"
        seen.add(text.casefold())


@rule(
    "topic-head",
    "专题的 index.md、order 写的是",
    "专题的 index.md 写 title、summary、order、questions",
)
def check_topic(document: Document, has_heading: bool) -> Iterator[tuple[int, str]]:
    """What is wrong with the head of a topic."""
    for name, found in document.fields.items():
        if name not in _TOPIC_FIELDS:
            # Other tools may read settings of their own here; a slip of the pen is none.
            if hint := near(name, _TOPIC_FIELDS):
                yield found.line, f"专题的 index.md 没有“{name}”这一项{hint}；可用的有 {'、'.join(_TOPIC_FIELDS)}"
        elif name == "questions":
            if wrong := _not_a_list(found):
                yield wrong
            yield from _check_items(found)
        elif found.items is not None:
            yield found.line, f"{name} 只能有一个值，却写成了列表；请去掉方括号或“- ”"
        elif name == "order" and not ORDER.fullmatch(found.text):
            yield found.line, f"order 写的是“{found.text}”；请写整数，小的在前"
        elif name in ("title", "summary"):
            yield from _check_plain(found)
            limit = LONGEST_TOPIC if name == "title" else LONGEST_SUMMARY
            if len(found.text) > limit:
                yield found.line, f"{name} 有 {len(found.text)} 个字；请缩到 {limit} 字以内"
    if document.fields and not document.text("title") and "title" not in document.unread and not has_heading:
        line = document.fields["title"].line if "title" in document.fields else 1
        yield line, "专题的 index.md 缺少 title；请写上专题的中文名"
