// What is asked of every engine: `open()` loads it, `search(query)` resolves to ids, best first.
window.bench = {
  async first(query) {
    const start = performance.now()
    await engine.open()
    await engine.search(query)
    return performance.now() - start
  },
  async answers(queries) {
    const found = []
    for (const query of queries) found.push((await engine.search(query)).slice(0, 10))
    return found
  },
  async keys(queries) {
    const times = []
    for (const query of queries)
      for (let length = 1; length <= Math.min(query.length, 24); length++) {
        const start = performance.now()
        await engine.search(query.slice(0, length))
        times.push(performance.now() - start)
      }
    return times
  },
}
