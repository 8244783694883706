/** Figures open large: a press on the drawing, or the button below it, loads what that takes. */

import { script } from "./site.js"
import { element } from "./view.js"

/** @param {Document} page */
export function mount(page) {
  for (const figure of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("figure:has(.drawing)"))) {
    const button = element("button", { type: "button", class: "enlarge" }, "放大")
    figure.append(button)
    figure.addEventListener("click", ({ target }) => {
      if (target !== button && !(target instanceof Element && target.closest(".drawing"))) return
      script("assets/enlarge.js")
        .then(() => /** @type {any} */ (window).answerbook.modules.enlarge.show(figure, button))
        .catch(() => {})
    })
  }
}
