/** The search engine: an index and a query in, ranked questions out. It knows no page and no theme. */

import { concepts } from "./concepts.js"
import { isEnglish } from "./english.js"
import { idf, rank } from "./rank.js"
import { key, runs, written } from "./text.js"
import { unheard } from "./versions.js"
import { weights } from "./weights.js"

/** @typedef {import("./packed.js").Index} Index */
/**
 * @typedef {object} Result
 * @property {string} id
 * @property {string} title
 * @property {string} url relative to the site's root: q/<id>/
 * @property {number} score comparable within one query only
 * @property {number} coverage how much of the query the question holds, 0 to 1
 * @property {number} named how much of the query its title and aliases hold, 0 to 1
 * @property {number} together the same of its title and aliases, or of the way of asking that holds most of it
 * @property {number} about how much of the query's terms of the field they hold, 0 to 1
 * @property {number} asked how much of it one of its ways of asking holds, and how much of that it says, 0 to about 1
 * @property {number} head how far the query is one of its names, 0 to 1
 * @property {boolean} keyed they hold the rarest of them, and the query has no term that no answer is about
 * @property {boolean} beside the query has a term that no answer is about, or names a generation of a model that none speaks of
 * @property {boolean} weak it is only a guess: too little of the query was found, or the query has a term that no answer is about
 * @property {string} topic id of the topic
 * @property {number} level 0 基础, 1 进阶, 2 深入
 * @property {string[]} terms what matched, as the book writes it
 */

const NOISE = 0.08
// Nobody types more than this on purpose.
const LONGEST = 400
// The topic whose answers are code, and what asks for code.
export const CODING = "coding"
export const ASKS_FOR_CODE =
  /手[写寫撕搓敲]|[敲撸]|默写|白板|代[码碼]题?(?!大?模型|数据|助手|补全|检索|库|仓|执行|生成|能力|解释|agent|智能体|评测|沙箱)|写(?:一|个|下|段|写|出|完|层|\s*(?!sql|json|prompt)[a-z])|现场(?:写|实现|coding)|从零(?:写|搭|敲)|复现|自己实现|实现一?[个下]|^实现|implement|write .*from scratch|编程(?:题|实现|[：:])|(?:torch|numpy|python)\s*(?:手动)?(?:写|实现|搭|拼)|nn\.module|(?<!\b(?:claude|vs|open|qwen|kimi|vibe|source))[ -]code$|\bclass [a-z]|[a-z]_[a-z]+ 怎么写/i
// Asks for a derivative: the answers that are code derive theirs.
const ASKS_TO_DERIVE = /求导|导数/
// The topic whose answers are about one's own work, and what asks about that.
const OWN_WORK = "project"
const ASKS_ABOUT_OWN = /项目|[你我咱]|公司|为什么|为啥|选/
// Chinese words may be everyday words, numbers may be any.
const LATIN_TERM = /^[a-z][a-z0-9.+_/'-]+$/

/**
 * @param {Index} index
 * @param {string} query as typed
 * @param {{ limit?: number, topic?: string }} [options]
 * @returns {Promise<Result[]>} best first; empty when nothing fits
 */
export async function search(index, query, { limit = 10, topic } = {}) {
  const { ranked } = await rankedBy(index, query)
  const fitting = topic ? ranked.filter((r) => index.topics[index.topicOf(r.question)][0] === topic) : ranked
  const shown = fitting.slice(0, limit)
  const rows = await index.rows(shown.map((r) => r.question))
  const beside = elsewhere(index, query) !== undefined
  const sure = sureness(index, fitting)
  return shown.map((r, i) => ({
    id: rows[i][0],
    title: rows[i][1],
    url: `q/${rows[i][0]}/`,
    score: r.score,
    coverage: r.coverage,
    named: r.named,
    together: r.together,
    about: r.about,
    asked: r.asked,
    head: r.head,
    keyed: r.keyed && !beside,
    beside,
    weak: beside || sure[i] < 0,
    topic: index.topics[index.topicOf(r.question)][0],
    level: rows[i][2],
    terms: r.terms,
  }))
}

/**
 * How sure each result is: what is below 0 is only a guess. It grows with the share of the query that the question holds,
 * with its score, counted in words as rare as a word can be (a tenth of a long story may still be a whole question), and
 * with how far it is ahead of the next one.
 * @param {Index} index
 * @param {import("./rank.js").Ranked[]} ranked best first
 */
function sureness(index, ranked) {
  const { EVIDENCE, AHEAD, SURE } = weights
  return ranked.map(({ coverage, score }, i) => {
    const ahead = 1 - (ranked[i + 1]?.score ?? 0) / score
    return coverage + EVIDENCE * Math.log(score / idf(index, 1)) + AHEAD * ahead - SURE
  })
}

/**
 * An answer by its id.
 * @param {Index} index
 * @param {string} id
 * @returns {Promise<{ id: string, title: string, url: string } | undefined>}
 */
export async function answer(index, id) {
  const rows = await index.rows(Array.from({ length: index.count }, (_, question) => question))
  const found = rows.find((row) => row[0] === id)
  return found && { id, title: found[1], url: `q/${id}/` }
}

/**
 * What the empty box offers: questions that are asked most.
 * @param {Index} index
 * @returns {Promise<{ id: string, title: string, url: string, topic: string, level: number }[]>}
 */
export async function offered(index) {
  const rows = await index.rows(index.offered)
  return rows.map(([id, title, level], i) => ({
    id,
    title,
    url: `q/${id}/`,
    topic: index.topics[index.topicOf(index.offered[i])][0],
    level,
  }))
}

/**
 * The term of a query that no answer is about: no title, alias or way of asking has it, however many mention it.
 * @param {Index} index
 * @param {string} query
 * @returns {Promise<{ term: string, places?: number } | undefined>} the rarest of several; places: how many answers mention it, none
 * where that is not counted
 */
export async function unanswered(index, query) {
  const other = elsewhere(index, query)
  if (other) return { term: other[0], places: other[1] }
  const wanted = concepts(index, query.slice(0, LONGEST)).filter(
    (concept) => !concept.part && LATIN_TERM.test(concept.text),
  )
  await index.prepare(wanted.flatMap((concept) => concept.variants.flatMap((variant) => variant.terms)))
  const names = (/** @type {string} */ term) =>
    [...(index.postings(term)?.values() ?? [])].some((held) => held.title || held.alias || held.asks)
  const missing = wanted.filter((concept) =>
    concept.variants.every((variant) => variant.how === "word" && !variant.terms.every(names)),
  )
  const found = missing.map(({ text, variants }) => ({
    term: text,
    places: Math.max(0, ...variants.map(({ terms }) => index.documentFrequency(terms[0]))),
  }))
  return found.sort((a, b) => a.places - b.places)[0]
}

/**
 * A Chinese term in the query that no answer is about, and how many mention it; of several the longest. Or a generation of a
 * model that none mentions.
 * @param {Index} index
 * @param {string} query
 * @returns {[term: string, places?: number] | undefined}
 */
function elsewhere(index, query) {
  const text = written(index, query.slice(0, LONGEST))
  const [longest] = index.elsewhere.filter(([term]) => text.includes(term)).sort((a, b) => b[0].length - a[0].length)
  const version = longest ? undefined : unheard(index, query.slice(0, LONGEST))
  return version === undefined ? longest : [version]
}

/**
 * Why the results of a query stand as they do: what the query was read as, and the terms of each score.
 * @param {Index} index
 * @param {string} query as typed
 * @param {{ limit?: number }} [options]
 */
export async function explain(index, query, { limit = 5 } = {}) {
  const { wanted, ranked } = await rankedBy(index, query)
  const shown = ranked.slice(0, limit)
  const rows = await index.rows(shown.map((r) => r.question))
  const sure = sureness(index, ranked)
  return {
    concepts: wanted.map(({ text, weight, part, variants }) => ({
      text,
      weight,
      part,
      idf: idf(
        index,
        Math.max(0, ...variants.filter((v) => v.terms.length === 1).map((v) => index.documentFrequency(v.terms[0]))),
      ),
      variants: variants.map((v) => `${v.how}:${v.terms.join("+")}×${v.weight}`),
    })),
    results: shown.map(({ score, sum, coverage, named, terms }, i) => ({
      id: rows[i][0],
      title: rows[i][1],
      score,
      sum,
      coverage,
      named,
      sure: sure[i],
      terms,
    })),
  }
}

/**
 * By topic, what the scores of its answers are multiplied by for the way a query asks.
 * @param {string} text
 */
function factorsOf(text) {
  const { CODE, UNASKED, NOT_OWN } = weights
  const code = ASKS_FOR_CODE.test(text) ? CODE : ASKS_TO_DERIVE.test(text) ? 1 : 1 / UNASKED
  return new Map([
    [CODING, code],
    [OWN_WORK, ASKS_ABOUT_OWN.test(text) ? 1 : 1 / NOT_OWN],
  ])
}

/**
 * @param {Index} index
 * @param {string} query
 */
async function rankedBy(index, query) {
  const text = query.slice(0, LONGEST)
  const name = key(written(index, text))
  if (isEnglish(index, runs(written(index, text)))) await index.learnEnglish()
  const wanted = name ? concepts(index, text) : []
  if (!name) return { wanted, ranked: [] }
  await index.prepare(wanted.flatMap((c) => c.variants.flatMap((v) => v.terms)))
  const ranked = rank(index, wanted, index.titled(name))
  const factors = factorsOf(text)
  for (const found of ranked) found.score *= factors.get(index.topics[index.topicOf(found.question)][0]) ?? 1
  const fitting = ranked.filter((result) => result.coverage >= NOISE)
  return { wanted, ranked: fitting.sort((a, b) => b.score - a.score || a.question - b.question) }
}
