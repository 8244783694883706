/** Words one slip away: Latin words by edit distance, Chinese words by sound or by one character. */

import { isHan } from "./text.js"
import { sounds } from "./pinyin.js"

/** @typedef {import("./packed.js").Index} Index */
/** @typedef {{ start: number, end: number, word: string, weight: number, how: "sound" | "typo" }} Repair a stretch of a run and the word meant */

// What is said of anything (同一个, 哪几层, 不划算) is never the word that a slip was meant to be; 一 inside a word is part
// of a name (归一化).
const EVERYDAY = /[不几哪这那个没有]|^一|一$/

/** @type {WeakMap<Index, Map<number, string[]>>} by length */
const latin = new WeakMap()
/** @type {WeakMap<Index, Map<string, string[]>>} */
const patterns = new WeakMap()

/**
 * Latin words of the vocabulary near one that it does not hold.
 * @param {Index} index
 * @param {string} token
 * @returns {{ term: string, weight: number }[]} the nearest only
 */
export function nearLatin(index, token) {
  if (token.length < 3) return []
  const digits = token.replace(/[^0-9]/g, "")
  let allowed = token.length >= 8 ? 2 : 1
  /** @type {{ term: string, weight: number }[]} */
  let found = []
  for (const term of ofLength(index, token.length - allowed, token.length + allowed)) {
    // The first letter is seldom wrong; without this, short words are near everything.
    if (term[0] !== token[0] && token.length < 6) continue
    if (token.length === 3 && (term.length < 4 || !index.isNamed(term))) continue
    // What is left of a short word without one of its letters is another word (nerf, ner), unless that stood there twice.
    if (token.length === 4 && term.length === 3 && !/(.)\1/.test(token)) continue
    if (term.replace(/[^0-9]/g, "") !== digits) continue
    // What stands before a name makes another one (ktransformers, nanogpt).
    if (token.endsWith(term)) continue
    const distance = editDistance(token, term, allowed)
    if (distance > allowed) continue
    if (distance < allowed) {
      allowed = distance
      found = []
    }
    found.push({ term, weight: distance === 1 ? 0.8 : 0.6 })
  }
  return found
    .sort((a, b) => index.df[index.places.get(b.term) ?? 0] - index.df[index.places.get(a.term) ?? 0])
    .slice(0, 4)
}

/**
 * The Latin words of the vocabulary whose length lies between two lengths.
 * @param {Index} index
 * @param {number} shortest
 * @param {number} longest
 * @returns {string[]}
 */
function ofLength(index, shortest, longest) {
  let lengths = latin.get(index)
  if (!lengths) {
    latin.set(index, (lengths = new Map()))
    for (const term of index.terms) {
      if (!/^[a-z]{3}/.test(term)) continue
      const alike = lengths.get(term.length)
      if (alike) alike.push(term)
      else lengths.set(term.length, [term])
    }
  }
  const found = []
  for (let length = shortest; length <= longest; length++) found.push(...(lengths.get(length) ?? []))
  return found
}

/**
 * Damerau–Levenshtein distance (optimal string alignment), given up above a bound.
 * @param {string} a
 * @param {string} b
 * @param {number} bound
 */
export function editDistance(a, b, bound) {
  let before = new Uint8Array(b.length + 1)
  let row = Uint8Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = new Uint8Array(b.length + 1)
    next[0] = i
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let d = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, before[j - 2] + 1)
      next[j] = d
      if (d < least) least = d
    }
    if (least > bound) return bound + 1
    before = row
    row = next
  }
  return row[b.length]
}

/**
 * Stretches of a segmented run that look like a slip: somewhere in them segmentation fell back to single characters,
 * and together they sound like, or differ in one character from, a word of the vocabulary.
 * @param {Index} index
 * @param {string[]} words of the run, in order
 * @param {boolean} careful a long query: only clear cases
 * @returns {Repair[]} in order, not overlapping; start and end count words
 */
export function nearHan(index, words, careful) {
  /** @type {Repair[]} */
  const candidates = []
  for (let start = 0; start < words.length; start++)
    for (let end = start + 1; end <= words.length && end <= start + 5; end++) {
      const stretch = words.slice(start, end)
      const text = stretch.join("")
      if (text.length < 2) continue
      if (text.length > 7) break
      if (!stretch.some((word) => word.length === 1)) continue
      if (stretch.every((word) => index.stop.has(word))) continue
      // A function word beside a word that is known (注意力 的) is no slip.
      const known = (/** @type {string} */ word) => index.has(word) || index.softStop.has(word)
      if (stretch.every((word) => index.stop.has(word) || (word.length > 1 && known(word)))) continue
      const lone = (/** @type {number} */ i) => words[i]?.length === 1 && !index.stop.has(words[i])
      // In three characters two of which are a word, the third one is a slip only if it belongs to nothing else
      // (not in 聊 天 模型, 和 线程).
      const slip =
        text.length > 3 ||
        stretch.length > 2 ||
        (stretch[0].length === 1 ? lone(start) && !lone(start - 1) : lone(end - 1) && !lone(end))
      // A term of the field with a word of one character beside it (算 注意力) is no slip of a longer term (自注意力).
      const whole =
        stretch.some((word) => word.length > 1 && index.isNamed(word)) &&
        stretch.filter((word) => word.length === 1).length < 2
      // A word that says how it is asked, beside one that is known (喂 好 数据), is what it is.
      const beside =
        stretch.some((word) => word.length > 1 && index.has(word)) &&
        stretch.some((word) => word.length === 1 && (index.softStop.has(word) || index.stop.has(word)))
      const meant = alike(index, text) ?? (slip && !whole && !beside ? oneOff(index, text) : undefined)
      if (meant && !(careful && (text.length < 3 || meant.how === "typo"))) candidates.push({ start, end, ...meant })
    }
  const covered = (/** @type {Repair} */ r) => words.slice(r.start, r.end).join("").length
  candidates.sort((a, b) => covered(b) * b.weight - covered(a) * a.weight)
  /** @type {Repair[]} */
  const chosen = []
  for (const candidate of candidates)
    if (chosen.every((other) => candidate.end <= other.start || candidate.start >= other.end)) chosen.push(candidate)
  return chosen.sort((a, b) => a.start - b.start)
}

/**
 * @param {Index} index
 * @param {string} text
 * @returns {{ word: string, weight: number, how: "sound" } | undefined}
 */
function alike(index, text) {
  const words = sounds(index)
    .alike(text)
    .filter((word) => !EVERYDAY.test(word))
  const fit = text.length === 2 ? words.filter((word) => index.isNamed(word)) : words
  return fit.length ? { word: sounds(index).best(fit)[0], weight: 0.9, how: "sound" } : undefined
}

/**
 * A word of the same length (three or more) that differs in one character, or lacks or adds one (four or more).
 * @param {Index} index
 * @param {string} text
 * @returns {{ word: string, weight: number, how: "typo" } | undefined}
 */
function oneOff(index, text) {
  if (text.length < 3) return undefined
  let map = patterns.get(index)
  if (!map) {
    map = new Map()
    for (const term of index.terms)
      if (term.length >= 3 && isHan(term))
        for (const pattern of holes(term)) {
          const words = map.get(pattern)
          if (words) words.push(term)
          else map.set(pattern, [term])
        }
    patterns.set(index, map)
  }
  const words = new Set(holes(text).flatMap((pattern) => /** @type {Map<string, string[]>} */ (map).get(pattern) ?? []))
  words.delete(text)
  const fit = [...words].filter((word) => !EVERYDAY.test(word) && (word.length > 3 || index.isNamed(word)))
  return fit.length ? { word: sounds(index).best(fit)[0], weight: 0.7, how: "typo" } : undefined
}

/** @param {string} word the word with each of its characters in turn left open */
function holes(word) {
  return Array.from(word, (_, i) => word.slice(0, i) + "?" + word.slice(i + 1))
}
