"""The index of the printed book: Latin and Chinese in one alphabet, each term with all its answers."""

from __future__ import annotations

from dataclasses import replace

from answerbook.checking import checks
from answerbook.content import glossary
from answerbook.content.questions import Book
from answerbook.paper import terms

from tests.sites import SMALL

BOOK = checks.read(SMALL, typeset=False)


def with_aliases(*aliases: str) -> Book:
    topic = BOOK.topics[0]
    first = replace(topic.questions[0], tags=(), aliases=aliases)
    return replace(BOOK, topics=(replace(topic, questions=(first,)),), glossary=())


def found(book: Book) -> list[tuple[str, list[str]]]:
    return [(letter, [entry.term for entry in entries]) for letter, entries in terms.index(book)]


def test_chinese_stands_under_the_letter_it_is_read_with() -> None:
    assert found(with_aliases("长度外推", "BERT", "8 位", "归一化", "attention")) == [
        ("0–9", ["8 位"]),
        ("A", ["attention"]),
        ("B", ["BERT"]),
        ("C", ["长度外推"]),
        ("G", ["归一化"]),
    ]


def test_questions_are_no_terms() -> None:
    assert found(with_aliases("为什么除以根号 d", "LoRA 和 QLoRA 的区别", "缩放因子是什么")) == []


def test_the_glossary_is_in_the_order_of_the_english_names() -> None:
    terms = [replace(BOOK.glossary[0], en=name) for name in ("beam", "Zero", "", "Adam")]
    assert [term.en for term in glossary.by_english(terms)] == ["Adam", "beam", "Zero"]


def test_whole_sentences_are_no_terms() -> None:
    assert found(with_aliases("甲" * terms.LONGEST, "乙" * (terms.LONGEST + 1))) == [("J", ["甲" * terms.LONGEST])]


def test_a_term_of_several_answers_is_one_entry_whatever_its_letters() -> None:
    topic = BOOK.topics[0]
    questions = tuple(
        replace(question, tags=("KV Cache",) if number else ("kv cache",), aliases=())
        for number, question in enumerate(topic.questions)
    )
    book = replace(BOOK, topics=(replace(topic, questions=questions),), glossary=())
    assert terms.index(book) == [("K", [terms.IndexEntry("kv cache", tuple(question.id for question in questions))])]


def test_a_term_of_the_glossary_leads_to_the_answer_that_explains_it_or_is_left_out() -> None:
    question = with_aliases().topics[0].questions[0]
    term = replace(BOOK.glossary[0], zh="困惑度", en="perplexity", abbr=("PPL",), id=question.id)
    there, elsewhere = (replace(with_aliases(), glossary=(one,)) for one in (term, replace(term, id="no-such-answer")))
    assert found(there) == [("K", ["困惑度"]), ("P", ["perplexity", "PPL"])]
    assert found(elsewhere) == []


def test_the_answers_of_a_term_stand_in_the_order_of_the_pages_whoever_names_it_first() -> None:
    topic = BOOK.topics[0]
    first, second = (replace(question, tags=(), aliases=("困惑度",)) for question in topic.questions[:2])
    term = replace(BOOK.glossary[0], zh="困惑度", en="", abbr=(), id=second.id)
    book = replace(BOOK, topics=(replace(topic, questions=(first, second)),), glossary=(term,))
    assert [entry.ids for _, entries in terms.index(book) for entry in entries if entry.term] == [(first.id, second.id)]
