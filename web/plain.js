/** Plain text with a little mathematics (√d_k, W_O, x^k), set as such: the rules of hooks/answerbook/markup/plain.py. */

import { element } from "./view.js"

const LETTER = "A-Za-zΑ-Ωα-ω"
const LOWERED = `(?<![A-Za-z0-9_]{2})(?<!_)([${LETTER}])_([${LETTER}0-9]{1,3})(?![A-Za-z0-9_])`
const RAISED = `\\^(?:([${LETTER}]|\\d+)(?![A-Za-z0-9_])|\\(([^()]*)\\))`
const ROOT = `√(?:\\(([^()]*)\\)|((?:[${LETTER}](?:_[${LETTER}0-9]{1,3})?|\\d+)(?![A-Za-z0-9_])))`
// Before a mark that begins no line, a root, which is drawn as a box, would end one.
const CLINGING = /^[，。、；：？！）》」』”’]+/
const ANY = new RegExp(`${ROOT}|${LOWERED}|${RAISED}`, "g")

/** @param {string} mark of the notation: copied, not shown */
const hidden = (mark) => element("span", { class: "mark" }, mark)

/**
 * @param {string} text
 * @returns {(Node | string)[]} with the same text
 */
export function typeset(text) {
  /** @type {(Node | string)[]} */
  const made = []
  let end = 0
  for (const found of text.matchAll(ANY)) {
    const [all, bracketed, under, letter, index, exponent, group] = found
    made.push(text.slice(end, found.index))
    end = found.index + all.length
    const inside = (/** @type {string | undefined} */ text) => [hidden("("), ...typeset(text ?? ""), hidden(")")]
    if (all[0] === "√") {
      const below = element("span", {}, hidden("√"), ...(under ? typeset(under) : inside(bracketed)))
      const root = element("span", { class: "root" }, below)
      const [stop] = CLINGING.exec(text.slice(end)) ?? [""]
      made.push(stop ? element("span", { class: "together" }, root, stop) : root)
      end += stop.length
    } else if (letter) made.push(element("var", {}, letter), hidden("_"), element("sub", {}, index))
    else made.push(hidden("^"), element("sup", {}, ...(exponent ? [exponent] : inside(group))))
  }
  return [...made, text.slice(end)]
}

/**
 * Pieces of a text, the marked ones marked. What is set as mathematics is one thing: a mark in it marks it whole.
 * @param {import("./search/marks.js").MarkedText[]} pieces
 * @returns {(Node | string)[]}
 */
export function marked(pieces) {
  const text = pieces.map((piece) => piece.text).join("")
  const on = pieces.flatMap((piece) => [...Array(piece.text.length)].fill(piece.marked))
  for (const { 0: all, index } of text.matchAll(ANY)) {
    const [stop] = CLINGING.exec(text.slice(index + all.length)) ?? [""]
    const end = index + all.length + (all[0] === "√" ? stop.length : 0)
    on.fill(on.slice(index, end).includes(true), index, end)
  }
  /** @type {(Node | string)[]} */
  const made = []
  for (let start = 0, end; start < text.length; start = end) {
    end = on.indexOf(!on[start], start)
    if (end < 0) end = text.length
    const shown = typeset(text.slice(start, end))
    made.push(...(on[start] ? [element("mark", {}, ...shown)] : shown))
  }
  return made
}
