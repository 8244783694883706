/** A formula that is pressed says what its letters mean, and gives its LaTeX; what that takes is loaded then. */

import { script } from "./site.js"

const FORMULA = "mjx-container[data-tex]"

/** @param {Document} page */
export function mount(page) {
  page.addEventListener("click", ({ target }) => {
    const formula = target instanceof Element ? target.closest(FORMULA) : null
    // Who selects text, or follows a link, wants something else.
    if (!formula || formula.closest("a, summary, button") || !page.getSelection()?.isCollapsed) return
    script("assets/formula.js")
      .then(() => /** @type {any} */ (window).answerbook.modules.formula.show(formula))
      .catch(() => {})
  })
}
