"""A check that takes over what was found before says what one says that looks at everything anew."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from answerbook import cache
from answerbook.checking import checks, rules
from answerbook.content import steps
from answerbook.content.settings import Settings
from answerbook.drawing import canvas
from answerbook.maths import mathjax
from answerbook.paper import limits

from tests import sites
from tests.test_page_code import commit, git

# How formulas and letters are drawn is not what is asked here, and takes long.
DRAWN = frozenset({"maths", "fonts"})
DONORS = sites.ROOT / "tests" / "cases" / "questions"
MORE = {
    "numbers.yml": "- page: second-question\n  quote: 很短\n  shows: 短\n  value: '1'\n"
    '- page: third-question\n  quote: 有 7 层\n  shows: "7"\n  value: 3 + 4\n'
    '- page: first-question\n  quote: 约 32\n  shows: "32"\n  value: shapes["llama-3-8b"].layers\n',
    "facts.yml": "- fact: 层数\n  pattern: 有 (\\d+) 层\n  allowed: ['7']\n",
    "earlier.yml": "- page: first-question\n  day: 2026-03-09\n  said: 小于\n  says: 设 $x<y$\n  why: 写反了。\n",
}
SLIPS = (
    *("[@nobody2020nothing]", "[@vaswani2017attention §1]", "见[第二题](second-question.md)。", "`", "$a_1^$", "$x$"),
    *("[断的](../alpha/nothing.md)", "[实测 python-keeps-the-order-of-a-dict]", "[实测 nothing]", "### 新的 {#fresh}"),
    *("有 7 层。", "有 8 层。", "约 32 个。", "![图](first-question/figure.svg)", "- [x] 任务", "😀", "\u202e"),
    *(
        "Transformers 默认会报错。",
        "## 追问\n\n- 没有页面的？",
        "```python\n1 / 0\n```",
        "```models\n模型: nobody\n列: 参数\n```",
        "<<<<<<< 甲",
    ),
)
EVERY_RULE = Settings(
    require_references=True,
    require_anchors=True,
    require_distinct=True,
    require_figures=True,
    require_collections=("old",),
)


class Writer:
    """Somebody who changes a folder of content at random, the same way for the same seed."""

    def __init__(self, project: Path, seed: int) -> None:
        self.project, self.docs = project, project / "docs"
        self.chance = random.Random(seed)

    def change(self) -> str:
        """Do one thing; says which."""
        ways: tuple[Callable[[], str], ...] = (
            *(self.add_slip, self.add_slip, self.drop_line, self.drop_line, self.repeat_line, self.change_digit),
            *(self.take_donor, self.take_donor, self.delete, self.rename, self.copy, self.swap, self.record),
        )
        return self.chance.choice(ways)()

    def add_slip(self) -> str:
        file, lines = self.opened(self.pages())
        lines.insert(self.chance.randrange(len(lines) + 1), self.chance.choice(SLIPS))
        return self.written(file, lines)

    def drop_line(self) -> str:
        file, lines = self.opened(self.texts())
        del lines[self.chance.randrange(len(lines))]
        return self.written(file, lines)

    def repeat_line(self) -> str:
        file, lines = self.opened(self.texts())
        lines.insert(self.chance.randrange(len(lines)), self.chance.choice(lines))
        return self.written(file, lines)

    def change_digit(self) -> str:
        file, lines = self.opened(self.texts())
        at = self.chance.randrange(len(lines))
        lines[at] = "".join(str(self.chance.randrange(10)) if one.isdecimal() else one for one in lines[at])
        return self.written(file, lines)

    def take_donor(self) -> str:
        donors = [path for path in sorted(DONORS.glob("*/docs/**/*")) if path.is_file()]
        donor = self.chance.choice(donors)
        inside = Path(*donor.relative_to(DONORS).parts[2:])
        target = self.chance.choice([self.docs / inside, self.docs / "alpha" / donor.name])
        if target.is_dir() or any(parent.is_file() for parent in target.parents):
            return "nothing"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(donor, target)
        return f"took {donor}"

    def delete(self) -> str:
        file = self.chance.choice(self.files())
        file.unlink()
        return f"deleted {file}"

    def rename(self) -> str:
        page = self.chance.choice(self.pages())
        new = page.with_name(self.chance.choice(("other.md", "another-question.md", "third-question.md", "index.md")))
        page.replace(new)
        return f"renamed {page} {new}"

    def copy(self) -> str:
        page = self.chance.choice(self.pages())
        new = self.docs / self.chance.choice(("alpha", "beta", "gamma")) / page.name
        new.parent.mkdir(exist_ok=True)
        new.write_bytes(page.read_bytes())
        return f"copied {page} {new}"

    def swap(self) -> str:
        first, second = (self.chance.choice(self.texts()) for _ in range(2))
        contents = first.read_bytes(), second.read_bytes()
        second.write_bytes(contents[0])
        first.write_bytes(contents[1])
        return f"swapped {first} {second}"

    def record(self) -> str:
        name, line = self.chance.choice(
            [
                ("published.txt", "q/gone/\n"),
                ("published.txt", "q/first-question/#a-table\n"),
                ("retired.yml", "gone: second-question\n"),
                ("retired.yml", "second-question: nowhere\n"),
                ("findings/python-keeps-the-order-of-a-dict.sh", "# more\n"),
            ]
        )
        with (self.project / name).open("a", encoding="utf-8") as file:
            file.write(line)
        return f"recorded {name} {line}"

    def files(self) -> list[Path]:
        return [path for path in sorted(self.docs.rglob("*")) if path.is_file()]

    def texts(self) -> list[Path]:
        """Files that have lines."""
        ends = (".md", ".yml", ".svg", ".ipynb")
        return [path for path in self.files() if path.suffix in ends and path.stat().st_size]

    def pages(self) -> list[Path]:
        return [path for path in self.texts() if path.suffix == ".md"]

    def opened(self, files: list[Path]) -> tuple[Path, list[str]]:
        file = self.chance.choice(files)
        return file, file.read_bytes().decode("utf-8", "surrogateescape").split("\n")

    def written(self, file: Path, lines: list[str]) -> str:
        file.write_bytes("\n".join(lines).encode("utf-8", "surrogateescape"))
        return f"wrote {file}"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path / "cache"))
    docs = sites.copied(tmp_path / "project")
    for name, text in MORE.items():
        (docs / name).write_text(text, "utf-8")
    for name, line in (("first-question", "约 32 个。"), ("third-question", "有 7 层。")):
        with next(docs.glob(f"*/{name}.md")).open("a", encoding="utf-8") as page:
            page.write(f"\n{line}\n")
    for name in ("published.txt", "retired.yml"):
        (tmp_path / "project" / name).touch()
    git(tmp_path / "project", "init", "-q")
    commit(tmp_path / "project")
    return tmp_path / "project"


@pytest.mark.parametrize("seed", range(8))
def test_after_any_changes_a_check_says_what_a_first_check_says(
    project: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = Writer(project, seed)
    done = ["nothing"]
    for _ in range(12):
        found = [*said(project)]
        with monkeypatch.context() as anew:
            forget(anew)
            assert found == [*said(project)], done
        done.append(writer.change())
        if not writer.pages():
            break


def test_a_change_that_is_taken_back_takes_its_messages_along(project: Path) -> None:
    before = [*said(project)]
    page = project / "docs" / "alpha" / "second-question.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("很短", "很长"), "utf-8")
    assert any("numbers.yml" in one for one in {*said(project)} - {*before})
    page.write_text(text, "utf-8")
    assert [*said(project)] == before


@pytest.mark.parametrize(
    ("file", "old", "new", "part"),
    [
        ("models.yml", "layers: 32", "layers: 30", "算出来是 30"),
        ("numbers.yml", "3 + 4", "3 + 5", "算出来是 8"),
        ("facts.yml", "'7'", "'9'", "在全书写成 9"),
        ("references.yml", "vaswani2017attention:", "vaswani2017attentions:", "不在 references.yml 里"),
        ("collections.yml", "old-1", "old-9", "asked_in 的 old-1 不在 collections.yml 里"),
        ("glossary.yml", "en: another", "en: another, symbol: x^", "公式 x^"),
        ("beta/third-question.md", "{#second-part}", "{#last-part}", "没有这个锚点"),
        ("alpha/first-question/figure.svg", "<svg", "<svg onload='x'", "图片不能带脚本"),
    ],
)
def test_what_was_sound_is_judged_by_the_data_of_now(project: Path, file: str, old: str, new: str, part: str) -> None:
    assert not any(part in one for one in said(project))
    text = (project / "docs" / file).read_text("utf-8")
    assert old in text
    (project / "docs" / file).write_text(text.replace(old, new), "utf-8")
    assert any(part in one for one in said(project))


def test_figures_are_looked_at_again_where_one_of_them_was_changed(project: Path) -> None:
    folder = project / "docs" / "alpha" / "first-question"
    drawing, moments = folder / "figure.svg", folder / "figure.steps.json"

    def wrong() -> list[str]:
        return [one for one in said(project) if one.startswith("docs/alpha/first-question/figure.s")]

    figure = canvas.Figure(200, 100, "图", "一个圆和一个字。")
    figure.text(100, 50, "字")
    drawing.write_text(figure.svg(), "utf-8")
    moments.write_text(steps.written("figure", figure.svg(), 1, [("一句话。", ["<g/>"])]).text, "utf-8")
    assert not wrong()
    drawing.write_text(figure.svg().replace("字", "字".rjust(400, "长")), "utf-8")
    assert wrong() and all("figure.svg" in one for one in wrong())
    drawing.write_text(figure.svg(), "utf-8")
    moments.write_text(moments.read_text("utf-8").replace("一句话。", ""), "utf-8")
    assert wrong() and all("第 1 步的话" in one for one in wrong())
    moments.unlink()
    assert not wrong()


def test_a_check_loads_nothing_that_a_changed_sentence_does_not_need(project: Path) -> None:
    """NumPy and fontTools take longer to load than a page to check."""
    loaded_by_a_check(project)
    with next((project / "docs").glob("*/third-question.md")).open("a", encoding="utf-8") as page:
        page.write("\n又一句。\n")
    loaded = loaded_by_a_check(project)
    assert "markdown_it" in loaded
    assert not loaded & {"numpy", "fontTools", "PIL", "jinja2"}


def test_other_code_looks_at_everything_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said_before = [*said(project)]
    looked: list[str] = []
    real = rules._alone

    def alone(*given: object) -> Iterator[object]:
        looked.append(str(given[1]))
        return iter(real(*given))  # type: ignore[arg-type]

    monkeypatch.setattr(rules, "_alone", alone)
    assert [*said(project)] == said_before
    # Nothing is kept of those with problems.
    before = set(looked)
    monkeypatch.setattr(cache, "code", lambda wing: b"other")
    looked.clear()
    assert [*said(project)] == said_before
    assert set(looked) > before
    assert {path.relative_to(project / "docs").as_posix() for path in (project / "docs").glob("*/*.md")} == set(looked)


def test_formulas_that_could_be_set_are_not_looked_for_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = [*said(project)]
    monkeypatch.setattr(mathjax, "_errors", lambda pairs: dict.fromkeys(pairs, mathjax.MathError("不能排版")))
    assert [*said(project)] == before
    page = project / "docs" / "alpha" / "first-question.md"
    page.write_text(page.read_text("utf-8").replace("$x^2$", "$x^3$"), "utf-8")
    assert any("不能排版" in one for one in said(project))


def loaded_by_a_check(project: Path) -> set[str]:
    """The packages that a check in a process of its own has loaded when it ends."""
    code = (
        "import sys; from pathlib import Path; from tests import test_incremental; before = {*sys.modules}; "
        "[*test_incremental.said(Path(sys.argv[1]))]; print(*{*sys.modules} - before)"
    )
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join([str(sites.ROOT), *filter(None, sys.path)])}
    command = [sys.executable, "-c", code, str(project)]
    return {*subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True).stdout.split()}


def said(project: Path) -> Iterator[str]:
    """All that a check of this project knows."""
    docs = project / "docs"
    settings = Settings(**{**vars(EVERY_RULE), "records": project})
    book, problems = checks.judge(docs, settings, project)
    yield from map(str, problems)
    yield from map(str, checks.untimely(book, "docs/", date(2026, 3, 9)))
    yield from map(str, limits.unprintable(book, docs, "docs/"))
    yield from checks.to_do(book)
    yield repr(book)


def forget(anew: pytest.MonkeyPatch) -> None:
    """As if the cache held nothing but drawings."""
    get, put = cache.get, cache.put
    anew.setattr(cache, "get", lambda kind, key: get(kind, key) if kind in DRAWN else None)
    anew.setattr(cache, "put", lambda kind, key, value: put(kind, key, value) if kind in DRAWN else None)
