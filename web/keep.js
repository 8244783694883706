/** On the home page: the whole book kept on the reader's device, for when there is no network; as long as they want it. */

import { root } from "./site.js"
import * as store from "./store.js"
import { element } from "./view.js"

/** @typedef {{ version: string, bytes: number, files: string[] }} SavedFiles what is kept, as the build lists it */

const PLAN = "keep.json"
const NAME = "kept"
// The version that was begun: what is there of it is not fetched again.
const BEGUN = "keeping"
const CACHE = `answerbook ${root.pathname}`
// So many files at a time: none has to wait for all others.
const TOGETHER = 8
// So often, of a hundred, is it said how far it has come: who hears it hears every one.
const STEP = 5

/** @param {Element} place where it is offered; nothing is, where browsers cannot */
export async function mount(place) {
  if (location.protocol === "file:" || !("serviceWorker" in navigator) || !("caches" in window)) return
  const plan = /** @type {SavedFiles | undefined} */ (
    await fetch(new URL(PLAN, root))
      .then((file) => file.json())
      .catch(() => undefined)
  )
  const kept = store.read(NAME, "")
  if (!plan && !kept) return
  const size = plan ? `约 ${Math.ceil(plan.bytes / 1e6)} MB` : ""
  const said = element("span", { class: "count", role: "status" })
  const keep = element("button", { type: "button" })
  const remove = element("button", { type: "button" }, "删去")
  const show = () => {
    const now = store.read(NAME, "")
    keep.hidden = !plan || now === plan.version
    keep.textContent = now ? "换成这一版" : "存到这台设备"
    remove.hidden = !now
    said.textContent = now ? "已存好，没有网络也能读和搜索" : size
  }
  keep.addEventListener("click", async () => {
    if (!plan) return
    keep.hidden = true
    try {
      await save(plan, (done) => (said.textContent = `正在存：${done}%，请先不要离开这一页`))
      show()
    } catch {
      keep.hidden = false
      said.textContent = "没有存完，可能是网络断了或空间不够；再按一次接着存"
    }
  })
  remove.addEventListener("click", () => void forget().then(show))
  show()
  place.append(
    element(
      "p",
      { class: "keep" },
      element("span", {}, "离线阅读：所有专题和答案、搜索、图和公式，只存在这台设备的浏览器里。"),
      keep,
      said,
      remove,
    ),
  )
}

/**
 * @param {SavedFiles} plan
 * @param {(done: number) => void} tell of a hundred
 */
async function save(plan, tell) {
  const cache = await caches.open(CACHE)
  // What was begun of another version may be half of each.
  const there = store.read(BEGUN, "") === plan.version ? await cache.keys() : []
  store.write(BEGUN, plan.version)
  const known = new Set(there.map(({ url }) => url))
  const files = [PLAN, ...plan.files].map((file) => new URL(file, root).href)
  let said = -STEP
  for (let done = 0; done < files.length; done += TOGETHER) {
    const now = Math.floor((100 * done) / files.length)
    if (now >= said + STEP) tell((said = now))
    const missing = files.slice(done, done + TOGETHER).filter((file) => !known.has(file))
    // The service worker knows them by this, and an older file of the browser's own cache is none of this version.
    await cache.addAll(missing.map((file) => new Request(file, { cache: "no-cache" })))
  }
  await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.pathname })
  store.write(NAME, plan.version)
}

async function forget() {
  const registration = await navigator.serviceWorker.getRegistration(root.href)
  await Promise.all([caches.delete(CACHE), registration?.unregister()])
  for (const name of [NAME, BEGUN]) store.write(name, "")
}
