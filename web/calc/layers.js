/** What each layer of a configuration mixes tokens with, and its groups of layers. */

import { group } from "./shapes.js"

/** @typedef {import("./shapes.js").Group} Group */
/** @typedef {import("./config.js").Reader} Reader */

// The letters of Nemotron-H's hybrid_override_pattern.
/** @type {Record<string, string>} */
const BLOCKS = { M: "mamba", "*": "attention", E: "moe", "-": "mlp" }

/**
 * What each layer mixes tokens with.
 * @param {any} text
 * @param {number} layers
 * @param {Reader} number
 * @returns {string[]}
 */
export function layerKinds(text, layers, number) {
  const named = text.layer_types ?? text.layers_block_type
  const linear = text.linear_attn_config
  const every = Array.from({ length: layers }, (_, i) => i)
  if (Array.isArray(named) && named.length >= layers)
    return named.slice(0, named.length > layers && text.layers_block_type ? named.length : layers).map(String)
  if (Array.isArray(text.cross_attention_layers))
    return every.map((i) => (text.cross_attention_layers.includes(i) ? "cross" : "full_attention"))
  if (text.model_type === "bamba")
    return every.map((i) => (text.attn_layer_indices?.includes(i) ? "full_attention" : "mamba"))
  if (Array.isArray(linear?.kda_layers))
    return every.map((i) => (linear.kda_layers.includes(i + 1) ? "linear_attention" : "full_attention"))
  if (typeof text.hybrid_override_pattern === "string")
    return [...text.hybrid_override_pattern].map((one) => BLOCKS[one] ?? "mlp")
  if (Array.isArray(text.attn_type_list))
    return every.map((i) => (text.attn_type_list[i] ? "full_attention" : "linear_attention"))
  if (Array.isArray(text.hybrid_layer_pattern))
    return every.map((i) => (text.hybrid_layer_pattern[i] ? "sliding_attention" : "full_attention"))
  const interval = number("full_attention_interval")
  if (interval && number("linear_num_value_heads"))
    return every.map((i) => ((i + 1) % interval ? "linear_attention" : "full_attention"))
  if (number("attn_layer_period") && number("mamba_d_state"))
    return every.map((i) => (i % text.attn_layer_period === (text.attn_layer_offset ?? 0) ? "full_attention" : "mamba"))
  if (text.model_type === "llama4_text")
    return every.map((i) =>
      (i + 1) % (number("no_rope_layer_interval") || 4) ? "chunked_attention" : "full_attention",
    )
  const pattern =
    number("sliding_window_pattern") ||
    { gemma2: 2, gemma3_text: 6, gpt_oss: 2, cohere2: 4 }[String(text.model_type)] ||
    0
  const sliding = number("sliding_window") && text.use_sliding_window !== false
  if (sliding && pattern) return every.map((i) => ((i + 1) % pattern ? "sliding_attention" : "full_attention"))
  if (sliding && text.use_sliding_window === true)
    return every.map((i) => (i < number("max_window_layers") ? "full_attention" : "sliding_attention"))
  return every.map(() =>
    sliding && text.use_sliding_window === undefined && !number("max_window_layers")
      ? "sliding_attention"
      : "full_attention",
  )
}

/**
 * @param {any} text
 * @param {string[]} kinds
 * @param {Partial<Group>} base
 * @param {string} traits
 * @param {Reader} number
 * @returns {Group[]} layers that are alike together
 */
export function groups(text, kinds, base, traits, number) {
  /** @type {Map<string, number>} */
  const counted = new Map()
  for (const kind of kinds) if (kind !== "moe" && kind !== "mlp") counted.set(kind, (counted.get(kind) ?? 0) + 1)
  const indexed = Array.isArray(text.indexer_types)
    ? text.indexer_types.filter((/** @type {string} */ one) => one === "full").length
    : 0
  const last = number("num_kv_shared_layers")
  const later = last ? kinds.slice(-last) : []
  return [...counted].map(([kind, layers]) => {
    if (kind === "linear_attention" || kind === "mamba") return linear(text, layers, number)
    const local = /sliding|chunked/.test(kind)
    const window = local ? number("sliding_window", "attention_chunk_size", "sliding_window_size") : 0
    /** @type {Partial<Group>} */
    const found = {
      layers,
      window,
      chunked: kind.startsWith("chunked"),
      part: kind === "cross" ? "cross" : "",
      shared_kv_layers: later.filter((one) => one === kind).length,
      gate: traits.includes("o") ? "full" : "",
      sinks: traits.includes("s") && (local || /^(gpt_oss|hy_v4)$/.test(text.model_type)),
    }
    const latent = number("kv_lora_rank")
    if (latent) {
      const index = number("index_n_heads")
      Object.assign(found, {
        kind: "mla",
        heads: base.heads,
        v_dim: number("v_head_dim"),
        q_rank: number("q_lora_rank"),
        kv_rank: latent,
        nope_dim: number("qk_nope_head_dim"),
        rope_dim: number("qk_rope_head_dim"),
      })
      if (index)
        Object.assign(found, {
          index_heads: index,
          index_dim: number("index_head_dim"),
          top_k: number("index_topk"),
          index_layers: indexed,
        })
      return group({ ...found, window: 0 })
    }
    // The class says 8 where the file says nothing.
    const swa = local && (number("swa_num_key_value_heads") || (text.model_type === "mimo_v2_flash" && 8))
    // Newer files say it layer by layer, older ones for all that look at everything.
    const alone = Object.values(text.per_layer_config ?? {})[0] ?? {}
    const far =
      !local && text.model_type === "gemma4_text" && (Number(alone.head_dim) || number("global_head_dim") || 512)
    Object.assign(found, base, { v_dim: number("v_head_dim") === base.head_dim ? 0 : number("v_head_dim") })
    if (swa) Object.assign(found, { kv_heads: swa, heads: number("swa_num_attention_heads") || base.heads })
    if (far)
      Object.assign(found, {
        head_dim: far,
        kv_heads: Number(alone.num_key_value_heads) || number("num_global_key_value_heads") || base.kv_heads,
        shared_kv: Boolean(text.attention_k_eq_v),
      })
    if (kind === "minimax_m3_sparse")
      Object.assign(found, {
        index_heads: number("index_n_heads"),
        index_dim: number("index_head_dim"),
        top_k: number("index_topk_blocks") * number("index_block_size"),
      })
    return group({ ...found, kind: found.kv_heads === found.heads ? "mha" : "gqa" })
  })
}

/** @param {any} text @param {number} layers @param {Reader} number @returns {Group} */
function linear(text, layers, number) {
  const kimi = text.linear_attn_config
  if (kimi || number("linear_num_heads")) {
    const heads = Number(kimi?.num_heads ?? number("linear_num_heads"))
    const dim = Number(kimi?.head_dim ?? number("linear_head_dim"))
    return group({
      kind: "linear",
      layers,
      form: "kda",
      gate: "low-rank",
      key_heads: heads,
      value_heads: heads,
      key_dim: dim,
      value_dim: dim,
      conv: Number(kimi?.short_conv_kernel_size ?? number("linear_conv_kernel_dim")),
    })
  }
  if (number("mamba_num_heads"))
    return group({
      kind: "linear",
      layers,
      form: "mamba-2",
      key_heads: number("n_groups"),
      key_dim: number("ssm_state_size"),
      value_heads: number("mamba_num_heads"),
      value_dim: number("mamba_head_dim"),
      conv: number("conv_kernel"),
    })
  if (number("mamba_n_heads"))
    return group({
      kind: "linear",
      layers,
      form: "mamba-2",
      key_heads: number("mamba_n_groups"),
      key_dim: number("mamba_d_state"),
      value_heads: number("mamba_n_heads"),
      value_dim:
        number("mamba_d_head") || (number("hidden_size") * (number("mamba_expand") || 2)) / number("mamba_n_heads"),
      conv: number("mamba_d_conv"),
    })
  if (number("mamba_d_state"))
    return group({
      kind: "linear",
      layers,
      form: "mamba-1",
      key_heads: 1,
      key_dim: number("mamba_d_state"),
      value_heads: number("hidden_size") * (number("mamba_expand") || 2),
      value_dim: 1,
      conv: number("mamba_d_conv"),
      rank: number("mamba_dt_rank") || Math.ceil(number("hidden_size") / 16),
    })
  if (number("linear_num_value_heads"))
    return group({
      kind: "linear",
      layers,
      form: "gated-deltanet",
      key_heads: number("linear_num_key_heads"),
      key_dim: number("linear_key_head_dim"),
      value_heads: number("linear_num_value_heads"),
      value_dim: number("linear_value_head_dim"),
      conv: number("linear_conv_kernel_dim"),
    })
  const heads = number("num_attention_heads")
  const dim = number("head_dim") || Math.floor(number("hidden_size") / heads)
  return group({
    kind: "linear",
    layers,
    form: "lightning",
    key_heads: heads,
    key_dim: dim,
    value_heads: heads,
    value_dim: dim,
  })
}
