/** On the home page: the whole book kept on the reader's device, for when there is no network; as long as they want it. */

import { root } from "./site.js"
import * as store from "./store.js"
import { element } from "./view.js"

/** @typedef {{ version: string, bytes: number, files: string[] }} SavedFiles what is kept, as the build lists it */

const PLAN = "keep.json"
const NAME = "kept"
const CACHE = `answerbook ${root.pathname}`
// So many files at a time: none has to wait for all others.
const TOGETHER = 8

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
  const keep = element("button", { type: "button" }, kept ? "换成这一版" : "存到这台设备")
  const remove = element("button", { type: "button" }, "删去")
  const show = () => {
    const now = store.read(NAME, "")
    keep.hidden = !plan || now === plan.version
    remove.hidden = !now
    said.textContent = now ? "已存好，没有网络也能读和搜索" : size
  }
  keep.addEventListener("click", async () => {
    if (!plan) return
    keep.hidden = true
    try {
      await save(plan, (done) => (said.textContent = `正在存：${done} / ${plan.files.length}`))
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
      "离线阅读：所有专题和答案、搜索、图和公式，只存在这台设备的浏览器里。",
      keep,
      remove,
      said,
    ),
  )
}

/**
 * @param {SavedFiles} plan
 * @param {(done: number) => void} tell
 */
async function save(plan, tell) {
  await fill([PLAN, ...plan.files], tell)
  await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.pathname })
  store.write(NAME, plan.version)
}

async function forget() {
  const registration = await navigator.serviceWorker.getRegistration(root.href)
  await Promise.all([caches.delete(CACHE), registration?.unregister()])
  store.write(NAME, "")
}

/**
 * @param {string[]} files
 * @param {(done: number) => void} tell
 */
async function fill(files, tell) {
  const cache = await caches.open(CACHE)
  for (let done = 0; done < files.length; done += TOGETHER) {
    tell(done)
    await cache.addAll(files.slice(done, done + TOGETHER).map((file) => new URL(file, root).href))
  }
}
