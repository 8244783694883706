/** The terms of a book, as `hooks/answerbook/search/vocabulary.py` has coded them. */

import { Decoder } from "./coded.js"
import { isHan } from "./text.js"

// The same as there.
const MOST = 15
const ENDS_AT = (MOST + 1) ** 2
const DIGITS_AT = ENDS_AT + 4 * (MOST + 1)
const STEPS_AT = DIGITS_AT + 3 * 16
const CHARACTERS_AT = STEPS_AT + 16 * 16 * 2

/**
 * @param {ArrayLike<number>} packed six bits each
 * @param {string[]} characters of the terms, sorted
 * @param {number} latin how many terms are no Chinese ones
 * @param {number} count of all
 * @returns {string[]} sorted
 */
export function vocabulary(packed, characters, latin, count) {
  const letters = characters.filter((character) => !isHan(character)).length
  const bits = (/** @type {number} */ number) => 32 - Math.clz32(number)
  const letterBits = bits(letters)
  const hanBits = bits(characters.length - letters)
  const hanAt = CHARACTERS_AT + ((letters + 1) << letterBits)
  const coded = new Decoder(packed, hanAt + (1 << hanBits))
  /** @param {number} length @param {number} han */
  const goesOn = (length, han) => coded.number(ENDS_AT + 2 * ((MOST + 1) * han + Math.min(length, MOST)), 1)
  /** @param {number} place in the term */
  const step = (place) => {
    const digits = coded.number(DIGITS_AT + 16 * Math.min(place, 2), 4)
    let number = digits && 1
    for (let digit = digits - 2; digit >= 0; digit--)
      number = number * 2 + coded.number(STEPS_AT + 2 * (16 * digits + digit), 1)
    return number
  }
  const terms = []
  /** @type {number[]} the places of the characters of the term before */
  let before = []
  for (let i = 0; i < count; i++) {
    const known = Math.min(before.length, MOST)
    const shared = coded.number((MOST + 1) * known, 4)
    const han = Number(i >= latin)
    const term = before.slice(0, shared)
    do {
      const place = term.length
      if (!han) term.push(coded.number(CHARACTERS_AT + ((term[place - 1] ?? letters) << letterBits), letterBits))
      else if (place === shared && place < known) term.push(Math.max(before[place], letters - 1) + 1 + step(place))
      else term.push(letters + coded.number(hanAt, hanBits))
    } while (goesOn(term.length, han))
    terms.push(term.map((place) => characters[place]).join(""))
    before = term
  }
  return terms
}
