/** What a concept is, and what may stand for one in the book: the word itself, its parts, the words that begin with it. */

import { weights } from "./weights.js"
import { beginning, inside, isHan, segment } from "./text.js"

/** @typedef {import("./packed.js").Index} Index */
/** @typedef {"word" | "split" | "prefix" | "typo" | "sound" | "pinyin" | "synonym"} How */
/** @typedef {{ terms: string[], weight: number, how: How }} Variant terms that must all stand in a question; weight ≤ 1 */
/** @typedef {{ text: string, variants: Variant[], weight: number, part: boolean, softStop?: boolean, term?: boolean, shred?: boolean }} Concept part: a word inside another one; shred: a piece of an unknown word, which tells nothing; softStop: a soft stop word, which says how it is asked; term: and yet may be a term that the book does not know */

// Of the words that begin so, so many are looked at.
const MOST_BEGUN = 200

/**
 * @param {Index} index
 * @param {string} text
 * @param {number} weight
 * @param {How} how
 * @returns {Concept}
 */
export function word(index, text, weight, how) {
  /** @type {Variant[]} */
  const variants = index.has(text) || index.shards ? [{ terms: [text], weight, how }] : []
  const pieces = isHan(text) && text.length >= 4 ? segment(index, text, text) : []
  if (pieces.length === 2 && pieces.every((piece) => piece.length > 1))
    variants.push({ terms: pieces, weight: weights.APART * weight, how: "split" })
  return { text, variants, weight: 1, part: false }
}

/**
 * @param {Index} index
 * @param {string} whole
 * @param {number} weight
 * @returns {Concept[]}
 */
export function parts(index, whole, weight) {
  if (whole.length < 3) return []
  return inside(index, whole).map((part) => ({
    text: part,
    variants: [{ terms: [part], weight, how: /** @type {How} */ ("word") }],
    weight: weights.PART,
    part: true,
  }))
}

/**
 * Words that begin with what has been typed of the last one; those that name questions, and short ones, first.
 * @param {Index} index
 * @param {string} begun
 * @returns {Variant[]}
 */
export function completions(index, begun) {
  if (begun.length < (isHan(begun) ? 1 : 2)) return []
  // One more, since it may be there itself.
  const found = beginning(index.terms, begun, MOST_BEGUN + 1)
    .filter((term) => term !== begun)
    .slice(0, MOST_BEGUN)
  const value = (/** @type {string} */ term) =>
    (index.isNamed(term) ? 3 : 0) +
    Math.log2(1 + index.df[index.places.get(term) ?? 0]) / 2 -
    (term.length - begun.length) / 3
  found.sort((a, b) => value(b) - value(a))
  return found.slice(0, 12).map((term) => ({
    terms: [term],
    weight: 0.5 + 0.3 * (begun.length / term.length),
    how: /** @type {How} */ ("prefix"),
  }))
}

/** @param {string} token */
export function bare(token) {
  return token.replace(/[-_/']|\+(?=[a-z0-9])/g, "").replace(/(?<![0-9])\.|\.(?![0-9])/g, "")
}
