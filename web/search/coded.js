/** Small numbers in as few bits as can be: what `hooks/answerbook/search/coding.py` writes, this reads. */

const CERTAIN = 65536
const LOWEST = 32
const HIGHEST = CERTAIN - LOWEST
const RATES = Float64Array.from({ length: 96 }, (_, seen) => Math.floor((2 * CERTAIN) / (2 * seen + 3)))

/** How many contexts a number of any size takes. */
export const ANY_SIZE = 32 + 32 * 32 * 2

export class Decoder {
  /**
   * @param {ArrayLike<number>} sixes six bits each, the highest first
   * @param {number} contexts how many there are, numbered from 0 on
   */
  constructor(sixes, contexts) {
    this.sixes = sixes
    this.at = 0
    this.odds = new Int32Array(contexts).fill(CERTAIN / 2)
    this.seen = new Uint8Array(contexts)
    this.low = 0
    this.high = 0xffffffff
    this.read = 0
    for (let i = 0; i < 4; i++) this.read = this.read * 256 + this.byte()
  }

  /**
   * A number below 2 to the `bits`.
   * @param {number} context the first of those that it takes
   * @param {number} bits
   */
  number(context, bits) {
    let node = 1
    for (let i = 0; i < bits; i++) {
      const place = context + node
      const odds = this.odds[place]
      const bit = this.bit(odds)
      const moved = odds + Math.floor(((bit * CERTAIN - odds) * RATES[this.seen[place]]) / CERTAIN)
      this.odds[place] = Math.min(Math.max(moved, LOWEST), HIGHEST)
      if (this.seen[place] < RATES.length - 1) this.seen[place]++
      node = 2 * node + bit
    }
    return node - (1 << bits)
  }

  /** @param {number} context the first of ANY_SIZE that it takes */
  anySize(context) {
    const digits = this.number(context, 5)
    let number = digits && 1
    for (let digit = digits - 2; digit >= 0; digit--)
      number = number * 2 + this.number(context + 32 + 2 * (32 * digits + digit), 1)
    return number
  }

  /**
   * Which of `room` places are taken, as bits, when `held` of them are.
   * @param {number} held
   * @param {number} room
   */
  chosen(held, room) {
    let places = 0
    let place = 0
    for (; held > 0 && held < room; room--, place++)
      if (this.bit(Math.floor((held * CERTAIN) / room))) {
        places |= 1 << place
        held--
      }
    return held ? places | (((1 << room) - 1) << place) : places
  }

  /** @param {number} odds that the bit is 1, in 65536ths */
  bit(odds) {
    const middle = this.low + Math.floor(((this.high - this.low) * odds) / CERTAIN)
    const bit = this.read <= middle ? 1 : 0
    if (bit) this.high = middle
    else this.low = middle + 1
    while (this.low >>> 24 === this.high >>> 24) {
      this.low = (this.low << 8) >>> 0
      this.high = ((this.high << 8) | 255) >>> 0
      this.read = ((this.read << 8) | this.byte()) >>> 0
    }
    return bit
  }

  /** The next eight bits; behind the end stand zeros. */
  byte() {
    const bits = 8 * this.at++
    const place = Math.floor(bits / 6)
    return ((((this.sixes[place] ?? 0) << 6) | (this.sixes[place + 1] ?? 0)) >> (4 - (bits % 6))) & 255
  }
}
