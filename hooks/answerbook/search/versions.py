"""Which generations of models the book speaks of (Llama 1 to 4), for a search to say of another that it has none."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from . import words

# Of a generation: V3.2, k1.5, 4; no size (7B, 3D) and no count in a name (8x7B).
_NUMBER = r"[vkrm]?\d{1,2}(?:\.\d+)?(?![\d.]*\d)(?!\s?[bmktd]\b|x\d|\s?[亿万层卡张])"
# What may stand between a name and its generation (Claude Opus 4.5).
_SORT = r"(?:[ -](?:opus|sonnet|haiku|flash|pro|plus|max|coder|vl|image|video))?"
_ONE = re.compile(_NUMBER)
# More of the same family behind the first (Qwen2、2.5 和 3).
_MORE = rf"(?:\s?[、/，,和与到至]\s?{_NUMBER})*"


@functools.cache
def _families() -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds a name with the generations behind it, and the usual name of each family by any of them."""
    usual = {name: names[0] for names in words.families() for name in names}
    any_ = "|".join(sorted(usual, key=len, reverse=True))
    return re.compile(rf"(?<![a-z0-9])({any_}){_SORT}[ -]?({_NUMBER}{_MORE})"), usual


def mentioned(text: str) -> set[str]:
    """The generations that a text speaks of, each as the usual name of its family and its number: ``llama 3.1``."""
    said, usual = _families()
    folded = words.fold(text)
    return {
        f"{usual[found[1]]} {number.removesuffix('.0')}"
        for found in said.finditer(folded)
        for number in _ONE.findall(found[2])
    }


def listed(terms: Iterable[str]) -> Iterator[str]:
    """For each family a line of its names, ``|`` between, and its generations among the terms: ``llama 3 3.1``."""
    known = {*terms}
    for names in words.families():
        numbers = sorted(term.split(" ")[1] for term in known if term.startswith(f"{names[0]} "))
        yield " ".join(["|".join(names), *numbers])
