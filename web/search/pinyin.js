/** Queries written in pinyin, and words that sound alike: no tones, ü as v. */

import { beginning, isHan } from "./text.js"

/** @typedef {import("./packed.js").Index} Index */
/** @typedef {{ words: string[], whole: boolean }} Reading words for one stretch of pinyin; whole: not merely begun */

// Of the words whose pinyin begins so, about so many are looked at.
const MOST_BEGUN = 40

/** What input methods for southern accents confuse. @type {[RegExp, string][]} */
const BLURRED = [
  [/^([zcs])h/, "$1"],
  [/^l/, "n"],
  [/([aei]n)g$/, "$1"],
]

/**
 * Sounds of the vocabulary's Chinese words. Built once per index, when first needed.
 * @type {WeakMap<Index, Sounds>}
 */
const built = new WeakMap()

/** @param {Index} index */
export function sounds(index) {
  let found = built.get(index)
  if (!found) built.set(index, (found = new Sounds(index)))
  return found
}

class Sounds {
  /** @param {Index} index */
  constructor(index) {
    this.index = index
    this.syllables = new Set(index.sounds.values())
    /** @type {Map<string, string[]>} pinyin without spaces → words */
    this.full = new Map()
    /** @type {Map<string, string[]>} */
    this.initials = new Map()
    /** @type {Map<string, string[]>} */
    this.blurred = new Map()
    for (const word of index.stop) {
      const reading = isHan(word) && this.of(word)
      if (reading) add(this.full, reading.join(""), word)
    }
    for (const term of index.terms) {
      if (term.length < 2 || !isHan(term)) continue
      const reading = this.of(term)
      if (!reading) continue
      add(this.full, reading.join(""), term)
      add(this.initials, reading.map((s) => s[0]).join(""), term)
      add(this.blurred, blur(reading), term)
    }
    this.sorted = [...this.full.keys()].sort()
  }

  /**
   * @param {string} word
   * @returns {string[] | undefined} one syllable a character
   */
  of(word) {
    const other = this.index.readings[word]
    if (other) return other.split(" ")
    const reading = []
    for (const character of word) {
      const sound = this.index.sounds.get(character)
      if (!sound) return undefined
      reading.push(sound)
    }
    return reading
  }

  /**
   * Words of the vocabulary that sound like this text.
   * @param {string} text Han characters
   */
  alike(text) {
    const reading = this.of(text)
    if (!reading) return []
    return (this.blurred.get(blur(reading)) ?? []).filter((word) => word !== text)
  }

  /**
   * Latin letters read as pinyin: the words they spell, in order, or as initials of one word.
   * @param {string} letters
   * @param {boolean} unfinished the last word may be only begun
   * @returns {Reading[] | undefined}
   */
  read(letters, unfinished) {
    return this.spelled(letters, unfinished) ?? this.abbreviated(letters)
  }

  /**
   * @param {string} letters
   * @returns {Reading[] | undefined}
   */
  abbreviated(letters) {
    if (letters.length < 2 || letters.length > 10) return undefined
    const all = this.initials.get(letters) ?? []
    const words = letters.length === 2 ? all.filter((word) => this.index.isNamed(word)) : all
    if (words.length) return [{ words: this.best(words), whole: true }]
    for (let first = letters.length - 2; first >= 2; first--) {
      const left = this.named(letters.slice(0, first))
      const right = this.named(letters.slice(first))
      if (left.length && right.length)
        return [
          { words: left, whole: true },
          { words: right, whole: true },
        ]
    }
    return undefined
  }

  /**
   * The fewest and most usual words whose pinyin, written without spaces, these letters are.
   * @param {string} letters
   * @param {boolean} unfinished
   * @returns {Reading[] | undefined}
   */
  spelled(letters, unfinished) {
    const n = letters.length
    if (n < 2 || n > 60) return undefined
    /** @type {{ cost: number, from: number, reading: Reading }[]} */
    const best = []
    for (let end = 1; end <= n; end++)
      for (let start = Math.max(0, end - 30); start < end; start++) {
        if (start > 0 && !best[start]) continue
        const piece = letters.slice(start, end)
        const whole = this.full.get(piece)
        let reading
        if (whole) reading = { words: this.best(whole), whole: true }
        else if (unfinished && end === n && piece.length >= 3) {
          const begun = this.begun(piece)
          if (begun.length) reading = { words: begun, whole: false }
        }
        if (!reading && this.syllables.has(piece)) reading = { words: [], whole: true }
        if (!reading) continue
        const before = start ? best[start].cost : 0
        const cost =
          before + (reading.words.length ? 10 - Math.min(piece.length, 12) / 2 - this.usual(reading.words[0]) : 14)
        if (!best[end] || cost < best[end].cost) best[end] = { cost, from: start, reading }
      }
    if (!best[n]) return undefined
    const readings = []
    for (let end = n; end > 0; end = best[end].from) readings.push(best[end].reading)
    return readings.some((r) => r.words.length) ? readings.reverse() : undefined
  }

  /**
   * Words whose pinyin begins so.
   * @param {string} piece
   */
  begun(piece) {
    /** @type {string[]} */
    const words = []
    for (const pinyin of beginning(this.sorted, piece, MOST_BEGUN))
      if (words.length < MOST_BEGUN) words.push(...(this.full.get(pinyin) ?? []))
    return this.best(words).slice(0, 6)
  }

  /** @param {string} letters the words that these are the initials of, and that name questions */
  named(letters) {
    return this.best((this.initials.get(letters) ?? []).filter((word) => this.index.isNamed(word)))
  }

  /** @param {string[]} words the ones that name questions first, then the usual ones */
  best(words) {
    return [...words].sort((a, b) => this.usual(b) - this.usual(a)).slice(0, 8)
  }

  /** @param {string} word */
  usual(word) {
    const place = this.index.places.get(word) ?? 0
    return (this.index.isNamed(word) ? 2 : 0) + Math.log2(1 + this.index.df[place]) / 4
  }
}

/** @param {string[]} reading */
function blur(reading) {
  return reading.map((s) => BLURRED.reduce((sound, [from, to]) => sound.replace(from, to), s)).join("'")
}

/**
 * @param {Map<string, string[]>} map
 * @param {string} key
 * @param {string} word
 */
function add(map, key, word) {
  const words = map.get(key)
  if (words) words.push(word)
  else map.set(key, [word])
}
