/** The terms of a book, as `hooks/answerbook/search/vocabulary.py` has coded them. */

import { ANY_SIZE, Decoder } from "./coded.js"
import { isHan } from "./text.js"

// The same as there.
const MOST = 15
const ENDS_AT = (MOST + 1) ** 2
const FREQUENCIES_AT = ENDS_AT + 4 * (MOST + 1)
const STEPS_AT = FREQUENCIES_AT + 2 * (MOST + 1) * 16
const CHARACTERS_AT = STEPS_AT + 3 * ANY_SIZE

/**
 * @param {ArrayLike<number>} packed six bits each
 * @param {string[]} characters of the terms, sorted
 * @param {number} latin how many terms are no Chinese ones
 * @param {number} count of all
 * @returns {{ terms: string[], logFrequencies: Uint8Array }} sorted; how often jieba's dictionary has seen each, in powers of four
 */
export function vocabulary(packed, characters, latin, count) {
  const letters = characters.filter((character) => !isHan(character)).length
  const bits = (/** @type {number} */ number) => 32 - Math.clz32(number)
  const letterBits = bits(letters)
  const hanBits = bits(characters.length - letters)
  const hanAt = CHARACTERS_AT + ((letters + 1) << letterBits)
  const coded = new Decoder(packed, hanAt + (1 << hanBits))
  const terms = []
  const logFrequencies = new Uint8Array(count)
  /** @type {number[]} the places of the characters of the term before */
  let before = []
  for (let i = 0; i < count; i++) {
    const known = Math.min(before.length, MOST)
    const shared = coded.number((MOST + 1) * known, 4)
    const han = Number(i >= latin)
    const term = before.slice(0, shared)
    const like = () => (MOST + 1) * han + Math.min(term.length, MOST)
    do {
      const place = term.length
      if (!han) term.push(coded.number(CHARACTERS_AT + ((term[place - 1] ?? letters) << letterBits), letterBits))
      else if (place === shared && place < known)
        term.push(Math.max(before[place], letters - 1) + 1 + coded.anySize(STEPS_AT + ANY_SIZE * Math.min(place, 2)))
      else term.push(letters + coded.number(hanAt, hanBits))
    } while (coded.number(ENDS_AT + 2 * like(), 1))
    logFrequencies[i] = coded.number(FREQUENCIES_AT + 16 * like(), 4)
    terms.push(term.map((place) => characters[place]).join(""))
    before = term
  }
  return { terms, logFrequencies }
}
