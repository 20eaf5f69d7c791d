#!/bin/sh
# One-to-all shortest lengths beside LEMON: the same network, the same origin,
# in turns; distances are compared, medians and their ratio printed.
#
# usage: bench/shortest.sh [BUILD_FOLDER [NODES [ROUNDS]]]
# needs: g++ and liblemon-dev
set -eu
export LC_ALL=C
source=$(cd "$(dirname "$0")/.." && pwd)
build=${1:-$source/build}
nodes=${2:-1000000}
rounds=${3:-5}
runs=3
work=$build/bench
network=$work/n$nodes

mkdir -p "$work"
ninja -C "$build" bench/bench-shortest >/dev/null
g++ -std=c++17 -O2 -DNDEBUG -o "$work/lemon" "$source/bench/shortest_lemon.cpp"
[ -e "$network/link.csv" ] ||
    python3 "$source/bench/make_network.py" "$nodes" "$network"

: >"$work/ours.s"
: >"$work/lemon.s"
for round in $(seq "$rounds"); do
    "$build/bench/bench-shortest" "$network" 1 $runs "$work/ours.m" >>"$work/ours.s"
    "$work/lemon" "$network" 1 $runs "$work/lemon.m" >>"$work/lemon.s"
done

python3 - "$work" "$nodes" <<'END'
import array
import math
import statistics
import sys

work, nodes = sys.argv[1], sys.argv[2]


def distances(name):
    with open(f"{work}/{name}.m", "rb") as file:
        return array.array("d", file.read())


def median(name):
    with open(f"{work}/{name}.s", encoding="ascii") as file:
        return statistics.median(map(float, file))


ours, lemon = distances("ours"), distances("lemon")
assert len(ours) == len(lemon), "not as many nodes"
far = sum(not (a == b or math.isclose(a, b, rel_tol=1e-12))
          for a, b in zip(ours, lemon))
if far:
    sys.exit(f"{far} of {len(ours)} distances differ")
mine, theirs = median("ours"), median("lemon")
print(f"one-to-all, {nodes} nodes: corridor {mine:.3f} s, LEMON {theirs:.3f} s, "
      f"ratio {theirs / mine:.2f}; {len(ours)} distances agree")
END
