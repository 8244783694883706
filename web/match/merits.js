/**
 * What speaks for an answer being what a question asks, each with a weight of worths.js; and what nothing speaks for: that the
 * book has no answer. The chances of all of them add up to 1 (a conditional logit; McFadden, Conditional Logit Analysis of
 * Qualitative Choice Behavior, 1974), so the same numbers say which comes first, whether it is shown and whether it is sure.
 */

import { ASKS_FOR_CODE, CODING } from "../search/engine.js"
import { tellsIt, tellsWhy } from "./intent.js"
import { asks, label } from "./lines.js"
import { simplified } from "./simple.js"

/** @typedef {import("../search/engine.js").Result} Result */
/** @typedef {import("./rows.js").Search} Search */
/** @typedef {{ text: string, results: Result[] }} Part a clause of a question, and what it finds by itself */
/** @typedef {{ question: string, written: boolean, results: Result[], parts: Part[] }} Looked what a question and its parts find; written: it asks for code */
/**
 * @typedef {object} Around what is asked around a question
 * @property {(topic: string) => number} near how much of it is of a topic, 0 to 1
 * @property {Result[]} before what the question before finds
 * @property {Set<string>} words its words in Latin letters
 */
/** @typedef {Record<string, number>} Merits */

// So many results of the whole question, of a part, and of a part that come into question for the whole.
const OF_WHOLE = 12
const OF_PART = 8
const FROM_PART = 4
const MOST_PARTS = 5
const SHORTEST_PART = 4
const PARTS = /[，,；;？?。：:]|(?:以及|还有)/
const LOWEST = -2
// Between what a title asks one after the other.
const CLAUSES = /[？?。；;：:，,]/
/** @type {Around} */
export const ALONE = { near: () => 0, before: [], words: new Set() }
// What asks rather than names.
export const ASKING =
  /为什么|为何|为啥|怎么样?|怎样|如何|什么|哪些|哪个|多少|有没有|是不是|能不能|一下|讲讲|讲|说说|介绍|了解|区别|[的了吗呢啊是有和与会要去做]/g
const ENGLISH_ASKING = new Set("what why how the is do does you and of in to for it".split(" "))
const FEW = 3

/**
 * @param {string} question
 * @param {Search} search
 * @param {boolean} [code] it stands among what is to be written
 * @returns {Promise<Looked>}
 */
export async function look(question, search, code = false) {
  const rest = question.slice(label(question).length)
  const written = code || (rest !== question && ASKS_FOR_CODE.test(question))
  const texts = rest.split(PARTS).map((part) => part.trim())
  const long = texts.filter((part) => part.length >= SHORTEST_PART).slice(0, MOST_PARTS)
  const of = long.length > 1 ? long : []
  return {
    question,
    written: written || ASKS_FOR_CODE.test(question),
    results: await search(written ? `手写 ${rest}` : rest, { limit: OF_WHOLE }),
    parts: await Promise.all(of.map(async (text) => ({ text, results: await search(text, { limit: OF_PART }) }))),
  }
}

/**
 * The answers that come into question, with what speaks for each.
 * @param {Looked} looked
 * @param {Around} around
 * @returns {{ result: Result, merits: Merits }[]}
 */
export function candidates(looked, around) {
  const { results, parts, question } = looked
  const all = [...results, ...parts.flatMap((part) => part.results.slice(0, FROM_PART))]
  const own = new Map([...all].reverse().map((result) => [result.id, result]))
  const text = simplified(question)
  const said = { pieces: pieces(text), words: words(text) }
  return [...new Set(all.map(({ id }) => id))].map((id) => {
    const result = /** @type {Result} */ (own.get(id))
    const merits = { ...ofSearch(looked, id), ...ofTitle(said, result.title), ...ofAround(looked, around, result) }
    const coding = result.topic === CODING
    return {
      result,
      merits: {
        ...merits,
        project: Number(result.topic === "project"),
        design: Number(result.topic === "system-design"),
        "code unasked": Number(coding && !looked.written),
        "code asked": Number(coding && looked.written),
        "tells it": Number(tellsIt(text, result.title)),
        "tells why": Number(tellsWhy(text, result.title)),
      },
    }
  })
}

/**
 * What searching says of an answer: for the whole question, and for its parts, those before all that ask.
 * @param {Looked} looked
 * @param {string} id
 * @returns {Merits}
 */
function ofSearch({ question, results, parts }, id) {
  const whole = results.find((result) => result.id === id)
  const share = shareOf(results, id)
  const asking = parts.filter(({ text }) => asks(simplified(text)))
  const of = asking.length ? asking : parts
  const shares = of.map((part) => shareOf(part.results, id))
  const held = whole ?? { named: 0, together: 0, about: 0, asked: 0, head: 0, keyed: false, coverage: 0 }
  const named = of.map((part) => part.results.find((result) => result.id === id)).map(holds)
  return {
    score: share,
    ratio: share ? Math.max(Math.log(share), LOWEST) : LOWEST,
    first: Number(results[0]?.id === id),
    named: held.named,
    about: held.about,
    "as asked": held.asked,
    head: held.head,
    keyed: Number(held.keyed),
    covers: held.coverage,
    "keyed about": Number(held.keyed) * held.about,
    "score together": share * held.together,
    "score in English": /[\u4e00-\u9fff]/.test(question) ? 0 : share,
    "best part": parts.length ? Math.max(...parts.map((part) => shareOf(part.results, id))) : share,
    parts: of.length ? shares.reduce((a, b) => a + b) / shares.length : share,
    "last part": shares.at(-1) ?? share,
    "named in part": of.length ? Math.max(...named) : holds(whole),
  }
}

/**
 * What is asked around says most for an answer where the question itself names none.
 * @param {Looked} looked
 * @param {Around} around
 * @param {Result} result
 * @returns {Merits}
 */
function ofAround({ question, results }, { near, before, words: around }, { id, topic, title }) {
  const own = words(question)
  const share = shareOf(before, id)
  return {
    near: near(topic),
    before: share,
    "before unnamed": share * Math.max(0, 1 - holds(results[0])),
    "term around": Number([...words(title)].some((word) => around.has(word) && !own.has(word))),
  }
}

/** @param {Result | undefined} result how much of the query its names hold */
export const holds = (result) => (result ? result.named * result.about : 0)

/**
 * @param {Result[]} results
 * @param {string} id
 * @returns {number} its score as a share of the first one's
 */
function shareOf(results, id) {
  const found = results.find((result) => result.id === id)
  return found ? found.score / results[0].score : 0
}

/**
 * What a title and a question have in common.
 * @param {{ pieces: Set<string>, words: Set<string> }} question
 * @param {string} title
 * @returns {Merits}
 */
function ofTitle(question, title) {
  const own = { pieces: pieces(title), words: words(title) }
  const clauses = title.split(CLAUSES).map(pieces)
  const common = [...own.pieces].filter((piece) => question.pieces.has(piece)).length
  const shared = [...own.words].filter((word) => question.words.has(word)).length
  return {
    "of the title": common / Math.max(own.pieces.size, 1),
    "of a clause": Math.max(...clauses.map((clause) => alike(clause, question.pieces))),
    "in the title": common / Math.max(question.pieces.size, 1),
    "other terms": Math.min(own.words.size - shared, FEW) / FEW,
    "terms in the title": question.words.size ? shared / question.words.size : 0,
  }
}

/**
 * @param {Set<string>} some
 * @param {Set<string>} others
 * @returns {number} how much they have in common of both (Dice), 0 to 1
 */
function alike(some, others) {
  const common = [...some].filter((piece) => others.has(piece)).length
  return (2 * common) / Math.max(some.size + others.size, 1)
}

/**
 * @param {string} text
 * @returns {Set<string>} its words in letters and digits, and its Chinese characters by twos
 */
function pieces(text) {
  const runs =
    text
      .toLowerCase()
      .replace(ASKING, " ")
      .match(/[a-z0-9]+|[\u4e00-\u9fff]+/g) ?? []
  return new Set(runs.flatMap((run) => (/[a-z0-9]/.test(run) || run.length < 2 ? [run] : pairs(run))))
}

/** @param {string} run */
const pairs = (run) => Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2))

/** @param {string} text @returns {Set<string>} its words in Latin letters */
export const words = (text) =>
  new Set((text.toLowerCase().match(/[a-z][a-z0-9-]+/g) ?? []).filter((word) => !ENGLISH_ASKING.has(word)))

/**
 * What speaks for there being no answer.
 * @param {string} question
 * @returns {Merits}
 */
export const missing = (question) => ({ none: 1, "none in English": Number(!/[\u4e00-\u9fff]/.test(question)) })

/**
 * How likely each answer is the one that is asked for.
 * @param {Looked} looked
 * @param {Around} around
 * @param {Map<string, number>} worths
 * @returns {{ result: Result, chance: number }[]} likeliest first; together with the chance of none they add up to 1
 */
export function likely(looked, around, worths) {
  const all = candidates(looked, around)
  const worth = (/** @type {Merits} */ merits) =>
    Object.entries(merits).reduce((sum, [name, value]) => sum + value * (worths.get(name) ?? 0), 0)
  const sums = all.map(({ merits }) => Math.exp(worth(merits)))
  const total = sums.reduce((a, b) => a + b, Math.exp(worth(missing(looked.question))))
  return all.map(({ result }, i) => ({ result, chance: sums[i] / total })).sort((a, b) => b.chance - a.chance)
}
