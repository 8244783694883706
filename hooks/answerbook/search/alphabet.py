"""Numbers and lists of words in printable characters, for ``web/search/packed.js`` to read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

# Every printable ASCII character that neither JSON nor HTML nor a template would escape.
ALPHABET = "".join(c for c in map(chr, range(33, 127)) if c not in "\"\\<&'`$")
_HALF = len(ALPHABET) // 2
# So many numbers are remembered as they are written.
_REMEMBERED = 32_768


@lru_cache(maxsize=_REMEMBERED)
def varint(number: int) -> str:
    """A non-negative integer in the index's alphabet, lowest digits first; the upper half says that more follow."""
    digits = []
    while number >= _HALF:
        digits.append(ALPHABET[_HALF + number % _HALF])
        number //= _HALF
    return "".join(digits) + ALPHABET[number]


def front_coded(terms: Sequence[str]) -> str:
    """Sorted terms, each as the number of characters shared with the one before and the rest; a space ends a term."""
    coded, before = [], ""
    for term in terms:
        shared = 0
        while shared < min(len(term), len(before), len(ALPHABET) - 1) and term[shared] == before[shared]:
            shared += 1
        coded.append(ALPHABET[shared] + term[shared:])
        before = term
    return " ".join(coded)


def interpolative(numbers: Sequence[int], low: int, high: int) -> str:
    """Rising numbers between ``low`` and ``high`` (both included) as zeros and ones.

    The middle one first, which splits the others and what they may be (Moffat & Stuiver 2000).
    """
    if not numbers or high - low + 1 == len(numbers):
        return ""
    middle = len(numbers) // 2
    value, least = numbers[middle], low + middle
    room = high - (len(numbers) - 1 - middle) - least + 1
    before = interpolative(numbers[:middle], low, value - 1)
    return _binary(value - least, room) + before + interpolative(numbers[middle + 1 :], value + 1, high)


def _binary(number: int, room: int) -> str:
    """One of ``room`` numbers from 0 on, in as few bits as there can be: the first of them in one bit less."""
    low = room.bit_length() - 1
    short = (2 << low) - room
    return f"{number:0{low}b}"[-low:] * (low > 0) if number < short else f"{number + short:0{low + 1}b}"


def sixes(bits: str) -> str:
    """Six bits to a character."""
    return "".join(ALPHABET[int(bits[at : at + 6].ljust(6, "0"), 2)] for at in range(0, len(bits), 6))


def eights(coded: bytes) -> str:
    """Bytes, six bits to a character."""
    return sixes("".join(f"{byte:08b}" for byte in coded))


def hashed(text: str) -> int:
    """FNV-1a over the UTF-16 code units of a text, in 32 bits, as ``web/fnv1a.js`` computes it."""
    value = 0x811C9DC5
    units = text.encode("utf-16-le")
    for low, high in zip(units[::2], units[1::2], strict=True):
        value = (value ^ (low | high << 8)) * 0x01000193 & 0xFFFFFFFF
    return value
