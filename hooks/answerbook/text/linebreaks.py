"""Where lines of Chinese end: none begins with a closing mark, none ends with an opening one, none is a lone word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise

_NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕”’…—·～％‰°′″,.;:?!)]}%")
_NOT_LAST = frozenset("（《〈「『【〔“‘([{")
_GOOD_AFTER = frozenset("，。；：？！、")
_GOOD_BEFORE = frozenset("（《「『【“")
_HAN = re.compile(r"[\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")

_HAN_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{3,}")
# A line may end here in a name of letters: after a mark that joins two of its words; in code, before a capital, too.
_JOINED = r"(?<=[A-Za-z]\w{2}_)(?=[A-Za-z]\w{2})|(?<=[A-Za-z]\w{2}[./=(])(?=[A-Za-z_\"]\w{2})"
_JOINED_TEXT = re.compile(_JOINED, re.ASCII)
_JOINED_CODE = re.compile(rf"{_JOINED}|(?<=[a-z]{{3}})(?=[A-Z][a-z]{{2}})", re.ASCII)
# Letters in a row (Q、K、V) and a number with what it counts (8 张): no line ends inside.
_HELD = re.compile(
    r"(?<![\w&;>])[A-Za-z](?:、[A-Za-z])+(?!\w)|(?<![\w&;>.:/-])\d[\d.,]* [万个亿代位倍卡层年张月条次步种维阶]",
    re.ASCII,
)
# A name with a hyphen (GPT-4, U-Net, top-k) or a date, not inside an address or a longer name.
_HYPHENED = re.compile(
    r"(?<![\w./@+~-])(?:[A-Za-z][\w.]*(?:-[A-Za-z0-9][\w.]*)+(?<!\.)|\d{4}-\d\d(?:-\d\d)?)(?![\w/@~-])", re.ASCII
)
_BETWEEN_TAGS = re.compile(r"(?<![^>])[^<>]+")
# It is held together where a piece of it is so short that, alone on a line, it is not understood, and where a narrow
# line has room for the whole; a cell has less.
_SHORT_PIECE, _LONGEST_NAME, LONGEST_IN_CELL = 4, 13, 8
# Words of one character that belong to what stands before them; all others belong to what follows.
_CLINGING = frozenset("的了着过吗呢吧么们地得里中上下内外间时后")
# No word joins a phrase that is then longer: a narrow line has to have somewhere to end.
_LONGEST_PHRASE = 6

# What a break costs beside the white it leaves: inside a clause, inside a word, before a short last line, and where
# nothing else is left but a line that is too long.
_IN_CLAUSE, _IN_WORD, _LONE_END, _TOO_LONG = 0.08, 4.0, 8.0, 100.0
# A last line holds at least so many characters.
SHORTEST_END = 4


def wrap(text: str, width: float, measure: Callable[[str], float], *, even: bool = False) -> list[str]:
    """The fewest lines that hold the text; `even` ones are about equally long, and rather end where a clause does.

    `measure` says how wide one character is, in the unit of `width`. Of all ways to break the text the one of least
    cost, by dynamic programming (Knuth & Plass, Breaking Paragraphs into Lines, 1981).
    """
    if not text:
        return []
    ends = [0.0, *accumulate(map(measure, text))]
    # For each place where a line may end: the cost of all lines up to it, and where the last of them begins.
    best: dict[int, tuple[tuple[int, float], int]] = {0: ((0, 0.0), 0)}
    for end, penalty in [*_places(text, width, ends, _IN_CLAUSE if even else 0.0), (len(text), 0.0)]:
        found = None
        stop, last = ends[end - (text[end - 1] == " ")], end == len(text)
        for start in reversed(best):
            length, cost = stop - ends[start], penalty
            if length > width:
                if found is not None:
                    break
                cost += _TOO_LONG
            if even or not last:
                cost += (1 - length / width) ** 2
            if last and start > 0 and end - start < SHORTEST_END:
                cost += _LONE_END
            count, before = best[start][0]
            candidate = ((count + 1, before + cost), start)
            if found is None or candidate < found:
                found = candidate
        assert found is not None
        best[end] = found
    lines: list[str] = []
    end = len(text)
    while end > 0:
        start = best[end][1]
        lines.append(text[start:end].strip())
        end = start
    return lines[::-1]


def lines_needed(text: str, width: float, measure: Callable[[str], float]) -> int | None:
    """How many lines `wrap` makes of the text: each takes what it can, for no other way needs fewer.

    None where some of it cannot be broken and is wider than a line.
    """
    if not text:
        return 0
    ends = [0.0, *accumulate(map(measure, text))]
    count, start, last = 1, 0, 0
    for end in [*(end for end, _ in _places(text, width, ends, 0.0)), len(text)]:
        stop = ends[end - (text[end - 1] == " ")]
        if last > start and stop - ends[start] > width:
            count, start = count + 1, last
        if stop - ends[start] > width:
            return None
        last = end
    return count


def clauses(title: str) -> list[str]:
    """A title in the pieces between which a line is best broken."""
    return re.findall("[^？！。；，：]+[？！。；，：”’」』》）]*|.+", title)


def breakable(html: str, cut: Callable[[str], list[str]], longest: int = _LONGEST_NAME) -> str:
    """A title's HTML with a `<wbr>` between its phrases, for `word-break: keep-all`; `cut` gives the words of a run.

    What no line may end in stands in an element of the class `together`, a name with a hyphen if it is not longer.
    """
    cut_html = _HAN_RUN.sub(lambda run: "<wbr>".join(phrases(cut(run[0]))), html)
    return held(_HELD.sub(r'<span class="together">\g<0></span>', cut_html), longest)


def held(html: str, longest: int = _LONGEST_NAME) -> str:
    """HTML whose names with a hyphen no line ends in: each stands in an element of the class `together`."""

    def marked(text: re.Match[str]) -> str:
        pieces = hyphened(text[0], longest)
        return "".join(f'<span class="together">{one}</span>' if whole else one for one, whole in pieces)

    return _BETWEEN_TAGS.sub(marked, html) if "-" in html else html


def hyphened(text: str, longest: int = _LONGEST_NAME) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is a name (or a date) that no line ends in."""
    end = 0
    for found in _HYPHENED.finditer(text):
        if len(found[0]) <= longest and min(map(len, found[0].split("-"))) <= _SHORT_PIECE:
            yield text[end : found.start()], False
            yield found[0], True
            end = found.end()
    yield text[end:], False


def parts(text: str, *, code: bool) -> list[str]:
    """A name of a program in the parts between which a line is best broken: from_|pretrained, none of them short."""
    return (_JOINED_CODE if code else _JOINED_TEXT).split(text)


def phrases(words: Sequence[str]) -> list[str]:
    """The words of a Han run, those of one character joined to a neighbour: 要|除以 → 要除以, 改|了 → 改了.

    web/phrases.js does the same with the words of the browser.
    """
    found: list[str] = []
    open_ended = False
    for place, word in enumerate(words):
        clings = word in _CLINGING or (len(word) == 1 and place == len(words) - 1)
        if found and (clings or (open_ended and len(found[-1] + word) <= _LONGEST_PHRASE)):
            found[-1] += word
        else:
            found.append(word)
        open_ended = len(word) == 1 and word not in _CLINGING
    return found


def _places(text: str, width: float, ends: Sequence[float], in_clause: float) -> Iterator[tuple[int, float]]:
    """Where a line may end, with what that costs."""
    for end, (before, after) in enumerate(pairwise(text), 1):
        if after == " " or before in _NOT_LAST or after in _NOT_FIRST:
            continue
        if before in _GOOD_AFTER or after in _GOOD_BEFORE:
            yield end, 0.0
        elif before == " " or _HAN.match(before) or _HAN.match(after):
            yield end, in_clause
        else:
            first, last = _word(text, end)
            if ends[last] - ends[first] > width:
                yield end, _IN_WORD


def _word(text: str, place: int) -> tuple[int, int]:
    """Where the Latin word around a place begins and ends."""
    start = end = place
    while start > 0 and not _ends_word(text[start - 1]):
        start -= 1
    while end < len(text) and not _ends_word(text[end]):
        end += 1
    return start, end


def _ends_word(character: str) -> bool:
    return character == " " or _HAN.match(character) is not None
