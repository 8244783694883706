/** The menu “分享” of an answer: it closes beside itself, and what it does is loaded when it opens. */

import { script } from "./site.js"

/** @param {Document} page */
export function mount(page) {
  const menu = /** @type {HTMLDetailsElement | null} */ (page.querySelector(".share"))
  if (!menu) return
  menu.addEventListener("toggle", () => script("assets/share.js").catch(() => {}))
  page.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false
  })
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return
    menu.open = false
    menu.querySelector("summary")?.focus()
  })
}
