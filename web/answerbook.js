/** The script of every page: it waits for the reader to search and loads the rest then. */

import { forget, script } from "./site.js"
import { kit } from "./kit.js"
import * as code from "./code.js"
import * as contents from "./contents.js"
import * as drawer from "./drawer.js"
import * as figures from "./figures.js"
import * as formulas from "./formulas.js"
import * as header from "./header.js"
import * as lists from "./lists.js"
import * as menu from "./menu.js"
import * as night from "./night.js"
import * as palette from "./palette.js"
import * as reading from "./reading.js"
import * as selection from "./selection.js"
import * as title from "./title.js"
import * as top from "./top.js"

/**
 * @typedef {import("./search/engine.js").Result} Result
 * @typedef {{ search: typeof import("./search.js").search, open: typeof import("./search.js").open }} SearchModule
 */

const SEARCH = "assets/search.js"

/** @type {Promise<SearchModule> | undefined} */
let loading

/** @returns {Promise<SearchModule>} */
function searchModule() {
  loading ??= script(SEARCH).then(() => {
    const module = /** @type {any} */ (window).answerbook.modules.search
    if (module) return module
    forget(SEARCH)
    throw new Error(`${SEARCH} 不是要的内容`)
  })
  loading.catch(() => (loading = undefined))
  return loading
}

/**
 * The book's programming interface, on every page.
 *
 * `search(query, {limit, topic})` resolves to `[{id, title, url, score, …}]`, best first; `url` is relative to the
 * site's root. The search box uses nothing else.
 */
const answerbook = {
  /** @type {Record<string, unknown>} */
  modules: {},
  // For scripts of single pages.
  kit,
  /**
   * @param {string} query
   * @param {{ limit?: number, topic?: string }} [options]
   * @returns {Promise<Result[]>}
   */
  search: (query, options) => searchModule().then((module) => module.search(query, options)),
}
Object.assign(window, { answerbook })

header.mount(searchModule)
code.mount(document)
formulas.mount(document)
figures.mount(document)
selection.mount(document)
menu.mount(document)
document.querySelector("[data-print]")?.addEventListener("click", () => print())
palette.mount(document)
drawer.mount(document)
lists.mount(document)
contents.mount(document)
title.mount(document)
top.mount(document)
night.mount(document)
reading.mount(document)
const cite = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a[data-cite]"))
// Where the script does not come, the link leads to the page that says how to cite.
cite?.addEventListener(
  "click",
  (event) => {
    event.preventDefault()
    script("assets/cite.js").catch(() => location.assign(cite.href))
  },
  { once: true },
)
const match = document.getElementById("match")
if (match) script("assets/match.js").catch(() => say(match, "没有加载成功，请检查网络，再刷新这一页"))

/**
 * @param {HTMLElement} place
 * @param {string} text
 */
function say(place, text) {
  const status = place.querySelector("[role=status]")
  if (status) status.textContent = text
}
