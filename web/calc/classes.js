/** What is known of the classes of Transformers besides their configurations. */

/**
 * What the classes of Transformers do without saying so in the configuration. Words: q and Q norms of queries and keys
 * (each head, all heads), t tied unless said otherwise, 4 and 1 norms in a layer, l LayerNorm, u two matrices in a
 * network, b biases in q, k and v, B everywhere, s sinks, g a gate of the shared experts, e a learned bias of experts,
 * o an output gate, c norms behind the embedding, n norms without parameters.
 * @type {Record<string, string>}
 */
export const CLASSES = {
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
export const ALIKE = {
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
export const DEFAULTS = {
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
    sliding_window: 4096,
  },
}

// Structures that cannot be counted here, by what only their configurations say.
/** @type {[string, string][]} */
export const STRANGE = [
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

// Classes that do what Llama does, or say in the configuration what they do otherwise.
export const PLAIN =
  "llama mistral mixtral internlm2 internlm3 yi deepseek_v2 deepseek_v3 deepseek_v32 kimi_k2 glm4_moe_lite glm_moe_dsa kimi_linear minimax minimax_text_01 jamba longcat_flash granite granitemoe granitemoehybrid bamba helium olmo phi3 llama4_text ministral mistral3 baichuan".split(
    " ",
  )
