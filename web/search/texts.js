/** Lists of short texts, as `hooks/answerbook/search/texts.py` has coded them. */

import { Decoder } from "./coded.js"
import { isHan } from "./text.js"

// The same as there.
// By the length of what stands before.
const MOST = [0, 2, 1, 1]
const LONGEST = 3
const END = "\n"
const PICKED_BITS = 5
const MOST_WORDS = 1 << PICKED_BITS
const FEW = 3
const OTHERS = 4
const USUAL = 7
const PLACES_AT = LONGEST * (FEW + 1) * (FEW + 1) * (OTHERS + 1) * (LONGEST + 1)
const KINDS = 3

export class Texts {
  /**
   * @param {ArrayLike<number>} packed six bits each
   * @param {string[]} characters of the texts, sorted
   */
  constructor(packed, characters) {
    this.characters = characters
    /** @type {Map<string, number>} */
    this.places = new Map(characters.map((character, place) => [character, place]))
    this.end = characters.indexOf(END)
    this.bits = 32 - Math.clz32(characters.length)
    this.wordsAt = PLACES_AT + (KINDS << this.bits)
    this.whichAt = this.wordsAt + KINDS * (USUAL + 1)
    this.largeAt = this.whichAt + (MOST_WORDS + 1) * MOST_WORDS
    this.coded = new Decoder(packed, this.largeAt + 3)
    this.kinds = characters.map((character) => (isHan(character) ? 2 : Number(/[a-z0-9]/i.test(character))))
    // What has stood somewhere, each a node; what followed it is a node each, of which it knows the latest.
    this.nodes = characters.length
    this.room = 2 * packed.length + this.nodes
    /** The last character of each. */
    this.last = new Uint16Array(this.room)
    for (let place = 0; place < this.nodes; place++) this.last[place] = place
    /** How often it followed what it has before its last character. */
    this.times = new Uint16Array(this.room)
    /** What followed it at last, and what did before that in its place; 0: nothing. */
    this.latest = new Int32Array(this.room)
    this.earlier = new Int32Array(this.room)
    /** How many followed it. */
    this.followed = new Uint16Array(this.room)
    /** What stands before: the last character, the last two, the last three, so many of these as count. */
    this.before = Int32Array.of(this.end, 0, 0)
    this.depth = 1
    this.found = 0
    this.passed = new Uint16Array(MOST.reduce((a, b) => a + b))
  }

  /** A list of texts. */
  list() {
    const all = []
    for (let text = this.text(); text; text = this.text()) all.push(text)
    return all
  }

  /** @param {string[]} known words that the text probably has */
  text(known = []) {
    let left = known.slice(0, MOST_WORDS)
    let text = ""
    for (let came = 0; ; ) {
      if (left.length && this.coded.flag(this.wordsAt + came * (USUAL + 1) + Math.min(left.length, USUAL))) {
        const word = left[this.coded.number(this.whichAt + left.length * MOST_WORDS, PICKED_BITS)]
        const han = isHan(word)
        const written = han ? word : this.letters(word)
        text += written
        left = left.filter((other) => !word.includes(other))
        came = han ? 2 : 1
        // Nothing counts of what stands before but its last character.
        this.before[0] = this.places.get(written[written.length - 1]) ?? 0
        this.depth = 1
        continue
      }
      const place = this.character()
      if (place === this.end) return text
      text += this.characters[place]
      came = 0
    }
  }

  /** A word with its letters as they are written. @param {string} word */
  letters(word) {
    let written = ""
    let context = this.largeAt
    for (const letter of word) {
      const large = letter.toUpperCase()
      if (large === letter) written += letter
      else {
        const bit = this.coded.flag(context)
        written += bit ? large : letter
        context = this.largeAt + 1 + bit
      }
    }
    return written
  }

  character() {
    const place = this.asked()
    const before = this.before
    if (this.nodes + LONGEST > this.room) this.grow()
    for (let length = this.depth; length > 0; length--) {
      const longer = this.followedBy(before[length - 1], place)
      if (length < LONGEST) before[length] = longer
    }
    before[0] = place
    this.depth = Math.min(this.depth + 1, LONGEST)
    return place
  }

  /** Makes room for as many nodes again. */
  grow() {
    this.room *= 2
    this.last = larger(this.last, new Uint16Array(this.room))
    this.times = larger(this.times, new Uint16Array(this.room))
    this.latest = larger(this.latest, new Int32Array(this.room))
    this.earlier = larger(this.earlier, new Int32Array(this.room))
    this.followed = larger(this.followed, new Uint16Array(this.room))
  }

  /**
   * What stands there when this follows a node: now the latest that did.
   * @param {number} node
   * @param {number} place of a character
   */
  followedBy(node, place) {
    const { last, latest, earlier } = this
    let later = 0
    let at = latest[node]
    for (; at && last[at] !== place; at = earlier[at]) later = at
    if (!at) {
      at = this.nodes++
      last[at] = place
      this.followed[node]++
    } else if (later) earlier[later] = earlier[at]
    if (latest[node] !== at) {
      earlier[at] = latest[node]
      latest[node] = at
    }
    this.times[at]++
    return at
  }

  /** One of those that followed before, or any character. */
  asked() {
    const { before, last, passed } = this
    let asked = 0
    for (let length = this.depth; length > 0; length--) {
      const node = before[length - 1]
      const others = Math.min(this.followed[node], OTHERS)
      let tried = 0
      for (let at = this.latest[node]; at && tried < MOST[length]; at = this.earlier[at]) {
        const place = last[at]
        let known = false
        for (let i = 0; i < asked; i++) known ||= passed[i] === place
        if (known) continue
        const kind = ((length - 1) * (FEW + 1) + tried) * (FEW + 1) + Math.min(this.times[at], FEW)
        if (this.coded.flag((kind * (OTHERS + 1) + others) * (LONGEST + 1) + this.found)) {
          this.found = length
          return place
        }
        passed[asked++] = place
        tried++
      }
    }
    this.found = 0
    return this.coded.number(PLACES_AT + (this.kinds[last[before[0]]] << this.bits), this.bits)
  }
}

/**
 * @template {Uint16Array | Int32Array} Numbers
 * @param {Numbers} few
 * @param {Numbers} room for more
 */
function larger(few, room) {
  room.set(few)
  return room
}
