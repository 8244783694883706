#!/usr/bin/env bash
# Finding: Mixtral, Qwen3-MoE, OLMoE and gpt-oss trained with Transformers get no load-balancing
#          loss: the loss is the cross-entropy alone, though router_aux_loss_coef is 0.001 or 0.01.
#          DeepSeek-V3's correction bias of the router stays as it was in training.
# A good guess says: the coefficient in the configuration is in use: the loss holds coefficient
#          times balance loss, about 1 where the experts are evenly used; DeepSeek-V3's bias is
#          moved after each step.
# What happens: output_router_logits is False in every configuration; only True adds the term. Its
#          value for evenly used experts is 2 with two experts per token (the number chosen, not 1).
#          The bias is a buffer that nothing in the library changes.
# Versions: transformers 5.24.0, torch 2.13.0 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
TRANSFORMERS=${TRANSFORMERS-5.24.0}
TORCH=${TORCH-2.13.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "transformers${TRANSFORMERS:+==$TRANSFORMERS}" \
  "torch${TORCH:+==$TORCH}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import os
import sys

os.environ["TRANSFORMERS_VERBOSITY"] = "error"
import torch
import transformers
from transformers import AutoModelForCausalLM, DeepseekV3Config, DeepseekV3ForCausalLM, GptOssConfig, MixtralConfig, OlmoeConfig, Qwen3MoeConfig

print("transformers", transformers.__version__, "torch", torch.__version__)
WORDS = 64
SIZES = dict(vocab_size=WORDS, hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=2, num_key_value_heads=2, num_experts_per_tok=2, pad_token_id=0, bos_token_id=1, eos_token_id=2)
MODELS = {
    "Mixtral": MixtralConfig(**SIZES, num_local_experts=4),
    "Qwen3-MoE": Qwen3MoeConfig(**SIZES, num_experts=4, moe_intermediate_size=32, head_dim=16),
    "OLMoE": OlmoeConfig(**SIZES, num_experts=4),
    "gpt-oss": GptOssConfig(**SIZES, num_local_experts=4, head_dim=16),
}
torch.manual_seed(0)
TOKENS = torch.randint(3, WORDS, (2, 32))
for name, config in MODELS.items():
    model = AutoModelForCausalLM.from_config(config, dtype=torch.float32).train()
    with torch.no_grad():
        out = model(input_ids=TOKENS, labels=TOKENS)
        told = model(input_ids=TOKENS, labels=TOKENS, output_router_logits=True)
    entropy = torch.nn.functional.cross_entropy(out.logits[:, :-1].reshape(-1, WORDS), TOKENS[:, 1:].reshape(-1))
    extra, added = (out.loss - entropy).item(), (told.loss - entropy).item()
    coefficient = config.router_aux_loss_coef
    print(f"{name}: output_router_logits {config.output_router_logits}, coefficient {coefficient}; loss beyond the cross-entropy {extra:.5f}, with output_router_logits=True {added:.5f} = coefficient * {added / coefficient:.2f}")
    if abs(extra) > 1e-5 or not 1.95 < added / coefficient < 2.1:
        sys.exit("DIFFERENT from the record: nothing, and about twice the coefficient when told")
deepseek = DeepseekV3Config(**SIZES, n_routed_experts=4, moe_intermediate_size=32, n_group=1, topk_group=1, q_lora_rank=8, kv_lora_rank=8, qk_rope_head_dim=8, qk_nope_head_dim=8, v_head_dim=8, first_k_dense_replace=0)
model = DeepseekV3ForCausalLM(deepseek).train()
router = model.model.layers[0].mlp.gate
with torch.no_grad():
    router.weight[0] += 0.5
before, weight = router.e_score_correction_bias.clone(), router.weight.detach().clone()
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
for _ in range(20):
    model(input_ids=TOKENS, labels=TOKENS).loss.backward()
    optimizer.step()
    optimizer.zero_grad()
moved, bias = (router.weight - weight).abs().max().item(), (router.e_score_correction_bias - before).abs().max().item()
print(f"DeepSeek-V3 after 20 steps: the router's weights moved by {moved:.4f}, its correction bias by {bias}")
if moved == 0 or bias != 0:
    sys.exit("DIFFERENT from the record: the weights move, the bias does not")
print("as recorded")
PY
