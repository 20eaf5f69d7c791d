#!/usr/bin/env python3
"""Write a road-like planar network as GMNS tables, the same for the same seed.

usage: make_network.py NODES FOLDER [--seed N]

Nodes stand on a grid whose points are moved at random by less than half a
cell. Joined are neighbours in rows and columns, and some across a cell; of
these a random tree is kept whole, so that all nodes are connected, and as many
others as make a mean degree of 2.8 (assumed: between the 2 of a tree and the 4
of a grid). Ids are shuffled: neighbours in space are not neighbours in the
tables, the hard case for whoever reads them.
"""
import argparse
import math
import os
import random

WEST, SOUTH, EAST, NORTH = 20.0, 35.0, 120.0, 60.0  # degrees
MEAN_DEGREE = 2.8
DIAGONAL_SHARE = 0.1
SPEEDS_KM_H = (50, 50, 50, 80, 80, 110)
EARTH_RADIUS_KM = 6371.0088  # mean radius of GRS 80, IUGG


def place_nodes(count, draw):
    """The points of a jittered grid row by row, and its width."""
    width = max(1, math.isqrt(2 * count))
    height = math.ceil(count / width)
    step_x, step_y = (EAST - WEST) / width, (NORTH - SOUTH) / height
    points = []
    for i in range(count):
        row, column = divmod(i, width)
        points.append((WEST + (column + 0.1 + 0.8 * draw.random()) * step_x,
                       SOUTH + (row + 0.1 + 0.8 * draw.random()) * step_y))
    return points, width


def list_pairs(count, width, draw):
    """Neighbours on the grid, and one diagonal in some of its cells."""
    for a in range(count):
        right = (a + 1) % width != 0
        if right and a + 1 < count:
            yield a, a + 1
        if a + width < count:
            yield a, a + width
        if right and a + width + 1 < count and draw.random() < DIAGONAL_SHARE:
            yield a, a + width + 1


def choose(pairs, count, draw):
    """A random spanning tree of the pairs (Kruskal), and some of the rest."""
    draw.shuffle(pairs)
    parent = list(range(count))
    tree, rest = [], []
    for a, b in pairs:
        x, y = a, b
        while parent[x] != x:
            parent[x] = x = parent[parent[x]]
        while parent[y] != y:
            parent[y] = y = parent[parent[y]]
        if x != y:
            parent[x] = y
        (tree if x != y else rest).append((a, b))
    extra = max(0, int(MEAN_DEGREE * count / 2) - len(tree))
    chosen = tree + rest[:extra]
    draw.shuffle(chosen)
    return chosen


def length_km(a, b):
    """Great circle, by the haversine formula."""
    lon_a, lat_a, lon_b, lat_b = map(math.radians, (*a, *b))
    h = (math.sin((lat_b - lat_a) / 2) ** 2
         + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2)
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(h))


def write_nodes(path, points, ids):
    with open(path, "w", encoding="ascii", newline="\n") as file:
        file.write("node_id,x_coord,y_coord\n")
        for i in sorted(range(len(points)), key=ids.__getitem__):
            file.write("%d,%.6f,%.6f\n" % (ids[i], *points[i]))


def write_links(path, links, points, ids, draw):
    with open(path, "w", encoding="ascii", newline="\n") as file:
        file.write("link_id,from_node_id,to_node_id,directed,length,"
                   "facility_type,free_speed,lanes\n")
        for number, (a, b) in enumerate(links, 1):
            file.write("%d,%d,%d,0,%.5f,road,%d,1\n" % (
                number, ids[a], ids[b], length_km(points[a], points[b]),
                draw.choice(SPEEDS_KM_H)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("nodes", type=int)
    parser.add_argument("folder")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    draw = random.Random(options.seed)
    points, width = place_nodes(options.nodes, draw)
    links = choose(list(list_pairs(options.nodes, width, draw)),
                   options.nodes, draw)
    ids = list(range(1, options.nodes + 1))
    draw.shuffle(ids)
    os.makedirs(options.folder, exist_ok=True)
    write_nodes(os.path.join(options.folder, "node.csv"), points, ids)
    write_links(os.path.join(options.folder, "link.csv"), links, points, ids,
                draw)
    print(f"{options.folder}: {len(points)} nodes, {len(links)} links")


if __name__ == "__main__":
    main()
