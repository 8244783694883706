"""Numbers in texts with their units, in figures or in words: 14,080、6.7 万、13.5 GB、百分之四十、三万二."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}
_PREFIXES = {letter: at for at, letter in enumerate("KMGTP", 1)}
_BYTES, _PERCENT = "字节", "%"
_TIMES = "万亿|千万|百万|万|亿|千"
_UNIT = r"(?P<unit>[KkMGTP]i?B(?![A-Za-z])|[KkMGTPB](?! ?[A-Za-z])|\\?%|％|字节)?"
_IN_FIGURES = re.compile(
    r"(?<![0-9_.])(?P<number>\d+(?:(?:,|\{,\})\d{3}(?!\d))*(?:\.\d+)?)"
    r"(?:(?:\\times ?| ?[×*] ?)10(?:\^|\*\*)\{?(?P<power>-?\d+)\}?|[eE](?P<e>-?\d+)(?!\w))?"
    rf"\*{{0,2}}(?:\\?[ ,;:~])?(?P<times>{_TIMES})?(?:\\?[ ,;:~])?{_UNIT}"
)
_WORDS = "〇零一二两三四五六七八九"
_DIGITS = {word: max(0, at - 1 - (at > 3)) for at, word in enumerate(_WORDS)}
_IN_WORDS = re.compile(
    rf"(?P<per>百分之)?(?P<number>[{_WORDS}十百千万亿]+)(?:点(?P<places>[{_WORDS}]+)(?P<times>{_TIMES})?)? ?{_UNIT}"
)
# Digits side by side are no number: “两三次”、“一两百”、“二三年”; neither are “几百” and “成百上千”.
_LOOSE = re.compile(f"[{_WORDS[2:]}]{{2}}|^[百千万亿]")
_LOOSELY = re.compile("[几数上成第]$")
_LARGE = 10_000


@dataclass(frozen=True)
class Quantity:
    """A number as a text tells it: what its last digit is worth, what it may have to be multiplied by, and where."""

    number: Decimal
    step: Decimal
    scales: tuple[Decimal, ...]
    # "" where it is not told, or told in a way that may be anything.
    unit: str
    start: int
    end: int

    @property
    def bare(self) -> bool:
        """Whether nothing but the number stands there, as in the cell of a table."""
        return self.scales == (Decimal(1),) and not self.unit


def find(text: str) -> Iterator[Quantity]:
    """All of them, those in figures first, also those in names, as the 2.5 of Qwen2.5."""
    yield from map(_figures, _IN_FIGURES.finditer(text))
    for match in _IN_WORDS.finditer(text):
        if not _LOOSE.search(match["number"]) and not _LOOSELY.search(text[: match.start()][-1:]):
            yield _words(match)


def in_words(text: str) -> Quantity | None:
    """The number that these words are; None where they are no such words."""
    match = _IN_WORDS.fullmatch(text)
    return _words(match) if match and not _LOOSE.search(match["number"]) else None


def same(told: Quantity, known: Quantity) -> bool:
    """Whether the first may be the second, or the second in fewer digits."""
    if told.unit and known.unit and told.unit != known.unit:
        return False
    ours = (*told.scales, Decimal(1)) if known.bare else told.scales
    theirs = (*known.scales, Decimal(1)) if told.bare else known.scales
    # Against a small number alone, which may be anything's, all digits count.
    step = told.step if told.bare != known.bare and told.number < _LARGE else round_step(told)
    return any(
        told.number * one == known.number * other
        or (step * one >= known.step * other and 2 * abs(told.number * one - known.number * other) <= step * one)
        for one, other in product(ours, theirs)
    )


def round_step(one: Quantity) -> Decimal:
    """What the last digit is worth where zeros at the end only fill."""
    step = one.step
    while step >= 1 and one.number and not one.number % (step * 10):
        step *= 10
    return step


def _figures(match: re.Match[str]) -> Quantity:
    number = Decimal(match["number"].replace("{,}", "").replace(",", ""))
    power = int(match["power"] or match["e"] or 0) + _POWERS.get(match["times"] or "", 0)
    return _quantity(match, number, power, match["unit"] or "")


def _words(match: re.Match[str]) -> Quantity:
    number = Decimal(f"{_whole(match['number'])}")
    if match["places"]:
        number += Decimal(f"0.{''.join(str(_DIGITS[one]) for one in match['places'])}")
    power = _POWERS.get(match["times"] or "", 0)
    return _quantity(match, number, power, "%" if match["per"] else match["unit"] or "")


def _quantity(match: re.Match[str], number: Decimal, power: int, unit: str) -> Quantity:
    step = Decimal(1).scaleb(int(number.as_tuple().exponent))
    unit = unit.replace("\\", "").replace("％", _PERCENT).replace("k", "K")
    scales, named = [Decimal(1).scaleb(power)], unit
    if unit in _PREFIXES or unit == "B":
        # Said aloud K may be 1000 or 1024, or a part of the number.
        at = _PREFIXES.get(unit, 3)
        scales, named = [Decimal(1), Decimal(1000) ** at, Decimal(1024) ** at], ""
    elif unit == _PERCENT:
        scales = [Decimal(1), Decimal("0.01")]
    elif unit.endswith("B"):
        scales, named = [Decimal(1024 if "i" in unit else 1000) ** _PREFIXES[unit[0]]], _BYTES
    return Quantity(number, step, tuple(scales), named, *match.span())


def _whole(words: str) -> int:
    """三百二十 → 320, 三万二 → 32000, 十二 → 12."""
    total, last = 0, 10
    for large, name in ((10**8, "亿"), (10**4, "万")):
        before, found, words = words.rpartition(name)
        if found:
            total += _whole(before) * large
            last = large
    below, digit = 0, 0
    for word in words:
        if word in _DIGITS:
            digit = _DIGITS[word]
            last = 10 if word in "零〇" else last
        else:
            last = 10 ** _POWERS[word]
            below, digit = below + (digit or 1) * last, 0
    # “三万二” leaves out the 千.
    return total + below + digit * (last // 10)
