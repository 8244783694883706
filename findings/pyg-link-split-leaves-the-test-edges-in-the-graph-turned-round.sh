#!/usr/bin/env bash
# Finding: PyTorch Geometric's RandomLinkSplit on an undirected graph leaves 197 of 207 test edges
#          in the graph that the model may look at, turned round; with is_undirected=True none.
# A good guess says: the edges to be predicted are taken out of the graph, in both directions
#          where every edge stands in it twice.
# What happens: is_undirected is False unless told, and then each direction is an edge of its own:
#          the one is a test edge, its twin is in the message-passing graph. A model that looks
#          whether the twin is there predicts nearly every link. Nothing warns, although
#          data.is_undirected() is True. Say is_undirected=True; the test edges are then half as
#          many, each pair once.
# Versions: torch-geometric 2.8.1, torch 2.13.0 (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
TORCH_GEOMETRIC=${TORCH_GEOMETRIC-2.8.1}
TORCH=${TORCH-2.13.0}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "torch-geometric${TORCH_GEOMETRIC:+==$TORCH_GEOMETRIC}" \
  "torch${TORCH:+==$TORCH}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import torch
from torch_geometric.data import Data
from torch_geometric.transforms import RandomLinkSplit
from torch_geometric.utils import erdos_renyi_graph, to_undirected

print("torch-geometric", version("torch-geometric"), "torch", version("torch"))
torch.manual_seed(0)
graph = Data(edge_index=to_undirected(erdos_renyi_graph(200, 0.05)), num_nodes=200, x=torch.ones(200, 1))


def split(undirected: bool) -> tuple[int, int, int]:
    """Test edges, and how many of them the model's graph holds as they are and turned round."""
    test = RandomLinkSplit(num_val=0.1, num_test=0.1, is_undirected=undirected)(graph)[2]
    visible = {tuple(edge) for edge in test.edge_index.t().tolist()}
    wanted = [tuple(edge) for edge in test.edge_label_index[:, test.edge_label == 1].t().tolist()]
    return len(wanted), sum(edge in visible for edge in wanted), sum(edge[::-1] in visible for edge in wanted)


print("the graph is undirected:", graph.is_undirected())
seen = {undirected: split(undirected) for undirected in (False, True)}
for undirected, (edges, same, turned) in seen.items():
    print(f"is_undirected={undirected}: {edges} test edges, {same} of them in the graph, {turned} turned round")
edges, same, turned = seen[False]
if same or turned < 0.8 * edges or seen[True][1:] != (0, 0) or not graph.is_undirected():
    sys.exit("DIFFERENT from the record: nearly all test edges turned round, none with is_undirected=True")
print("as recorded")
PY
