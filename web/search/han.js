/** A run of Chinese characters as concepts: cut into words, slips repaired, the last word gone on from. */

import { nearHan } from "./near.js"
import { sounds } from "./pinyin.js"
import { segment } from "./text.js"
import { completions, parts, word } from "./variants.js"
import { weights } from "./weights.js"

/** @typedef {import("./packed.js").Index} Index */
/** @typedef {import("./variants.js").Concept} Concept */

/**
 * @param {Index} index
 * @param {string} run
 * @param {{ long: boolean, last: boolean }} where
 * @returns {Concept[]}
 */
export function hanConcepts(index, run, { long, last }) {
  const words = segment(index, run)
  const open = last && !long ? begun(index, words) : -1
  // What a name may go on from is not finished, rather than misspelt.
  const repairs = nearHan(index, words, long).filter((r) => open < 0 || r.end <= open || r.how === "sound")
  /** @type {Concept[]} */
  const all = []
  for (let i = 0; i < words.length; i++) {
    const repair = repairs.find((r) => r.start === i)
    if (repair) {
      const typed = words.slice(repair.start, repair.end).join("")
      const whole = word(index, repair.word, repair.weight, repair.how)
      whole.text = typed
      all.push(whole, ...parts(index, repair.word, repair.weight))
      i = repair.end - 1
      continue
    }
    if (i === open) {
      all.push(unfinished(index, words.slice(i)))
      break
    }
    // What says how it is asked, and stands nowhere, tells nothing (nor is it misheard: 加在 is no 加载).
    if (index.stop.has(words[i]) || (index.softStop.has(words[i]) && !index.has(words[i]))) continue
    const concept = word(index, words[i], 1, "word")
    if (index.softStop.has(words[i])) Object.assign(concept, { weight: weights.SOFT_STOP, softStop: true })
    else if (words[i].length === 1 && run.length > 1)
      Object.assign(concept, { weight: weights.LONE, shred: shred(index, words, i) })
    else if (!concept.variants.some((variant) => variant.terms.every((term) => index.isNamed(term))))
      concept.weight = weights.GENERAL
    if (words[i].length >= 2 && !index.isNamed(words[i]))
      for (const other of sounds(index).alike(words[i]))
        if (index.isNamed(other)) concept.variants.push({ terms: [other], weight: 0.5, how: "sound" })
    if (last && !long && i === words.length - 1) concept.variants.push(...completions(index, words[i]))
    all.push(concept, ...parts(index, words[i], 1))
  }
  return all
}

/**
 * Whether a lone character stands beside another: they are what is left of a word that the book does not have (量子).
 * @param {Index} index
 * @param {string[]} words
 * @param {number} place
 */
function shred(index, words, place) {
  return [words[place - 1], words[place + 1]].some((word) => word?.length === 1 && !index.stop.has(word))
}

/**
 * Where the longest stretch of last words starts that a name may begin with (一 词 多 → 一词多义); -1 for none.
 * @param {Index} index
 * @param {string[]} words
 */
function begun(index, words) {
  for (let start = Math.max(0, words.length - 4); start < words.length - 1; start++) {
    const text = words.slice(start).join("")
    if (text.length > 6 || words.slice(start).every((word) => word.length > 1)) continue
    if (completions(index, text).some((variant) => index.isNamed(variant.terms[0]))) return start
  }
  return -1
}

/**
 * @param {Index} index
 * @param {string[]} words the last of a query, together the beginning of a name
 * @returns {Concept}
 */
function unfinished(index, words) {
  const text = words.join("")
  const variants = completions(index, text)
  const known = words.filter((word) => index.has(word) && !index.stop.has(word))
  if (known.length) variants.push({ terms: known, weight: 0.7, how: "split" })
  return { text, variants, weight: 1, part: false }
}
