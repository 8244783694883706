/** What the page of a pasted post asks the book for; the search module comes with the first search. */

import { made } from "../practice/answer.js"
import { card } from "../practice/book.js"
import { element } from "../view.js"
import { kindOf } from "./lines.js"
import { asked } from "./rows.js"

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {{ sentences: (id: string) => Promise<string[]>, answer: (id: string) => Promise<import("./rows.js").Answer | undefined> }} BookLookup */

// A breath for the page after so many searches.
const BREATH = 8
let searches = 0

/** @type {import("./rows.js").Search} */
export const search = async (query, options) => {
  // Three hundred of them in one go would hold up the page.
  if (++searches % BREATH === 0) await new Promise((resume) => setTimeout(resume))
  return /** @type {any} */ (window).answerbook.search(query, options)
}

/** @returns {BookLookup} */
const book = () => /** @type {any} */ (window).answerbook.modules.search

/**
 * @param {string} id
 * @returns {Promise<string>} the answer in short, "" where it did not come
 */
export const short = async (id) =>
  (
    await book()
      .sentences(id)
      .catch(() => [])
  )[0] ?? ""

/**
 * A row as it was shared: with the answers chosen then, as far as the book has them.
 * @param {import("./address.js").LinkedRow} entry
 * @returns {Promise<Row>}
 */
export async function restored([question, chosen]) {
  const found = await asked(question, search)
  const [id, ...others] = chosen.split(",")
  const own = id && !found.results.some((result) => result.id === id) ? await book().answer(id) : undefined
  const also = found.also.filter(({ answer }) => others.includes(answer.id))
  for (const other of others) {
    const answer = also.some((one) => one.answer.id === other) ? undefined : await book().answer(other)
    if (answer) also.push({ part: "另外", answer })
  }
  // A shortened question is not what was asked: how sure it was is not known.
  const results = own ? [...found.results, own] : found.results
  const other = !id && kindOf(question) === "other"
  return { ...found, also, results, other, chosen: results.some((result) => result.id === id) ? id : "" }
}

/**
 * What is said aloud and asked next, put behind an answer in short.
 * @param {HTMLElement} text the answer in short
 * @returns {Promise<Element | undefined>} undefined where it did not come
 */
export async function told(text) {
  const found = await card(text.dataset.id ?? "").catch(() => undefined)
  if (!found) return undefined
  const part = element("div", { class: "match__told" }, made(found.spoken ?? ""), made(found["follow-ups"] ?? ""))
  text.after(part)
  return part
}
