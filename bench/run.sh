#!/bin/sh
# The main job as users run it: the shipped corridors evaluated, and their maps
# written as PNG, PDF and SVG. Medians of several runs and how they stand to
# the goals of half a second and 100 MiB.
#
# usage: bench/run.sh [BUILD_FOLDER [ROUNDS]]
# needs: GNU time
set -eu
export LC_ALL=C
source=$(cd "$(dirname "$0")/.." && pwd)
build=${1:-$source/build}
rounds=${2:-9}
work=$build/bench
mkdir -p "$work"

for scenario in trans-caspian cku-today cku-railway; do
    : >"$work/run.txt"
    for _ in $(seq "$rounds"); do
        command time -a -o "$work/run.txt" -f '%e %M' \
            "$build/cli/corridor" run -q "$source/scenarios/$scenario.yaml" \
            -o "$work/out" >/dev/null
    done
    python3 - "$work/run.txt" "$scenario" <<'END'
import statistics
import sys

with open(sys.argv[1], encoding="ascii") as file:
    rows = [tuple(map(float, line.split())) for line in file]
seconds, kibibytes = (statistics.median(column) for column in zip(*rows))
print(f"run {sys.argv[2]}: {seconds:.2f} s, {seconds / 0.5:.2f} of the goal; "
      f"{kibibytes / 1024:.0f} MiB, {kibibytes / 1024 / 100:.2f} of the goal")
END
done
