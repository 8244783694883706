/** A formula that is pressed says what its letters mean, and gives its LaTeX; what that takes is loaded then. */

import { script } from "./site.js"

const FORMULA = "mjx-container[data-tex]"

/** @param {(cards: { show(formula: Element): void, step(back: boolean): void }) => void} use */
function withCards(use) {
  script("assets/formula.js")
    .then(() => use(/** @type {any} */ (window).answerbook.modules.formula))
    .catch(() => {})
}

/** @param {boolean} back to the formula before the one that was shown, else to the next one */
export const step = (back) => withCards((cards) => cards.step(back))

/** @param {Document} page */
export function mount(page) {
  page.addEventListener("click", ({ target }) => {
    const formula = target instanceof Element ? target.closest(FORMULA) : null
    // Who selects text, or follows a link, wants something else.
    if (!formula || formula.closest("a, summary, button") || !page.getSelection()?.isCollapsed) return
    withCards((cards) => cards.show(formula))
  })
}
