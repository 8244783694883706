/**
 * A figure as large as the window takes it, with its caption; a press makes it as large as it is clear, to be scrolled.
 * Loaded when one is pressed.
 */

import { adopt } from "./stylesheet.js"
import { element } from "./view.js"

adopt(`
  .enlarged { box-sizing: border-box; width: max-content; max-width: 100vw; max-height: 100vh; max-height: 100dvh; padding: 2.4rem 1rem 1rem;
    color: var(--ink); background: var(--paper); border: 0; overflow: auto; overscroll-behavior: contain }
  .enlarged::backdrop { background: #000a }
  .md-typeset.enlarged .drawing { width: min(76vh * var(--ratio), 100vw - 2rem); max-width: none; cursor: zoom-in }
  .md-typeset.enlarged--more .drawing { width: max(44rem, min(76vh * var(--ratio), 100vw - 2rem)); cursor: zoom-out }
  .enlarged figcaption { position: sticky; inset-inline-start: 0; max-width: min(34em, 90vw) }
  .enlarged__tools { position: fixed; inset: .3rem .3rem auto auto; display: flex; gap: .4rem }
  .enlarged button { min-width: 2.4rem; padding: .4rem .6rem; font-size: .75rem; color: var(--ink); background: var(--paper);
    border: 1px solid var(--line); border-radius: .2rem; cursor: pointer }
  @media (forced-colors: active) { .enlarged { border: 1px solid } }
`)

const MORE = "enlarged--more"
// px: a figure that grows by less is as large as it gets.
const GROWS = 8

const close = element("button", { type: "button" }, "关上")
const more = element("button", { type: "button" })
const tools = element("div", { class: "enlarged__tools" }, more, close)
const shown = element("div")
const dialog = element("dialog", { class: "enlarged md-typeset", "aria-label": "放大的图" }, tools, shown)
close.addEventListener("click", () => dialog.close())
more.addEventListener("click", () => size(!dialog.classList.contains(MORE)))
dialog.addEventListener("click", ({ target, clientX, clientY }) => {
  // The ground beside the figure, or the page behind.
  if (target === dialog) dialog.close()
  else if (!more.hidden && target instanceof Element && target.closest(".drawing"))
    size(!dialog.classList.contains(MORE), clientX, clientY)
})
dialog.addEventListener("close", () => shown.replaceChildren())
addEventListener("resize", () => dialog.open && size(dialog.classList.contains(MORE)))
document.body.append(dialog)

/** @returns {SVGSVGElement} */
const drawn = () => /** @type {SVGSVGElement} */ (shown.querySelector(".drawing"))

/**
 * @param {boolean} large as large as it is clear, where the window is narrower than that; else all of it is seen
 * @param {number} [x] where it was pressed: that point stays there; else the middle does
 * @param {number} [y]
 */
function size(large, x = innerWidth / 2, y = innerHeight / 2) {
  const before = drawn().getBoundingClientRect()
  dialog.classList.remove(MORE)
  const whole = drawn().getBoundingClientRect().width
  dialog.classList.add(MORE)
  more.hidden = drawn().getBoundingClientRect().width - whole < GROWS
  dialog.classList.toggle(MORE, large && !more.hidden)
  more.textContent = dialog.classList.contains(MORE) ? "看全图" : "再放大"
  const after = drawn().getBoundingClientRect()
  dialog.scrollLeft += after.left + ((x - before.left) / before.width) * after.width - x
  dialog.scrollTop += after.top + ((y - before.top) / before.height) * after.height - y
}

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
  size(false)
  close.focus()
}

Object.assign(/** @type {any} */ (window).answerbook.modules, { enlarge: { show } })
