/** Leaves of a long page the rows that hold what the reader types; a row that an address leads to is always there. */

/** @param {string} text as it is compared: one case, one width */
const folded = (text) => text.normalize("NFKC").toLowerCase()

const place = /** @type {HTMLElement} */ (document.querySelector("[data-filter]"))
const input = /** @type {HTMLInputElement} */ (place.querySelector("input"))
const said = /** @type {HTMLElement} */ (place.querySelector("[role=status]"))
const rows = [...document.querySelectorAll("[data-row]")].map((row) => {
  const element = /** @type {HTMLElement} */ (row)
  return { element, text: folded(`${element.id} ${element.textContent}`) }
})
const groups = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-group]"))

function look() {
  const words = folded(input.value).split(/\s+/).filter(Boolean)
  let shown = 0
  for (const { element, text } of rows) {
    element.hidden = !words.every((word) => text.includes(word))
    shown += Number(!element.hidden)
  }
  for (const group of groups) group.hidden = !group.querySelector("[data-row]:not([hidden])")
  said.textContent = words.length ? `${shown} ${place.dataset.filter}` : ""
}

input.addEventListener("input", look)
addEventListener("hashchange", () => {
  if (!input.value) return
  input.value = ""
  look()
})
// What the browser filled in again when the reader came back.
if (input.value) look()

export {}
