/** Text copied by selection: formulas come along as TeX, buttons and labels stay behind. */

import { element } from "./view.js"

const FORMULA = "mjx-container[data-tex]"
const LEFT_BEHIND = ".copy-code, .highlight .language, .back, .glyphs, .drawing"

/** @param {Document} page */
export function mount(page) {
  page.addEventListener("copy", (event) => {
    const selection = page.getSelection()
    if (!event.clipboardData || !selection || selection.isCollapsed || typing(event.target)) return
    const copied = fragment(selection)
    if (!copied.querySelector(`${FORMULA}, ${LEFT_BEHIND}`)) return
    for (const one of copied.querySelectorAll(LEFT_BEHIND)) one.remove()
    for (const one of copied.querySelectorAll(FORMULA)) one.replaceWith(written(one))
    for (const link of copied.querySelectorAll("a")) link.setAttribute("href", link.href)
    // Only what is laid out knows where its lines end.
    const place = page.createElement("div")
    place.className = "offscreen md-typeset"
    place.append(copied)
    page.body.append(place)
    event.clipboardData.setData("text/plain", place.innerText.replaceAll("\u00a0", " "))
    event.clipboardData.setData("text/html", place.innerHTML)
    place.remove()
    event.preventDefault()
  })
}

/**
 * @param {Selection} selection
 * @returns {DocumentFragment} a copy of what is selected; a formula that it begins or ends in is taken whole
 */
function fragment(selection) {
  const range = selection.getRangeAt(0).cloneRange()
  const first = formulaAround(range.startContainer)
  const last = formulaAround(range.endContainer)
  if (first) range.setStartBefore(first)
  if (last) range.setEndAfter(last)
  return range.cloneContents()
}

/** @param {Node} node */
function formulaAround(node) {
  return (node instanceof Element ? node : node.parentElement)?.closest(FORMULA)
}

/**
 * @param {Element} formula
 * @returns {Node} as it is written in the source of the page
 */
function written(formula) {
  const tex = formula.getAttribute("data-tex") ?? ""
  if (formula.getAttribute("display") !== "true") return document.createTextNode(`$${tex}$`)
  const lines = ["$$", ...tex.split("\n"), "$$"]
  return element("div", {}, ...lines.map((line) => element("div", {}, line)))
}

/** @param {EventTarget | null} target whether a field has its own selection */
function typing(target) {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}
