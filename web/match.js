/** /match/: a pasted interview post, and the book's answer to each question in it. Nothing leaves the browser. */

import { prefilled } from "./ask.js"
import { copy } from "./clipboard.js"
import { url } from "./site.js"
import { element } from "./view.js"
import { items, LONGEST_POST, MOST_QUESTIONS, questions } from "./search/split.js"

/** @typedef {import("./search/engine.js").Result} Result */
/** @typedef {{ question: string, results: Result[], chosen: string }} Row chosen: id of the answer, "" for none */

const CANDIDATES = 6
const SURE = 0.8
const LIKELY = 0.5
const NAMED = 0.8
const LONGEST_STATE = 60_000

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
  const newQuestion = place.dataset.newQuestion ?? ""
  /** @type {Row[]} */
  let rows = []
  let latest = 0
  let cut = ""

  find.addEventListener("click", () => void run())
  post.addEventListener("paste", (event) => {
    // The field takes no more than this, and says nothing.
    cut = (event.clipboardData?.getData("text").length ?? 0) > LONGEST_POST ? `；只取了前 ${LONGEST_POST / 10_000} 万字` : ""
    setTimeout(() => void run())
  })
  post.addEventListener("input", (event) => {
    if (/** @type {InputEvent} */ (event).inputType !== "insertFromPaste") cut = ""
  })
  tools.querySelector("[data-copy=text]")?.addEventListener("click", () => void give(asText(rows), "已复制为文字"))
  tools.querySelector("[data-copy=markdown]")?.addEventListener("click", () => void give(asMarkdown(rows), "已复制为 Markdown"))
  tools.querySelector("[data-copy=link]")?.addEventListener("click", () => void share())
  window.addEventListener("hashchange", () => void restore())
  void restore()

  async function run() {
    const ticket = ++latest
    status.textContent = "正在逐题查找…"
    try {
      const found = await match(post.value)
      // Another post may have been asked for since.
      if (ticket !== latest) return
      rows = found
    } catch {
      if (ticket === latest) status.textContent = "搜索没有加载成功，请检查网络后再试"
      return
    }
    render()
    forgetState()
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
    tools.hidden = !rows.length
    status.textContent = rows.length
      ? `${rows.length} 个问题，${found.length} 个有答案` + (missing.length ? `，${missing.length} 个书里还没有` : "") + more()
      : "没有看出问题；一行写一个，或者用“1.”“？”隔开"
  }

  /** What was left out. */
  function more() {
    const many = questions(post.value).length > MOST_QUESTIONS ? `；只取了前 ${MOST_QUESTIONS} 个问题` : ""
    return many + cut
  }

  /** @param {Row} row */
  function rowItem(row) {
    const best = row.results.find((result) => result.id === row.chosen)
    const select = element("select", { "aria-label": `“${row.question}”的答案` })
    for (const result of row.results) select.append(element("option", { value: result.id }, result.title))
    select.append(element("option", { value: "" }, "书里没有这个问题"))
    select.value = row.chosen
    select.addEventListener("change", () => {
      row.chosen = select.value
      render()
      forgetState()
      const again = place.querySelector(`select[aria-label="${CSS.escape(select.getAttribute("aria-label") ?? "")}"]`)
      if (again instanceof HTMLElement) again.focus()
    })
    const link = best && element("a", { href: url(best.url), class: "match__answer" }, best.title)
    const asked = element("p", { class: "match__question" }, row.question)
    const sure = best && element("span", { class: best.coverage >= SURE ? "match__sure" : "match__sure match__sure--likely" }, sureness(best))
    const ask = !row.chosen && newQuestion && element("a", { class: "match__new", href: prefilled(newQuestion, row.question) }, "提交为新问题")
    return element("li", { class: "match__row" }, asked, link || null, sure || null, row.results.length ? select : null, ask || null)
  }

  /**
   * @param {string} text
   * @param {string} said
   * @param {string} [failed]
   */
  async function give(text, said, failed = "没能复制；请在下面选中后自己复制") {
    status.textContent = (await copy(text)) ? said : failed
  }

  async function share() {
    const state = await pack(rows.map((row) => [row.question, row.chosen]))
    if (state.length > LONGEST_STATE) {
      status.textContent = "问题太多，放不进一个链接；请改用“复制为文字”"
      return
    }
    const here = new URL(location.href)
    here.hash = state
    try {
      history.replaceState(null, "", here)
    } catch {
      location.hash = state
    }
    await give(here.href, "链接已复制，问题都在链接里，不经过任何服务器", "没能复制；链接就在地址栏里")
  }

  async function restore() {
    // Other anchors are places of the page, and what chats add to a link is no part of it.
    const state = /^#([zj][\w-]{8,})/.exec(location.hash)?.[1]
    if (!state) return
    const ticket = ++latest
    const saved = await unpack(state)
    if (ticket !== latest) return
    if (!saved) {
      status.textContent = "链接里的内容不完整，没有读出来"
      return
    }
    try {
      const found = await Promise.all(
        saved.map(async ([question, chosen]) => {
          const results = await candidates(question)
          return { question, results, chosen: results.some((r) => r.id === chosen) ? chosen : "" }
        }),
      )
      if (ticket !== latest) return
      rows = found
    } catch {
      if (ticket === latest) status.textContent = "搜索没有加载成功，请检查网络后再试"
      return
    }
    post.value = rows.map((row) => row.question).join("\n")
    render()
  }

  function forgetState() {
    if (!location.hash) return
    try {
      history.replaceState(null, "", location.pathname + location.search)
    } catch {
      // From disk some browsers refuse; the old state then simply stays.
    }
  }
}

/**
 * @param {string} post
 * @returns {Promise<Row[]>}
 */
async function match(post) {
  /** @type {Row[]} */
  const rows = []
  for (const question of questions(post).slice(0, MOST_QUESTIONS)) {
    const whole = await row(question)
    const parts = await Promise.all(items(question).map(row))
    // An enumeration of questions: each of its items names an answer of its own, and no answer is named by all of them.
    const answers = new Set(parts.map((part) => part.chosen))
    const apart = parts.length > 1 && answers.size === parts.length && !whole.results.some((r) => r.named >= NAMED) && parts.every((part) => part.results[0]?.named >= NAMED)
    rows.push(...(apart ? parts : [whole]))
  }
  return rows
}

/** @param {string} question */
async function row(question) {
  const results = await candidates(question)
  return { question, results, chosen: results.length && results[0].coverage >= LIKELY ? results[0].id : "" }
}

/**
 * @param {string} question
 * @returns {Promise<Result[]>}
 */
function candidates(question) {
  return /** @type {any} */ (window).answerbook.search(question, { limit: CANDIDATES })
}

/** @param {Result} result */
function sureness(result) {
  return result.coverage >= SURE ? "对得上" : result.coverage >= LIKELY ? "可能是" : "不太像"
}

/** @param {Row[]} rows */
function asText(rows) {
  return rows.map((row, i) => `${i + 1}. ${row.question}\n${answerOf(row, (result) => `${result.title}\n${url(result.url)}`)}`).join("\n\n")
}

/** @param {Row[]} rows */
function asMarkdown(rows) {
  return rows.map((row, i) => `${i + 1}. ${row.question}  \n   ${answerOf(row, (result) => `[${result.title}](${url(result.url)})`)}`).join("\n")
}

/**
 * @param {Row} row
 * @param {(result: Result) => string} written
 */
function answerOf(row, written) {
  const result = row.results.find((r) => r.id === row.chosen)
  return result ? written(result) : "（书里还没有）"
}

/**
 * @param {[string, string][]} state
 * @returns {Promise<string>} safe in an address
 */
async function pack(state) {
  const bytes = new TextEncoder().encode(JSON.stringify(state))
  if (typeof CompressionStream === "undefined") return "j" + base64(bytes)
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"))
  return "z" + base64(new Uint8Array(await new Response(stream).arrayBuffer()))
}

/**
 * @param {string} packed
 * @returns {Promise<[string, string][] | undefined>} undefined when it is not what `pack` made
 */
async function unpack(packed) {
  try {
    const bytes = Uint8Array.from(atob(packed.slice(1).replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0))
    const text = packed[0] === "z" ? await inflate(bytes) : new TextDecoder().decode(bytes)
    const state = JSON.parse(text)
    const fits = Array.isArray(state) && state.length <= 300 && state.every((entry) => Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === "string" && part.length <= 300))
    return fits ? state : undefined
  } catch {
    return undefined
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<string>} at most a quarter of a million characters: a small state may inflate to a huge one
 */
async function inflate(bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).pipeThrough(new TextDecoderStream()).getReader()
  let text = ""
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text
    text += value
    if (text.length > 250_000) throw new Error("too long")
  }
}

/** @param {Uint8Array} bytes */
function base64(bytes) {
  let text = ""
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")
}
