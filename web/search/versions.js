/** Generations of models (Llama 4) that a query names and the book does not speak of. */

/** @typedef {import("./packed.js").Index} Index */

// No size (7B), no name that goes on (4o, 8x7B), and no count of something (3 层).
const NUMBER = "([a-z]?\\d+(?:\\.\\d+)?)(?![\\w.]|\\s?[层卡个种步亿万维代路轮张台倍位条块篇句次题天年月])"
/** @type {WeakMap<Index, RegExp>} */
const built = new WeakMap()

/**
 * @param {Index} index
 * @param {string} query as typed
 * @returns {string | undefined} the name with its number, as typed
 */
export function unheard(index, query) {
  let named = built.get(index)
  if (!named) {
    const names = [...index.versions.keys()].sort((a, b) => b.length - a.length).join("|")
    built.set(index, (named = new RegExp(`(?<![a-z0-9])(${names})[\\s-]?${NUMBER}`, "gi")))
  }
  for (const [typed, name, number] of query.normalize("NFKC").matchAll(named)) {
    const wanted = number.toLowerCase().replace(/\.0$/, "")
    const known = index.versions.get(name.toLowerCase()) ?? []
    // Of Llama 3 it speaks where it speaks of Llama 3.1.
    if (!known.some((one) => one === wanted || one.startsWith(`${wanted}.`))) return typed
  }
  return undefined
}
