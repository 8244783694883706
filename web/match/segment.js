/**
 * The best division of a region into questions and what is left out: over all divisions the one whose questions have the
 * greatest sum of weights, found by dynamic programming (a semi-Markov chain; Sarawagi & Cohen, Semi-Markov Conditional
 * Random Fields for Information Extraction, 2004). A question is up to LONGEST atoms, so the time is linear in them.
 */

import { end, joint, measured, start, whole, WHOLES } from "./evidence.js"

/** @typedef {import("./evidence.js").Seen} Seen */
/** @typedef {{ from: number, to: number }} Segment the atoms of a question, from and before which */
/** @typedef {(names: string[]) => number} Weigh the sum of the weights of what is seen */
/** @typedef {(from: number, end: number, at: number, to: number) => number} Apart how much better a stretch is as two questions, the one before an atom and the other from the same or the next, than as one */

export const LONGEST = 14

/**
 * @param {Seen[]} all
 * @param {Weigh} weigh
 * @param {number[]} doubts what is taken from each question's score, once for each division wanted
 * @returns {{ divisions: Segment[][], apart: Apart }} divisions: for each doubt its questions in order
 */
export function segments(all, weigh, doubts) {
  const score = scores(all, weigh)
  const starts = [false, true].map((alone) => all.map((one, i) => weigh(start(all[i - 1], one, alone))))
  return {
    divisions: doubts.map((doubt) => best(all.length, score, starts, doubt)),
    apart: (from, end, at, to) => score(from, end) + starts[Number(end < at)][at] + score(at, to) - score(from, to),
  }
}

/**
 * @param {number} n
 * @param {(from: number, to: number) => number} score
 * @param {number[][]} starts
 * @param {number} doubt
 * @returns {Segment[]}
 */
function best(n, score, starts, doubt) {
  // By what ends before an atom: what is left out, or a question.
  const sums = [new Float64Array(n + 1).fill(-Infinity), new Float64Array(n + 1).fill(-Infinity)]
  const from = new Int32Array(n + 1)
  sums[0][0] = 0
  for (let i = 0; i < n; i++) {
    sums[0][i + 1] = Math.max(sums[0][i], sums[1][i])
    const begun = Math.max(sums[0][i] + starts[1][i], sums[1][i] + starts[0][i]) - doubt
    for (let to = i + 1; to <= Math.min(n, i + LONGEST); to++) {
      const total = begun + score(i, to)
      if (total > sums[1][to]) {
        sums[1][to] = total
        from[to] = i
      }
    }
  }
  return traced(sums, from, starts)
}

/**
 * @param {Seen[]} all
 * @param {Weigh} weigh
 * @returns {(from: number, to: number) => number} the score of a question but for what stands before it
 */
function scores(all, weigh) {
  const inside = new Float64Array(all.length + 1)
  const joints = new Float64Array(all.length + 1)
  for (const [i, one] of all.entries()) {
    inside[i + 1] = inside[i] + weigh(one.names)
    joints[i + 1] = joints[i] + (i ? weigh(joint(all[i - 1], one)) : 0)
  }
  const ends = all.map((one) => weigh(end(one)))
  const measure = measured(all)
  const wholes = Float64Array.from({ length: WHOLES }, (_, number) => weigh(whole(number)))
  return (from, to) =>
    inside[to] - inside[from] + joints[to] - joints[from + 1] + ends[to - 1] + wholes[measure(from, to)]
}

/**
 * @param {Float64Array[]} sums
 * @param {Int32Array} from
 * @param {number[][]} starts
 * @returns {Segment[]}
 */
function traced(sums, from, starts) {
  /** @type {Segment[]} */
  const found = []
  let to = from.length - 1
  let asked = sums[1][to] > sums[0][to]
  while (to > 0)
    if (asked) {
      const first = from[to]
      found.push({ from: first, to })
      asked = sums[1][first] + starts[0][first] > sums[0][first] + starts[1][first]
      to = first
    } else {
      to--
      asked = sums[1][to] > sums[0][to]
    }
  return found.reverse()
}
