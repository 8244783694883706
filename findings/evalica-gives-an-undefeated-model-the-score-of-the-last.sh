#!/usr/bin/env bash
# Finding: If one model has won all its 20 votes, evalica's bradley_terry and newman give all three
#          models the same score, 0.000001, without a warning.
# A good guess says: a very large score for the undefeated one, or an error: the maximum lies at
#          infinity.
# What happens: the scores are all cut off at the bottom, so A with 20 wins of 20 stands level with
#          C that won 4 of 20. One vote for another model is enough for the right order. choix
#          raises an error in three of its methods without regularisation and returns finite scores
#          with alpha=0.01; elo, counting and the average win rate put A first.
# Versions: evalica 0.4.2, choix 0.4.1 (Python 3.11)
# Seen: 2026-11-30
set -euo pipefail
EVALICA=${EVALICA-0.4.2}
CHOIX=${CHOIX-0.4.1}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "evalica${EVALICA:+==$EVALICA}" \
  "choix${CHOIX:+==$CHOIX}"
cd "$tmp"
PYTHONWARNINGS=ignore python3 - <<'PY'
import sys
from importlib.metadata import version

import choix
import evalica
from evalica import Winner

print(" ".join(f"{name} {version(name)}" for name in ("evalica", "choix")))
VOTES = [("A", "B")] * 10 + [("A", "C")] * 10 + [("B", "C")] * 6 + [("C", "B")] * 4


def scores(method: str, votes: list[tuple[str, str]]) -> dict[str, float]:
    """The scores of one method of evalica; the first of each pair has won."""
    winners, losers = zip(*votes, strict=True)
    result = getattr(evalica, method)(list(winners), list(losers), [Winner.X] * len(votes))
    return {name: round(float(result.scores[name]), 6) for name in "ABC"}


seen = {method: scores(method, VOTES) for method in ("bradley_terry", "newman", "elo", "counting", "average_win_rate")}
for method, row in seen.items():
    print(f"{method}: {row}")
once_beaten = scores("bradley_terry", [*VOTES, ("B", "A")])
print("bradley_terry, A beaten once:", once_beaten)
numbered = [("ABC".index(winner), "ABC".index(loser)) for winner, loser in VOTES]
bounded = choix.ilsr_pairwise(3, numbered, alpha=0.01)
print("choix.ilsr_pairwise, alpha=0.01:", bounded)
level = [len(set(row.values())) == 1 for row in seen.values()]
if level != [True, True, False, False, False] or not once_beaten["A"] > once_beaten["B"] > once_beaten["C"] or bounded.argmax() != 0:
    sys.exit("DIFFERENT from the record: all scores equal by bradley_terry and newman, A first by the others")
print("as recorded")
PY
