// Asks for the addresses in turn, at a steady rate. Reads JSON {home, paths, rate, seconds}, writes what came of it.
import autocannon from "autocannon"
import { text } from "node:stream/consumers"

const { home, paths, rate, seconds } = JSON.parse(await text(process.stdin))
const missing = "/no/such/page"
let unexpected = 0
const requests = paths.map((/** @type {string} */ path) => ({
  path,
  onResponse: (/** @type {number} */ status) => void (status === (path === missing ? 404 : 200) || unexpected++),
}))
const result = await autocannon({
  url: home,
  requests,
  duration: seconds,
  overallRate: rate,
  connections: 100,
  headers: { "accept-encoding": "gzip" },
})
const { p50, p90, p99, p99_9, max } = result.latency
console.log(
  JSON.stringify(
    {
      rate: result.requests.average,
      errors: result.errors + result.timeouts,
      unexpected,
      megabytes_a_second: Math.round(result.throughput.average / 1e5) / 10,
      latency_ms: { p50, p90, p99, p99_9, max },
    },
    null,
    2,
  ),
)
