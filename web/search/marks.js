/** Which stretches of a text show why it was found, and which sentence shows most of it. */

import { isHan } from "./text.js"

/** @typedef {{ text: string, marked: boolean }} MarkedText */

const SKIPPED = /[\s\-_./+']/

/**
 * A text in pieces, the matched ones marked. Latin terms match whole words, whatever joins their parts
 * (flashattention marks FlashAttention, Flash-Attention and flash attention).
 * @param {string} text
 * @param {string[]} terms as the index writes them
 * @returns {MarkedText[]}
 */
export function pieces(text, terms) {
  const marked = spans(text, terms)
  /** @type {MarkedText[]} */
  const out = []
  let done = 0
  for (const [start, end] of marked) {
    if (start > done) out.push({ text: text.slice(done, start), marked: false })
    out.push({ text: text.slice(start, end), marked: true })
    done = end
  }
  if (done < text.length) out.push({ text: text.slice(done), marked: false })
  return out
}

/**
 * The sentence that holds most of what was searched for; between equals the earlier one. A mark at its beginning goes
 * with what stood before it.
 * @param {string[]} sentences
 * @param {string[]} terms
 * @returns {string}
 */
export function fittest(sentences, terms) {
  let best = sentences[0] ?? ""
  let most = 0
  sentences.forEach((sentence, i) => {
    const found = new Set(spans(sentence, terms).map(([start, end]) => sentence.slice(start, end).toLowerCase()))
    let value = i === 0 ? 0.9 : 0
    for (const word of found) value += 1 + word.length / 8
    if (value > most) {
      most = value
      best = sentence
    }
  })
  return best.replace(/^[：，；、。]+/, "")
}

/**
 * @param {string} text
 * @param {string[]} terms
 * @returns {[start: number, end: number][]} in order, joined where they touch
 */
export function spans(text, terms) {
  // One UTF-16 unit a place: what NFKC would lengthen stays as it is.
  const folded = Array.from({ length: text.length }, (_, i) => {
    const c = text[i].normalize("NFKC").toLowerCase()
    return c.length === 1 ? c : text[i]
  })
  let joined = ""
  /** @type {number[]} */
  const places = []
  folded.forEach((c, i) => {
    if (SKIPPED.test(c)) return
    joined += c
    places.push(i)
  })
  /** @type {[number, number][]} */
  const found = []
  for (const term of new Set(terms)) {
    const wanted = term.replace(/[\s\-_/+']/g, "")
    if (!wanted || (wanted.length === 1 && !isHan(wanted) && !/[0-9]/.test(wanted))) continue
    for (
      let at = joined.indexOf(wanted.replace(/\./g, ""));
      at >= 0;
      at = joined.indexOf(wanted.replace(/\./g, ""), at + 1)
    ) {
      const start = places[at]
      const end = places[at + wanted.replace(/\./g, "").length - 1] + 1
      if (!isHan(wanted) && (wordAt(folded[start - 1]) || wordAt(folded[end]))) continue
      if (isHan(wanted) && end - start !== wanted.length) continue
      found.push([start, end])
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  /** @type {[number, number][]} */
  const out = []
  for (const [start, end] of found) {
    const last = out[out.length - 1]
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else out.push([start, end])
  }
  return out
}

/** @param {string | undefined} c whether a Latin word goes on here */
function wordAt(c) {
  return c !== undefined && /[a-z0-9α-ω]/.test(c)
}
