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
  const panel = /** @type {HTMLElement} */ (form.querySelector(".search__panel"))
  const status = /** @type {HTMLElement} */ (form.querySelector(".search__status"))
  form.removeAttribute("data-waiting")

  let opened = false
  const open = async () => {
    if (opened) return
    opened = true
    panel.hidden = false
    status.textContent = "正在载入…"
    try {
      const module = await searchModule()
      module.open({ form, input, close })
    } catch {
      opened = false
      status.textContent = "搜索没有加载成功，请检查网络后再试"
    }
  }
  const show = () => {
    form.classList.add("search--open")
    document.documentElement.classList.add("searching")
  }
  const close = () => {
    form.classList.remove("search--open")
    document.documentElement.classList.remove("searching")
  }

  input.addEventListener("focus", () => {
    show()
    void open()
  })
  input.addEventListener("input", () => void open())
  form.addEventListener("submit", (event) => event.preventDefault())
  form.querySelector(".search__open")?.addEventListener("click", () => {
    show()
    input.focus()
  })
  for (const button of document.querySelectorAll("[data-open-search]")) {
    button.addEventListener("click", () => {
      show()
      input.focus()
    })
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || ofInputMethod(event) || typing(event.target)) return
    if (event.key === "/" || event.key === "s" || event.key === "f") {
      event.preventDefault()
      show()
      input.focus()
      input.select()
    } else if (event.key === "?") keys()
    else if (event.key === "m" || event.key === "M") step(event.key === "M")
    else if (event.key in PLACES) /** @type {HTMLElement | null} */ (document.querySelector(PLACES[event.key]))?.click()
  })
  document.querySelector("[data-keys]")?.addEventListener("click", keys)

  // The reader may have typed or pressed a key before this script ran: nothing has listened then.
  if (input.value || document.activeElement === input) {
    show()
    void open()
  }

  const parameters = new URLSearchParams(location.search)
  const query = parameters.get("q")
  if (query) {
    input.value = query.slice(0, 400)
    show()
    input.focus()
    void open()
  }
  const highlighted = parameters.get("h")
  if (highlighted) {
    strip("h")
    void searchModule().then((module) => module.highlight(highlighted.slice(0, 400)))
  }
}

/** @param {EventTarget | null} target whether keys typed there are text */
function typing(target) {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  )
}
