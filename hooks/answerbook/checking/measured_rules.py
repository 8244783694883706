"""What answers say about libraries and what was measured belong together; sentences that nobody measured are listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from .. import cache
from ..content import marks, measured
from ..content.contents import Contents
from ..content.datafiles import near
from ..content.marks import Mark
from ..content.questions import Book, Question
from ..problems import Problem
from ..rulebook import rule
from ..text import bodies
from ..text.body import Body
from ..text.parts import SPOKEN

# Libraries of this field as answers name them, and the words with which they say what one does unasked.
_LIBRARY = re.compile(
    r"(?<![A-Za-z])(?:Accelerate|Agents SDK|autocast|bitsandbytes|datasets|datasketch|DeepSpeed|FAISS|faiss|FSDP"
    r"|GradScaler|hnswlib|jieba|LangChain|LangGraph|litellm|llama\.cpp|LLaMA-Factory|llguidance|lm-eval|math-verify"
    r"|MCP SDK|Megatron|NCCL|nn\.|OpenCC|OpenRLHF|outlines|PEFT|PyTorch|rank-bm25|rouge-score|sacreBLEU|SentencePiece"
    r"|sentence-transformers|SGLang|tiktoken|tokenizers|torch\.|torchao|Transformers|TRL|Unsloth|veRL|vLLM|xgrammar)"
    r"(?![A-Za-z])"
)
_BEHAVIOUR = re.compile("默认|缺省|报错|自动(?!机)|静默|改名|会警告|不警告|返回")
_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")


@rule(
    "measured-pages",
    "实测……的 pages 里、没有这个脚本的一条",
    (
        "`docs/measured.yml` 的 `pages` 和页面里的 `[实测 id]` 两边要对得上，`findings/` 的每个脚本有一条；"
        "见下面的[库的行为](#库的行为)"
    ),
)
def check(contents: Contents) -> Iterator[Problem]:
    """Marks that lead nowhere, and findings whose pages do not carry their mark."""
    if measured.FILE in contents.unread:
        return
    marked = {page.path: [*marks.marks(page.body)] for page in contents.pages}
    yield from _check_marks(contents, marked)
    written = _ids(contents.docs / measured.FILE)
    for script in sorted(contents.docs.parent.glob("findings/*.sh")) if written else ():
        if script.stem not in written:
            where = (Path(contents.shown).parent / "findings" / script.name).as_posix()
            message = f"{contents.shown}{measured.FILE} 里没有这个脚本的一条；请加上“- id: {script.stem}”和它的各项"
            yield Problem(where, 1, message)
    shown = f"{contents.shown}{measured.FILE}"
    carried = {(mark.id, question.id) for question in contents.book.questions for mark in marked[question.path]}
    for finding in contents.book.findings:
        for page in finding.pages:
            if page not in contents.paths_of:
                hint = near(page, sorted(contents.paths_of))
                yield Problem(shown, finding.line, f"实测 {finding.id} 的 pages 里的 {page} 没有这个问题{hint}；请改正")
            elif page in contents.book.by_id and (finding.id, page) not in carried:
                path = contents.paths_of[page][0]
                message = f"实测 {finding.id} 的 pages 里有 {page}，{contents.shown}{path} 却没有指向它"
                yield Problem(shown, finding.line, f"{message}；请在说到它的那句后面写上 [实测 {finding.id}]")


def unmeasured(book: Book) -> Iterator[tuple[Question, int, str]]:
    """Sentences of answers that say what a library does by itself, without a mark: (where, line, what)."""
    code = cache.code("checking")
    for question in book.questions:
        body = question.body
        key = cache.key("unmeasured", code, body.digest)
        for line, said in cache.value("sound", key, partial(_claims, body)):
            yield question, line, said


def _claims(body: Body) -> list[tuple[int, str]]:
    """The sentences of one body, with their lines."""
    plain = bodies.blank(body.text, [(fence.start, fence.end) for fence in body.fences])
    found = ((match.start(), match[0]) for match in _SENTENCE.finditer(plain))
    return [
        (body.line_of(start), said.strip())
        for start, said in found
        if "实测" not in said and _BEHAVIOUR.search(said) and _LIBRARY.search(said)
    ]


def _ids(file: Path) -> frozenset[str]:
    """The ids that are written there, of entries that cannot be used, too."""
    text = file.read_text("utf-8") if file.is_file() else ""
    return frozenset(re.findall(r"^- \{?id:[ \t]*([a-z0-9-]+)", text, re.M))


@rule(
    "measured-marks",
    "[实测 ……]",
    "记号要在 `docs/measured.yml` 里有一条，那一条的 `pages` 里要有这一页",
)
def _check_marks(contents: Contents, marked: Mapping[str, Sequence[Mark]]) -> Iterator[Problem]:
    known = {finding.id: finding for finding in contents.book.findings}
    written = _ids(contents.docs / measured.FILE)
    for page in contents.pages:
        path = f"{contents.shown}{page.path}"
        spoken = page.body.part(SPOKEN) if page.question and marked[page.path] else None
        for mark in marked[page.path]:
            if mark.id not in known and mark.id in written:
                # That entry has a problem of its own.
                continue
            if mark.id not in known:
                hint = near(mark.id, list(known))
                message = f"[实测 {mark.id}] 不在 {measured.FILE} 里{hint}；请加上这一条，或改正 id"
                yield Problem(path, mark.line, message)
            elif page.question is not None and page.question.id not in known[mark.id].pages:
                line = known[mark.id].line
                message = f"写了 [实测 {mark.id}]，{measured.FILE} 第 {line} 行的 pages 里没有 {page.question.id}"
                yield Problem(path, mark.line, f"{message}；请加上")
            if spoken and spoken[0] <= mark.start < spoken[1]:
                yield Problem(path, mark.line, f"口述里有 [实测 {mark.id}]，念不出来；请写在详解里")
