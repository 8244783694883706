/** Loaded when search is first used: the engine with its index, and the box's list of results. */

import { part as partOf } from "./parts.js"
import { Index } from "./search/packed.js"
import * as engine from "./search/engine.js"
import * as box from "./box.js"
import * as highlighting from "./highlight.js"

/** @param {string} name of a part of the index */
const part = (name) => partOf(name, `assets/search/${name}.js`)

/** @type {Promise<Index> | undefined} */
let opening

/** @returns {Promise<Index>} */
export function index() {
  opening ??= part("index").then((base) => new Index(base, part))
  opening.catch(() => (opening = undefined))
  return opening
}

/**
 * @param {string} query
 * @param {{ limit?: number, topic?: string }} [options]
 */
export async function search(query, options) {
  return engine.search(await index(), String(query), options)
}

/**
 * The sentences of an answer, its short answer first.
 * @param {string} id
 * @returns {Promise<string[]>}
 */
export const sentences = (id) => part(`text/${id}`)

/** @param {string} id */
export const answer = async (id) => engine.answer(await index(), id)

/** @param {box.Elements} elements the header's */
export const open = (elements) => box.mount(elements, { index, search, sentences })

/**
 * Mark the words for which a query found the answer on this page.
 * @param {string} query
 */
export async function highlight(query) {
  const id = /\/q\/([^/]+)\//.exec(location.pathname)?.[1]
  const found = (await search(query, { limit: 100 })).find((result) => result.id === id)
  if (found) highlighting.show(found.terms)
}

Object.assign(/** @type {any} */ (window).answerbook.modules, {
  search: { search, open, index, sentences, answer, highlight },
})
