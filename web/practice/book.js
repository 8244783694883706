/** The book's questions for practice: all of them in short, and each one's answer when its turn comes. */

import { part } from "../parts.js"

/** @typedef {import("./plan.js").PracticeIndex} PracticeIndex */
/** Parts as HTML, made when the site is built; short is text
 * @typedef {{ short: string, spoken?: string, "follow-ups"?: string, grading?: string }} Card */

/**
 * Show a page of all questions; where they cannot be had, its [data-plan] says so.
 * @param {HTMLElement} place
 * @param {(place: HTMLElement, index: PracticeIndex) => void} show
 */
export async function withQuestions(place, show) {
  /** @type {PracticeIndex} */
  let index
  try {
    index = await part("practice", "assets/practice/index.js")
  } catch {
    const said = /** @type {HTMLElement} */ (place.querySelector("[data-plan]"))
    said.textContent = "题目没有加载成功，请检查网络，再刷新这一页"
    return
  }
  show(place, index)
}

/**
 * @param {string} id
 * @returns {Promise<Card>}
 */
export const card = (id) => part(`card/${id}`, `assets/practice/card/${id}.js`)
