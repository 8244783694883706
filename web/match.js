/** /match/: a pasted interview post, and the book's answer to each question in it. Nothing leaves the browser. */

import { prefilled } from "./ask.js"
import { copy } from "./clipboard.js"
import { url } from "./site.js"
import { element } from "./view.js"
import { match, row as candidatesOf } from "./match/rows.js"
import { LONGEST_POST, MOST_QUESTIONS } from "./match/split.js"

/** @typedef {import("./search/engine.js").Result} Result */
/** @typedef {import("./match/rows.js").Row} Row */

const LONGEST_STATE = 60_000
// Where the reader was, in the state of the page: browsers look before the list is there again.
const AT = "at"

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
  let latest = 0
  let cut = ""
  /** @type {string[]} */
  let left = []
  let more = false
  // The part of the address that stands for what is on the page.
  let shown = ""

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
    tools.hidden = !rows.length
    practise.hidden = !found.length
    practise.href = `${url("practice/")}?ids=${[...new Set(found.map((row) => row.chosen))].join(",")}`
    aside.hidden = !left.length
    aside.replaceChildren(element("summary", {}, `略去的 ${left.length} 行`), element("ul", {}, ...left.map((line) => element("li", {}, line))))
    status.textContent = rows.length
      ? `${rows.length} 个问题，${found.length} 个有答案` + (missing.length ? `，${missing.length} 个书里还没有` : "") + cutAway()
      : "没有看出问题；一行写一个，或者用“1.”“？”隔开"
  }

  /** What was left out. */
  function cutAway() {
    const many = more ? `；只取了前 ${MOST_QUESTIONS} 个问题` : ""
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
      void remember()
      const again = place.querySelector(`select[aria-label="${CSS.escape(select.getAttribute("aria-label") ?? "")}"]`)
      if (again instanceof HTMLElement) again.focus()
    })
    const link = best && element("a", { href: url(best.url), class: "match__answer" }, best.title)
    const asked = element("p", { class: "match__question" }, row.question)
    // The reader's own choice is not ours to doubt or to praise.
    const sure = best && best === row.results[0] && element("span", { class: row.sure ? "match__sure" : "match__sure match__sure--likely" }, row.sure ? "对得上" : "可能是")
    const ask = !row.chosen && !row.other && newQuestion && element("a", { class: "match__new", href: prefilled(newQuestion, row.question) }, "提交为新问题")
    const elsewhere = row.other && element("span", { class: "match__other" }, "算法题或计算机基础，不在这本书里")
    return element("li", { class: row.follows ? "match__row match__row--follows" : "match__row" }, asked, link || null, sure || null, row.results.length ? select : null, ask || null, elsewhere || null)
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
    if (await remember()) await give(location.href, "链接已复制，问题都在链接里，不经过任何服务器", "没能复制；链接就在地址栏里")
    else status.textContent = "问题太多，放不进一个链接；请改用“复制为文字”"
  }

  /**
   * The address says what is on the page: for those it is sent to, and for the reader who comes back from an answer.
   * @returns {Promise<boolean>} whether it has room for it
   */
  async function remember() {
    const ticket = latest
    const state = rows.length ? await pack(rows.map((row) => [row.question, row.chosen])) : ""
    if (ticket !== latest) return false
    const fits = state.length <= LONGEST_STATE
    put(fits ? state : "")
    return fits
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
      const found = await Promise.all(
        saved.map(async ([question, chosen]) => {
          const found = await candidatesOf(question, search)
          return { ...found, chosen: found.results.some((r) => r.id === chosen) ? chosen : "" }
        }),
      )
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

/** @type {import("./match/rows.js").Search} */
const search = (query, options) => /** @type {any} */ (window).answerbook.search(query, options)

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
