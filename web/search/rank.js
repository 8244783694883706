/**
 * Ranking. The score of a question q for a query of concepts c is a sum of seven terms, where w(c) = weight · idf is the
 * term weight of a concept, W the sum of them all, and each share (covered, title, alias, head) is of W:
 *
 *     score(q) = B · (1 − COVERAGE + COVERAGE · covered²)     words
 *              + W · TITLE · title · (1 − SAID + SAID · said)  title
 *              + W · ALIAS · alias²                            alias
 *              + W · HEAD · head                               head
 *              + W · ASK · (near₁ + NEXT · near₂)              ask
 *              + EXACT · W where the query is a whole title, WITHIN · W where it stands in the title
 *     B = Σ w(c) · tf · (K1 + 1) / (tf + K1),   idf = ln(1 + (N − df + ½) / (df + ½))
 *
 * B is BM25F (Robertson & Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009): tf is the sum over the
 * fields of weight · frequency / length, taken before saturation; postings.py has added it up. A concept's variants
 * (synonyms, slips, parts) count together as one word, as in Pirkola's structured queries (1998). The share of the query
 * that a question covers is the coordination factor of Salton's and Lucene's vector model, squared. `said` is how much of
 * the title the query has said, by idf: the reverse of coverage; near₁ and near₂ are the largest of covered · said over the
 * title and the ways of asking, which are compared both ways at once. The idf of a word goes partly by how many answers it
 * names. `head` is the share of the query that says a name of the question, times how much of the name it says (by idf, to
 * the power of WHOLE): LoRA, not the LoRA of “LoRA rank”; of several names the best. What each weight does is told in weights.js.
 */

import { isHan } from "./text.js"
import { weights } from "./weights.js"

/** @typedef {import("./packed.js").Index} Index */
/** @typedef {import("./variants.js").Concept} Concept */
/** @typedef {{ words: number, title: number, alias: number, head: number, ask: number, exact: number, within: number }} Sum the terms that a score is the sum of */
/** @typedef {{ question: number, score: number, sum: Sum, coverage: number, named: number, together: number, about: number, asked: number, head: number, keyed: boolean, terms: string[] }} Ranked how much of the query it holds, and holds in its title, an alias or a way of asking, 0 to 1; together: in title and aliases, or in a single way of asking; about: the same of the query's terms of the field; keyed: the rarest of them is among these */
/** @typedef {{ tf: number, best: number, title: number, alias: number, ask: number, asked: number[], called: number[], said: number[], terms: string[] }} Match asked: by way of asking, the weight of the variant that stands there; called: the same by name; said: by name, the idf of what stands there */
/** @typedef {{ sum: number, covered: number, title: number, alias: number, named: number, name: number, about: number, keyed: boolean, word: boolean, asked: number[], called: number[], said: number[], terms: Set<string> }} Candidate word: more than lone characters matched; asked, called: by way of asking and by name, how much of the query it holds; said: by name, how much of it the query says, by idf */

/**
 * @param {Index} index with the postings of these concepts loaded
 * @param {Concept[]} concepts
 * @param {{ exact: number[], within: number[] }} titles questions whose title is the whole query, or has it in it
 * @returns {Ranked[]} best first
 */
export function rank(index, concepts, { exact, within }) {
  const { found, all, field } = candidates(index, concepts)
  // What stands in a title is found, even where nothing but stop words was typed.
  for (const question of within) if (!found.has(question)) found.set(question, { ...empty(), covered: all, word: true })
  const ranked = []
  for (const [question, entry] of found) {
    const sum = terms(entry, all, index, question)
    const least = Math.max(all, 4)
    if (exact.includes(question)) sum.exact = weights.EXACT * least
    if (within.includes(question)) sum.within = weights.WITHIN * least
    ranked.push(ranking(question, entry, sum, all, field))
  }
  return ranked.sort((a, b) => b.score - a.score || a.question - b.question)
}

/**
 * A question with its score, and how much of the query it holds where.
 * @param {number} question
 * @param {Candidate} entry
 * @param {Sum} sum
 * @param {number} all the term weights of the query together
 * @param {number} field that of its terms of the field
 * @returns {Ranked}
 */
function ranking(question, entry, sum, all, field) {
  const most = Math.max(entry.name, ...Array.from(entry.asked, (held) => held ?? 0))
  return {
    question,
    score: Object.values(sum).reduce((a, b) => a + b),
    sum,
    coverage: coverageOf(entry, all),
    named: all ? Math.min(entry.named / all, 1) : 1,
    together: all ? Math.min(most / all, 1) : 1,
    about: field ? Math.min(entry.about / field, 1) : 0,
    asked: all ? sum.ask / (all * weights.ASK) : 0,
    head: all ? sum.head / (all * weights.HEAD) : 0,
    keyed: entry.keyed,
    terms: [...entry.terms],
  }
}

/** How much of the query a question holds. @param {Candidate} entry @param {number} all the term weights of the query together */
function coverageOf(entry, all) {
  // Characters that no word holds say little, even together.
  return !all ? 1 : Math.min(entry.covered / all, 1) * (entry.word ? 1 : weights.SCATTERED)
}

/**
 * Every question that holds something of the query, with the term weights of the query, and those of its terms of the field.
 * @param {Index} index
 * @param {Concept[]} concepts
 */
function candidates(index, concepts) {
  /** @type {Map<number, Candidate>} */
  const found = new Map()
  let all = 0
  let field = 0
  const key = keyOf(index, concepts)
  for (const concept of concepts) {
    const matches = gather(index, concept)
    const df = Math.max(
      matches.size,
      ...concept.variants.map((v) =>
        v.how === "word" && v.terms.length === 1 ? index.documentFrequency(v.terms[0]) : 0,
      ),
    )
    const termWeight =
      concept.weight * Math.min(rarity(index, df, matches), concept.softStop ? weights.SOFT_STOP_IDF : Infinity)
    const term = isTerm(concept)
    if (!concept.part) all += termWeight
    if (term) field += concept.term ? idf(index, df) : termWeight
    const lone = concepts.length > 1 && concept.text.length === 1 && isHan(concept.text)
    for (const [question, match] of matches) {
      let entry = found.get(question)
      if (!entry) found.set(question, (entry = empty()))
      entry.sum += (termWeight * match.tf * (weights.K1 + 1)) / (match.tf + weights.K1)
      if (!concept.part) {
        cover(entry, match, termWeight, term)
        if (concept === key) entry.keyed = Math.max(match.title, match.alias, match.ask) > 0.6
        entry.word ||= !lone
      }
      if (!concept.shred) for (const term of match.terms) entry.terms.add(term)
    }
  }
  return { found, all, field }
}

/**
 * What a concept adds to a question that holds it.
 * @param {Candidate} entry
 * @param {Match} match
 * @param {number} termWeight
 * @param {boolean} term whether it may be a term of the field
 */
function cover(entry, match, termWeight, term) {
  entry.covered += termWeight * match.best
  entry.title += termWeight * match.title
  entry.alias += termWeight * match.alias
  for (const [way, weight] of match.asked.entries())
    if (weight) entry.asked[way] = (entry.asked[way] ?? 0) + termWeight * weight
  for (let name = 0; name < match.called.length; name++) {
    if (!match.called[name]) continue
    entry.called[name] = (entry.called[name] ?? 0) + termWeight * match.called[name]
    entry.said[name] = (entry.said[name] ?? 0) + match.said[name]
  }
  const named = Math.max(match.title, match.alias, match.ask)
  entry.named += termWeight * named
  entry.name += termWeight * Math.max(match.title, match.alias)
  if (term) entry.about += termWeight * named
}

/**
 * @param {Index} index
 * @param {number} df how many questions hold a word
 */
export function idf(index, df) {
  return Math.log(1 + (index.count - df + 0.5) / (df + 0.5))
}

/**
 * The idf of a concept, partly by how many questions it names.
 * @param {Index} index
 * @param {number} df
 * @param {Map<number, Match>} matches
 */
function rarity(index, df, matches) {
  let naming = 0
  for (const match of matches.values()) naming += match.title || match.alias || match.ask ? 1 : 0
  return (1 - weights.NAMES) * idf(index, df) + weights.NAMES * idf(index, Math.max(naming, 1))
}

/**
 * Whether a concept may be a term of the field: no word of how it is asked, no lone character, none that names no answer.
 * @param {Concept} concept
 */
function isTerm(concept) {
  return !concept.part && (concept.weight === 1 || !!concept.term)
}

/**
 * The rarest term of a query: what it is about.
 * @param {Index} index
 * @param {Concept[]} concepts
 */
function keyOf(index, concepts) {
  const held = (/** @type {Concept} */ c) =>
    Math.max(0, ...c.variants.map((v) => Math.min(...v.terms.map((term) => index.documentFrequency(term)))))
  return concepts.filter(isTerm).sort((a, b) => held(a) - held(b))[0]
}

/**
 * @param {Candidate} entry
 * @param {number} all the term weights of the query together
 * @param {Index} index
 * @param {number} question
 * @returns {Sum} without what a whole name adds
 */
function terms(entry, all, index, question) {
  const coverage = coverageOf(entry, all)
  const { COVERAGE, TITLE, SAID, ALIAS, HEAD, WHOLE, ASK, NEXT } = weights
  const share = (/** @type {number} */ held) => (all ? Math.min(held / all, 1) : 0)
  const said = Math.min(entry.title / Math.max(index.titleIdf[question], 1), 1)
  const idfOf = (/** @type {string} */ term) =>
    idf(index, index.documentFrequency(term)) * (index.isNamed(term) ? 1 : weights.GENERAL)
  // The title is a way of asking, too.
  let nearest = share(entry.title) * said
  let next = 0
  for (const [way, held] of entry.asked.entries()) {
    if (!held) continue
    const whole = Math.max(index.askIdf(question, way, idfOf), 1)
    const near = share(held) * Math.min(held / whole, 1)
    next = Math.max(next, Math.min(near, nearest))
    nearest = Math.max(nearest, near)
  }
  let head = 0
  for (const [name, held] of entry.called.entries()) {
    if (!held) continue
    const whole = index.nameIdf(question, name, (term) => idf(index, index.documentFrequency(term)))
    head = Math.max(head, share(held) * Math.min(entry.said[name] / whole, 1) ** WHOLE)
  }
  return {
    words: entry.sum * (1 - COVERAGE + COVERAGE * coverage * coverage),
    title: all * TITLE * share(entry.title) * (1 - SAID + SAID * said),
    alias: all * ALIAS * share(entry.alias) ** 2,
    head: all * HEAD * head,
    ask: all * ASK * (nearest + NEXT * next),
    exact: 0,
    within: 0,
  }
}

/** @returns {Candidate} */
function empty() {
  return {
    sum: 0,
    covered: 0,
    title: 0,
    alias: 0,
    named: 0,
    name: 0,
    about: 0,
    keyed: false,
    word: false,
    asked: [],
    called: [],
    said: [],
    terms: new Set(),
  }
}

/** @returns {Match} */
function unmatched() {
  return { tf: 0, best: 0, title: 0, alias: 0, ask: 0, asked: [], called: [], said: [], terms: [] }
}

/** Which terms of a variant tell why a question was found: no lone character of a longer name (组 of 组相对策略优化). @param {import("./variants.js").Variant} variant */
function tells({ terms }) {
  return (/** @type {string} */ term) => terms.length === 1 || term.length > 1 || !isHan(term)
}

/**
 * Every question that holds one of a concept's variants: their frequencies together, as those of one word.
 * @param {Index} index
 * @param {Concept} concept
 */
function gather(index, concept) {
  /** @type {Map<number, Match>} */
  const matches = new Map()
  for (const variant of concept.variants) {
    const lists = variant.terms.map((term) => index.postings(term))
    if (lists.some((list) => !list)) continue
    // Few postings are of names: what they say is weighed when it is needed.
    let whole = 0
    const [first, ...rest] = /** @type {Map<number, import("./packed.js").Posting>[]} */ (lists)
    for (const [question, posting] of first) {
      let { tf, title, alias, names, asks } = posting
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
        names &= other.names
        asks &= other.asks
      }
      if (!together) continue
      let match = matches.get(question)
      if (!match) matches.set(question, (match = unmatched()))
      match.tf += variant.weight * tf
      match.best = Math.max(match.best, variant.weight)
      if (title) match.title = Math.max(match.title, variant.weight)
      if (alias) match.alias = Math.max(match.alias, variant.weight)
      if (asks) match.ask = Math.max(match.ask, variant.weight)
      for (let way = 0; asks >> way; way++)
        if ((asks >> way) & 1) match.asked[way] = Math.max(match.asked[way] ?? 0, variant.weight)
      if (names && !whole)
        whole = variant.terms.reduce((sum, term) => sum + idf(index, index.documentFrequency(term)), 0)
      for (let name = 0; names >> name; name++)
        if ((names >> name) & 1) {
          match.called[name] = Math.max(match.called[name] ?? 0, variant.weight)
          match.said[name] = Math.max(match.said[name] ?? 0, whole)
        }
      // What only begins with a word that stands there itself does not tell why it was found.
      if (variant.how !== "prefix" || match.best < 1) match.terms.push(...variant.terms.filter(tells(variant)))
    }
  }
  return matches
}
