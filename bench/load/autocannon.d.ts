declare module 'autocannon' {
  interface Result {
    requests: { total: number }
    duration: number
    latency: { p50: number; p97_5: number; p99: number }
    errors: number
    timeouts: number
    '4xx': number
    '5xx': number
  }
  // biome-ignore lint/style/noDefaultExport: this is how the package gives it out.
  export default function autocannon(options: Record<string, unknown>): Promise<Result>
}
