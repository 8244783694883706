/** Numbers for drawing and shuffling: a text alone decides them, the same everywhere and for ever. */

import { fnv1a } from "../fnv1a.js"

/**
 * FNV-1a of a text, its bits mixed as MurmurHash3 ends, so that texts that differ in one letter are far apart.
 * @param {string} text
 * @returns {number} 0 to 2**32 - 1
 */
export function hash(text) {
  let value = fnv1a(text)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
