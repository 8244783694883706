"""Rules of the form of an answer: what is said aloud, mistakes, follow-ups, the scale, and how much code is shown.

A page takes the form on with its 口述; until then only its closed checks are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..content.contents import Contents, Found, Page, short
from ..rulebook import rule
from ..text import bodies, form, prose
from ..text.bodies import Fence
from ..text.parts import FOLLOW_UPS, GRADING, PITFALLS, SPOKEN

FEWEST_SPOKEN, MOST_SPOKEN = 180, 350
FEWEST_SENTENCES, MOST_SENTENCES = 4, 7
# Said in one breath, in Chinese characters: beyond that a speaker stops where the sentence does not.
MOST_IN_A_BREATH = 30
FEWEST_FOLLOW_UPS, MOST_FOLLOW_UPS = 3, 5
FEWEST_ASKS, MOST_ASKS = 6, 20
MOST_PITFALLS = 4
MOST_BOLD = 3
MOST_SHOWN_LINES = 25
# The topic whose pages are code.
CODING = "coding"

_SENTENCE_END = re.compile("[。？！]")
_BREATH = re.compile("[^，。；：？！、—…“”（）《》\n]+")
_UNSAYABLE = re.compile(
    r"[√∑∏∫∂∇≈≠≤≥±×÷·→←↔⇒∈∞²³¹⁰⁴-⁹⁻₀-₉^_\\{}|<>=~$#@+…]|\d\s*/\s*\w|\w\s*/\s*\d|(?<![A-Za-z])[A-Za-z]/[A-Za-z](?![A-Za-z])"
    r"|(?<![A-Za-z\d])\d(?:\.\d+)?e-?\d"
)
_PRESENT = re.compile(r"截至 ?20[0-9]{2}(?:[-年 0-9]*[0-9月])?")
_CAPTION = re.compile(r"#\s*\S")


@rule(
    "spoken-length",
    "口述有……个字、口述有……句",
    "约一分钟说得完：180 到 350 字，四到七句",
)
def _check_spoken(page: Page, contents: Contents) -> Found:
    if not (span := _part(page, SPOKEN)):
        return
    line = _line(page, SPOKEN)
    said = " ".join(text for kind, text in prose.below(page.body).get(SPOKEN, ()) if kind == "text")
    if len(said.replace(" ", "")) not in range(FEWEST_SPOKEN, MOST_SPOKEN + 1):
        length = len(said.replace(" ", ""))
        yield line, f"口述有 {length} 个字；请写成 {FEWEST_SPOKEN} 到 {MOST_SPOKEN} 字，约一分钟说得完"
    sentences = len(_SENTENCE_END.findall(said))
    if not FEWEST_SENTENCES <= sentences <= MOST_SENTENCES:
        yield line, f"口述有 {sentences} 句；请写成 {FEWEST_SENTENCES} 到 {MOST_SENTENCES} 句"
    yield from _unsayable(page, span)


@rule(
    "spoken-sayable",
    "念不出来、念不完、口述里有、口述是说的话",
    "口述要能照着念：没有公式、引用、列表和代码，符号写成念的话，每三十个字以内有一处停顿",
)
def _unsayable(page: Page, span: tuple[int, int]) -> Found:
    """What cannot be read aloud."""
    body, (start, end) = page.body.text, span
    for formula in page.body.formulas:
        if start <= formula.start < end:
            yield page.line_of(formula.start), f"口述里的公式 {short(formula.tex)} 念不出来；请写成念的话，如“根号 d k”"
    for citation in page.body.citations:
        if start <= citation.start < end:
            yield page.line_of(citation.start), f"口述里有引用 [@{citation.key}]，念不出来；出处请写在详解里"
    for at, _ in form.items(body, span):
        yield page.line_of(at), "口述是说的话，不是列表；请写成连着的句子"
    for found in re.finditer("```|`", body[start:end]):
        yield page.line_of(start + found.start()), "口述里有代码的反引号；请写成念的话"
        break
    said = _without_formulas(page)[start:end]
    for found in _UNSAYABLE.finditer(said):
        shown = said[max(0, found.start() - 6) : found.end() + 6].strip()
        yield page.line_of(start + found.start()), f"口述里的“{short(shown)}”念不出来；请写成念的话，如“两倍”“根号 d k”"
    for breath in _BREATH.finditer(said):
        if (length := round(form.length(breath[0]))) > MOST_IN_A_BREATH:
            line = page.line_of(start + breath.start())
            yield line, f"口述里的“{short(breath[0].strip())}”一口气念不完，{length} 个字没有停顿；请断开"


@rule(
    "grading",
    "评分……",
    "三行，依次是及格、好、优秀",
)
def _check_grading(page: Page, contents: Contents) -> Found:
    if not _part(page, SPOKEN):
        return
    span = _part(page, GRADING)
    shape = "“- 及格：……”“- 好：……”“- 优秀：……”"
    if not span:
        yield _line(page, SPOKEN), f"有口述，还缺“## 评分”；请在最后写上三行：{shape}"
        return
    items = [text for _, text in _items(page, span)]
    names = tuple(re.split("[：:]", text, maxsplit=1)[0].strip("* ") for text in items)
    if names != form.GRADES or not all(re.search(r"[：:]\s*\S", text) for text in items):
        yield _line(page, GRADING), f"评分写的是“{'、'.join(map(short, names))}”；请写成三行：{shape}"


@rule(
    "follow-up-answers",
    "追问有……个、没有答案、请只写一句",
    ("三到五个追问，每行写一个 `- [问题？](../专题/编号.md)：一句话答案。`；还没有那一页的写 `- 问题？：一句话答案。`"),
)
def _check_answered(page: Page, contents: Contents) -> Found:
    if not _part(page, SPOKEN):
        return
    shape = "“- [问题？](../专题/编号.md)：一句话答案。”"
    if not _part(page, FOLLOW_UPS):
        message = f"有口述，还缺“## 追问”；请写 {FEWEST_FOLLOW_UPS} 到 {MOST_FOLLOW_UPS} 行 {shape}"
        yield _line(page, SPOKEN), message
        return
    asked = page.body.follow_ups
    if not FEWEST_FOLLOW_UPS <= len(asked) <= MOST_FOLLOW_UPS:
        message = f"追问有 {len(asked)} 个；请写 {FEWEST_FOLLOW_UPS} 到 {MOST_FOLLOW_UPS} 个"
        yield _line(page, FOLLOW_UPS), message
    for one in asked:
        ends = len(_SENTENCE_END.findall(re.sub("“[^”]*”|（[^）]*）", "", one.answer)))
        if not one.answer:
            yield one.line, f"追问“{short(one.text)}”没有答案；请写成 {shape}"
        elif ends > 1:
            yield one.line, f"追问“{short(one.text)}”的答案有 {ends} 句；请只写一句"


@rule(
    "pitfalls",
    "易错点……",
    "只留候选人真会说错的，每条写成“错：……。对：……。”",
)
def _check_pitfalls(page: Page, contents: Contents) -> Found:
    span = _part(page, PITFALLS)
    if not span or not _part(page, SPOKEN):
        return
    items = list(_items(page, span))
    if len(items) > MOST_PITFALLS:
        yield _line(page, PITFALLS), f"易错点有 {len(items)} 条；请留下 {MOST_PITFALLS} 条以内，候选人真会说错的"
    for line, text in items:
        if form.slip(text) is None:
            yield line, f"易错点“{short(text)}”请写成“- 错：候选人会说的话。对：正确的说法。”"


@rule(
    "bold-numbers",
    "加粗的数字",
    "只给真要记住的加粗，三个以内",
)
def _check_bold_numbers(page: Page, contents: Contents) -> Found:
    if not _part(page, SPOKEN):
        return
    bold = form.bold_numbers(page.body)
    if len(bold) > MOST_BOLD:
        said = "、".join(short(text) for _, text in bold)
        line = page.line_of(bold[MOST_BOLD][0])
        yield line, f"加粗的数字有 {len(bold)} 个（{said}）；只给要记住的加粗，{MOST_BOLD} 个以内"


@rule(
    "asks-count",
    "种问法",
    "六到二十种人们真会这样问的说法，搜索靠它听懂口语",
)
def _check_asks(page: Page, contents: Contents) -> Found:
    if page.question is None or not _part(page, SPOKEN):
        return
    count, line = len(page.question.asks), page.question.lines.get("asks", 1)
    if not FEWEST_ASKS <= count <= MOST_ASKS:
        message = f"asks 有 {count} 种问法；请写 {FEWEST_ASKS} 到 {MOST_ASKS} 种，人们真会这样问的"
        yield line, message


@rule(
    "check-caption",
    "验证的代码平时收起",
    "证明给自己看的代码写成 `.check`，第一行用注释说它验证什么",
)
def _check_captions(page: Page, contents: Contents) -> Found:
    for fence in _python(page):
        if form.is_check(fence.info) and not _CAPTION.match(fence.code):
            message = "验证的代码平时收起，只露出第一行；第一行请写注释说它验证什么，如“# 验证：点积的方差等于 d_k”"
            yield fence.line, message


@rule(
    "shown-code",
    "露在外面的 Python",
    "只露出白板上写得出的 25 行以内，验证用的写成 `.check`",
)
def _check_shown_code(page: Page, contents: Contents) -> Found:
    if page.question is None or page.question.topic == CODING or not _part(page, SPOKEN):
        return
    shown = [fence for fence in _python(page) if not form.is_check(fence.info)]
    lines = sum(1 for fence in shown for line in fence.code.splitlines() if line.strip())
    if lines > MOST_SHOWN_LINES:
        advice = f"请缩到 {MOST_SHOWN_LINES} 行以内，验证用的写成 ```{{.python .check}}"
        yield shown[-1].line, f"露在外面的 Python 有 {lines} 行；{advice}"


@rule(
    "as-of",
    "没有 as_of",
    "会过时的话要说明是哪天查的：文件头写 `as_of`，每周的清单据此提醒",
)
def _check_as_of(page: Page, _: Contents) -> Found:
    """What states the present says when it was looked up, so that it can be found when it is old."""
    stated = _PRESENT.search(page.body.text)
    if stated and page.question is not None and page.question.as_of is None:
        line = page.line_of(stated.start())
        yield line, f"写了“{stated[0]}”，文件头却没有 as_of；请写上查证的那一天，如 as_of: 2026-11-29"


RULES: tuple[Callable[[Page, Contents], Found], ...] = (
    _check_spoken,
    _check_grading,
    _check_answered,
    _check_pitfalls,
    _check_bold_numbers,
    _check_asks,
    _check_captions,
    _check_shown_code,
    _check_as_of,
)


def _python(page: Page) -> Iterator[Fence]:
    return (fence for fence in page.body.fences if "python" in fence.info)


def _part(page: Page, anchor: str) -> tuple[int, int] | None:
    return page.body.part(anchor) if page.question is not None else None


def _line(page: Page, anchor: str) -> int:
    return next(heading.line for heading in page.body.headings if heading.anchor == anchor and heading.level == 2)


def _items(page: Page, span: tuple[int, int]) -> Iterator[tuple[int, str]]:
    """The items of a list of one level, with their lines."""
    return ((page.line_of(at), text) for at, text in form.items(page.body.text, span))


def _without_formulas(page: Page) -> str:
    spans = [(citation.start, citation.end) for citation in page.body.citations]
    return bodies.blank(page.plain, spans)
