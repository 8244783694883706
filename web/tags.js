/** The page of tags: its stylesheet leaves out the questions that are not chosen, what is left is gone through as a list. */

const rows = /** @type {HTMLElement} */ (document.querySelector(".rows"))
const all = [...rows.children]
const { list, listTitle } = rows.dataset

function choose() {
  rows.replaceChildren(...all)
  const choice = document.querySelector(".choice:target")
  const name = choice?.firstChild?.textContent?.trim() ?? ""
  rows.dataset.list = choice ? `tags/#${choice.id}` : list
  rows.dataset.listTitle = choice ? (choice.id.startsWith("tag-") ? `标签：${name}` : name) : listTitle
  if (choice) rows.replaceChildren(...all.filter((row) => row.getClientRects().length))
}

addEventListener("hashchange", choose)
// By then the browser has gone to what the address names.
addEventListener("load", choose)

// A module, whose names are its own.
export {}
