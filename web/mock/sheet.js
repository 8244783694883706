/** The interviewer's sheet: the same questions with follow-ups, grades and room to write, on two pages of paper. */

import { breakable } from "../phrases.js"
import { followUps, scale } from "../practice/answer.js"
import { typeset } from "../plain.js"
import { lasting } from "../site.js"
import { element } from "../view.js"
import { KINDS } from "./draw.js"
import { step } from "./round.js"

/** @typedef {import("./round.js").Asked} Asked */
/** @typedef {import("./round.js").Interview} Interview */

// What stands on the first page; the chain and the code, which need more room, on the second.
const FIRST = 3
// Millimetres of A4 within margins of 10, and a little less: browsers round.
const WIDTH = 190
const HEIGHT = 274
const SIZES = [9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6]

/**
 * @param {HTMLElement} place
 * @param {Interview} interview
 */
export function show(place, interview) {
  const print = element("button", { type: "button", class: "md-button md-button--primary" }, "打印（两页 A4）")
  print.addEventListener("click", () => window.print())
  const sections = interview.rows.map(question)
  const pages = [sections.slice(0, FIRST), sections.slice(FIRST)].map((some) =>
    element("div", { class: "sheet__page" }, ...some),
  )
  pages[0].prepend(head(interview))
  place.replaceChildren(element("p", { class: "sheet__do" }, print), ...pages)
  place.hidden = false
  for (const page of pages) fit(page)
}

/** @param {Interview} interview */
function head({ job, link }) {
  return element(
    "header",
    {},
    element("h2", {}, `面试题纸：${job}`),
    element("p", {}, link),
    element(
      "p",
      {},
      ...["候选人", "面试官", "日期", "总评"].map((name) => element("span", { class: "sheet__line" }, name)),
    ),
  )
}

/**
 * @param {Asked} row
 * @param {number} i
 */
function question(row, i) {
  const { drawn, title, cards } = row
  const { name, minutes } = KINDS[drawn.kind]
  const chain = drawn.steps.map((_, at) => step(row, at))
  const list = (chain.length ? chain : followUps(cards[0])).map(({ asked, reply }) =>
    element("li", {}, ...asked, " ", element("span", { class: "sheet__reply" }, ...reply)),
  )
  const rows = scale(cards[0])
    .filter(({ says }) => says.length)
    .map(({ name, says }) => element("div", {}, element("dt", {}, name), element("dd", {}, ...says)))
  return element(
    "section",
    { class: "sheet__question" },
    element(
      "h3",
      {},
      breakable(element("span", {}, `${i + 1}. `, ...typeset(title))),
      element("small", {}, `${name}，${minutes} 分钟；${lasting(`q/${drawn.id}/`).replace(/^https?:\/\//, "")}`),
    ),
    element("p", {}, element("strong", {}, "速答 "), ...typeset(cards[0].short)),
    list.length ? element("ol", { "aria-label": "追问" }, ...list) : null,
    element("dl", {}, ...rows),
    element("div", { class: "sheet__room" }),
  )
}

/**
 * The largest letters with which a page still fits on paper, with room to write. Measured as it will be printed, whatever
 * the screen is like.
 * @param {HTMLElement} page
 */
function fit(page) {
  page.classList.add("sheet__page--measured")
  page.style.width = `${WIDTH}mm`
  const millimetre = page.getBoundingClientRect().width / WIDTH
  for (const size of SIZES) {
    page.style.setProperty("--sheet-size", `${size}pt`)
    if (page.getBoundingClientRect().height <= HEIGHT * millimetre) break
  }
  page.style.width = ""
  page.classList.remove("sheet__page--measured")
}
