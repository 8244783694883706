/**
 * Lists that readers go through question by question: a route, a collection, a pasted post, what is due for practice.
 *
 * The answers that an element with `data-list` and `data-list-title` leads to are such a list. Its name is the address at
 * which it stands, from the site's root; where that has to say more than a name, it is in `data-list-address`.
 * Whoever opens an answer from there goes on in it: previous, next and the list beside the page are the list's. The
 * lists themselves stay in the reader's storage; which one an answer was opened from is in the state of its page.
 */

import { root, strip, url } from "./site.js"
import * as store from "./store.js"
import { element } from "./view.js"

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
// As many as the page itself would list beside it.
const BESIDE = 40

/** @param {Document} page */
export function mount(page) {
  for (const kind of /** @type {const} */ (["click", "auxclick", "contextmenu"])) page.addEventListener(kind, ({ target }) => leave(target))
  const place = here(page)
  if (place) follow(page, place)
}

/**
 * The question of this page in the list that it was opened from.
 * @param {Document} page
 * @returns {Place | undefined}
 */
export function here(page) {
  const given = new URLSearchParams(location.search).get(PARAMETER)
  if (given) strip(PARAMETER, { ...history.state, [PARAMETER]: given })
  /** @type {unknown} */
  const name = given ?? history.state?.[PARAMETER]
  const list = kept().find((one) => one.name === name)
  const id = page.getElementById("main")?.dataset.question
  const at = list ? list.questions.findIndex((question) => question[0] === id) : -1
  return list && at >= 0 ? { list, at } : undefined
}

/**
 * The address of a question, to be gone on from in its list.
 * @param {Place} place
 */
export const step = ({ list, at }) => onward(url(`q/${list.questions[at][0]}/`), list.name)

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
 * @param {string} address
 * @param {string} name
 */
function onward(address, name) {
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
    const questions = Array.isArray(list?.questions) && list.questions.every((one) => Array.isArray(one) && one.length === 3 && one.every(isText))
    return texts.every(isText) && questions && url(list.address).startsWith(root.href)
  })
}

/** @param {unknown} value */
const isText = (value) => typeof value === "string"

/**
 * @param {Document} page
 * @param {Place} place
 */
function follow(page, { list, at }) {
  const anchor = list.questions[at][2]
  const home = url(list.address.includes("#") || !anchor ? list.address : `${list.address}#${anchor}`)
  const count = `第 ${at + 1} 题，共 ${list.questions.length} 题`
  page.querySelector(".breadcrumb li:last-child")?.replaceChildren(element("a", { href: home }, list.title), element("span", { class: "count" }, count))
  page.querySelector(".answer-foot .neighbours")?.remove()
  page.querySelector(".answer-foot")?.append(neighbours(list, at))
  beside(page, list, at, home)
}

/**
 * @param {List} list
 * @param {number} at
 */
function neighbours(list, at) {
  const nav = element("nav", { class: "neighbours", "aria-label": `${list.title}：前后两题` })
  const add = (/** @type {number} */ to, /** @type {string} */ kind, /** @type {string} */ rel, /** @type {string} */ said) => {
    if (list.questions[to]) nav.append(element("a", { class: kind, rel, href: step({ list, at: to }) }, element("small", {}, said), ` ${list.questions[to][1]}`))
  }
  add(at - 1, "previous", "prev", "上一题")
  add(at + 1, "next", "next", "下一题")
  return nav
}

/**
 * The list beside the page, around this question.
 * @param {Document} page
 * @param {List} list
 * @param {number} at
 * @param {string} home
 */
function beside(page, list, at, home) {
  const start = Math.max(0, Math.min(at - BESIDE / 2, list.questions.length - BESIDE))
  const end = Math.min(start + BESIDE, list.questions.length)
  const title = /** @type {Element} */ (page.querySelector(".sidebar-title"))
  for (const other of page.querySelectorAll(".sidebar-title ~ .md-nav__item")) other.remove()
  const items = list.questions.slice(start, end).map(([, text], i) => {
    const current = start + i === at
    const link = element("a", { href: step({ list, at: start + i }), class: "md-nav__link" }, text)
    if (current) link.setAttribute("aria-current", "page")
    return element("li", { class: "md-nav__item" }, link)
  })
  const rest = (/** @type {number} */ count, /** @type {string} */ where) =>
    count ? [element("li", { class: "md-nav__item sidebar-rest" }, element("a", { href: home, class: "md-nav__link" }, `${where}还有 ${count} 题`))] : []
  const link = title.querySelector("a")
  if (link) Object.assign(link, { href: home, textContent: list.title })
  title.after(...rest(start, "前面"), ...items, ...rest(list.questions.length - end, "后面"))
}
