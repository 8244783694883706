/** The list under the field, as the ARIA Authoring Practices Guide has a combobox: the field keeps the focus. */

// How far each key goes; a page up stops at the first option instead of leaving the list.
/** @type {Record<string, number>} */
const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }

/** Options that the arrow keys of the field choose from. It knows nothing of what they are. */
export class Listbox {
  #input
  #list
  #active = -1

  /**
   * @param {HTMLInputElement} input
   * @param {HTMLElement} list
   */
  constructor(input, list) {
    this.#input = input
    this.#list = list
    // A press on an option leaves the focus where it is.
    list.addEventListener("pointerdown", (event) => event.preventDefault())
  }

  get options() {
    return /** @type {HTMLElement[]} */ ([...this.#list.children])
  }

  /** The option that the keys have come to. */
  get active() {
    return /** @type {HTMLElement | undefined} */ (this.options[this.#active])
  }

  /** @param {HTMLElement[]} options in the place of those before */
  show(options) {
    options.forEach((option, i) => {
      option.id = `search-option-${i}`
      option.setAttribute("role", "option")
      option.setAttribute("aria-selected", "false")
      option.tabIndex = -1
    })
    this.#list.replaceChildren(...options)
    this.#list.hidden = !options.length
    this.#list.scrollTop = 0
    this.#input.setAttribute("aria-expanded", String(options.length > 0))
    this.#select(-1)
  }

  /**
   * @param {string} key
   * @returns {boolean} whether the key is one that moves
   */
  moved(key) {
    const step = STEPS[key]
    if (!step) return false
    const place = this.#active + step
    this.#select(key === "PageUp" ? Math.max(place, 0) : place)
    return true
  }

  /** Say that the list is gone, without taking it away. */
  shut() {
    this.#input.setAttribute("aria-expanded", "false")
    this.#input.removeAttribute("aria-activedescendant")
  }

  /** @param {number} place of an option; -1 for none */
  #select(place) {
    const { options } = this
    this.active?.setAttribute("aria-selected", "false")
    this.#active = options.length ? Math.max(-1, Math.min(place, options.length - 1)) : -1
    const option = options[this.#active]
    if (option) {
      option.setAttribute("aria-selected", "true")
      option.scrollIntoView({ block: "nearest" })
      this.#input.setAttribute("aria-activedescendant", option.id)
    } else this.#input.removeAttribute("aria-activedescendant")
  }
}
