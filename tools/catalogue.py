"""All rules of content, in the order in which a contributor reads of them: the table in CONTRIBUTING.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import ModuleType

from answerbook.checking import (
    block_rules,
    body_rules,
    book_rules,
    calculation_rules,
    checks,
    claim_rules,
    code_rules,
    dialect_rules,
    drawn_rules,
    earlier_rules,
    form_rules,
    link_rules,
    measured_rules,
    number_rules,
    rules,
    told_rules,
)
from answerbook.content import (
    accelerators,
    addresses,
    books,
    calculations,
    collected,
    datafiles,
    earlier,
    editions,
    frequencies,
    frontmatter,
    glossary,
    head_rules,
    measured,
    model_rules,
    model_tables,
    models,
    notebooks,
    numbers,
    pictures,
    references,
    routes,
    settings,
    steps,
)
from answerbook.drawing import cards, figures
from answerbook.maths import mathjax
from answerbook.paper import limits, wide_tables
from answerbook.rulebook import RULES, Rule
from answerbook.text import characters, formulas

GROUPS: Mapping[str, Sequence[ModuleType]] = {
    "文件和字符": (books, datafiles, characters, addresses),
    "文件头": (frontmatter, head_rules),
    "正文": (body_rules, block_rules, dialect_rules),
    "公式": (formulas, mathjax),
    "答案的形式": (form_rules, code_rules, measured_rules),
    "链接、引用和图": (link_rules, pictures, figures, steps, drawn_rules),
    "笔记本": (notebooks,),
    "数据文件": (
        *(references, collected, glossary, frequencies, routes, models, model_rules, claim_rules, model_tables),
        *(accelerators, calculations, calculation_rules, numbers, number_rules, told_rules),
        *(measured, earlier, earlier_rules),
        *(editions, settings),
    ),
    "整本书": (book_rules, cards, limits, wide_tables, checks, rules),
}


def grouped() -> dict[str, list[Rule]]:
    """The rules of each group, in the order in which they stand in their modules."""
    homes = {one.id: (one.functions[0].__module__, one.functions[0].__code__.co_firstlineno) for one in RULES.values()}
    return {
        group: sorted(
            (one for one in RULES.values() if homes[one.id][0] in (module.__name__ for module in modules)),
            key=lambda one: ([module.__name__ for module in modules].index(homes[one.id][0]), homes[one.id][1]),
        )
        for group, modules in GROUPS.items()
    }


def table() -> str:
    """The rules as the tables of CONTRIBUTING.md: what stands in a sentence, and what to do about it."""
    parts = []
    for group, listed in grouped().items():
        rows = [f"| `{one.id}` | {_cell(one.says)} | {_cell(one.meaning)} |" for one in listed]
        parts.append("\n".join([f"**{group}**\n", "| 规矩 | 句子里有 | 意思和改法 |", "| --- | --- | --- |", *rows]))
    return "\n\n".join(parts)


def lines() -> list[str]:
    """The same for a terminal."""
    return [f"{one.id:<22}{one.says}：{one.meaning}" for listed in grouped().values() for one in listed]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
