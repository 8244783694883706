/** How numbers and formulas are said. */

const BYTES = [
  ["", 1, 1],
  ["K", 1e3, 2 ** 10],
  ["M", 1e6, 2 ** 20],
  ["G", 1e9, 2 ** 30],
  ["T", 1e12, 2 ** 40],
  ["P", 1e15, 2 ** 50],
]

/**
 * As many digits as a reader needs: 4 of them, all of a whole number, a power of ten for what nobody reads.
 * @param {number} number
 */
export function plain(number) {
  if (!Number.isFinite(number)) return "∞"
  if (Math.abs(number) >= 1e15) return power(number)
  if (Number.isInteger(number)) return number.toLocaleString("en-US")
  const digits = Math.abs(number) >= 1000 ? 0 : 3 - Math.floor(Math.log10(Math.abs(number) || 1))
  return number.toLocaleString("en-US", { maximumFractionDigits: Math.min(Math.max(digits, 0), 12) })
}

/**
 * A size in both units: 42.95 GB（40 GiB）.
 * @param {number} bytes
 */
export function size(bytes) {
  const [prefix, decimal, binary] = [...BYTES].reverse().find(([, , one]) => Math.abs(bytes) >= Number(one)) ?? BYTES[0]
  if (!prefix) return `${plain(bytes)} B`
  return `${plain(bytes / Number(decimal))} ${prefix}B（${plain(bytes / Number(binary))} ${prefix}iB）`
}

/**
 * A number of parameters or operations: 8.03 B, 671.03 B.
 * @param {number} number
 */
export function count(number) {
  const [suffix, one] = [
    ["T", 1e12],
    ["B", 1e9],
    ["M", 1e6],
  ].find(([, one]) => Math.abs(number) >= Number(one)) ?? ["", 1]
  return suffix ? `${plain(number / Number(one))} ${suffix}` : plain(number)
}

/**
 * Operations: 6.3×10²³.
 * @param {number} number
 */
export function power(number) {
  const [digits, exponent] = number.toExponential(2).split("e")
  return `${Number(digits)}×10${[...String(Number(exponent))].map((one) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(one)] ?? "⁻").join("")}`
}

/** @param {number} seconds */
export function time(seconds) {
  if (!Number.isFinite(seconds)) return "∞"
  if (seconds < 1) return `${plain(seconds * 1000)} 毫秒`
  if (seconds < 7200) return `${plain(seconds)} 秒`
  return seconds < 172_800 ? `${plain(seconds / 3600)} 小时` : `${plain(seconds / 86_400)} 天`
}

/**
 * A step of a result. `letters` are what the formula names, each with its number and its meaning.
 * @typedef {{ title: string, formula: string, letters: Record<string, [number, string]>, value: number, said: string, answer?: string, note?: string }} Step
 */

/**
 * The formula with the reader's numbers instead of letters.
 * @param {Step} step
 */
export function substituted({ formula, letters }) {
  return formula.replace(/[A-Za-z\u0370-\u03ff][\w']*/g, (name) => (name in letters ? plain(letters[name][0]) : name))
}
