"""Entries of docs/measured.yml about Transformers and PEFT: each function is named for its entry and sees it again.

    PYTHONPATH=hooks python -m tests.real.libraries

It needs what requirements-real.txt names: real libraries on small random models, no weights, no GPU.
"""

from __future__ import annotations

import os
import sys
import warnings

os.environ["TRANSFORMERS_VERBOSITY"] = "error"

import peft
import torch
import transformers
from peft import LoraConfig, PrefixTuningConfig, get_peft_model
from tokenizers import Tokenizer, models
from transformers import (
    BertConfig,
    BertModel,
    DataCollatorForLanguageModeling,
    LlamaConfig,
    LlamaForCausalLM,
    MixtralConfig,
    MixtralForCausalLM,
    PreTrainedTokenizerFast,
    TrainingArguments,
)

SIZES = {
    "vocab_size": 64,
    "hidden_size": 32,
    "intermediate_size": 64,
    "num_hidden_layers": 1,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
}


def _llama(**options):
    torch.manual_seed(0)
    return LlamaForCausalLM(LlamaConfig(**SIZES, **options))


def _adapted(model):
    """Names of the layers that have a LoRA."""
    return sorted(
        {name.split(".lora_A")[0].rsplit(".", 1)[-1] for name, _ in model.named_parameters() if "lora_A" in name}
    )


def transformers_masks_are_boolean_unless_eager():
    ids, padding = torch.ones(1, 4, dtype=torch.long), torch.tensor([[1, 1, 1, 0]])
    kinds = {}
    for name in ("sdpa", "eager"):
        config = BertConfig(
            vocab_size=64, hidden_size=32, intermediate_size=64, num_hidden_layers=1, num_attention_heads=4
        )
        model = BertModel(config).eval()
        assert model.config._attn_implementation == "sdpa", "the default"
        model.set_attn_implementation(name)
        seen = []
        layer = model.encoder.layer[0]
        layer.register_forward_pre_hook(
            lambda _, args, kwargs, seen=seen: seen.append(args + tuple(kwargs.values())), with_kwargs=True
        )
        model(ids, attention_mask=padding)
        masks = [one for one in seen[0] if torch.is_tensor(one) and one.dim() == 4]
        kinds[name] = masks[0]
    assert kinds["sdpa"].dtype == torch.bool
    assert kinds["eager"].min() == torch.finfo(torch.float32).min


def transformers_trainer_decays_nothing_unless_told():
    made = TrainingArguments(output_dir="out", use_cpu=True)
    assert (made.weight_decay, made.learning_rate, made.max_grad_norm) == (0.0, 5e-5, 1.0)
    assert torch.optim.AdamW([torch.nn.Parameter(torch.zeros(1))]).defaults["weight_decay"] == 0.01


def transformers_collator_hides_the_end_when_it_pads_with_it():
    tokenizer = Tokenizer(models.WordLevel({"a": 0, "b": 1, "<eos>": 2, "<pad>": 3}, unk_token="a"))
    rows = [{"input_ids": [0, 1, 2]}, {"input_ids": [0, 1, 0, 1, 2]}]
    labels = {}
    for pad in ("<eos>", "<pad>"):
        wrapped = PreTrainedTokenizerFast(tokenizer_object=tokenizer, eos_token="<eos>", pad_token=pad)
        labels[pad] = DataCollatorForLanguageModeling(wrapped, mlm=False)(rows)["labels"].tolist()
    assert labels["<eos>"] == [[0, 1, -100, -100, -100], [0, 1, 0, 1, -100]]
    assert labels["<pad>"] == [[0, 1, 2, -100, -100], [0, 1, 0, 1, 2]]


def peft_scales_lora_by_one_unless_told():
    made = LoraConfig()
    assert (made.r, made.lora_alpha, made.lora_dropout) == (8, 8, 0.0)


def peft_adapts_only_q_and_v_of_llama_unless_told():
    assert _adapted(get_peft_model(_llama(), LoraConfig(task_type="CAUSAL_LM"))) == ["q_proj", "v_proj"]
    every = _adapted(get_peft_model(_llama(), LoraConfig(task_type="CAUSAL_LM", target_modules="all-linear")))
    assert len(every) == 7 and "lm_head" not in every


def peft_all_linear_reaches_the_experts_and_the_router():
    trained = {}
    for name in ("all-linear", ["q_proj", "k_proj", "v_proj", "o_proj"]):
        torch.manual_seed(0)
        model = MixtralForCausalLM(MixtralConfig(**SIZES, num_local_experts=4))
        model = get_peft_model(model, LoraConfig(task_type="CAUSAL_LM", target_modules=name))
        trained[str(name)] = [part for part, weight in model.named_parameters() if weight.requires_grad]
    every, named = trained.values()
    assert any("experts" in part for part in every) and any("mlp.gate." in part for part in every)
    assert not any("mlp" in part for part in named)


def peft_training_the_embedding_of_a_tied_model_leaves_the_head():
    shared = {}
    for tying in (False, True):
        config = LoraConfig(target_modules=["q_proj"], modules_to_save=["embed_tokens"], ensure_weight_tying=tying)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model = get_peft_model(_llama(tie_word_embeddings=True), config)
        trained = model.base_model.model.model.embed_tokens.modules_to_save["default"].weight
        head = model.base_model.model.get_output_embeddings()
        head = getattr(head, "modules_to_save", {"default": head})["default"]
        shared[tying] = head.weight.data_ptr() == trained.data_ptr()
    assert shared == {False: False, True: True}


def peft_prefix_tuning_refuses_checkpointing():
    model = _llama()
    model.activation_checkpointing_enable()
    try:
        get_peft_model(model, PrefixTuningConfig(task_type="CAUSAL_LM", num_virtual_tokens=4))
    except ValueError as error:
        assert "checkpointing" in str(error)
    else:
        raise AssertionError("no error before")
    model = get_peft_model(_llama(), PrefixTuningConfig(task_type="CAUSAL_LM", num_virtual_tokens=4)).train()
    model.base_model.activation_checkpointing_enable()
    try:
        model(torch.ones(1, 5, dtype=torch.long), labels=torch.ones(1, 5, dtype=torch.long))
    except (RuntimeError, ValueError):
        return
    raise AssertionError("no error after")


def main() -> int:
    """Run every check; 1 when one fails."""
    print("transformers", transformers.__version__, "peft", peft.__version__, "torch", torch.__version__)
    failed = 0
    for name, check in list(globals().items()):
        if name.startswith(("transformers_", "peft_")):
            try:
                check()
            except Exception as error:  # noqa: BLE001 - a library that changed may raise anything
                failed += 1
                print(f"{name}: {type(error).__name__} {error}")
    print("与记录不同的" if failed else "同记录", failed)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
