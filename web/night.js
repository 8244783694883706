/** The reader's switch “面试前夜”: of an answer only what is to be known tomorrow. partials/start.html sets it early. */

import { read, write } from "./store.js"

const NAME = "night"
const SHOWN = "tonight"

/** @param {Document} page */
export function mount(page) {
  const button = page.querySelector(".night-switch")
  if (!button) return
  const state = page.documentElement.classList
  /** @param {boolean} on */
  const show = (on) => {
    state.toggle(SHOWN, on)
    button.setAttribute("aria-pressed", String(on))
  }
  // Whoever follows a link to a part wants to see it.
  const reveal = () => {
    const target = page.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (!target || target.getClientRects().length) return
    show(false)
    target.scrollIntoView()
  }
  show(read(NAME, false))
  reveal()
  addEventListener("hashchange", reveal)
  button.addEventListener("click", () => {
    show(!state.contains(SHOWN))
    write(NAME, state.contains(SHOWN))
  })
}
