/**
 * Whether neighbouring clauses are one question or several, where their words leave it open (A 怎么选，B 为什么有效): by what the
 * book has. Clauses that are surely asked of two different answers are two questions; those of one answer, and those that
 * find nothing by themselves, belong together.
 */

import { compares, isElliptical } from "./lines.js"
import { ALONE, likely, look } from "./merits.js"
import { askedBy, isOther } from "./split.js"
import { WORTHS } from "./worths.js"

/** @typedef {import("./split.js").Part} Part */
/** @typedef {import("./split.js").Chosen} Chosen */
/** @typedef {import("./rows.js").Search} Search */
/** @typedef {{ id: string, chance: number }} Option an answer that may be meant */

// The log-odds of being apart, measured on the judged posts: for two surely different answers, for surely the same one, and
// whatever the book has.
const DIFFERENT = 3.5
const SAME = -2.5
const BEFORE = -1
// For the second saying too little to be asked by itself (和 PPO 比少了什么).
const POINTS_BACK = -2.5
// Where the words say so much, the book is not asked.
const CLEAR = 4
// So many places of a question are tried, those that are best by their words.
const MOST_PLACES = 3
// A number, and a line that was broken because it was full, are clear.
const MARKED = new Set(["mark", "full"])

/**
 * The questions of a part, divided anew and joined by what the book has.
 * @param {Part} part
 * @param {Search} search
 * @returns {Promise<Chosen[]>} in order
 */
export async function byBook(part, search) {
  /** @type {Chosen[]} */
  const joined = []
  for (const one of part.questions) {
    const last = joined.at(-1)
    const next = last?.to === one.from && !last.loose && !one.loose && part.atoms[one.from].cut !== "line"
    if (!last || !next || (await sure(part, last, one, search)) >= 0) joined.push(one)
    else joined[joined.length - 1] = { ...last, to: one.to }
  }
  const all = []
  for (const one of joined) all.push(...(one.loose ? [one] : await halves(part, one, search)))
  return all
}

/**
 * @param {Part} part
 * @param {Chosen} one
 * @param {Search} search
 * @returns {Promise<Chosen[]>} the question, or those that it is divided into
 */
async function halves(part, one, search) {
  const pairs = places(part, one).sort((a, b) => gain(part, ...b) - gain(part, ...a))
  let best = 0
  /** @type {[Chosen, Chosen] | undefined} */
  let taken
  for (const [a, b] of pairs.slice(0, MOST_PLACES)) {
    const odds = await sure(part, a, b, search)
    if (odds > best) [best, taken] = [odds, [a, b]]
  }
  return taken ? [...(await halves(part, taken[0], search)), ...(await halves(part, taken[1], search))] : [one]
}

/**
 * @param {Part} part
 * @param {Chosen} one
 * @returns {[Chosen, Chosen][]} the two questions that it may be; the word that joins them (以及) is of neither
 */
function places(part, one) {
  const { atoms } = part
  /** @type {[Chosen, Chosen][]} */
  const found = []
  for (let at = one.from + 1; at < one.to; at++) {
    const end = atoms[at - 1].lead ? at - 1 : at
    const asked = end > one.from && askedBy(part, one.from, end) && askedBy(part, at, one.to)
    if (!atoms[at].lead && asked)
      found.push([
        { ...one, to: end },
        { ...one, from: at },
      ])
  }
  return found
}

/**
 * @param {Part} part
 * @param {Chosen} a
 * @param {Chosen} b
 */
const gain = (part, a, b) => part.apart(a.from, a.to, b.from, b.to)

/**
 * @param {Part} part
 * @param {Chosen} a
 * @param {Chosen} b
 * @param {Search} search
 * @returns {Promise<number>} the log-odds that they are two questions
 */
async function sure(part, a, b, search) {
  const said = gain(part, a, b)
  if (Math.abs(said) > CLEAR || MARKED.has(part.atoms[b.from].cut)) return said
  if (isCompared(part, b)) return -CLEAR
  const [first, second] = [askedBy(part, a.from, a.to), askedBy(part, b.from, b.to)]
  if (!first || !second) return said
  const back = isElliptical(second) ? POINTS_BACK : 0
  return said + back + odds(await options(first, search), await options(second, search))
}

/**
 * Whether both are among several things (LoRA、QLoRA、DoRA 的区别) of which something is asked together.
 * @param {Part} part
 * @param {Chosen} b the second of them
 */
function isCompared({ atoms }, b) {
  if (atoms[b.from].cut !== "list" || compares(atoms[b.from - 1].text)) return false
  let end = b.from
  while (end + 1 < atoms.length && atoms[end + 1].cut === "list" && !compares(atoms[end].text)) end++
  return compares(atoms[end].text)
}

/**
 * @param {Option[]} a likeliest first
 * @param {Option[]} b
 * @returns {number} what the book says for their being apart
 */
function odds(a, b) {
  if (!a.length || !b.length) return BEFORE
  const chances = new Map(b.map(({ id, chance }) => [id, chance]))
  const same = a.reduce((sum, { id, chance }) => sum + chance * (chances.get(id) ?? 0), 0)
  const different = a[0].id === b[0].id ? 0 : a[0].chance * b[0].chance
  return BEFORE + DIFFERENT * different + SAME * same
}

/**
 * @param {string} question
 * @param {Search} search
 * @returns {Promise<Option[]>}
 */
async function options(question, search) {
  // An exercise is no part of a question for the book.
  if (isOther(question)) return [{ id: "", chance: 1 }]
  const found = likely(await look(question, search), ALONE, WORTHS)
  return found.map(({ result: { id }, chance }) => ({ id, chance }))
}
