// MiniSearch with words cut by Intl.Segmenter; ALIASES says whether it gets the aliases.
const segmenter = new Intl.Segmenter("zh", { granularity: "word" })
const words = (/** @type {string} */ text) =>
  [...segmenter.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment)
/** @type {MiniSearch} */
let index
window.engine = {
  async open() {
    await new Promise((resolve, reject) =>
      document.head.append(
        Object.assign(document.createElement("script"), {
          src: "minisearch-library.js",
          onload: resolve,
          onerror: reject,
        }),
      ),
    )
    const fields = ALIASES ? ["title", "aliases", "text"] : ["title", "text"]
    index = new MiniSearch({
      fields,
      tokenize: words,
      processTerm: (/** @type {string} */ term) => term.toLowerCase(),
      searchOptions: { boost: { title: 3, aliases: 3 }, prefix: true, fuzzy: 0.2 },
    })
    index.addAll(await (await fetch(ALIASES ? "documents-aliases.json" : "documents.json")).json())
  },
  search: async (query) =>
    index
      .search(query)
      .slice(0, 10)
      .map((result) => result.id),
}
