/** A list of questions and their answers in an address: shortened for others, whole for the reader who comes back. */

import { fromLetters, inLetters, packed as compressed, unpacked } from "../deflate.js"

/** @typedef {[question: string, chosen: string]} LinkedRow chosen: ids of the answers, a comma between them; "" for none */

/** Chats and mail cut longer links. */
export const LONGEST_LINK = 2000
const LONGEST_QUESTION = 300
const MOST_ENTRIES = 300
// In characters, unpacked: more than so many questions hold.
const LONGEST_STATE = 250_000
// A question is shortened only as far as the link asks for.
const LENGTHS = [80, 60, 48, 36, 28, 22, 16, 12, 9]

/**
 * @param {LinkedRow[]} entries
 * @returns {Promise<string>} safe in an address
 */
export async function pack(entries) {
  const text = JSON.stringify(entries)
  if (typeof CompressionStream === "undefined") return "j" + inLetters(new TextEncoder().encode(text))
  return "z" + (await compressed(text, "deflate-raw"))
}

/**
 * The state for a link of at most LONGEST_LINK characters, or the shortest there is.
 * @param {LinkedRow[]} entries
 * @param {number} room how long the state may be
 * @returns {Promise<string>}
 */
export async function packShort(entries, room) {
  let packed = await pack(entries)
  for (const length of LENGTHS) {
    if (packed.length <= room) break
    packed = await pack(entries.map(([question, chosen]) => [shortened(question, length), chosen]))
  }
  return packed
}

/**
 * @param {string} packed
 * @returns {Promise<LinkedRow[] | undefined>} undefined when it is not what `pack` made
 */
export async function unpack(packed) {
  try {
    const letters = packed.slice(1)
    const plain = packed[0] !== "z"
    const text = plain
      ? new TextDecoder().decode(fromLetters(letters))
      : await unpacked(letters, "deflate-raw", LONGEST_STATE)
    const entries = JSON.parse(text)
    return Array.isArray(entries) && entries.length <= MOST_ENTRIES && entries.every(isEntry) ? entries : undefined
  } catch {
    return undefined
  }
}

/** @param {unknown} entry */
function isEntry(entry) {
  return (
    Array.isArray(entry) &&
    entry.length === 2 &&
    entry.every((part) => typeof part === "string" && part.length <= LONGEST_QUESTION)
  )
}

/**
 * @param {string} question
 * @param {number} length
 */
export function shortened(question, length) {
  const characters = Array.from(question)
  return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : question
}
