/** Chinese words that an input method left half written: with a digit for a numeral (归1化), or partly as pinyin (交chazhuyili). */

import { sounds } from "./pinyin.js"
import { isHan } from "./text.js"

/** @typedef {import("./packed.js").Index} Index */

const NUMERALS = "零一二三四五六七八九"
const DIGIT = /(?<![a-z0-9.])[0-9](?=[\u3400-\u4dbf\u4e00-\u9fff])/g
const PINYIN = /(?<![a-z0-9.])[a-z]{2,}(?![a-z0-9])/g
// A word of fewer characters may say how many there are (4位).
const SHORTEST = 3
const LONGEST = 6
// So many characters beside pinyin belong to the same word at most.
const MOST_BESIDE = 3

/**
 * A query with such words as the book writes them.
 * @param {Index} index
 * @param {string} text as the book writes
 * @param {Set<string>} names what is no pinyin
 */
export function mended(index, text, names) {
  const whole = text.replace(DIGIT, (digit, at) => (numeral(index, text, at) ? NUMERALS[Number(digit)] : digit))
  return whole.replace(PINYIN, (token, at) => (names.has(token) ? token : (spelled(index, whole, at, token) ?? token)))
}

/**
 * Whether a word of the book stands around a place, with a numeral there.
 * @param {Index} index
 * @param {string} text
 * @param {number} at
 */
function numeral(index, text, at) {
  for (let start = Math.max(0, at - LONGEST); start <= at; start++)
    for (let end = Math.max(at + 2, start + SHORTEST); end <= Math.min(text.length, start + LONGEST); end++)
      if (index.has(text.slice(start, at) + NUMERALS[Number(text[at])] + text.slice(at + 1, end))) return true
  return false
}

/**
 * Letters between Chinese characters as the words that they spell together with some before or behind them, without these.
 * @param {Index} index
 * @param {string} text
 * @param {number} at where they stand
 * @param {string} token
 * @returns {string | undefined}
 */
function spelled(index, text, at, token) {
  if (index.has(token) || index.stop.has(token)) return undefined
  const end = at + token.length
  for (let many = MOST_BESIDE; many > 0; many--) {
    const before = text.slice(Math.max(0, at - many), at)
    const first = before.length === many ? words(index, soundOf(index, before), token, "") : undefined
    const begun = first?.[0].find((word) => word.length > many && word.startsWith(before))
    if (first && begun) return [begun.slice(many), ...first.slice(1).map((same) => same[0])].join("")
    const behind = text.slice(end, end + many)
    const last = behind.length === many ? words(index, soundOf(index, behind), "", token) : undefined
    const ended = last?.at(-1)?.find((word) => word.length > many && word.endsWith(behind))
    if (last && ended) return [...last.slice(0, -1).map((same) => same[0]), ended.slice(0, -many)].join("")
  }
  return undefined
}

/** How Chinese characters sound; nothing if not all are such. @param {Index} index @param {string} text */
function soundOf(index, text) {
  const all = Array.from(text, (character) => (isHan(character) ? index.sounds.get(character) : undefined))
  return all.every(Boolean) ? all.join("") : ""
}

/**
 * The words that a sound and letters behind or before it spell, those that sound alike together.
 * @param {Index} index
 * @param {string} sound
 * @param {string} behind
 * @param {string} before
 * @returns {string[][] | undefined} nothing where some spell none
 */
function words(index, sound, behind, before) {
  const readings = sound ? sounds(index).spelled(before + sound + behind, false) : undefined
  return readings?.every((reading) => reading.words.length) ? readings.map((reading) => reading.words) : undefined
}
