/** The reader's colours: those of the system, light or dark. partials/start.html sets them before anything is drawn. */

import { root } from "./site.js"

// Named and written as Material did it: what readers chose in its time still counts.
const KEY = `${root.pathname}.__palette`
const CHOICES = ["system", "light", "dark"]
const dark = matchMedia("(prefers-color-scheme: dark)")

/** @param {Document} page */
export function mount(page) {
  const state = page.body.dataset
  const show = () => {
    state.mdColorScheme = state.palette === "dark" || (state.palette === "system" && dark.matches) ? "slate" : "default"
  }
  dark.addEventListener("change", show)
  page.querySelector(".palette")?.addEventListener("click", () => {
    const index = (CHOICES.indexOf(state.palette ?? "") + 1) % CHOICES.length
    state.palette = CHOICES[index]
    show()
    const media = index ? `(prefers-color-scheme: ${state.palette})` : "(prefers-color-scheme)"
    try {
      localStorage.setItem(KEY, JSON.stringify({ index, color: { media, scheme: state.mdColorScheme } }))
    } catch {
      // Chosen for this page, then.
    }
  })
}
