/** Which stretches of a text show why it was found, and which sentence shows most of it. */

import { isHan } from "./text.js"

/** @typedef {{ text: string, marked: boolean }} MarkedText */

// So much of a query in title and aliases: the answer is about what was searched for.
const ABOUT = 0.75
// What is wrong, before it is put right.
const WRONG = /^错[：:]/
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
 * The sentence of an answer that a result shows. Where the query names what the answer is about, the short answer, which is
 * the first; else the one that holds most of what was searched for and does not stand in the title, so that together they
 * tell why it was found; between equals the earlier one. None that quotes an error. A mark at its beginning goes with what
 * stood before it.
 * @param {string[]} sentences
 * @param {{ terms: string[], title: string, named: number }} result what matched, and how much of the query its names hold
 * @returns {string}
 */
export function fittest(sentences, { terms, title, named }) {
  if (named >= ABOUT) return sentences[0] ?? ""
  const wanted = terms.filter((term) => !spans(title, [term]).length)
  let best = sentences[0] ?? ""
  let most = 0
  sentences.forEach((sentence, i) => {
    if (WRONG.test(sentence)) return
    const found = new Set(spans(sentence, wanted).map(([start, end]) => sentence.slice(start, end).toLowerCase()))
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
