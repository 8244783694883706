/** Giving an answer to others: its link, a text for chats, Markdown, or whatever the system can send. */

import { copy } from "./clipboard.js"
import { lasting } from "./site.js"
import { answerOn } from "./view.js"

/** @typedef {{ title: string, short: string, link: string }} Answer */

/** @type {Record<string, (answer: Answer) => string>} */
export const forms = {
  link: ({ link }) => link,
  text: ({ title, short, link }) => `${title}\n${short}\n${link}`,
  markdown: ({ title, short, link }) => `[${escaped(title)}](${link})\n\n> ${escaped(short)}\n`,
}

/** @param {Document} page */
export function mount(page) {
  page.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button[data-share]") : null
    const place = button?.closest("[data-question]")
    if (button instanceof HTMLElement && place instanceof HTMLElement) void give(button, answer(place))
  })
  // Where there is a mouse, the system's sheet offers little and costs a click more.
  if ("share" in navigator && matchMedia("(pointer: coarse)").matches) {
    for (const button of page.querySelectorAll("button[data-share=system]")) button.removeAttribute("hidden")
  }
}

/**
 * @param {HTMLElement} button
 * @param {Answer} answer
 */
async function give(button, answer) {
  const form = button.dataset.share ?? ""
  if (form in forms) answerOn(button, (await copy(forms[form](answer))) ? "已复制" : "没有复制成")
  // Whoever closes the sheet without sending has done nothing wrong.
  else await navigator.share({ title: answer.title, text: answer.short, url: answer.link }).catch(() => {})
}

/**
 * @param {HTMLElement} place what shows the answer, or its line in a list
 * @returns {Answer}
 */
function answer(place) {
  const text = (/** @type {string} */ selector) => place.querySelector(selector)?.textContent?.trim() ?? ""
  return { title: text("h1, .question-title"), short: text("[data-short]"), link: lasting(`q/${place.dataset.question}/`) }
}

/** @param {string} text what Markdown would read as marks stays text */
function escaped(text) {
  return text.replace(/[\\`*_[\]<>#|~$]/g, "\\$&")
}
