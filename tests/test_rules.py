"""Every rule of content has an id, a row in CONTRIBUTING.md, and a case for each of its sentences."""

from __future__ import annotations

import ast
from functools import cache

import pytest
from answerbook.rulebook import RULES, rule

from tests import sentences
from tests.sites import ROOT
from tests.test_cases import CASES
from tools import catalogue

CONTRIBUTING = ROOT / "CONTRIBUTING.md"
BEGIN, END = "<!-- 规矩：由规矩自己写出 -->\n", "\n<!-- 规矩：到这里 -->"
# What commands say, which is about what somebody typed, not about content.
SAID_BY_COMMANDS = {
    "answerbook.content.editions.add",
    "answerbook.checking.checks.new",
    "answerbook.checking.checks._taken",
}


def test_every_rule_is_listed_once() -> None:
    listed = [one.id for group in catalogue.grouped().values() for one in group]
    assert sorted(listed) == sorted(RULES)


def test_the_table_is_what_the_rules_say(update_golden: bool) -> None:
    before, _, rest = CONTRIBUTING.read_text("utf-8").partition(BEGIN)
    written, _, after = rest.partition(END)
    if update_golden:
        CONTRIBUTING.write_text(f"{before}{BEGIN}\n{catalogue.table()}\n{END}{after}", encoding="utf-8")
    else:
        assert written.strip() == catalogue.table(), "写出来：python3 book.py test tests/test_rules.py --update-golden"


def test_every_sentence_belongs_to_a_rule() -> None:
    assert set(sentences.unmarked()) - SAID_BY_COMMANDS == set()


@cache
def seen() -> tuple[str, ...]:
    """What contributors read in the cases, and what other tests expect of rules that no folder can break."""
    golden = [line for file in CASES.glob("*/problems.txt") for line in file.read_text("utf-8").splitlines()]
    trees = [ast.parse(file.read_text("utf-8")) for file in (ROOT / "tests").glob("test_*.py")]
    constants = [node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return (*golden, *(text for text in constants if isinstance(text, str)))


@pytest.mark.parametrize("id", sorted(RULES))
def test_every_sentence_of_a_rule_has_a_case(id: str) -> None:
    templates = sentences.templates(id)
    assert templates
    assert [one for one in templates if not any(sentences.says(one, message) for message in seen())] == []


@pytest.mark.parametrize("id", sorted(RULES))
def test_what_is_looked_up_is_what_a_rule_says(id: str) -> None:
    """Whoever looks for the words of the first column comes from a sentence that has them."""
    said = "\n".join(sentences.templates(id))
    parts = [part for phrase in RULES[id].says.split("、") for part in phrase.split("……") if part]
    assert [part for part in parts if part not in said and not part.endswith("的行")] == []


def test_every_rule_is_named_by_a_case() -> None:
    """But for those that speak of no folder of content alone: of the day, of paper, of mkdocs.yml, of what changed."""
    named = {line for file in CASES.glob("*/rules.txt") for line in file.read_text("utf-8").splitlines()}
    paper = {"printed-characters", "printed-height", "printed-table", "printed-width"}
    assert set(RULES) - named == {"figure-drawn", "future-dates", "page-code", "settings"} | paper


def test_an_id_is_one_rule() -> None:
    with pytest.raises(ValueError, match="two rules"):
        rule("headings", "标题", "写")(len)
    with pytest.raises(ValueError, match="nobody"):
        rule("no-such-rule")(len)
