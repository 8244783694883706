/** A figure as large as the window takes it, with its caption; what is larger scrolls. Loaded when one is pressed. */

import { adopt } from "./stylesheet.js"
import { element } from "./view.js"

adopt(`
  .enlarged { box-sizing: border-box; width: max-content; max-width: 100vw; max-height: 100vh; max-height: 100dvh; padding: 2.4rem 1rem 1rem;
    color: var(--ink); background: var(--paper); border: 0; overflow: auto; overscroll-behavior: contain }
  .enlarged::backdrop { background: #000a }
  .md-typeset.enlarged .drawing { width: min(76vh * var(--ratio), max(90vw, 44rem)); max-width: none }
  .enlarged figcaption { position: sticky; inset-inline-start: 0; max-width: min(34em, 90vw) }
  .enlarged button { position: fixed; inset: .3rem .3rem auto auto; min-width: 2.4rem; padding: .4rem .6rem;
    font-size: .75rem; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: .2rem; cursor: pointer }
`)

const close = element("button", { type: "button" }, "关上")
const shown = element("div")
const dialog = element("dialog", { class: "enlarged md-typeset", "aria-label": "放大的图" }, close, shown)
close.addEventListener("click", () => dialog.close())
dialog.addEventListener("click", ({ target }) => {
  // The ground beside the figure, or the page behind.
  if (target === dialog) dialog.close()
})
dialog.addEventListener("close", () => shown.replaceChildren())
document.body.append(dialog)

/**
 * @param {HTMLElement} figure
 * @param {HTMLElement} button which the keyboard comes back to
 */
function show(figure, button) {
  const drawing = /** @type {SVGSVGElement} */ (figure.querySelector(".drawing"))
  const { width, height } = drawing.viewBox.baseVal
  const said = figure.querySelector("figcaption")
  shown.style.setProperty("--ratio", String(width / height))
  shown.replaceChildren(drawing.cloneNode(true), ...(said ? [said.cloneNode(true)] : []))
  button.focus({ preventScroll: true })
  dialog.showModal()
}

Object.assign(/** @type {any} */ (window).answerbook.modules, { enlarge: { show } })
