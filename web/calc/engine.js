/** Cards with an engine on them: what of their memory it may take. */

/** What of the memory an engine may take. @type {import("./address.js").Field[]} */
export const ENGINE_FIELDS = [
  {
    name: "u",
    label: "引擎可用的显存",
    unit: "比例",
    fraction: true,
    value: 0.9,
    least: 0.01,
    most: 1,
    assumed: true,
    note: "vLLM 的 gpu_memory_utilization，缺省 0.9",
  },
  {
    name: "oh",
    label: "每张卡的运行时、激活、CUDA 图",
    unit: "GiB",
    fraction: true,
    value: 2,
    most: 1000,
    assumed: true,
  },
  {
    name: "gi",
    label: "标称的 GB 按 GiB（2³⁰ 字节）算",
    value: true,
    assumed: true,
    note: "标 80 GB 的卡实有约 80 GiB",
  },
]

/** @param {any} given @param {import("./hardware.js").Card} one @param {number} cards */
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
