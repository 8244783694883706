/**
 * The five questions of a mock interview: drawn from a job's path by a seed, so that one address is one interview.
 *
 * What is asked more often is drawn more often: a question's weight is its count, where the count is one to rely on, else
 * the middle one of its frequency (高, 中, 低). Each draws a number from seed and id alone (Efraimidis & Spirakis 2006:
 * the largest u^(1/w) wins), so a question that is added to the book changes few interviews.
 */

import { hash } from "../practice/hash.js"
import { FREQUENCIES } from "../practice/words.js"

/** @typedef {import("../practice/plan.js").PracticeIndex} PracticeIndex */
/** @typedef {import("../practice/plan.js").Question} Question */
/** from: the id of the answer that asks it; place: which of its follow-ups, from 0; id: where it is answered at length, "" for nowhere
 * @typedef {{ from: string, place: number, id: string }} ChainStep */
/** @typedef {{ kind: PickKind, id: string, steps: ChainStep[] }} Drawn */
/** @typedef {"opener" | "core" | "chain" | "last"} PickKind */

/** What each part of the interview is called, and how many minutes it may take: a mix of our own, not a count. */
export const KINDS = /** @type {const} */ ({
  opener: { name: "开场", minutes: 4 },
  core: { name: "主干", minutes: 5 },
  chain: { name: "连着追问", minutes: 8 },
  last: { name: "手撕或系统设计", minutes: 20 },
})
export const JOB = "岗位"
const PROJECT = /^project-/
const LAST = /^(?:code|sd)-/
const CODE = /^code-/
// From fewer the same ones would come again and again.
const FEW = 4
const STEPS = 3
const SEED = /^[a-z0-9]{1,16}$/
const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"

/** @param {string | null} text @returns {text is string} */
export const isSeed = (text) => text !== null && SEED.test(text)

/** @returns {string} six letters that are easily told apart */
export function newSeed() {
  return [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => LETTERS[byte % LETTERS.length]).join("")
}

/**
 * @param {PracticeIndex} index
 * @param {string} key of a path
 * @param {string} seed
 * @returns {Drawn[]} five, in order; fewer from a path that has not enough
 */
export function draw(index, key, seed) {
  if (!Object.hasOwn(index.paths, key)) return []
  const all = new Map(index.questions.map((question) => [question.id, question]))
  const path = index.paths[key].questions.map((id) => all.get(id)).filter((one) => one !== undefined)
  const weight = weights(index.questions)
  const used = new Set()
  /** @param {string} slot @param {Question[]} from */
  const take = (slot, from) => {
    const question = best(
      from.filter(({ id }) => !used.has(id)),
      (one) => lot(`${seed} ${slot} ${one.id}`, weight(one)),
    )
    if (question) used.add(question.id)
    return question
  }
  const core = path.filter(({ id }) => !PROJECT.test(id) && !LAST.test(id))
  const opener = take("opener", or(openers(path), core))
  const last = take("last", lasts(path, index.questions))
  const first = take("core", core)
  const second = take(
    "core",
    or(
      core.filter(({ id, topic }) => topic !== first?.topic && !used.has(id)),
      core,
    ),
  )
  const start = take(
    "chain",
    core.filter((one) => one.next?.some((id) => id && !used.has(id))),
  )
  const drawn = [
    part("opener", opener),
    part("core", first),
    part("core", second),
    start && { ...part("chain", start), steps: chain(all, start, used, seed) },
    part("last", last),
  ]
  return /** @type {Drawn[]} */ (drawn.filter((one) => one?.id))
}

/**
 * @param {PickKind} kind
 * @param {Question | undefined} question
 * @returns {Drawn}
 */
const part = (kind, question) => ({ kind, id: question?.id ?? "", steps: [] })

/** @param {Question[]} path what an interview may begin with: the reader's own projects, or what is basic and often asked */
function openers(path) {
  return path.filter(
    ({ id, level, frequency }) =>
      PROJECT.test(id) || (level === "基础" && frequency === FREQUENCIES[0] && !LAST.test(id)),
  )
}

/**
 * @param {Question[]} path
 * @param {Question[]} all
 */
function lasts(path, all) {
  const own = path.filter(({ id }) => LAST.test(id))
  if (own.length >= FEW) return own
  return [...new Set([...own, ...all.filter(({ id, frequency }) => CODE.test(id) && frequency === FREQUENCIES[0])])]
}

/**
 * From one follow-up to the next: each is one of the answer before it.
 * @param {Map<string, Question>} all
 * @param {Question} start
 * @param {Set<string>} used
 * @param {string} seed
 * @returns {ChainStep[]}
 */
function chain(all, start, used, seed) {
  /** @type {ChainStep[]} */
  const steps = []
  let from = start.id
  const seen = new Set([...used, from])
  while (steps.length < STEPS) {
    const asked = (all.get(from)?.next ?? []).map((id, place) => ({ from, place, id }))
    const fresh = asked.filter(({ id }) => !id || !seen.has(id))
    // Where there is a page to go on to, the chain goes on; one that is answered there and then ends it.
    const step = best(
      or(
        fresh.filter(({ id }) => id),
        fresh,
      ),
      (one) => lot(`${seed} step ${one.from} ${one.place}`, 1),
    )
    if (!step) break
    steps.push(step)
    if (!step.id) break
    seen.add(step.id)
    from = step.id
  }
  return steps
}

/** @typedef {Pick<Question, "frequency" | "asked">} Counted */
/**
 * @param {Counted[]} questions
 * @returns {(question: Counted) => number}
 */
export function weights(questions) {
  const middle = new Map(
    FREQUENCIES.map((frequency) => [
      frequency,
      median(questions.filter((one) => one.frequency === frequency && one.asked !== undefined)),
    ]),
  )
  return ({ asked, frequency }) => Math.max(1, asked ?? middle.get(frequency) ?? 1)
}

/** @param {Counted[]} counted */
function median(counted) {
  const counts = counted.map(({ asked }) => asked ?? 0).sort((a, b) => a - b)
  return counts[Math.floor(counts.length / 2)]
}

/**
 * @param {string} text
 * @param {number} weight
 * @returns {number} log(u) / w, u evenly between 0 and 1
 */
function lot(text, weight) {
  return Math.log((hash(text) + 0.5) / 2 ** 32) / weight
}

/**
 * @template T
 * @param {T[]} from
 * @param {(one: T) => number} value
 * @returns {T | undefined} the one of the greatest value
 */
function best(from, value) {
  /** @type {T | undefined} */
  let found
  let most = -Infinity
  for (const one of from) {
    const its = value(one)
    if (its > most) [found, most] = [one, its]
  }
  return found
}

/**
 * @template T
 * @param {T[]} list
 * @param {T[]} otherwise
 */
const or = (list, otherwise) => (list.length ? list : otherwise)
