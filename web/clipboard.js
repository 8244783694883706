/** Copying text, also where the clipboard API does not exist: from disk, over plain http, in older in-app browsers. */

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it worked
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

/** @param {string} text */
function copyBySelection(text) {
  const before = /** @type {HTMLElement | null} */ (document.activeElement)
  const area = document.createElement("textarea")
  area.value = text
  area.readOnly = true
  area.className = "offscreen"
  // Inside an open dialog nothing outside it can be selected.
  ;(document.querySelector("dialog[open]") ?? document.body).append(area)
  area.select()
  area.setSelectionRange(0, text.length)
  let done = false
  try {
    done = document.execCommand("copy")
  } catch {
    done = false
  }
  area.remove()
  before?.focus({ preventScroll: true })
  return done
}
