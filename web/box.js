/** The search box: results while typing, in the combobox pattern of the ARIA Authoring Practices Guide. */

import { Listbox } from "./box/listbox.js"
import * as recent from "./box/recent.js"
import {
  askItem,
  mostAsked,
  often,
  otherWays,
  quote,
  recentItems,
  resultItem,
  suggestion,
  topicButtons,
} from "./box/results.js"
import { copy } from "./clipboard.js"
import { lasting } from "./site.js"
import * as store from "./store.js"
import { ofInputMethod } from "./view.js"
import { offered, unanswered } from "./search/engine.js"
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
// In the state of the history; web/header.js reads it.
const ASKED = "asked"
// So many results say which topics there are to choose from.
const LOOKED_AT = 60
// Sentences are fetched for what stays on screen, not for every letter on the way.
const PAUSE = 60
const MARKING = "marking"

/**
 * @param {Elements} elements
 * @param {Source} source
 */
export const mount = (elements, source) => new Box(elements, source)

/** What the reader typed, and what is shown for it. An answer that comes after a later question is dropped. */
class Box {
  #form
  #input
  #close
  #source
  #panel
  #list
  #status
  #topics
  #marking
  // Counts the updates: whoever waited looks whether there has been another.
  #latest = 0
  #composing = false
  // The query whose results are in the list, and the one whose first the reader already asked for.
  #listed = ""
  #awaited = ""
  #topic = ""
  /** @type {Map<string, string>} */
  #titles = new Map()
  /** @type {WeakMap<HTMLElement, Result>} */
  #resultOf = new WeakMap()

  /**
   * @param {Elements} elements
   * @param {Source} source
   */
  constructor({ form, input, close }, source) {
    this.#form = form
    this.#input = input
    this.#close = close
    this.#source = source
    this.#panel = /** @type {HTMLElement} */ (form.querySelector(".search__panel"))
    this.#list = new Listbox(input, /** @type {HTMLElement} */ (form.querySelector("[role=listbox]")))
    this.#status = /** @type {HTMLElement} */ (form.querySelector(".search__status"))
    this.#topics = /** @type {HTMLElement} */ (form.querySelector(".search__topics"))
    this.#marking = /** @type {HTMLInputElement} */ (form.querySelector("input[type=checkbox]"))
    // The reader may have been faster than this script.
    if (this.#marking.checked !== this.#marking.defaultChecked) store.write(MARKING, this.#marking.checked)
    else this.#marking.checked = store.read(MARKING, true)
    this.#listenToField()
    this.#listenAround()
    // While the reader still types the first word.
    source.index().catch(() => {})
    // Or gone on already, by the keyboard or a press elsewhere: a list that opened then would cover where they are.
    if (form.contains(document.activeElement)) void this.#update()
    else this.#shut()
  }

  #listenToField() {
    const input = this.#input
    input.addEventListener("compositionstart", () => (this.#composing = true))
    input.addEventListener("compositionend", () => {
      this.#composing = false
      void this.#update()
    })
    input.addEventListener("input", () => {
      // While an input method composes, the letters in the field are not yet the query.
      if (!this.#composing) void this.#update()
    })
    input.addEventListener("focus", () => void this.#update())
    input.addEventListener("keydown", (event) => this.#pressed(event))
  }

  #listenAround() {
    const form = this.#form
    this.#topics.addEventListener("click", ({ target }) => {
      const button = /** @type {HTMLElement} */ (target).closest("button")
      if (button) this.#choose(button.dataset.topic ?? "")
    })
    this.#marking.addEventListener("change", () => {
      store.write(MARKING, this.#marking.checked)
      void this.#update()
    })
    form.querySelector("[role=listbox]")?.addEventListener("click", (event) => this.#clicked(event))
    form.querySelector(".search__clear")?.addEventListener("click", () => this.#ask(""))
    form.querySelector(".search__back")?.addEventListener("click", () => this.#leave())
    document.addEventListener("pointerdown", ({ target }) => {
      if (target instanceof Node && !form.contains(target)) this.#shut()
    })
    form.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !form.contains(relatedTarget)) this.#shut()
    })
  }

  async #update() {
    const ticket = ++this.#latest
    const query = this.#input.value.trim()
    this.#panel.hidden = false
    if (!query) return this.#propose(ticket)
    // What was asked before is no answer to this.
    if (!this.#listed) this.#show([], "")
    const results = await this.#find(query, ticket)
    if (!results || ticket !== this.#latest) return
    // Where nothing is found, there is nothing to mark.
    this.#marking.parentElement?.toggleAttribute("hidden", !results.length)
    await (results.length ? this.#answer(query, results, ticket) : this.#suggest(query, ticket))
  }

  /**
   * What to ask, while nothing is typed.
   * @param {number} ticket
   */
  async #propose(ticket) {
    this.#topic = ""
    this.#topics.replaceChildren()
    this.#show(recentItems(recent.queries()), "")
    this.#say("")
    const index = await this.#source.index().catch(() => undefined)
    const asked = index ? await offered(index).catch(() => []) : []
    // While something is typed, nothing is offered any more.
    if (ticket !== this.#latest) return
    this.#titles = new Map(index?.topics.map(([id, title]) => [id, title]))
    const questions = asked.map((question) => often(question, this.#titles.get(question.topic)))
    this.#show([...recentItems(recent.queries()), ...questions], "")
  }

  /**
   * @param {string} query
   * @param {number} ticket
   * @returns {Promise<Result[] | undefined>} nothing where the index could not be had, which is said
   */
  async #find(query, ticket) {
    const waiting = setTimeout(() => ticket === this.#latest && !this.#listed && this.#say("正在载入…"), PAUSE)
    try {
      const index = await this.#source.index()
      this.#titles = new Map(index.topics.map(([id, title]) => [id, title]))
      // In a large book the titles of so many results would have to be fetched.
      const all = await this.#source.search(query, { limit: index.block ? LIMIT : LOOKED_AT })
      if (!all.some((result) => result.topic === this.#topic)) this.#topic = ""
      const topic = this.#topic
      const results = topic ? await this.#source.search(query, { limit: LIMIT, topic }) : all.slice(0, LIMIT)
      if (ticket === this.#latest) this.#topics.replaceChildren(...topicButtons(all, this.#titles, this.#topic))
      return results
    } catch {
      if (ticket === this.#latest) this.#say("搜索没有加载成功，请检查网络后再试")
      return undefined
    } finally {
      clearTimeout(waiting)
    }
  }

  /**
   * Nothing was found: words that are like it, and where else to look.
   * @param {string} query
   * @param {number} ticket
   */
  async #suggest(query, ticket) {
    const words = nearest(await this.#source.index(), query)
    if (ticket !== this.#latest) return
    const ways = [...otherWays(), ...askItem(query, this.#form.dataset.newQuestion)]
    this.#show([...mostAsked(query), ...words.map(suggestion), ...ways], query)
    this.#say(words.length ? "没有找到这个问题，试试相近的词" : "没有找到；换一个说法，或者只写一两个关键词")
  }

  /**
   * @param {string} query
   * @param {Result[]} results
   * @param {number} ticket
   */
  async #answer(query, results, ticket) {
    const missing = await unanswered(await this.#source.index(), query).catch(() => undefined)
    if (ticket !== this.#latest) return
    const items = results.map((result) => this.#item(result, query))
    const ways = [...(results[0].weak ? otherWays() : []), ...askItem(query, this.#form.dataset.newQuestion)]
    this.#show([...mostAsked(query), ...items, ...ways], query)
    if (this.#awaited === query) return this.#open()
    this.#say(missing ? lacking(missing) : counted(results))
    this.#form.classList.toggle("search--weak", results[0].weak)
    await new Promise((resume) => setTimeout(resume, PAUSE))
    if (ticket !== this.#latest) return
    await Promise.all(
      results.map(async (result, i) => {
        const sentences = await this.#source.sentences(result.id).catch(() => [])
        if (ticket === this.#latest) quote(items[i], sentences, result)
      }),
    )
  }

  /**
   * @param {Result} result
   * @param {string} query
   */
  #item(result, query) {
    const item = resultItem(result, this.#titles.get(result.topic), this.#marking.checked ? query : "")
    this.#resultOf.set(item, result)
    return item
  }

  /**
   * @param {HTMLElement[]} options
   * @param {string} query that they answer
   */
  #show(options, query) {
    this.#listed = query
    this.#list.show(options)
    this.#form.classList.remove("search--weak")
  }

  /** @param {string} text */
  #say(text) {
    this.#status.textContent = text
  }

  /** @param {string} topic that is chosen, or was and is no longer */
  #choose(topic) {
    this.#topic = topic === this.#topic ? "" : topic
    this.#input.focus()
    void this.#update()
  }

  /** @param {Event} event on an option */
  #clicked(event) {
    const option = /** @type {HTMLElement} */ (event.target).closest("[role=option]")
    if (!(option instanceof HTMLElement)) return
    const { query, forget } = option.dataset
    if (query === undefined && forget === undefined) {
      const asked = this.#input.value.trim()
      // A place of this very page would lie under the list.
      if (option.getAttribute("href")?.startsWith(`${location.href.split("#")[0]}#`)) this.#shut()
      else if (!(event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey))) left(asked)
      return recent.remember(asked)
    }
    event.preventDefault()
    if (query !== undefined) return this.#ask(query)
    recent.forget()
    void this.#update()
  }

  /** @param {string} query */
  #ask(query) {
    this.#input.value = query
    this.#input.focus()
    void this.#update()
  }

  /** Open the first result, for which the reader pressed Enter before it was there. */
  #open() {
    this.#awaited = ""
    this.#list.options.find((option) => option.dataset.way === undefined)?.click()
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (ofInputMethod(event)) return
    this.#awaited = ""
    const { active } = this.#list
    if (event.key === "Enter") this.#enter(event)
    else if (event.key === "Escape") this.#escape()
    else if (isCopy(event) && active && this.#input.selectionStart === this.#input.selectionEnd) void this.#give(active)
    else if (!this.#list.moved(event.key)) return
    event.preventDefault()
  }

  /** @param {KeyboardEvent} event */
  #enter(event) {
    const query = this.#input.value.trim()
    if (this.#listed !== query) {
      this.#awaited = query
      return
    }
    const { active, options } = this.#list
    // What leads away from the search is chosen, never only the first of the list.
    const chosen = active ?? options.find((option) => option.dataset.way === undefined)
    if (chosen instanceof HTMLAnchorElement && (event.ctrlKey || event.metaKey)) {
      recent.remember(query)
      window.open(chosen.href, "_blank", "noopener")
    } else if (active || query) chosen?.click()
  }

  #escape() {
    if (!this.#input.value) return this.#leave()
    this.#input.value = ""
    void this.#update()
  }

  /** @param {HTMLElement} option whose link is copied */
  async #give(option) {
    const result = this.#resultOf.get(option)
    if (!result) return
    const link = lasting(result.url)
    this.#say((await copy(link)) ? "已复制链接" : `没能复制，链接是 ${link}`)
  }

  #shut() {
    if (history.state?.[ASKED]) left(undefined)
    this.#close()
    this.#panel.hidden = true
    this.#list.shut()
  }

  #leave() {
    this.#shut()
    this.#input.blur()
  }
}

/**
 * Who comes back to this page finds the list that was left for one of its results.
 * @param {string | undefined} query
 */
const left = (query) => history.replaceState({ ...history.state, [ASKED]: query }, "")

/** @param {{ term: string, places?: number }} missing what of the query no question is about */
const lacking = ({ term, places }) =>
  places === 0
    ? `书里没有提到 ${term}，下面的只有部分相关`
    : `没有专讲 ${term} 的题，${places ? `提到它的有 ${places} 处` : "下面的只有部分相关"}`

/** @param {Result[]} results */
const counted = (results) =>
  results[0].weak
    ? "没有完全对应的问题，下面的只有部分相关"
    : `${results.length === LIMIT ? "前 " : ""}${results.length} 个结果`

/** @param {KeyboardEvent} event */
const isCopy = (event) => (event.ctrlKey || event.metaKey) && event.key === "c"
