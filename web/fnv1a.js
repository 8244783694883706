/** A number that a text alone decides: the same everywhere and for ever. */

/**
 * FNV-1a over the UTF-16 code units of a text, as `hashed` of alphabet.py computes it.
 * @param {string} text
 * @returns {number} 0 to 2**32 - 1
 */
export function fnv1a(text) {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0
  return value
}
