/** Texts that are packed into an address or a message: compressed, in letters that both carry. */

/** @param {string} text @param {CompressionFormat} format @returns {Promise<string>} */
export async function packed(text, format) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream(format))
  return inLetters(new Uint8Array(await new Response(stream).arrayBuffer()))
}

/**
 * @param {string} letters
 * @param {CompressionFormat} format
 * @param {number} longest in characters: few letters may unpack to a huge text
 * @returns {Promise<string>}
 * @throws where it is not what `packed` made, or longer
 */
export async function unpacked(letters, format, longest) {
  const reader = new Blob([fromLetters(letters)])
    .stream()
    .pipeThrough(new DecompressionStream(format))
    .pipeThrough(new TextDecoderStream())
    .getReader()
  let text = ""
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text
    text += value
    if (text.length > longest) throw new Error("too long")
  }
}

/** @param {Uint8Array} bytes */
export function inLetters(bytes) {
  let text = ""
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")
}

/** @param {string} letters */
export const fromLetters = (letters) =>
  Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0))
