/**
 * What the letters of a clause say for its being asked: its characters by ones, twos and threes and its words in Latin
 * letters, each thrown into one of a few boxes (the hashing trick; Weinberger et al., Feature Hashing for Large Scale
 * Multitask Learning, 2009), so that there is a weight for each box and not for each word.
 */

export const BOXES = 2048
// One sign for the weight of each box, the middle one for nothing.
const SIGNS = "()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghij"
const MIDDLE = (SIGNS.length - 1) / 2
const STEP = 1 / 16
const LONGEST = 40
const NAMES = Array.from({ length: BOXES }, (_, box) => `#${box}`)

/**
 * @param {string} text in simplified characters
 * @returns {string[]} names of its boxes, each once
 */
export function grams(text) {
  const runs =
    text
      .slice(0, LONGEST)
      .toLowerCase()
      .replace(/\d+/g, "0")
      .match(/[a-z]+|[\u4e00-\u9fff]+|[？?！!]/g) ?? []
  /** @type {Set<number>} */
  const found = new Set()
  for (const [n, run] of runs.entries()) {
    if (/^[a-z]/.test(run)) {
      found.add(box(run))
      if (!n) found.add(box(`^${run}`))
      if (/^[a-z]/.test(runs[n + 1] ?? "")) found.add(box(`${run} ${runs[n + 1]}`))
      continue
    }
    const closed = `${n ? "" : "^"}${run}${n === runs.length - 1 ? "$" : ""}`
    for (let size = 1; size <= 3; size++)
      for (let i = 0; i + size <= closed.length; i++) found.add(box(closed.slice(i, i + size)))
  }
  return Array.from(found, (number) => NAMES[number])
}

/** @param {string} text */
function box(text) {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) & (BOXES - 1)
}

/**
 * @param {string} packed a sign for each box
 * @returns {[name: string, weight: number][]} the boxes that have a weight
 */
export function unpacked(packed) {
  return Array.from(
    packed,
    (sign, number) => /** @type {[string, number]} */ ([NAMES[number], (SIGNS.indexOf(sign) - MIDDLE) * STEP]),
  ).filter(([, weight]) => weight !== 0)
}
