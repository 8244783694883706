/** A config.json of Hugging Face → the shape of the model. What cannot be known from it is said in a note. */

import { experts as expertsOf, group, shape as shapeOf } from "./shapes.js"
import { SPECIAL } from "./special.js"

/** @typedef {import("./shapes.js").Group} Group */
/** @typedef {import("./shapes.js").Shape} Shape */

/**
 * What the classes of Transformers do without saying so in the configuration. Words: q and Q norms of queries and keys
 * (each head, all heads), t tied unless said otherwise, 4 and 1 norms in a layer, l LayerNorm, u two matrices in a
 * network, b biases in q, k and v, B everywhere, s sinks, g a gate of the shared experts, e a learned bias of experts,
 * o an output gate, c norms behind the embedding, n norms without parameters.
 * @type {Record<string, string>}
 */
const CLASSES = {
  afmoe: "q4o",
  apertus: "uq",
  arcee: "u",
  bloom: "tluBc",
  chatglm: "b",
  codegen: "u",
  cohere: "t1",
  cohere2: "t1",
  cohere2_moe: "t1",
  ernie4_5_moe: "te",
  exaone4: "q",
  exaone_moe: "q",
  falcon: "tlu",
  flex_olmo: "Q",
  gemma: "t",
  gemma2: "t4",
  gemma3_text: "tq4",
  gemma4_text: "tq4",
  glm: "b",
  glm4: "4b",
  glm4_moe: "b",
  gpt2: "tluB",
  gpt_bigcode: "tluB",
  gpt_neox: "luB",
  gpt_neox_japanese: "tlu",
  gpt_oss: "Bs",
  hunyuan_v1_dense: "q",
  hunyuan_v1_moe: "q",
  hy_v3: "q",
  hy_v4: "os",
  hyperclovax: "4",
  jais2: "lu",
  mellum: "q",
  mimo_v2_flash: "s",
  minimax_m2: "Q",
  minimax_m3_vl_text: "q",
  mpt: "tu",
  nanochat: "un",
  nemotron_h: "u1",
  olmo2: "Q",
  olmo3: "Q",
  olmoe: "Q",
  opt: "tluB",
  persimmon: "luB",
  phi: "luB1",
  phimoe: "l",
  qwen: "b",
  qwen2: "b",
  qwen2_moe: "bg",
  qwen3: "q",
  qwen3_5_moe_text: "qgo",
  qwen3_5_text: "qo",
  qwen3_moe: "q",
  qwen3_next: "qgo",
  seed_oss: "b",
  stablelm: "l",
  starcoder2: "lub",
}

// Classes that build what another one builds.
/** @type {Record<string, string>} */
const ALIKE = {
  apertus1p5_text: "apertus",
  camembert: "roberta",
  gemma4_unified_text: "gemma4_text",
  glm4v_moe_text: "glm4_moe",
  glm4v_text: "glm4",
  ministral3: "mistral",
  mt5: "t5",
  qwen2_5_vl: "qwen2",
  qwen2_5_vl_text: "qwen2",
  qwen2_vl: "qwen2",
  qwen2_vl_text: "qwen2",
  qwen3_vl_moe_text: "qwen3_moe",
  qwen3_vl_text: "qwen3",
  "xlm-roberta": "roberta",
}

// What the configuration of a language model within another one leaves out, because its class says so.
/** @type {Record<string, Record<string, number>>} */
const DEFAULTS = {
  gemma3_text: {
    vocab_size: 262208,
    hidden_size: 2304,
    intermediate_size: 9216,
    num_hidden_layers: 26,
    num_attention_heads: 8,
    num_key_value_heads: 4,
    head_dim: 256,
    sliding_window: 4096,
  },
  llama: {
    vocab_size: 32000,
    hidden_size: 4096,
    intermediate_size: 11008,
    num_hidden_layers: 32,
    num_attention_heads: 32,
  },
  mistral: {
    vocab_size: 32000,
    hidden_size: 4096,
    intermediate_size: 14336,
    num_hidden_layers: 32,
    num_attention_heads: 32,
    num_key_value_heads: 8,
  },
}

// Structures that cannot be counted here, by what only their configurations say.
/** @type {[string, string][]} */
const STRANGE = [
  ["altup_num_inputs", "Gemma 3n 的 AltUp、逐层词嵌入和低秩残差"],
  ["conv_L_cache", "LFM2 的短卷积层"],
  ["rescale_every", "RWKV 的时间混合"],
  ["qk_dim_factor", "xLSTM 的层"],
  ["keep_window_size", "Doge 的层"],
  ["use_mem_rope", "Zamba 共用的注意力"],
  ["attention_hidden_size", "Zamba 共用的注意力"],
  ["mem_len", "XLNet 的双流注意力"],
  ["position_bias_num_buckets", "CPM-Ant 的提示词表"],
  ["lru_width", "RecurrentGemma 的循环层"],
  ["mamba_d_ssm", "Falcon-H1 同一层里并排的状态空间和注意力"],
  ["inner_group_num", "ALBERT 共用的层"],
  ["embedding_size", "词嵌入比隐藏维窄的编码器"],
  ["num_codebooks", "声音的码本"],
  ["H_cycles", "反复用同一批层的结构"],
  ["encoder_layers", "BART、Whisper 这一类编码器加解码器（认得的是 T5、mT5、UMT5）"],
]

/**
 * @param {any} config
 * @returns {{ shape?: Shape, problem: string, notes: string[] }}
 */
export function fromConfig(config) {
  /** @type {string[]} */
  const notes = []
  const given = config?.text_config ?? config?.llm_config ?? config?.language_config ?? config
  if (given === null || typeof given !== "object" || Array.isArray(given))
    return { problem: "config.json 应是一个 { … }", notes }
  if (given !== config || config.vision_config) notes.push("只算了语言部分，没有算视觉或音频的塔")
  const written = String(given.model_type ?? "")
  const type = ALIKE[written] ?? written
  const text = { ...given, model_type: type }
  const left = given === config ? [] : Object.entries(DEFAULTS[type] ?? {}).filter(([name]) => !(name in given))
  Object.assign(text, Object.fromEntries(left))
  if (left.length)
    notes.push(`没有写的按 ${type} 类的缺省：${left.map(([name, value]) => `${name} ${value}`).join("、")}`)
  /** @param {...string} names */
  const has = (...names) => names.map((name) => text[name]).find((one) => one !== undefined && one !== null)
  /** @param {...string} names */
  const number = (...names) => {
    const found = Number(has(...names) ?? 0)
    return Number.isSafeInteger(found) && found > 0 ? found : 0
  }
  if (Object.values(text.per_layer_config ?? {}).some((/** @type {any} */ one) => "kv_lora_rank" in one))
    return { problem: `${written} 各层的头数和秩不一样，这里还数不了`, notes }
  const strange = STRANGE.find(([name]) => name in text)
  if (strange) return { problem: `这份 config.json 里有 ${strange[0]}：${strange[1]}这里还数不了`, notes }
  const special = SPECIAL[type] ?? (!CLASSES[type] && "type_vocab_size" in text ? SPECIAL.bert : undefined)
  if (special) {
    const shape = special(text, number)
    if (!shape) return { problem: `这份 ${written} 的 config.json 缺层数、隐藏维或头数；请贴完整的`, notes }
    if (!(type in SPECIAL)) notes.push(`不认得 ${written}：按 BERT 的样子算`)
    return { shape, problem: "", notes: [...notes, ...uncounted(text, number)] }
  }
  if (text.is_encoder_decoder)
    return { problem: `${written || "这份 config.json"} 是编码器加解码器，这里只认得 T5、mT5、UMT5 的结构`, notes }
  // The first ones of their kind say the same in other words.
  const old = "activation_function" in text || "n_embd" in text
  const traits = CLASSES[type] ?? (old ? "luB" : "")
  const hidden = number("hidden_size", "n_embd", "d_model")
  const layers =
    number("num_hidden_layers", "n_layer", "num_layers", "n_layers") * (written === "longcat_flash" ? 2 : 1) ||
    (text.layers_block_type ?? text.hybrid_override_pattern ?? "").length
  const heads = number("num_attention_heads", "n_head", "num_heads", "n_heads")
  const missing = [
    [layers, "num_hidden_layers"],
    [hidden, "hidden_size"],
    [heads, "num_attention_heads"],
  ]
    .filter(([one]) => !one)
    .map(([, name]) => name)
  if (missing.length)
    return {
      problem: `config.json 里没有 ${missing.join("、")}；请贴模型的 config.json，不是 generation_config.json`,
      notes,
    }
  if (layers > 10_000) return { problem: `层数写的是 ${layers}；请核对`, notes }
  const kinds = layerKinds(text, layers, number)
  const dim = number("head_dim", "kv_channels", "attention_head_dim") || Math.floor(hidden / heads)
  const base = { heads, head_dim: dim, kv_heads: keyHeads(text, heads, number) }
  const shape = shapeOf({
    hidden,
    vocab: number("vocab_size", "padded_vocab_size"),
    ffn: denseWidth(text, hidden, number),
    layers,
    gated: !traits.includes("u"),
    bias: bias(text, traits),
    norm: traits.includes("l")
      ? "layer"
      : has("norm_type") === "layer_norm"
        ? "layer"
        : type === "olmo" || traits.includes("n")
          ? "none"
          : "rms",
    norms: traits.includes("4")
      ? 4
      : traits.includes("1") || (type === "falcon" && !text.new_decoder_architecture && text.parallel_attn !== false)
        ? 1
        : 2,
    tied: Boolean(has("tie_word_embeddings") ?? config.tie_word_embeddings ?? traits.includes("t")),
    qk_norm: qkNorm(text, traits),
    embedding_norm: traits.includes("c"),
    streams: number("hc_mult"),
    head_bias: type === "phi",
    rows:
      traits.includes("u") && ["gpt2", "opt", "gpt_bigcode"].includes(type)
        ? number("n_positions", "max_position_embeddings") + (type === "opt" ? 2 : 0)
        : 0,
    groups: [],
  })
  shape.groups = groups(text, kinds, base, traits, number)
  shape.experts = experts(text, layers, traits, kinds, number)
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
  if (!CLASSES[type] && !PLAIN.includes(type))
    notes.push(
      `不认得 ${written || "没有写出的 model_type"}：按 ${old ? "GPT-2 的样子算（两个矩阵的前馈、LayerNorm、有偏置）" : "Llama 的样子算（带门的前馈、RMSNorm、没有偏置）"}，结构不同就会差；请和官方的参数量比一下`,
    )
  if (!shape.vocab) notes.push("没有 vocab_size，词嵌入没有算进去")
  return { shape, problem: "", notes: [...notes, ...uncounted(text, number)] }
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

const PLAIN =
  "llama mistral mixtral internlm2 internlm3 yi deepseek_v2 deepseek_v3 deepseek_v32 kimi_k2 glm4_moe_lite glm_moe_dsa kimi_linear minimax minimax_text_01 jamba longcat_flash granite granitemoe granitemoehybrid bamba helium olmo phi3 llama4_text ministral mistral3 baichuan".split(
    " ",
  )

/** @typedef {(...names: string[]) => number} Reader */

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
function layerKinds(text, layers, number) {
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
function groups(text, kinds, base, traits, number) {
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
