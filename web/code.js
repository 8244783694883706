/** A button on each block of code that copies it. */

import { copy } from "./clipboard.js"
import { answerOn, element } from "./view.js"

/** @param {ParentNode} root */
export function mount(root) {
  for (const code of root.querySelectorAll(".highlight > pre > code")) {
    const button = element("button", { type: "button", class: "copy-code" }, "复制")
    button.addEventListener("click", async () => {
      answerOn(button, (await copy(code.textContent ?? "")) ? "已复制" : "没有复制成，请手动选取")
    })
    code.closest(".highlight")?.prepend(button)
  }
}
