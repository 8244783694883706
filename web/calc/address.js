/**
 * What an address of a calculator holds. Addresses live for ever: a name keeps its meaning, a default never changes
 * within a version, and what this version does not know stays in the address.
 */

/**
 * @typedef {object} Field what the reader can say, as it stands in the form: one of the choices, yes or no, a number
 * @property {string} name in the address
 * @property {string} label
 * @property {any} value when nothing is said; of that type
 * @property {boolean} [fraction] whether the number need not be whole
 * @property {number} [least]
 * @property {number} [most]
 * @property {[string, string][] | null} [choices] what the address holds, what the reader sees
 * @property {string} [unit]
 */

const VERSION = "1"

/**
 * @param {Field[]} fields
 * @param {URLSearchParams} query
 * @returns {{ given: Record<string, any>, problems: Record<string, string> }} what was said, and a sentence for what cannot be
 */
export function read(fields, query) {
  /** @type {Record<string, any>} */
  const given = {}
  /** @type {Record<string, string>} */
  const problems = {}
  for (const field of fields) {
    const written = query.get(field.name)
    const [value, problem] = written === null ? [field.value, ""] : parse(field, written)
    given[field.name] = value
    if (problem) problems[field.name] = problem
  }
  const version = query.get("v")
  if (version !== null && version !== VERSION)
    problems.v = `这个地址是第 ${version.slice(0, 12)} 版的，这一页只认得第 ${VERSION} 版；请刷新，或者删去 v=`
  return { given, problems }
}

/**
 * @param {Field} field
 * @param {string} written
 * @returns {[any, string]} the value, and what is wrong with it
 */
export function parse(field, written) {
  const text = written
    .normalize("NFKC")
    .trim()
    .replace(/(\d)[,_](?=\d{3}(\D|$))/g, "$1")
  const wrong = (/** @type {string} */ how) =>
    /** @type {[any, string]} */ ([field.value, `“${field.label}”写的是“${written.slice(0, 40)}”；请${how}`])
  const { value, choices, fraction, least = 0, most = 1e15 } = field
  if (choices) {
    const known = choices.map(([one]) => one)
    return known.includes(text) ? [text, ""] : wrong(`用 ${known.join("、")} 之一`)
  }
  if (typeof value === "string") return [text, ""]
  if (typeof value === "boolean") return /^[01]$/.test(text) ? [text === "1", ""] : wrong("写 1（是）或 0（否）")
  const number = /^\d+(\.\d+)?([eE][+]?\d{1,2})?$/.test(text) ? Number(text) : NaN
  return (fraction || Number.isInteger(number)) && number >= least && number <= most
    ? [number, ""]
    : wrong(`写 ${least} 到 ${most.toLocaleString("en-US")} 之间的${fraction ? "数" : "整数"}`)
}

/**
 * The query that says the same; what is as it is without saying is left out, what is not known stays.
 * @param {Field[]} fields
 * @param {Record<string, any>} given
 * @param {URLSearchParams} before
 * @returns {string}
 */
export function write(fields, given, before) {
  const query = new URLSearchParams()
  for (const { name, value } of fields) {
    const said = given[name]
    if (said !== value) query.set(name, said === true ? "1" : said === false ? "0" : said)
  }
  for (const [name, value] of before) if (!fields.some((one) => one.name === name)) query.append(name, value)
  return query.toString()
}
