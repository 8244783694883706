/** The home page's 接着读: the answer where the reader stopped, or the one that comes after it. */

import * as keep from "./keep.js"
import { typeset } from "./plain.js"
import { LAST, READ, read } from "./reading.js"
import { url } from "./site.js"
import * as store from "./store.js"
import { element } from "./view.js"

/** @typedef {import("./reading.js").Last} Last */

/** @param {Element} head of the home page: below it, where the reader stopped, or what comes next */
function goOn(head) {
  const last = store.read(LAST, /** @type {Partial<Last>} */ ({}))
  const known = read()
  const done = known.includes(String(last.id)) && last.next?.length === 2
  const [id, title] = done ? /** @type {string[]} */ (last.next) : [last.id, last.title]
  if (typeof id !== "string" || typeof title !== "string" || !/^[\w-]+$/.test(id)) return
  const anchor = !done && /^[\w-]+$/.test(String(last.anchor)) ? `#${last.anchor}` : ""
  const address = new URL(url(`q/${id}/${anchor}`))
  if (last.list) address.searchParams.set("list", String(last.list))
  const forget = element("button", { type: "button" }, "忘掉")
  const line = element(
    "p",
    { class: "go-on" },
    done ? "接着读下一题：" : "接着读：",
    element("a", { href: address.href }, ...typeset(title)),
    anchor && last.part ? " · " : "",
    ...(anchor && last.part ? typeset(last.part) : []),
    element("span", { class: "count" }, `${known.length ? `读过 ${known.length} 题，` : ""}只记在这台设备上`),
    forget,
  )
  forget.addEventListener("click", () => {
    store.write(LAST, null)
    store.write(READ, [])
    line.remove()
  })
  head.append(line)
}

const head = document.querySelector(".home-head")
if (head) goOn(head)
const downloads = document.getElementById("downloads")?.parentElement
if (downloads) void keep.mount(downloads)
