/** The questions of a post, each with the answers that may fit and how sure that is. Knows no page; searching is given. */

import { ASKS_FOR_CODE, CODING } from "../search/engine.js"
import { tellsIt, tellsWhy } from "./intent.js"
import { label } from "./lines.js"
import { listed, MOST_QUESTIONS, split } from "./split.js"

/** @typedef {import("../search/engine.js").Result} Result */
/** @typedef {(query: string, options: { limit: number }) => Promise<Result[]>} Search */
/** @typedef {{ id: string, title: string, url: string }} Answer */
/** @typedef {{ part: string, answer: Answer }} Also a part of the question, and what answers it */
/**
 * @typedef {object} Row
 * @property {string} question
 * @property {Answer[]} results best first
 * @property {string} chosen id of the answer, "" for none
 * @property {boolean} sure the first result is what is asked
 * @property {Also[]} also what else it asks for, each part with an answer of its own
 * @property {boolean} [follows] it goes on from the row before
 * @property {boolean} [other] of a field that the book leaves out
 */

export const CANDIDATES = 6
// A question of several parts has so many answers beside its own at most.
const MOST_ALSO = 3
const PARTS = /[，,；;？?。]|(?:以及|还有)/
const SHORTEST_PART = 4
const NAMED = 0.8
// 对得上: title, aliases and ways of asking hold at least so much of the question and of its terms, its rarest among them;
// so much stands together, in one way of asking or in title and aliases; and no other answer comes near.
// tests/search/posts.py --thresholds prints what each of these buys on the judged posts.
export const SURE = { together: 0.55, named: 0.65, about: 0.82, ahead: 0.1 }
// The same for a question that is all English: what its words mean here is only likely.
const SURE_IN_ENGLISH = { named: 0.75, ahead: 0.2 }
// Of a result with so much of the first one's score the intention decides.
const NEARLY = 0.6
// What is left of a question without the words that ask: less is no term that an answer could surely be about.
const ASKING =
  /为什么|为何|为啥|怎么样?|怎样|如何|什么|哪些|哪个|多少|有没有|是不是|能不能|一下|讲讲|讲|说说|介绍|了解|区别|[的了吗呢啊是有和与会要去做\s，。？?！!、；：]/g
const SHORTEST_TERM = 3

// 可能是: it holds so much of the question, or so much where it is about the question's terms.
const LIKELY = 0.4
const LIKELY_KEYED = 0.25
const LIKELY_ABOUT = 0.5
// So much of a part makes an answer likely that holds too little of the whole.
const PART_NAMED = 0.5
// A line that asks nothing is a question where an answer's names hold so much of it.
const LOOSE_NAMED = 0.6

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
  let more = false
  for (const one of found) {
    if (seen.has(one.text)) continue
    more = seen.size === MOST_QUESTIONS
    if (more) break
    seen.add(one.text)
    const made = await rowsOf(one, one.follows ? before : "", search)
    if (made.length) rows.push(...made)
    else left.push(...one.pieces)
    if (!one.follows) before = one.text
  }
  return { rows, left: left.sort((a, b) => a.at - b.at).map((piece) => piece.text.trim()), more }
}

/**
 * @param {import("./split.js").SplitRow} found
 * @param {string} context the question it goes on from
 * @param {Search} search
 * @returns {Promise<Row[]>} none where it is no question after all
 */
async function rowsOf({ text: question, kind, code }, context, search) {
  if (kind === "other") return [{ question, results: [], chosen: "", sure: false, also: [], other: true }]
  const whole = await row(question, search, code)
  if (kind === "loose") return isNamed(whole) ? [whole] : []
  if (context && !whole.sure) {
    const both = await row(`${context} ${question}`, search)
    return [{ ...both, question, follows: true }]
  }
  if (context) return [{ ...whole, follows: true }]
  const parts = await Promise.all(listed(question).map((part) => row(part, search, code)))
  // An enumeration of questions: each of its items names an answer of its own, and no answer is named by all of them.
  const answers = new Set(parts.map((part) => part.chosen))
  const named = (/** @type {Row} */ { results }) => /** @type {Result | undefined} */ (results[0])?.named ?? 0
  const together = /** @type {Result[]} */ (whole.results).some((result) => result.named >= NAMED)
  const apart =
    parts.length > 1 && answers.size === parts.length && !together && parts.every((part) => named(part) >= NAMED)
  return apart ? parts : [await withParts(whole, search)]
}

/**
 * A question as the reader has it: looked for as a whole and part by part.
 * @param {string} question
 * @param {Search} search
 * @returns {Promise<Row>}
 */
export const asked = async (question, search) => withParts(await row(question, search), search)

/**
 * The parts of a question that surely have an answer other than the whole's.
 * @param {Row} whole
 * @param {Search} search
 * @returns {Promise<Row>}
 */
async function withParts(whole, search) {
  const parts = whole.question
    .split(PARTS)
    .map((part) => part.trim())
    .filter((part) => part.length >= SHORTEST_PART)
  if (parts.length < 2) return whole
  const rows = await Promise.all(parts.map((part) => row(part, search)))
  const own = whole.chosen ? whole : answeredByPart(whole, rows)
  /** @type {Map<string, Also>} */
  const also = new Map()
  for (const { question: part, chosen, sure, results } of rows)
    if (sure && chosen && chosen !== own.chosen && !also.has(chosen)) also.set(chosen, { part, answer: results[0] })
  return { ...own, also: [...also.values()].slice(0, MOST_ALSO) }
}

/**
 * A question of which no answer holds enough as a whole: what the part says that an answer is nearest to.
 * @param {Row} whole
 * @param {Row[]} parts
 * @returns {Row}
 */
function answeredByPart(whole, parts) {
  const named = (/** @type {Row} */ { chosen, results }) =>
    chosen ? /** @type {Result} */ (results[0]).named * /** @type {Result} */ (results[0]).about : 0
  const best = parts.reduce((a, b) => (named(b) > named(a) ? b : a))
  if (named(best) < PART_NAMED) return whole
  const others = whole.results.filter(({ id }) => best.results.every((result) => result.id !== id))
  return { ...whole, chosen: best.chosen, results: [...best.results, ...others].slice(0, CANDIDATES) }
}

/**
 * Whether a line that asks nothing names what an answer is about.
 * @param {Row} row
 */
function isNamed({ chosen, results }) {
  const best = /** @type {Result | undefined} */ (results[0])
  return !!chosen && !!best?.keyed && best.named >= LOOSE_NAMED
}

/**
 * @param {string} question
 * @param {Search} search
 * @param {boolean} [code] it stands among what is to be written
 * @returns {Promise<Row>}
 */
export async function row(question, search, code = false) {
  const rest = question.slice(label(question).length)
  const written = code || (rest !== question && ASKS_FOR_CODE.test(question))
  const results = ordered(question, await search(written ? `手写 ${rest}` : rest, { limit: CANDIDATES }))
  return {
    question,
    results,
    chosen: results.length && isLikely(results[0]) ? results[0].id : "",
    sure: isSure(question, results),
    also: [],
  }
}

/**
 * Results for a question: of those that are nearly as good as the first, one that tells what is asked goes first.
 * @param {string} question
 * @param {Result[]} results
 * @returns {Result[]}
 */
function ordered(question, results) {
  const [best] = results
  if (!best) return results
  const fits = (/** @type {Result} */ { title }) => Number(tellsIt(question, title)) + Number(tellsWhy(question, title))
  const near = results.filter(({ score, about }) => score >= best.score * NEARLY && about >= best.about - 0.05)
  const first = near.reduce((a, b) => (fits(b) > fits(a) ? b : a))
  return [first, ...results.filter((result) => result !== first)]
}

/**
 * Whether the first result is what is asked: the question's own terms are what it is about, and nothing else is near.
 * @param {string} question
 * @param {Result[]} results
 */
export function isSure(question, results) {
  const near = nearness(question, results)
  const english = !/[\u4e00-\u9fff]/.test(question)
  if (english && near && (near.named < SURE_IN_ENGLISH.named || near.ahead < SURE_IN_ENGLISH.ahead)) return false
  return (
    !!near &&
    near.together >= SURE.together &&
    near.named >= SURE.named &&
    near.about >= SURE.about &&
    near.ahead >= SURE.ahead
  )
}

/**
 * How near the first result comes to each threshold of 对得上.
 * @param {string} question
 * @param {Result[]} results
 * @returns {typeof SURE | undefined} undefined where something else speaks against it
 */
export function nearness(question, [best, next]) {
  if (question.replace(ASKING, "").length < SHORTEST_TERM && !/[a-z]{2}/i.test(question)) return undefined
  if (!best?.keyed || !tellsIt(question, best.title)) return undefined
  if (ASKS_FOR_CODE.test(question) && best.topic !== CODING) return undefined
  return { together: best.together, named: best.named, about: best.about, ahead: 1 - (next?.score ?? 0) / best.score }
}

/** @param {Result} result */
export function isLikely(result) {
  return result.coverage >= LIKELY || (result.coverage >= LIKELY_KEYED && result.keyed && result.about >= LIKELY_ABOUT)
}
