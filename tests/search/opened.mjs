// The engine over the index that a test was given: INDEX is its folder.
import { search } from "../../web/search/engine.js"
import { given } from "../given.mjs"
import { open } from "./folder.mjs"

export const { index } = await open(given("INDEX"))
/** @param {string} query @param {{ limit?: number, topic?: string }} [options] */
export const ids = async (query, options) => (await search(index, query, options)).map((result) => result.id)
export const best = async (/** @type {string} */ query) => (await ids(query))[0]
export { search }
