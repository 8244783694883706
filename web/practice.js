/** /practice/: recall first, then the book's answer, then a grade; what is due comes back. Nothing leaves the browser. */

import { copy } from "./clipboard.js"
import { element } from "./view.js"
import { withQuestions } from "./practice/book.js"
import { Desk } from "./practice/desk.js"
import { mount as mountExchange } from "./practice/exchange.js"
import { ProgressStore } from "./practice/storage.js"
import { address, asCommand, chosen, interviewDay, needed, plan, selected } from "./practice/plan.js"
import { add, followed, merge, set } from "./practice/progress.js"
import { dateOf, dayOf } from "./practice/schedule.js"
import { FREQUENCIES } from "./practice/words.js"

/** @typedef {import("./practice/plan.js").PracticeIndex} PracticeIndex */
/** @typedef {import("./practice/plan.js").Choice} Choice */
/** @typedef {import("./practice/plan.js").Session} Session */

const DAMAGED = "浏览器里存着的进度读不出来，已经另放在一边，没有删；可以在“进度”里下载它，或导入以前导出的一份"

const root = /** @type {HTMLElement | null} */ (document.getElementById("practice"))
if (root) void withQuestions(root, mount)

/** @param {HTMLElement} place @param {PracticeIndex} index */
function mount(place, index) {
  new PracticePage(place, index).open()
}

/** What is chosen to be practised, and how far the reader is with it. */
class PracticePage {
  /** @param {HTMLElement} place @param {PracticeIndex} index */
  constructor(place, index) {
    this.place = place
    this.index = index
    this.form = /** @type {HTMLFormElement} */ (this.find("[data-choice]"))
    this.start = /** @type {HTMLButtonElement} */ (this.find("[data-start]"))
    this.keeper = new ProgressStore(() => this.show())
    const moved = followed(this.keeper.progress, index.moved)
    if (moved !== this.keeper.progress) this.keeper.progress = moved
    this.showExchange = mountExchange(this.find("[data-progress]"), this.keeper)
    this.desk = new Desk(this.find("[data-desk]"), index, this.keeper, () => this.leave())
    this.given = chosen(new URLSearchParams(location.search))
  }

  /** @param {string} selector */
  find(selector) {
    return /** @type {HTMLElement} */ (this.place.querySelector(selector))
  }

  /** Show what the address says, and listen. */
  open() {
    const { form } = this
    fill(form, this.given, this.index)
    this.fillSettings()
    form.addEventListener("input", (event) => {
      const { name } = /** @type {HTMLInputElement} */ (event.target)
      if (name === "daily" || name === "days") this.keepSettings(name)
      else remember(this.choice())
      this.show()
    })
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      const found = this.planned()
      this.place.classList.add("practice--busy")
      form.hidden = true
      this.desk.start([...found.due, ...found.fresh])
    })
    this.find("[data-command]").addEventListener("click", async () => {
      const done = await copy(asCommand(this.index, this.choice()))
      this.find("[data-copied]").textContent = done ? "命令已复制，在这本书的文件夹里运行" : "浏览器不让复制"
    })
    this.show()
  }

  /** Back from the desk. */
  leave() {
    this.place.classList.remove("practice--busy")
    this.form.hidden = false
    this.show()
    this.start.focus()
  }

  choice() {
    return read(this.form, this.given.ids)
  }

  planned() {
    const wanted = this.choice()
    return plan(selected(this.index, wanted), this.keeper.progress, Date.now(), wanted.from === "ids")
  }

  show() {
    const { keeper } = this
    const found = this.planned()
    const wanted = this.choice()
    this.start.disabled = !found.due.length && !found.fresh.length
    const command = /** @type {HTMLButtonElement} */ (this.find("[data-command]"))
    command.disabled = !found.seen && !found.unseen
    this.find("[data-copied]").textContent = ""
    this.find("[data-plan]").textContent = told(found, keeper.progress, wanted, leftOut(this.index, wanted))
    this.showChoice(wanted)
    this.find("[data-frequencies]").hidden = wanted.from === "ids"
    const trouble = this.find("[data-trouble]")
    trouble.textContent = keeper.trouble ? `${keeper.trouble}，离开前请导出` : keeper.damaged ? DAMAGED : ""
    trouble.hidden = !trouble.textContent
    this.showExchange()
    this.showTopics()
  }

  /** @param {Choice} wanted whose topics, once chosen, leave the room to what begins */
  showChoice({ from, topics }) {
    const list = /** @type {HTMLDetailsElement} */ (this.find("[data-topics]"))
    list.hidden = from !== "topics"
    if (!topics.length) list.open = true
    const names = topics.map((topic) => this.index.topics[topic] ?? topic)
    this.find("[data-topics] summary").textContent = `专题：${names.join("、") || "还没有选"}`
  }

  fillSettings() {
    const { progress } = this.keeper
    const day = interviewDay(progress, Date.now())
    field(this.form, "daily").value = String(progress.daily[0])
    field(this.form, "days").value = day === undefined ? "" : String(day - dayOf(Date.now()))
  }

  /** @param {"daily" | "days"} name */
  keepSettings(name) {
    const now = Date.now()
    const input = field(this.form, name)
    if (!input.validity.valid) return
    const { keeper } = this
    const { progress } = keeper
    if (name === "days")
      keeper.save({
        ...progress,
        interview: set(progress.interview, input.value ? dateOf(dayOf(now) + input.valueAsNumber) : "", now),
      })
    else if (input.value) keeper.save({ ...progress, daily: set(progress.daily, input.valueAsNumber, now) })
  }

  showTopics() {
    const rows = Object.entries(this.index.topics).map(([topic, title]) => {
      const found = plan(this.ofTopic(topic), this.keeper.progress, Date.now())
      return found.seen ? topicRow(title, found, () => this.reset(topic)) : null
    })
    const body = this.find("[data-topics-done] tbody")
    body.replaceChildren(...rows.filter((one) => one !== null))
    this.find("[data-topics-done]").hidden = !body.children.length
  }

  /** @param {string} topic */
  ofTopic(topic) {
    return this.index.questions.filter((question) => question.topic === topic)
  }

  /** Its questions are as if never seen. @param {string} topic */
  reset(topic) {
    const { keeper } = this
    const now = Date.now()
    let after = keeper.progress
    for (const { id } of this.ofTopic(topic))
      if (Object.hasOwn(after.questions, id)) after = add(after, id, { reset: now })
    keeper.save(merge(keeper.progress, after))
  }
}

/**
 * What is due today, and what is still to come.
 * @param {Session} found
 * @param {import("./practice/progress.js").Progress} progress
 * @param {Choice} wanted
 * @param {string} left what of the choice is left out, in brackets
 */
function told(found, progress, wanted, left) {
  const total = found.seen + found.unseen
  if (!total) return `没有这样的题${left}；换一换上面的选择`
  const day = interviewDay(progress, Date.now())
  const today = dayOf(Date.now())
  let text = `选中 ${total} 题${left}，见过 ${found.seen} 题。今天到期 ${found.due.length} 题，新题 ${found.fresh.length} 题。`
  if (!found.due.length && !found.fresh.length && found.next !== undefined)
    text += `下一次到期在 ${dateOf(found.next)}。`
  if (day !== undefined) {
    text += `离面试还有 ${day - today} 天，见过的题都会在那之前再来一次`
    text +=
      found.unseen && wanted.from !== "ids"
        ? `；要把 ${found.unseen} 道新题也都见一遍，每天得练 ${needed(found.unseen, day - today)} 道。`
        : "。"
  }
  return text
}

/**
 * Which questions of the same choice are not selected, for how seldom they are asked.
 * @param {PracticeIndex} index
 * @param {Choice} wanted
 */
function leftOut(index, wanted) {
  const all = selected(index, { ...wanted, frequencies: [...FREQUENCIES] })
  const left = all.filter((question) => !wanted.frequencies.includes(question.frequency))
  if (wanted.from === "ids" || !left.length) return ""
  const kinds = FREQUENCIES.filter((one) => left.some(({ frequency }) => frequency === one))
    .map((one) => `${one}频`)
    .join("、")
  return `（${kinds}的 ${left.length} 题没有选，要练就勾上${kinds}）`
}

/**
 * A topic of which something has been practised.
 * @param {string} title
 * @param {Session} found
 * @param {() => void} reset
 */
function topicRow(title, found, reset) {
  const again = element(
    "button",
    { type: "button", class: "md-button", "aria-label": `${title}：重新开始` },
    "重新开始",
  )
  again.addEventListener("click", () => {
    const asked = `“${title}”的 ${found.seen} 题都当作没见过，从头再来一轮？以前的评分还留着，只是不再用来排日子。`
    if (confirm(asked)) reset()
  })
  const cells = [`${found.seen} / ${found.seen + found.unseen}`, String(found.due.length)].map((text) =>
    element("td", {}, text),
  )
  return element("tr", {}, element("th", { scope: "row" }, title), ...cells, element("td", {}, again))
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function field(form, name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name))
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function checked(form, name) {
  return [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll(`input[name=${name}]`))]
    .filter((one) => one.checked)
    .map((one) => one.value)
}

/**
 * What the form says.
 * @param {HTMLFormElement} form
 * @param {string[]} ids those that the address named
 * @returns {Choice}
 */
function read(form, ids) {
  return {
    from: field(form, "from").value,
    topics: checked(form, "topic"),
    frequencies: checked(form, "frequency"),
    ids,
  }
}

/**
 * The form says what the address says.
 * @param {HTMLFormElement} form
 * @param {Choice} choice
 * @param {PracticeIndex} index
 */
function fill(form, choice, index) {
  const from = field(form, "from")
  if (choice.from === "ids") {
    const option = form.querySelector("option[value=ids]")
    option?.removeAttribute("hidden")
    if (option) option.textContent = `地址里列出的 ${selected(index, choice).length} 题`
  }
  from.value = choice.from
  if (!from.value) from.value = "all"
  for (const name of /** @type {const} */ (["topics", "frequencies"])) {
    for (const input of form.querySelectorAll(`[data-${name}] input`)) {
      const box = /** @type {HTMLInputElement} */ (input)
      box.checked = choice[name].includes(box.value)
    }
  }
}

/** @param {Choice} choice kept in the address, which can be sent to others */
function remember(choice) {
  const here = new URL(location.href)
  here.search = address(choice).toString()
  try {
    history.replaceState(history.state, "", here)
  } catch {
    // From disk some browsers refuse; then the address stays as it was.
  }
}
