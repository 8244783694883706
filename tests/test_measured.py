"""docs/measured.yml: what runs show about real libraries, with its scripts, and the marks [实测 id] of the answers."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
import yaml
from answerbook.checking import checks, measured_rules
from answerbook.content import marks, measured
from answerbook.text.body import Body

from tests.sites import ROOT
from tools import findings

ENTRIES = yaml.safe_load((ROOT / "docs" / "measured.yml").read_text("utf-8"))
SCRIPTS = sorted((ROOT / "findings").glob("*.sh"))
HEADER = ("# Finding: ", "# A good guess says: ", "# What happens: ", "# Versions: ", "# Seen: ")
FAKE = """\
#!/usr/bin/env bash
set -euo pipefail
SOME_THING=${SOME_THING-1.2}
echo "some-thing ${SOME_THING:-2.0}"
"""


def test_every_script_has_its_entry() -> None:
    named = [entry["script"] for entry in ENTRIES if "script" in entry]
    assert sorted(named) == [path.relative_to(ROOT).as_posix() for path in SCRIPTS]
    assert all(entry["script"] == f"findings/{entry['id']}.sh" for entry in ENTRIES if "script" in entry)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_has_the_form_of_the_others(path: Path) -> None:
    text = path.read_text("utf-8")
    lines = text.splitlines()
    assert lines[0] == "#!/usr/bin/env bash" and os.access(path, os.X_OK)
    heads = [line for line in lines if line.startswith(HEADER)]
    assert [line.startswith(head) for line, head in zip(heads, HEADER, strict=True)] == [True] * len(HEADER)
    assert "set -euo pipefail" in lines and "trap 'rm -rf \"$tmp\"' EXIT" in lines
    assert findings.DIFFERENT in text, "结果不同时要说出来"
    assert ":+@$" not in text, "没有写版本时 npm 装的是合这个 Node 的旧版；最新的要写 @${AI:-latest}"


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if "script" in entry], ids=lambda entry: str(entry["id"]))
def test_an_entry_names_the_versions_and_the_day_of_its_script(entry: dict[str, str | dict[str, str]]) -> None:
    text = (ROOT / str(entry["script"])).read_text("utf-8")
    assert isinstance(entry["packages"], dict)
    pinned = {name.upper().replace("-", "_"): version for name, version in entry["packages"].items()}
    assert pinned == findings.versions(text)
    assert f"# Seen: {entry['day']}" in text.splitlines()


def _script(folder: Path, name: str, ending: str) -> None:
    (folder / f"{name}.sh").write_text(FAKE + ending + "\n", "utf-8")


def test_the_runner_lists_what_changed_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _script(tmp_path, "a-same", "echo as recorded")
    _script(tmp_path, "b-other", "echo 'DIFFERENT from the record: 3'; exit 1")
    _script(tmp_path, "c-broken", "echo 'no such package'; exit 2")
    assert findings.main(["--folder", str(tmp_path)]) == 1
    rows = [row.split(" | ")[:3] for row in capsys.readouterr().out.splitlines()[2:]]
    assert rows == [
        ["| b-other", "some-thing 1.2", "与记录不同：DIFFERENT from the record: 3"],
        ["| c-broken", "some-thing 1.2", "没有跑起来：no such package"],
        ["| a-same", "some-thing 1.2", "同记录"],
    ]


SAID = "echo 'DIFFERENT from the record: "
NODE = "echo 'TypeError: x is no function'; echo '    at run.mjs:3'; echo 'Node.js v20.20.2'; exit 1"


@pytest.mark.parametrize(
    ("ending", "verdict"),
    [
        (SAID + "{'; echo '  mcp: 2'; echo '}'; exit 1", "与记录不同：DIFFERENT from the record: { mcp: 2 }"),
        (SAID + "3'; echo 'shutting down'; exit 1", "与记录不同：DIFFERENT from the record: 3 shutting down"),
        (NODE, "没有跑起来：TypeError: x is no function"),
        ("exit 7", "没有跑起来：some-thing 1.2"),
        ("true", "没有跑完：退出码是 0，却没有说 as recorded"),
    ],
)
def test_the_verdict_is_what_the_script_says(tmp_path: Path, ending: str, verdict: str) -> None:
    """Node prints an object over several lines, and its version below an error; no comparison is no record."""
    _script(tmp_path, "a", ending)
    assert findings.run(tmp_path / "a.sh", newest=False).verdict == verdict


def test_a_script_that_says_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.sh").write_text("exit 7\n", "utf-8")
    assert findings.run(tmp_path / "a.sh", newest=False).verdict == "没有跑起来：退出码是 7，没有输出"


@pytest.mark.parametrize(
    ("printed", "used"),
    [
        ("some-thing 2.0", "some-thing 2.0"),
        ("{'other': '1.0', 'some-thing': '2.0'}", "some-thing 2.0"),
        ("@some/thing 2.0", "some-thing 2.0"),
        ("some.thing 2.0+cpu", "some-thing 2.0+cpu"),
        ("@a/some-thing 2.0", "some-thing 最新"),
        ("nothing", "some-thing 最新"),
    ],
)
def test_newest_says_the_version_that_was_printed_not_the_pinned_one(tmp_path: Path, printed: str, used: str) -> None:
    (tmp_path / "a.sh").write_text(f'SOME_THING=${{SOME_THING-1.2}}\necho "{printed}"\necho as recorded\n', "utf-8")
    assert findings.run(tmp_path / "a.sh", newest=True).versions == used
    assert findings.run(tmp_path / "a.sh", newest=False).versions == "some-thing 1.2"


def test_newest_leaves_the_versions_to_pip(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _script(tmp_path, "a-same", "echo as recorded")
    assert findings.main(["--newest", "--folder", str(tmp_path), "a-same"]) == 0
    assert "some-thing 2.0" in capsys.readouterr().out


def test_a_name_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert findings.main(["--folder", str(tmp_path), "missing"]) == 2
    assert "没有这样的发现：missing" in capsys.readouterr().err


def test_the_parts_together_are_all_scripts_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [f"{letter}-same" for letter in "abcde"]
    for name in names:
        _script(tmp_path, name, "echo as recorded")
    seen = []
    for part in ("1/3", "2/3", "3/3"):
        assert findings.main(["--folder", str(tmp_path), "--part", part]) == 0
        seen.append([row.split(" | ")[0].removeprefix("| ") for row in capsys.readouterr().out.splitlines()[2:]])
    assert seen == [["a-same", "d-same"], ["b-same", "e-same"], ["c-same"]]


@pytest.mark.parametrize("part", ["0/3", "4/3", "3", "a/b"])
def test_a_part_that_is_none_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str], part: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        findings.main(["--folder", str(tmp_path), "--part", part])
    assert f"写了 {part}，该写 K/N" in capsys.readouterr().err


def test_a_script_ends_with_all_it_started_and_tidies_up(tmp_path: Path) -> None:
    """The child holds the pipe: waiting for its own end would wait an hour."""
    tidy = tmp_path / "tidy"
    _script(tmp_path, "a-long", f"trap 'touch {tidy}' EXIT\nsleep 3600 &\necho begun\nwait")
    with findings.start(tmp_path / "a-long.sh", os.environ) as script:
        assert script.stdout
        while script.stdout.readline() != "begun\n":
            assert script.poll() is None
        findings.end(script)
    assert tidy.exists()


def test_what_takes_too_long_is_said(tmp_path: Path) -> None:
    _script(tmp_path, "a-long", "sleep 3600")
    assert findings.run(tmp_path / "a-long.sh", newest=False, limit=0.05).verdict == "没有跑起来：超过 0.05 秒"


PAGE = """---
title: 一个问题？
short: 一句话。
level: 基础
frequency: 高
updated: 2026-03-09
---
{spoken}## 详解

{text}
"""
ENTRY = """- id: a-rounds-down
  statement: "舍去。"
  guess: "四舍五入。"
  packages:
    some-thing: "2.4.0"
    other: "1.0"
  day: 2026-03-08
  script: findings/a-rounds-down.sh
  pages: [a]
"""


def _problems(
    folder: Path, entry: str = ENTRY, text: str = "舍去[实测 a-rounds-down]。", spoken: str = ""
) -> list[str]:
    (folder / "docs" / "t").mkdir(parents=True, exist_ok=True)
    (folder / "findings").mkdir(exist_ok=True)
    (folder / "findings" / "a-rounds-down.sh").write_text(FAKE, "utf-8")
    (folder / "docs" / "t" / "a.md").write_text(
        PAGE.format(text=text, spoken=f"## 口述\n\n{spoken}\n\n" if spoken else ""), "utf-8"
    )
    (folder / "docs" / "measured.yml").write_text(entry, "utf-8")
    return [str(one) for one in checks.examine(folder / "docs", None, folder, typeset=False)[1]]


def test_a_mark_becomes_a_link_with_package_version_and_month(tmp_path: Path) -> None:
    assert _problems(tmp_path) == []
    book = checks.read(tmp_path / "docs", typeset=False)
    link = "（[实测：some-thing 2.4，2026-03](../measured/index.md#a-rounds-down)）"
    assert f"舍去{link}。" in book.by_id["a"].body.text
    assert book.findings[0].code == FAKE


@pytest.mark.parametrize(
    ("statement", "brief"),
    [
        ("舍去。", "舍去"),
        ("舍去；不报错。", "舍去"),
        ("“好；坏。”算一句（甲；乙），不切；余下的。", "“好；坏。”算一句（甲；乙），不切"),
    ],
)
def test_a_list_says_the_first_part_of_a_finding(statement: str, brief: str) -> None:
    found = measured.Finding("a", statement, "", "", (("numpy", "2"),), date(2026, 11, 30), "a.sh", "", (), 1)
    assert found.brief == brief


def test_a_mark_in_code_is_code(tmp_path: Path) -> None:
    body = Body("`[实测 a]`\n\n```\n[实测 a]\n```\n\n好[实测 b]，[实测 c](d)。")
    assert [mark.id for mark in marks.marks(body)] == ["b"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "舍去[实测 a-round-down]。",
            "docs/t/a.md:10: [实测 a-round-down] 不在 measured.yml 里（是不是 a-rounds-down？）；",
        ),
        ("舍去。", "docs/measured.yml:1: 实测 a-rounds-down 的 pages 里有 a，docs/t/a.md 却没有指向它；"),
    ],
)
def test_a_mark_and_its_entry_belong_together(tmp_path: Path, text: str, said: str) -> None:
    assert any(problem.startswith(said) for problem in _problems(tmp_path, text=text))


def test_an_entry_names_every_page_with_its_mark(tmp_path: Path) -> None:
    assert _problems(tmp_path, ENTRY.replace("pages: [a]", "pages: [b]")) == [
        "docs/measured.yml:1: 实测 a-rounds-down 的 pages 里的 b 没有这个问题；请改正",
        "docs/t/a.md:10: 写了 [实测 a-rounds-down]，measured.yml 第 1 行的 pages 里没有 a；请加上",
    ]


def test_nobody_can_read_a_mark_aloud(tmp_path: Path) -> None:
    assert any(
        "口述里有 [实测 a-rounds-down]" in one for one in _problems(tmp_path, spoken="舍去[实测 a-rounds-down]。")
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("2026-03-08", "2026-3-8"), "day 写的是“2026-3-8”；请写成 2026-03-09 这样的日期"),
        (("舍去。", "舍去"), "statement 请写成一句话，以句号结束"),
        (("  script: findings/a-rounds-down.sh\n", ""), "要写 script 或 check 之一"),
        (("findings/a-rounds-down.sh", "findings/b.sh"), "写的是“findings/b.sh”，没有这个文件"),
        (("findings/a-rounds-down.sh", "../b.sh"), "写的是“../b.sh”，没有这个文件"),
        (('"2.4.0"', "latest"), 'packages 请每行写一个“包名: "版本"”'),
        (("guess", "gues"), "没有“gues”这一项（是不是 guess？）"),
        (("id: a-rounds-down", "id: A_b"), "的 id 会出现在地址里"),
    ],
)
def test_a_contributor_is_told_what_an_entry_lacks(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    assert any(said in problem for problem in _problems(tmp_path, ENTRY.replace(*change)))


def test_a_check_is_shown_as_its_function(tmp_path: Path) -> None:
    folder = tmp_path / "tests"
    folder.mkdir()
    (folder / "checks.py").write_text("x = 1\n\n\ndef a_rounds_down():\n    assert x == 1\n", "utf-8")
    assert _problems(tmp_path, ENTRY.replace("script: findings/a-rounds-down.sh", "check: tests/checks.py")) == []
    found = measured.read(tmp_path / "docs" / "measured.yml", "measured.yml", tmp_path / "docs")[0]
    assert found[0].code == "def a_rounds_down():\n    assert x == 1"
    (folder / "checks.py").write_text("x = 1\n", "utf-8")
    problems = _problems(tmp_path, ENTRY.replace("script: findings/a-rounds-down.sh", "check: tests/checks.py"))
    assert any("那里没有 def a_rounds_down" in problem for problem in problems)


def test_sentences_about_libraries_without_a_mark_are_listed(tmp_path: Path) -> None:
    text = (
        "Transformers 默认如此。\n\nPEFT 缺省也是[实测 a-rounds-down]。\n\n"
        "Transformer 默认不算。\n\nXGrammar、vLLM 用下推自动机。"
    )
    assert _problems(tmp_path, text=text) == []
    found = list(measured_rules.unmeasured(checks.read(tmp_path / "docs", typeset=False)))
    assert [(line, said) for _, line, said in found] == [(10, "Transformers 默认如此。")]
