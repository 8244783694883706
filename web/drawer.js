/** The drawer of narrow windows: checkbox and stylesheet open and close it; here is where the keyboard goes. */

/** @param {Document} page */
export function mount(page) {
  const toggle = /** @type {HTMLInputElement} */ (page.getElementById("__drawer"))
  const drawer = /** @type {HTMLElement} */ (page.querySelector(".md-sidebar--primary"))
  const close = () => {
    toggle.checked = false
  }
  toggle.addEventListener("change", () => {
    // While it slides in, nothing is to be scrolled for it.
    if (toggle.checked) drawer.querySelector("a")?.focus({ preventScroll: true })
  })
  toggle.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") toggle.click()
  })
  page.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !toggle.checked) return
    close()
    toggle.focus()
  })
  drawer.addEventListener("focusout", ({ relatedTarget }) => {
    // A press on the page beside the drawer goes to the checkbox, which then closes it by itself.
    if (relatedTarget instanceof Node && relatedTarget !== toggle && !drawer.contains(relatedTarget)) close()
  })
  addEventListener("hashchange", close)
  // Whoever comes back to this page finds it as it was left.
  addEventListener("pagehide", close)
}
