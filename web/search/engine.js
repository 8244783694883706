/** The search engine: an index and a query in, ranked questions out. It knows no page and no theme. */

import { concepts } from "./concepts.js"
import { rank } from "./rank.js"
import { key, written } from "./text.js"

/** @typedef {import("./packed.js").Index} Index */
/**
 * @typedef {object} Result
 * @property {string} id
 * @property {string} title
 * @property {string} url relative to the site's root: q/<id>/
 * @property {number} score comparable within one query only
 * @property {number} coverage how much of the query the question holds, 0 to 1
 * @property {number} named how much of the query its title and aliases hold, 0 to 1
 * @property {boolean} weak nothing better was found than a part of the query
 * @property {string} topic id of the topic
 * @property {number} level 0 基础, 1 进阶, 2 深入
 * @property {string[]} terms what matched, as the book writes it
 */

// Below this share of the query a result is only a guess.
const WEAK = 0.45
const NOISE = 0.08

/**
 * @param {Index} index
 * @param {string} query as typed
 * @param {{ limit?: number, topic?: string }} [options]
 * @returns {Promise<Result[]>} best first; empty when nothing fits
 */
export async function search(index, query, { limit = 10, topic } = {}) {
  const wanted = concepts(index, query.slice(0, 400))
  const name = key(written(index, query.slice(0, 400)))
  if (!name) return []
  await index.prepare([...wanted.flatMap((c) => c.variants.flatMap((v) => v.terms)), "=" + name])
  const ranked = rank(index, wanted, { exact: index.namedExactly(name), within: index.titled(name) }).filter(
    (r) => r.coverage >= NOISE && (!topic || index.topics[index.topicOf(r.question)][0] === topic),
  )
  const shown = ranked.slice(0, limit)
  const rows = await index.rows(shown.map((r) => r.question))
  return shown.map((r, i) => ({
    id: rows[i][0],
    title: rows[i][1],
    url: `q/${rows[i][0]}/`,
    score: r.score,
    coverage: r.coverage,
    named: r.named,
    weak: r.coverage < WEAK,
    topic: index.topics[index.topicOf(r.question)][0],
    level: rows[i][2],
    terms: r.terms,
  }))
}
