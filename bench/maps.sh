#!/bin/sh
# Maps against peers, run by turns in one session: two routes across Eurasia with
# coasts and borders of Natural Earth at 1:50 million, names and a graticule, at
# 1600 by 1000 pixels. Medians, and how they stand to the goals: a PNG five times
# as fast as GMT's, an SVG forty times as fast as cartopy's, less memory than
# either; the detailed base map on A3 at 300 dpi within 1.5 s.
#
# The peers draw less: land, borders, two lines and their labels.
#
# usage: bench/maps.sh [BUILD_FOLDER [ROUNDS]]
# needs: gmt, gmt-gshhg-low, gmt-dcw, python3-cartopy
set -eu
export LC_ALL=C
source=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "${1:-$source/build}" && pwd)
rounds=${2:-11}
work=$build/bench
corridor=$build/cli/corridor
mkdir -p "$work"
python3 "$source/bench/maps_input.py" "$source/maps/world-50m.topojson" "$work"
rm -f "$work"/time-*

measure() { # NAME COMMAND...
    name=$1
    shift
    python3 "$source/bench/measure.py" "$work/time-$name" "$@"
}

for _ in $(seq "$rounds"); do
    measure corridor-png "$corridor" map -q "$work/two.yaml" --width 297mm \
        --aspect 16:10 --dpi 136.83 -o "$work/two.png"
    measure corridor-svg "$corridor" map -q "$work/two.yaml" --width 297mm \
        --aspect 16:10 -o "$work/two.svg"
    measure corridor-a3 "$corridor" map -q "$source/scenarios/trans-caspian.yaml" \
        --basemap "$source/maps/eurasia-10m.topojson" --width 420mm \
        --aspect 420:297 --dpi 300 -o "$work/a3.png"
    measure gmt-png sh "$source/bench/maps_gmt.sh" "$work"
    measure cartopy-svg /usr/bin/python3 "$source/bench/maps_cartopy.py" \
        "$work" "$work/cartopy.svg"
done
python3 "$source/bench/maps_report.py" "$work"
