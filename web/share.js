/** Giving an answer to others: its link, a text for chats, the whole as Markdown, or whatever the system can send. Loaded when the menu opens. */

import { copy } from "./clipboard.js"
import { lasting } from "./site.js"
import { answerOn } from "./view.js"

/** @typedef {{ title: string, short: string, link: string }} SharedAnswer */

/**
 * Most want the link: it is copied at once, and the menu says so. Where that is not allowed, it has to be asked for.
 * @param {Element} menu
 */
async function open(menu) {
  const button = /** @type {HTMLElement} */ (menu.querySelector("[data-share=link]"))
  if (await copy(shown(document).link)) answerOn(button, "链接已复制")
}

/** @param {HTMLElement} button of the menu that was pressed */
async function give(button) {
  const answer = shown(document)
  if (button.dataset.share === "system") await send(answer)
  else if (button.dataset.share === "link") await copied(button, answer.link)
  else if (button.dataset.share === "text") await copied(button, `${answer.title}\n${answer.short}\n${answer.link}`)
  else if (button.dataset.share === "wrong") await report(button, answer)
  else await giveWhole(/** @type {HTMLAnchorElement} */ (button))
}

/**
 * @param {HTMLElement} button
 * @param {string} text
 */
async function copied(button, text) {
  answerOn(button, (await copy(text)) ? "已复制" : "没有复制成")
}

/**
 * What whoever corrects it has to know, for a chat or a letter; the reader adds the rest.
 * @param {HTMLElement} button
 * @param {SharedAnswer} answer
 */
async function report(button, { title, link }) {
  const id = document.getElementById("main")?.dataset.question
  const done = await copy(`答案有误：${title}\n编号：${id}\n地址：${link}\n哪里不对、应该怎样：\n`)
  answerOn(button, done ? "已复制，请转给分享这本书的人" : "没有复制成，请看页尾")
}

/** @param {HTMLAnchorElement} link to the file */
async function giveWhole(link) {
  try {
    const file = await fetch(link.href)
    if (!file.ok) throw new Error(`${file.status}`)
    await copied(link, await file.text())
  } catch {
    answerOn(link, "没有取到，请检查网络")
  }
}

/** @param {SharedAnswer} answer */
async function send({ title, short, link }) {
  // Whoever closes the sheet without sending has done nothing wrong.
  await navigator.share({ title, text: short, url: link }).catch(() => {})
}

/**
 * @param {Document} page
 * @returns {SharedAnswer} the one on this page
 */
function shown(page) {
  const text = (/** @type {string} */ selector) => page.querySelector(selector)?.textContent?.trim() ?? ""
  return {
    title: text("h1"),
    short: text("[data-short]"),
    link: lasting(`q/${page.getElementById("main")?.dataset.question}/`),
  }
}

// Where there is a mouse, the system's sheet offers little and costs a click more.
if ("share" in navigator && matchMedia("(pointer: coarse)").matches)
  document.querySelector(".share li[hidden]")?.removeAttribute("hidden")
Object.assign(/** @type {any} */ (window).answerbook.modules, { share: { give, open } })
