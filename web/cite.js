/** How this page is cited: loaded when the reader asks, for the day of citing is today. */

import * as code from "./code.js"
import { element } from "./view.js"

const link = /** @type {HTMLAnchorElement} */ (document.querySelector("a[data-cite]"))
// In the column of the text, as the footer's own lines.
const place = { style: "grid-column: text; padding: 0 .8rem" }
const panel = element("div", { role: "region", "aria-label": link.textContent ?? "", tabindex: "-1", ...place })

/** @param {string} selector a meta element of this page */
const meta = (selector) => document.querySelector(`meta[property="${selector}"]`)?.getAttribute("content") ?? ""

/** @returns {{ title: string, book: string, edition: string, day: string, today: string, url: string, key: string }} */
function page() {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"))
  const url = canonical?.href ?? location.href.replace(/[?#].*/, "")
  const now = new Date()
  const [, topic = "", id = ""] = /([\w-]*)\/([\w-]+)\/(?:index\.html)?$/.exec(url) ?? []
  return {
    title: document.querySelector("h1")?.textContent?.trim() ?? "",
    book: meta("og:site_name"),
    edition: link.dataset.cite ?? "",
    day: meta("article:modified_time") || (link.dataset.day ?? ""),
    today: [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, "0"))
      .join("-"),
    url,
    key: ["answerbook", topic === "q" || !topic ? "" : topic, id].filter(Boolean).join("-"),
  }
}

/** @param {ReturnType<typeof page>} about GB/T 7714—2015: a part of an electronic resource, or the whole of it */
function standard({ title, book, edition, day, today, url }) {
  const named = title === book ? `${book}[EB/OL]` : `${title}[EB/OL]//${book}`
  return `${named}. ${edition}. (${day})[${today}]. ${url}.`
}

/** @param {ReturnType<typeof page>} about */
function bibtex({ title, book, edition, day, today, url, key }) {
  const fields = {
    title: `{${escaped(title)}}`,
    howpublished: escaped(title === book ? edition : `${book}，${edition}`),
    year: day.slice(0, 4),
    month: String(Number(day.slice(5, 7))),
    note: `更新于 ${day}，访问于 ${today}`,
    url,
  }
  const lines = Object.entries(fields).map(([name, text]) => `  ${name} = {${text}},\n`)
  return `@misc{${key},\n${lines.join("")}}`
}

/** @param {string} text what LaTeX would read as commands stays text */
function escaped(text) {
  return text.replace(
    /[\\{}#$%&_^~]/g,
    (mark) => ({ "\\": "\\textbackslash{}", "^": "\\^{}", "~": "\\~{}" })[mark] ?? `\\${mark}`,
  )
}

/**
 * @param {string} name
 * @param {string} text
 */
const block = (name, text) => [
  element("p", {}, name),
  element(
    "div",
    { class: "highlight" },
    element("pre", { tabindex: "0", style: "white-space: pre-wrap" }, element("code", {}, text)),
  ),
]

function show() {
  const about = page()
  const editions = element(
    "p",
    {},
    "各版的文件和校验和：",
    element("a", { href: link.href.replace(/#.*/, "") }, "历次版本"),
  )
  panel.replaceChildren(...block("GB/T 7714—2015", standard(about)), ...block("BibTeX", bibtex(about)), editions)
  code.mount(panel)
  link.closest("p")?.after(panel)
  panel.focus()
}

link.addEventListener("click", (event) => {
  event.preventDefault()
  if (panel.isConnected) panel.remove()
  else show()
})
show()
