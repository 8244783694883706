/**
 * English sentences: what their everyday words mean in the terms of the book (memory footprint: 显存), and the words that
 * say nothing of it. Both come as a part of the index of their own, since most readers never write one.
 */

/** @typedef {import("./packed.js").Index} Index */
/** @typedef {import("./text.js").Run} Run */
/** @typedef {{ plain: Set<string>, said: Map<string, string[]>, longest: number }} English said: what is said, and the terms that may be meant; longest: in words */

// A name of the field (state of the art) has one of these at most.
const FEWEST_PLAIN = 2

/** @param {{ plain: string, said: string[] }} part @returns {English} */
export function english({ plain, said }) {
  const groups = said.map((group) => group.split("|"))
  const longest = groups.reduce((most, [phrase]) => Math.max(most, phrase.split(" ").length), 0)
  return {
    plain: new Set(plain.split(" ")),
    said: new Map(groups.map(([phrase, ...names]) => [phrase, names])),
    longest,
  }
}

/**
 * @param {Index} index
 * @param {Run[]} found the runs of a query
 */
export function isEnglish(index, found) {
  return found.filter((run) => /^[a-z]/.test(run.text) && index.stop.has(run.text)).length >= FEWEST_PLAIN
}

/**
 * What the words of an English sentence mean, of several phrases at a place the longest.
 * @param {English} known
 * @param {string[]} words of the sentence, in order
 * @returns {{ words: string[], names: string[] }[]} the words of each phrase and the terms that it may mean
 */
export function sayings(known, words) {
  const found = []
  for (let start = 0; start < words.length; start++)
    for (let count = Math.min(known.longest, words.length - start); count; count--) {
      const phrase = words.slice(start, start + count)
      const names = known.said.get(phrase.join(" "))
      if (!names) continue
      found.push({ words: phrase, names })
      start += count - 1
      break
    }
  return found
}
