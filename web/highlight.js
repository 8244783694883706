/** The words a reader searched for, marked on the page of the answer, with a way to switch them off. */

import { element } from "./view.js"
import { spans } from "./search/marks.js"

/** @param {string[]} terms */
export function show(terms) {
  const article = document.querySelector("article")
  if (!article || !terms.length) return
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest("mjx-container, svg, script, style, button, .search")
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  )
  /** @type {Text[]} */
  const texts = []
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode))
  /** @type {HTMLElement[]} */
  const marks = []
  let places = 0
  for (const run of runs(texts))
    for (const [start, end] of spans(run.map(({ data }) => data).join(""), terms).reverse()) {
      marks.push(...marked(run, start, end))
      places += 1
    }
  if (!places) return
  const off = element("button", { type: "button", class: "found-off" }, `标出了 ${places} 处 · 取消`)
  off.addEventListener("click", () => {
    for (const mark of marks) {
      const parent = mark.parentNode
      mark.replaceWith(...mark.childNodes)
      parent?.normalize()
    }
    off.remove()
  })
  // At the end of the line above the title it covers nothing; who arrives further down has it at the edge of the window.
  const line = article.querySelector(".breadcrumb")
  const place = line && line.getBoundingClientRect().top > 0 ? line : document.body
  place.append(off)
}

/**
 * Where a line may end between phrases (`<wbr>`), a text goes on.
 * @param {Text[]} texts
 * @returns {Text[][]}
 */
function runs(texts) {
  /** @type {Text[][]} */
  const found = []
  for (const text of texts) {
    const before = text.previousSibling
    const goesOn = before?.nodeName === "WBR" && before.previousSibling === found.at(-1)?.at(-1)
    if (goesOn) found.at(-1)?.push(text)
    else found.push([text])
  }
  return found
}

/**
 * @param {Text[]} run what stands behind `end` in it may be in pieces
 * @param {number} start
 * @param {number} end
 * @returns {HTMLElement[]}
 */
function marked(run, start, end) {
  const marks = []
  let at = 0
  for (const text of run) {
    const [first, last] = [Math.max(start - at, 0), Math.min(end - at, text.length)]
    at += text.length
    if (first >= last) continue
    text.splitText(last)
    const found = text.splitText(first)
    const mark = element("mark", { class: "found" })
    found.replaceWith(mark)
    mark.append(found)
    marks.push(mark)
  }
  return marks
}
