/** The service worker of readers who keep the book on their device: the network first, what is kept where there is none. */

const worker = /** @type {any} */ (self)
// ms: under the ground the network is often there and never answers.
const PATIENCE = 4000

worker.addEventListener("install", () => worker.skipWaiting())
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event
  if (request.method !== "GET" || !request.url.startsWith(worker.registration.scope)) return
  // What is fetched to be kept comes from the network or not at all (`keep.js`): else the old would be kept as the new.
  if (request.cache === "no-cache" && !request.destination) return
  event.respondWith(answer(request))
})

/**
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function answer(request) {
  const asked = fetch(request)
  // Scripts are kept without their version: all that is kept is of one.
  const kept = await caches.match(request, { ignoreSearch: true }).catch(() => undefined)
  try {
    return await (kept ? Promise.race([asked, impatient()]) : asked)
  } catch (error) {
    if (kept) return kept
    if (request.mode === "navigate") return absent(request.url)
    throw error
  }
}

/** @returns {Promise<never>} */
function impatient() {
  return new Promise((_, refuse) => setTimeout(refuse, PATIENCE))
}

/**
 * Instead of the browser's own page, which knows no way back into the book.
 * @param {string} address of a page that is not kept
 */
function absent(address) {
  const home = worker.registration.scope
  const [, topic] = /^(.*\/)all\/$/.exec(new URL(address).pathname) ?? []
  const ways = [...(topic ? [[topic, "这个专题的题"]] : []), [home, "首页"]]
  const links = ways.map(([to, name]) => `<a href="${to}">${name}</a>`).join("，")
  const said =
    "现在没有网络，这一页没有存在这台设备上。每个答案、专题和搜索都存着，全部答案放在一页的和要下载的文件没有存。"
  const style =
    ":root{color-scheme:light dark}body{max-width:34em;margin:3em auto;padding:0 16px;font:17px/1.8 sans-serif}"
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>没有存这一页</title>`
  const page = `<!doctype html><html lang="zh-CN">${head}<style>${style}</style><h1>没有存这一页</h1><p>${said}</p><p>${links}</p>`
  return new Response(page, { headers: { "content-type": "text/html; charset=utf-8" } })
}

export {}
