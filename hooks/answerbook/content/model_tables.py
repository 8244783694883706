"""Tables of models in a body: a fenced block names rows and columns, and stands for an ordinary Markdown table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from ..arithmetic.shapes import Experts, LayerGroup
from ..rulebook import rule
from ..text import bodies
from ..text.body import Body
from . import datafiles
from .models import Model
from .questions import Book, Question

LANGUAGE = "models"
_ROWS, _COLUMNS = "模型", "列"
_RELEASED = "发布"
_RETOLD = "†"
_NOTHING = "—"
_FORMS = {"gated-deltanet": "Gated DeltaNet", "kda": "KDA", "lightning": "Lightning"}
_FORMS |= {"mamba-1": "Mamba", "mamba-2": "Mamba-2"}
_KINDS = {"mha": "MHA", "gqa": "GQA", "mla": "MLA", "csa": "压缩稀疏"}


@dataclass(frozen=True)
class ModelTable:
    """What a block asks for: ids of models, names of columns, each with its line."""

    ids: tuple[tuple[int, str], ...]
    columns: tuple[tuple[int, str], ...]
    line: int
    # Lines that say neither.
    others: tuple[tuple[int, str], ...]


def tables(body: Body) -> Iterator[ModelTable]:
    """The blocks of a body, in order."""
    return (_table(fence) for fence in body.fences if fence.info == LANGUAGE)


@rule(
    "model-tables",
    "模型表……",
    "页面里的 `models` 块写“模型”和“列”两行，见下面的[模型表](#模型表)",
)
def check(body: Body, models: Mapping[str, Model] | None) -> Iterator[tuple[int, str]]:
    """What is wrong with the blocks of a body; without models it is not known which there are."""
    for table in tables(body):
        for line, text in table.others:
            yield line, f"模型表里写的是“{text}”；请写“{_ROWS}: llama-3-8b、qwen3-8b”与“{_COLUMNS}: 参数、上下文”两行"
        if not table.others and not (table.ids and table.columns):
            yield table.line, f"模型表缺少{_COLUMNS if table.ids else _ROWS}；请写“{_ROWS}: …”与“{_COLUMNS}: …”两行"
        for line, id in table.ids:
            if models is not None and id not in models:
                yield line, f"模型表里的 {id} 不在 models.yml 里{datafiles.near(id, models)}；请核对编号，或先补上一行"
        for line, name in table.columns:
            if name not in COLUMNS:
                yield line, f"模型表没有“{name}”这一列；可用的有 {'、'.join(COLUMNS)}"


def filled(book: Book) -> Book:
    """The book with every block turned into its table."""
    topics = tuple(
        replace(topic, questions=tuple(_filled(question, book.models) for question in topic.questions))
        for topic in book.topics
    )
    return replace(book, topics=topics)


def waits(body: Body) -> bool:
    """Whether it may have a block."""
    return f"```{LANGUAGE}" in body.text


def written(body: Body, models: Mapping[str, Model]) -> str:
    """What the tables of a body will say."""
    return "\n\n".join(markdown(table, models) for table in tables(body)) if waits(body) else ""


def _filled(question: Question, models: Mapping[str, Model]) -> Question:
    if not waits(question.body):
        return question
    pieces: list[str] = []
    done = 0
    for fence in question.body.fences:
        if fence.info == LANGUAGE:
            pieces += [question.body.text[done : fence.start], markdown(_table(fence), models)]
            done = fence.end
    return replace(question, body=Body("".join([*pieces, question.body.text[done:]]), question.body.line))


def markdown(table: ModelTable, models: Mapping[str, Model]) -> str:
    """The table as Markdown, and the sentence that says how old it is.

    A model's month stands with its name: a column of its own is too much for a phone.
    """
    names = [name for _, name in table.columns if name in COLUMNS]
    rows = [models[id] for _, id in table.ids if id in models]
    first = [_RELEASED] if _RELEASED in names else []
    others = [name for name in names if name != _RELEASED]
    lines = [_line(["，".join(["模型", *first]), *others]), _line(["---"] * (len(others) + 1))]
    for row in rows:
        name = "，".join([row.name, *(_cell(row, name) for name in first)])
        lines.append(_line([name, *(_cell(row, name) for name in others)]))
    return "\n".join([*lines, "", _sources(rows) + _age(rows, names)] if rows else lines)


def _table(fence: bodies.Fence) -> ModelTable:
    found: dict[str, list[tuple[int, str]]] = {_ROWS: [], _COLUMNS: []}
    others = []
    for line, text in enumerate(fence.code.split("\n"), fence.line + 1):
        key, colon, rest = text.replace("：", ":").partition(":")
        if key.strip() in found and colon:
            found[key.strip()] += [(line, one) for one in rest.replace("、", " ").replace(",", " ").split()]
        elif text.strip():
            others.append((line, text.strip()))
    return ModelTable(tuple(found[_ROWS]), tuple(found[_COLUMNS]), fence.line, tuple(others))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(model: Model, name: str) -> str:
    """One cell; what others retold of a maker is marked."""
    write, fields = COLUMNS[name]
    text = write(model)
    return f"{text}{_RETOLD}" if text and set(fields) & set(model.third_hand) else text or _NOTHING


def _sources(rows: list[Model]) -> str:
    """Below the table, not in its cells: on paper a link is followed by its address."""
    return f"来源：{'、'.join(f'[{row.name}]({row.sources[0]})' for row in rows)}。"


def _age(rows: list[Model], names: list[str]) -> str:
    first, last = min(row.seen for row in rows), max(row.seen for row in rows)
    seen = f"{first} 至 {last}" if first != last else f"{last}"
    retold = any(set(COLUMNS[name][1]) & set(row.third_hand) for row in rows for name in names)
    return f"核对于 {seen}。" + (f"带 {_RETOLD} 的数由别人转述。" if retold else "")


def length(tokens: int) -> str:
    """A context length as people say it, round in thousands or in 1024s: 128K, 1M."""
    if tokens and tokens % 1000 == 0:
        return f"{tokens / 10**6:g}M" if tokens >= 10**6 else f"{tokens // 1000}K"
    if tokens and tokens % 1024 == 0:
        return f"{tokens // 1024**2}M" if tokens % 1024**2 == 0 else f"{tokens // 1024}K"
    return f"{tokens:,}" if tokens else ""


def _params(model: Model) -> str:
    return f"{model.params} / {model.active}" if model.active else model.params


def _heads(model: Model) -> str:
    if not model.heads:
        return ""
    return f"{model.heads} / {model.kv_heads}" if model.kv_heads else str(model.heads)


def _experts(model: Model) -> str:
    return _experts_text(model.experts) if model.experts else ""


def _experts_text(experts: Experts) -> str:
    shared = f"，另 {experts.shared} 共享" if experts.shared else ""
    width = f"，宽 {experts.width}" if experts.width else ""
    return f"{experts.total} 选 {experts.active}{shared}{width}"


def _attention(model: Model) -> str:
    groups = [group for group in model.groups if group.part != "cross"]
    several = len(groups) > 1
    return "，".join(_group(group, several) for group in groups)


def _group(group: LayerGroup, several: bool) -> str:
    kind = _FORMS.get(group.form, "线性") if group.kind == "linear" else _KINDS[group.kind]
    kind = "MQA" if kind == "GQA" and group.kv_heads == 1 else kind
    more = []
    if group.kind == "mla" and group.kv_rank:
        more.append(f"{group.kv_rank}+{group.rope_dim}")
    if group.window:
        more.append(f"窗口 {group.window}")
    if group.compress:
        more.append(f"{group.compress} 压 1")
    if group.top_k:
        more.append(f"选 {group.top_k}")
    named = f"{kind}（{'，'.join(more)}）" if more else kind
    if not several or not group.layers:
        return named
    # No space between two Chinese characters.
    return f"{group.layers} 层 {named}" if named[0].isascii() else f"{group.layers} 层{named}"


def _ffn(model: Model) -> str:
    return str(model.ffn) if model.ffn else ""


# How a column is written, and the fields of the row that it shows.
COLUMNS: Mapping[str, tuple[Callable[[Model], str], tuple[str, ...]]] = MappingProxyType(
    {
        "机构": (lambda model: model.maker, ("maker",)),
        "发布": (lambda model: model.released[:7], ("released",)),
        "参数": (_params, ("params", "active")),
        "层数": (lambda model: str(model.layers or ""), ("layers",)),
        "隐藏维": (lambda model: str(model.hidden or ""), ("hidden",)),
        "头数": (_heads, ("heads", "kv_heads")),
        "每头维度": (lambda model: str(model.head_dim or ""), ("head_dim",)),
        "前馈宽度": (_ffn, ("ffn",)),
        "专家": (_experts, ("experts",)),
        "注意力": (_attention, ("attention",)),
        "词表": (lambda model: f"{model.vocab:,}" if model.vocab else "", ("vocab",)),
        "上下文": (lambda model: length(model.context), ("context",)),
        "权重": (lambda model: "开放" if model.open else "闭源", ("open",)),
        "许可": (lambda model: model.licence, ("licence",)),
        "说明": (lambda model: model.note, ("note",)),
    }
)
