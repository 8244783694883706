/**
 * What the reader has read and where they stopped, on this device alone: marks in lists, and 接着读 (home.js).
 *
 * An answer counts as read when its end has been in sight; a button below it takes that back, or sets it.
 */

import * as store from "./store.js"
import { element } from "./view.js"

/** @typedef {{ id: string, title: string, part: string, anchor: string, list: string, next: string[] }} Last next: id and title of what comes after it */

export const READ = "read"
export const LAST = "last"
const ANSWER = /\/q\/([\w-]+)\//

/** @param {Document} page */
export function mount(page) {
  const article = page.getElementById("main")
  if (article?.dataset.question) follow(page, article, article.dataset.question)
  mark(page)
  // Whoever comes back sees what has been read since.
  addEventListener("pageshow", ({ persisted }) => persisted && mark(page))
}

/** @returns {string[]} the ids of what has been read */
export const read = () => store.read(READ, /** @type {string[]} */ ([])).filter((id) => typeof id === "string")

/** @param {Document} page every link in a list to what has been read says so */
export function mark(page) {
  const known = new Set(read())
  if (!known.size) return
  for (const link of page.querySelectorAll(
    ".question-list a, .lines a, .stages a, [data-list] a, .md-nav--primary a",
  )) {
    const id = ANSWER.exec(/** @type {HTMLAnchorElement} */ (link).pathname)?.[1]
    link.classList.toggle("read", !!id && known.has(id))
  }
}

/**
 * @param {Document} page
 * @param {HTMLElement} article
 * @param {string} id
 */
function follow(page, article, id) {
  const foot = page.querySelector(".answer-help")
  const button = element("button", { type: "button", class: "read-mark" })
  const show = () => {
    const known = read().includes(id)
    button.setAttribute("aria-pressed", String(known))
    button.textContent = known ? "✓ 读过了" : "标为读过"
  }
  const set = (/** @type {boolean} */ known) => {
    const others = read().filter((other) => other !== id)
    store.write(READ, known ? [id, ...others] : others)
    show()
  }
  show()
  button.addEventListener("click", () => set(button.getAttribute("aria-pressed") !== "true"))
  foot?.prepend(button)
  const end = page.querySelector(".answer-foot")
  if (end && button.getAttribute("aria-pressed") !== "true")
    new IntersectionObserver(([{ isIntersecting }], observer) => {
      // A page that is short, or whose end was jumped to, has not been read by that.
      if (!isIntersecting || !now || Math.abs(now - before) > innerHeight) return
      observer.disconnect()
      set(true)
    }).observe(end)
  // Where the window stands, and where it stood before it was scrolled last.
  let now = 0
  let before = 0
  addEventListener("scroll", () => ([before, now] = [now, scrollY]), { passive: true })
  // Phones may never say more than this of a page that is left.
  page.addEventListener("visibilitychange", () => page.visibilityState === "hidden" && stop(page, article, id))
  addEventListener("pagehide", () => stop(page, article, id))
}

/**
 * @param {Document} page
 * @param {HTMLElement} article
 * @param {string} id
 */
function stop(page, article, id) {
  const heads = /** @type {HTMLElement[]} */ ([...article.querySelectorAll("h2[id], h3[id]")])
  const at = heads.filter((head) => head.getBoundingClientRect().top < innerHeight / 2).pop()
  const next = /** @type {HTMLAnchorElement | null} */ (page.querySelector(".neighbours .next"))
  const title = (/** @type {Element | null | undefined} */ one) =>
    one?.textContent?.replace(/#$|下一题/, "").trim() ?? ""
  /** @type {Last} */
  const last = {
    id,
    title: title(page.querySelector("h1")),
    part: scrollY ? title(at) : "",
    anchor: scrollY ? (at?.id ?? "") : "",
    list: String(history.state?.list ?? ""),
    next: next ? [ANSWER.exec(next.pathname)?.[1] ?? "", title(next)] : [],
  }
  store.write(LAST, last)
}
