/** Data of the site, as its scripts leave it (hooks/answerbook/classic.py): a page from disk may fetch nothing else. */

import { forget, script } from "./site.js"

/** @returns {Record<string, any>} */
const parts = () => {
  const shared = /** @type {any} */ (window)
  shared.answerbookParts ??= {}
  return shared.answerbookParts
}

/**
 * @param {string} name
 * @param {string} address of the script that leaves it, relative to the root
 * @returns {Promise<any>}
 */
export async function part(name, address) {
  if (!(name in parts())) await script(address)
  if (name in parts()) return parts()[name]
  // A page to log in to, or half a file, comes with the same good status.
  forget(address)
  throw new Error(`${address} 不是要的内容`)
}
