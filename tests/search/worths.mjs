/**
 * Fits web/match/worths.js. Reads {folder, posts: [[{text, answers}]], folds} as JSON, where folder holds the index, a post is
 * its questions in order and answers are ids (none: the book has none), and writes {weights, folds}: what speaks for an answer
 * and its weight, for all posts and for each fold without its posts.
 *
 * The weights are the greatest likelihood of the judged answers, several right ones together, with a penalty on their squares.
 */
import { text as read } from "node:stream/consumers"
import { candidates, look, missing } from "../../web/match/merits.js"
import { around } from "../../web/match/rows.js"
import { search } from "../../web/search/engine.js"
import { adam } from "./adam.mjs"
import { open } from "./folder.mjs"

/** @typedef {{ text: string, answers: string[] }} Question */
/** @typedef {{ options: Float64Array[], right: boolean[], fold: number, worth: number }} Choice what speaks for each option, the last one for none */

const PENALTY = 1
const STEPS = 300
const RATE = 0.1
// Questions that stand alone say less of those in a post.
const LONE = 0.5

const { folder, posts, folds } = JSON.parse(await read(process.stdin))
const { index } = await open(folder)
/** @type {import("../../web/match/rows.js").Search} */
const find = (query, options) => search(index, query, options)

/** @type {Map<string, number>} */
const places = new Map()

/** @param {import("../../web/match/merits.js").Merits} merits @returns {[place: number, value: number][]} */
const placed = (merits) =>
  Object.entries(merits).map(([name, value]) => {
    if (!places.has(name)) places.set(name, places.size)
    return [places.get(name) ?? 0, value]
  })

/** @param {Question[]} post @param {number} fold */
async function choices(post, fold) {
  /** @type {import("../../web/match/merits.js").Looked[]} */
  const looked = []
  for (const { text } of post) looked.push(await look(text, find))
  return post.map(({ text, answers }, i) => {
    const found = candidates(looked[i], around(looked, i))
    const right = found.map(({ result }) => answers.includes(result.id))
    return {
      options: [...found.map(({ merits }) => placed(merits)), placed(missing(text))],
      right: [...right, !right.includes(true)],
      fold,
      worth: post.length > 1 ? 1 : LONE,
    }
  })
}

/**
 * Adds a choice's part of the gradient of the negative log-likelihood: expected less judged.
 * @param {Choice} choice
 * @param {Float64Array} weights
 * @param {Float64Array} gradient
 */
function descend({ options, right, worth }, weights, gradient) {
  const sums = options.map((values) => values.reduce((sum, value, i) => sum + value * weights[i], 0))
  const most = Math.max(...sums)
  const shares = sums.map((sum) => Math.exp(sum - most))
  const total = shares.reduce((a, b) => a + b)
  const good = shares.reduce((sum, share, i) => sum + (right[i] ? share : 0), 0)
  for (const [i, values] of options.entries()) {
    const over = worth * (shares[i] / total - (right[i] ? shares[i] / good : 0))
    for (let k = 0; k < values.length; k++) gradient[k] += over * values[k]
  }
}

/** @param {Choice[]} all @returns {Record<string, number>} */
function fitted(all) {
  const weights = adam(places.size, { steps: STEPS, rate: RATE }, (weights) => {
    const gradient = weights.map((weight, i) => (i === places.get("none") ? 0 : PENALTY * weight))
    for (const choice of all) descend(choice, weights, gradient)
    return gradient
  })
  return Object.fromEntries([...places].map(([name, i]) => [name, Number(weights[i].toFixed(2))]))
}

const sparse = []
for (const [i, post] of posts.entries()) sparse.push(...(await choices(post, i % Math.max(folds, 1))))
/** @type {Choice[]} */
const all = sparse.map((choice) => ({
  ...choice,
  options: choice.options.map((values) => {
    const dense = new Float64Array(places.size)
    for (const [place, value] of values) dense[place] = value
    return dense
  }),
}))
const without = Array.from({ length: folds }, (_, fold) => fitted(all.filter((choice) => choice.fold !== fold)))
process.stdout.write(JSON.stringify({ weights: fitted(all), folds: without }))
