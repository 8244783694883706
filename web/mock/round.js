/** A mock interview as it goes on: question, clock and notes, then the book's answer and the reader's grade; at the end a report. */

import { copy } from "../clipboard.js"
import { download } from "../download.js"
import { asked, followUps, grades, onKeys, page, shown, whole } from "../practice/answer.js"
import { breakable } from "../phrases.js"
import { typeset } from "../plain.js"
import { card } from "../practice/book.js"
import { LONGEST_TEXT } from "../practice/progress.js"
import { lasting } from "../site.js"
import { element } from "../view.js"
import { KINDS } from "./draw.js"
import { duration, markdown } from "./report.js"

/** @typedef {import("./draw.js").Drawn} Drawn */
/** @typedef {import("./report.js").Given} Given */
/** notes, seconds: of the question that is being answered
 * @typedef {{ notes: string, seconds: number }} Draft */
/** @typedef {{ drawn: Drawn, title: string, cards: import("../practice/book.js").Card[] }} Asked cards: its own, then those of the answers its chain goes through */
/** @typedef {{ job: string, link: string, rows: Asked[] }} Interview */

/** @type {Draft} */
export const NO_DRAFT = { notes: "", seconds: 0 }

export class Round {
  /**
   * @param {HTMLElement} place
   * @param {(id: string, grade: number, notes: string) => void} graded
   * @param {(given: Given[], draft: Draft) => void} kept called whenever something was answered or written, so that a reload loses nothing
   * @param {(done: boolean) => void} ended
   */
  constructor(place, graded, kept, ended) {
    this.place = place
    this.graded = graded
    this.kept = kept
    this.ended = ended
    /** @type {Given[]} */
    this.given = []
    this.began = 0
    this.open = false
    onKeys(
      place,
      () => this.began > 0 && !this.open,
      () => this.reveal(),
    )
    setInterval(() => this.tick(), 1000)
  }

  /**
   * @param {Interview} interview
   * @param {Given[]} given what was answered before
   * @param {Draft} draft and written since
   */
  start(interview, given, draft) {
    this.interview = interview
    this.given = [...given]
    this.place.hidden = false
    this.show(draft)
  }

  get row() {
    return this.interview?.rows[this.given.length]
  }

  show(draft = NO_DRAFT) {
    const { row } = this
    if (!row) return this.finish()
    const { name, minutes } = KINDS[row.drawn.kind]
    this.open = false
    this.began = Date.now() - draft.seconds * 1000
    this.clock = element("span", { role: "timer" }, "0 秒")
    const title = breakable(element("h2", { tabindex: "-1" }, ...typeset(row.title)))
    this.notes = element("textarea", {
      rows: "6",
      maxlength: String(LONGEST_TEXT),
      placeholder: "说出声来；要点、公式、代码可以写在这里，会进报告",
    })
    this.notes.value = draft.notes
    this.notes.addEventListener("input", () =>
      this.kept(this.given, { notes: this.notes?.value ?? "", seconds: this.seconds }),
    )
    const reveal = button("答完了，看答案", () => this.reveal(), true)
    this.think = element("p", { class: "practice__tools" }, reveal)
    this.answer = element("div")
    const where = element("span", {}, `第 ${this.given.length + 1} 题，共 ${this.interview?.rows.length} 题：${name}`)
    const time = element("span", {}, this.clock, `，建议 ${minutes} 分钟以内`)
    this.steps = element("ol", { class: "practice__steps", "aria-live": "polite" })
    this.steps.hidden = true
    this.place.replaceChildren(
      element(
        "p",
        { class: "practice__where" },
        where,
        time,
        " ",
        button("停下", () => this.pause()),
      ),
      title,
      this.steps,
      element("label", {}, "笔记", this.notes),
      this.think,
      this.answer,
    )
    if (row.drawn.steps.length) this.think.prepend(this.next(row))
    title.focus()
  }

  /**
   * The button that asks the next follow-up of the chain.
   * @param {Asked} row
   */
  next(row) {
    const button = element("button", { type: "button", class: "md-button" }, "答完了，听追问")
    button.addEventListener("click", () => {
      const at = this.steps?.children.length ?? 0
      this.steps?.append(element("li", {}, ...step(row, at).asked))
      if (this.steps) this.steps.hidden = false
      if (at + 1 < row.drawn.steps.length) return
      this.notes?.focus()
      button.remove()
    })
    return button
  }

  tick() {
    if (this.began && !this.open && this.clock) this.clock.textContent = duration(this.seconds)
  }

  get seconds() {
    return Math.max(0, Math.round((Date.now() - this.began) / 1000))
  }

  reveal() {
    const { row } = this
    if (this.open || !row) return
    this.tick()
    const took = this.seconds
    this.open = true
    this.think?.remove()
    const [found] = row.cards
    const heading = element("h3", { tabindex: "-1", class: "offscreen" }, "答案")
    const { steps } = row.drawn
    const scale = grades(found, undefined, (grade) => this.grade(grade, took))
    const parts = [heading, shown(found), steps.length ? chain(row) : asked(found), whole(row.drawn.id), ...scale]
    this.answer?.replaceChildren(...parts.filter((one) => one !== null))
    if (this.steps) this.steps.hidden = true
    heading.focus({ preventScroll: true })
  }

  /**
   * @param {number} grade
   * @param {number} seconds
   */
  grade(grade, seconds) {
    const notes = this.notes?.value ?? ""
    const id = this.row?.drawn.id ?? ""
    this.given.push({ seconds, notes, grade })
    this.graded(id, grade, notes)
    this.kept(this.given, NO_DRAFT)
    this.show()
  }

  finish() {
    this.began = 0
    const { interview } = this
    if (!interview) return
    const date = new Date()
    const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
      .map((one) => String(one).padStart(2, "0"))
      .join("-")
    const rows = interview.rows.map(({ drawn, title, cards }, i) => ({
      drawn,
      title,
      followUps: drawn.steps.map((_, at) => words(step({ drawn, title, cards }, at).asked)),
      link: lasting(`q/${drawn.id}/`),
      given: this.given[i],
    }))
    const report = markdown({ job: interview.job, date: day, link: interview.link, rows })
    const title = element("h2", { tabindex: "-1" }, "面试结束")
    const said = element("p", { role: "status" }, "")
    const text = element("textarea", { rows: "16", readonly: "", "aria-label": "报告" }, report)
    const save = button("下载报告", () => download(report, `模拟面试-${day}.md`), true)
    const give = button(
      "复制报告",
      async () => (said.textContent = (await copy(report)) ? "已复制" : "没能复制；请在上面选中后自己复制"),
    )
    const back = button("再来一套", () => this.stop())
    this.place.replaceChildren(
      title,
      element("p", {}, "报告是 Markdown，只在这一页里；自评也记进了“练习”的进度，到日子会再来。"),
      text,
      element("p", { class: "practice__tools" }, save, give, back),
      said,
    )
    title.focus()
  }

  /** Out of the interview, into which the reader may come back. */
  pause() {
    const notes = this.notes?.value ?? ""
    this.kept(this.given, notes ? { notes, seconds: this.seconds } : NO_DRAFT)
    this.clear(false)
  }

  stop() {
    this.given = []
    this.kept([], NO_DRAFT)
    this.clear(true)
  }

  /** @param {boolean} done */
  clear(done) {
    this.began = 0
    this.place.hidden = true
    this.place.replaceChildren()
    this.ended(done)
  }
}

/**
 * A follow-up of a chain: how it is asked, and its answer in a sentence.
 * @param {Asked} row
 * @param {number} at
 */
export function step({ drawn, cards }, at) {
  const item = followUps(cards[at])[drawn.steps[at].place]
  const asked = item.asked.flatMap((node) => (node instanceof HTMLAnchorElement ? [...node.childNodes] : [node]))
  return { asked, reply: item.reply }
}

/** @param {Asked} row */
function chain(row) {
  const items = row.drawn.steps.map(({ id }, at) => {
    const { asked, reply } = step(row, at)
    return element(
      "li",
      {},
      ...asked,
      element("div", { class: "reply" }, ...reply, id ? " " : null, id ? page(id) : null),
    )
  })
  return element("section", {}, element("h3", {}, "连着的追问"), element("ol", { class: "practice__steps" }, ...items))
}

/**
 * Nodes as the words in them; a formula as its TeX.
 * @param {Node[]} nodes
 */
function words(nodes) {
  const place = element("div", {}, ...nodes.map((node) => node.cloneNode(true)))
  for (const formula of place.querySelectorAll("mjx-container"))
    formula.replaceWith(`$${formula.getAttribute("data-tex")}$`)
  return place.textContent?.replace(/\s+/g, " ").trim() ?? ""
}

/**
 * @param {string} text
 * @param {() => void} act
 * @param {boolean} [primary]
 */
function button(text, act, primary = false) {
  const made = element(
    "button",
    { type: "button", class: primary ? "md-button md-button--primary" : "md-button" },
    text,
  )
  made.addEventListener("click", act)
  return made
}

/** @param {Drawn} drawn @returns {Promise<import("../practice/book.js").Card[]>} */
export const cardsOf = (drawn) => Promise.all([drawn.id, ...drawn.steps.slice(0, -1).map(({ id }) => id)].map(card))
