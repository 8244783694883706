// Pagefind, over pages of its own.
/** @typedef {{ data(): Promise<{ url: string }> }} PagefindResult */
/** @type {{ options(given: object): Promise<void>, init(): Promise<void>, search(query: string): Promise<{ results: PagefindResult[] }> }} */
let pagefind
window.engine = {
  async open() {
    pagefind = await import(/** @type {string} */ ("../pagefind-site/pagefind/pagefind.js"))
    await pagefind.options({ baseUrl: "/" })
    await pagefind.init()
  },
  async search(query) {
    const { results } = await pagefind.search(query)
    const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()))
    return shown.map((page) => page.url.replace(/\/$/, "").split("/").pop() ?? "")
  },
}
