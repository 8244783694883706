/** The list of keys, loaded when somebody asks for it. */

import { adopt } from "./stylesheet.js"
import { element } from "./view.js"

adopt(
  ".keys { padding: 1.2em 1.6em; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: .3em }",
)

const KEYS = [
  ["/", "搜索"],
  ["↑ ↓ Enter", "在搜索结果里选、打开；Ctrl+C 复制链接"],
  ["n", "下一题"],
  ["p", "上一题"],
  ["m", "下一个公式：字母的意思、LaTeX；Shift+M 是上一个"],
  ["u", "回到专题，或来的那份单子"],
  ["Esc", "关上搜索、菜单、目录"],
  ["?", "这张表"],
]

const close = element("button", { type: "button" }, "关上")
const rows = KEYS.map(([key, said]) =>
  element("tr", {}, element("th", { scope: "row" }, element("kbd", {}, key)), element("td", {}, said)),
)
const dialog = element(
  "dialog",
  { class: "keys md-typeset", "aria-label": "快捷键" },
  element("table", {}, element("tbody", {}, ...rows)),
  close,
)
close.addEventListener("click", () => dialog.close())
document.body.append(dialog)

Object.assign(/** @type {any} */ (window).answerbook.modules, { keys: { show: () => dialog.showModal() } })
