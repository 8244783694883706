/** The book's questions for practice: all of them in short, and each one's answer when its turn comes. */

import { part } from "../parts.js"

/** @typedef {import("./plan.js").PracticeIndex} PracticeIndex */
/** Parts as HTML, made when the site is built; short is text
 * @typedef {{ short: string, spoken?: string, "follow-ups"?: string, grading?: string }} Card */

/** @returns {Promise<PracticeIndex>} */
export const index = () => part("practice", "assets/practice/index.js")

/**
 * @param {string} id
 * @returns {Promise<Card>}
 */
export const card = (id) => part(`card/${id}`, `assets/practice/card/${id}.js`)
