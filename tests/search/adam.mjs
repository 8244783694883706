/**
 * The weights that make a sum of losses least, by Adam (Kingma & Ba 2015) over all of them at once.
 * @param {number} size how many weights
 * @param {{ steps: number, rate: number }} how
 * @param {(weights: Float64Array) => Float64Array} slope the gradient at some weights
 * @returns {Float64Array}
 */
export function adam(size, { steps, rate }, slope) {
  const weights = new Float64Array(size)
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  for (let step = 1; step <= steps; step++) {
    const now = step < steps * 0.7 ? rate : rate / 3
    for (const [i, value] of slope(weights).entries()) {
      mean[i] = 0.9 * mean[i] + 0.1 * value
      square[i] = 0.99 * square[i] + 0.01 * value * value
      weights[i] -= (now * mean[i]) / (1 - 0.9 ** step) / (Math.sqrt(square[i] / (1 - 0.99 ** step)) + 1e-8)
    }
  }
  return weights
}
