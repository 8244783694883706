"""Small numbers in as few bits as those before them let expect: an arithmetic code, read by ``web/search/coded.js``.

The interval of the coder is halved in proportion to how likely a bit is, without carries (as in Mahoney's lpaq; the
code is that of Witten, Neal & Cleary, Arithmetic Coding for Data Compression, 1987). How likely it is, each context
learns by itself. All of it is in integers, so that a browser counts alike.
"""

from __future__ import annotations

from array import array

# Probabilities are in 65536ths, and never certain.
CERTAIN = 1 << 16
_LOWEST, _HIGHEST = 32, CERTAIN - 32
# How far a context that has seen so many bits moves towards the next; what has seen more moves as the last of these.
RATES = tuple(2 * CERTAIN // (2 * seen + 3) for seen in range(96))
_TOP = 0xFFFFFFFF
# Contexts of a number of any size: of how many digits it has, and of each of them but the first, by how many there are.
ANY_SIZE = 32 + 32 * 32 * 2


class Coder:
    """Writes bits; ``contexts`` is how many contexts there are, numbered from 0 on."""

    def __init__(self, contexts: int) -> None:
        self._odds = array("l", [CERTAIN // 2]) * contexts
        self._seen = array("B", [0]) * contexts
        self._low, self._high = 0, _TOP
        self._bytes = bytearray()

    def number(self, value: int, context: int, bits: int) -> None:
        """A number below 2 to the ``bits``, the highest bit first; it takes as many contexts from ``context`` on."""
        node = 1
        for place in reversed(range(bits)):
            bit = value >> place & 1
            self._learned(bit, context + node)
            node = 2 * node + bit

    def any_size(self, value: int, context: int) -> None:
        """A number below 2 to the 31; it takes ANY_SIZE contexts from ``context`` on."""
        digits = value.bit_length()
        self.number(digits, context, 5)
        # The first of them is a one.
        for digit in reversed(range(digits - 1)):
            self.number(value >> digit & 1, context + 32 + 2 * (32 * digits + digit), 1)

    def chosen(self, places: int, held: int, room: int) -> None:
        """Which ``held`` of ``room`` places are taken, a bit each from the lowest on: all choices are as likely."""
        while 0 < held < room:
            bit = places & 1
            self._bit(bit, held * CERTAIN // room)
            places >>= 1
            held -= bit
            room -= 1

    def finished(self) -> bytes:
        """All that has been written."""
        return bytes(self._bytes) + self._low.to_bytes(4)

    def _learned(self, bit: int, context: int) -> None:
        odds, seen = self._odds[context], self._seen[context]
        self._bit(bit, odds)
        odds += (bit * CERTAIN - odds) * RATES[seen] // CERTAIN
        self._odds[context] = min(max(odds, _LOWEST), _HIGHEST)
        self._seen[context] = min(seen + 1, len(RATES) - 1)

    def _bit(self, bit: int, odds: int) -> None:
        middle = self._low + ((self._high - self._low) * odds // CERTAIN)
        if bit:
            self._high = middle
        else:
            self._low = middle + 1
        while not (self._low ^ self._high) >> 24:
            self._bytes.append(self._high >> 24)
            self._low = self._low << 8 & _TOP
            self._high = (self._high << 8 & _TOP) | 255
