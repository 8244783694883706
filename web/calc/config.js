/** A config.json of Hugging Face → the shape of the model. What cannot be known from it is said in a note. */

import { ALIKE, CLASSES, DEFAULTS, PLAIN, STRANGE } from "./classes.js"
import { groups, layerKinds } from "./layers.js"
import { experts as expertsOf, shape as shapeOf } from "./shapes.js"
import { SPECIAL } from "./special.js"

/** @typedef {import("./shapes.js").Shape} Shape */

/**
 * @typedef {{ shape?: Shape, problem: string, notes: string[] }} Reading a shape, or a sentence that says why there is none
 * @typedef {(...names: string[]) => number} Reader the first of these fields, if it is a whole number above 0; else 0
 */

/**
 * @param {any} config
 * @returns {Reading}
 */
export function fromConfig(config) {
  const given = config?.text_config ?? config?.llm_config ?? config?.language_config ?? config
  if (given === null || typeof given !== "object" || Array.isArray(given))
    return { problem: "config.json 应是一个 { … }", notes: [] }
  const { text, notes } = filled(config, given)
  const written = String(given.model_type ?? "")
  /** @type {Reader} */
  const number = (...names) => {
    const found = Number(first(text, names) ?? 0)
    return Number.isSafeInteger(found) && found > 0 ? found : 0
  }
  const problem = uncountable(text, written)
  if (problem) return { problem, notes }
  const found = special(text, written, number) ?? usual(text, config, written, number)
  if (!found.shape) return { ...found, notes }
  return { ...found, notes: [...notes, ...found.notes, ...uncounted(text, number)] }
}

/** @param {any} text @param {string[]} names @returns {any} what the first of them says that says something */
function first(text, names) {
  return names.map((name) => text[name]).find((one) => one !== undefined && one !== null)
}

/**
 * The part about language, with what its class takes where nothing is written.
 * @param {any} config
 * @param {any} given
 */
function filled(config, given) {
  const written = String(given.model_type ?? "")
  const type = ALIKE[written] ?? written
  const left = given === config ? [] : Object.entries(DEFAULTS[type] ?? {}).filter(([name]) => !(name in given))
  /** @type {string[]} */
  const notes = []
  if (given !== config || config.vision_config) notes.push("只算了语言部分，没有算视觉或音频的塔")
  if (left.length)
    notes.push(`没有写的按 ${type} 类的缺省：${left.map(([name, value]) => `${name} ${value}`).join("、")}`)
  return { text: { ...given, model_type: type, ...Object.fromEntries(left) }, notes }
}

/** @param {any} text @param {string} written @returns {string} why it cannot be counted, "" where it can */
function uncountable(text, written) {
  if (Object.values(text.per_layer_config ?? {}).some((/** @type {any} */ one) => "kv_lora_rank" in Object(one)))
    return `${written} 各层的头数和秩不一样，这里还数不了`
  const strange = STRANGE.find(([name]) => name in text)
  return strange ? `这份 config.json 里有 ${strange[0]}：${strange[1]}这里还数不了` : ""
}

/**
 * A model whose class is built like no other.
 * @param {any} text
 * @param {string} written
 * @param {Reader} number
 * @returns {Reading | undefined}
 */
function special(text, written, number) {
  const type = text.model_type
  const build = SPECIAL[type] ?? (!CLASSES[type] && "type_vocab_size" in text ? SPECIAL.bert : undefined)
  if (!build) return undefined
  const shape = build(text, number)
  if (!shape) return { problem: `这份 ${written} 的 config.json 缺层数、隐藏维或头数；请贴完整的`, notes: [] }
  return { shape, problem: "", notes: type in SPECIAL ? [] : [`不认得 ${written}：按 BERT 的样子算`] }
}

/**
 * A decoder like GPT or Llama.
 * @param {any} text
 * @param {any} config the whole, of which `text` is the part about language
 * @param {string} written
 * @param {Reader} number
 * @returns {Reading}
 */
function usual(text, config, written, number) {
  if (text.is_encoder_decoder)
    return {
      problem: `${written || "这份 config.json"} 是编码器加解码器，这里只认得 T5、mT5、UMT5 的结构`,
      notes: [],
    }
  const type = text.model_type
  // The first ones of their kind say the same in other words.
  const old = "activation_function" in text || "n_embd" in text
  const traits = CLASSES[type] ?? (old ? "luB" : "")
  const sizes = sizesOf(text, written, number)
  const problem = wrongSizes(sizes)
  if (problem) return { problem, notes: [] }
  const { hidden, layers, heads } = sizes
  const kinds = layerKinds(text, layers, number)
  const dim = number("head_dim", "kv_channels", "attention_head_dim") || Math.floor(hidden / heads)
  const base = { heads, head_dim: dim, kv_heads: keyHeads(text, heads, number) }
  const shape = outline(text, config, sizes, traits, number)
  shape.groups = groups(text, kinds, base, traits, number)
  shape.experts = experts(text, layers, traits, kinds, number)
  adjust(shape, text, kinds, number)
  const like = old
    ? "GPT-2 的样子算（两个矩阵的前馈、LayerNorm、有偏置）"
    : "Llama 的样子算（带门的前馈、RMSNorm、没有偏置）"
  const notes = []
  if (!CLASSES[type] && !PLAIN.includes(type))
    notes.push(`不认得 ${written || "没有写出的 model_type"}：按 ${like}，结构不同就会差；请和官方的参数量比一下`)
  if (!shape.vocab) notes.push("没有 vocab_size，词嵌入没有算进去")
  return { shape, problem: "", notes }
}

/** @typedef {{ hidden: number, layers: number, heads: number }} Sizes */

/** @param {any} text @param {string} written @param {Reader} number @returns {Sizes} 0 for what is not said */
function sizesOf(text, written, number) {
  const layers = number("num_hidden_layers", "n_layer", "num_layers", "n_layers")
  return {
    hidden: number("hidden_size", "n_embd", "d_model"),
    layers:
      layers * (written === "longcat_flash" ? 2 : 1) ||
      (text.layers_block_type ?? text.hybrid_override_pattern ?? "").length,
    heads: number("num_attention_heads", "n_head", "num_heads", "n_heads"),
  }
}

/** @param {Sizes} sizes @returns {string} what is wrong with them, "" if nothing is */
function wrongSizes({ hidden, layers, heads }) {
  const missing = Object.entries({ num_hidden_layers: layers, hidden_size: hidden, num_attention_heads: heads })
    .filter(([, size]) => !size)
    .map(([name]) => name)
  if (missing.length)
    return `config.json 里没有 ${missing.join("、")}；请贴模型的 config.json，不是 generation_config.json`
  return layers > 10_000 ? `层数写的是 ${layers}；请核对` : ""
}

/**
 * The shape without its groups of layers and its experts.
 * @param {any} text
 * @param {any} config
 * @param {Sizes} sizes
 * @param {string} traits
 * @param {Reader} number
 */
function outline(text, config, { hidden, layers }, traits, number) {
  const type = text.model_type
  const positions = traits.includes("u") && ["gpt2", "opt", "gpt_bigcode"].includes(type)
  const tied = first(text, ["tie_word_embeddings"]) ?? config.tie_word_embeddings ?? traits.includes("t")
  return shapeOf({
    hidden,
    vocab: number("vocab_size", "padded_vocab_size"),
    ffn: denseWidth(text, hidden, number),
    layers,
    gated: !traits.includes("u"),
    bias: bias(text, traits),
    norm: norm(text, traits),
    norms: norms(text, traits),
    tied: Boolean(tied),
    qk_norm: qkNorm(text, traits),
    embedding_norm: traits.includes("c"),
    streams: number("hc_mult"),
    head_bias: type === "phi",
    rows: positions ? number("n_positions", "max_position_embeddings") + (type === "opt" ? 2 : 0) : 0,
    groups: [],
  })
}

/** @param {any} text @param {string} traits */
function norm(text, traits) {
  if (traits.includes("l") || text.norm_type === "layer_norm") return "layer"
  return text.model_type === "olmo" || traits.includes("n") ? "none" : "rms"
}

/** How many normalisations a layer has. @param {any} text @param {string} traits */
function norms(text, traits) {
  if (traits.includes("4")) return 4
  const parallel = text.model_type === "falcon" && !text.new_decoder_architecture && text.parallel_attn !== false
  return traits.includes("1") || parallel ? 1 : 2
}

/**
 * What single classes have of networks beside or instead of the usual.
 * @param {Shape} shape
 * @param {any} text
 * @param {string[]} kinds
 * @param {Reader} number
 */
function adjust(shape, text, kinds, number) {
  const { layers } = shape
  const type = text.model_type
  // Two attentions and two networks in a layer, experts beside them.
  if (type === "longcat_flash" && shape.experts) {
    shape.experts.layers = layers / 2
    shape.ffn_layers = layers + layers / 2
  }
  if (type === "nemotron_h") shape.ffn_layers = kinds.filter((kind) => kind === "moe" || kind === "mlp").length
  if (shape.experts && shape.experts.layers === (shape.ffn_layers || layers)) shape.ffn = 0
  // Layers that share keys and values have networks twice as wide.
  if (text.use_double_wide_mlp && !shape.experts) shape.ffn_layers = layers + number("num_kv_shared_layers")
  if (type === "gemma4_text" && shape.experts) {
    Object.assign(shape.experts, { beside: number("intermediate_size"), router_scale: true })
    Object.assign(shape, { norms: 7, ffn: 0 })
  }
}

/** What a configuration has that is not counted, a sentence each. @param {any} text @param {Reader} number */
function* uncounted(text, number) {
  if (number("num_nextn_predict_layers", "num_mtp_layers")) yield "没有算多 token 预测（MTP）的层"
  const layers = number("num_hidden_layers")
  const each = number("hidden_size_per_layer_input")
  if (each) {
    const rows = (number("vocab_size_per_layer_input") || number("vocab_size")) * layers * each
    const products = 3 * number("hidden_size") * layers * each
    yield `没有算逐层词嵌入：查表的 ${rows.toLocaleString("en-US")} 个参数，和它的投影约 ${products.toLocaleString("en-US")} 个`
  }
  if (number("zero_expert_num")) yield "选到的专家里有一部分是什么也不做的，激活的参数按全选真专家算，是上限"
  if (/^(falcon_)?mamba$/.test(text.model_type)) yield "按 Jamba 的样子每层多算了三个小归一化，不到万分之一"
  if (number("d_rel")) yield "没有算相对位置的投影和每层的短卷积"
  if (Array.isArray(text.cross_attention_layers))
    yield "交叉注意力的层缓存的是图像，长度填在“编码器的长度”里；没有算这几层的门"
  if (text.model_type === "apertus") yield "没有算激活函数 xIELU 每层的两个参数"
}

/**
 * @param {any} text
 * @param {number} layers
 * @param {string} traits
 * @param {string[]} kinds
 * @param {Reader} number
 */
function experts(text, layers, traits, kinds, number) {
  const total = number("n_routed_experts", "num_local_experts", "moe_num_experts", "num_experts")
  const blocks = kinds.filter((kind) => kind === "moe").length
  if (
    total < 2 ||
    (text.model_type === "gemma4_text" && !text.enable_moe_block) ||
    (text.model_type === "nemotron_h" && !blocks)
  )
    return null
  const width =
    number("moe_intermediate_size", "expert_ffn_hidden_size") || number("intermediate_size", "ffn_hidden_size")
  const ones = number("n_shared_experts", "moe_num_shared_experts", "num_shared_experts", "num_shared_expert")
  const whole = number(
    "shared_expert_intermediate_size",
    "moe_shared_expert_intermediate_size",
    "shared_intermediate_size",
  )
  const shared = text.model_type === "llama4_text" || (whole && !ones) ? 1 : ones
  const dense = Array.isArray(text.mlp_layer_types)
    ? text.mlp_layer_types.filter((/** @type {string} */ one) => one === "dense").length
    : number("first_k_dense_replace", "moe_layer_start_index", "num_dense_layers")
  const step = number("decoder_sparse_step", "interleave_moe_layer_step", "expert_layer_period") || 1
  const only = Array.isArray(text.mlp_only_layers) ? text.mlp_only_layers.length : 0
  const active = number("num_experts_per_tok", "num_experts_per_token", "moe_k", "moe_topk", "top_k_experts")
  return expertsOf({
    total,
    active: active || 1,
    shared,
    width,
    dense,
    layers: blocks || (step > 1 ? Math.floor(layers / step) : layers - dense - only),
    shared_width: shared && whole && whole !== width * shared ? Math.floor(whole / shared) : 0,
    latent: number("moe_latent_size"),
    gate: traits.includes("g") && shared > 0,
    router_bias: traits.includes("e"),
  })
}

/** @param {any} text @param {number} heads @param {Reader} number */
function keyHeads(text, heads, number) {
  if (text.multi_query === true && !text.new_decoder_architecture) return 1
  if (text.multi_query_attention) return number("multi_query_group_num") || 1
  return number("num_key_value_heads", "num_kv_heads", "n_head_kv") || heads
}

/** @param {any} text @param {number} hidden @param {Reader} number */
function denseWidth(text, hidden, number) {
  if (text.model_type === "qwen") return number("intermediate_size") / 2
  if (text.model_type === "granitemoehybrid" && !number("num_local_experts")) return number("shared_intermediate_size")
  return (
    number(
      "dense_intermediate_size",
      "intermediate_size_mlp",
      "intermediate_size",
      "ffn_hidden_size",
      "n_inner",
      "ffn_dim",
      "d_ff",
    ) || 4 * hidden
  )
}

/** @param {any} text @param {string} traits */
function bias(text, traits) {
  if (traits.includes("B") && text.bias !== false) return "all"
  if (text.use_bias === true || (text.attention_bias === true && text.mlp_bias === true)) return "all"
  if (traits.includes("b")) return text.attention_bias === false || text.add_qkv_bias === false ? "none" : "qkv"
  return text.attention_bias === true || text.qkv_bias === true || text.use_qkv_bias === true ? "qkv" : "none"
}

/** @param {any} text @param {string} traits */
function qkNorm(text, traits) {
  if (text.use_qk_norm === false) return ""
  if (traits.includes("Q")) return "whole"
  return traits.includes("q") || (text.use_qk_norm === true && text.model_type === "glm4_moe") ? "head" : ""
}
