/** Small numbers in as few bits as can be: what `hooks/answerbook/search/coding.py` writes, this reads. */

const CERTAIN = 65536
const LOWEST = 32
const HIGHEST = CERTAIN - LOWEST
const RATES = Float64Array.from({ length: 96 }, (_, seen) => Math.floor((2 * CERTAIN) / (2 * seen + 3)))
const MOST_SEEN = RATES.length - 1

/** How many contexts a number of any size takes. */
export const ANY_SIZE = 32 + 32 * 32 * 2

export class Decoder {
  /**
   * @param {ArrayLike<number>} sixes six bits each, the highest first
   * @param {number} contexts how many there are, numbered from 0 on
   */
  constructor(sixes, contexts) {
    this.bytes = bytes(sixes)
    this.odds = new Uint16Array(contexts).fill(CERTAIN / 2)
    this.seen = new Uint8Array(contexts)
    this.low = 0
    this.high = 0xffffffff
    this.read = new DataView(this.bytes.buffer).getUint32(0)
    this.at = 4
  }

  /**
   * A number below 2 to the `bits`.
   * @param {number} context the first of those that it takes
   * @param {number} bits
   */
  number(context, bits) {
    let node = 1
    for (let i = 0; i < bits; i++) node = 2 * node + this.flag(context + node)
    return node - (1 << bits)
  }

  /** A single bit. @param {number} context */
  flag(context) {
    const { odds: all, seen: times } = this
    const odds = all[context]
    const seen = times[context]
    const middle = this.low + Math.floor(((this.high - this.low) * odds) / CERTAIN)
    if (seen < MOST_SEEN) times[context] = seen + 1
    let bit = 0
    if (this.read <= middle) {
      bit = 1
      this.high = middle
      const moved = odds + (((CERTAIN - odds) * RATES[seen]) >>> 16)
      all[context] = Math.min(moved, HIGHEST)
    } else {
      this.low = middle + 1
      // What is taken away is rounded up.
      const moved = odds - ((odds * RATES[seen] + CERTAIN - 1) >>> 16)
      all[context] = Math.max(moved, LOWEST)
    }
    if ((this.low ^ this.high) >>> 24 === 0) this.settle()
    return bit
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
    if ((this.low ^ this.high) >>> 24 === 0) this.settle()
    return bit
  }

  /** The ends of the range without the bytes in which they agree. */
  settle() {
    let { low, high, read } = this
    do {
      low <<= 8
      high = (high << 8) | 255
      read = (read << 8) | this.bytes[this.at++]
    } while ((low ^ high) >>> 24 === 0)
    this.low = low >>> 0
    this.high = high >>> 0
    this.read = read >>> 0
  }
}

/** Eight bits each instead of six; behind the end stand zeros, as many as are ever read there. @param {ArrayLike<number>} sixes */
function bytes(sixes) {
  const all = new Uint8Array(Math.ceil(sixes.length * 0.75) + 8)
  let held = 0
  for (let i = 0, at = 0, bits = 0; i < sixes.length; i++) {
    held = ((held << 6) | sixes[i]) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      all[at++] = held >> bits
    }
  }
  return all
}
