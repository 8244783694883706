/** The questions of a post, each with the answers that may fit and how sure that is. Knows no page; searching is given. */

import { label } from "./lines.js"
import { listed, MOST_QUESTIONS, split } from "./split.js"

/** @typedef {import("../search/engine.js").Result} Result */
/** @typedef {(query: string, options: { limit: number }) => Promise<Result[]>} Search */
/** @typedef {{ question: string, results: Result[], chosen: string, sure: boolean, follows?: boolean, other?: boolean }} Row chosen: id of the answer, "" for none; sure: the first result is what is asked; other: of a field that the book leaves out */

export const CANDIDATES = 6
const NAMED = 0.8
// 对得上: title, aliases or ways of asking hold at least so much of the question and of its terms, its rarest among them,
// and no other answer comes near. Right in 9 of 10 rows of the judged posts; tests/search/posts.py prints it.
const SURE = { named: 0.55, about: 0.75, ahead: 0.1 }
// 可能是: it holds so much of the question, or so much where it is about the question's terms.
const LIKELY = 0.4
const LIKELY_ABOUT = 0.3
// What asks for code is answered by code.
const CODING = "coding"
const ASKS_FOR_CODE = /手[写寫撕]|白板|代码题?[：:\s]|写一个|实现一个|^实现|implement|编程题/i

/**
 * @param {string} post
 * @param {Search} search
 * @returns {Promise<{ rows: Row[], left: string[], more: boolean }>} more: there were more questions than are taken
 */
export async function match(post, search) {
  const { rows: found, left } = split(post)
  /** @type {Row[]} */
  const rows = []
  const seen = new Set()
  let before = ""
  for (const { text, kind, follows } of found) {
    if (seen.has(text)) continue
    if (seen.size === MOST_QUESTIONS) return { rows, left: left.map((piece) => piece.text.trim()), more: true }
    seen.add(text)
    if (kind === "other") rows.push({ question: text, results: [], chosen: "", sure: false, other: true })
    else rows.push(...(await rowsOf(text, follows ? before : "", search)))
    if (!follows) before = text
  }
  return { rows, left: left.map((piece) => piece.text.trim()), more: false }
}

/**
 * @param {string} question
 * @param {string} context the question it goes on from
 * @param {Search} search
 */
async function rowsOf(question, context, search) {
  const whole = await row(question, search)
  if (context && !whole.sure) {
    const both = await row(`${context} ${question}`, search)
    return [{ ...both, question, follows: true }]
  }
  if (context) return [{ ...whole, follows: true }]
  const parts = await Promise.all(listed(question).map((part) => row(part, search)))
  // An enumeration of questions: each of its items names an answer of its own, and no answer is named by all of them.
  const answers = new Set(parts.map((part) => part.chosen))
  const apart = parts.length > 1 && answers.size === parts.length && !whole.results.some((r) => r.named >= NAMED) && parts.every((part) => part.results[0]?.named >= NAMED)
  return apart ? parts : [whole]
}

/**
 * @param {string} question
 * @param {Search} search
 * @returns {Promise<Row>}
 */
export async function row(question, search) {
  const results = await search(question.slice(ASKS_FOR_CODE.test(question) ? 0 : label(question).length), { limit: CANDIDATES })
  return { question, results, chosen: results.length && isLikely(results[0]) ? results[0].id : "", sure: isSure(question, results) }
}

/**
 * Whether the first result is what is asked: the question's own terms are what it is about, and nothing else is near.
 * @param {string} question
 * @param {Result[]} results
 */
export function isSure(question, [best, next]) {
  if (!best?.keyed || best.named < SURE.named || best.about < SURE.about) return false
  if (ASKS_FOR_CODE.test(question) && best.topic !== CODING) return false
  return best.score - (next?.score ?? 0) >= SURE.ahead * best.score
}

/** @param {Result} result */
export function isLikely(result) {
  return result.coverage >= LIKELY || (result.coverage >= LIKELY_ABOUT && result.keyed && result.about >= SURE.about)
}
