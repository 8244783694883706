/** The questions of a post, each with the answers that may fit and how sure that is. Knows no page; searching is given. */

import { CODING } from "../search/engine.js"
import { byBook } from "./apart.js"
import { isUsual } from "./fields.js"
import { asks, compares, comparesBack, isElliptical, label } from "./lines.js"
import { ALONE, ASKING, holds, likely, look, words } from "./merits.js"
import { simplified } from "./simple.js"
import { byLine, divided, finished, listed, MOST_QUESTIONS } from "./split.js"
import { WORTHS } from "./worths.js"

/** @typedef {import("./merits.js").Looked} Looked */
/** @typedef {import("./merits.js").Around} Around */
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
 * @property {number} chance how likely it is, 0 to 1
 * @property {boolean} may nothing else speaks against its being sure
 * @property {Also[]} also what else it asks for, each part with an answer of its own
 * @property {boolean} [follows] it goes on from the row before
 * @property {boolean} [other] of a field that the book leaves out
 */

export const CANDIDATES = 6
// A question of several parts has so many answers beside its own at most.
const MOST_ALSO = 3
// What a part asks for is less in doubt: it stands beside the answer to the whole.
const ALSO = 0.6
const NAMED = 0.8
// 对得上: so likely is the first answer; 可能是: less than that. tests/search/posts.py --thresholds prints what each buys on
// the judged posts.
export const SURE = 0.93
// What names by itself what it compares (RoPE 和 ALiBi 的区别).
const BOTH = /[和与跟同及]|vs/i
export const LIKELY = 0.3
const POINTS = /[\s，。？?！!、；：]/g
// What is left of a question without the words that ask: less is no term that an answer could surely be about.
const SHORTEST_TERM = 3

// A line that asks nothing is a question where an answer's names hold so much of it.
const LOOSE_NAMED = 0.6
// What is asked around a question says what it is about: so many questions before and behind it, the nearer the more.
const AROUND = 4
const FADING = 0.3
// Their terms are taken up from this near.
const NEXT = 2
const DOUBT = 0.5
// A question that an answer's names hold no more of names nothing itself.
const UNNAMED = 0.3

/**
 * @param {string} post
 * @param {Search} search
 * @returns {Promise<{ rows: Row[], left: string[], more: boolean }>} more: there were more questions than are taken
 */
export async function match(post, search) {
  const find = remembered(search)
  const division = divided(post)
  for (const part of division.parts) part.questions = await byBook(part, find)
  const { rows: found, left } = finished(division)
  /** @type {Set<string>} */
  const seen = new Set()
  let above = ""
  const unique = found.filter(({ text }) => {
    // 为什么 is asked of something else each time.
    const name = isElliptical(text) ? `${above}\n${text}` : text
    if (!isElliptical(text)) above = text
    return !seen.has(name) && seen.add(name)
  })
  const taken = unique.slice(0, MOST_QUESTIONS)
  /** @type {(Looked | undefined)[]} */
  const looked = []
  for (const { text, kind, code } of taken) looked.push(kind === "other" ? undefined : await look(text, find, code))
  /** @type {Row[]} */
  const rows = []
  let before = ""
  for (const [i, one] of taken.entries()) {
    const follows = one.follows || goesOn(one, looked[i])
    const made = await rowsOf(one, looked[i], follows ? before : "", around(looked, i), find)
    if (made.length) rows.push(...made)
    else left.push(...one.pieces)
    if (!follows) before = one.text
  }
  return {
    rows,
    left: byLine(post, left),
    more: unique.length > taken.length,
  }
}

/**
 * Whether a question is only understood after the one before it (那它的缺点呢), though nothing says that it was asked so.
 * @param {import("./split.js").SplitRow} row
 * @param {Looked | undefined} looked
 */
const goesOn = ({ text, kind }, looked) =>
  kind === "question" && !!looked && (comparesBack(text) || (isElliptical(text) && holds(looked.results[0]) < UNNAMED))

/**
 * @param {Search} search
 * @returns {Search} the same; what was looked for before is not looked for again
 */
function remembered(search) {
  /** @type {Map<string, Promise<Result[]>>} */
  const found = new Map()
  return (query, options) => {
    const name = `${options.limit} ${query}`
    const results = found.get(name) ?? search(query, options)
    found.set(name, results)
    return results
  }
}

/**
 * What is asked around a question.
 * @param {(Looked | undefined)[]} looked
 * @param {number} i its place
 * @returns {Around}
 */
export function around(looked, i) {
  /** @type {Map<string, number>} */
  const topics = new Map()
  let all = DOUBT
  for (let k = Math.max(0, i - AROUND); k <= i + AROUND; k++) {
    const best = k === i ? undefined : looked[k]?.results[0]
    if (!best) continue
    const says = holds(best) / (1 + FADING * Math.abs(k - i))
    topics.set(best.topic, (topics.get(best.topic) ?? 0) + says)
    all += says
  }
  const beside = looked.slice(Math.max(0, i - NEXT), i + NEXT + 1)
  return {
    near: (topic) => (topics.get(topic) ?? 0) / all,
    before: looked[i - 1]?.results ?? [],
    words: new Set(beside.flatMap((one) => (one && one !== looked[i] ? [...words(one.question)] : []))),
  }
}

/**
 * @param {import("./split.js").SplitRow} found
 * @param {Looked | undefined} looked none where the book leaves it out
 * @param {string} context the question it goes on from
 * @param {Around} beside
 * @param {Search} search
 * @returns {Promise<Row[]>} none where it is no question after all
 */
async function rowsOf({ text: question, kind, code }, looked, context, beside, search) {
  if (!looked) return [{ question, results: [], chosen: "", sure: false, chance: 0, may: false, also: [], other: true }]
  const whole = rowOf(looked, beside)
  if (kind === "loose" || kind === "faint")
    return isNamed(whole) && (kind === "loose" || whole.chance >= SURE || isUsual(simplified(question))) ? [whole] : []
  if (context && !whole.sure) {
    const both = rowOf(await look(`${context} ${question}`, search), beside)
    return [{ ...both, question, follows: true }]
  }
  if (context) return [{ ...whole, follows: true }]
  const items = listed(question.slice(label(question).length))
  const parts = await Promise.all(items.map(async (part) => rowOf(await look(part, search, code), beside)))
  // An enumeration of questions: each of its items names an answer of its own, and no answer is named by all of them.
  const answers = new Set(parts.map((part) => part.chosen))
  const named = (/** @type {Row} */ { results }) => /** @type {Result | undefined} */ (results[0])?.named ?? 0
  const together = /** @type {Result[]} */ (whole.results).some((result) => result.named >= NAMED)
  const apart =
    parts.length > 1 &&
    answers.size === parts.length &&
    !together &&
    !areCompared(items) &&
    parts.every((part) => named(part) >= NAMED)
  return apart ? parts : [withParts(whole, looked, beside)]
}

/**
 * Whether one thing is asked of all items (LoRA、QLoRA、DoRA 的区别), and nothing of each.
 * @param {string[]} items
 */
const areCompared = (items) => {
  const last = items.at(-1) ?? ""
  return compares(last) && !BOTH.test(last) && !items.slice(0, -1).some(asks)
}

/**
 * A question as the reader has it: looked for as a whole and part by part.
 * @param {string} question
 * @param {Search} search
 * @returns {Promise<Row>}
 */
export async function asked(question, search) {
  const looked = await look(question, search)
  return withParts(rowOf(looked, ALONE), looked, ALONE)
}

/**
 * The parts of a question that surely have an answer other than the whole's.
 * @param {Row} whole
 * @param {Looked} looked
 * @param {Around} beside
 * @returns {Row}
 */
function withParts(whole, { parts }, beside) {
  /** @type {Map<string, Also>} */
  const also = new Map()
  for (const { text: part, results: found } of parts) {
    const { chance, may, chosen, results } = rowOf(
      { question: part, written: false, results: found, parts: [] },
      beside,
    )
    if (may && chance >= ALSO && chosen !== whole.chosen && !also.has(chosen))
      also.set(chosen, { part, answer: results[0] })
  }
  return { ...whole, also: [...also.values()].slice(0, MOST_ALSO) }
}

/**
 * Whether a line that asks nothing names what an answer is about.
 * @param {Row} row
 */
function isNamed({ chosen, results }) {
  const best = /** @type {Result | undefined} */ (results[0])
  return !!best?.keyed && best.named >= (chosen ? LOOSE_NAMED : NAMED)
}

/**
 * @param {Looked} looked
 * @param {Around} beside
 * @returns {Row}
 */
function rowOf(looked, beside) {
  const found = likely(looked, beside, WORTHS)
  const [best] = found
  const chance = best?.chance ?? 0
  const may = !!best && mayBeSure(looked, best.result)
  return {
    question: looked.question,
    results: found.slice(0, CANDIDATES).map(({ result }) => result),
    chosen: chance >= LIKELY ? best.result.id : "",
    sure: may && chance >= SURE,
    chance,
    may,
    also: [],
  }
}

/**
 * Whether nothing that is counted once and for all speaks against an answer.
 * @param {Looked} looked
 * @param {Result} best
 */
function mayBeSure({ question, written }, best) {
  const text = simplified(question)
  // How one answers for oneself is nowhere said.
  if (isUsual(text)) return false
  if (text.replace(ASKING, "").replace(POINTS, "").length < SHORTEST_TERM && !/[a-z]{2}/i.test(text)) return false
  return !best.beside && (!written || best.topic === CODING)
}
