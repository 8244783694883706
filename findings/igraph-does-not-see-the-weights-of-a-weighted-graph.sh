#!/usr/bin/env bash
# Finding: in a graph of eight nodes, all joined, with weights of 10 within two groups of four and
#          1 between them, igraph's Louvain, Leiden, label propagation and walktrap find
#          one group of eight, and its PageRank gives an edge of 10 and one of 1 the same;
#          NetworkX finds the two groups and shares the rank 4.9 to 1. graph.is_weighted() is True.
# A good guess says: the edge attribute weight is used where there is one, as in NetworkX and in
#          igraph for R.
# What happens: in Python igraph's weights=None means that every edge counts 1; an attribute is
#          used where it is named, weights="weight". NetworkX takes weight by itself for PageRank
#          and Louvain, and leaves it out of shortest_path, where the edge of 10 is one step. A
#          knowledge graph whose edges count mentions is clustered as if all counts were one.
# Versions: igraph 1.0.0, networkx 3.6.1, numpy 2.4.6, scipy 1.17.1 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
IGRAPH=${IGRAPH-1.0.0}
NETWORKX=${NETWORKX-3.6.1}
NUMPY=${NUMPY-2.4.6}
SCIPY=${SCIPY-1.17.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "igraph${IGRAPH:+==$IGRAPH}" \
  "networkx${NETWORKX:+==$NETWORKX}" \
  "numpy${NUMPY:+==$NUMPY}" \
  "scipy${SCIPY:+==$SCIPY}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import itertools
import sys
from importlib.metadata import version

import igraph
import networkx

print("igraph", version("igraph"), "networkx", version("networkx"))
PAIRS = [(a, b, 10.0 if (a < 4) == (b < 4) else 1.0) for a, b in itertools.combinations(range(8), 2)]
graph = igraph.Graph.TupleList(PAIRS, weights=True)
METHODS = {
    "Louvain": lambda **how: graph.community_multilevel(**how),
    "Leiden": lambda **how: graph.community_leiden("modularity", **how),
    "label propagation": lambda **how: graph.community_label_propagation(**how),
    "walktrap": lambda **how: graph.community_walktrap(**how).as_clustering(),
}
print("igraph calls the graph weighted:", graph.is_weighted())
unasked = {name: sorted(map(len, find())) for name, find in METHODS.items()}
named = {name: sorted(map(len, find(weights="weight"))) for name, find in METHODS.items() if name != "label propagation"}
other = networkx.Graph()
other.add_weighted_edges_from(PAIRS)
of_networkx = sorted(map(len, networkx.community.louvain_communities(other, seed=0)))
print(f"sizes of the groups: igraph {unasked}")
print(f"  with weights='weight' {named}; NetworkX {of_networkx}")
LINKS = [("q", "a", 10.0), ("q", "b", 1.0), ("a", "q", 1.0), ("b", "q", 1.0)]
links = igraph.Graph.TupleList(LINKS, directed=True, weights=True)
directed = networkx.DiGraph()
directed.add_weighted_edges_from(LINKS)
rank = dict(zip(links.vs["name"], links.pagerank(), strict=True))
rank_of_networkx = networkx.pagerank(directed)
ratios = [round(found["a"] / found["b"], 1) for found in (rank, rank_of_networkx)]
print("rank of the node at the edge of 10 over that at the edge of 1: igraph", ratios[0], "networkx", ratios[1])
ROADS = networkx.Graph()
ROADS.add_weighted_edges_from([("a", "b", 10.0), ("a", "c", 1.0), ("c", "b", 1.0)])
path = networkx.shortest_path(ROADS, "a", "b")
print("shortest_path of networkx over the edge of 10:", path)
if set(map(tuple, unasked.values())) != {(8,)} or set(map(tuple, named.values())) != {(4, 4)} or of_networkx != [4, 4]:
    sys.exit("DIFFERENT from the record: one group of 8 unless weights are named, two of 4 in NetworkX")
if ratios != [1.0, 4.9] or path != ["a", "b"] or not graph.is_weighted():
    sys.exit("DIFFERENT from the record: ranks 1.0 and 4.9 to 1, the direct road")
print("as recorded")
PY
