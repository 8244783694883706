"""Rules across the book: ids, titles, tags, collected questions, topics, terms, and what was ever published."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from .. import cache
from ..content import addresses, imprint, references, routes
from ..content.contents import Contents
from ..content.datafiles import alike, near
from ..content.frequencies import FREQUENCIES
from ..content.questions import Question, Topic
from ..problems import Problem
from ..rulebook import rule
from ..text import form
from ..text.body import Body

FEWEST_TAGS, MOST_TAGS = 2, 4
_KEY = re.compile(r"@([a-z0-9]+)")


# A reading time is an estimate.
_LENIENT = 1.1


@rule(
    "id-once",
    "编号……重复、曾经发布过",
    "一个编号只用一次，用过的永远留给原来的问题；换一个",
)
def _check_ids(contents: Contents) -> Iterator[Problem]:
    for id, paths in contents.paths_of.items():
        first, *others = _newest_last(contents, paths)
        for path in others:
            message = f"编号 {id} 与 {contents.shown}{first} 重复；换一个没用过的编号"
            yield Problem(f"{contents.shown}{path}", 0, message)
        if id in contents.book.retired:
            new = addresses.resolve(id, contents.book.retired)
            message = f"编号 {id} 曾经发布过、现已并入 {new}；换一个没用过的编号"
            yield Problem(f"{contents.shown}{paths[0]}", 0, message)


def _newest_last(contents: Contents, paths: Sequence[str]) -> Sequence[str]:
    """Of several pages with one id, those that nobody has changed come first: they had it before."""
    new = imprint.changed(contents.docs) if len(paths) > 1 else None
    return sorted(paths, key=lambda path: path in new) if new else paths


@rule(
    "title-once",
    "标题与……相同",
    "两页讲的是一件事就合并，不是就说清差别",
)
def _check_titles(contents: Contents) -> Iterator[Problem]:
    if not contents.book.settings.require_distinct:
        return
    seen: dict[str, Question] = {}
    for question in contents.book.questions:
        title = question.title.casefold()
        if title and title in seen and seen[title].id != question.id:
            message = f"标题与 {contents.shown}{seen[title].path} 相同；请合并，或说清两题的差别"
            yield Problem(f"{contents.shown}{question.path}", question.lines.get("title", 1), message)
        seen.setdefault(title, question)


@rule(
    "tag-count",
    "tags 有……个",
    "两到四个主题词，尽量用已有的",
)
def _check_tags(contents: Contents) -> Iterator[Problem]:
    if not contents.book.settings.require_distinct:
        return
    for question in contents.book.questions:
        if "tags" in question.lines and not FEWEST_TAGS <= len(question.tags) <= MOST_TAGS:
            message = f"tags 有 {len(question.tags)} 个；请写两到四个主题词，尽量用已有的"
            yield Problem(f"{contents.shown}{question.path}", question.lines["tags"], message)


@rule(
    "references-there",
    "没有这个文件，正文里的引用都查不到出处",
    "`docs/references.yml` 不见了；恢复它",
)
def _check_sources(contents: Contents) -> Iterator[Problem]:
    """A book whose answers cite sources has a list of them."""
    there = contents.data | contents.unread
    if contents.book.settings.require_references and "references.yml" not in there and contents.book.questions:
        message = "没有这个文件，正文里的引用都查不到出处；请恢复它"
        yield Problem(f"{contents.shown}references.yml", 0, message)


@rule(
    "references-used",
    "没有哪一页引用",
    "文献没有一页用到：在用到它的地方引用，或删去 `references.yml` 的这一条；键也可能写错了",
)
def _check_unused(contents: Contents) -> Iterator[Problem]:
    """A work that nothing cites is a slip in a key, or what a rewritten page has left behind."""
    settings = contents.book.settings
    if not (settings.require_references and settings.require_distinct):
        return
    bodies = [page.body for page in contents.pages]
    bodies += [cell.source for notebook in contents.book.notebooks for cell in notebook.cells if not cell.code]
    cited = {citation.key for body in bodies for citation in body.citations} | _cited_out_of_sight(contents)
    known = contents.book.references
    # Whose key is misspelt where it is cited: that is said there.
    meant = {one for key in cited if key not in known for names in alike(key, list(known)) for one in names}
    for key, work in known.items():
        if key not in cited and key not in meant:
            message = f"{key} 没有哪一页引用；请在用到它的地方写上 [@{key} 位置]，或删去这一条"
            yield Problem(f"{contents.shown}{references.FILE}", work.line, message)


def _cited_out_of_sight(contents: Contents) -> set[str]:
    """The keys in files that could not be read, and in pages of which a block of code without an end has a part."""
    sound = {page.path for page in contents.pages if all(one.closed and not one.opens for one in page.body.fences)}
    found: set[str] = set()
    for path in contents.ids.keys() - sound:
        with suppress(OSError):
            found.update(_KEY.findall((contents.docs / path).read_text("utf-8", errors="replace")))
    return found


@rule(
    "tag-spelling",
    "只差大小写或空格",
    "标签统一成一种写法",
)
def _check_tag_forms(contents: Contents) -> Iterator[Problem]:
    if not contents.book.settings.require_distinct:
        return
    uses: dict[str, dict[str, list[Question]]] = {}
    for question in contents.book.questions:
        for tag in question.tags:
            uses.setdefault(re.sub(r"[\s_-]", "", tag.casefold()), {}).setdefault(tag, []).append(question)
    for spellings in uses.values():
        # Told where it is the other way than on most pages.
        usual = max(spellings, key=lambda tag: len(spellings[tag]))
        other = f"{contents.shown}{spellings[usual][0].path} 的“{usual}”"
        for tag, questions in spellings.items():
            for question in questions if tag != usual else ():
                message = f"标签“{tag}”与 {other}只差大小写或空格；请统一写法"
                yield Problem(f"{contents.shown}{question.path}", question.lines.get("tags", 1), message)


@rule(
    "asked-in",
    "asked_in 的、还没有答案、已由……收录",
    "键在 `collections.yml` 里；题集的每道题只归一个答案，两页里去掉一处",
)
def _check_asked(contents: Contents) -> Iterator[Problem]:
    book = contents.book
    known = [asked.key for collection in book.collections for asked in collection.questions]
    known_keys = frozenset(known)
    used: dict[str, Question] = {}
    for question in book.questions:
        path, line = f"{contents.shown}{question.path}", question.lines.get("asked_in", 1)
        for key in question.asked_in:
            if "collections.yml" in contents.data and key not in known_keys:
                yield Problem(path, line, f"asked_in 的 {key} 不在 collections.yml 里{near(key, known)}；请改正或删去")
            elif key in used and used[key].id != question.id:
                message = f"asked_in 的 {key} 已由 {contents.shown}{used[key].path} 收录；一题只收录一次"
                yield Problem(path, line, message)
            used.setdefault(key, question)
    names = {collection.key: collection for collection in book.collections}
    for name in book.settings.require_collections if "collections.yml" not in contents.unread else ():
        if name not in names:
            message = f"require_collections 的 {name} 不在 collections.yml 里{near(name, list(names))}；请改正"
            yield Problem("mkdocs.yml", 0, message)
            continue
        for asked in names[name].questions:
            if asked.key not in used:
                message = f"题集 {name} 的 {asked.key}（{asked.text}）还没有答案；写好后在 asked_in 里写上 {asked.key}"
                yield Problem(f"{contents.shown}collections.yml", 0, message)


@rule(
    "topics",
    "专题名、没有 index.md、不在这个专题里",
    "每个专题有自己的名字，写在它的 index.md 里；`questions` 只列这个专题的题",
)
def _check_topics(contents: Contents) -> Iterator[Problem]:
    titles: dict[str, Topic] = {}
    for topic in contents.book.topics:
        path = f"{contents.shown}{topic.path or topic.id}"
        other = titles.setdefault(topic.title, topic)
        if other is not topic and contents.book.settings.require_distinct:
            message = f"专题名“{topic.title}”与 {contents.shown}{other.path or other.id} 相同；换一个"
            yield Problem(path, 2 if topic.path else 0, message)
        if not topic.path and contents.book.settings.require_distinct:
            message = "没有 index.md，专题就没有名字；请写上它，第一行是“# 专题名”"
            yield Problem(path, 0, message)
        head = contents.heads.get(topic.id)
        for line, id in head.questions if head else ():
            where = contents.paths_of.get(id, [])
            if not any(one.startswith(f"{topic.id}/") for one in where):
                hint = f"，它在 {where[0]}" if where else near(id, [question.id for question in topic.questions])
                yield Problem(path, line, f"questions 里的 {id} 不在这个专题里{hint}；请改正或删去")


@rule(
    "glossary-ids",
    "术语……的 id、topics 写的是",
    "术语的 id 是讲它的那个问题的编号，没有那一页就不写；topics 是专题的文件夹名",
)
def _check_glossary(contents: Contents) -> Iterator[Problem]:
    book = contents.book
    topics = [topic.id for topic in book.topics]
    for term in book.glossary:
        if term.id and term.id not in contents.paths_of:
            hint = near(term.id, sorted(contents.paths_of))
            message = f"术语 {term.zh} 的 id 写的是 {term.id}，没有这个问题{hint}；请改正或删去"
            yield Problem(f"{contents.shown}glossary.yml", term.line, message)
        for topic in term.topics:
            if topic not in topics:
                message = f"术语 {term.zh} 的 topics 写的是 {topic}，没有这个专题{near(topic, topics)}；请改正或删去"
                yield Problem(f"{contents.shown}glossary.yml", term.line, message)


@rule(
    "frequency-counted",
    "按 frequency.yml……应是",
    "频率由数出来的次数按一条规则定；不同意就在那一行写上 `frequency` 和 `why`",
)
def _check_frequencies(contents: Contents) -> Iterator[Problem]:
    known = contents.book.frequencies
    for question in contents.book.questions:
        count = known.counts.get(question.id)
        if count is None or "frequency" not in question.lines or question.frequency == known.frequency(question.id):
            continue
        counted = "比数据新" if count.newer else f"{count.questions} 道、{count.companies} 家"
        message = (
            f"frequency 写的是“{question.frequency}”，按 frequency.yml 第 {count.line} 行（{counted}）"
            f"应是“{known.frequency(question.id)}”；请改成一样，或在那一行写上 frequency 和 why"
        )
        yield Problem(f"{contents.shown}{question.path}", question.lines["frequency"], message)


@rule(
    "routes",
    "路线……",
    "`docs/paths.yml` 里只列已经有那一页的高频和中频题，读完不超过写明的分钟数",
)
def _check_routes(contents: Contents) -> Iterator[Problem]:
    book, path = contents.book, f"{contents.shown}{routes.FILE}"
    for route in book.routes:
        for line, id in route.questions:
            question = book.by_id.get(id)
            if question is None:
                if id in contents.paths_of:
                    # What is wrong with its file is said there.
                    continue
                hint = near(id, sorted(contents.paths_of))
                yield Problem(path, line, f"路线 {route.key} 里的 {id} 没有那一页{hint}；请改正，或等写好了再加")
            elif question.frequency == FREQUENCIES[-1]:
                message = f"路线 {route.key} 里的 {id} 是低频题；路线只列高频和中频的，请删去或换一个"
                yield Problem(path, line, message)
        needed = sum(_minutes(book.by_id[id].body) for _, id in route.questions if id in book.by_id)
        if route.minutes and needed > _LENIENT * route.minutes:
            message = f"路线 {route.key} 要读 {needed} 分钟，超过了 {route.minutes} 分钟；请删去几题"
            yield Problem(path, route.line, message)


def _minutes(body: Body) -> int:
    """How long it takes to read a body, kept."""
    return cache.value("sound", cache.key("minutes", cache.code("text"), body.digest), lambda: form.minutes(body))


@rule(
    "retired",
    "指向的、绕成了圈、还在，不能算已撤下",
    "`retired.yml` 里接替它的，要是现在还在的编号、锚点或专题",
)
def _check_retired(contents: Contents) -> Iterator[Problem]:
    retired = contents.book.retired
    topics = {topic.id for topic in contents.book.topics}
    for old, new in retired.items():
        line = contents.retired_lines.get(old, 0)
        end = addresses.resolve(old, retired)
        if end == old:
            yield Problem(contents.shown_retired, line, f"{old}: {new} 绕成了圈，或转得太远；请指向一个还在的编号")
            continue
        id, _, anchor = end.partition("#")
        if end.endswith("/"):
            if end[:-1] not in topics:
                yield Problem(contents.shown_retired, line, f"{old} 指向的专题 {end} 不存在；请指向一个还在的专题")
            elif old[:-1] in topics:
                yield Problem(contents.shown_retired, line, f"专题 {old} 还在，不能算已撤下；请删去这一行")
        elif id not in contents.paths_of:
            hint = near(id, sorted(contents.paths_of))
            yield Problem(contents.shown_retired, line, f"{old} 指向的 {id} 不存在{hint}；请指向一个还在的编号")
        elif anchor and anchor not in contents.anchors.get(contents.paths_of[id][0], frozenset([anchor])):
            yield Problem(contents.shown_retired, line, f"{old} 指向的 {end} 不存在：{id} 没有锚点 #{anchor}；请改正")


@rule(
    "published",
    "发布过，现在没有了",
    "有人存着那个地址。把它恢复，或在 `retired.yml` 里写上接替它的编号",
)
def _check_published(contents: Contents) -> Iterator[Problem]:
    for address, line in contents.published_lines.items():
        found = addresses.split(address)
        lost = _lost_page(address, contents) if found is None else _lost_answer(*found, contents)
        if lost:
            yield Problem(contents.shown_published, line, f"{address} 发布过，现在没有了；{lost}")


@rule("published")
def _lost_answer(id: str, anchor: str, contents: Contents) -> str:
    """What to do about an address of an answer that nothing answers at; "" while something does."""
    retired = contents.book.retired
    new = addresses.resolve(id, retired)
    if new not in contents.paths_of:
        # Where it was retired to nothing, retired.yml has the problem.
        return "" if id in retired else f"恢复 {id}.md，或在 retired.yml 里写上“{id}: 接替它的编号”"
    old = f"{id}#{anchor}"
    anchors = contents.anchors.get(contents.paths_of[new][0])
    if not anchor or anchors is None or anchor in anchors or old in retired:
        return ""
    return f"恢复这个锚点，或在 retired.yml 里写上“{old}: {new}#接替它的锚点”"


@rule("published")
def _lost_page(address: str, contents: Contents) -> str:
    """The same for the pages of topics and collections; what else there was, the built site is asked for."""
    name, _, rest = address.partition("/")
    if name == "collections" and "collections.yml" in contents.unread:
        return ""
    if name == "collections":
        there = {f"{collection.key}/" for collection in contents.book.collections}
        return "" if not rest or rest in there else "请在 collections.yml 里恢复这个题集"
    if name == "paths":
        known = {f"{route.key}/" for route in contents.book.routes}
        return "" if not rest or rest in known else "请在 paths.yml 里恢复这条路线"
    if rest not in ("", "all/", "night/") or "." in name or name in addresses.RESERVED_TOPICS:
        return ""
    if f"{name}/" in contents.book.retired or any(topic.id == name for topic in contents.book.topics):
        return ""
    return f"恢复专题 {name}，或在 retired.yml 里写上“{name}/: 接替它的专题/”"


RULES: tuple[Callable[[Contents], Iterator[Problem]], ...] = (
    _check_ids,
    _check_sources,
    _check_unused,
    _check_titles,
    _check_tags,
    _check_tag_forms,
    _check_asked,
    _check_topics,
    _check_glossary,
    _check_frequencies,
    _check_routes,
    _check_retired,
    _check_published,
)
