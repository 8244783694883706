let pagefind
window.engine = {
  async open() {
    pagefind = await import("../pagefind-site/pagefind/pagefind.js")
    await pagefind.options({ baseUrl: "/" })
    await pagefind.init()
  },
  async search(query) {
    const { results } = await pagefind.search(query)
    const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()))
    return shown.map((page) => page.url.replace(/\/$/, "").split("/").pop())
  },
}
