/** The search field of every page, before anything of search is loaded: keys, phone button, ?q= and ?h=. */

import { step } from "./formulas.js"
import { script, strip } from "./site.js"
import { ofInputMethod } from "./view.js"

/** @typedef {() => Promise<any>} Loader */

/** @type {Record<string, string>} where a key leads */
const PLACES = { n: ".neighbours [rel=next]", p: ".neighbours [rel=prev]", u: ".breadcrumb li:last-child a" }

/** Show the list of keys. */
function keys() {
  script("assets/keys.js")
    .then(() => /** @type {any} */ (window).answerbook.modules.keys.show())
    .catch(() => {})
}

/** @param {Loader} searchModule */
export function mount(searchModule) {
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById("answerbook-search"))
  if (!form) return
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input[role=combobox]"))
  form.removeAttribute("data-waiting")
  const open = opener(form, async () => {
    const module = await searchModule()
    module.open({ form, input, close: () => toggle(false) })
  })
  const toggle = (/** @type {boolean} */ shown) => {
    form.classList.toggle("search--open", shown)
    document.documentElement.classList.toggle("searching", shown)
  }
  const enter = () => {
    toggle(true)
    input.focus()
  }
  const start = () => {
    toggle(true)
    void open()
  }

  input.addEventListener("focus", start)
  input.addEventListener("input", () => void open())
  form.addEventListener("submit", (event) => event.preventDefault())
  for (const button of document.querySelectorAll(".search__open, [data-open-search]"))
    button.addEventListener("click", enter)
  onKeys(() => {
    enter()
    input.select()
  })

  const parameters = new URLSearchParams(location.search)
  // Back from a result its list is there again.
  const query = parameters.get("q") ?? history.state?.asked
  if (query) {
    input.value = query.slice(0, 400)
    // A phone shows the field only once it is open, and what is not shown takes no focus.
    toggle(true)
    input.focus()
  }
  // The reader may have typed or pressed a key before this script ran: nothing has listened then.
  if (input.value || document.activeElement === input) start()
  const highlighted = parameters.get("h")
  if (highlighted) {
    strip("h")
    void searchModule().then((module) => module.highlight(highlighted.slice(0, 400)))
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {() => Promise<void>} load
 * @returns {() => Promise<void>} loads search once, unless it failed
 */
function opener(form, load) {
  const panel = /** @type {HTMLElement} */ (form.querySelector(".search__panel"))
  const status = /** @type {HTMLElement} */ (form.querySelector(".search__status"))
  let opened = false
  return async () => {
    if (opened) return
    opened = true
    panel.hidden = false
    status.textContent = "正在载入…"
    try {
      await load()
    } catch {
      opened = false
      status.textContent = "搜索没有加载成功，请检查网络后再试"
    }
  }
}

/** @param {() => void} search goes into the field */
function onKeys(search) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || ofInputMethod(event) || typing(event.target)) return
    if (event.key === "/" || event.key === "s" || event.key === "f") {
      event.preventDefault()
      search()
    } else if (event.key === "?") keys()
    else if (event.key === "m" || event.key === "M") step(event.key === "M")
    else if (event.key in PLACES) /** @type {HTMLElement | null} */ (document.querySelector(PLACES[event.key]))?.click()
  })
  document.querySelector("[data-keys]")?.addEventListener("click", keys)
}

/** @param {EventTarget | null} target whether keys typed there are text */
function typing(target) {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  )
}
