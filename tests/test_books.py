"""From a folder to a Book: what is read, in which order, and that nothing in a folder makes it stumble."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from answerbook import places
from answerbook.checking import body_rules, checks, rules
from answerbook.content import datafiles, question_files, settings
from answerbook.content.contents import Contents, Found, Page
from answerbook.content.questions import Correction
from answerbook.content.settings import Settings
from answerbook.problems import ContentError, Problem
from answerbook.text.body import Body
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from mkdocs.config import load_config

HEAD = "title: {id}？\nshort: 乙。\nlevel: 基础\nfrequency: {frequency}\nupdated: 2026-03-09\n"


def write(docs: Path, path: str, frequency: str = "高", body: str = "正文。\n", more: str = "") -> None:
    file = docs / path
    file.parent.mkdir(parents=True, exist_ok=True)
    head = HEAD.format(id=file.stem, frequency=frequency)
    file.write_text(f"---\n{head}{more}---\n{body}", encoding="utf-8")


def messages(docs: Path, settings: Settings | None = None) -> list[str]:
    return [str(problem) for problem in checks.examine(docs, settings, docs.parent, typeset=False)[1]]


def test_a_question_has_its_fields() -> None:
    text = (
        "---\ntitle: 甲？\nshort: 乙。\nlevel: 进阶\nfrequency: 低\ntags: [a, b]\naliases: [c]\nasked_in: [d-1]\n"
        "updated: 2026-03-09\ncorrections: [2026-03-01 第 2 式的符号]\n---\n## 详解\n\n丙\n"
    )
    question, problems = question_files.parse("norms/rmsnorm.md", text)
    assert problems == [] and question is not None
    assert (question.id, question.topic, question.title, question.short) == ("rmsnorm", "norms", "甲？", "乙。")
    assert (question.level, question.frequency, question.updated) == ("进阶", "低", date(2026, 3, 9))
    assert (question.tags, question.aliases, question.asked_in) == (("a", "b"), ("c",), ("d-1",))
    assert question.corrections == (Correction(date(2026, 3, 1), "第 2 式的符号"),)
    assert question.body == Body("## 详解\n\n丙\n", 12)


def test_a_question_with_a_problem_is_none() -> None:
    question, problems = question_files.parse("norms/rmsnorm.md", "---\ntitle: 甲？\n---\n正文\n")
    assert question is None
    assert [problem.line for problem in problems] == [1, 1, 1, 1]


def test_topics_are_folders_in_their_order(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    for path in ("c/one.md", "a/two.md", "b/three.md", "d/four.md"):
        write(docs, path)
    (docs / "b" / "index.md").write_text("---\ntitle: 乙\norder: 2\nsummary: 二\n---\n地图\n", encoding="utf-8")
    (docs / "c" / "index.md").write_text("---\ntitle: 丙\norder: 1\n---\n", encoding="utf-8")
    (docs / "d" / "index.md").write_text("# 丁\n\n没有文件头。\n", encoding="utf-8")
    book = checks.read(docs, typeset=False)
    assert [(topic.id, topic.title) for topic in book.topics] == [("c", "丙"), ("b", "乙"), ("a", "a"), ("d", "丁")]
    assert (book.topics[1].summary, book.topics[1].body) == ("二", Body("地图\n", 6))


def test_questions_follow_the_list_then_frequency_then_id(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    for id, frequency in {"a": "低", "b": "高", "c": "中", "d": "高", "e": "低"}.items():
        write(docs, f"t/{id}.md", frequency)
    (docs / "t" / "index.md").write_text("---\ntitle: 题\nquestions: [e, c]\n---\n", encoding="utf-8")
    book = checks.read(docs, typeset=False)
    assert [question.id for question in book.questions] == ["e", "c", "b", "d", "a"]
    before, after = book.neighbours(book.by_id["b"])
    assert before == book.by_id["c"] and after == book.by_id["d"]
    assert book.neighbours(book.by_id["e"])[0] is None and book.neighbours(book.by_id["a"])[1] is None


def test_what_is_not_content_is_left_alone(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    write(docs, "t/a.md")
    others = ("README.md", "index.md", "t/README.md", ".git/x.md", "t/.draft.md", "assets/logo.svg", "t/a/README.md")
    compiled = ("__pycache__/a.cpython-313.pyc", "t/__pycache__/a.cpython-313.pyc", "t/a/__pycache__/b.cpython-313.pyc")
    for path in (*others, *compiled):
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text("随便", encoding="utf-8")
    assert [question.id for question in checks.read(docs, typeset=False).questions] == ["a"]
    excluded = load_config(str(places.ROOT / "mkdocs.yml")).exclude_docs
    assert excluded and all(excluded.match_file(path) for path in compiled)


def test_paths_are_shown_from_the_root_or_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = tmp_path / "内容" / "docs"
    write(docs, "t/a.md", frequency="常")
    assert checks.examine(docs, None, tmp_path, typeset=False)[1][0].path == "内容/docs/t/a.md"
    assert checks.examine(docs, None, docs, typeset=False)[1][0].path == "t/a.md"
    assert checks.examine(docs, typeset=False)[1][0].path == f"{docs.as_posix()}/t/a.md"
    monkeypatch.chdir(tmp_path)
    assert checks.examine(Path("内容/docs"), typeset=False)[1][0].path == "内容/docs/t/a.md"


def test_all_problems_are_raised_together(tmp_path: Path) -> None:
    write(tmp_path, "t/b.md", frequency="常")
    write(tmp_path, "t/a.md", frequency="少", body="[断](c.md)\n")
    with pytest.raises(ContentError) as raised:
        checks.read(tmp_path, display_root=tmp_path, typeset=False)
    places = [(problem.path, problem.line) for problem in raised.value.problems]
    assert places == [("t/a.md", 5), ("t/a.md", 8), ("t/b.md", 5)]
    assert str(raised.value).count("\n") == 2


def test_no_folder_and_an_empty_folder(tmp_path: Path) -> None:
    assert messages(tmp_path / "docs") == ["docs: 没有这个文件夹"]
    assert checks.read(tmp_path, typeset=False).questions == ()


def test_a_file_of_ten_megabytes_is_not_read(tmp_path: Path) -> None:
    write(tmp_path / "docs", "t/a.md", body="字" * 3_500_000)
    assert messages(tmp_path / "docs") == ["docs/t/a.md: 超过 1 MB；请拆成几个文件，图片与数据不要写进正文"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="这里没有管道")
def test_what_is_no_file_cannot_be_published(tmp_path: Path) -> None:
    write(tmp_path / "docs", "t/a.md")
    os.mkfifo(tmp_path / "docs" / "t" / "a.png")
    assert messages(tmp_path / "docs") == ["docs/t/a.png: 不是普通的文件（是管道、套接字或设备）；请删去"]


def test_folders_nested_without_end(tmp_path: Path) -> None:
    write(tmp_path / "docs", "t/a.md")
    write(tmp_path / "docs", "t" + "/x" * 200 + "/b.md")
    (tmp_path / "docs" / "t" / "loop").symlink_to(tmp_path / "docs")
    assert messages(tmp_path / "docs") == [
        "docs/t/loop: 是指回上层文件夹的符号链接，会没完没了；请删去",
        f"docs/t{'/x' * 200}/b.md: 放得太深；问题文件直接放在专题文件夹里",
    ]


def test_file_names_that_no_terminal_can_show(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    write(docs, "t/a\nb\x1b[31m.md")
    Path(os.fsdecode(os.fsencode(docs / "t") + b"/\xff\xfe.md")).write_text("x")
    found = messages(docs)
    assert len(found) >= 2
    assert all(message.isprintable() for message in found)


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "docs", "t/a.md")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert messages(tmp_path / "docs") == ["docs/t/a.md: 读不了：Permission denied"]


def test_data_nested_too_deep_for_yaml(tmp_path: Path) -> None:
    write(tmp_path / "docs", "t/a.md")
    for name in ("references.yml", "collections.yml", "glossary.yml"):
        (tmp_path / "docs" / name).write_text("[" * 100_000)
    assert messages(tmp_path / "docs") == [
        f"docs/{name}:1: 嵌套超过 20 层；请写得平一些" for name in ("collections.yml", "glossary.yml", "references.yml")
    ]


def test_many_problems_of_one_kind_do_not_hide_the_others(tmp_path: Path) -> None:
    write(tmp_path / "docs", "t/a.md", body="[断](no.md)\n\n" * 1000 + "<div>\n")
    found = messages(tmp_path / "docs")
    assert len(found) == rules.MOST + 2
    assert sum("网页标签" in message for message in found) == 1
    assert sum("后面还有" in message for message in found) == 1


def test_many_problems_with_one_cause_are_counted(tmp_path: Path) -> None:
    for number in range(rules.MOST + 10):
        write(tmp_path / "docs", f"t/a{number}.md", body="## 详解\n\n见 [@a2020b]。\n")
    (tmp_path / "docs" / "references.yml").write_text(
        "c2020d:\n  authors: 丙\n  title: 丁\n  url: https://example.com/c\n"
    )
    found = messages(tmp_path / "docs")
    assert len(found) == rules.MOST + 1
    assert "还有 10 处，没有一一列出" in found[-1]


@pytest.mark.parametrize("slip", ["title: a: b", "\ttitle: a", "<<<<<<< HEAD", "# 只有注释"])
def test_a_slip_in_a_data_file_is_one_problem(tmp_path: Path, slip: str) -> None:
    write(tmp_path / "docs", "t/a.md", body="## 详解\n\n见 [@a2020b]、[@c2020d]。\n")
    start = "" if slip.startswith("#") else "a2020b:\n  authors: 甲\n  "
    (tmp_path / "docs" / "references.yml").write_text(f"{start}{slip}\n")
    (found,) = messages(tmp_path / "docs")
    assert found.startswith("docs/references.yml")


# Each is repeated until it fills a large file.
HOSTILE = [
    *("$", "$$x$$", "$a_{", "\n$$\nx\n\n", "`a", "``a`", "~~~\n", "```\n", "\n    x\n\n"),
    *("[", "](", "][", "[^", "[@a", '[a](b "', "[a](b.md) ", "<a ", "<sub>", "{:", "&#1;"),
    *("> ", "- ", "x\n- ", "## x\n", "|", "*", "\\", " ", "\n", "\u0301", "Аb", "Ａ"),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_bodies_cost_their_length_and_no_more(tmp_path: Path, piece: str) -> None:
    """What grows with the square of the length would keep this test busy for hours."""
    write(tmp_path, "t/a.md", body=piece * (100_000 // len(piece.encode())))
    strict = Settings(require_references=True, require_anchors=True, require_parts=True)
    assert all(isinstance(problem, Problem) for problem in checks.examine(tmp_path, strict, typeset=False)[1])


# What the scanners do not mind, and Markdown would take minutes over.
SLOW = ["[a](b\n", "![a](b c\n", "a <b\n", "甲，乙。\n", f"a{chr(9) * 9000}b\n\n", "```\na\n```\n\n"]
SLOW.append(f"a{' ' * 9000}b\n\n")


@pytest.mark.parametrize("piece", SLOW)
def test_what_would_take_minutes_to_render_is_refused(tmp_path: Path, piece: str) -> None:
    write(tmp_path, "t/a.md", body=piece * (100_000 // len(piece)))
    assert messages(tmp_path)


FILES = st.binary(max_size=300) | st.text(max_size=300).map(str.encode)
LINES = st.sampled_from(
    [
        *("---", "title: 甲？", "short: 乙。", "level: 基础", "frequency: 高", "updated: 2026-01-01"),
        *("tags: [a, ", "- b", "]", "", "## 详解", "### 方差 {#a}", "## 追问", "- [x](b.md)"),
        *("$$", "$x", "```python", "```", "![](a/b.svg)", "[@k2020a]", "<b>"),
    ]
)
CONTENT = st.lists(LINES, max_size=30).map(lambda lines: "\n".join(lines).encode())


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(["a.md", "b.md", "index.md"]), FILES | CONTENT), FILES | CONTENT, FILES)
def test_whatever_the_files_hold_there_is_a_book_or_problems(
    tmp_path: Path, files: dict[str, bytes], data: bytes, records: bytes
) -> None:
    docs = tmp_path / "docs"
    for file in docs.rglob("*.*"):
        file.unlink()
    (docs / "t").mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (docs / "t" / name).write_bytes(content)
    for name in ("references.yml", "collections.yml", "glossary.yml"):
        (docs / name).write_bytes(data)
    for name in ("published.txt", "retired.yml"):
        (tmp_path / name).write_bytes(records)
    strict = Settings(True, True, True, True, True, ("zhipu",), "https://example.org", tmp_path)
    book, problems = checks.examine(docs, strict, tmp_path, typeset=False)
    assert problems == sorted(problems, key=lambda one: (one.line > 0, not one.path.endswith((".yml", ".txt")), one))
    assert all(str(problem).isprintable() for problem in problems)
    assert {question.id for question in book.questions} <= {"a", "b"}


def test_settings_come_from_mkdocs_yml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(
        "site_url: !ENV [BOOK_URL, '']\nemoji: !!python/name:os.system x\n"
        "extra:\n  answerbook:\n    require_parts: true\n    require_collections: [mlc]\n    name: 书\n",
        encoding="utf-8",
    )
    assert settings.read(file) == Settings(require_parts=True, require_collections=("mlc",), records=tmp_path)
    monkeypatch.setenv("BOOK_URL", "https://example.org/book/")
    assert settings.read(file).site_url == "https://example.org/book"
    monkeypatch.delenv("BOOK_URL")
    assert settings.read(file).site_url == ""
    file.write_text("extra: {}\n", encoding="utf-8")
    assert settings.read(file) == Settings(records=tmp_path)
    file.unlink()
    with pytest.raises(ContentError):
        settings.read(file)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "extra: {answerbook: {require_part: true}}",
            "extra.answerbook 没有“require_part”这一项（是不是 require_parts？）；可用的有 require_references、",
        ),
        (
            "extra: {answerbook: {require_parts: 是}}",
            "extra.answerbook 的 require_parts 写的是“是”；请写 true 或 false",
        ),
        (
            "extra: {answerbook: {require_collections: true}}",
            "extra.answerbook 的 require_collections 应是题集的列表，如 [mlc, zhipu]",
        ),
        ("site_url: example.org", "site_url 写的是“example.org”；请写以 https:// 开头的完整地址，或留空"),
        (
            "extra: [\n<<<<<<< HEAD: a",
            "读不了：不是合法的 YAML：“extra: [”这一行方括号或花括号没有收尾，或几项之间没有逗号；"
            "请写成 [甲, 乙]，有 <<<<<<< 的先合并完",
        ),
        ("a: \x00", "读不了：unacceptable character"),
    ],
)
def test_wrong_settings_are_named(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        settings.read(tmp_path / "mkdocs.yml")
    assert sentence in str(raised.value)


def test_a_problem_is_a_line_and_an_annotation() -> None:
    problem = Problem("docs/a,b.md", 3, "占 50%\n多")
    assert str(problem) == "docs/a,b.md:3: 占 50%\n多"
    assert problem.annotation() == "::error file=docs/a%2Cb.md,line=3::占 50%25%0A多"
    assert str(Problem("a", 0, "b")) == "a: b"


def test_what_is_to_be_written(tmp_path: Path) -> None:
    write(tmp_path, "t/a.md", body="## 追问\n\n- [乙？](b.md)\n- 丙？\n", more="asked_in: [c-1]\n")
    write(tmp_path, "t/b.md")
    data = "c:\n  title: 题集\n  questions:\n    - {key: c-1, text: 甲？}\n    - {key: c-2, text: 丁？}\n"
    (tmp_path / "collections.yml").write_text(data, encoding="utf-8")
    route = "- {key: k, title: 一夜, kind: 时间, about: 读。, questions: [b]}\n"
    (tmp_path / "paths.yml").write_text(route, encoding="utf-8")
    counted = "source: {title: 甲, url: 乙, questions: 9, companies: 1, until: 2026-02, counted: 2026-03-01}\ncounts:\n"
    (tmp_path / "frequency.yml").write_text(f"{counted}  a: {{questions: 25, companies: 8}}\n", encoding="utf-8")
    assert list(checks.to_do(checks.read(tmp_path, typeset=False))) == [
        "frequency.yml 里还没有数过的题（1）：b",
        "不在任何路线里的高频、中频题（1）：a",
        "还没有自己一页的追问（1）：",
        "  t/a.md:12: 丙？",
        "题集“题集”还没有答案的题（1 / 2）：",
        "  c-2  丁？",
    ]


TEMPLATE = "---\ntitle:\nupdated: {today}\n---\n"


def test_a_new_question_is_a_file(tmp_path: Path) -> None:
    path = checks.new(tmp_path, "norms", "rmsnorm", TEMPLATE, Settings(), date(2026, 3, 9))
    assert path == tmp_path / "norms" / "rmsnorm.md"
    assert path.read_text(encoding="utf-8") == "---\ntitle:\nupdated: 2026-03-09\n---\n"


@pytest.mark.parametrize(
    ("topic", "id", "part"),
    [
        ("norms", "RMSNorm", "请只用小写字母"),
        ("tags", "rmsnorm", "不能叫 tags"),
        ("norm", "rmsnorm", "没有专题 norm（是不是 norms？）"),
        ("decoding", "rmsnorm", "没有专题 decoding，有 norms；"),
        ("norms", "layernorm", "已经用在 norms/layernorm.md"),
        ("norms", "old", "现已并入 layernorm"),
        ("norms", "lost", "曾经发布过"),
        ("norms", "../../x", "请只用小写字母"),
    ],
)
def test_a_new_question_needs_a_new_id(tmp_path: Path, topic: str, id: str, part: str) -> None:
    docs = tmp_path / "docs"
    write(docs, "norms/layernorm.md")
    (tmp_path / "retired.yml").write_text("old: layernorm\n", encoding="utf-8")
    (tmp_path / "published.txt").write_text("q/lost/\n", encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        checks.new(docs, topic, id, TEMPLATE, Settings(records=tmp_path), date(2026, 3, 9))
    assert part in str(raised.value)
    assert sorted(docs.rglob("*.md")) == [docs / "norms" / "layernorm.md"]


def test_a_file_is_looked_at_again_when_it_or_what_it_is_changes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path / "cache"))
    docs = tmp_path / "docs"
    write(docs, "norms/first.md")
    write(docs, "norms/second.md", body="正文里有反引号 `。\n")
    found = messages(docs)
    assert len(found) == 1 and "second.md" in found[0]
    looked_at: list[str] = []

    def look(page: Page, contents: Contents) -> Found:
        looked_at.append(page.path)
        return iter(())

    monkeypatch.setattr(body_rules, "RULES", (look,))
    changes: list[dict[str, str]] = [{}, {"norms/first.md": "tags: [a]\n"}, {"norms/third.md": ""}]
    for change in changes:
        for path, more in change.items():
            write(docs, path, more=more)
        messages(docs)
    assert looked_at == ["norms/second.md", "norms/first.md", "norms/third.md"]


def test_a_book_that_cites_has_a_list_of_works(tmp_path: Path) -> None:
    write(tmp_path / "docs", "t/a.md", body="## 详解\n\n见 [@a2020b]。\n")
    found = [str(one) for one in checks.examine(tmp_path / "docs", Settings(require_references=True), tmp_path)[1]]
    assert found == ["docs/references.yml: 没有这个文件，正文里的引用都查不到出处；请恢复它"]


def test_corrections_have_an_order(tmp_path: Path) -> None:
    days = '["2026-01-02 乙", "2026-01-01 甲", "2026-01-03 丙"]'
    write(tmp_path / "docs", "t/a.md", more=f"corrections: {days}\n")
    assert [message for message in messages(tmp_path / "docs") if "次序" in message]


def test_a_name_is_guessed_while_it_is_no_longer_than_names_are() -> None:
    name = "a" * 99
    assert datafiles.near(f"{name}b", [f"{name}c"]) == f"（是不是 {name}c？）"
    assert datafiles.near(f"{name}bb", [f"{name}bc"]) == ""


@pytest.mark.parametrize("mark", ["，", "；", ";"])
def test_what_parts_two_names_stands_in_none(tmp_path: Path, mark: str) -> None:
    folder = tmp_path / "docs" / "t"
    folder.mkdir(parents=True)
    head = f"title: 甲？\nshort: 乙。\nlevel: 基础\nfrequency: 高\naliases: [甲乙, 丙{mark}丁]\nupdated: 2026-03-09\n"
    (folder / "a.md").write_text(f"---\n{head}---\n## 详解\n\n丙。\n", "utf-8")
    found = [one for one in messages(tmp_path / "docs") if "aliases" in one]
    assert found == [f"docs/t/a.md:6: aliases 的“丙{mark}丁”里有标点；几项之间请用半角逗号隔开"]
