/** Where the site is: its root, and how an address is opened from a server or from disk. */

const here = /** @type {HTMLScriptElement | null} */ (document.currentScript)

/** The root of the site, from the address of this script (assets/answerbook.js). */
export const root = new URL("..", here?.src ?? document.baseURI)

/** The version of this build, from the same address: all scripts are of one build, whatever the browser has kept. */
const version = here ? new URL(here.src).search : ""

/** Set by the offline build: a folder's address needs its file name when opened from disk. */
const fromDisk = document.documentElement.hasAttribute("data-offline")

/**
 * @param {string} address relative to the root: "q/attention-scaling/#variance"
 * @returns {string} absolute
 */
export function url(address) {
  const [place, fragment] = address.split("#")
  const file = fromDisk && (place === "" || place.endsWith("/")) ? `${place}index.html` : place
  return new URL(file + (fragment === undefined ? "" : `#${fragment}`), root).href
}

/** Where the site is published, where it knows: what is given away leads there, whatever copy of it is being read. */
const published = document.documentElement.dataset.site

/**
 * @param {string} address relative to the root
 * @returns {string} the absolute address to give to others
 */
export function lasting(address) {
  return published ? new URL(address, published).href : url(address)
}

/**
 * Take a parameter out of the address, so that what is copied from the address bar is clean.
 * @param {string} name
 * @param {unknown} [state] of the page, from now on
 */
export function strip(name, state = history.state) {
  const here = new URL(location.href)
  here.searchParams.delete(name)
  try {
    history.replaceState(state, "", here)
  } catch {
    // Some browsers refuse this for pages opened from disk.
  }
}

/** @type {Map<string, Promise<void>>} */
const loading = new Map()

/**
 * Fetch a script again the next time: what came was not it.
 * @param {string} address relative to the root
 */
export const forget = (address) => loading.delete(address)

/**
 * Run a classic script of the site once; a page from disk may not fetch.
 * @param {string} address relative to the root
 * @returns {Promise<void>}
 */
export function script(address) {
  let promise = loading.get(address)
  if (!promise) {
    promise = new Promise((resolve, reject) => {
      const element = document.createElement("script")
      element.src = new URL(address + version, root).href
      element.onload = () => resolve()
      element.onerror = () => {
        loading.delete(address)
        element.remove()
        reject(new Error(`没有取到 ${address}`))
      }
      document.head.append(element)
    })
    loading.set(address, promise)
  }
  return promise
}
