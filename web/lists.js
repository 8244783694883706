/**
 * Lists that readers go through question by question: a route, a collection, a pasted post, what is due for practice.
 *
 * The answers that an element with `data-list` and `data-list-title` leads to are such a list. Its name is the address at
 * which it stands, from the site's root; where that has to say more than a name, it is in `data-list-address`.
 * Whoever opens an answer from there goes on in it: previous, next and the list beside the page are the list's. The
 * lists themselves stay in the reader's storage; which one an answer was opened from is in the state of its page.
 */

import { root, script, strip, url } from "./site.js"
import * as store from "./store.js"

/**
 * @typedef {{ name: string, title: string, address: string, questions: [id: string, title: string, anchor: string][] }} List
 * anchor is where a question stands on the page of the list
 */
/** @typedef {{ list: List, at: number }} Place a question of a list */

const LISTS = "lists"
const PARAMETER = "list"
const ANSWER = /\/q\/([\w-]+)\//
// More are not gone through at once, and storage is small.
const KEPT = 5

/** @param {Document} page */
export function mount(page) {
  for (const kind of /** @type {const} */ (["click", "auxclick", "contextmenu"]))
    page.addEventListener(kind, ({ target }) => leave(target))
  // A list that does not come leaves the answer in its topic.
  if (name()) script("assets/list.js").catch(() => {})
}

/** @returns {unknown} the name of the list that this page was opened from */
function name() {
  const given = new URLSearchParams(location.search).get(PARAMETER)
  if (given) strip(PARAMETER, { ...history.state, [PARAMETER]: given })
  return given ?? history.state?.[PARAMETER]
}

/**
 * The question of this page in the list that it was opened from.
 * @param {Document} page
 * @returns {Place | undefined}
 */
export function here(page) {
  const wanted = name()
  const list = kept().find((one) => one.name === wanted)
  const id = page.getElementById("main")?.dataset.question
  const at = list ? list.questions.findIndex((question) => question[0] === id) : -1
  return list && at >= 0 ? { list, at } : undefined
}

/** @param {EventTarget | null} target what was pressed: if it leads from a list to an answer, the list goes along */
function leave(target) {
  const link = target instanceof Element ? target.closest("a") : null
  const shown = link?.closest("[data-list]")
  if (!link || !ANSWER.test(link.pathname) || !(shown instanceof HTMLElement)) return
  const list = listed(shown)
  store.write(LISTS, [list, ...kept().filter(({ name }) => name !== list.name)].slice(0, KEPT))
  const address = link.href
  link.href = onward(address, list.name)
  // The address of the link itself stays what it was: browsers know by it what was visited.
  setTimeout(() => (link.href = address))
}

/**
 * @param {string} address of an answer
 * @param {string} name of the list that is gone on in there
 */
export function onward(address, name) {
  const next = new URL(address)
  next.searchParams.set(PARAMETER, name)
  return next.href
}

/**
 * @param {HTMLElement} shown
 * @returns {List} each question once, where it stands first
 */
function listed(shown) {
  /** @type {Map<string, [string, string, string]>} */
  const questions = new Map()
  for (const link of shown.querySelectorAll("a")) {
    const id = ANSWER.exec(link.pathname)?.[1]
    if (id && !questions.has(id)) questions.set(id, [id, link.textContent?.trim() ?? "", link.closest("li")?.id ?? ""])
  }
  const { list = "", listTitle = "", listAddress = list } = shown.dataset
  return { name: list, title: listTitle, address: listAddress, questions: [...questions.values()] }
}

/** @returns {List[]} the latest first; storage may hold anything */
function kept() {
  return store.read(LISTS, /** @type {List[]} */ ([])).filter((list) => {
    const texts = [list?.name, list?.title, list?.address]
    const questions =
      Array.isArray(list?.questions) &&
      list.questions.every((one) => Array.isArray(one) && one.length === 3 && one.every(isText))
    return texts.every(isText) && questions && url(list.address).startsWith(root.href)
  })
}

/** @param {unknown} value */
const isText = (value) => typeof value === "string"
