"""The pages of a small book, built once by plain MkDocs."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from answerbook.checking import checks
from answerbook.content import addresses
from answerbook.content.collected import Collection, CollectionItem
from answerbook.content.connections import connect
from answerbook.content.questions import Book, Topic
from answerbook.markup import markup
from answerbook.markup.medium import Screen
from answerbook.site import choices, keeping, navigation, overviews, views
from answerbook.site.site import Repository, Site
from answerbook.text import linebreaks
from answerbook.text.body import Body
from bs4 import BeautifulSoup

from tests import sites
from tests.sites import SMALL, one, read, text

FIRST = "q/first-question"
TITLE = "a<b 时，“x & y”为什么成立？还有什么？"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Without site_url and repo_url."""
    return sites.plain(tmp_path_factory)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With both addresses, and file names in the links."""
    return sites.built(
        SMALL,
        tmp_path_factory.mktemp("published"),
        "--no-directory-urls",
        ANSWERBOOK_SITE_URL="https://example.com/book/",
        ANSWERBOOK_REPO_URL="https://github.com/someone/book",
    )


@pytest.fixture(scope="module")
def first(small: Path) -> BeautifulSoup:
    return read(small, FIRST)


def test_no_link_leads_nowhere(small: Path) -> None:
    assert sites.dead_links(small) == []


def test_no_link_leads_nowhere_with_file_names(published: Path) -> None:
    # The page for missing addresses knows where the site is, which here is not the root of a folder.
    assert [link for link in sites.dead_links(published) if not link.startswith("404.html")] == []


def test_every_page_has_one_title_and_names_the_book(small: Path) -> None:
    for path, page in sites.pages(small):
        assert len(page.select("h1")) == 1, path
        assert "大模型面试答案书" in one(page, "title").text, path


def test_no_page_asks_a_foreign_host(small: Path) -> None:
    for path, page in sites.pages(small):
        asked = [*page.select("[src], link[href], use[href]"), *page.select("[srcset]")]
        foreign = [str(tag) for tag in asked if re.match("(https?:)?//", str(tag.get("src") or tag.get("href")))]
        assert not foreign, path
    for style in small.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(https?:)?//|@import", style.read_text("utf-8")), style


def test_the_theme_brings_nothing_that_no_page_uses(small: Path) -> None:
    assert not [path for path in small.rglob("*") if path.suffix == ".map" or path.name in ("lunr", "workers")]
    assert {path.name for path in small.glob("*") if path.is_file()} >= {"index.html", "404.html"}
    assert not list(small.rglob("*.yml")) and not (small / "alpha" / "first-question.md").exists()


def test_title_and_short_answer_stand_as_written(first: BeautifulSoup) -> None:
    assert text(first, "h1") == TITLE
    assert one(first, "title").text == f"{TITLE} - 大模型面试答案书"
    assert text(first, "#short p") == "因为 a<b，所以 x & y 成立。"
    assert one(first, "meta[name=description]")["content"] == "因为 a<b，所以 x & y 成立。"


def test_chips_lead_to_the_page_of_tags(small: Path, first: BeautifulSoup) -> None:
    chips = {" ".join(chip.get_text().split()): chip.get("href") for chip in first.select(".chips a[href*=tags]")}
    assert list(chips) == ["进阶", "高频", "不等式", "共同标签"]
    tags = read(small, "tags")
    anchor = urlsplit(str(chips["共同标签"])).fragment
    assert text(tags, f".choice#{anchor}") == "共同标签 3 题"


def test_the_parts_of_an_answer_come_in_order(first: BeautifulSoup) -> None:
    parts = ["short", "details", "code", "pitfalls", "follow-ups", "references", "asked-in", "related", "corrections"]
    anchors = [str(tag["id"]) for tag in first.select("#main [id]")]
    assert [anchor for anchor in anchors if anchor in parts] == parts
    contents = [str(link["href"]) for link in first.select(".md-sidebar--secondary a")]
    assert contents == [f"#{anchor}" for anchor in [*parts[:2], "a-table", *parts[2:]]]


def test_the_parts_of_an_answer_have_their_shapes(small: Path) -> None:
    page = read(small, "q/third-question")
    assert text(page, ".spoken p:first-child").startswith("先说结论。")
    assert text(page, ".spoken-time") == "念出来约 5 秒"
    assert text(page, ".slip .wrong").startswith("× 错：") and one(page, ".slip .wrong s mjx-container")
    assert text(page, ".slip .right") == "✓ 对：是 8，见第一题。"
    assert [reply.get_text() for reply in page.select(".reply")] == ["很短。", "没有。"]
    assert [grade.text for grade in page.select(".grades dt")] == ["及格", "好", "优秀"]
    closed = one(page, "details.check:not([open])")
    assert text(page, "details.check summary") == "验证：八是二的三次方"
    assert "assert" in closed.get_text() and "eight = 8" not in closed.get_text()


def test_a_page_says_how_often_it_is_asked_and_how_that_is_known(small: Path, first: BeautifulSoup) -> None:
    assert text(first, ".reason") == "高频：12,941 道不同的面经题（具名公司 23 家）里 43 道、15 家，统计至 2026-02。"
    assert text(read(small, "q/third-question"), ".reason").startswith("中频：数据早于此题")
    assert not read(small, "q/second-question").select(".reason")
    tags = read(small, "tags")
    for gap in tags.select("wbr"):
        gap.decompose()
    tags.smooth()
    assert one(tags, "#counted ~ p a")["href"] == "https://example.org/posts"
    assert [row.get_text(" ", strip=True) for row in tags.select(".rows li")] == [
        f"{TITLE} 进阶，43 道、15 家",
        "第三题问什么？ 深入，中频，数据早于此题",
        "第二题是什么？ 基础，低频，没有数过",
    ]


def test_where_there_are_many_tags_those_of_few_questions_stand_apart() -> None:
    tags = [views.Choice(f"t{count}", "", "", count) for count in range(42, 0, -1)]
    shown, seldom = choices._apart(tags)
    assert [tag.questions for tag in seldom] == [2, 1]
    assert [*shown, *seldom] == tags
    assert choices._apart(tags[2:]) == (tags[2:], ())


def test_whatever_can_be_chosen_of_the_tags_has_its_rows(small: Path) -> None:
    page = read(small, "tags")
    (file,) = (small / "assets").glob("tags.*.css")
    chosen = dict(re.findall(r"#([\w-]+):target~\.rows>:not\(([^)]+)\)", file.read_text("utf-8")))
    links = {str(link["href"])[1:] for link in page.select(".chips a, td a")} - {"all"}
    assert links == {str(heading["id"]) for heading in page.select(".choice")} <= chosen.keys()
    assert len(links) == 3 + 3 + 3 + 3  # Tags, frequencies, levels, and of both.
    for heading in page.select(".choice"):
        rows = page.select(f".rows > {chosen[str(heading['id'])]}")
        assert text(heading, ".count") == f"{len(rows)} 题"


def test_a_mark_leads_to_what_was_measured(small: Path) -> None:
    answer = read(small, "q/third-question")
    links = {link.text: str(link["href"]) for link in answer.select("#main a[href*=measured]")}
    assert links["实测：numpy 2.4，2026-03"] == "../../measured/#numpy-rounds-half-to-even"
    page = read(small, "measured")
    row = one(page, "#numpy-rounds-half-to-even")
    # Below the topic of the first answer that tells it.
    assert one(page, "section:has(#topic-alpha) #python-keeps-the-order-of-a-dict")
    # What is remembered is an answer; what it answers is said before it.
    assert [" ".join(cell.text.split()) for cell in row.select("tr:first-child td")][1:] == [
        "记忆里的四舍五入，得 3。",
        "版本numpy 2.4.0从 1.0 起",
    ]
    assert one(row, "td mjx-container")
    assert {link.text: link["href"] for link in row.select(".more a")} == {
        "第三题问什么？": "../q/third-question/",
        "脚本": "numpy-rounds-half-to-even.txt",
    }
    program = sites.SMALL_FINDINGS / "numpy-rounds-half-to-even.sh"
    assert (small / "measured/numpy-rounds-half-to-even.txt").read_text("utf-8") == program.read_text("utf-8")
    told = one(read(small, "beta"), "details li a[href='../measured/#python-keeps-the-order-of-a-dict']")
    assert told.text == "实测：python 3.13，2026-03"


def test_an_answer_leads_to_what_it_rests_on(small: Path, first: BeautifulSoup) -> None:
    assert text(first, ".rests") == "这一页凭什么：运行 1 段代码，实测 1 条，出处 1 篇，打开过 1 篇。"
    assert one(first, ".rests a")["href"] == "../../evidence/alpha/#first-question"
    page = read(small, "evidence/alpha")
    section = one(page, "#first-question").parent
    assert section is not None and not section.select(".gap")
    assert "摘要或所引的部分，2026-03-08；引的是 §3.2.1、Table 1" in " ".join(section.text.split())
    gaps = [gap.text for gap in page.select(".gap")]
    assert gaps == ["还缺：没有重算的数，也没有运行的代码。", "还缺：没有出处。"]
    rows = [[" ".join(cell.text.split()) for cell in row.select("td")] for row in read(small, "evidence").select("tr")]
    assert rows[1] == ["甲专题", "2", "0", "1", "1", "0", "1/1"] and rows[-1][0] == "全书"


def test_a_topic_for_the_night_before(small: Path) -> None:
    page = read(small, "beta/night")
    assert [heading.text for heading in page.select(".night-answer h3")] == ["口述", "记住的数", "易错点", "追问"]
    said = [" ".join(row.get_text().split()) for row in page.select(".night-answer h3:nth-of-type(2) + ul li")]
    assert said[0].endswith("，也就是 8 个；别的不用记。") and said[1] == "甲（大）：9"
    assert not page.select("details.check, .grades, pre")
    assert one(read(small, "beta"), ".topic-all a[href='night/']")
    remembered = [number.text for number in read(small, "q/third-question").select(".numbers li strong")]
    assert remembered == ["8 个", "9"]


def test_a_path_lists_its_questions_in_order_with_the_time_they_take(small: Path) -> None:
    page = read(small, "paths/one-hour")
    assert [link.text for link in page.select(".stages a")] == ["第三题问什么？", TITLE]
    assert "共 2 题，读一遍约 2 分钟" in text(page, ".lead")
    assert [link["href"] for link in read(small, "paths").select(".path-list a")] == ["one-hour/", "research/"]


def test_corrections_and_sources_are_shown(first: BeautifulSoup) -> None:
    assert text(first, ".corrections li") == "2026-03-09 第 2 式的 < 号"
    assert "Attention Is All You Need" in text(first, "ol.references")
    assert text(first, ".asked-in li") == "旧题集，一、1：a<b 怎么办？"


def test_whoever_links_here_is_listed(first: BeautifulSoup, small: Path) -> None:
    # The third question is linked from here and links back: it is listed once, as a backlink.
    assert [link.text for link in first.select(".related a")] == ["第三题问什么？"]
    second = read(small, "q/second-question")
    assert [link.text for link in second.select(".related a")] == ["第三题问什么？", TITLE]


def test_neighbours_stay_within_the_topic(small: Path, first: BeautifulSoup) -> None:
    assert [link["href"] for link in first.select(".neighbours a")] == ["../second-question/"]
    assert not read(small, "q/third-question").select(".neighbours")


def test_the_sidebar_shows_the_topic_and_where_one_is(first: BeautifulSoup) -> None:
    assert text(first, ".sidebar-title") == "甲专题"
    assert text(first, ".md-nav--primary [aria-current=page]") == TITLE
    assert [step.text for step in first.select(".breadcrumb a")] == ["首页", "甲专题"]


def test_without_a_repository_nothing_is_offered_that_needs_one(small: Path) -> None:
    for path, page in sites.pages(small):
        assert not page.select("[rel=edit]"), path
        reports = [link["href"] for link in page.select("a") if "有误" in link.get_text()]
        assert reports in ([], ["#wrong"]), path
        assert not page.select("link[rel=canonical]"), path


def test_without_a_repository_an_answer_says_how_to_report(first: BeautifulSoup) -> None:
    assert "编号 first-question" in text(first, ".answer-help")


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("us@example.com", "mailto:us@example.com?subject=a%20b&body=%E7%BC%96%E5%8F%B7%EF%BC%9Afirst-question"),
        ("https://example.com/say", "https://example.com/say"),
        ("https://example.com/@us", "https://example.com/@us"),
    ],
)
def test_with_an_address_to_write_to_a_mistake_is_reported_there(contact: str, link: str) -> None:
    question = replace(checks.read(SMALL, typeset=False).by_id["first-question"], title="a b")
    assert Repository(contact=contact).report(question, "").startswith(link)


def test_where_nobody_knows_how_a_file_is_changed_nothing_is_offered() -> None:
    url = "https://github.com/someone/book/"
    assert Repository(url, "edit/main/docs").edit("a/b.md") == f"{url}edit/main/docs/a/b.md"
    assert Repository(url).edit("a/b.md") == Repository(edit_uri="edit/main/docs").edit("a/b.md") == ""


def test_what_is_kept_on_a_device_holds_every_answer_and_what_is_read_on_the_way(tmp_path: Path) -> None:
    kept = ("q/a/index.html", "assets/a.js", "measured/a.txt", "q/a/figure.svg", "t/night/index.html")
    left = (
        "llms-full.txt",
        "q/a/card.png",
        "t/all/index.html",
        "embed/calc/kv/index.html",
        "404.html",
        "sw.js",
    )
    for name in (*kept, *left, "answers.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a", "utf-8")
    plan = json.loads(keeping.plan(tmp_path))
    assert plan["files"] == ["assets/a.js", "measured/a.txt", "q/a/figure.svg", "q/a/", "t/night/"]
    assert plan["bytes"] == 5
    (tmp_path / "assets/a.js").write_text("b", "utf-8")
    assert json.loads(keeping.plan(tmp_path))["version"] != plan["version"]


def test_with_a_repository_readers_can_change_and_report(published: Path) -> None:
    page = read(published, FIRST)
    assert one(page, "[rel=edit]")["href"] == "https://github.com/someone/book/edit/main/docs/alpha/first-question.md"
    above, below = (str(link["href"]) for link in page.select("a[href*='issues/new']"))
    assert above == below
    report = urlsplit(above)
    assert report.path == "/someone/book/issues/new"
    assert {name: value for name, (value,) in parse_qs(report.query).items()} == {
        "template": "wrong-answer.yml",
        "title": "first-question：",
        "id": "first-question",
        "question": TITLE,
        "address": "https://example.com/book/q/first-question/",
    }


def test_a_topic_lists_its_questions_in_reading_order(small: Path) -> None:
    page = read(small, "alpha")
    assert text(page, "h1") == "甲专题"
    assert [link.text for link in page.select(".question-title")] == [TITLE, "第二题是什么？"]
    assert text(page, ".question-list li:first-child .question-short") == "进阶，高频 因为 a<b，所以 x & y 成立。"
    assert one(page, ".map a[href='../q/third-question/']").text == "乙专题的第三题"
    assert one(page, ".map #how-to-read") and one(page, ".map mjx-container")


def test_a_topic_without_a_head_has_its_folders_name(small: Path) -> None:
    assert text(read(small, "beta"), "h1") == "beta"


def test_all_answers_of_a_topic_on_one_page(small: Path) -> None:
    page = read(small, "alpha/all")
    assert [heading["id"] for heading in page.select("h2[id]")] == ["first-question", "second-question"]
    assert one(page, "[id='first-question.pitfalls']").name == "h3"
    # A follow-up in the same topic leads down this page, another topic's to its own page.
    targets = [str(link["href"]) for link in page.select(".body a")]
    assert "#second-question" in targets and "../../q/third-question/#second-part" in targets
    ids = [str(tag["id"]) for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))


def test_ids_are_unique_on_every_page(small: Path) -> None:
    for path, page in sites.pages(small):
        ids = [str(tag["id"]) for tag in page.select("[id]")]
        assert len(ids) == len(set(ids)), path


def test_a_collection_counts_what_it_asked_apart_from_what_is_split_off() -> None:
    labels = ("问题4", "问题4（隐含）", "1·CV 领域（拆分）", "问题四（隐含：另一种理解）", "论文笔记（末尾待办）")
    collection = Collection("a", "六道题", "", "", (), tuple(CollectionItem(label, label, "问？") for label in labels))
    assert collection.asked == 2


def test_a_collection_lists_every_question_in_its_order(small: Path) -> None:
    page = read(small, "collections/old")
    assert [item["id"] for item in page.select(".collection-questions li")] == ["old-1", "old-2"]
    assert [" ".join(item.get_text().split()) for item in page.select(".answered")] == [
        TITLE,
        "还没有答案。",
    ]


def test_the_glossary_leads_to_the_page_that_defines_a_term(small: Path) -> None:
    rows = [
        [cell.get_text().strip() for cell in row.select("td")]
        for row in read(small, "glossary").select(".terms tbody tr")
    ]
    assert rows == [["别的", "another", "", ""], ["不等式", "inequality", "INEQ", TITLE]]


def test_letters_without_an_english_name_are_only_letters(small: Path) -> None:
    letters = read(small, "glossary").select("#symbols ~ .table:not(.terms) tbody tr")
    assert [row.select("td")[1].text for row in letters] == ["损失", "正在训练的策略"]
    told = (small / "assets" / "symbols.js").read_text("utf-8")
    assert "损失" in told and "π_θ" in told and "正在训练的策略（即模型给出的分布）" in told


def test_the_home_page_leads_to_topics_and_what_is_new(small: Path) -> None:
    page = read(small, "")
    assert [link["href"] for link in page.select(".topic-list a")] == ["alpha/", "beta/"]
    days = {one(day, "time").text: " ".join(day.get_text().split()) for day in page.select(".day")}
    assert list(days) == ["2026-03-09", "2026-03-08", "2026-03-07"]
    assert days["2026-03-09"] == f"2026-03-09更正 1 题：{TITLE}"
    assert days["2026-03-08"] == "2026-03-08新增或改写 1 题：第二题是什么？"
    assert [link["href"] for link in page.select(".day a")] == [
        "q/first-question/#corrections",
        "q/second-question/",
        "q/third-question/",
    ]
    assert [link["href"] for link in page.select("#main [data-list] a")] == ["q/first-question/"]
    assert "这一份网站没有附 PDF" in text(page, "#main")
    assert len(page.select("#answerbook-search")) == 1
    assert "3 题，更新至 2026-03-09" in text(page, "footer")


def test_the_page_for_missing_addresses_leads_on(small: Path) -> None:
    page = BeautifulSoup((small / "404.html").read_text("utf-8"), "html.parser")
    assert [link["href"] for link in page.select(".topic-list a")] == ["/alpha/", "/beta/"]
    assert one(page, "#main [data-open-search]")


def test_a_notebook_is_a_light_page_like_any_other(small: Path) -> None:
    page = read(small, "notebooks/tiny")
    html = (small / "notebooks" / "tiny" / "index.html").read_bytes()
    assert text(page, "h1") == "一个<小>笔记本"
    assert len(page.select("mjx-container")) == 2 and "$" not in one(page, "#main").get_text()
    assert text(page, ".output") == "<i>"
    figure = one(page, "figure img")
    assert (figure["src"], figure["alt"]) == ("figure-1.svg", '一个"方块"')
    assert (figure["width"], figure["height"]) == ("360", "216")
    assert not page.select("style") and len(gzip.compress(html)) < 20_000
    assert [link["href"] for link in page.select(".related a")] == ["../../q/first-question/"]
    assert (small / "notebooks" / "tiny" / "tiny.ipynb").is_file()


def test_bad_content_names_every_problem_and_leaves_the_last_site(small: Path, tmp_path: Path) -> None:
    docs, site = tmp_path / "docs", tmp_path / "site"
    sites.copied(docs.parent)
    shutil.copytree(small, site)
    before = (site / FIRST / "index.html").read_bytes()
    question = docs / "alpha" / "first-question.md"
    broken = question.read_text("utf-8").replace("level: 进阶", "level: 困难").replace("{e^{z_i}}", "{e^{z_i}")
    question.write_text(broken, "utf-8")
    notebook = docs / "notebooks" / "tiny.ipynb"
    notebook.write_text(notebook.read_text("utf-8").replace('"execution_count": 2', '"execution_count": null'), "utf-8")
    built = sites.build(docs, site)
    assert built.returncode == 1
    assert "alpha/first-question.md:4: level 写的是“困难”" in built.stderr
    assert "alpha/first-question.md:17: 公式" in built.stderr
    assert "notebooks/tiny.ipynb: 第 4 格没有运行过" in built.stderr
    assert (site / FIRST / "index.html").read_bytes() == before


@pytest.mark.parametrize(("told", "says"), [("", True), ("site", False)])
def test_plain_mkdocs_says_what_it_lacks(tmp_path: Path, told: str, says: bool) -> None:
    """book.py names the folder through the environment; whoever runs mkdocs does not."""
    options = [] if told else ["--site-dir", str(tmp_path / "site")]
    built = sites.build(SMALL, tmp_path / told if told else Path(), *options)
    assert built.returncode == 0
    assert ("python3 book.py build" in built.stderr) is says


def test_questions_alone_make_a_book(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "solo").mkdir(parents=True)
    shutil.copy(SMALL / "alpha" / "second-question.md", docs / "solo")
    built = sites.build(docs, tmp_path / "site")
    assert built.returncode == 0, built.stderr
    assert sites.dead_links(tmp_path / "site") == []
    assert not (tmp_path / "site" / "glossary").exists() and not (tmp_path / "site" / "collections").exists()


def many(count: int) -> tuple[Book, Topic]:
    """A topic of `count` questions made from one."""
    book = checks.read(SMALL, typeset=False)
    question = book.by_id["second-question"]
    questions = tuple(replace(question, id=f"question-{number}", body=Body("")) for number in range(count))
    topic = replace(book.topics[0], questions=questions)
    return replace(book, topics=(topic,)), topic


@pytest.mark.parametrize(
    ("count", "at", "shown"),
    [(3, 1, (0, 3, 0)), (40, 39, (0, 40, 0)), (100, 0, (0, 40, 60)), (100, 50, (30, 40, 30)), (100, 99, (60, 40, 0))],
)
def test_a_long_topic_shows_a_window_around_the_question(count: int, at: int, shown: tuple[int, int, int]) -> None:
    book, topic = many(count)
    site = Site(book, connect(book), Repository(), SMALL, "书", "", "", True)
    sidebar = navigation.neighbourhood(site, topic, topic.questions[at])
    assert (sidebar.before, len(sidebar.entries), sidebar.after) == shown
    assert [entry.address for entry in sidebar.entries if entry.current] == [f"q/question-{at}/"]


def test_related_questions_share_the_rarest_tags() -> None:
    book = checks.read(SMALL, typeset=False)
    base = replace(book.by_id["second-question"], body=Body(""))
    tagged: Mapping[str, tuple[str, ...]] = {"a": ("x", "rare"), "b": ("x",), "c": ("x", "rare"), "d": ("other",)}
    questions = tuple(replace(base, id=id, tags=tags) for id, tags in tagged.items())
    found = connect(replace(book, topics=(replace(book.topics[0], questions=questions),)))
    assert [question.id for question in found.related["a"]] == ["c", "b"]


def test_where_everything_is_of_one_day_nothing_is_news() -> None:
    book = checks.read(SMALL, typeset=False)
    day = date(2026, 3, 9)
    same = tuple(replace(question, updated=day) for question in book.topics[0].questions)
    assert overviews._days(replace(book, topics=(replace(book.topics[0], questions=same),))) == ()
    (first, *_) = overviews._days(book)
    assert (first.date, [one.id for one in first.corrected], first.others) == (day, ["first-question"], ())


def test_a_column_is_as_wide_as_its_cells_need(small: Path) -> None:
    text = "| r | 可训练参数 |\n| --: | --- |\n| 8 | 一句很长很长的话，放不进几个字宽的一列 |\n"
    html = markup.body_html("a.md", Body(text), Screen(lambda *_: "", str, small)).html
    head = BeautifulSoup(html, "html.parser").select("th")
    # Of a single letter, too: else the head would move when its rows come.
    assert [cell.get("style") for cell in head] == ["text-align:right;--width:1em", "--width:9em"]


@pytest.mark.parametrize(
    ("here", "address", "folders", "link"),
    [
        ("q/a/", "q/b/", True, "../b/"),
        ("q/a/", "q/b/#part", False, "../b/index.html#part"),
        ("q/a/", "", True, "../../"),
        ("", "q/a/", True, "q/a/"),
        ("", "", False, "index.html"),
        ("", "", True, "./"),
        ("q/a/", "q/a/#part", True, "./#part"),
        ("topic/all/", "topic/a/figure.svg", True, "../a/figure.svg"),
    ],
)
def test_links_are_relative_to_the_page(here: str, address: str, folders: bool, link: str) -> None:
    assert addresses.relative(here, address, folders) == link


@pytest.mark.parametrize(
    ("title", "pieces"),
    [
        ("一句", ["一句"]),
        ("为什么？怎么办？", ["为什么？", "怎么办？"]),
        ("“为什么？”怎么办", ["“为什么？”", "怎么办"]),
        ("？开头", ["？开头"]),
    ],
)
def test_titles_break_after_their_clauses(title: str, pieces: list[str]) -> None:
    assert linebreaks.clauses(title) == pieces
