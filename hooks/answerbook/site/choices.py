"""The page of tags: one list of all questions, of which its address chooses some.

Each title stands on the page once. What can be chosen, a tag, a frequency, a level or both, is a heading above the
list; while the address leads to it, the page's own stylesheet leaves out the rows that are not meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..content import frequencies
from ..content.frequencies import FREQUENCIES
from ..content.questions import LEVELS, Question
from . import navigation, study, views
from .site import Site
from .views import Choice, NavEntry, View

# The tags of fewer questions stand together, closed, where there are more than these.
_SHOWN_TAGS, _SELDOM = 40, 3


def tags_page(site: Site) -> View:
    """All questions, the most asked first, and what can be chosen of them."""
    counted = site.book.frequencies
    tags, seldom = _apart(_tags(site))
    heads = [("#by-tag", "按标签")] * bool(tags) + [("#grades", "频率与难度")]
    heads += [("#counted", "按被问的次数")] * bool(counted.counts) + [("#ranked", "题目")]
    return views.TagsPage(
        counted=counted.source if counted.counts else None,
        rule=frequencies.by_rule_in_words(),
        rows=tuple(_rows(site)),
        tags=tags,
        seldom=seldom,
        levels=_levels(site),
        grades=[(_frequency(site, frequency), _grades(site, frequency)) for frequency in FREQUENCIES],
        sidebar=navigation.topic_list(site.book),
        contents=tuple(NavEntry(*head) for head in heads),
    )


def stylesheet(site: Site) -> str:
    """The rules that leave out the rows that are not chosen: the headings stand before the list, in one element."""
    return "\n".join(f"#{one.anchor}:target~.rows>:not({one.rows}){{display:none}}" for one in _all(site))


def _all(site: Site) -> Iterator[Choice]:
    yield from _levels(site)
    for frequency in FREQUENCIES:
        yield _frequency(site, frequency)
        yield from _grades(site, frequency)
    yield from _tags(site)


def _tags(site: Site) -> list[Choice]:
    tagged = site.connections.tagged.items()
    return [Choice(tag, navigation.tag_anchor(tag), f".t{at}", len(found)) for at, (tag, found) in enumerate(tagged)]


def _apart(tags: Sequence[Choice]) -> tuple[Sequence[Choice], Sequence[Choice]]:
    """Those that are shown at once, and where there are many, those of few questions."""
    if len(tags) <= _SHOWN_TAGS:
        return tags, ()
    return [tag for tag in tags if tag.questions >= _SELDOM], [tag for tag in tags if tag.questions < _SELDOM]


def _levels(site: Site) -> list[Choice]:
    return [_graded(site, level, f"level-{at}", level=level) for at, level in enumerate(LEVELS, start=1)]


def _frequency(site: Site, frequency: str) -> Choice:
    return _graded(site, f"{frequency}频", navigation.FREQUENCY_ANCHORS[frequency], frequency=frequency)


def _grades(site: Site, frequency: str) -> list[Choice]:
    grades = ((f"{frequency}频、{level}", navigation.grade_anchor(frequency, level), level) for level in LEVELS)
    return [_graded(site, name, anchor, frequency, level) for name, anchor, level in grades]


def _graded(site: Site, name: str, anchor: str, frequency: str = "", level: str = "") -> Choice:
    """Those of a frequency, of a level, or of both."""
    found = [one for one in site.book.questions if frequency in ("", one.frequency) and level in ("", one.level)]
    parts = [f".f{FREQUENCIES.index(frequency) + 1}"] if frequency else []
    parts += [f".l{LEVELS.index(level) + 1}"] if level else []
    return Choice(name, anchor, "".join(parts), len(found))


def _rows(site: Site) -> Iterator[views.ChoiceRow]:
    ranking = study.ranking(site.book, site.book.questions)
    places = {tag: at for at, tag in enumerate(site.connections.tagged)}
    for one in (*ranking.counted, *ranking.others):
        said = one.said if site.book.frequencies.counts else f"{one.question.frequency}频"
        yield views.ChoiceRow(one.question, f"{one.question.level}，{said}", _classes(one.question, places))


def _classes(question: Question, places: dict[str, int]) -> str:
    grade = f"f{FREQUENCIES.index(question.frequency) + 1} l{LEVELS.index(question.level) + 1}"
    return " ".join((grade, *(f"t{places[tag]}" for tag in question.tags)))
