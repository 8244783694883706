"""Text → search terms: folding, runs of one script, words cut by jieba with the book's own dictionary."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Set
from pathlib import Path

from .segmenter import Segmenter

_LISTS = Path(__file__).parent / "lists"
DICTIONARY = _LISTS / "dictionary.txt"
STOP_WORDS = _LISTS / "stopwords.txt"
SOFT_STOP_WORDS = _LISTS / "soft-stopwords.txt"
READINGS = _LISTS / "readings.txt"
ENGLISH = _LISTS / "english.txt"
VARIANTS = _LISTS / "variants.txt"
EVERYDAY = _LISTS / "everyday.txt"
ENGLISH_EVERYDAY = _LISTS / "english-everyday.txt"
ENGLISH_PLAIN = _LISTS / "english-plain.txt"
ELSEWHERE = _LISTS / "elsewhere.txt"
FAMILIES = _LISTS / "families.txt"
# What pypinyin and OpenCC say, written down by the tests.
SOUNDS = _LISTS / "sounds.txt"
PHRASES = _LISTS / "phrases.txt"
TRADITIONAL = _LISTS / "traditional.txt"
# No term is longer.
LONGEST = 40
# So many runs are remembered with their terms.
REMEMBERED = 16_384

HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
_RUN = re.compile(rf"[{HAN}]+|[0-9]+(?:\.[0-9]+)+[a-z0-9]*|[a-zα-ω0-9]+(?:[-_./+'][a-zα-ω0-9]+)*[+#]*", re.IGNORECASE)
# Characters: so long a word may be made of words.
_MADE_OF_WORDS = 4
_HAN = re.compile(rf"[{HAN}]")
_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+)+[a-z0-9]*", re.IGNORECASE)
# Texts of these have the same runs before and after they are folded: most, and folding them takes as long as the rest.
_FOLDED = re.compile(rf"[\x00-\x7f{HAN}α-ωΑ-Ω，：；！？（）、。《》“”‘’「」…—–·→←×≤≥≈√]*")
_JOINT = re.compile(r"[-_./']|\+(?=[a-z0-9])", re.IGNORECASE)
# FlashAttention → Flash Attention, RMSNorm → RMS Norm; LoRA and PyTorch stay whole.
_CAMEL = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-zA-Z]{2})|(?<=[A-Z]{3})(?=[A-Z][a-z]{2})")


def fold(text: str) -> str:
    """The form in which text is compared: full width to half width (NFKC) and lower case."""
    return unicodedata.normalize("NFKC", text).lower()


def is_han(term: str) -> bool:
    """Whether a term is Chinese; a term is never mixed."""
    return bool(_HAN.match(term))


def key(text: str) -> str:
    """What is left of a title or alias when neither case, width, spaces nor punctuation count."""
    return re.sub(rf"[^{HAN}a-zα-ω0-9+#]", "", fold(text))


def runs(text: str) -> list[str]:
    """The Han runs and Latin tokens of a text, in order, with their case."""
    return _RUN.findall(text if _FOLDED.fullmatch(text) else unicodedata.normalize("NFKC", text))


def terms(text: str) -> list[str]:
    """All index terms of a text, without stop words: long words and their parts, Latin tokens split and joined.

    ``FlashAttention-2`` gives flashattention2, flashattention, flash, attention and 2; ``注意力机制`` gives 注意力机制,
    注意力, 机制 and what else jieba's search mode finds.
    """
    found: list[str] = []
    for run in runs(text):
        found += _terms(run)
    return found


def is_term(term: str) -> bool:
    """Whether the index takes a term: stop words say nothing, and nobody types an endless one, or `____`."""
    return 0 < len(term) <= LONGEST and term not in stop_words()


def joined(name: str) -> str:
    """A Latin name whole, as one term: past_key_values → pastkeyvalues."""
    return _JOINT.sub("", name).lower()


def latin_terms(run: str) -> Iterator[str]:
    """One Latin token whole (joined) and in its parts, folded."""
    if _VERSION.fullmatch(run):
        yield run.lower()
        return
    pieces = [p for p in _JOINT.split(run) if p]
    whole = "".join(pieces).lower()
    seen = {whole}
    yield whole
    for piece in pieces:
        for part in [piece, *_CAMEL.split(piece)]:
            if part.lower() not in seen:
                seen.add(part.lower())
                yield part.lower()


def cut(run: str) -> list[str]:
    """The words of a Han run, the words inside them, and characters next to each other that no word holds, in pairs."""
    found: list[str] = []
    before, stops = "", stop_words()
    for word in segmenter().cut_for_search(run):
        found.append(word)
        if len(word) == 1 and word not in stops:
            if before:
                found.append(before + word)
            before = word
        else:
            before = ""
    return found


def plain_cut(run: str) -> list[str]:
    """The words of a Han run, each character in exactly one."""
    return segmenter().cut(run)


def short_cut(run: str) -> list[str]:
    """The words of a Han run, a long one as those that it is made of: 参数高效微调 → 参数、高效、微调."""
    return [part for word in plain_cut(run) for part in _parts(word)]


@functools.cache
def _parts(word: str) -> tuple[str, ...]:
    """The words of two and of three characters that a word of four and more is made of; itself where it is of none."""
    if len(word) < _MADE_OF_WORDS:
        return (word,)
    inside = {part for part in segmenter().cut_for_search(word) if len(part) < _MADE_OF_WORDS}
    made: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(2, len(word) + 1):
        for start in (end - 3, end - 2):
            if start in made and word[start:end] in inside:
                made[end] = (*made[start], word[start:end])
    return made.get(len(word), (word,))


@functools.lru_cache(maxsize=REMEMBERED)
def frequency(word: str) -> int:
    """How often jieba's dictionary has seen a word; 0 when it does not know it."""
    return segmenter().frequency(word)


@functools.cache
def stop_words() -> frozenset[str]:
    """Words that ask or connect and never decide a ranking."""
    return frozenset(_lines(STOP_WORDS))


@functools.cache
def soft_stop_words() -> frozenset[str]:
    """Soft stop words: they say how something is asked rather than what, so they count little instead of nothing."""
    return frozenset(_lines(SOFT_STOP_WORDS))


@functools.cache
def variants() -> tuple[tuple[str, str], ...]:
    """Pairs (what people type, what the book writes): regional terms and common slips that no alias can hold.

    The longest first: one may be part of another.
    """
    pairs = []
    for line in _lines(VARIANTS):
        typed, written = line.split()
        pairs.append((typed, written))
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def everyday(path: Path = EVERYDAY) -> Iterator[tuple[str, list[str]]]:
    """What people say, and the terms of the trade that they mean by it; English sentences have a list of their own."""
    for line in _lines(path):
        said, meant = line.rsplit(" ", 1)
        yield said, meant.split("|")


def english_plain() -> list[str]:
    """English words that say nothing of what a sentence is about."""
    return _lines(ENGLISH_PLAIN)


@functools.cache
def elsewhere() -> list[tuple[str, frozenset[str]]]:
    """Terms of this field and those beside it that a book may have no answer about, each with its characters."""
    return [(term, frozenset(term)) for term in _lines(ELSEWHERE)]


@functools.cache
def families() -> list[list[str]]:
    """The names of each family of models that has one generation after another, the usual one first."""
    return [line.split("|") for line in _lines(FAMILIES)]


def english() -> Iterator[list[str]]:
    """Words of the trade, Chinese and English, that mean the same."""
    yield from (line.split("|") for line in _lines(ENGLISH))


@functools.cache
def readings() -> dict[str, list[str]]:
    """How words with characters of several sounds are read here."""
    return {word: sounds for word, *sounds in map(str.split, _lines(READINGS))}


def sounds() -> dict[str, str]:
    """Pinyin without tones: the usual reading of each character that has one."""
    lines = map(str.split, _lines(SOUNDS))
    return {character: sound for sound, characters in lines for character in characters}


def phrases() -> dict[str, str]:
    """The words of which a character is read otherwise than usual: their syllables."""
    return dict(line.split(" ", 1) for line in _lines(PHRASES))


def traditional() -> Iterator[tuple[str, str]]:
    """Each traditional character and the simplified one it stands for."""
    yield from ((line[0], line[1]) for line in _lines(TRADITIONAL))


@functools.cache
def dictionary() -> Set[str]:
    """The book's own words, which jieba would cut up, in order."""
    return dict.fromkeys(line.split()[0] for line in _lines(DICTIONARY)).keys()


def _lines(path: Path) -> list[str]:
    lines = (line.split("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if line]


@functools.lru_cache(maxsize=REMEMBERED)
def _terms(run: str) -> tuple[str, ...]:
    stops = stop_words()
    found = cut(run) if is_han(run) else latin_terms(run)
    return tuple([term for term in found if term not in stops and 0 < len(term) <= LONGEST])


@functools.cache
def segmenter() -> Segmenter:
    """What cuts Chinese, with the book's own words."""
    return Segmenter(dictionary())
