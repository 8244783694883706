"""A site with an address of its own: old addresses, previews, and everything that machines read."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit
from xml.etree import ElementTree

import jsonschema
import pytest
import yaml
from answerbook.checking import checks
from answerbook.machines import exports, portable
from answerbook.site.site import Repository
from answerbook.text.body import Body
from PIL import Image

from tests import published, sites
from tests.published import URL

TITLE = "a<b 时，“x & y”为什么成立？还有什么？"
SHORT = "因为 a<b，所以 x & y 成立。"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = published.project(tmp_path_factory.mktemp("project"), published.RETIRED)
    return sites.built(project / "docs", project / "site", ANSWERBOOK_SITE_URL=URL)


@pytest.fixture(scope="module")
def offline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Without an address, and with file names in the links."""
    return published.retired(tmp_path_factory, folders=False)


class Head(HTMLParser):
    """What a reader of previews finds in the head of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.meta: dict[str, list[str]] = {}
        self.links: dict[str, list[str]] = {}
        self.data: list[Any] = []
        self.language = ""
        self.title = ""
        self._inside = ""
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self._inside = tag if tag == "title" or found.get("type") == "application/ld+json" else ""
        if tag == "html":
            self.language = found.get("lang", "")
        elif tag == "meta" and "content" in found:
            name = found.get("property") or found.get("name") or found.get("http-equiv") or ""
            self.meta.setdefault(name, []).append(found["content"])
        elif tag == "link":
            self.links.setdefault(found.get("rel", ""), []).append(found.get("href", ""))

    def handle_data(self, data: str) -> None:
        if self._inside == "title" and not self.title:
            self.title = data
        elif self._inside == "script":
            self.data.append(json.loads(data))

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def one(self, name: str) -> str:
        assert len(self.meta[name]) == 1, name
        return self.meta[name][0]


# ---- Addresses for ever ----


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("q/old-question/", "q/first-question/"),
        ("q/older-question/", "q/first-question/"),
        ("q/gone-question/", "q/third-question/"),
        ("old-alpha/", "alpha/"),
        ("old-alpha/all/", "alpha/all/"),
    ],
)
def test_a_retired_address_leads_to_what_replaced_it(site: Path, offline: Path, old: str, new: str) -> None:
    for folder, ends in ((site, ""), (offline, "index.html")):
        page = sites.read(folder, old)
        link = str(sites.one(page, "a#moved")["href"])
        assert urljoin(f"{URL}{old}", link) == f"{URL}{new}{ends}"
        assert sites.one(page, "meta[http-equiv=refresh]")["content"] == f"0; url={link}"
        assert (folder / new / "index.html").is_file()
    head = Head(site / old / "index.html")
    assert head.links["canonical"] == [URL + new]
    assert head.one("robots") == "noindex"


def test_a_retired_address_says_in_words_what_replaced_it(site: Path) -> None:
    page = sites.read(site, "q/older-question")
    assert TITLE in sites.text(page, "p")
    assert [script.get("src") for script in page.select("script")] != [None]
    assert all(script.get("src") for script in page.select("script")), "a content policy forbids inline scripts"


def test_a_link_to_a_retired_address_is_previewed_like_the_new_one(site: Path) -> None:
    old, new = Head(site / "q/old-question/index.html"), Head(site / "q/first-question/index.html")
    for name in ("og:title", "og:description", "og:url", "og:image", "twitter:card"):
        assert old.one(name) == new.one(name)


def test_former_anchors_stand_where_their_part_is_now(site: Path) -> None:
    page = sites.read(site, "q/first-question")
    former = sites.one(page, "#old-table")
    assert former.parent is not None and former.parent["id"] == "a-table"
    assert not former.get_text()


def test_only_fixed_and_given_anchors_are_in_an_answer(site: Path) -> None:
    given = {"a-table", "old-table"}
    made = {"short-title", "short", "details", "code", "pitfalls", "follow-ups", "references", "asked-in", "related"}
    made |= {"corrections", "wrong"}
    page = sites.read(site, "q/first-question")
    anchors = {str(tag["id"]) for tag in page.select("#main [id]")}
    assert {a for a in anchors if not a.startswith(("cite-", "ref-", "mjx-"))} == given | made
    assert all(anchor.isascii() for anchor in anchors)


def test_every_link_of_both_sites_leads_somewhere(site: Path, offline: Path) -> None:
    for folder in (site, offline):
        assert [link for link in sites.dead_links(folder) if not link.startswith("404.html")] == []


def test_an_address_that_was_published_cannot_be_lost(tmp_path: Path) -> None:
    project = published.project(tmp_path, "", "q/gone-question/\nq/second-question/#no-part\nold-alpha/\n")
    done = sites.build(project / "docs", tmp_path / "site")
    assert done.returncode == 1 and not (tmp_path / "site").exists()
    for said in (
        "published.txt:1: q/gone-question/ 发布过，现在没有了；恢复 gone-question.md",
        "published.txt:2: q/second-question/#no-part 发布过，现在没有了；恢复这个锚点",
        "published.txt:3: old-alpha/ 发布过，现在没有了；恢复专题 old-alpha",
    ):
        assert said in done.stderr


# ---- Previews ----


def test_an_answer_says_what_chats_show(site: Path) -> None:
    path = site / "q/first-question/index.html"
    head = Head(path)
    address, card = f"{URL}q/first-question/", f"{URL}q/first-question/card.png"
    assert (head.language, head.title) == ("zh-CN", f"{TITLE} - 大模型面试答案书")
    assert head.links["canonical"] == [address]
    said = {name: head.one(name) for name in head.meta if name.startswith(("og:", "twitter:")) or name == "description"}
    assert said == {
        "description": SHORT,
        "og:url": address,
        "og:type": "article",
        "og:site_name": "大模型面试答案书",
        "og:locale": "zh_CN",
        "og:title": TITLE,
        "og:description": SHORT,
        "og:image": card,
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": TITLE,
        "twitter:card": "summary_large_image",
        "twitter:title": TITLE,
        "twitter:description": SHORT,
        "twitter:image": card,
    }
    with Image.open(site / "q/first-question/card.png") as image:
        assert image.size == (1200, 630)


def test_every_page_can_be_previewed(site: Path) -> None:
    for path in site.rglob("index.html"):
        head = Head(path)
        # Some readers look no further.
        assert path.read_bytes().index(b'"twitter:description"') < 16_000
        assert head.one("og:title") and head.one("og:description"), path
        assert (site / urlsplit(head.one("og:image")).path.removeprefix("/book/")).is_file()
        moved = "refresh" in head.meta
        # What other sites show in a frame is known by the page that it is a part of.
        place = path.parent.relative_to(site).as_posix().replace(".", "").removeprefix("embed/")
        assert moved or head.one("og:url") == URL + place + ("/" if path.parent != site else "")


def test_search_engines_read_a_question_with_its_answer(site: Path) -> None:
    (data,) = Head(site / "q/first-question/index.html").data
    assert data["@context"] == "https://schema.org"
    page, way = data["@graph"]
    assert page["@type"] == "QAPage" and page["url"] == f"{URL}q/first-question/" and page["inLanguage"] == "zh-CN"
    question = page["mainEntity"]
    assert (question["@type"], question["name"], question["answerCount"]) == ("Question", TITLE, 1)
    answer = question["acceptedAnswer"]
    assert (answer["@type"], answer["text"]) == ("Answer", SHORT)
    assert answer["url"] == f"{URL}q/first-question/#short"
    steps = [(step["position"], step["name"], step["item"]) for step in way["itemListElement"]]
    assert way["@type"] == "BreadcrumbList"
    assert steps == [
        (1, "大模型面试答案书", URL),
        (2, "甲专题", f"{URL}alpha/"),
        (3, TITLE, f"{URL}q/first-question/"),
    ]


def test_without_an_address_nothing_absolute_is_claimed(offline: Path) -> None:
    head = Head(offline / "q/first-question/index.html")
    assert "canonical" not in head.links and "og:url" not in head.meta and "og:image" not in head.meta
    assert head.one("og:title") == TITLE and head.one("twitter:card") == "summary"
    (data,) = head.data
    assert "http" not in json.dumps(data).replace("https://schema.org", "")
    assert (offline / "q/first-question/card.png").is_file()


def test_the_form_for_wrong_answers_has_the_fields_that_are_filled_in() -> None:
    form = yaml.safe_load((sites.ROOT / ".github/ISSUE_TEMPLATE/wrong-answer.yml").read_text("utf-8"))
    question = checks.read(sites.SMALL, typeset=False).by_id["first-question"]
    link = urlsplit(Repository("https://github.com/someone/book").report(question, URL))
    filled = {name: value for name, (value,) in parse_qs(link.query).items()}
    assert filled == {
        "template": "wrong-answer.yml",
        "title": "first-question：",
        "id": "first-question",
        "question": TITLE,
        "address": f"{URL}q/first-question/",
    }
    assert filled.keys() - {"template", "title"} <= {field["id"] for field in form["body"]}


# ---- For machines ----


def test_answers_are_as_their_schema_says(site: Path) -> None:
    schema = json.loads((site / "answers.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    answers = json.loads((site / "answers.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(answers)
    first = next(answer for answer in answers if answer["id"] == "first-question")
    assert first == {
        "id": "first-question",
        "url": "q/first-question/",
        "title": TITLE,
        "short": SHORT,
        "topic": "alpha",
        "level": "进阶",
        "frequency": "高",
        "counted": {"questions": 43, "companies": 15},
        "tags": ["不等式", "共同标签"],
        "aliases": ["inequality"],
        "asks": [],
        "asked_in": ["old-1"],
        "references": [
            {
                "key": "vaswani2017attention",
                "title": "Attention Is All You Need",
                "url": "https://arxiv.org/abs/1706.03762",
            }
        ],
        "updated": "2026-03-09",
        "as_of": None,
        "corrections": [{"date": "2026-03-09", "text": "第 2 式的 < 号"}],
        "parts": first["parts"],
    }
    assert [answer["id"] for answer in answers] == ["first-question", "second-question", "third-question"]


def test_the_answers_of_the_whole_book_are_as_their_schema_says() -> None:
    book, _ = checks.examine(sites.ROOT / "docs", typeset=False)
    schema = json.loads((sites.ROOT / "hooks/answerbook/machines/answers.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads("".join(exports.answers(book))))


def test_an_answer_is_there_as_markdown(site: Path) -> None:
    text = (site / "q/first-question/index.md").read_text("utf-8")
    assert text.startswith(f"# {TITLE}\n\n> {SHORT}\n\n- 专题：甲专题（进阶，高频）\n")
    assert f"- 地址：{URL}q/first-question/\n- 更新：2026-03-09\n- 更正：2026-03-09 第 2 式的 < 号\n" in text
    assert f"见[第三题]({URL}q/third-question/#second-part)，出处 [1, §3.2.1]。" in text
    assert "### 一张表\n" in text and "{#" not in text and "[@" not in text
    assert f"![一个方块]({URL}alpha/first-question/figure.svg)" in text
    assert f"也有[笔记本]({URL}notebooks/tiny/)。" in text
    assert re.search(r"## 参考\n\n1\. .*Attention Is All You Need\. .*https://arxiv.org/abs/1706\.03762\n\Z", text)


def test_what_is_wrong_says_so_in_markdown(site: Path) -> None:
    text = (site / "q/third-question/index.md").read_text("utf-8")
    assert "\n- × 错误的说法：$d$ 是 9。\n    - ✓ 正确的说法：是 8，见[第一题]" in text
    assert "\n```python\n# 验证：八是二的三次方\n" in text


def test_the_parts_of_an_answer_are_there_as_plain_text(site: Path) -> None:
    parts = {one["id"]: one["parts"] for one in json.loads((site / "answers.json").read_text("utf-8"))}
    third = parts["third-question"]
    assert third["spoken"] == "先说结论。再说理由。然后说一个数，是八。最后说它什么时候不成立。"
    assert third["code"] == "eight = 8\n"
    assert third["pitfalls"] == [{"wrong": "d 是 9。", "right": "是 8，见第一题。"}]
    assert third["follow_ups"] == [
        {"question": "第一题说了什么？", "id": "first-question", "answer": "很短。"},
        {"question": "还有第四题吗？", "id": None, "answer": "没有。"},
    ]
    assert third["grading"] == {"及格": "说出结论。", "好": "说出 d=8。", "优秀": "说出它什么时候不成立。"}
    assert parts["first-question"]["pitfalls"] == [{"text": "“x 大于 y”：错。"}]


def test_markdown_without_an_address_has_relative_links(offline: Path) -> None:
    text = (offline / "q/first-question/index.md").read_text("utf-8")
    assert "[第三题](../third-question/#second-part)" in text and "https://example" not in text


def test_a_work_is_a_line_of_sentences_each_ended_once() -> None:
    works = checks.read(sites.SMALL, typeset=False).references
    work = replace(next(iter(works.values())), authors="甲 等.", title="What is Attention?", arxiv="1706.03762", url="")
    line = portable.source(work)
    assert line.startswith("甲 等. What is Attention? ")
    assert portable.source(replace(work, title="Attention.")) == line.replace("What is Attention?", "Attention.")


@pytest.mark.parametrize(
    ("text", "exported"),
    [
        ("见[甲](../a/b_(c).md)。", "见[甲](it)。"),
        ("![图](a/b_(c).svg)，又见[甲](../a/b.md#c)", "![图](it)，又见[甲](it)"),
        ('[甲](../a/b.md "题（目）")', '[甲](it "题（目）")'),
        ("[甲](<../a/b c.md>)", "[甲](<it>)"),
        ("[![图](a.svg)](../a/b.md)", "[![图](it)](it)"),
        ("[甲](https://e.org/x_(y))、<https://e.org/z>", "[甲](https://e.org/x_(y))、<https://e.org/z>"),
        ('## [甲](../a/b.md "见 {#c}") {#d}\n', '## [甲](it "见 {#c}")\n'),
        # What looks like the right half of the mistake belongs to the address.
        ("## 易错点\n\n- 错：[甲](<../a。对：b.md>)。\n", "## 易错点\n\n- × 错误的说法：[甲](<it>)。\n"),
    ],
)
def test_a_link_leads_elsewhere_as_a_whole(text: str, exported: str) -> None:
    assert portable.body(Body(text), lambda link: "it") == exported


def test_the_name_of_a_file_does_not_end_its_address() -> None:
    book = checks.read(sites.SMALL, typeset=False)
    question = replace(book.questions[0], body=Body("![图](a/b%20%28c.svg)"))
    publication = exports.Publication(book, "", "", URL, {})
    assert f"![图]({URL}alpha/a/b%20%28c.svg)" in exports.markdown(publication, question, "")


def test_a_link_within_an_answer_leads_to_the_answer() -> None:
    book = checks.read(sites.SMALL, typeset=False)
    question = replace(book.questions[0], body=Body("见[上面](#why)。"))
    publication = exports.Publication(book, "", "", URL, {})
    for here in ("", "q/first-question/"):
        assert f"见[上面]({URL}q/{question.id}/#why)。" in exports.markdown(publication, question, here)


def test_each_correction_is_told_at_an_address_of_its_own() -> None:
    book = checks.read(sites.SMALL, typeset=False)
    question = next(one for one in book.questions if one.corrections)
    twice = replace(question, corrections=question.corrections[:1] * 2)
    told = exports.feed(
        exports.Publication(replace(book, topics=(replace(book.topics[0], questions=(twice,)),)), "", "", URL, {})
    )
    places = [f"{URL}q/{question.id}/{more}" for more in ("", "?correction=1#corrections", "?correction=2#corrections")]
    ids = [one.findtext(f"{ATOM}id") for one in ElementTree.fromstring(told.partition("\n")[2]).iter(f"{ATOM}entry")]
    assert sorted(filter(None, ids)) == places


def test_code_is_marked_as_every_tool_knows_it() -> None:
    body = "```{.python .torch}\nx = '[a](b.md) {#c} [@d2020e]'\n```\n\n`[a](b.md)`\n"
    assert portable.body(Body(body), lambda link: "gone") == body.replace("{.python .torch}", "python")


def test_language_models_find_every_answer(site: Path) -> None:
    contents = (site / "llms.txt").read_text("utf-8")
    assert contents.startswith("# 大模型面试答案书\n\n> ")
    listed = re.findall(r"^- \[.*\]\((\S+)\): .+$", contents, re.MULTILINE)
    assert listed == [f"{URL}q/{name}-question/index.md" for name in ("first", "second", "third")]
    whole = (site / "llms-full.txt").read_text("utf-8")
    assert all(f"- 地址：{URL}q/{name}-question/" in whole for name in ("first", "second", "third"))


def test_the_feed_is_valid_atom(site: Path) -> None:
    feed = ElementTree.parse(site / "feed.xml").getroot()
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            (found,) = element.findall(f"{ATOM}{name}")
            assert (found.text or "").strip()
        assert urlsplit(element.findtext(f"{ATOM}id") or "").scheme == "https"
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "").tzinfo is not None
        assert element.find(f"{ATOM}link[@rel='alternate']") is not None
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    own = feed.find(f"{ATOM}link[@rel='self']")
    assert own is not None and own.get("href") == f"{URL}feed.xml"
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids)) == 4
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert days == sorted(days, reverse=True) and feed.findtext(f"{ATOM}updated") == days[0]
    corrected = next(entry for entry in entries if (entry.findtext(f"{ATOM}title") or "").startswith("更正"))
    assert corrected.findtext(f"{ATOM}summary") == "第 2 式的 < 号"


def test_the_feed_ends_somewhere_and_what_is_of_one_day_has_an_order() -> None:
    book = checks.read(sites.SMALL, typeset=False)
    again = [replace(book.questions[0], id=f"q-{n:03}", title="[a] 是什么？", corrections=()) for n in range(60)]
    topic = replace(book.topics[0], questions=tuple(reversed(again)))
    publication = exports.Publication(replace(book, topics=(topic,)), "很长的书名" * 4, "", URL, {})
    listed = re.findall(r"<id>\S*/q/(\S+)/</id>", exports.feed(publication))
    assert listed == [one.id for one in again[: exports.FEED_ENTRIES]]
    assert "<ShortName>很长的书名很长的书名很长的书名很</ShortName>" in exports.opensearch(publication)
    assert exports.contents(publication).count(r"- [\[a\] 是什么？](") == 60


def test_the_sitemap_has_the_dates_of_the_answers_and_no_moved_page(site: Path) -> None:
    found = ElementTree.parse(site / "sitemap.xml").getroot()
    days = {page.findtext(f"{SITEMAP}loc"): page.findtext(f"{SITEMAP}lastmod") for page in found}
    assert days[f"{URL}q/first-question/"] == "2026-03-09"
    assert days[URL] == days[f"{URL}alpha/"] == "2026-03-09"
    assert not [address for address in days if "old-" in str(address)]
    for address in days:
        assert (site / urlsplit(str(address)).path.removeprefix("/book/") / "index.html").is_file()
    assert not (site / "sitemap.xml.gz").exists()
    assert f"Sitemap: {URL}sitemap.xml" in (site / "robots.txt").read_text("utf-8")


def test_browsers_can_search_the_book(site: Path) -> None:
    found = ElementTree.parse(site / "opensearch.xml").getroot()
    assert len(found.findtext(f"{OPENSEARCH}ShortName") or "") in range(1, 17)
    url = found.find(f"{OPENSEARCH}Url")
    assert url is not None and url.get("template") == f"{URL}?q={{searchTerms}}"
    assert Head(site / "q/first-question/index.html").links["search"] == ["../../opensearch.xml"]


def test_without_an_address_what_needs_one_is_left_out(offline: Path) -> None:
    assert not [name for name in ("feed.xml", "sitemap.xml", "opensearch.xml") if (offline / name).exists()]
    assert {"answers.json", "llms.txt", "llms-full.txt", "robots.txt"} <= {path.name for path in offline.iterdir()}


def test_corrections_are_listed_the_latest_first(site: Path) -> None:
    page = sites.read(site, "errata")
    assert [" ".join(item.get_text().split()) for item in page.select(".dated-lines li")] == [f"{TITLE} 第 2 式的 < 号"]
    assert [time["datetime"] for time in page.select("#main h2 time")] == ["2026-03-09"]
    assert [link["href"] for link in page.select(".dated-lines a")] == ["../q/first-question/#corrections"]
