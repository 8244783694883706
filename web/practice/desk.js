/** One question after the other: first the reader's own answer, then the book's, then the grade. */

import { breakable } from "../phrases.js"
import { typeset } from "../plain.js"
import { element } from "../view.js"
import { asked, grades, onKeys, shown, whole } from "./answer.js"
import { card } from "./book.js"
import { LONGEST_TEXT, add, of } from "./progress.js"
import { calendarDay, dateOf, dayOf, due, state } from "./schedule.js"
import { interviewDay } from "./plan.js"

/** @typedef {import("./plan.js").PracticeIndex} PracticeIndex */
/** @typedef {import("./plan.js").Question} Question */
/** @typedef {import("./storage.js").ProgressStore} ProgressStore */

export class Desk {
  /**
   * @param {HTMLElement} place
   * @param {PracticeIndex} index
   * @param {ProgressStore} keeper
   * @param {() => void} ended the reader stops, or has nothing left
   */
  constructor(place, index, keeper, ended) {
    this.place = place
    this.index = index
    this.keeper = keeper
    this.ended = ended
    this.questions = new Map(index.questions.map((question) => [question.id, question]))
    /** @type {string[]} */
    this.queue = []
    this.done = 0
    /** @type {{ id: string, time: number, name: string } | undefined} */
    this.last = undefined
    this.open = false
    onKeys(
      place,
      () => this.queue.length > 0 && !this.open,
      () => void this.reveal(),
    )
  }

  /** @param {string[]} ids what is to be practised now */
  start(ids) {
    this.queue = [...ids]
    this.done = 0
    this.last = undefined
    this.place.hidden = false
    this.show()
  }

  /** The next question, without its answer and without what was written to it before. */
  show() {
    this.open = false
    const question = this.questions.get(this.queue[0])
    if (!question) return this.finish()
    // The answer is under way while the reader thinks.
    card(question.id).catch(() => {})
    const title = breakable(element("h2", { tabindex: "-1" }, ...typeset(question.title)))
    const where = `第 ${this.done + 1} 题，还有 ${this.queue.length - 1} 题；${this.index.topics[question.topic]}，${question.level}，${question.frequency}频`
    this.written = element("textarea", {
      rows: "4",
      maxlength: String(LONGEST_TEXT),
      placeholder: "说出声来，或者写几个要点；也可以只在心里想",
    })
    const reveal = element("button", { type: "button", class: "md-button md-button--primary" }, "想好了，看答案")
    reveal.addEventListener("click", () => void this.reveal())
    this.status = element("p", { role: "status" })
    this.answer = element("div")
    this.think = element(
      "div",
      {},
      element("p", {}, reveal, " ", element("span", { class: "practice__key" }, "空格键")),
    )
    this.place.replaceChildren(
      this.head(where),
      title,
      element("label", {}, "先想一想", this.written),
      this.think,
      this.status,
      this.answer,
    )
    title.focus()
  }

  /** @param {string} where */
  head(where) {
    const stop = element("button", { type: "button", class: "md-button" }, "停下")
    stop.addEventListener("click", () => this.stop())
    const undo = element("button", { type: "button", class: "md-button" }, "刚才评错了")
    undo.addEventListener("click", () => this.undo())
    const said = this.last ? element("p", { class: "practice__last" }, this.last.name, " ", undo) : null
    return element("div", {}, said, element("p", { class: "practice__where" }, element("span", {}, where), " ", stop))
  }

  async reveal() {
    const id = this.queue[0]
    if (this.open || !id) return
    this.open = true
    let found
    try {
      found = await card(id)
    } catch {
      this.open = false
      this.say("没有取到这一题的答案，请检查网络后再试")
      return
    }
    if (this.queue[0] !== id) return
    const before = of(this.keeper.progress, id).written
    this.keep(id)
    this.think?.remove()
    this.say("")
    this.written?.setAttribute("readonly", "")
    // What was only thought needs no place between the question and its answer.
    if (!this.written?.value.trim()) this.written?.parentElement?.remove()
    const heading = element("h3", { tabindex: "-1", class: "offscreen" }, "答案")
    const scale = grades(
      found,
      (grade) => later(this.days(id, grade)),
      (grade, name) => this.grade(grade, name),
    )
    const parts = [earlier(before), shown(found), asked(found), whole(id), ...scale]
    this.answer?.replaceChildren(heading, ...parts.filter((one) => one !== null))
    heading.focus({ preventScroll: true })
  }

  /** @param {string} id what was written to it is kept */
  keep(id) {
    const text = this.written?.value.trim()
    if (text) this.keeper.save(add(this.keeper.progress, id, { written: [[Date.now(), text]] }))
  }

  /**
   * How many days until it comes back, if it is given this grade now.
   * @param {string} id
   * @param {number} grade
   */
  days(id, grade) {
    const now = Date.now()
    const graded = state(of(add(this.keeper.progress, id, { grades: [[now, grade]] }), id), now)
    return graded ? due(id, graded, interviewDay(this.keeper.progress, now)) - dayOf(now) : 0
  }

  /**
   * @param {number} grade
   * @param {string} name
   */
  grade(grade, name) {
    const [id] = this.queue
    const days = this.days(id, grade)
    const time = Date.now()
    this.queue.shift()
    // What was not known is asked once more before the end.
    if (grade === 1) this.queue.push(id)
    this.done++
    this.last = { id, time, name: grade === 1 ? `${name}：今天末尾再问一次` : `${name}：${later(days).join("")}再来` }
    this.keeper.save(add(this.keeper.progress, id, { grades: [[time, grade]] }))
    this.show()
  }

  /** The last grade was a slip: the question comes again. */
  undo() {
    if (!this.last) return
    const { id, time } = this.last
    this.keeper.save(add(this.keeper.progress, id, { grades: [[time, 0]] }))
    this.queue = [id, ...this.queue.filter((one) => one !== id)]
    this.done--
    this.last = undefined
    this.show()
  }

  finish() {
    const title = element("h2", { tabindex: "-1" }, this.done ? `练完了，共 ${this.done} 次` : "今天没有要练的")
    const back = element("button", { type: "button", class: "md-button md-button--primary" }, "回到选题")
    back.addEventListener("click", () => this.stop())
    this.place.replaceChildren(this.last ? this.head("") : "", title, element("p", {}, back))
    this.place.querySelector(".practice__where")?.remove()
    title.focus()
  }

  stop() {
    this.queue = []
    this.open = false
    this.place.hidden = true
    this.place.replaceChildren()
    this.ended()
  }

  /** @param {string} text */
  say(text) {
    if (this.status) this.status.textContent = text
  }
}

/**
 * @param {number} days
 * @returns {[soon: string, date: string]}
 */
function later(days) {
  if (days <= 0) return ["今天", ""]
  const day = dayOf(Date.now()) + days
  const [, month, date] = dateOf(day).split("-").map(Number)
  // After midnight the reader's day is still yesterday's, but the calendar's is not.
  const left = day - calendarDay(Date.now())
  if (left < 2) return [left ? "明天" : "今天早上 4 点以后", ""]
  return [`${left} 天后`, `（${month} 月 ${date} 日）`]
}

/** @param {[number, string][]} written */
function earlier(written) {
  if (!written.length) return null
  const items = [...written]
    .reverse()
    .map(([time, text]) => element("li", {}, element("time", {}, dateOf(dayOf(time))), element("p", {}, text)))
  return element(
    "details",
    { class: "practice__earlier" },
    element("summary", {}, `以前写的（${written.length} 次）`),
    element("ul", {}, ...items),
  )
}
