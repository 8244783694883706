/**
 * Fits web/match/weights.js. Reads {posts: [{text, spans}], folds, layout} as JSON, where spans are the places of the questions
 * in the text and layout, if given, is one that no post is rewritten in; writes {weights, folds}: what is seen and its weight,
 * for all posts and for each fold without its posts.
 *
 * The weights are the greatest likelihood of the judged divisions (a semi-Markov conditional random field) with a penalty on
 * their squares. Each post comes again, with less weight, in forms that people write in too (variants.mjs, layouts.mjs).
 */
import { text as read } from "node:stream/consumers"
import { regions } from "../../web/match/atoms.js"
import { end, joint, measured, seen, start, whole, WHOLES } from "../../web/match/evidence.js"
import { isPersonal } from "../../web/match/fields.js"
import { label } from "../../web/match/lines.js"
import { LONGEST } from "../../web/match/segment.js"
import { simplified } from "../../web/match/simple.js"
import { adam } from "./adam.mjs"
import { CASES } from "./cases.mjs"
import { rewritten, variants } from "./variants.mjs"

/** @typedef {{ text: string, spans: [start: number, end: number][] }} Post */
/** @typedef {{ n: number, inside: Int32Array[], joints: Int32Array[], starts: Int32Array[][], ends: Int32Array[], wholes: Uint16Array[], gold: [from: number, to: number][], worth: number, fold: number }} Region numbers of what is seen at each place; wholes as measured; gold: the judged questions */

const VARIANT = 0.2
const CASE = 3
const PENALTY = 0.3
// Boxes of letters are many, and each says little.
const OF_BOXES = 1
const STEPS = 80
const RATE = 0.15
const LEAST = 0.05
// What hardly ever is adds nothing.
const NOTHING = 1e-9

/** @type {Map<string, number>} */
const numbers = new Map()

/** @param {string[]} names @returns {Int32Array} */
const numbered = (names) =>
  Int32Array.from(names, (name) => {
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, numbers.size)
    return numbers.size - 1
  })

// What is seen of whole stretches, by their measure.
const WHOLE = Array.from({ length: WHOLES }, (_, number) => numbered(whole(number)))

/**
 * @param {Post} post
 * @param {number} worth
 * @param {number} fold
 * @returns {Region[]}
 */
function prepared(post, worth, fold) {
  return regions(simplified(post.text)).regions.flatMap(({ atoms }) => {
    const all = seen(atoms)
    const n = all.length
    const measure = measured(all)
    const wholes = all.map((_, from) =>
      Uint16Array.from({ length: Math.min(LONGEST, n - from) }, (_, more) => measure(from, from + more + 1)),
    )
    return {
      n,
      inside: all.map(({ names }) => numbered(names)),
      joints: all.map((one, i) => numbered(i ? joint(all[i - 1], one) : [])),
      starts: [false, true].map((alone) => all.map((one, i) => numbered(start(all[i - 1], one, alone)))),
      ends: all.map((one) => numbered(end(one))),
      wholes,
      gold: judged(all, post.spans),
      worth,
      fold,
    }
  })
}

/**
 * The judged questions as stretches of atoms: an atom is of the question that has most of its letters. What only says that
 * something is asked is no part of it, what says which sort of question it is (代码：) is.
 * @param {import("../../web/match/evidence.js").Seen[]} all
 * @param {Post["spans"]} spans
 * @returns {[from: number, to: number][]}
 */
function judged(all, spans) {
  const of = all.map(({ atom }) => {
    const letters = Array.from(atom.text.matchAll(/[\p{L}\p{N}]/gu), ({ index }) => atom.at + index)
    return spans.findIndex(([a, b]) => letters.filter((at) => at >= a && at < b).length * 2 > letters.length)
  })
  for (let i = all.length - 2; i >= 0; i--) {
    const text = all[i].atom.text.trim()
    const before = of[i] < 0 && of[i + 1] >= 0 && all[i].atom.line === all[i + 1].atom.line
    if (before && text.length > 1 && label(text).trim() === text) of[i] = of[i + 1]
  }
  for (let i = 0; i < all.length; i++) if (all[i].atom.lead && of[i] !== of[i - 1]) of[i] = -1
  /** @type {[from: number, to: number][]} */
  const found = []
  for (let from = 0; from < all.length; from++) {
    if (of[from] < 0) continue
    const to = of.lastIndexOf(of[from]) + 1
    const text = all.slice(from, to).map(({ atom }) => atom.text)
    if (to - from <= LONGEST && !isPersonal(text.join("").trim())) found.push([from, to])
    from = to - 1
  }
  return found
}

/** @param {number} a @param {number} b */
function logSum(a, b) {
  if (a === -Infinity || b === -Infinity) return Math.max(a, b)
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)))
}

/**
 * @param {Float64Array} weights
 * @returns {(list: Int32Array) => number} the sum of the weights of what is seen
 */
const summed = (weights) => (list) => {
  let sum = 0
  for (let k = 0; k < list.length; k++) sum += weights[list[k]]
  return sum
}

/**
 * The scores of a region's stretches, by their first atom and length.
 * @param {Region} region
 * @param {Float64Array} weights
 * @param {number[]} measures the scores of whole stretches
 */
function scored({ n, inside, joints, starts, ends, wholes }, weights, measures) {
  const dot = summed(weights)
  const sums = new Float64Array(n + 1)
  const joins = new Float64Array(n + 1)
  for (let i = 0; i < n; i++) {
    sums[i + 1] = sums[i] + dot(inside[i])
    joins[i + 1] = joins[i] + dot(joints[i])
  }
  const closing = ends.map(dot)
  return {
    begun: starts.map((list) => list.map(dot)),
    scores: wholes.map((list, from) =>
      Float64Array.from(list, (number, more) => {
        const to = from + more + 1
        return sums[to] - sums[from] + joins[to] - joins[from + 1] + closing[to - 1] + measures[number]
      }),
    ),
  }
}

/**
 * Adds a region's part of the gradient of the negative log-likelihood: expected less judged.
 * @param {Region} region
 * @param {Float64Array} weights
 * @param {number[]} measures
 * @param {Float64Array} gradient
 */
function descend(region, weights, measures, gradient) {
  const { n, worth, inside, joints, starts, ends, wholes } = region
  const { begun, scores } = scored(region, weights, measures)
  const add = (/** @type {Int32Array} */ list, /** @type {number} */ share) => {
    const more = share * worth
    for (let k = 0; k < list.length; k++) gradient[list[k]] += more
  }
  // By what ends before an atom: what is left out, or a question.
  const out = new Float64Array(n + 1).fill(-Infinity)
  const asked = new Float64Array(n + 1).fill(-Infinity)
  const open = new Float64Array(n)
  out[0] = 0
  for (let i = 0; i < n; i++) {
    out[i + 1] = logSum(out[i], asked[i])
    open[i] = logSum(out[i] + begun[1][i], asked[i] + begun[0][i])
    for (let more = 0; more < scores[i].length; more++)
      asked[i + more + 1] = logSum(asked[i + more + 1], open[i] + scores[i][more])
  }
  const all = logSum(out[n], asked[n])
  const afterOut = new Float64Array(n + 1)
  const afterAsked = new Float64Array(n + 1)
  const within = new Float64Array(n + 1)
  const joined = new Float64Array(n + 1)
  for (let i = n - 1; i >= 0; i--) {
    let rest = -Infinity
    for (let more = 0; more < scores[i].length; more++) rest = logSum(rest, scores[i][more] + afterAsked[i + more + 1])
    afterOut[i] = logSum(afterOut[i + 1], begun[1][i] + rest)
    afterAsked[i] = logSum(afterOut[i + 1], begun[0][i] + rest)
    add(starts[1][i], Math.exp(out[i] + begun[1][i] + rest - all))
    add(starts[0][i], Math.exp(asked[i] + begun[0][i] + rest - all))
    for (let more = 0; more < scores[i].length; more++) {
      const to = i + more + 1
      const share = Math.exp(open[i] + scores[i][more] + afterAsked[to] - all)
      if (share < NOTHING) continue
      add(WHOLE[wholes[i][more]], share)
      add(ends[to - 1], share)
      for (let at = i; at < to; at++) within[at] += share
      for (let at = i + 1; at < to; at++) joined[at] += share
    }
  }
  lessen(region, add, within, joined)
  for (let i = 0; i < n; i++) {
    add(inside[i], within[i])
    add(joints[i], joined[i])
  }
}

/**
 * Takes off what the judged questions have.
 * @param {Region} region
 * @param {(list: Int32Array, share: number) => void} add
 * @param {Float64Array} within how often each atom is in a question
 * @param {Float64Array} joined and together with the one before it
 */
function lessen({ gold, starts, ends, wholes }, add, within, joined) {
  const ending = new Set(gold.map(([, to]) => to))
  for (const [from, to] of gold) {
    add(starts[ending.has(from) ? 0 : 1][from], -1)
    add(WHOLE[wholes[from][to - from - 1]], -1)
    add(ends[to - 1], -1)
    for (let at = from; at < to; at++) within[at]--
    for (let at = from + 1; at < to; at++) joined[at]--
  }
}

/**
 * @param {Region[]} all
 * @returns {Record<string, number>}
 */
function fitted(all) {
  const penalties = Array.from(numbers.keys(), (name) => (name.startsWith("#") ? OF_BOXES : PENALTY))
  const weights = adam(numbers.size, { steps: STEPS, rate: RATE }, (weights) => {
    const gradient = weights.map((weight, i) => penalties[i] * weight)
    const measures = WHOLE.map(summed(weights))
    for (const region of all) descend(region, weights, measures, gradient)
    return gradient
  })
  const kept = [...numbers].filter(([, i]) => Math.abs(weights[i]) >= LEAST)
  return Object.fromEntries(kept.map(([name, i]) => [name, Number(weights[i].toFixed(2))]))
}

const { posts, folds, layout } = JSON.parse(await read(process.stdin))
const all = posts.flatMap((/** @type {Post} */ post, /** @type {number} */ i) => {
  const fold = i % Math.max(folds, 1)
  const others = [...variants(post, i), ...rewritten(post, i, layout)]
  return [...prepared(post, 1, fold), ...others.flatMap((one) => prepared(one, VARIANT, fold))]
})
// What is told of single lines holds in every fold.
for (const [text, asked] of CASES) {
  /** @type {Post["spans"]} */
  const spans = []
  for (const question of asked) {
    const at = text.indexOf(question, spans.at(-1)?.[1])
    if (at >= 0) spans.push([at, at + question.length])
  }
  if (spans.length === asked.length) all.push(...prepared({ text, spans }, CASE, -1))
}
const without = Array.from({ length: folds }, (_, fold) =>
  fitted(all.filter((/** @type {Region} */ region) => region.fold !== fold)),
)
process.stdout.write(JSON.stringify({ weights: fitted(all), folds: without }))
