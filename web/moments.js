/** The moments of a figure in steps: hooks/answerbook/site/packing.py packs them. */

/**
 * @typedef {object} Moments
 * @property {string[]} said
 * @property {string[]} shapes with holes
 * @property {string} parts a line each: the number of its shape and what fills the holes
 * @property {Record<string, string>} signs what stands for what in the parts
 * @property {string[]} frames runs of parts: 0-12 15
 */

/**
 * What is drawn in a moment.
 * @param {Moments} found
 * @param {number} at from 0
 * @returns {string}
 */
export function drawn({ shapes, parts, signs, frames }, at) {
  const lines = Object.entries(signs)
    .reduce((text, [sign, words]) => text.replaceAll(sign, words), parts)
    .split("\n")
  const shown = frames[at].split(" ").flatMap((run) => {
    const [first, last = first] = run.split("-").map(Number)
    return lines.slice(first, last + 1)
  })
  return shown
    .map((line) => {
      const [shape, ...filling] = line.split("|")
      return shapes[Number(shape)].replace(/§/g, () => filling.shift() ?? "")
    })
    .join("")
}
