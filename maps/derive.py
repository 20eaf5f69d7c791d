#!/usr/bin/env python3
"""Derive the base maps of this folder from Natural Earth.

usage: derive.py WORLD_ATLAS.tgz MAGICS_FOLDER OUTPUT_FOLDER

WORLD_ATLAS.tgz  the npm package world-atlas 2.0.2
MAGICS_FOLDER    share/magics of the Debian package libmagics++-data

Writes the topologies named in MAPS below, and SOURCES.md with the hashes of
all that was read. The same inputs give the same bytes.
"""
import csv
import hashlib
import json
import os
import sys
import tarfile

from derivation import features
from derivation import topology as topo

MAPS = [
    {
        "file": "world-50m.topojson",
        "detail": "50m",
        "window": (-180.0, -60.0, 180.0, 90.0),  # all but Antarctica
        "tolerance_km": 0.0,
        "grid_degrees": 0.002,
        "least_island_km2": 0.0,
        "least_lake_km2": 0.0,
        "lake_rank": 6,
        "river_rank": 6,
    },
    {
        "file": "eurasia-10m.topojson",
        "detail": "10m",
        "window": (-12.0, -10.0, 160.0, 80.0),
        "tolerance_km": 1.0,
        "grid_degrees": 0.001,
        "least_island_km2": 4.0,
        "least_lake_km2": 20.0,
        "lake_rank": 9,
        "river_rank": 8,
    },
]

CREDIT = "Made with Natural Earth"

HERE = os.path.dirname(os.path.abspath(__file__))


class Inputs:
    """The outside files, and what was read of them."""

    def __init__(self, atlas_path, magics_folder):
        self.atlas_path = atlas_path
        self.magics_folder = magics_folder
        self.digests = {}

    def atlas(self, detail):
        name = f"countries-{detail}.json"
        with tarfile.open(self.atlas_path) as archive:
            data = archive.extractfile("package/" + name).read()
        self._note("world-atlas 2.0.2: " + name, data)
        return json.loads(data)

    def magics(self, path):
        with open(os.path.join(self.magics_folder, path), "rb") as file:
            data = file.read()
        self._note("libmagics++-data: " + path, data)
        return data

    def _note(self, name, data):
        self.digests[name] = hashlib.sha256(data).hexdigest()


def read_table(path):
    with open(os.path.join(HERE, path), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def derive(plan, inputs, tables, folder):
    """Write one topology; give its path."""
    land = features.Land(inputs.atlas(plan["detail"]), tables["countries"],
                         tables["labels"])
    land.keep_window(plan["window"], plan["least_island_km2"])
    disputed = features.disputed_lines(land, inputs.magics,
                                       tables["disputed"], plan)
    grid = topo.Grid(plan["grid_degrees"])
    arcs, objects = land.draw(grid, plan["tolerance_km"])
    objects["lakes"] = features.lakes(arcs, grid, inputs.magics,
                                      tables["labels"], plan)
    objects["rivers"] = features.rivers(arcs, grid, inputs.magics,
                                        tables, plan)
    objects["disputed"] = disputed.draw(arcs, grid)
    path = os.path.join(folder, plan["file"])
    topo.write_topology(path, CREDIT, grid, arcs, objects)
    return path


def digest_rows(digests):
    return "".join(f"| {name} | `{digest}` |\n"
                   for name, digest in sorted(digests.items()))


def write_sources(folder, inputs, paths):
    outputs = {}
    for path in paths:
        with open(path, "rb") as file:
            digest = hashlib.sha256(file.read()).hexdigest()
        outputs[os.path.basename(path)] = digest
    head = "| file | SHA-256 |\n|---|---|\n"
    with open(os.path.join(folder, "SOURCES.md"), "w", encoding="utf-8",
              newline="\n") as file:
        file.write("# What the base maps were derived from\n\n"
                   "Written by `derive.py`.\n\n## Read\n\n" + head)
        file.write(digest_rows(inputs.digests))
        file.write("\n## Written\n\n" + head + digest_rows(outputs))


def main(atlas_path, magics_folder, folder):
    inputs = Inputs(atlas_path, magics_folder)
    tables = {name: read_table(f"derivation/{name}.csv")
              for name in ("countries", "disputed", "rivers")}
    tables["labels"] = read_table("labels.csv")
    paths = [derive(plan, inputs, tables, folder) for plan in MAPS]
    write_sources(folder, inputs, paths)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
