/**
 * The menu “分享” of an answer: opened, it has copied the link already; it closes beside itself. What it does is loaded
 * when it opens, and a press waits for it.
 */

import { script } from "./site.js"
import { answerOn } from "./view.js"

const SHARE = "assets/share.js"

/** @param {Document} page */
export function mount(page) {
  const menu = /** @type {HTMLDetailsElement | null} */ (page.querySelector(".share"))
  if (!menu) return
  const share = () => script(SHARE).then(() => /** @type {any} */ (window).answerbook.modules.share)
  menu.addEventListener(
    "toggle",
    () =>
      menu.open &&
      share().then(
        (loaded) => loaded.open(menu),
        () => {},
      ),
  )
  // “答案有误” stands beside it, and copies, too, where it leads nowhere.
  menu.parentElement?.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-share]") : null
    // A page from disk may not fetch: there the link is followed.
    if (!(button instanceof HTMLElement) || (button.matches("a") && location.protocol === "file:")) return
    event.preventDefault()
    share()
      .then((loaded) => loaded.give(button))
      .catch(() => answerOn(button, "没有取到，请检查网络"))
  })
  page.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false
  })
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return
    menu.open = false
    menu.querySelector("summary")?.focus()
  })
}
