"""The search index as Python builds it, and the engine over it in Node's own test runner."""

from __future__ import annotations

import dataclasses
import gzip
import json
import math
import os
import re
import subprocess
from collections import Counter
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

import pytest
from answerbook import node
from answerbook.checking import checks
from answerbook.content.questions import Book, Question, Topic
from answerbook.search import alphabet, coding, counting, postings, search_index, texts, versions, vocabulary, words
from answerbook.site import browser
from answerbook.text import prose
from answerbook.text.body import Body

from tests.search import posts, quality
from tests.search.many import many
from tests.search.tune import answers, write
from tests.sites import ROOT

SEARCH = ROOT / "tests" / "search"
# Sorted; some begin with all of the one before, one with more of it than a digit can count.
TERMS = sorted(["a", "ab", "kv", "kvcache", "x" * 90, "x" * 90 + "y", "位置", "注意", "注意力", "注意力机制"])
SPLIT_FLOOR = {"found": 0.95, "spurious": 0.06}
# Some of them without their like: none of Latin letters, none of Chinese ones, rare characters, one alone, none at all.
VOCABULARIES = [TERMS, TERMS[:6], TERMS[6:], ["+", "c++", "β", "㐀", "一", "一" * 40, "一二", "龘靐"], ["熵"], []]
# Lists, and texts of which words are known: in letters of any size, one within another, said in vain, some of them
# repeated so often that they are told by what they follow; characters that are no single unit of a browser's strings.
LISTS = [["显存占用|显存", "显存 占用", "kv cache", "kv cache 占用"], [], ["🎉🎊 🎉", "ａ"]]
KNOWN = [
    ("QLoRA 和 LoRA、lora 有什么区别？", ["qlora", "lora", "区别"]),
    ("ΑβΣ 的显存", ["αβς", "αβσ", "显存"]),
    ("", ["显存"]),
    ("没有", ["显存", *map(str, range(40))]),
    ("🎉", []),
]
COLLOQUIAL_FLOOR = {"first": 0.8, "recall": 0.93}
# Of two pages of code that a query fits, the one that is about it.
WRITTEN = {
    "手写 softmax": "code-softmax-ce",
    "写一个 softmax": "code-softmax-ce",
    "softmax 代码": "code-softmax-ce",
    "投机解码 code": "code-speculative",
    "手写 softmax kernel": "code-cuda-kernel",
    "手写训练循环": "code-mlp-backprop",
    "手写 agent 循环": "code-agent-loop",
    "手写位置编码": "code-rope",
    "手写 ViT": "code-vit-patch",
}
# What the book promises of its own index, compressed.
INDEX_UP_TO = 130_000
# Numbers of three bits, the context of each, and after it which places of fifteen are taken.
CODED = [(n * n % 7, n % 3 * 8, n * 2731 % 32_768 if n % 5 else (0, 32_767)[n % 2]) for n in range(400)]


@pytest.fixture(scope="module")
def small() -> Book:
    return checks.read(SEARCH / "docs", typeset=False)


@pytest.fixture(scope="module")
def book() -> Book:
    return checks.read(ROOT / "docs", typeset=False)


@pytest.fixture(scope="module")
def index(book: Book) -> dict[str, str]:
    """The files of the index of the book."""
    return search_index.scripts(book)


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache of made-up books, which share most questions: a real one would keep them."""
    return tmp_path_factory.mktemp("counted")


@pytest.mark.parametrize("name", [path.name for path in sorted(SEARCH.glob("*.test.mjs"))])
def test_in_node(name: str, small: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(search_index.scripts(small), tmp_path / "whole")
    monkeypatch.setattr(search_index, "WHOLE_UP_TO", 1)
    monkeypatch.setattr(search_index, "POSTINGS_IN_SHARD", 8)
    write(search_index.scripts(small), tmp_path / "sharded")
    numbers = [0, 1, 42, 43, 44, 1892, 1893, 81_356, 2**31 - 1]
    settings = {
        "INDEX": str(tmp_path / "whole"),
        "SHARDED": str(tmp_path / "sharded"),
        "NUMBERS": json.dumps(numbers),
        "VARINTS": "".join(map(alphabet.varint, numbers)),
        "CODED": json.dumps(CODED),
        "CODE": _coded(),
        "TERMS": json.dumps(TERMS),
        "VOCABULARIES": json.dumps([*map(_packed, VOCABULARIES)]),
        "TEXTS": json.dumps([LISTS, [*KNOWN], texts.texts(LISTS, KNOWN, "显存")]),
        "FRONT_CODED": alphabet.front_coded(TERMS),
        "POSTINGS": json.dumps(_postings(small)),
        "HASHES": json.dumps([search_index.shard_of(text, 2**32) for text in ("", "abc", "注意力", "🎉")]),
    }
    command = [node.executable(), "--test", "--test-reporter=tap", str(SEARCH / name)]
    done = subprocess.run(command, env=os.environ | settings, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _postings(book: Book) -> dict[str, list[tuple[int, int, bool, bool, int, int]]]:
    """By term: question, step of weight, whether title and aliases hold the term, which names and ways of asking do."""
    index = postings.build(book)
    return {
        term: [
            (
                (question := posting // postings.MARKS),
                posting % postings.LEVELS_OF_WEIGHT,
                bool(posting // postings.LEVELS_OF_WEIGHT & postings.IN_TITLE),
                bool(posting // postings.LEVELS_OF_WEIGHT & postings.IN_ALIASES),
                sum((term in name) << place for place, name in enumerate(index.names[question])),
                sum((term in way) << place for place, way in enumerate(index.asks[question])),
            )
            for posting in found
        ]
        for term, found in index.postings.items()
    }


def _packed(terms: list[str]) -> tuple[list[str], list[int], dict[str, object]]:
    log_frequency = {term: len(term) * 7 % 16 for term in terms}
    return terms, [*log_frequency.values()], vocabulary.vocabulary(terms, log_frequency)


def _coded() -> str:
    coder = coding.Coder(40)
    for number, context, places in CODED:
        coder.number(number, context, 3)
        coder.flag(number == 3, 23)
        coder.number(places.bit_count(), 24, 4)
        coder.chosen(places, places.bit_count(), 15)
    return alphabet.sixes("".join(f"{byte:08b}" for byte in coder.finished()))


def test_posts_are_split_into_their_questions() -> None:
    # Those that the weights are fitted on; the others are measured by tests/search/posts.py.
    all_ = [post for post in posts.posts() if not post.held_out]
    total = Counter[str]()
    for post, rows in zip(all_, posts.matched(all_), strict=True):
        total += posts.counted(post, rows, frozenset())
    assert total["found"] >= SPLIT_FLOOR["found"] * total["questions"]
    assert total["spurious"] <= SPLIT_FLOOR["spurious"] * total["rows"]


def test_colloquial_questions_are_found_where_ranking_was_not_tuned(
    book: Book, index: dict[str, str], tmp_path: Path
) -> None:
    asked = [q for q in quality.queries(quality.COLLOQUIAL, existing=book.by_id) if q.held_out]
    write(index, tmp_path)
    found = answers(tmp_path, asked)
    score = quality.score(asked, found)
    assert len(asked) >= 100
    assert score.first >= COLLOQUIAL_FLOOR["first"]
    assert score.recall >= COLLOQUIAL_FLOOR["recall"]
    right = [found[q.text][0] for q in asked if found[q.text] and found[q.text][0].id in q.answers]
    assert sum(result.weak for result in right) <= len(right) / 4


def test_of_pages_of_code_the_one_about_it_comes_first(index: dict[str, str], tmp_path: Path) -> None:
    write(index, tmp_path)
    found = answers(tmp_path, [quality.Query("代码", query, (page,), held_out=True) for query, page in WRITTEN.items()])
    assert {query: results[0].id for query, results in found.items()} == WRITTEN


def test_no_judged_question_is_copied_into_the_book(book: Book) -> None:
    """Ways of asking that were taken from the judged questions would make search look better than it is."""
    asks = {words.key(way) for question in book.questions for way in question.asks}
    judged = [query for path in (quality.COLLOQUIAL, quality.FRESH, quality.PHONE) for query in quality.queries(path)]
    assert not [query.text for query in judged if words.key(query.text) in asks]


def test_the_index_of_the_book_is_as_small_as_promised(index: dict[str, str]) -> None:
    size = len(gzip.compress(index[search_index.BASE].encode(), 9))
    assert size <= INDEX_UP_TO, f"索引压缩以后是 {size} 字节，说好不超过 {INDEX_UP_TO}，先看新加的问法用不用得着"


def test_what_follows_from_what_was_before_takes_few_bits() -> None:
    coder = coding.Coder(8)
    for _ in range(4000):
        coder.number(5, 0, 3)
    assert len(coder.finished()) < 30


def test_the_same_book_gives_the_same_bytes(small: Book) -> None:
    assert search_index.scripts(small) == search_index.scripts(checks.read(SEARCH / "docs", typeset=False))


def test_what_was_kept_gives_the_same_bytes(small: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path))
    made = search_index.scripts(small)
    monkeypatch.setattr(counting, "counts", None)
    assert search_index.scripts(small) == made


def test_terms_are_listed_with_their_weights(book: Book) -> None:
    """The sums of the index once more, over all counts at once and field by field."""
    index = postings.build(book)
    counts = [_counted(question) for question in book.questions]
    held = Counter(term for found in counts for term in found)
    called = [{*chain.from_iterable(counting.names(question))} for question in book.questions]
    expected = _weighed(counts, held, called)
    for term in [*filter(lambda term: _is_idle(term, expected[term], len(counts)), expected)]:
        del expected[term]
    levels = postings.LEVELS_OF_WEIGHT
    assert expected == {
        term: [(p // (16 * levels), p % levels, *(bool(p // levels & bit) for bit in (1, 2, 4, 8))) for p in postings]
        for term, postings in index.postings.items()
    }
    assert index.document_frequency == held


def _counted(question: Question) -> dict[str, dict[str, int]]:
    """How often a question has each term, by field."""
    names = [*counting.FIELDS]
    groups = counting.counts(question, prose.parts(question.body)).items()
    return {term: {names[at]: count for at, count in times} for times, terms in groups for term in terms}


# Question, level of weight, whether title, aliases, ways of asking and names hold the term.
Row = tuple[int, int, bool, bool, bool, bool]


def _weighed(
    counts: list[dict[str, dict[str, int]]], held: Mapping[str, int], called: list[set[str]]
) -> dict[str, list[Row]]:
    """The rows of each term, by question; `held` is how many questions hold each, `called` what names hold."""
    lengths = [{name: sum(times.get(name, 0) for times in one.values()) for name in counting.FIELDS} for one in counts]
    means = {name: max(sum(length[name] for length in lengths) / len(lengths), 1.0) for name in counting.FIELDS}
    told = {term for found in counts for term, by_field in found.items() if not _is_passing(by_field)}
    usual = {
        term: held[term] > (max(postings.FEW, len(counts) * postings.USUAL) if term in told else postings.MENTIONED)
        for term in held
    }
    rows: dict[str, list[Row]] = {}
    for number, (found, length) in enumerate(zip(counts, lengths, strict=True)):
        for term, by_field in found.items():
            if not _says_nothing(term, by_field, usual[term], held[term]):
                level = _level(by_field, {name: length[name] / means[name] for name in length})
                title, alias, ask = (field in by_field for field in ("title", "aliases", "asks"))
                rows.setdefault(term, []).append((number, level, title, alias, ask, term in called[number]))
    return rows


def _is_passing(by_field: Mapping[str, int]) -> bool:
    return by_field.keys() <= {"body", "code"} and sum(by_field.values()) <= counting.PASSING


def _says_nothing(term: str, by_field: Mapping[str, int], usual: bool, held: int) -> bool:
    """Whether a question's term is left out: mentioned in passing, or of this question alone and no word."""
    han = words.is_han(term) and term not in words.dictionary()
    everyday = han or re.fullmatch(r"[0-9.]*[a-zα-ω]{0,2}[0-9]*|[0-9.]+[a-z]{3}", term)
    if _is_passing(by_field) and (usual or everyday):
        return True
    alone = held == 1 and not by_field.keys() & {"title", "aliases"}
    return alone and han and ("asks" not in by_field or not words.frequency(term))


def _level(by_field: Mapping[str, int], lengths: Mapping[str, float]) -> int:
    """The weight of BM25F, on the index's scale; lengths are in means of their fields."""
    total = 0.0
    for name, count in by_field.items():
        weight, b = counting.FIELDS[name]
        total += weight * count / (1 - b + b * lengths[name])
    step = math.log(postings.HIGHEST / postings.LOWEST) / (postings.LEVELS_OF_WEIGHT - 1)
    return round(math.log(min(max(total, postings.LOWEST), postings.HIGHEST) / postings.LOWEST) / step)


def _is_idle(term: str, rows: list[Row], questions: int) -> bool:
    """Whether a term is one of everyday Chinese in the bodies of a few questions."""
    few = len(rows) <= min(postings.IDLE, questions * postings.RARELY)
    han = words.is_han(term) and term not in words.dictionary()
    return few and han and not any(any(row[2:]) for row in rows)


@pytest.mark.parametrize("word", words.dictionary())
def test_a_word_of_the_dictionary_is_found_whole_and_in_parts(word: str) -> None:
    found = words.cut(word)
    assert word in found
    assert len(word) < 4 or len(found) > 1


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("FlashAttention-2", ["flashattention2", "flashattention", "flash", "attention", "2"]),
        ("KV缓存", ["kv", "缓存"]),
        ("past_key_values", ["pastkeyvalues", "past", "key", "values"]),
        ("ＬｏＲＡ", ["lora"]),
        ("GPT-3.5", ["gpt35", "gpt", "3", "5"]),
        ("3.14", ["3.14"]),
        ("RMSNorm", ["rmsnorm", "rms", "norm"]),
        ("C++", ["c++"]),
        ("，。？！", []),
    ],
)
def test_terms(text: str, terms: list[str]) -> None:
    assert list(words.terms(text)) == terms


@pytest.mark.parametrize(
    ("id", "aliases", "names"),
    [
        ("lora", ["LoRA 的原理", "低秩适配"], [("lora",), ("低秩适配",)]),
        ("kv-cache", ["KV 缓存", "past_key_values"], [("kv", "缓存"), ("pastkeyvalues",), ("kv", "cache")]),
        # Said nowhere; longer than anyone says it whole.
        ("no-such-thing", ["low rank adaptation"], []),
    ],
)
def test_names_are_the_first_aliases_and_the_id_in_words(
    small: Book, id: str, aliases: list[str], names: list[tuple[str, ...]]
) -> None:
    question = dataclasses.replace(small.by_id["kv-cache"], id=id, aliases=tuple(aliases))
    assert counting.names(question) == names


def test_characters_of_no_word_are_found_in_pairs() -> None:
    assert "魑魅" in words.cut("魑魅")


def test_prose_is_indexed_and_what_is_not_prose_is_not(small: Book) -> None:
    terms = postings.build(small).postings
    assert {"softmax", "点积", "triangularsolve"} <= terms.keys()
    assert not {"hiddenlatex", "codeprompt", "top", "value", "从略。"} & terms.keys()


def test_stop_words_are_not_indexed(small: Book) -> None:
    assert not words.stop_words() & postings.build(small).postings.keys()


def test_no_word_list_has_a_line_twice() -> None:
    told_apart = (words.DICTIONARY, words.STOP_WORDS, words.SOFT_STOP_WORDS, words.VARIANTS)
    for path in (*told_apart, words.READINGS, words.ENGLISH, words.EVERYDAY):
        lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
        assert len(lines) == len(set(lines)), path.name


def test_scripts_hold_nothing_that_ends_a_script(small: Book) -> None:
    question = dataclasses.replace(small.questions[0], title="</script>", short="</script>\u2028<!--\u2029")
    topic = dataclasses.replace(small.topics[0], questions=(question, *small.topics[0].questions[1:]))
    made = "".join(search_index.scripts(dataclasses.replace(small, topics=(topic, *small.topics[1:]))).values())
    assert "<\\/script>\\u2028<!--\\u2029" in made
    assert "</" not in made and not {"\u2028", "\u2029"} & set(made)


def test_snippets_begin_with_the_short_answer_and_hold_no_markup(small: Book) -> None:
    question = small.by_id["scaling"]
    sentences = counting.snippets(question, prose.parts(question.body))
    assert sentences[0] == question.short
    assert not [s for s in sentences if "$" in s or "```" in s]
    assert sentences[1:] == list(prose.parts(question.body).sentences)


def test_a_changed_question_is_counted_anew(small: Book) -> None:
    question = dataclasses.replace(small.by_id["lora"], title="量子纠缠？")
    topic = Topic("t", "题", "", Body(""), "", (question,))
    assert "纠缠" in postings.build(dataclasses.replace(small, topics=(topic,))).postings


def test_a_name_of_which_nothing_is_left_is_no_term(small: Book) -> None:
    question = dataclasses.replace(small.by_id["lora"], body=Body("```python\nx.____()\nx.kept_name()\n```\n"))
    topic = Topic("t", "题", "", Body(""), "", (question,))
    terms = postings.build(dataclasses.replace(small, topics=(topic,))).postings
    assert "keptname" in terms
    assert "" not in terms


def test_three_hundred_questions_are_small(book: Book, counted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(counted))
    files = search_index.scripts(many(book, 300))
    scripts = browser.scripts()
    first = [files[search_index.BASE], scripts["answerbook.js"], scripts["search.js"]]
    assert sum(len(gzip.compress(text.encode(), 9)) for text in first) <= 150_000
    assert not [
        name for name in files if name.startswith((f"{search_index.FOLDER}shard", f"{search_index.FOLDER}block"))
    ]


def test_more_than_a_thousand_questions_come_in_parts(
    book: Book, counted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(counted))
    large = many(book, 1100)
    files = search_index.scripts(large)
    assert f"{search_index.FOLDER}shard-1.js" in files
    first, found = loaded(files, tmp_path, "知识蒸馏")
    assert found
    assert sum(len(gzip.compress(files[f"{search_index.FOLDER}{name}.js"].encode(), 9)) for name in first) <= 300_000


def loaded(files: Mapping[str, str], folder: Path, query: str) -> tuple[list[str], list[str]]:
    """Which parts of the index this query needs, and what it finds."""
    write({name: text for name, text in files.items() if "/text/" not in name}, folder)
    script = (
        f"const {{ open }} = await import({json.dumps((SEARCH / 'folder.mjs').as_uri())})\n"
        "const { index, loaded } = await open(process.env.INDEX)\n"
        f"const {{ search }} = await import({json.dumps((ROOT / 'web/search/engine.js').as_uri())})\n"
        f"const found = await search(index, {json.dumps(query)})\n"
        "process.stdout.write(JSON.stringify([loaded, found.map((result) => result.id)]))"
    )
    command = [node.executable(), "--input-type=module", "-e", script]
    done = subprocess.run(command, env=os.environ | {"INDEX": str(folder)}, capture_output=True, text=True, check=True)
    names, ids = json.loads(done.stdout)
    return names, ids


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("LLaMA 1 到 Llama 4 各有什么变化", {"llama 1", "llama 4"}),
        ("Qwen2、2.5 和 3，还有千问3.5", {"qwen 2", "qwen 2.5", "qwen 3", "qwen 3.5"}),
        ("DeepSeek-V3.2、Claude Opus 4.5、Hunyuan 3.0", {"deepseek v3.2", "claude 4.5", "hunyuan 3"}),
        # Sizes, years, counts and names that only end so.
        ("LLaMA-7B、GPT 96 层、[@wan2025wan]、Sora 3D、DeepSeek 2026 年、ollama 2", set()),
    ],
)
def test_the_generations_of_models_that_a_text_speaks_of(text: str, wanted: set[str]) -> None:
    assert versions.mentioned(text) == wanted


def test_a_family_is_listed_by_all_its_names() -> None:
    lines = [*versions.listed(["qwen 3", "qwen 2.5", "联邦学习"])]
    assert "qwen|千问 2.5 3" in lines
    assert "hunyuan|混元" in lines
