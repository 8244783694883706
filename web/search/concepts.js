/** A query as concepts: one for each word, with everything that may stand for it in the book. */

import { isEnglish, sayings } from "./english.js"
import { hanConcepts } from "./han.js"
import { latinConcepts } from "./latin.js"
import { mended } from "./mixed.js"
import { nameTerms, withSynonyms } from "./synonyms.js"
import { capitals, runs, written } from "./text.js"
import { weights } from "./weights.js"

/** @typedef {import("./packed.js").Index} Index */
/** @typedef {import("./variants.js").Concept} Concept */
/** @typedef {import("./variants.js").How} How */
/** @typedef {import("./variants.js").Variant} Variant */

const LETTER = /[a-z0-9]/
// From here on (in characters; a Latin word is two) a query is a sentence: its last word is finished and its odd characters are no slips.
const LONG = 12
// What an answer shows.
const SHOWN = new Set(["公式", "推导", "推", "求导", "代码", "伪代码"])

/**
 * @param {Index} index
 * @param {string} query as typed
 * @returns {Concept[]}
 */
export function concepts(index, query) {
  const names = capitals(query)
  const text = mended(index, written(index, query), names)
  const found = runs(text)
  const typing = found.length > 0 && found[found.length - 1].end === text.length
  const long = found.reduce((sum, run) => sum + (run.han ? run.text.length : 2), 0) > LONG
  // What an English sentence says besides the terms of the field is how it is asked.
  const english = isEnglish(index, found)
  /** @type {Concept[]} */
  const all = []
  for (let i = 0; i < found.length; i++) {
    const last = typing && i === found.length - 1
    if (found[i].han) all.push(...hanConcepts(index, found[i].text, { long, last }))
    else {
      const tokens = [found[i].text]
      while (
        i + 1 < found.length &&
        !found[i + 1].han &&
        /^\s+$/.test(text.slice(found[i].end, found[i + 1].end - found[i + 1].text.length))
      )
        tokens.push(found[++i].text)
      all.push(...latinConcepts(index, tokens, { long, last: typing && i === found.length - 1, english, names }))
    }
  }
  if (!long) wantsShown(all)
  if (english) all.push(...translated(index, found, all))
  if (english)
    for (const concept of all)
      if (!concept.variants.some((v) => v.terms.every((term) => index.isNamed(term))))
        Object.assign(concept, { weight: weights.SOFT_STOP, softStop: true, term: /[a-z]/.test(concept.text) })
  const said = meant(index, text)
  // What no word of the book stands for is said by the phrase (忘光: 遗忘), and what would only begin one (瘦身: 压缩, not 身份).
  const left = all.filter(
    (concept) =>
      concept.variants.some((variant) => variant.how !== "prefix") ||
      !said.some((phrase) => phrase.text.includes(concept.text)),
  )
  return merge([...withSynonyms(index, left), ...said])
}

/**
 * At the end of a few words, what an answer is to show (GAE 的公式) says how it is asked, not what.
 * @param {Concept[]} all
 */
function wantsShown(all) {
  for (let i = all.length - 1; i > 0; i--) {
    if (all[i].part) continue
    if (!SHOWN.has(all[i].text)) break
    Object.assign(all[i], { weight: weights.SOFT_STOP, softStop: true })
  }
}

/**
 * The words of an English sentence gain the terms that they mean; what no word of the book stands for is added.
 * @param {Index} index
 * @param {import("./text.js").Run[]} found the runs of the sentence
 * @param {Concept[]} all what was read so far
 * @returns {Concept[]}
 */
function translated(index, found, all) {
  /** @type {Concept[]} */
  const added = []
  const spoken = found.filter((run) => !run.han).map((run) => run.text.replaceAll("-", " "))
  for (const { words, names } of index.english ? sayings(index.english, spoken.join(" ").split(" ")) : []) {
    const variants = names.flatMap((name) => {
      const terms = nameTerms(index, name)
      return terms ? [{ terms, weight: weights.ENGLISH, how: /** @type {How} */ ("synonym") }] : []
    })
    const said = all.filter((concept) => concept.text.split(/[ -]/).some((word) => words.includes(word)))
    for (const concept of said) concept.variants.push(...variants)
    if (!said.length) added.push({ text: words.join(" "), variants, weight: 1, part: false })
  }
  return added
}

/**
 * What is said in everyday words (记不住), as the terms of the field that may be meant by it (记忆).
 * @param {Index} index
 * @param {string} text as the book writes
 * @returns {Concept[]}
 */
function meant(index, text) {
  /** @type {Concept[]} */
  const all = []
  for (const group of index.everyday) {
    const said = group[0]
    if (!says(text, said)) continue
    /** @type {Variant[]} */
    const variants = group.slice(1).flatMap((name) => {
      const terms = nameTerms(index, name)
      return terms ? [{ terms, weight: 1, how: /** @type {How} */ ("synonym") }] : []
    })
    if (variants.length) all.push({ text: `${said}→`, variants, weight: weights.EVERYDAY, part: false })
  }
  return all
}

/**
 * Whether a text has a phrase in it; Latin letters only as whole words (nan, not in tenant).
 * @param {string} text
 * @param {string} said
 */
function says(text, said) {
  for (let at = text.indexOf(said); at >= 0; at = text.indexOf(said, at + 1)) {
    const [before, after] = [text[at - 1] ?? "", text[at + said.length] ?? ""]
    if (!(LETTER.test(before) && LETTER.test(said[0])) && !(LETTER.test(after) && LETTER.test(said[said.length - 1])))
      return true
  }
  return false
}

/**
 * The same word typed twice counts once.
 * @param {Concept[]} all
 */
function merge(all) {
  /** @type {Map<string, Concept>} */
  const seen = new Map()
  for (const concept of all) {
    const before = seen.get(concept.text)
    if (!before || (before.part && !concept.part)) seen.set(concept.text, concept)
  }
  return [...seen.values()]
}
