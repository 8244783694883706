/** What each layer of a configuration mixes tokens with, and its groups of layers. */

import { group } from "./shapes.js"

/** @typedef {import("./shapes.js").Group} Group */
/** @typedef {import("./config.js").Reader} Reader */

// The letters of Nemotron-H's hybrid_override_pattern.
/** @type {Record<string, string>} */
const BLOCKS = { M: "mamba", "*": "attention", E: "moe", "-": "mlp" }

/**
 * What each layer mixes tokens with: named one by one, listed, or said by a rule.
 * @param {any} text
 * @param {number} layers
 * @param {Reader} number
 * @returns {string[]}
 */
export function layerKinds(text, layers, number) {
  const named = text.layer_types ?? text.layers_block_type
  if (Array.isArray(named) && named.length >= layers)
    return named.slice(0, named.length > layers && text.layers_block_type ? named.length : layers).map(String)
  const listed = listedKinds(text)
  if (!listed && typeof text.hybrid_override_pattern === "string")
    return [...text.hybrid_override_pattern].map((one) => BLOCKS[one] ?? "mlp")
  const kindOf = listed ?? periodicKinds(text, number) ?? windowKinds(text, number)
  return Array.from({ length: layers }, (_, at) => kindOf(at))
}

/** @typedef {(at: number) => string} KindOf what the layer with this number, from 0 on, mixes tokens with */

/**
 * Where the configuration lists the layers of one kind, or a number for each layer.
 * @param {any} text
 * @returns {KindOf | undefined}
 */
function listedKinds(text) {
  const linear = text.linear_attn_config
  if (Array.isArray(text.cross_attention_layers))
    return (at) => (text.cross_attention_layers.includes(at) ? "cross" : "full_attention")
  if (text.model_type === "bamba") return (at) => (text.attn_layer_indices?.includes(at) ? "full_attention" : "mamba")
  if (Array.isArray(linear?.kda_layers))
    return (at) => (linear.kda_layers.includes(at + 1) ? "linear_attention" : "full_attention")
  if (typeof text.hybrid_override_pattern === "string") return undefined
  if (Array.isArray(text.attn_type_list))
    return (at) => (text.attn_type_list[at] ? "full_attention" : "linear_attention")
  if (Array.isArray(text.hybrid_layer_pattern))
    return (at) => (text.hybrid_layer_pattern[at] ? "sliding_attention" : "full_attention")
}

/**
 * Where one layer in so many is different.
 * @param {any} text
 * @param {Reader} number
 * @returns {KindOf | undefined}
 */
function periodicKinds(text, number) {
  const interval = number("full_attention_interval")
  if (interval && number("linear_num_value_heads"))
    return (at) => ((at + 1) % interval ? "linear_attention" : "full_attention")
  if (number("attn_layer_period") && number("mamba_d_state"))
    return (at) => (at % text.attn_layer_period === (text.attn_layer_offset ?? 0) ? "full_attention" : "mamba")
  const chunked = number("no_rope_layer_interval") || 4
  if (text.model_type === "llama4_text") return (at) => ((at + 1) % chunked ? "chunked_attention" : "full_attention")
}

/**
 * Attention everywhere, in some layers or all within a window.
 * @param {any} text
 * @param {Reader} number
 * @returns {KindOf}
 */
function windowKinds(text, number) {
  const pattern =
    number("sliding_window_pattern") ||
    { gemma2: 2, gemma3_text: 6, gpt_oss: 2, cohere2: 4 }[String(text.model_type)] ||
    0
  const sliding = number("sliding_window") && text.use_sliding_window !== false
  if (sliding && pattern) return (at) => ((at + 1) % pattern ? "sliding_attention" : "full_attention")
  if (sliding && text.use_sliding_window === true)
    return (at) => (at < number("max_window_layers") ? "full_attention" : "sliding_attention")
  const all = sliding && text.use_sliding_window === undefined && !number("max_window_layers")
  return () => (all ? "sliding_attention" : "full_attention")
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
  const last = number("num_kv_shared_layers")
  const later = last ? kinds.slice(-last) : []
  return [...counted].map(([kind, layers]) => {
    if (kind === "linear_attention" || kind === "mamba") return linear(text, layers, number)
    const local = /sliding|chunked/.test(kind)
    /** @type {Partial<Group>} */
    const found = {
      layers,
      window: local ? number("sliding_window", "attention_chunk_size", "sliding_window_size") : 0,
      chunked: kind.startsWith("chunked"),
      part: kind === "cross" ? "cross" : "",
      shared_kv_layers: later.filter((one) => one === kind).length,
      gate: traits.includes("o") ? "full" : "",
      sinks: traits.includes("s") && (local || /^(gpt_oss|hy_v4)$/.test(text.model_type)),
    }
    if (number("kv_lora_rank"))
      return group({ ...found, heads: base.heads, ...latent(text, number), window: 0, kind: "mla" })
    Object.assign(found, heads(text, base, local, number))
    if (kind === "minimax_m3_sparse") Object.assign(found, sparse(number))
    return group({ ...found, kind: found.kv_heads === found.heads ? "mha" : "gqa" })
  })
}

/** @param {any} text @param {Reader} number @returns {Partial<Group>} of multi-head latent attention */
function latent(text, number) {
  const found = {
    v_dim: number("v_head_dim"),
    q_rank: number("q_lora_rank"),
    kv_rank: number("kv_lora_rank"),
    nope_dim: number("qk_nope_head_dim"),
    rope_dim: number("qk_rope_head_dim"),
  }
  if (!number("index_n_heads")) return found
  const types = Array.isArray(text.indexer_types) ? text.indexer_types : []
  return {
    ...found,
    index_heads: number("index_n_heads"),
    index_dim: number("index_head_dim"),
    top_k: number("index_topk"),
    index_layers: types.filter((/** @type {string} */ one) => one === "full").length,
  }
}

/** @param {Reader} number @returns {Partial<Group>} the indexer of MiniMax-M3, which chooses blocks */
function sparse(number) {
  return {
    index_heads: number("index_n_heads"),
    index_dim: number("index_head_dim"),
    top_k: number("index_topk_blocks") * number("index_block_size"),
  }
}

/**
 * The heads of a group of layers, where they differ between those with a window and those without.
 * @param {any} text
 * @param {Partial<Group>} base
 * @param {boolean} local
 * @param {Reader} number
 * @returns {Partial<Group>}
 */
function heads(text, base, local, number) {
  const found = { ...base, v_dim: number("v_head_dim") === base.head_dim ? 0 : number("v_head_dim") }
  // The class says 8 where the file says nothing.
  const swa = local && (number("swa_num_key_value_heads") || (text.model_type === "mimo_v2_flash" && 8))
  if (swa) Object.assign(found, { kv_heads: swa, heads: number("swa_num_attention_heads") || base.heads })
  if (local || text.model_type !== "gemma4_text") return found
  // Newer files say it layer by layer, older ones for all that look at everything.
  const alone = Object.values(text.per_layer_config ?? {})[0] ?? {}
  return {
    ...found,
    head_dim: Number(alone.head_dim) || number("global_head_dim") || 512,
    kv_heads: Number(alone.num_key_value_heads) || number("num_global_key_value_heads") || base.kv_heads,
    shared_kv: Boolean(text.attention_k_eq_v),
  }
}

/** @param {any} text @param {number} layers @param {Reader} number @returns {Group} */
function linear(text, layers, number) {
  if (text.linear_attn_config || number("linear_num_heads"))
    return group({ kind: "linear", layers, ...kimi(text.linear_attn_config, number) })
  const mamba = stateSpace(number)
  if (mamba) return group({ kind: "linear", layers, ...mamba })
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
  const square = { key_heads: heads, key_dim: dim, value_heads: heads, value_dim: dim }
  return group({ kind: "linear", layers, form: "lightning", ...square })
}

/** @param {any} config its linear_attn_config, if any @param {Reader} number @returns {Partial<Group>} */
function kimi(config, number) {
  const heads = Number(config?.num_heads ?? number("linear_num_heads"))
  const dim = Number(config?.head_dim ?? number("linear_head_dim"))
  return {
    form: "kda",
    gate: "low-rank",
    key_heads: heads,
    value_heads: heads,
    key_dim: dim,
    value_dim: dim,
    conv: Number(config?.short_conv_kernel_size ?? number("linear_conv_kernel_dim")),
  }
}

/** Mamba's two kinds; the second is written in two ways. @param {Reader} number @returns {Partial<Group> | undefined} */
function stateSpace(number) {
  const inner = number("hidden_size") * (number("mamba_expand") || 2)
  if (number("mamba_num_heads"))
    return {
      form: "mamba-2",
      key_heads: number("n_groups"),
      key_dim: number("ssm_state_size"),
      value_heads: number("mamba_num_heads"),
      value_dim: number("mamba_head_dim"),
      conv: number("conv_kernel"),
    }
  if (number("mamba_n_heads"))
    return {
      form: "mamba-2",
      key_heads: number("mamba_n_groups"),
      key_dim: number("mamba_d_state"),
      value_heads: number("mamba_n_heads"),
      value_dim: number("mamba_d_head") || inner / number("mamba_n_heads"),
      conv: number("mamba_d_conv"),
    }
  if (number("mamba_d_state"))
    return {
      form: "mamba-1",
      key_heads: 1,
      key_dim: number("mamba_d_state"),
      value_heads: inner,
      value_dim: 1,
      conv: number("mamba_d_conv"),
      rank: number("mamba_dt_rank") || Math.ceil(number("hidden_size") / 16),
    }
}
