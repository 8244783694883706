/** The parts of an answer as elements, for practice and mock interviews. */

import { url } from "../site.js"
import { element } from "../view.js"

/** @typedef {import("./book.js").Card} Card */
/** @typedef {{ grade: number, name: string, says: Node[] }} Scale says: what the page says of an answer of this grade */

/** What a reader can say of the own answer; the last three are the page's own grades. */
export const GRADES = ["没答上", "及格", "好", "优秀"]

/**
 * HTML of the book's own, made when the site was built.
 * @param {string} html
 */
export function made(html) {
  const template = document.createElement("template")
  template.innerHTML = html
  return template.content
}

/**
 * @param {Card} card
 * @returns {Scale[]} from 1 to 4
 */
export function scale(card) {
  const rows = [...made(card.grading ?? "").querySelectorAll("dl.grades > div")]
  return GRADES.map((name, i) => {
    const row = rows.find((one) => one.querySelector("dt")?.textContent === name)
    // They stand on a button, which holds no links.
    for (const link of row?.querySelectorAll("a") ?? []) link.replaceWith(...link.childNodes)
    return { grade: i + 1, name, says: [...(row?.querySelector("dd")?.childNodes ?? [])] }
  })
}

/**
 * The follow-ups with their answers in a sentence, as the page lists them.
 * @param {Card} card
 * @returns {{ asked: Node[], reply: Node[] }[]}
 */
export function followUps(card) {
  return [...(made(card["follow-ups"] ?? "").querySelector("ul")?.children ?? [])].map((item) => {
    const reply = item.querySelector(".reply")
    reply?.remove()
    return { asked: [...item.childNodes], reply: [...(reply?.childNodes ?? [])] }
  })
}

/**
 * The short answer and what is said aloud.
 * @param {Card} card
 */
export function shown(card) {
  const short = element("section", { class: "short" }, element("h3", {}, "速答"), element("p", {}, card.short))
  const spoken = card.spoken ? element("section", {}, element("h3", {}, "口述"), made(card.spoken)) : null
  return element("div", { class: "body" }, short, spoken)
}

/** @param {string} id */
export function whole(id) {
  return element("a", { href: url(`q/${id}/`), target: "_blank", class: "practice__whole" }, "整个答案（另开一页）")
}
