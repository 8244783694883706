/** A number that depends on a text alone: the same everywhere and for ever. */

/**
 * FNV-1a over the code units of a text, its bits mixed as MurmurHash3 ends, so that texts that differ in one letter are far apart.
 * @param {string} text
 * @returns {number} 0 to 2**32 - 1
 */
export function hash(text) {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
