/** For a query that finds nothing: the words of the book nearest to it. */

import { editDistance } from "./near.js"
import { sounds } from "./pinyin.js"
import { isHan, runs, segment, written } from "./text.js"

/** @typedef {import("./packed.js").Index} Index */

// Each word is compared with all that the book knows.
const LONGEST = 60
// What is half other letters is another word: asdfqwer is no adapter.
const LIKE = { han: 0.3, latin: 0.5 }

/**
 * @param {Index} index
 * @param {string} query
 * @returns {string[]} words that name questions, best first
 */
export function nearest(index, query) {
  /** @type {Map<string, number>} */
  const values = new Map()
  const named = index.terms.filter((term) => term.length > 1 && index.isNamed(term))
  for (const run of runs(written(index, query.slice(0, LONGEST))))
    for (const word of run.han ? segment(index, run.text) : [run.text]) {
      if (index.stop.has(word)) continue
      for (const term of named) {
        const value = run.han ? hanLikeness(index, word, term) : latinLikeness(word, term)
        if (value > (run.han ? LIKE.han : LIKE.latin)) values.set(term, Math.max(values.get(term) ?? 0, value))
      }
    }
  return [...values]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 6)
    .map(([term]) => term)
}

/**
 * @param {Index} index
 * @param {string} word
 * @param {string} term
 */
function hanLikeness(index, word, term) {
  if (!isHan(term)) return 0
  const shared = [...word].filter((c) => term.includes(c)).length
  const reading = sounds(index).of(word)
  const other = sounds(index).of(term)
  const alike = reading && other ? reading.filter((s, i) => other[i] === s).length : 0
  return Math.max(shared, alike) / Math.max(word.length, term.length)
}

/**
 * @param {string} word
 * @param {string} term
 */
function latinLikeness(word, term) {
  if (isHan(term)) return 0
  // What differs in its digits is another one (H100, H200).
  if (word.replace(/[^0-9]/g, "") !== term.replace(/[^0-9]/g, "")) return 0
  const longer = Math.max(word.length, term.length)
  return word[0] === term[0] ? 1 - editDistance(word, term, longer) / longer : 0
}
