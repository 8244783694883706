/** Where the places of the book are in the drawer, the header says which page this is, once its title has gone under it. */

import { up } from "./top.js"
import { element } from "./view.js"

/** @param {Document} page */
export function mount(page) {
  const title = page.querySelector("h1")
  const name = page.querySelector(".book-name")
  if (!title || !name) return
  const said = element(
    "button",
    { type: "button", class: "page-title", hidden: "" },
    ...title.cloneNode(true).childNodes,
  )
  // A line ends at them even where it may not wrap.
  for (const place of said.querySelectorAll("wbr")) place.remove()
  said.addEventListener("click", () => up(page))
  name.before(said)
  new IntersectionObserver(
    ([{ isIntersecting, boundingClientRect }]) => (said.hidden = isIntersecting || boundingClientRect.top > 0),
    { rootMargin: `-${name.clientHeight}px 0px 0px` },
  ).observe(title)
}
