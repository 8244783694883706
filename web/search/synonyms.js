/** The other names of what a query says: those of the glossary, and names as terms of the index. */

import { JOINTS, key, runs, segment, written } from "./text.js"
import { bare } from "./variants.js"
import { weights } from "./weights.js"

/** @typedef {import("./packed.js").Index} Index */
/** @typedef {import("./variants.js").Concept} Concept */

/**
 * @type {WeakMap<Index, Map<string, string[]>>}
 */
const groups = new WeakMap()

/**
 * Concepts next to each other that spell a name of the glossary gain its other names.
 * @param {Index} index
 * @param {Concept[]} all
 * @returns {Concept[]}
 */
export function withSynonyms(index, all) {
  let names = groups.get(index)
  if (!names) {
    names = new Map()
    for (const group of index.synonyms) {
      const members = group.split("|")
      for (const member of members) names.set(key(member), [...(names.get(key(member)) ?? []), ...members])
    }
    groups.set(index, names)
  }
  const whole = all.filter((c) => !c.part && !c.text.startsWith("__"))
  for (let start = 0; start < whole.length; start++)
    for (let end = Math.min(whole.length, start + 5); end > start; end--) {
      const span = whole.slice(start, end)
      const name = span.map((c) => meantBy(c)).join("")
      const members = names.get(key(name))
      if (!members) continue
      for (const member of new Set(members)) {
        if (key(member) === key(name)) continue
        const terms = nameTerms(index, member)
        if (!terms) continue
        // Each word of the name is satisfied when the other name stands there.
        for (const concept of span) concept.variants.push({ terms, weight: weights.SYNONYM, how: "synonym" })
      }
      start = end - 1
      break
    }
  return all
}

/** @param {Concept} concept the word a concept most likely means */
function meantBy(concept) {
  const best = concept.variants.reduce((a, b) => (b.how !== "prefix" && b.weight > a.weight ? b : a), {
    terms: [concept.text],
    weight: 0.65,
  })
  return best.terms.join("")
}

/**
 * A name as terms of the index: whole where the index holds it whole.
 * @param {Index} index
 * @param {string} name
 * @returns {string[] | undefined}
 */
export function nameTerms(index, name) {
  /** @type {string[]} */
  const terms = []
  for (const run of runs(written(index, name))) {
    const joined = bare(run.text)
    if (run.han) terms.push(...(index.has(run.text) ? [run.text] : segment(index, run.text)))
    else terms.push(...(index.has(joined) ? [joined] : run.text.split(JOINTS)))
  }
  const content = terms.filter((term) => !index.stop.has(term))
  return content.length && (index.shards || content.every((term) => index.has(term))) ? content : undefined
}
