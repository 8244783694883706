/** Figures in steps: forward and back with buttons, keys or a slider. Nothing moves by itself; the address holds the moment. */

import { drawn } from "./moments.js"
import { script } from "./site.js"
import { element } from "./view.js"

/** @typedef {import("./moments.js").Moments} Moments */

const NAMED = /^#step-([a-z0-9-]+)-(\d+)$/

for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".steps"))) mount(place)

/** @param {HTMLElement} place */
function mount(place) {
  const name = place.dataset.steps ?? ""
  const count = Number(place.dataset.count)
  let now = Number(place.dataset.shown)
  const show = shower(place, name, now)
  const sentence = /** @type {HTMLElement} */ (place.querySelector(".steps__said span"))
  const limits = controls(place, count, (by) => go(now + by), go)
  addEventListener("hashchange", follow)
  limits(now)
  follow()

  /** Show the moment that the address names, if it is one of this figure. */
  function follow() {
    const [, figure, number] = NAMED.exec(location.hash) ?? []
    if (figure === name) go(Number(number))
  }

  /** @param {number} number from 1; beyond the ends there is nothing to go to */
  function go(number) {
    const wanted = Math.min(Math.max(number, 1), count)
    if (wanted === now) return
    now = wanted
    limits(now)
    moments(name).then(
      (found) => show(found, now),
      () => (sentence.textContent = "没有加载成功，请检查网络，再按一次。"),
    )
  }
}

/**
 * The buttons and the slider, behind the drawing.
 * @param {HTMLElement} place
 * @param {number} count
 * @param {(by: number) => void} move
 * @param {(number: number) => void} go
 * @returns {(now: number) => void} shows where the reader is
 */
function controls(place, count, move, go) {
  const slider = element("input", { type: "range", min: "1", max: String(count), "aria-label": "第几步" })
  const back = button("上一步", "‹", () => move(-1))
  const on = button("下一步", "›", () => move(1))
  slider.addEventListener("input", () => go(Number(slider.value)))
  place.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (!by || event.target === slider || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    move(by)
  })
  place
    .querySelector("svg")
    ?.after(
      element("div", { class: "steps__controls", role: "group", "aria-label": "一步一步看这张图" }, back, slider, on),
    )
  return (now) => {
    slider.value = String(now)
    slider.setAttribute("aria-valuetext", `第 ${now} 步，共 ${count} 步`)
    back.setAttribute("aria-disabled", String(now === 1))
    on.setAttribute("aria-disabled", String(now === count))
  }
}

/**
 * @param {HTMLElement} place
 * @param {string} name
 * @param {number} first what the page shows without us, with words of its own
 * @returns {(found: Moments, now: number) => void}
 */
function shower(place, name, first) {
  const drawing = /** @type {SVGElement} */ (place.querySelector("svg"))
  const alt = drawing.getAttribute("aria-label") ?? ""
  const counted = /** @type {HTMLElement} */ (place.querySelector(".steps__count"))
  const said = /** @type {HTMLElement} */ (place.querySelector(".steps__said"))
  const sentence = /** @type {HTMLElement} */ (said.querySelector("span"))
  said.setAttribute("aria-live", "polite")
  return (found, now) => {
    drawing.innerHTML = drawn(found, now - 1)
    drawing.setAttribute("aria-label", now === first ? alt : found.said[now - 1])
    counted.textContent = `${now} / ${place.dataset.count}`
    sentence.textContent = found.said[now - 1]
    try {
      history.replaceState(history.state, "", `#step-${name}-${now}`)
    } catch {
      // Some browsers refuse this for pages opened from disk.
    }
  }
}

/** @param {string} label @param {string} sign @param {() => void} press */
function button(label, sign, press) {
  const made = element("button", { type: "button", "aria-label": label, title: label }, sign)
  made.addEventListener("click", press)
  return made
}

/** @param {string} name @returns {Promise<Moments>} */
async function moments(name) {
  await script(`assets/steps-${name}.js`)
  return /** @type {any} */ (window).answerbookSteps[name]
}
