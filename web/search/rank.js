/** Ranking: BM25F over concepts (Robertson & Zaragoza 2009), with coverage and title and alias matches. */

import { isHan } from "./text.js"

/** @typedef {import("./packed.js").Index} Index */
/** @typedef {import("./concepts.js").Concept} Concept */
/** @typedef {{ question: number, score: number, coverage: number, named: number, terms: string[] }} Ranked how much of the query it holds, and holds in its title or aliases, 0 to 1 */
/** @typedef {{ sum: number, covered: number, title: number, alias: number, named: number, word: boolean, terms: Set<string> }} Entry word: more than lone characters matched */

const K1 = 1.4
const TITLE = 1.8
const ALIAS = 0.7
const EXACT = 0.5
const WITHIN = 0.2
const SCATTERED = 0.5

/**
 * @param {Index} index with the postings of these concepts loaded
 * @param {Concept[]} concepts
 * @param {{ exact: number[], within: number[] }} names questions whose title or an alias is the whole query, or whose title has it in it
 * @returns {Ranked[]} best first
 */
export function rank(index, concepts, { exact, within }) {
  /** @type {Map<number, Entry>} */
  const found = new Map()
  const lone = concepts.length > 1 ? concepts.filter((c) => c.text.length === 1 && isHan(c.text)) : []
  let all = 0
  for (const concept of concepts) {
    const matches = gather(index, concept)
    const held = Math.max(matches.size, ...concept.variants.map((v) => (v.how === "word" && v.terms.length === 1 ? index.held(v.terms[0]) : 0)))
    const idf = Math.log(1 + (index.count - held + 0.5) / (held + 0.5))
    const mass = concept.weight * idf
    if (!concept.part) all += mass
    for (const [question, match] of matches) {
      let entry = found.get(question)
      if (!entry) found.set(question, (entry = empty()))
      entry.sum += (mass * match.tf * (K1 + 1)) / (match.tf + K1)
      if (!concept.part) {
        entry.covered += mass * match.best
        entry.title += mass * match.title
        entry.alias += mass * match.alias
        entry.named += mass * Math.max(match.title, match.alias)
        entry.word ||= !lone.includes(concept)
      }
      for (const term of match.terms) entry.terms.add(term)
    }
  }
  for (const question of [...exact, ...within])
    if (!found.has(question)) found.set(question, { ...empty(), covered: all, word: true })
  const ranked = []
  for (const [question, entry] of found) {
    // Characters that no word holds say little, even together.
    const coverage = !all ? 1 : Math.min(entry.covered / all, 1) * (entry.word ? 1 : SCATTERED)
    const title = all ? entry.title / all : 0
    const alias = all ? entry.alias / all : 0
    // How much of the title the query has said: of two titles with all its words, the shorter fits better.
    const said = Math.min(entry.title / Math.max(index.mass[question], 1), 1)
    let score = entry.sum * (0.25 + 0.75 * coverage * coverage)
    score += all * (TITLE * title * (0.6 + 0.4 * said) + ALIAS * alias * alias)
    if (exact.includes(question)) score += EXACT * Math.max(all, 4)
    if (within.includes(question)) score += WITHIN * Math.max(all, 4)
    ranked.push({ question, score, coverage, named: all ? Math.min(entry.named / all, 1) : 1, terms: [...entry.terms] })
  }
  return ranked.sort((a, b) => b.score - a.score || a.question - b.question)
}

/** @returns {Entry} */
function empty() {
  return { sum: 0, covered: 0, title: 0, alias: 0, named: 0, word: false, terms: new Set() }
}

/**
 * Every question that holds one of a concept's variants: their frequencies together, as those of one word.
 * @param {Index} index
 * @param {Concept} concept
 */
function gather(index, concept) {
  /** @type {Map<number, { tf: number, best: number, title: number, alias: number, terms: string[] }>} */
  const matches = new Map()
  for (const variant of concept.variants) {
    const lists = variant.terms.map((term) => index.postings(term))
    if (lists.some((list) => !list)) continue
    const [first, ...rest] = /** @type {Map<number, import("./packed.js").Posting>[]} */ (lists)
    for (const [question, posting] of first) {
      let { tf, title, alias } = posting
      let together = true
      for (const list of rest) {
        const other = list.get(question)
        if (!other) {
          together = false
          break
        }
        tf = Math.min(tf, other.tf)
        title &&= other.title
        alias &&= other.alias
      }
      if (!together) continue
      let match = matches.get(question)
      if (!match) matches.set(question, (match = { tf: 0, best: 0, title: 0, alias: 0, terms: [] }))
      match.tf += variant.weight * tf
      match.best = Math.max(match.best, variant.weight)
      if (title) match.title = Math.max(match.title, variant.weight)
      if (alias) match.alias = Math.max(match.alias, variant.weight)
      match.terms.push(...variant.terms)
    }
  }
  return matches
}
