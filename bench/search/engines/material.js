// The search of Material for MkDocs, in its own worker.
/** @type {Worker} */
let worker
/** @param {number} type @returns {Promise<{ items: { location: string }[][] }>} */
const told = (type) =>
  new Promise((resolve) => {
    const listen = (/** @type {MessageEvent} */ event) => {
      if (event.data.type !== type) return
      worker.removeEventListener("message", listen)
      resolve(event.data.data)
    }
    worker.addEventListener("message", listen)
  })
window.engine = {
  async open() {
    worker = new Worker(await (await fetch("worker.json")).json())
    const index = await (await fetch("../material/search/search_index.json")).json()
    const ready = told(1)
    worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } })
    await ready
  },
  async search(query) {
    const result = told(3)
    worker.postMessage({ type: 2, data: query })
    const ids = (await result).items.map(
      (pages) => pages[0].location.split("#")[0].split("/").filter(Boolean).pop() ?? "",
    )
    return [...new Set(ids)].slice(0, 10)
  },
}
