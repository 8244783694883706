"""Rules of what a body points to: links, pictures, citations, follow-up questions."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from ..content import addresses, pictures
from ..content.contents import Contents, Found, Page, short
from ..content.datafiles import near
from ..rulebook import rule
from ..text import links, parts
from ..text.links import Link

_LONGEST_CAPTION = 60
# Captions are numbered where they are printed.
_NUMBERED = re.compile(r"\s*图\s*\d")


@rule(
    "links",
    "链接……是断的、没有这个锚点、不是相对路径、没有文字",
    ("链接只指向本书的文件（路径从本文件算起，写到 `.md`）或完整的 https 地址；断了的，句子里猜了最像的那个"),
)
def _check_links(page: Page, contents: Contents) -> Found:
    for link in page.body.links:
        if link.image:
            continue
        if not link.text.strip():
            yield link.line, f"链接 {_shown(link)} 没有文字；请在方括号里写上"
        if not link.target and not link.fragment:
            yield link.line, f"链接 {_shown(link)} 没有地址；请在圆括号里写上"
            continue
        for message in _check_target(link, page, contents):
            yield link.line, message


def _shown(link: Link) -> str:
    return f"[{short(link.text)}]({short(link.target, 40)})"


@rule("links")
def _check_target(link: Link, page: Page, contents: Contents) -> Iterator[str]:
    site = contents.book.settings.site_url
    target = link.target
    if link.scheme:
        if link.scheme not in ("http", "https", "mailto"):
            yield f"链接地址 {short(target, 40)} 的“{link.scheme}:”不能用；只能链接网页和本书的文件"
        elif site and (target == site or target.startswith(f"{site}/")):
            yield f"链接写了本站的完整地址 {short(target, 60)}；请写相对路径，如 ../peft/lora-principle.md"
        return
    if target.startswith("//"):
        yield f"链接地址 {short(target, 40)} 缺少 https:；请写完整"
        return
    if target.startswith("/") or "\\" in target:
        yield f"链接地址 {short(target, 40)} 不是相对路径；请写成 ../peft/lora-principle.md 这样"
        return
    if not target:
        here = contents.anchors.get(page.path, frozenset())
        if link.fragment not in here:
            hint = near(link.fragment, sorted(here))
            yield f"链接 #{link.fragment}：本页没有这个锚点{hint}；请改正"
        return
    path = links.target_path(page.path, target)
    if path.startswith("../") or path == "..":
        yield f"链接 {short(target, 40)} 指到了内容文件夹之外；请链接本书的文件"
    elif path in contents.anchors:
        if page.question is not None and path == page.path and not link.fragment:
            yield f"链接 {target} 指向本页自己；请换一个，或写 #锚点"
        elif link.fragment and link.fragment not in contents.anchors[path]:
            hint = near(link.fragment, sorted(contents.anchors[path]))
            yield f"链接 {target}#{link.fragment}：那一页没有这个锚点{hint}；请改正"
    elif path in contents.ids:
        return  # A file that cannot be read has its own problem.
    elif path.endswith(".md"):
        yield f"链接 {target} 是断的：{_missing(path, page, contents)}"
    elif not path.rsplit("/", 1)[-1].count("."):
        yield f"链接 {target} 不是文件；请写到 .md，如 ../peft/lora-principle.md"
    elif not _is_file(contents.docs, path):
        source = re.sub(r"\.html?$", ".md", target)
        hint = f"（是不是 {source}？）" if links.target_path(page.path, source) in contents.anchors else ""
        yield f"链接 {target} 是断的：没有 {contents.shown}{path}{hint}；请改正"


@rule("links")
def _missing(path: str, page: Page, contents: Contents) -> str:
    id = links.target_id(path)
    retired = contents.book.retired
    if id in retired:
        return f"{id} 已并入 {addresses.resolve(id, retired)}；请改链接"
    if id in contents.paths_of:
        where = posixpath.relpath(contents.paths_of[id][0], posixpath.dirname(page.path))
        return f"{id} 在 {where}；请改路径"
    return f"没有 {contents.shown}{path}{near(id, sorted(contents.paths_of))}；请改正或写成纯文字"


@rule(
    "picture-links",
    "图片……没有替代文字、没有图注、在别的网站",
    "图片在自己的文件夹里，单独一段，有替代文字和图注；编号由页面写",
)
def _check_pictures(page: Page, contents: Contents) -> Found:
    for link in page.body.links:
        if not link.image:
            continue
        shown = short(link.target, 40)
        if not link.text.strip():
            yield link.line, f"图片 {shown} 没有替代文字；请在方括号里写图里有什么、说明什么"
        if contents.book.settings.require_figures and not link.title.strip():
            yield link.line, f'图片 {shown} 没有图注；请写在地址后面，如 ![图里有什么](x/figure.svg "一句话说出要点")'
        elif _NUMBERED.match(link.title):
            yield link.line, f"图片 {shown} 的图注自己写了编号；请删去“{short(link.title, 6)}”里的编号，页面会写"
        elif len(link.title) > _LONGEST_CAPTION:
            yield link.line, f"图片 {shown} 的图注有 {len(link.title)} 字；请缩到 {_LONGEST_CAPTION} 字以内"
        if link.scheme in ("http", "https") or link.target.startswith("//"):
            yield link.line, f"图片 {shown} 在别的网站；请把文件放进 {_folder(page)}/ 再引用"
            continue
        if link.scheme or link.target.startswith("/") or "\\" in link.target:
            yield link.line, f"图片地址 {shown} 不是相对路径；请写成 {_folder(page)}/figure.svg 这样"
            continue
        path = links.target_path(page.path, link.target)
        if not link.target or path.startswith("../"):
            yield link.line, f"图片 {shown} 不在内容文件夹里；请把文件放进 {_folder(page)}/ 再引用"
            continue
        if path not in contents.pictures:
            contents.pictures[path] = tuple(pictures.check(contents.docs / path, contents.docs))
        beside = f"{_folder(page)}/{link.target}"
        if contents.pictures[path] and _is_file(contents.docs, links.target_path(page.path, beside)):
            yield link.line, f"图片 {shown} 不在这里，在 {_folder(page)}/ 里；请写成 {beside}"
            continue
        script = f"{path.rpartition('.')[0]}.py"
        if not _is_file(contents.docs, path) and _is_file(contents.docs, script):
            command = f"python3 book.py draw {contents.shown}{script}"
            yield link.line, f"图片 {shown} 还没有画出；请运行 {command}"
            continue
        for wrong in contents.pictures[path]:
            yield link.line, f"图片 {shown} {wrong}"


@rule(
    "citations",
    "不在 references.yml 里、没有引用任何来源",
    "键写错了（句子里猜了一个），或者还没有把这篇文献加进去；每个答案至少要有一处出处",
)
def _check_citations(page: Page, contents: Contents) -> Found:
    cited = page.body.citations
    for citation in cited:
        if "references.yml" in contents.data and citation.key not in contents.book.references:
            hint = near(citation.key, list(contents.book.references))
            message = f"引用的 {citation.key} 不在 references.yml 里{hint}；请在那里加上这一条"
            yield citation.line, f"{message}（authors、title、year，再加 arxiv 或 url），或改正键"
    # What a block without an end swallows may hold them.
    swallowed = any(fence.opens or not fence.closed for fence in page.body.fences)
    if (
        page.question is not None
        and not cited
        and not swallowed
        and contents.book.settings.require_references
        and page.body
    ):
        yield page.body.line, "没有引用任何来源；请在结论后面写上 [@键 位置]，键见 references.yml"


@rule(
    "follow-ups",
    "追问应是列表、追问里……重复",
    "追问一行一个，写成列表，同一题只列一次",
)
def _check_follow_ups(page: Page, contents: Contents) -> Found:
    if page.question is None or not any(h.anchor == parts.FOLLOW_UPS and h.level == 2 for h in page.body.headings):
        return
    asked = page.body.follow_ups
    heading = next(h for h in page.body.headings if h.anchor == parts.FOLLOW_UPS)
    span = page.body.part(parts.FOLLOW_UPS)
    if not asked and span is not None and page.body.text[slice(*span)].strip():
        yield heading.line, "追问应是列表；请每行写一个“- [问题？](../专题/编号.md)”"
    seen: dict[str, int] = {}
    for one in asked:
        if one.id and one.id in seen:
            yield one.line, f"追问里 {one.id} 与第 {seen[one.id]} 行重复；只留一个"
        elif one.id:
            seen[one.id] = one.line


CELL_RULES = (_check_links, _check_pictures)
RULES: tuple[Callable[[Page, Contents], Found], ...] = (
    _check_links,
    _check_pictures,
    _check_citations,
    _check_follow_ups,
)


def _is_file(docs: Path, path: str) -> bool:
    """Whether the file is there; one that leads out of docs/ is told of where files are read."""
    try:
        return (docs / path).is_file()
    except (OSError, ValueError):
        return False


def _folder(page: Page) -> str:
    return page.question.id if page.question is not None else "专题名"
