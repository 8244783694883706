/** Elements out of data: text stays text. */

/** @typedef {Node | string | null | undefined} Child */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.filter((child) => child !== null && child !== undefined))
  return made
}

// What a key says that an input method took for itself.
const TAKEN = 229

/**
 * Whether a key was pressed for an input method. In Safari the Enter that ends a composition comes after its end: then
 * only the code tells.
 * @param {KeyboardEvent} event
 */
export function ofInputMethod(event) {
  return event.isComposing || event.keyCode === TAKEN
}

const SHOWN_FOR = 2000

/**
 * Say on a button what came of pressing it, for a moment, and tell those who do not see it.
 * @param {HTMLElement} button
 * @param {string} said
 */
export function answerOn(button, said) {
  const status = document.getElementById("answerbook-status")
  if (status) status.textContent = said
  button.dataset.label ??= button.textContent ?? ""
  button.textContent = said
  setTimeout(() => (button.textContent = button.dataset.label ?? ""), SHOWN_FOR)
}
