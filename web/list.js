/** Loaded on an answer that was opened from a list: previous, next and what stands beside the page become the list's. */

import { here, onward } from "./lists.js"
import { breakable } from "./phrases.js"
import { typeset } from "./plain.js"
import { url } from "./site.js"
import { element } from "./view.js"

/** @typedef {import("./lists.js").List} List */
/** @typedef {import("./lists.js").Place} Place */

// As many as the page itself would list beside it.
const BESIDE = 40

/**
 * The address of a question, to be gone on from in its list.
 * @param {Place} place
 */
const step = ({ list, at }) => onward(url(`q/${list.questions[at][0]}/`), list.name)

/**
 * @param {Document} page
 * @param {Place} place
 */
function follow(page, { list, at }) {
  const anchor = list.questions[at][2]
  // The address of a pasted post says its rows already.
  const join = list.address.includes("#") ? (anchor.startsWith("row-") ? "&" : "") : "#"
  const home = url(anchor && join ? `${list.address}${join}${anchor}` : list.address)
  // A list may ask several questions that one answer answers.
  const count = `第 ${at + 1} 个答案，共 ${list.questions.length} 个`
  page
    .querySelector(".breadcrumb li:last-child")
    ?.replaceChildren(element("a", { href: home }, list.title), element("span", { class: "count" }, count))
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
  const add = (
    /** @type {number} */ to,
    /** @type {string} */ kind,
    /** @type {string} */ rel,
    /** @type {string} */ said,
  ) => {
    if (list.questions[to])
      nav.append(
        element(
          "a",
          { class: kind, rel, href: step({ list, at: to }) },
          element("small", {}, said),
          " ",
          breakable(element("span", {}, ...typeset(list.questions[to][1]))),
        ),
      )
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
    const link = breakable(
      element("a", { href: step({ list, at: start + i }), class: "md-nav__link" }, ...typeset(text)),
    )
    if (current) link.setAttribute("aria-current", "page")
    return element("li", { class: "md-nav__item" }, link)
  })
  const rest = (/** @type {number} */ count, /** @type {string} */ where) =>
    count
      ? [
          element(
            "li",
            { class: "md-nav__item sidebar-rest" },
            element("a", { href: home, class: "md-nav__link" }, `${where}还有 ${count} 题`),
          ),
        ]
      : []
  const link = title.querySelector("a")
  if (link) Object.assign(link, { href: home, textContent: list.title })
  title.after(...rest(start, "前面"), ...items, ...rest(list.questions.length - end, "后面"))
}

const found = here(document)
if (found) follow(document, found)
