/** Text as the index sees it: folding, runs of one script, segmentation. The browser's side of `hooks/answerbook/search/words.py`. */

/** @typedef {import("./packed.js").Index} Index */
/** @typedef {{ text: string, han: boolean, end: number }} Run end: where it ends in the folded query */

const RUN =
  /__[a-z]+__|[\u3400-\u4dbf\u4e00-\u9fff]+|[0-9]+(?:\.[0-9]+)+[a-z0-9]*|[a-zα-ω0-9]+(?:[-_./+'][a-zα-ω0-9]+)*[+#]*/g
const HAN = /^[\u3400-\u4dbf\u4e00-\u9fff]/
const LONGEST = 8
// Between the pieces of a Latin word.
export const JOINTS = /[-_./']|\+(?=[a-z0-9])/
// log2 of the size of jieba's corpus; the score of a word is the logarithm of its probability.
const ALL = 26
const UNKNOWN = -ALL - 6

/** @param {string} text */
export function fold(text) {
  return text.normalize("NFKC").toLowerCase()
}

/** @param {string} text what is left of a title or alias when neither case, width, spaces nor punctuation count */
export function key(text) {
  return fold(text).replace(/[^\u3400-\u4dbf\u4e00-\u9fffa-zα-ω0-9+#]/g, "")
}

/** @param {string} term */
export function isHan(term) {
  return HAN.test(term)
}

// Longer ones may be typed with the capitals locked.
const CAPITALS = /(?<![A-Za-z0-9])[A-Z]{2,5}(?![A-Za-z0-9])/g

/**
 * The words that are typed in capitals, folded: names (KAN, MCP), no pinyin.
 * @param {string} query as typed
 */
export function capitals(query) {
  return new Set(Array.from(query.normalize("NFKC").matchAll(CAPITALS), (m) => m[0].toLowerCase()))
}

/**
 * A query as the book would write it: folded, traditional characters simplified, regional terms replaced.
 * @param {Index} index
 * @param {string} query
 */
export function written(index, query) {
  let text = fold(query)
  for (let i = 0; i + 1 < index.variants.length; i += 2)
    text = text.replaceAll(index.variants[i], index.variants[i + 1])
  return Array.from(text, (c) => index.simplified.get(c) ?? c).join("")
}

/**
 * The runs of a query, Latin and Han apart (KV缓存 → "kv", "缓存"): nobody types a space between them,
 * and no index word holds both.
 * @param {string} text folded
 * @returns {Run[]} in order
 */
export function runs(text) {
  return Array.from(text.matchAll(RUN), (m) => ({ text: m[0], han: isHan(m[0]), end: m.index + m[0].length }))
}

/**
 * The words of a Han run by maximum probability over the shipped vocabulary.
 * @param {Index} index
 * @param {string} run
 * @param {string} [except] a word not to use
 * @returns {string[]}
 */
export function segment(index, run, except) {
  const n = run.length
  const best = new Float64Array(n + 1)
  const from = new Int32Array(n + 1)
  for (let end = 1; end <= n; end++) {
    best[end] = best[end - 1] + score(index, run[end - 1], UNKNOWN)
    from[end] = end - 1
    for (let start = Math.max(0, end - LONGEST); start < end - 1; start++) {
      const word = run.slice(start, end)
      if (word === except) continue
      const total = best[start] + score(index, word, -Infinity)
      if (total > best[end]) {
        best[end] = total
        from[end] = start
      }
    }
  }
  const words = []
  for (let end = n; end > 0; end = from[end]) words.push(run.slice(from[end], end))
  return words.reverse()
}

/**
 * The strings of a sorted list that begin so, in its order, at most so many.
 * @param {string[]} sorted
 * @param {string} begun
 * @param {number} most
 */
export function beginning(sorted, begun, most) {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] < begun) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < sorted.length && end < low + most && sorted[end].startsWith(begun)) end++
  return sorted.slice(low, end)
}

/**
 * The words inside a word, longest first, as jieba's search mode indexes them.
 * @param {Index} index
 * @param {string} word
 * @returns {string[]}
 */
export function inside(index, word) {
  const parts = []
  for (let length = Math.min(word.length - 1, 3); length >= 2; length--)
    for (let start = 0; start + length <= word.length; start++) {
      const part = word.slice(start, start + length)
      if (index.has(part)) parts.push(part)
    }
  return parts
}

/**
 * @param {Index} index
 * @param {string} word
 * @param {number} otherwise
 */
function score(index, word, otherwise) {
  const place = index.places.get(word)
  if (place !== undefined) return Math.max(2 * index.logFrequencies[place], 1) - ALL
  return index.stop.has(word) || index.softStop.has(word) ? 8 + word.length - ALL : otherwise
}
