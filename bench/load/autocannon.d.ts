/** The package that `bench.py` installs for this bench alone, as far as `load.js` asks it. */
declare module "autocannon" {
  export default function autocannon(options: {
    url: string
    requests: { path: string; onResponse(status: number): void }[]
    duration: number
    overallRate: number
    connections: number
    headers: Record<string, string>
  }): Promise<{
    latency: Record<"p50" | "p90" | "p99" | "p99_9" | "max", number>
    requests: { average: number }
    throughput: { average: number }
    errors: number
    timeouts: number
  }>
}
