/** /match/: a pasted interview post, and the book's answer to each question in it. Nothing leaves the browser. */

import { copy } from "./clipboard.js"
import { typeset } from "./plain.js"
import { lasting, url } from "./site.js"
import { element } from "./view.js"
import { LONGEST_LINK, pack, packShort, unpack } from "./match/address.js"
import { answersOf, asCommand, asMarkdown, asText } from "./match/given.js"
import { item } from "./match/item.js"
import { asked, match } from "./match/rows.js"
import { made } from "./practice/answer.js"
import { card } from "./practice/book.js"
import { LONGEST_POST, MOST_QUESTIONS } from "./match/split.js"

/** @typedef {import("./search/engine.js").Result} Result */
/** @typedef {import("./match/rows.js").Row} Row */
/** @typedef {{ sentences: (id: string) => Promise<string[]>, answer: (id: string) => Promise<import("./match/rows.js").Answer | undefined> }} SearchModule */

const LONGEST_STATE = 60_000
// Where the reader was, in the state of the page: browsers look before the list is there again.
const AT = "at"
// A breath for the page after so many searches.
const BREATH = 8

const root = /** @type {HTMLElement | null} */ (document.getElementById("match"))
if (root) mount(root)

/** @param {HTMLElement} place */
function mount(place) {
  const post = /** @type {HTMLTextAreaElement} */ (place.querySelector("textarea"))
  const find = /** @type {HTMLButtonElement} */ (place.querySelector("[data-find]"))
  const status = /** @type {HTMLElement} */ (place.querySelector("[role=status]"))
  const answered = /** @type {HTMLElement} */ (place.querySelector("[data-answered]"))
  const unanswered = /** @type {HTMLElement} */ (place.querySelector("[data-unanswered]"))
  const tools = /** @type {HTMLElement} */ (place.querySelector("[data-tools]"))
  const practise = /** @type {HTMLAnchorElement} */ (place.querySelector("[data-practise]"))
  const aside = /** @type {HTMLDetailsElement} */ (place.querySelector("[data-left]"))
  const newQuestion = place.dataset.newQuestion ?? ""
  /** @type {Row[]} */
  let rows = []
  /** @type {WeakMap<Row, HTMLElement>} */
  const items = new WeakMap()
  let latest = 0
  let cut = ""
  /** @type {string[]} */
  let left = []
  let more = false
  // The part of the address that stands for what is on the page.
  let shown = ""
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) void tell(/** @type {HTMLElement} */ (target))
    },
    { rootMargin: "600px" },
  )

  find.addEventListener("click", () => void run())
  post.addEventListener("paste", (event) => {
    // The field takes no more than this, and says nothing.
    cut =
      (event.clipboardData?.getData("text").length ?? 0) > LONGEST_POST
        ? `；只取了前 ${LONGEST_POST / 10_000} 万字`
        : ""
    setTimeout(() => void run())
  })
  post.addEventListener("input", (event) => {
    if (/** @type {InputEvent} */ (event).inputType !== "insertFromPaste") cut = ""
  })
  tools.addEventListener("click", ({ target }) => {
    const pressed = target instanceof Element ? target.closest("[data-do]") : null
    if (pressed instanceof HTMLElement) void take(pressed.dataset.do ?? "")
  })
  window.addEventListener("pagehide", () => history.replaceState({ ...history.state, [AT]: scrollY }, ""))
  window.addEventListener("hashchange", () => void restore())
  void restore()

  async function run() {
    const ticket = ++latest
    status.textContent = "正在逐题查找…"
    try {
      const found = await match(post.value, search)
      // Another post may have been asked for since.
      if (ticket !== latest) return
      ;({ rows, left, more } = found)
    } catch {
      if (ticket === latest) status.textContent = "搜索没有加载成功，请检查网络后再试"
      return
    }
    render()
    await remember()
  }

  function render() {
    const found = rows.filter((row) => row.chosen)
    const missing = rows.filter((row) => !row.chosen)
    answered.replaceChildren(...found.map(rowItem))
    unanswered.replaceChildren(...missing.map(rowItem))
    for (const list of [answered, unanswered]) {
      const section = list.closest("section")
      if (section) section.hidden = !list.children.length
    }
    seen.disconnect()
    for (const text of answered.querySelectorAll(".match__short")) seen.observe(text)
    tools.hidden = !rows.length
    for (const tool of tools.querySelectorAll("[data-answers]")) {
      if (tool instanceof HTMLElement) tool.hidden = !found.length
    }
    practise.href = `${url("practice/")}?ids=${answersOf(rows)
      .map(({ id }) => id)
      .join(",")}`
    aside.hidden = !left.length
    aside.replaceChildren(
      element("summary", {}, `略去的 ${left.length} 行`),
      element("ul", {}, ...left.map((line) => element("li", {}, line))),
    )
    status.textContent = rows.length
      ? `${rows.length} 个问题，${found.length} 个有答案` +
        (missing.length ? `，${missing.length} 个书里还没有` : "") +
        cutAway()
      : "没有看出问题；一行写一个，或者用“1.”“？”隔开"
  }

  /** What was left out. */
  function cutAway() {
    const many = more ? `；只取了前 ${MOST_QUESTIONS} 个问题` : ""
    return many + cut
  }

  /** @param {Row} row */
  function rowItem(row) {
    const at = rows.indexOf(row)
    const hands = {
      choose: (/** @type {string} */ id) => change(at, 1, [{ ...row, chosen: id }]),
      write: (/** @type {string} */ text) => void rewrite(at, 1, text.split("\n")),
      join:
        at > 0 ? () => void rewrite(at - 1, 2, [`${rows[at - 1].question}，${row.question}`.slice(0, 300)]) : undefined,
    }
    const made = item(row, hands, newQuestion)
    items.set(row, made)
    return made
  }

  /**
   * @param {number} at
   * @param {number} count of rows to look for again
   * @param {string[]} texts as the reader has them
   */
  async function rewrite(at, count, texts) {
    const ticket = latest
    const questions = texts.map((text) => text.trim()).filter((text) => text !== "")
    const found = await Promise.all(questions.map((question) => asked(question, search)))
    if (ticket === latest) change(at, count, found)
  }

  /**
   * @param {number} at
   * @param {number} count of rows that are replaced
   * @param {Row[]} by
   */
  function change(at, count, by) {
    rows.splice(at, count, ...by)
    render()
    void remember()
    // The row is another element now: the keyboard stays where it was.
    const row = rows[Math.min(at, rows.length - 1)]
    const focused = row && items.get(row)?.querySelector("summary")
    if (focused) focused.focus()
    else post.focus()
  }

  /** @param {HTMLElement} text of an answer in short, still empty */
  async function tell(text) {
    seen.unobserve(text)
    text.replaceChildren(...typeset(await short(text.dataset.id ?? "")))
  }

  /**
   * What the reader takes away.
   * @param {string} what
   */
  async function take(what) {
    if (what === "link") return share()
    if (what === "read") return /** @type {HTMLElement | null} */ (answered.querySelector("a"))?.click()
    if (what === "whole") return sheet()
    if (what === "command") return give(asCommand(rows), "命令已复制，在这本书的文件夹里运行")
    const found = answersOf(rows)
    const shorts = new Map(
      await Promise.all(found.map(async ({ id }) => /** @type {[string, string]} */ ([id, await short(id)]))),
    )
    if (what === "text") return give(asText(rows, shorts), "已复制为文字")
    if (what === "markdown") return give(asMarkdown(rows, shorts), "已复制为 Markdown")
    await fillShorts()
    window.print()
  }

  /** The sheet with what is said aloud and the follow-ups, which stand on the page only while it is printed. */
  async function sheet() {
    status.textContent = "正在取口述和追问…"
    await fillShorts()
    const parts = await Promise.all(Array.from(answered.querySelectorAll(".match__short"), told))
    status.textContent = parts.includes(undefined) ? "有几题的口述没有取到，请检查网络后再试" : ""
    const clear = () => {
      for (const part of parts) part?.remove()
    }
    addEventListener("afterprint", clear, { once: true })
    window.print()
  }

  const fillShorts = () =>
    Promise.all(
      Array.from(answered.querySelectorAll(".match__short"), (text) => tell(/** @type {HTMLElement} */ (text))),
    )

  /**
   * @param {string} text
   * @param {string} said
   * @param {string} [failed]
   */
  async function give(text, said, failed = "没能复制；请在下面选中后自己复制") {
    status.textContent = (await copy(text)) ? said : failed
  }

  async function share() {
    const here = new URL(lasting("match/"))
    const room = LONGEST_LINK - here.href.length - 1
    here.hash = await packShort(entries(), room)
    if (here.href.length > LONGEST_STATE) status.textContent = "问题太多，放不进一个链接；请改用“复制为文字”"
    else await give(here.href, "链接已复制，问题都在链接里，不经过任何服务器", `没能复制，链接是 ${here.href}`)
  }

  /** @returns {import("./match/address.js").Entry[]} */
  function entries() {
    return rows.map((row) => [row.question, [row.chosen, ...row.also.map(({ answer }) => answer.id)].join(",")])
  }

  /** The address says what is on the page, for the reader who comes back from an answer. */
  async function remember() {
    const ticket = latest
    const state = rows.length ? await pack(entries()) : ""
    if (ticket === latest) put(state.length <= LONGEST_STATE ? state : "")
  }

  /** @param {string} state */
  function put(state) {
    const here = new URL(location.href)
    here.hash = state
    place.dataset.listAddress = `match/${here.hash}`
    shown = here.hash
    try {
      history.replaceState(history.state, "", here)
    } catch {
      location.hash = state
    }
  }

  async function restore() {
    // Other anchors are places of the page, and what chats add to a link is no part of it.
    const state = /^#([zj][\w-]{8,})/.exec(location.hash)?.[1]
    if (!state || location.hash === shown) return
    const ticket = ++latest
    const saved = await unpack(state)
    if (ticket !== latest) return
    if (!saved) {
      status.textContent = "链接里的内容不完整，没有读出来"
      return
    }
    try {
      const found = []
      for (const entry of saved) found.push(await restored(entry))
      if (ticket !== latest) return
      rows = found
      left = []
      more = false
    } catch {
      if (ticket === latest) status.textContent = "搜索没有加载成功，请检查网络后再试"
      return
    }
    post.value = rows.map((row) => row.question).join("\n")
    render()
    put(state)
    scrollTo(0, history.state?.[AT] ?? scrollY)
  }
}

/**
 * What is said aloud and asked next, put behind an answer in short.
 * @param {Element} text the answer in short
 * @returns {Promise<Element | undefined>} undefined where it did not come
 */
async function told(text) {
  const found = await card(/** @type {HTMLElement} */ (text).dataset.id ?? "").catch(() => undefined)
  if (!found) return undefined
  const part = element("div", { class: "match__told" }, made(found.spoken ?? ""), made(found["follow-ups"] ?? ""))
  text.after(part)
  return part
}

let searches = 0

/** @type {import("./match/rows.js").Search} */
const search = async (query, options) => {
  // Three hundred of them in one go would hold up the page.
  if (++searches % BREATH === 0) await new Promise((resume) => setTimeout(resume))
  return /** @type {any} */ (window).answerbook.search(query, options)
}

/** @returns {SearchModule} loaded with the first search */
const book = () => /** @type {any} */ (window).answerbook.modules.search

/** @param {string} id */
const short = async (id) =>
  (
    await book()
      .sentences(id)
      .catch(() => [])
  )[0] ?? ""

/**
 * A row as it was shared: with the answers chosen then, as far as the book has them.
 * @param {import("./match/address.js").Entry} entry
 * @returns {Promise<Row>}
 */
async function restored([question, chosen]) {
  const found = await asked(question, search)
  const [id, ...others] = chosen.split(",")
  const own = id && !found.results.some((result) => result.id === id) ? await book().answer(id) : undefined
  const also = found.also.filter(({ answer }) => others.includes(answer.id))
  for (const other of others) {
    const answer = also.some((one) => one.answer.id === other) ? undefined : await book().answer(other)
    if (answer) also.push({ part: "另外", answer })
  }
  // A shortened question is not what was asked: how sure it was is not known.
  const results = own ? [...found.results, own] : found.results
  return { ...found, also, results, chosen: results.some((result) => result.id === id) ? id : "" }
}
