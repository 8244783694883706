/** A button on each block of code that copies it. */

import { copy } from "./clipboard.js"
import { element } from "./view.js"

const SHOWN_FOR = 2000

/** @param {ParentNode} root */
export function mount(root) {
  for (const code of root.querySelectorAll(".highlight > pre > code")) {
    const button = element("button", { type: "button", class: "copy-code" }, "复制")
    button.addEventListener("click", async () => {
      const said = (await copy(code.textContent ?? "")) ? "已复制" : "没有复制成，请手动选取"
      button.textContent = said
      announce(said)
      setTimeout(() => (button.textContent = "复制"), SHOWN_FOR)
    })
    code.closest(".highlight")?.prepend(button)
  }
}

/** @param {string} text for those who do not see the button change */
function announce(text) {
  const status = document.getElementById("answerbook-status")
  if (status) status.textContent = text
}
