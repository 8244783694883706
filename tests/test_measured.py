"""docs/measured.yml: what runs show about real libraries, each entry with its script, each script with its entry."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.sites import ROOT
from tools import findings

FIELDS = {"id", "statement", "guess", "packages", "day", "pages"}
ENTRIES = yaml.safe_load((ROOT / "docs" / "measured.yml").read_text("utf-8"))
SCRIPTS = sorted((ROOT / "findings").glob("*.sh"))
ANSWERS = {path.stem for path in (ROOT / "docs").glob("*/*.md")} - {"index"}
HEADER = ("# Finding: ", "# A good guess says: ", "# What happens: ", "# Versions: ", "# Seen: ")
FAKE = """\
#!/usr/bin/env bash
set -euo pipefail
SOME_THING=${SOME_THING-1.2}
echo "some-thing ${SOME_THING:-2.0}"
"""


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry.get("id")))
def test_an_entry_says_everything(entry: dict[str, object]) -> None:
    assert FIELDS <= set(entry) <= FIELDS | {"script", "check"}, f"{entry.get('id')}：字段写的是 {sorted(entry)}"
    assert ("script" in entry) != ("check" in entry), f"{entry['id']}：script 和 check 写一个"
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", str(entry["id"]))
    assert isinstance(entry["day"], date) and isinstance(entry["packages"], dict) and entry["packages"]
    assert all(isinstance(version, str) for version in entry["packages"].values()), f"{entry['id']}：版本请加引号"
    for name in ("statement", "guess"):
        text = str(entry[name])
        assert text.endswith("。") and "\n" not in text, f"{entry['id']}：{name} 请写成一句话，以句号结束"
    assert isinstance(entry["pages"], list)
    assert set(entry["pages"]) <= ANSWERS, f"{entry['id']}：没有这些答案：{set(entry['pages']) - ANSWERS}"


def test_entries_and_scripts_belong_together() -> None:
    ids = [entry["id"] for entry in ENTRIES]
    assert len(ids) == len(set(ids)), "同一个 id 写了两次"
    named = [entry["script"] for entry in ENTRIES if "script" in entry]
    assert sorted(named) == [path.relative_to(ROOT).as_posix() for path in SCRIPTS]
    for entry in ENTRIES:
        if "check" in entry:
            check = f"def {entry['id'].replace('-', '_')}("
            assert check in (ROOT / entry["check"]).read_text("utf-8"), f"{entry['check']} 里没有 {check}"
        else:
            assert entry["script"] == f"findings/{entry['id']}.sh"


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_has_the_form_of_the_others(path: Path) -> None:
    text = path.read_text("utf-8")
    lines = text.splitlines()
    assert lines[0] == "#!/usr/bin/env bash" and os.access(path, os.X_OK)
    heads = [line for line in lines if line.startswith(HEADER)]
    assert [line.startswith(head) for line, head in zip(heads, HEADER, strict=True)] == [True] * len(HEADER)
    assert "set -euo pipefail" in lines and "trap 'rm -rf \"$tmp\"' EXIT" in lines
    assert findings.DIFFERENT in text, "结果不同时要说出来"


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


def test_newest_leaves_the_versions_to_pip(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _script(tmp_path, "a-same", "echo as recorded")
    assert findings.main(["--newest", "--folder", str(tmp_path), "a-same"]) == 0
    assert "some-thing 2.0" in capsys.readouterr().out


def test_a_name_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert findings.main(["--folder", str(tmp_path), "missing"]) == 2
    assert "没有这样的发现：missing" in capsys.readouterr().err
