/** Cards with an engine on them: what of their memory it may take. */

/** @param {any} given @param {import("./hardware.js").Accelerator} one @param {number} cards */
export const machine = ({ u, oh, gi }, one, cards) => ({
  memory: one.memory * (gi ? 2 ** 30 : 1e9),
  cards,
  share: u,
  overhead: oh * 2 ** 30,
  peak: 0,
  bandwidth: 0,
  computing: 1,
  reading: 1,
})
