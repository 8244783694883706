/** The service worker of readers who keep the book on their device: the network first, what is kept where there is none. */

const worker = /** @type {any} */ (self)

worker.addEventListener("install", () => worker.skipWaiting())
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(worker.registration.scope))
    event.respondWith(answer(event.request))
})

/**
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function answer(request) {
  try {
    return await fetch(request)
  } catch (error) {
    // Scripts are kept without their version: all that is kept is of one.
    const kept = await caches.match(request, { ignoreSearch: true })
    if (kept) return kept
    throw error
  }
}

export {}
