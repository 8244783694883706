/** The search box: results while typing, in the combobox pattern of the ARIA Authoring Practices Guide. */

import { prefilled } from "./ask.js"
import { copy } from "./clipboard.js"
import { lasting, url } from "./site.js"
import * as store from "./store.js"
import { marked, typeset } from "./plain.js"
import { element, ofInputMethod } from "./view.js"
import { offered, unanswered } from "./search/engine.js"
import { fittest, pieces } from "./search/marks.js"
import { nearest } from "./search/nearest.js"

/** @typedef {import("./search/engine.js").Result} Result */
/** @typedef {import("./search/packed.js").Index} Index */
/** @typedef {{ form: HTMLFormElement, input: HTMLInputElement, close: () => void }} Elements */
/**
 * @typedef {object} Source
 * @property {() => Promise<Index>} index
 * @property {(query: string, options?: { limit?: number, topic?: string }) => Promise<Result[]>} search
 * @property {(id: string) => Promise<string[]>} sentences
 */

const LIMIT = 12
// So many results say which topics there are to choose from.
const LOOKED_AT = 60
// Sentences are fetched for what stays on screen, not for every letter on the way.
const PAUSE = 60
const LEVELS = ["基础", "进阶", "深入"]
const RECENT = "recent"
const MARKING = "marking"

/**
 * @param {Elements} elements
 * @param {Source} source
 */
export function mount({ form, input, close }, source) {
  const panel = /** @type {HTMLElement} */ (form.querySelector(".search__panel"))
  const list = /** @type {HTMLElement} */ (form.querySelector("[role=listbox]"))
  const status = /** @type {HTMLElement} */ (form.querySelector(".search__status"))
  const topics = /** @type {HTMLElement} */ (form.querySelector(".search__topics"))
  const marking = /** @type {HTMLInputElement} */ (form.querySelector("input[type=checkbox]"))
  let latest = 0
  let active = -1
  let composing = false
  // The query whose results are in the list, and the one whose first the reader already asked for.
  let listed = ""
  let awaited = ""
  let topic = ""
  /** @type {Map<string, string>} */
  let titles = new Map()
  /** @type {WeakMap<HTMLElement, Result>} */
  const resultOf = new WeakMap()
  // The reader may have been faster than this script.
  if (marking.checked !== marking.defaultChecked) store.write(MARKING, marking.checked)
  else marking.checked = store.read(MARKING, true)

  input.addEventListener("compositionstart", () => (composing = true))
  input.addEventListener("compositionend", () => {
    composing = false
    void update()
  })
  input.addEventListener("input", () => {
    // While an input method composes, the letters in the field are not yet the query.
    if (!composing) void update()
  })
  input.addEventListener("focus", () => void update())
  topics.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("button")
    if (!button) return
    topic = button.dataset.topic === topic ? "" : (button.dataset.topic ?? "")
    input.focus()
    void update()
  })
  marking.addEventListener("change", () => {
    store.write(MARKING, marking.checked)
    void update()
  })
  input.addEventListener("keydown", keys)
  form.querySelector(".search__clear")?.addEventListener("click", () => {
    input.value = ""
    input.focus()
    void update()
  })
  form.querySelector(".search__back")?.addEventListener("click", leave)
  document.addEventListener("pointerdown", (event) => {
    if (event.target instanceof Node && !form.contains(event.target)) shut()
  })
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !form.contains(event.relatedTarget)) shut()
  })
  list.addEventListener("pointerdown", (event) => event.preventDefault())
  list.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target)
    const option = target.closest("[role=option]")
    if (!(option instanceof HTMLElement)) return
    if (option.dataset.query !== undefined) {
      event.preventDefault()
      ask(option.dataset.query)
    } else if (option.dataset.forget !== undefined) {
      event.preventDefault()
      store.write(RECENT, [])
      void update()
    } else remember()
  })
  // While the reader still types the first word.
  source.index().catch(() => {})
  void update()

  async function update() {
    const ticket = ++latest
    const query = input.value.trim()
    panel.hidden = false
    if (!query) {
      topic = ""
      offer([])
      render(recent(), query)
      say("")
      // While something is typed, nothing is offered any more.
      const index = await source.index().catch(() => undefined)
      const asked = index ? await offered(index).catch(() => []) : []
      if (ticket !== latest) return
      titles = new Map(index?.topics.map(([id, title]) => [id, title]))
      render([...recent(), ...asked.map(often)], query)
      return
    }
    // What was asked before is no answer to this.
    if (!listed) render([], "")
    const waiting = setTimeout(() => ticket === latest && !listed && say("正在载入…"), PAUSE)
    let results
    try {
      const index = await source.index()
      titles = new Map(index.topics.map(([id, title]) => [id, title]))
      // In a large book the titles of so many results would have to be fetched.
      const all = await source.search(query, { limit: index.block ? LIMIT : LOOKED_AT })
      if (!all.some((result) => result.topic === topic)) topic = ""
      results = topic ? await source.search(query, { limit: LIMIT, topic }) : all.slice(0, LIMIT)
      if (ticket === latest) offer(all)
    } catch {
      if (ticket === latest) say("搜索没有加载成功，请检查网络后再试")
      return
    } finally {
      clearTimeout(waiting)
    }
    if (ticket !== latest) return
    const words = results.length ? [] : nearest(await source.index(), query)
    if (ticket !== latest) return
    if (!results.length) {
      render([...words.map((word) => suggestion(word)), ...askItem(query)], query)
      say(words.length ? "没有找到这个问题，试试相近的词" : "没有找到；换一个说法，或者只写一两个关键词")
      return
    }
    const missing = await unanswered(await source.index(), query).catch(() => undefined)
    if (ticket !== latest) return
    render([...results.map((result) => resultItem(result, query)), ...askItem(query)], query)
    if (awaited === query) return open()
    if (missing)
      say(
        missing.places
          ? `没有专讲 ${missing.term} 的题，提到它的有 ${missing.places} 处`
          : `书里没有提到 ${missing.term}，下面的只有部分相关`,
      )
    else
      say(
        results[0].weak
          ? "没有完全对应的问题，下面的只有部分相关"
          : `${results.length === LIMIT ? "前 " : ""}${results.length} 个结果`,
      )
    form.classList.toggle("search--weak", results[0].weak)
    await new Promise((resume) => setTimeout(resume, PAUSE))
    if (ticket !== latest) return
    await Promise.all(
      results.map(async (result, i) => {
        const sentences = await source.sentences(result.id).catch(() => [])
        const place = list.children[i]?.querySelector(".result__text")
        if (ticket === latest && place)
          place.replaceChildren(...marked(pieces(fittest(sentences, result.terms), result.terms)))
      }),
    )
  }

  /**
   * @param {HTMLElement[]} options
   * @param {string} query that they answer
   */
  function render(options, query) {
    listed = query
    options.forEach((option, i) => {
      option.id = `search-option-${i}`
      option.setAttribute("role", "option")
      option.setAttribute("aria-selected", "false")
      option.tabIndex = -1
    })
    list.replaceChildren(...options)
    list.hidden = !options.length
    list.scrollTop = 0
    form.classList.remove("search--weak")
    input.setAttribute("aria-expanded", String(options.length > 0))
    select(-1)
  }

  /** @param {Result[]} results whose topics can be chosen */
  function offer(results) {
    /** @type {Map<string, number>} */
    const counts = new Map()
    for (const result of results) counts.set(result.topic, (counts.get(result.topic) ?? 0) + 1)
    const buttons = [...counts].map(([id, count]) =>
      element(
        "button",
        { type: "button", "data-topic": id, "aria-pressed": String(id === topic) },
        `${titles.get(id)} ${count}`,
      ),
    )
    topics.replaceChildren(...(buttons.length > 1 ? buttons : []))
  }

  /** @param {string} text */
  function say(text) {
    status.textContent = text
  }

  /**
   * @param {Result} result
   * @param {string} query
   */
  function resultItem(result, query) {
    const address = url(result.url)
    const shown = new URL(address)
    if (marking.checked) shown.searchParams.set("h", query)
    const item = element(
      "a",
      { class: "result", href: shown.href },
      element("span", { class: "result__title" }, ...marked(pieces(result.title, result.terms))),
      element("span", { class: "result__text" }),
      element("span", { class: "result__where" }, `${titles.get(result.topic)} · ${LEVELS[result.level]}`),
    )
    resultOf.set(item, result)
    return item
  }

  /** @param {Awaited<ReturnType<typeof offered>>[number]} question that is asked often */
  function often({ title, url: address, topic, level }) {
    const where = `常被问到 · ${titles.get(topic)} · ${LEVELS[level]}`
    return element(
      "a",
      { class: "result", href: url(address) },
      element("span", { class: "result__title" }, ...typeset(title)),
      element("span", { class: "result__where" }, where),
    )
  }

  /** @param {string} word */
  function suggestion(word) {
    return element("span", { class: "result result--word", "data-query": word }, word)
  }

  /** @param {string} query */
  function askItem(query) {
    const address = form.dataset.newQuestion
    return address
      ? [
          element(
            "a",
            { class: "result result--word", href: prefilled(address, query) },
            `书里没有？把“${query}”提交为新问题`,
          ),
        ]
      : []
  }

  function recent() {
    const queries = store
      .read(RECENT, /** @type {string[]} */ ([]))
      .filter((query) => typeof query === "string")
      .slice(0, 8)
    if (!queries.length) return []
    const items = queries.map((query) =>
      element("span", { class: "result result--word result--recent", "data-query": query }, query),
    )
    return [
      ...items,
      element("span", { class: "result result--word result--forget", "data-forget": "" }, "清除最近搜索"),
    ]
  }

  function remember() {
    const query = input.value.trim()
    if (!query) return
    const others = store
      .read(RECENT, /** @type {string[]} */ ([]))
      .filter((other) => typeof other === "string" && other !== query)
    store.write(RECENT, [query, ...others].slice(0, 8))
  }

  /** @param {string} query */
  function ask(query) {
    input.value = query
    input.focus()
    void update()
  }

  /** @param {number} place of an option; -1 for none */
  function select(place) {
    const options = /** @type {HTMLElement[]} */ ([...list.children])
    options[active]?.setAttribute("aria-selected", "false")
    active = options.length ? Math.max(-1, Math.min(place, options.length - 1)) : -1
    const option = options[active]
    if (option) {
      option.setAttribute("aria-selected", "true")
      option.scrollIntoView({ block: "nearest" })
      input.setAttribute("aria-activedescendant", option.id)
    } else input.removeAttribute("aria-activedescendant")
  }

  /** Open the first result, for which the reader pressed Enter before it was there. */
  function open() {
    awaited = ""
    const first = /** @type {HTMLElement | undefined} */ (list.children[0])
    first?.click()
  }

  /** @param {KeyboardEvent} event */
  function keys(event) {
    if (ofInputMethod(event)) return
    awaited = ""
    const option = /** @type {HTMLElement | undefined} */ (list.children[active])
    if (event.key === "ArrowDown") select(active + 1)
    else if (event.key === "ArrowUp") select(active - 1)
    else if (event.key === "PageDown") select(active + 5)
    else if (event.key === "PageUp") select(Math.max(active - 5, 0))
    else if (event.key === "Enter") {
      const query = input.value.trim()
      if (listed !== query) {
        awaited = query
        event.preventDefault()
        return
      }
      const chosen = option ?? /** @type {HTMLElement | undefined} */ (list.children[0])
      if (chosen instanceof HTMLAnchorElement && (event.ctrlKey || event.metaKey)) {
        remember()
        window.open(chosen.href, "_blank", "noopener")
      } else if (option || query) chosen?.click()
    } else if (event.key === "Escape") {
      if (input.value) {
        input.value = ""
        void update()
      } else leave()
    } else if (
      (event.ctrlKey || event.metaKey) &&
      event.key === "c" &&
      option &&
      input.selectionStart === input.selectionEnd
    )
      void give(option)
    else return
    event.preventDefault()
  }

  /** @param {HTMLElement} option whose link is copied */
  async function give(option) {
    const result = resultOf.get(option)
    if (!result) return
    const link = lasting(result.url)
    say((await copy(link)) ? "已复制链接" : `没能复制，链接是 ${link}`)
  }

  function shut() {
    close()
    panel.hidden = true
    input.setAttribute("aria-expanded", "false")
    input.removeAttribute("aria-activedescendant")
  }

  function leave() {
    shut()
    input.blur()
  }
}
