// The index of practice that a test was given: INDEX is its script.
import { readFileSync } from "node:fs"
import { given } from "../given.mjs"

/** @typedef {import("../../web/practice/plan.js").PracticeIndex} PracticeIndex */
/** @typedef {import("../../web/practice/plan.js").Question} Question */

/** @type {any} */
const page = globalThis
page.window = page
;(0, eval)(readFileSync(given("INDEX"), "utf8"))
/** @type {PracticeIndex} */
export const index = page.answerbookParts.practice

const all = new Map(index.questions.map((one) => [one.id, one]))
/** @param {string} id @returns {Question} */
export function questionOf(id) {
  const found = all.get(id)
  if (!found) throw new Error(`no question ${id}`)
  return found
}
