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
_MOST_SEEN = len(RATES) - 1
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
        all_odds, all_seen, node = self._odds, self._seen, context + 1
        # Goes through every bit of the index: the names are local, and nothing but a full byte is a call.
        low, high = self._low, self._high
        for place in range(bits - 1, -1, -1):
            bit = value >> place & 1
            odds, seen = all_odds[node], all_seen[node]
            middle = low + ((high - low) * odds // CERTAIN)
            if bit:
                high = middle
            else:
                low = middle + 1
            if not (low ^ high) >> 24:
                low, high = self._settled(low, high)
            odds += (bit * CERTAIN - odds) * RATES[seen] // CERTAIN
            all_odds[node] = _LOWEST if odds < _LOWEST else _HIGHEST if odds > _HIGHEST else odds
            if seen < _MOST_SEEN:
                all_seen[node] = seen + 1
            node += node - context + bit
        self._low, self._high = low, high

    def flag(self, value: bool, context: int) -> None:
        """A single bit; it takes one context."""
        odds, seen = self._odds[context], self._seen[context]
        low, high = self._low, self._high
        middle = low + ((high - low) * odds // CERTAIN)
        if value:
            high = middle
            odds += (CERTAIN - odds) * RATES[seen] // CERTAIN
        else:
            low = middle + 1
            odds -= -(-odds * RATES[seen] // CERTAIN)
        if not (low ^ high) >> 24:
            low, high = self._settled(low, high)
        self._low, self._high = low, high
        self._odds[context] = _LOWEST if odds < _LOWEST else _HIGHEST if odds > _HIGHEST else odds
        if seen < _MOST_SEEN:
            self._seen[context] = seen + 1

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

    def _bit(self, bit: int, odds: int) -> None:
        middle = self._low + ((self._high - self._low) * odds // CERTAIN)
        if bit:
            self._high = middle
        else:
            self._low = middle + 1
        self._low, self._high = self._settled(self._low, self._high)

    def _settled(self, low: int, high: int) -> tuple[int, int]:
        """The ends of the range without the bytes in which they agree: these are written."""
        while not (low ^ high) >> 24:
            self._bytes.append(high >> 24)
            low = low << 8 & _TOP
            high = (high << 8 & _TOP) | 255
        return low, high
