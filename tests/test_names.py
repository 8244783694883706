"""Names of models, libraries and methods are written as tests/names.txt has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from answerbook.content import frontmatter

from tests.sites import ROOT

LIST = ROOT / "tests" / "names.txt"
# Programs, formulas, addresses, citations, marks of findings, anchors: written by other rules.
APART = re.compile(
    r"^ *```.*?^ *```|`[^`\n]*`|\]\([^)\n]*\)|\[(?:@|实测 )[^\]\n]*\]|\{[^}\n]*\}|https?://\S+",
    re.DOTALL | re.MULTILINE,
)
READ = ("title", "short", "tags", "summary")


def names() -> Iterator[tuple[re.Pattern[str], str]]:
    """For each name what may be meant by it, and how it is written."""
    for line in LIST.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            meant, _, right = line.partition(" -> ")
            # Not inside another word or identifier.
            found = rf"(?<![\w./-]){re.escape(meant)}(?![\w]|[-./]\w*[a-z])"
            yield re.compile(found, re.IGNORECASE | re.ASCII), right or meant


def wrong(path: str, text: str) -> Iterator[str]:
    """Every name that is written otherwise."""
    document, _ = frontmatter.read(text)
    assert document is not None
    blank = list(document.body.text)
    spans = [(one.start, one.end) for one in document.body.formulas]
    for start, end in [*spans, *(one.span() for one in APART.finditer(document.body.text))]:
        blank[start:end] = [letter if letter == "\n" else " " for letter in document.body.text[start:end]]
    lines = list(enumerate("".join(blank).split("\n"), document.body.line))
    lines += [(document.fields[name].line, document.fields[name].text) for name in READ if name in document.fields]
    right = {name for _, name in NAMES}
    for number, line in sorted(lines):
        for pattern, name in NAMES:
            for found in pattern.findall(line):
                if found != name and found not in right:
                    yield f"{path}:{number}: “{found}”请写成“{name}”"


NAMES = list(names())


def test_names_in_the_book_are_spelled_as_their_owners_spell_them() -> None:
    found: list[str] = []
    for path in sorted((ROOT / "docs").rglob("*.md")):
        found += wrong(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("用 Pytorch 写。", "a.md:4: “Pytorch”请写成“PyTorch”"),
        ("用 HuggingFace 的库。", "a.md:4: “HuggingFace”请写成“Hugging Face”"),
        ("用 `pytorch`、$\\text{lora}$、[这里](../lora.md) [@lora] 和 peft-lora-x。", ""),
        ("PyTorch、LoRA。", ""),
    ],
)
def test_only_names_in_the_text_count(text: str, said: str) -> None:
    assert "\n".join(wrong("a.md", f"---\ntitle: 一\n---\n{text}")) == said
