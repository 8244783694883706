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
  for (const text of texts)
    for (const [start, end] of spans(text.data, terms).reverse()) {
      text.splitText(end)
      const found = text.splitText(start)
      const mark = element("mark", { class: "found" })
      found.replaceWith(mark)
      mark.append(found)
      marks.push(mark)
    }
  if (!marks.length) return
  const off = element("button", { type: "button", class: "found-off" }, `标出了 ${marks.length} 处 · 取消`)
  off.addEventListener("click", () => {
    for (const mark of marks) {
      const parent = mark.parentNode
      mark.replaceWith(...mark.childNodes)
      parent?.normalize()
    }
    off.remove()
  })
  document.body.append(off)
}
