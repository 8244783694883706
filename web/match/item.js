/** A row of the list: the question, its answer in short, and behind 换一个 what else it may be. */

import { prefilled } from "../ask.js"
import { breakable } from "../phrases.js"
import { typeset } from "../plain.js"
import { url } from "../site.js"
import { element } from "../view.js"
import { answerOf } from "./given.js"

/** @typedef {import("./rows.js").Row} Row */
/** @typedef {import("./rows.js").Answer} Answer */
/**
 * What the reader does with a row.
 * @typedef {object} Hands
 * @property {(id: string) => void} choose
 * @property {(text: string) => void} write a line for each question; none: the row goes
 * @property {(() => void) | undefined} join with the row before
 */

/**
 * @param {Row} row
 * @param {Hands} hands
 * @param {string} newQuestion address of the form for new questions, "" for none
 * @param {string} id where it stands, for an answer to lead back to
 * @returns {HTMLLIElement}
 */
export function item(row, hands, newQuestion, id) {
  const answer = answerOf(row)
  const parts = row.also.map(({ part, answer }, i) => element("li", { id: `${id}-${i}` }, `${part} → `, link(answer)))
  return element(
    "li",
    { id, class: row.follows ? "match__row match__row--follows" : "match__row" },
    element("p", { class: "match__question" }, row.question),
    answer && link(answer),
    // The reader's own choice is not ours to doubt or to praise.
    answer && answer === row.results[0] ? sureness(row.sure) : null,
    answer && element("p", { class: "match__short", "data-id": answer.id }),
    parts.length ? element("ul", { class: "match__also" }, ...parts) : null,
    row.other ? element("span", { class: "match__other" }, "算法题或计算机基础，不在这本书里") : null,
    !row.chosen && !row.other && newQuestion
      ? element("a", { class: "match__new", href: prefilled(newQuestion, row.question) }, "提交为新问题")
      : null,
    more(row, hands),
  )
}

/** @param {Answer} answer */
const link = ({ url: address, title }) =>
  breakable(element("a", { href: url(address), class: "match__answer" }, ...typeset(title)))

/** @param {boolean} sure */
const sureness = (sure) =>
  element("span", { class: sure ? "match__sure" : "match__sure match__sure--likely" }, sure ? "对得上" : "可能是")

/**
 * @param {Row} row
 * @param {Hands} hands
 */
function more(row, hands) {
  const said = row.results.length ? "换一个" : "改"
  const details = element(
    "details",
    { class: "match__more" },
    element("summary", { "aria-label": `${said}：${row.question}` }, said),
  )
  // Most are never opened.
  details.addEventListener(
    "toggle",
    () => details.children.length < 2 && details.append(choices(row, hands), form(row, hands)),
  )
  return details
}

/**
 * @param {Row} row
 * @param {Hands} hands
 */
function choices(row, hands) {
  const none = { id: "", title: "书里没有这个问题" }
  const buttons = [...row.results, none].map(({ id, title }) => {
    const button = element("button", { type: "button", "aria-pressed": String(id === row.chosen) }, ...typeset(title))
    button.addEventListener("click", () => hands.choose(id))
    return element("li", {}, button)
  })
  return element("ul", { class: "match__choices", "aria-label": "答案" }, ...(row.results.length ? buttons : []))
}

/**
 * @param {Row} row
 * @param {Hands} hands
 */
function form(row, hands) {
  const field = element("textarea", { rows: "2", maxlength: "300", spellcheck: "false" })
  field.value = row.question
  const button = (/** @type {string} */ text, /** @type {() => void} */ press) => {
    const made = element("button", { type: "button" }, text)
    made.addEventListener("click", press)
    return made
  }
  return element(
    "div",
    { class: "match__form" },
    element("label", {}, "题目，换行就拆成几题", field),
    button("改好", () => hands.write(field.value)),
    hands.join && button("并到上一题", hands.join),
    button("删去", () => hands.write("")),
  )
}
