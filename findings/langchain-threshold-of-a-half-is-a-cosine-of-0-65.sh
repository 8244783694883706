#!/usr/bin/env bash
# Finding: similarity_score_threshold 0.5 of LangChain's retriever keeps texts down to a cosine of
#          0.65 in FAISS and Chroma, and 30 texts asked of an MMR retriever are 20; a text with
#          cosine 0.5 has relevance 0.293, one with cosine 0 has -0.414.
# A good guess says: the relevance of unit vectors is their cosine (or half of it and a half);
#          k=30 gives 30 texts.
# What happens: both stores return the squared distance, 2 - 2 cos, and the relevance is 1 - d /
#          sqrt(2), meant for the distance itself: it runs from 1 down to -1.83. MMR chooses among
#          fetch_k=20 texts, whatever k is. Map the threshold (relevance = 1 - sqrt(2) (1 - cos)),
#          and give fetch_k.
# Versions: langchain-community 0.4.2, langchain-chroma 1.1.0, faiss-cpu 1.15.1 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
LANGCHAIN_COMMUNITY=${LANGCHAIN_COMMUNITY-0.4.2}
LANGCHAIN_CHROMA=${LANGCHAIN_CHROMA-1.1.0}
FAISS_CPU=${FAISS_CPU-1.15.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "langchain-community${LANGCHAIN_COMMUNITY:+==$LANGCHAIN_COMMUNITY}" \
  "langchain-chroma${LANGCHAIN_CHROMA:+==$LANGCHAIN_CHROMA}" \
  "faiss-cpu${FAISS_CPU:+==$FAISS_CPU}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import logging
import sys
from importlib.metadata import version

from langchain_chroma import Chroma
from langchain_community.vectorstores import FAISS
from langchain_core.embeddings import Embeddings

logging.disable(logging.WARNING)
print(" ".join(f"{name} {version(name)}" for name in ("langchain-community", "langchain-chroma", "faiss-cpu")))


class Cosines(Embeddings):
    """A text is a number: a unit vector with that cosine to the vector of 1.0."""

    def embed_query(self, text: str) -> list[float]:
        cosine = float(text)
        return [cosine, (1 - cosine * cosine) ** 0.5]

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]


TEXTS = [f"{cosine / 100:.2f}" for cosine in range(0, 101, 5)]
seen = {}
for store in (FAISS.from_texts(TEXTS, Cosines()), Chroma.from_texts(TEXTS, Cosines())):
    relevance = {text.page_content: round(float(score), 3) for text, score in store.similarity_search_with_relevance_scores("1.0", k=21)}
    retriever = store.as_retriever(search_type="similarity_score_threshold", search_kwargs={"score_threshold": 0.5, "k": 21})
    lowest = min(text.page_content for text in retriever.invoke("1.0"))
    many = type(store).from_texts([f"{cosine / 1000:.3f}" for cosine in range(100)], Cosines())
    count = len(many.as_retriever(search_type="mmr", search_kwargs={"k": 30}).invoke("0.05"))
    seen[type(store).__name__] = (relevance["0.50"], relevance["0.00"], lowest, count)
    print(f"{type(store).__name__}: relevance {relevance['0.50']} at cosine 0.5, {relevance['0.00']} at 0")
    print(f"  threshold 0.5 keeps down to cosine {lowest}; MMR with k=30 gives {count}")
if set(seen.values()) != {(0.293, -0.414, "0.65", 20)}:
    sys.exit("DIFFERENT from the record: relevance 0.293 and -0.414, lowest 0.65, 20 texts")
print("as recorded")
PY
