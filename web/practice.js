/** /practice/: recall first, then the book's answer, then a grade; what is due comes back. Nothing leaves the browser. */

import { copy } from "./clipboard.js"
import { element } from "./view.js"
import { withQuestions } from "./practice/book.js"
import { Desk } from "./practice/desk.js"
import { mount as mountExchange } from "./practice/exchange.js"
import { ProgressStore } from "./practice/storage.js"
import { address, asCommand, chosen, interviewDay, needed, plan, selected } from "./practice/plan.js"
import { add, followed, merge } from "./practice/progress.js"
import { dateOf, dayOf } from "./practice/schedule.js"
import { FREQUENCIES } from "./practice/words.js"

/** @typedef {import("./practice/plan.js").PracticeIndex} PracticeIndex */
/** @typedef {import("./practice/plan.js").Choice} Choice */

const root = /** @type {HTMLElement | null} */ (document.getElementById("practice"))
if (root) void withQuestions(root, mount)

/** @param {HTMLElement} place @param {PracticeIndex} index */
function mount(place, index) {
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (place.querySelector(selector))
  const form = /** @type {HTMLFormElement} */ (find("[data-choice]"))
  const said = find("[data-plan]")
  const start = /** @type {HTMLButtonElement} */ (find("[data-start]"))
  const keeper = new ProgressStore(() => show())
  const moved = followed(keeper.progress, index.moved)
  if (moved !== keeper.progress) keeper.progress = moved
  const showExchange = mountExchange(find("[data-progress]"), keeper)
  const desk = new Desk(find("[data-desk]"), index, keeper, () => {
    place.classList.remove("practice--busy")
    form.hidden = false
    show()
    start.focus()
  })
  const given = chosen(new URLSearchParams(location.search))
  const choice = () => read(form, given.ids)
  fill(form, given, index)
  fillSettings()
  form.addEventListener("input", (event) => {
    const { name } = /** @type {HTMLInputElement} */ (event.target)
    if (name === "daily" || name === "days") keepSettings(name)
    else remember(choice())
    show()
  })
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const found = planned()
    place.classList.add("practice--busy")
    form.hidden = true
    desk.start([...found.due, ...found.fresh])
  })
  find("[data-command]").addEventListener("click", async () => {
    const done = await copy(asCommand(index, choice()))
    find("[data-copied]").textContent = done ? "命令已复制，在这本书的文件夹里运行" : "浏览器不让复制"
  })
  show()

  function planned() {
    const wanted = choice()
    return plan(selected(index, wanted), keeper.progress, Date.now(), wanted.from === "ids")
  }

  function show() {
    const found = planned()
    start.disabled = !found.due.length && !found.fresh.length
    const command = /** @type {HTMLButtonElement} */ (find("[data-command]"))
    command.disabled = !found.seen && !found.unseen
    find("[data-copied]").textContent = ""
    said.textContent = told(found, choice().from === "ids")
    const topics = find("[data-topics]")
    topics.hidden = choice().from !== "topics"
    find("[data-frequencies]").hidden = choice().from === "ids"
    const trouble = find("[data-trouble]")
    trouble.textContent =
      keeper.trouble ||
      (keeper.damaged
        ? "浏览器里存着的进度读不出来，已经另放在一边，没有删；可以在“进度”里下载它，或导入以前导出的一份"
        : "")
    trouble.hidden = !trouble.textContent
    showExchange()
    showTopics()
  }

  /**
   * @param {import("./practice/plan.js").Session} found
   * @param {boolean} listed
   */
  function told(found, listed) {
    const total = found.seen + found.unseen
    if (!total) return `没有这样的题${leftOut()}；换一换上面的选择`
    const day = interviewDay(keeper.progress, Date.now())
    const today = dayOf(Date.now())
    let text = `选中 ${total} 题${leftOut()}，见过 ${found.seen} 题。今天到期 ${found.due.length} 题，新题 ${found.fresh.length} 题。`
    if (!found.due.length && !found.fresh.length && found.next !== undefined)
      text += `下一次到期在 ${dateOf(found.next)}。`
    if (day !== undefined) {
      text += `离面试还有 ${day - today} 天，见过的题都会在那之前再来一次`
      text +=
        found.unseen && !listed
          ? `；要把 ${found.unseen} 道新题也都见一遍，每天得练 ${needed(found.unseen, day - today)} 道。`
          : "。"
    }
    return text
  }

  /** Which questions of the same choice are not selected, for how seldom they are asked. */
  function leftOut() {
    const wanted = choice()
    const all = selected(index, { ...wanted, frequencies: [...FREQUENCIES] })
    const left = all.filter((question) => !wanted.frequencies.includes(question.frequency))
    if (wanted.from === "ids" || !left.length) return ""
    const kinds = FREQUENCIES.filter((one) => left.some(({ frequency }) => frequency === one))
      .map((one) => `${one}频`)
      .join("、")
    return `（${kinds}的 ${left.length} 题没有选，要练就勾上${kinds}）`
  }

  function fillSettings() {
    const day = interviewDay(keeper.progress, Date.now())
    field(form, "daily").value = String(keeper.progress.daily[0])
    field(form, "days").value = day === undefined ? "" : String(day - dayOf(Date.now()))
  }

  /** @param {"daily" | "days"} name */
  function keepSettings(name) {
    const now = Date.now()
    const input = field(form, name)
    if (!input.validity.valid) return
    const { progress } = keeper
    if (name === "days")
      keeper.save({ ...progress, interview: [input.value ? dateOf(dayOf(now) + input.valueAsNumber) : "", now] })
    else if (input.value) keeper.save({ ...progress, daily: [input.valueAsNumber, now] })
  }

  function showTopics() {
    const body = find("[data-topics-done] tbody")
    const rows = Object.entries(index.topics).map(([topic, title]) => {
      const found = plan(
        index.questions.filter((question) => question.topic === topic),
        keeper.progress,
        Date.now(),
      )
      return found.seen ? row(topic, title, found) : null
    })
    body.replaceChildren(...rows.filter((one) => one !== null))
    find("[data-topics-done]").hidden = !body.children.length
  }

  /**
   * @param {string} topic
   * @param {string} title
   * @param {import("./practice/plan.js").Session} found
   */
  function row(topic, title, found) {
    const again = element(
      "button",
      { type: "button", class: "md-button", "aria-label": `${title}：重新开始` },
      "重新开始",
    )
    again.addEventListener("click", () => {
      if (!confirm(`“${title}”的 ${found.seen} 题都当作没见过，从头再来一轮？以前的评分还留着，只是不再用来排日子。`))
        return
      const now = Date.now()
      let after = keeper.progress
      for (const { id } of index.questions.filter((question) => question.topic === topic))
        if (Object.hasOwn(after.questions, id)) after = add(after, id, { reset: now })
      keeper.save(merge(keeper.progress, after))
    })
    const cells = [`${found.seen} / ${found.seen + found.unseen}`, String(found.due.length)].map((text) =>
      element("td", {}, text),
    )
    return element("tr", {}, element("th", { scope: "row" }, title), ...cells, element("td", {}, again))
  }
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
