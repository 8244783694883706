/** Configurations that say what they say in words of their own: encoders, two stacks, models without attention. */

import { experts, group, shape } from "./shapes.js"

/**
 * @typedef {import("./shapes.js").Shape} Shape
 * @typedef {import("./shapes.js").Group} Group
 * @typedef {import("./config.js").Reader} Reader
 */

/** By the class that reads it; undefined where what it needs is not there. @type {Record<string, (text: any, number: Reader) => Shape | undefined>} */
export const SPECIAL = {
  t5: (text, number) => two(text, number, 0),
  umt5: (text, number) => two(text, number, 1),
  bert: (text, number) => encoder(text, number, number("type_vocab_size")),
  roberta: (text, number) => encoder(text, number, number("type_vocab_size")),
  "openai-gpt": first,
  deepseek_v4: compressed,
  mamba: (text, number) => states(text, number, "mamba-1"),
  falcon_mamba: (text, number) => states(text, number, "mamba-1"),
  mamba2: (text, number) => states(text, number, "mamba-2"),
}

/**
 * T5: relative positions are learned once for each stack, or once for each layer of both.
 * @param {any} text
 * @param {Reader} number
 * @param {number} everywhere
 */
function two(text, number, everywhere) {
  const layers = number("num_layers")
  const written = number("num_decoder_layers") || layers
  const heads = number("num_heads")
  const hidden = number("d_model")
  if (!layers || !heads || !hidden) return undefined
  const one = { kind: "mha", heads, kv_heads: heads, head_dim: number("d_kv") || Math.floor(hidden / heads) }
  const buckets = number("relative_attention_num_buckets") || 32
  return shape({
    hidden,
    vocab: number("vocab_size"),
    ffn: number("d_ff"),
    gated: Boolean(text.is_gated_act ?? String(text.feed_forward_proj ?? "").startsWith("gated")),
    tied: text.tie_word_embeddings !== false,
    buckets: everywhere ? (buckets * (layers + written)) / 2 : buckets,
    groups: [
      group({ ...one, layers, part: "encoder" }),
      group({ ...one, layers: written, part: "decoder" }),
      group({ ...one, layers: written, part: "cross" }),
    ],
  })
}

/** What BERT and GPT-1 have in common. @param {Reader} number */
function early(number) {
  const heads = number("num_attention_heads", "n_head")
  const hidden = number("hidden_size", "n_embd")
  const layers = number("num_hidden_layers", "n_layer")
  if (!heads || !hidden || !layers) return undefined
  const found = shape({
    hidden,
    vocab: number("vocab_size"),
    ffn: number("intermediate_size") || 4 * hidden,
    gated: false,
    bias: "all",
    norm: "layer",
    tied: true,
    final_norm: false,
    groups: [group({ kind: "mha", layers, heads, kv_heads: heads, head_dim: Math.floor(hidden / heads) })],
  })
  return found
}

/** @param {any} _ @param {Reader} number @param {number} segments */
function encoder(_, number, segments) {
  const found = early(number)
  if (!found) return undefined
  const rows = (number("max_position_embeddings") || 512) + segments
  return { ...found, rows, output: false, pooler: true, embedding_norm: true }
}

/** @param {any} _ @param {Reader} number */
function first(_, number) {
  const found = early(number)
  return found && { ...found, rows: number("n_positions", "max_position_embeddings") }
}

const CSA = "compressed_sparse_attention"
const HCA = "heavily_compressed_attention"

/** How many tokens become one, layer by layer; 0: only a window. @param {any} text @param {number} layers @returns {number[]} */
function ratios(text, layers) {
  /** @type {Record<string, any>} */
  const rates = {
    [CSA]: text.compress_rate_csa ?? text.compress_rates?.[CSA] ?? 4,
    [HCA]: text.compress_rate_hca ?? text.compress_rates?.[HCA] ?? 128,
  }
  if (Array.isArray(text.layer_types))
    return text.layer_types.slice(0, layers).map((/** @type {string} */ one) => Number(rates[one] ?? 0))
  if (Array.isArray(text.compress_ratios)) return text.compress_ratios.slice(0, layers).map(Number)
  return Array.from({ length: layers }, (_, at) => Number(rates[at > 1 && at % 2 ? CSA : HCA]))
}

/**
 * The layers that compress alike.
 * @param {number} layers
 * @param {number} heads
 * @param {number} compress tokens to a block, 0 for none
 * @param {boolean} indexed whether they look for the blocks to read
 * @param {Reader} number
 */
function compressedGroup(layers, heads, compress, indexed, number) {
  const index = {
    index_heads: number("index_n_heads"),
    index_dim: number("index_head_dim"),
    top_k: number("index_topk"),
  }
  return group({
    kind: "csa",
    layers,
    heads,
    kv_heads: 1,
    head_dim: number("head_dim") || 512,
    window: number("sliding_window") || 128,
    compress,
    q_rank: number("q_lora_rank"),
    o_rank: number("o_lora_rank"),
    o_groups: number("o_groups"),
    ...(indexed ? index : {}),
  })
}

/** DeepSeek-V4: streams that mix, one head that is key and value, blocks of tokens compressed. @param {any} text @param {Reader} number */
function compressed(text, number) {
  const layers = number("num_hidden_layers")
  const hidden = number("hidden_size")
  const heads = number("num_attention_heads")
  if (!layers || !hidden || !heads) return undefined
  /** @type {Map<number, number>} */
  const counted = new Map()
  for (const ratio of ratios(text, layers)) counted.set(ratio, (counted.get(ratio) ?? 0) + 1)
  const sparse = Math.min(...[...counted.keys()].filter(Boolean))
  const groups = [...counted].map(([compress, layers]) =>
    compressedGroup(layers, heads, compress, compress === sparse, number),
  )
  const found = shape({
    hidden,
    vocab: number("vocab_size"),
    tied: text.tie_word_embeddings === true,
    streams: number("hc_mult"),
    mixed: true,
    groups,
  })
  found.experts = experts({
    total: number("n_routed_experts"),
    active: number("num_experts_per_tok"),
    shared: number("n_shared_experts"),
    width: number("moe_intermediate_size"),
    layers,
  })
  return found
}

/** Models without attention: one layer of states after the other. @param {any} text @param {Reader} number @param {string} form */
function states(text, number, form) {
  const layers = number("num_hidden_layers", "n_layer")
  const hidden = number("hidden_size", "d_model")
  if (!layers || !hidden) return undefined
  const wide = form === "mamba-1" && number("intermediate_size")
  const heads = form === "mamba-2" ? number("num_heads") : wide || hidden * (number("expand") || 2)
  return shape({
    hidden,
    vocab: number("vocab_size"),
    norms: 1,
    tied: text.tie_word_embeddings === true,
    groups: [
      group({
        kind: "linear",
        form,
        layers,
        key_heads: form === "mamba-2" ? number("n_groups") : 1,
        key_dim: number("state_size"),
        value_heads: heads,
        value_dim: form === "mamba-2" ? number("head_dim") : 1,
        conv: number("conv_kernel"),
        rank: form === "mamba-2" ? 0 : number("time_step_rank") || Math.ceil(hidden / 16),
      }),
    ],
  })
}
