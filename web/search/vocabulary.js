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
  /** @type {string[]} */
  const terms = []
  const logFrequencies = new Uint8Array(count)
  /** @type {number[]} the places of the characters of a term, at first of the one before */
  const term = []
  let known = 0
  for (let i = 0; i < count; i++) {
    known = Math.min(known, MOST)
    const shared = coded.number((MOST + 1) * known, 4)
    const han = Number(i >= latin)
    let written = shared ? terms[i - 1].slice(0, shared) : ""
    let length = shared
    do {
      const before = length ? term[length - 1] : letters
      if (!han) term[length] = coded.number(CHARACTERS_AT + (before << letterBits), letterBits)
      else if (length === shared && length < known)
        term[length] =
          Math.max(term[length], letters - 1) + 1 + coded.anySize(STEPS_AT + ANY_SIZE * Math.min(length, 2))
      else term[length] = letters + coded.number(hanAt, hanBits)
      written += characters[term[length++]]
    } while (coded.number(ENDS_AT + 2 * ((MOST + 1) * han + Math.min(length, MOST)), 1))
    logFrequencies[i] = coded.number(FREQUENCIES_AT + 16 * ((MOST + 1) * han + Math.min(length, MOST)), 4)
    terms.push(written)
    known = length
  }
  return { terms, logFrequencies }
}
