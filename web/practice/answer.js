/** The parts of an answer as elements, for practice and mock interviews. */

import { typeset } from "../plain.js"
import { url } from "../site.js"
import { element, ofInputMethod } from "../view.js"
import { GRADES } from "./words.js"

/** @typedef {import("./book.js").Card} Card */
/** @typedef {{ grade: number, name: string, says: Node[] }} Scale says: what the page says of an answer of this grade */

/**
 * HTML of the book's own, made when the site was built.
 * @param {string} html
 */
export function made(html) {
  const template = document.createElement("template")
  template.innerHTML = html
  return template.content
}

/**
 * @param {Card} card
 * @returns {Scale[]} from 1 to 4
 */
export function scale(card) {
  const rows = [...made(card.grading ?? "").querySelectorAll("dl.grades > div")]
  return GRADES.map((name, i) => {
    const row = rows.find((one) => one.querySelector("dt")?.textContent === name)
    // They stand on a button, which holds no links.
    for (const link of row?.querySelectorAll("a") ?? []) link.replaceWith(...link.childNodes)
    return { grade: i + 1, name, says: [...(row?.querySelector("dd")?.childNodes ?? [])] }
  })
}

/**
 * The follow-ups with their answers in a sentence, as the page lists them.
 * @param {Card} card
 * @returns {{ asked: Node[], reply: Node[] }[]}
 */
export function followUps(card) {
  return [...(made(card["follow-ups"] ?? "").querySelector("ul")?.children ?? [])].map((item) => {
    const reply = item.querySelector(".reply")
    reply?.remove()
    return { asked: [...item.childNodes], reply: [...(reply?.childNodes ?? [])] }
  })
}

/**
 * The short answer and what is said aloud.
 * @param {Card} card
 */
export function shown(card) {
  const short = element(
    "section",
    { class: "short" },
    element("h3", {}, "速答"),
    element("p", {}, ...typeset(card.short)),
  )
  const spoken = card.spoken ? element("section", {}, element("h3", {}, "口述"), made(card.spoken)) : null
  return element("div", { class: "body" }, short, spoken)
}

/**
 * The follow-ups, each answer folded below its question.
 * @param {Card} card
 */
export function asked(card) {
  const items = followUps(card).map(({ asked, reply }) => {
    // Without its link: it is pressed itself.
    const question = asked.flatMap((node) => (node instanceof HTMLAnchorElement ? [...node.childNodes] : [node]))
    return element(
      "li",
      {},
      element(
        "details",
        {},
        element("summary", {}, ...question),
        element("p", {}, ...(reply.length ? reply : ["这一问还没有一句话的答案。"])),
      ),
    )
  })
  return items.length
    ? element("section", { class: "practice__asked" }, element("h3", {}, "接着会追问"), element("ul", {}, ...items))
    : null
}

/**
 * What the page says of each grade, and the buttons with which readers grade themselves: these stay at the lower edge of
 * the window, for who knows it already or has only a thumb.
 * @param {Card} card
 * @param {((grade: number) => [string, string]) | undefined} when what comes of it: in how many days, and the date
 * @param {(grade: number, name: string) => void} chosen
 * @returns {HTMLElement[]}
 */
export function grades(card, when, chosen) {
  const rows = scale(card)
  const buttons = rows.map(({ grade, name, says }) => {
    const button = element(
      "button",
      { type: "button", "data-grade": String(grade) },
      element("kbd", {}, String(grade)),
      " ",
      element("strong", {}, name),
    )
    if (says.length) button.setAttribute("aria-describedby", `grade-${grade}`)
    // The blanks are for those who hear the button's name.
    const [soon, date] = when?.(grade) ?? []
    if (soon) button.append(" ", element("span", { class: "practice__when" }, soon))
    if (date) button.append(element("span", { class: "practice__when practice__date" }, date))
    button.addEventListener("click", () => chosen(grade, name))
    return button
  })
  const said = rows.filter(({ says }) => says.length)
  const list = element(
    "dl",
    { class: "practice__says" },
    ...said.flatMap(({ grade, name, says }) => [
      element("dt", {}, name),
      element("dd", { id: `grade-${grade}` }, ...says),
    ]),
  )
  const label = { role: "group", "aria-label": "给自己打分（按键 1 到 4）" }
  return [
    element("section", {}, element("h3", {}, "照评分，这次答得"), said.length ? list : null),
    element("div", { class: "practice__grades", ...label }, ...buttons),
  ]
}

/**
 * Space shows the answer, 1 to 4 grade; where a reader types, keys are text.
 * @param {HTMLElement} place
 * @param {() => boolean} waiting whether a question stands there without its answer
 * @param {() => void} reveal
 */
export function onKeys(place, waiting, reveal) {
  document.addEventListener("keydown", (event) => {
    const { target } = event
    const elsewhere = event.ctrlKey || event.metaKey || event.altKey || ofInputMethod(event) || place.hidden
    if (elsewhere || !(target instanceof Element) || target.closest("input, textarea, select, dialog")) return
    const button = /^[1-4]$/.test(event.key) ? place.querySelector(`button[data-grade="${event.key}"]`) : null
    if (button instanceof HTMLElement) {
      event.preventDefault()
      button.click()
    } else if (event.key === " " && waiting() && !target.closest("button, a, summary")) {
      event.preventDefault()
      reveal()
    }
  })
}

/**
 * The way to an answer's page.
 * @param {string} id
 */
export function page(id) {
  return element("a", { href: url(`q/${id}/`), target: "_blank" }, "整个答案（另开一页）")
}

/**
 * The whole answer, below when it is asked for; from disk, where no page may be fetched, its page opens.
 * @param {string} id
 */
export function whole(id) {
  if (location.protocol === "file:") return element("p", {}, page(id))
  const button = element("button", { type: "button", class: "md-button" }, "看整个答案")
  const said = element("span", { role: "status" })
  const place = element("div", {}, element("p", {}, button, " ", page(id), " ", said))
  button.addEventListener("click", async () => {
    said.textContent = "正在取…"
    try {
      const body = await fetched(url(`q/${id}/`))
      place.replaceChildren(element("p", {}, page(id)), body)
      body.focus({ preventScroll: true })
    } catch {
      said.textContent = "没有取到，请检查网络后再试"
    }
  })
  return place
}

/**
 * What an answer says after its short and its spoken form, its links leading where they lead there.
 * @param {string} address
 * @returns {Promise<HTMLElement>}
 */
async function fetched(address) {
  const response = await fetch(address)
  const body = new DOMParser().parseFromString(await response.text(), "text/html").querySelector(".answer > .body")
  if (!(body instanceof HTMLElement)) throw new Error(`${address} 不是要的内容`)
  for (const shown of body.querySelectorAll("#short, #spoken, .spoken")) shown.remove()
  for (const name of ["href", "src"])
    for (const one of body.querySelectorAll(`[${name}]`)) {
      const leads = one.getAttribute(name) ?? ""
      if (!leads.startsWith("#")) one.setAttribute(name, new URL(leads, address).href)
    }
  body.tabIndex = -1
  return body
}
