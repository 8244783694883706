/** The queries that led somewhere, kept on this device only. */

import * as store from "../store.js"

const RECENT = "recent"
const MOST = 8

/** @returns {string[]} the latest first */
export const queries = () =>
  store
    .read(RECENT, /** @type {string[]} */ ([]))
    .filter((query) => typeof query === "string")
    .slice(0, MOST)

/** @param {string} query */
export function remember(query) {
  if (query) store.write(RECENT, [query, ...queries().filter((other) => other !== query)].slice(0, MOST))
}

export const forget = () => store.write(RECENT, [])
