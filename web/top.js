/** The way back to the beginning: offered to who scrolls up. */

/** @param {Document} page */
export function mount(page) {
  const button = /** @type {HTMLElement} */ (page.querySelector(".md-top"))
  let last = 0
  addEventListener(
    "scroll",
    () => {
      button.hidden = scrollY >= last || scrollY <= 0
      last = scrollY
    },
    { passive: true },
  )
  addEventListener("hashchange", () => {
    // A jump is no scrolling up.
    button.hidden = true
    last = 0
  })
  button.addEventListener("click", () => up(page))
}

/** @param {Document} page */
export function up(page) {
  scrollTo(0, 0)
  // The keyboard goes on from there, too.
  page.getElementById("main")?.focus({ preventScroll: true })
}
