"""Words as jieba cuts them; and what pypinyin and OpenCC know, written down, since they take long to ask."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from answerbook.content import books
from answerbook.search import segmenter, words
from hypothesis import given
from hypothesis import strategies as st

from tests.sites import ROOT

HAN = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
_IS_HAN = re.compile(rf"[{words.HAN}]+")


@cache
def jieba() -> Any:
    """jieba itself, with our own words."""
    from jieba import Tokenizer

    tokenizer = Tokenizer()
    # It believes any file named jieba.cache in the shared temporary folder: it never gets to look there.
    tokenizer.initialized = True
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    for word in words.dictionary():
        tokenizer.add_word(word, max(tokenizer.suggest_freq(word, tune=False), segmenter.LEAST))
    return tokenizer


@cache
def known() -> list[str]:
    """All Chinese words of the dictionary, and ours."""
    return [word for word, times in jieba().FREQ.items() if times and _IS_HAN.fullmatch(word)]


def runs() -> st.SearchStrategy[str]:
    """Runs of words, of pieces of words, and of any characters."""
    word = st.sampled_from(known()) | st.sampled_from([*words.dictionary()])
    piece = st.builds(lambda word, at: word[at:] or word, word, st.integers(1, 3))
    return st.lists(word | piece | st.sampled_from(HAN), min_size=1, max_size=12).map("".join)


def test_the_words_are_those_of_jieba() -> None:
    times = {word: words.segmenter().frequency(word) for word in jieba().FREQ}
    assert times == jieba().FREQ
    assert jieba().total - sum(times[word] for word in words.dictionary()) == segmenter.TOTAL


@given(st.text("aB1α中，。：；！？（）…+#.-/'_ ²①Ａ１．\u0301", max_size=20))
def test_runs_are_those_of_the_folded_text(text: str) -> None:
    assert words.runs(text) == words.runs(unicodedata.normalize("NFKC", text))


@given(st.data())
def test_a_run_is_cut_as_jieba_cuts_it(data: st.DataObject) -> None:
    run = data.draw(runs())
    assert words.segmenter().cut(run) == jieba().lcut(run, HMM=False)
    assert words.segmenter().cut_for_search(run) == jieba().lcut_for_search(run, HMM=False)


def test_sounds_are_those_of_pypinyin(update_golden: bool) -> None:
    usual, _ = pinyin()
    by_sound = groupby(sorted(usual, key=lambda character: (usual[character], character)), usual.__getitem__)
    compare(words.SOUNDS, (f"{sound} {''.join(characters)}" for sound, characters in by_sound), update_golden)


def test_phrases_are_those_of_pypinyin(update_golden: bool) -> None:
    _, otherwise = pinyin()
    compare(words.PHRASES, (f"{word} {syllables}" for word, syllables in sorted(otherwise.items())), update_golden)


def test_traditional_characters_are_those_of_opencc(update_golden: bool) -> None:
    import opencc

    converter = opencc.OpenCC("t2s")
    characters = [chr(code) for code in range(0x4E00, 0xA000)]
    pairs = ((character, converter.convert(character)) for character in characters)
    different = (a + b for a, b in pairs if a != b and len(b) == 1)
    compare(words.TRADITIONAL, different, update_golden)


def test_words_as_taiwan_writes_them_are_those_of_the_book() -> None:
    import opencc

    taiwan, simplified = opencc.OpenCC("s2twp"), opencc.OpenCC("t2s")
    contents, _ = books.read(ROOT / "docs")
    names = [term.zh for term in contents.book.glossary] + sorted(words.dictionary())
    wrong = []
    for name in filter(_IS_HAN.fullmatch, dict.fromkeys(names)):
        typed = said = taiwan.convert(name)
        for variant, written in words.variants():
            typed = typed.replace(variant, written)
        if simplified.convert(typed) != name:
            wrong.append(f"{said} {name}")
    assert not wrong, f"请写进 {words.VARIANTS.name}：{wrong}"


@pytest.mark.parametrize(
    ("word", "sounds"),
    [
        *(("似然", "si ran"), ("长尾", "chang wei"), ("步长", "bu chang"), ("行向量", "hang xiang liang")),
        *(("重计算", "chong ji suan"), ("最长", "zui chang"), ("可调", "ke tiao"), ("命令行", "ming ling hang")),
    ],
)
def test_words_of_the_trade_are_read_as_they_are_said(word: str, sounds: str) -> None:
    phrases = dict(line.split(" ", 1) for line in words.PHRASES.read_text("utf-8").splitlines()[1:])
    usual = words.sounds()
    assert phrases.get(word, " ".join(usual[character] for character in word)) == sounds


@cache
def pinyin() -> tuple[dict[str, str], dict[str, str]]:
    """How each character is usually read, and all terms that an index may hold and that are read otherwise.

    A term is a word of jieba's dictionary or of ours, or two characters that no word holds.
    """
    from pypinyin import lazy_pinyin, load_phrases_dict
    from pypinyin.constants import PHRASES_DICT

    load_phrases_dict({word: [[sound] for sound in sounds] for word, sounds in words.readings().items()})
    usual = {character: lazy_pinyin(character)[0] for character in HAN}
    pairs = (phrase for phrase in PHRASES_DICT if len(phrase) == 2 and _IS_HAN.fullmatch(phrase))
    read = {term: lazy_pinyin(term) for term in dict.fromkeys([*known(), *pairs])}
    otherwise = {term: " ".join(syllables) for term, syllables in read.items() if syllables != [usual[c] for c in term]}
    return {c: sound for c, sound in usual.items() if sound != c}, otherwise


def compare(path: Path, lines: Iterator[str], update: bool) -> None:
    """Whether the file holds these lines below its first."""
    first, *found = path.read_text("utf-8").splitlines()
    made = [*lines]
    if update:
        path.write_text("\n".join([first, *made, ""]), encoding="utf-8")
    else:
        assert found == made
