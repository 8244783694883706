/** /match/: a pasted interview post, and the book's answer to each question in it. Nothing leaves the browser. */

import { copy } from "./clipboard.js"
import { typeset } from "./plain.js"
import { mark } from "./reading.js"
import { lasting, url } from "./site.js"
import { element } from "./view.js"
import { LONGEST_LINK, pack, packShort, unpack } from "./match/address.js"
import { answersOf, asCommand, asMarkdown, asText } from "./match/given.js"
import { item } from "./match/item.js"
import { restored, search, short, told } from "./match/lookup.js"
import { asked, match } from "./match/rows.js"
import { LONGEST_POST, MOST_QUESTIONS } from "./match/split.js"

/** @typedef {import("./match/rows.js").Row} Row */

const LONGEST_STATE = 60_000
const FAILED = "搜索没有加载成功，请检查网络后再试"
const CUT = `；只取了前 ${LONGEST_POST / 10_000} 万字`
// ms after which the rest is fetched, one by one: a browser's menu prints at once and waits for nobody.
const QUIET = 1500
// Of thirty questions the rest is 66 kB: phones print by the button of the page, which waits, and pay for each.
const PRINTS = matchMedia("(pointer: fine)").matches && !(/** @type {any} */ (navigator).connection?.saveData)
// Where the reader was, in the state of the page: browsers look before the list is there again.
const AT = "at"
// Where an answer leads back to, behind what says the rows.
const ROW = /&(row-[\d-]+)$/

/** The post, its rows as the reader has them, and the address that says so. */
class Matching {
  /** @type {Row[]} */
  #rows = []
  /** @type {WeakMap<Row, HTMLElement>} */
  #items = new WeakMap()
  // Counts what was asked for: an answer that comes after a later question is dropped.
  #latest = 0
  // What the field did not take.
  #cut = ""
  /** @type {string[]} */
  #left = []
  #more = false
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #quiet
  // The part of the address that stands for what is on the page.
  #shown = ""
  #seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) void this.#tell(/** @type {HTMLElement} */ (target))
    },
    { rootMargin: "600px" },
  )

  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place
    this.post = /** @type {HTMLTextAreaElement} */ (place.querySelector("textarea"))
    this.status = /** @type {HTMLElement} */ (place.querySelector("[role=status]"))
    this.answered = /** @type {HTMLElement} */ (place.querySelector("[data-answered]"))
    this.unanswered = /** @type {HTMLElement} */ (place.querySelector("[data-unanswered]"))
    this.tools = /** @type {HTMLElement} */ (place.querySelector("[data-tools]"))
    this.practise = /** @type {HTMLAnchorElement} */ (place.querySelector("[data-practise]"))
    this.aside = /** @type {HTMLDetailsElement} */ (place.querySelector("[data-left]"))
    this.#listen()
    void this.#restore()
  }

  #listen() {
    this.place.querySelector("[data-find]")?.addEventListener("click", () => void this.#run())
    this.post.addEventListener("paste", (event) => {
      // The field takes no more than this, and says nothing.
      const long = (event.clipboardData?.getData("text").length ?? 0) > LONGEST_POST
      this.#cut = long ? CUT : ""
      setTimeout(() => void this.#run())
    })
    this.post.addEventListener("input", (event) => {
      if (/** @type {InputEvent} */ (event).inputType !== "insertFromPaste") this.#cut = ""
    })
    this.tools.addEventListener("click", ({ target }) => {
      const pressed = target instanceof Element ? target.closest("[data-do]") : null
      if (pressed instanceof HTMLElement) void this.#take(pressed.dataset.do ?? "")
    })
    // Who is faster than the rest of the answers comes: the key leaves time to wait for them.
    window.addEventListener("keydown", (event) => {
      if (event.key !== "p" || !(event.ctrlKey || event.metaKey) || event.altKey || !this.#rows.length) return
      event.preventDefault()
      void this.#take("print")
    })
    window.addEventListener("pagehide", () => history.replaceState({ ...history.state, [AT]: scrollY }, ""))
    window.addEventListener("hashchange", () => void this.#restore())
  }

  /** @param {string} text */
  #say(text) {
    this.status.textContent = text
  }

  async #run() {
    const ticket = ++this.#latest
    // The field stops there, whether the text was pasted, dropped or typed.
    if (this.post.value.length >= LONGEST_POST) this.#cut = CUT
    this.#say("正在逐题查找…")
    try {
      const found = await match(this.post.value, search)
      // Another post may have been asked for since.
      if (ticket !== this.#latest) return
      this.#rows = found.rows
      this.#left = found.left
      this.#more = found.more
    } catch {
      if (ticket === this.#latest) this.#say(FAILED)
      return
    }
    this.#render()
    this.#reveal()
    await this.#remember()
  }

  /** Where the box leaves no room for the first row, what was found comes to the top, and a keyboard on the screen goes. */
  #reveal() {
    const first = this.place.querySelector(".match__row")
    if (!first || first.getBoundingClientRect().bottom <= innerHeight) return
    if (matchMedia("(pointer: coarse)").matches) this.post.blur()
    this.status.parentElement?.scrollIntoView()
  }

  #render() {
    const found = this.#rows.filter((row) => row.chosen)
    const missing = this.#rows.filter((row) => !row.chosen)
    this.answered.replaceChildren(...found.map((row, i) => this.#item(row, `row-${i + 1}`)))
    this.unanswered.replaceChildren(...missing.map((row, i) => this.#item(row, `none-${i + 1}`)))
    mark(document)
    for (const list of [this.answered, this.unanswered]) {
      const section = list.closest("section")
      if (section) section.hidden = !list.children.length
    }
    this.#seen.disconnect()
    for (const text of this.#shorts()) this.#seen.observe(text)
    clearTimeout(this.#quiet)
    if (PRINTS) this.#quiet = setTimeout(() => void this.#tellTheRest(), QUIET)
    this.#offer(found.length > 0)
    this.aside.hidden = !this.#left.length
    this.aside.replaceChildren(
      element("summary", {}, `略去的 ${this.#left.length} 行`),
      element("ul", {}, ...this.#left.map((line) => element("li", {}, line))),
    )
    this.#say(this.#counted())
  }

  /** @param {boolean} answered whether there is an answer to take away */
  #offer(answered) {
    this.tools.hidden = !this.#rows.length
    for (const tool of this.tools.querySelectorAll("[data-answers]"))
      if (tool instanceof HTMLElement) tool.hidden = !answered
    const ids = answersOf(this.#rows).map(({ id }) => id)
    this.practise.href = `${url("practice/")}?ids=${ids.join(",")}`
  }

  #counted() {
    const rows = this.#rows
    if (!rows.length) return `没有看出问题；一行写一个，或者用“1.”“？”隔开${this.#cut}`
    const found = rows.filter((row) => row.chosen).length
    const other = rows.filter((row) => row.other).length
    const missing = rows.length - found - other
    // As many as the list has that is read from here: a question may have two, two questions the same.
    const pages = answersOf(rows).length
    const many = this.#more ? `；只取了前 ${MOST_QUESTIONS} 个问题` : ""
    return [
      `${rows.length} 个问题，${found} 个有答案`,
      pages === found ? "" : `（共 ${pages} 页）`,
      missing ? `，${missing} 个书里还没有` : "",
      other ? `，${other} 个是算法题或计算机基础` : "",
      many,
      this.#cut,
    ].join("")
  }

  /**
   * @param {Row} row
   * @param {string} id
   */
  #item(row, id) {
    const at = this.#rows.indexOf(row)
    const hands = {
      choose: (/** @type {string} */ id) => this.#change(at, 1, [{ ...row, chosen: id }]),
      write: (/** @type {string} */ text) => void this.#rewrite(at, 1, text.split("\n")),
      join: at > 0 ? () => this.#join(at) : undefined,
    }
    const made = item(row, hands, this.place.dataset.newQuestion ?? "", id)
    this.#items.set(row, made)
    return made
  }

  /** @param {number} at of the row that belongs to the one before it */
  #join(at) {
    const whole = `${this.#rows[at - 1].question}，${this.#rows[at].question}`
    void this.#rewrite(at - 1, 2, [whole.slice(0, 300)])
  }

  /**
   * @param {number} at
   * @param {number} count of rows to look for again
   * @param {string[]} texts as the reader has them
   */
  async #rewrite(at, count, texts) {
    const ticket = this.#latest
    const questions = texts.map((text) => text.trim()).filter((text) => text !== "")
    const found = await Promise.all(questions.map((question) => asked(question, search)))
    if (ticket === this.#latest) this.#change(at, count, found)
  }

  /**
   * @param {number} at
   * @param {number} count of rows that are replaced
   * @param {Row[]} by
   */
  #change(at, count, by) {
    this.#rows.splice(at, count, ...by)
    this.#render()
    void this.#remember()
    // The row is another element now: the keyboard stays where it was.
    const row = this.#rows[Math.min(at, this.#rows.length - 1)]
    const focused = row && this.#items.get(row)?.querySelector("summary")
    if (focused) focused.focus()
    else this.post.focus()
  }

  /** @returns {HTMLElement[]} where the answers in short stand */
  #shorts() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.answered.querySelectorAll(".match__short"))]
  }

  /** @param {HTMLElement} text of an answer in short, still empty */
  async #tell(text) {
    this.#seen.unobserve(text)
    text.replaceChildren(...typeset(await short(text.dataset.id ?? "")))
  }

  /** What has not come into sight, in its order: nothing the reader waits for is behind it. */
  async #tellTheRest() {
    for (const text of this.#shorts()) if (text.isConnected && !text.textContent) await this.#tell(text)
  }

  #tellAll() {
    return Promise.all(this.#shorts().map((text) => this.#tell(text)))
  }

  /**
   * What the reader takes away.
   * @param {string} what
   */
  async #take(what) {
    if (what === "link") return this.#share()
    if (what === "read") return this.answered.querySelector("a")?.click()
    if (what === "whole") return this.#sheet()
    if (what === "command") return this.#give(asCommand(this.#rows), "命令已复制，在这本书的文件夹里运行")
    if (what === "text") return this.#give(asText(this.#rows, await this.#taken()), "已复制为文字")
    if (what === "markdown") return this.#give(asMarkdown(this.#rows, await this.#taken()), "已复制为 Markdown")
    await this.#tellAll()
    window.print()
  }

  /** @returns {Promise<Map<string, string>>} the answers in short by id */
  async #taken() {
    const ids = answersOf(this.#rows).map(({ id }) => id)
    const shorts = await Promise.all(ids.map(short))
    return new Map(ids.map((id, i) => [id, shorts[i]]))
  }

  /** The sheet with what is said aloud and the follow-ups, which stand on the page only while it is printed. */
  async #sheet() {
    this.#say("正在取口述和追问…")
    await this.#tellAll()
    const parts = await Promise.all(this.#shorts().map(told))
    this.#say(parts.includes(undefined) ? "有几题的口述没有取到，请检查网络后再试" : "")
    const clear = () => {
      for (const part of parts) part?.remove()
    }
    addEventListener("afterprint", clear, { once: true })
    window.print()
  }

  /**
   * @param {string} text
   * @param {string} said
   * @param {string} [failed]
   */
  async #give(text, said, failed = "没能复制；请在下面选中后自己复制") {
    this.#say((await copy(text)) ? said : failed)
  }

  async #share() {
    const here = new URL(lasting("match/"))
    const room = LONGEST_LINK - here.href.length - 1
    here.hash = await packShort(this.#entries(), room)
    if (here.href.length > LONGEST_STATE) return this.#say("问题太多，放不进一个链接；请改用“复制为文字”")
    await this.#give(here.href, "链接已复制，问题都在链接里，不经过任何服务器", `没能复制，链接是 ${here.href}`)
  }

  /** @returns {import("./match/address.js").LinkedRow[]} */
  #entries() {
    return this.#rows.map((row) => [row.question, [row.chosen, ...row.also.map(({ answer }) => answer.id)].join(",")])
  }

  /** The address says what is on the page, for the reader who comes back from an answer. */
  async #remember() {
    const ticket = this.#latest
    const state = this.#rows.length ? await pack(this.#entries()) : ""
    if (ticket === this.#latest) this.#put(state.length <= LONGEST_STATE ? state : "")
  }

  /** @param {string} state */
  #put(state) {
    const here = new URL(location.href)
    here.hash = state
    this.place.dataset.listAddress = `match/${here.hash}`
    this.#shown = here.hash
    try {
      history.replaceState(history.state, "", here)
    } catch {
      location.hash = state
    }
  }

  async #restore() {
    // Other anchors are places of the page, and what chats add to a link is no part of it.
    const state = /^#([zj][\w-]{8,})/.exec(location.hash)?.[1]
    if (!state || location.hash === this.#shown) return
    const row = ROW.exec(location.hash)?.[1]
    const ticket = ++this.#latest
    const saved = await unpack(state)
    if (ticket !== this.#latest) return
    if (!saved) return this.#say("链接里的内容不完整，没有读出来")
    try {
      const found = []
      for (const entry of saved) found.push(await restored(entry))
      if (ticket !== this.#latest) return
      this.#rows = found
      this.#left = []
      this.#more = false
    } catch {
      if (ticket === this.#latest) this.#say(FAILED)
      return
    }
    this.post.value = this.#rows.map((row) => row.question).join("\n")
    this.#render()
    this.#put(state)
    const back = history.state?.[AT] === undefined && document.getElementById(row ?? "")
    if (!back) return scrollTo(0, history.state?.[AT] ?? scrollY)
    // What comes above it later would push it away.
    const above = this.#shorts().filter((text) => text.compareDocumentPosition(back) & Node.DOCUMENT_POSITION_FOLLOWING)
    await Promise.all(above.map((text) => this.#tell(text)))
    if (ticket === this.#latest) back.scrollIntoView()
  }
}

const root = /** @type {HTMLElement | null} */ (document.getElementById("match"))
if (root) new Matching(root)
