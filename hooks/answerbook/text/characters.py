"""Characters that cannot be seen, or that look like others: found in a text, with what to write instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..rulebook import rule
from .bodies import Lines

# Everything that is not plainly ordinary: ASCII, Chinese, its punctuation, accents, Greek, arrows, operators, boxes.
_UNUSUAL = re.compile(
    r"[^\n\t\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0391-\u03a9\u03b1-\u03c9\u2010-\u2027\u2030-\u205e\u2070-\u20cf"
    r"\u2100-\u2125\u2127-\u2129\u212c-\u2328\u232b-\u2e7f\u3001-\u312f\u3400-\u9fff"
    r"\uff01\uff02\uff05-\uff09\uff0c-\uff0f\uff1a-\uff1f\uff5e]"
)
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]{2,}")
_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХЬаеёіјорсухѕһԁԛԝ", "ABESIJKMHOPCTYXbaeëijopcyxshdqw", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲ", "ABEZHIKMNOPTYXoc", strict=True))
_ALIKE = re.compile(f"[{''.join([*_CYRILLIC, *_GREEK])}]")
_MARKDOWN = "＃＄＊＿｀＠［］｛｝＼｜"

_SPACES = {"\u00a0": "不换行空格", "\u3000": "全角空格", "\u2028": "行分隔符", "\u2029": "段分隔符"}
_NAMES = {
    "\u00ad": "软连字符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u200e": "左至右标记",
    "\u200f": "右至左标记",
    "\u2060": "零宽连接符",
    "\ufeff": "BOM",
    "\u115f": "韩文填充符",
    "\u3164": "韩文填充符",
    "\uffa0": "韩文填充符",
}
_MATHEMATICAL = re.compile("[\U0001d400-\U0001d7ff]+")
# Blank, though Unicode counts them as letters.
_FILLERS = "\u115f\u1160\u3164\uffa0\u2800"


def slips(text: str, without_code: str) -> list[tuple[int, str]]:
    """All of them by line, each once a line: what cannot be seen anywhere, what looks alike outside code."""
    found = [*unseen(text), *([] if without_code.isascii() else alike(without_code))]
    line_of = Lines(text)
    return list(dict.fromkeys((line_of(offset), message) for offset, message in found))


@rule(
    "unseen-characters",
    "看不见的字符、控制字符、双向控制符、乱码",
    "多半是从网页或 PDF 里复制来的：删去重打；乱码请查对原文",
)
def unseen(text: str) -> Iterator[tuple[int, str]]:
    """Characters that have no place even in code, as (offset, sentence)."""
    for match in _UNUSUAL.finditer(text):
        character = match[0]
        code, category = f"U+{ord(character):04X}", unicodedata.category(character)
        if character in _SPACES or category in ("Zs", "Zl", "Zp"):
            yield match.start(), f"有{_SPACES.get(character, '特殊空格')}（{code}）；请换成普通空格"
        elif "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069":
            yield match.start(), f"有双向控制符（{code}），会让文字看起来与实际不同；请删去"
        elif character in _FILLERS or category == "Cf" or _is_selector(character):
            yield match.start(), f"有看不见的字符：{_NAMES.get(character, '格式控制符')}（{code}）；请删去"
        elif category == "Cc":
            yield match.start(), f"有控制字符（{code}）；请删去"
        elif character == "\ufffd":
            yield match.start(), f"有乱码“�”（{code}）；请查对原文后改正"
        elif category in ("Co", "Cn", "Cs"):
            yield match.start(), f"有多数设备显示不出的字符（{code}）；请改用通用的字"


@rule(
    "look-alikes",
    "是全角的、是部首、是连字、是数学字母、组合记号",
    "看起来一样，却是别的字符，搜不到；照提示改成普通的字",
)
def alike(text: str) -> Iterator[tuple[int, str]]:
    """Characters that pass for others, as (offset, sentence); not for code."""
    for match in _UNUSUAL.finditer(text):
        character = match[0]
        code, category = f"U+{ord(character):04X}", unicodedata.category(character)
        plain = unicodedata.normalize("NFKC", character)
        if category in ("Zs", "Cf", "Cc", "Co", "Cn", "Cs") or character in _FILLERS or _is_selector(character):
            continue
        if "\uff10" <= character <= "\uff5a" and plain.isascii() and plain.isalnum():
            yield match.start(), f"“{character}”（{code}）是全角的；请改成半角“{plain}”"
        elif character in _MARKDOWN and not (character == "＠" and text[match.start() - 1 : match.start()] == "["):
            # That of a citation is told where citations are.
            yield match.start(), f"“{character}”（{code}）是全角的，不会当作记号；请改成半角“{plain}”"
        elif category.startswith("M"):
            if match.start() and _composed(text[match.start() - 1], character):
                whole = unicodedata.normalize("NFC", text[match.start() - 1] + character)
                yield match.start(), f"“{whole}”写成了两个字符（{code} 是组合记号）；请改成一个“{whole}”"
            elif match.start() > 1 and all(map(_is_mark, text[match.start() - 2 : match.start()])):
                yield match.start(), f"堆叠了多个组合记号（{code}）；请删去"
        elif 0x1D400 <= ord(character) <= 0x1D7FF:
            word = _MATHEMATICAL.match(text, match.start())
            if word and not (match.start() and _MATHEMATICAL.match(text, match.start() - 1)):
                plain = unicodedata.normalize("NFKC", word[0])
                yield match.start(), f"“{word[0]}”（{code}）是数学字母；请写成公式，或改成普通的“{plain}”"
        elif plain == character and "\u2e80" <= character <= "\u2ef3":
            yield match.start(), f"“{character}”（{code}）是部首，不是字；请改成同形的字"
        elif plain != character and len(plain) == 1 and _is_look_alike(character):
            yield match.start(), f"“{character}”（{code}）看起来像“{plain}”却不是；请改成“{plain}”"
        elif "\ufb00" <= character <= "\ufb06":
            yield match.start(), f"“{character}”（{code}）是连字；请改成“{plain}”"
    yield from _mixed_words(text)


@rule(
    "mixed-letters",
    "请改成拉丁字母",
    "一个词里混进了别的字母，看起来一样，却搜不到；照提示改成拉丁字母",
)
def _mixed_words(text: str) -> Iterator[tuple[int, str]]:
    if not _ALIKE.search(text):
        return
    for match in _WORD.finditer(text):
        word = match[0]
        latin = any(letter.isascii() or letter in "àéèüö" for letter in word)
        foreign = [letter for letter in word if letter in _CYRILLIC or (latin and letter in _GREEK)]
        if not foreign or (not latin and len(foreign) < len(word)):
            continue
        letter = foreign[0]
        script, plain = ("西里尔", _CYRILLIC[letter]) if letter in _CYRILLIC else ("希腊", _GREEK[letter])
        place = match.start() + word.index(letter)
        yield place, f"“{word}”里的“{letter}”（U+{ord(letter):04X}）是{script}字母；请改成拉丁字母“{plain}”"


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


def _composed(base: str, mark: str) -> bool:
    return len(unicodedata.normalize("NFC", base + mark)) == 1


def _is_look_alike(character: str) -> bool:
    """Canonical twins of other characters, and radicals that stand for whole ones."""
    return unicodedata.normalize("NFC", character) != character or "\u2e80" <= character <= "\u2fdf"


def _is_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0000" <= character <= "\U000e0fff" or character == "\u034f"
