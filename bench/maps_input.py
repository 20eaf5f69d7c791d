#!/usr/bin/env python3
"""Write what maps.sh draws: a scenario of two routes, and for the peers the
same lines, names and rings of land as plain text.

usage: maps_input.py WORLD.topojson FOLDER
"""
import json
import pathlib
import sys

PLACES = {
    "Chongqing": (106.55, 29.56), "Urumqi": (87.60, 43.80),
    "Almaty": (76.90, 43.25), "Baku": (49.87, 40.40), "Tbilisi": (44.80, 41.70),
    "Istanbul": (28.98, 41.01), "Astana": (71.45, 51.13),
    "Moscow": (37.62, 55.75), "Warsaw": (21.01, 52.23), "Mannheim": (8.47, 49.49),
}
ROUTES = {
    "middle": ["Chongqing", "Urumqi", "Almaty", "Baku", "Tbilisi", "Istanbul"],
    "north": ["Chongqing", "Urumqi", "Astana", "Moscow", "Warsaw", "Mannheim"],
}


def scenario():
    """The routes as a scenario; links that both use stand once."""
    pairs = sorted({pair for way in ROUTES.values()
                    for pair in zip(way, way[1:])})
    lines = ["corridor: 1", "title: Two routes across Eurasia", "places:"]
    lines += [f"  {name.lower()}: {{name: {name}, lon: {lon}, lat: {lat}, "
              "kind: city}" for name, (lon, lat) in PLACES.items()]
    lines += ["links:"]
    lines += [f"  - {{id: {a.lower()}-{b.lower()}, from: {a.lower()}, to: {b.lower()}, "
              "mode: rail}" for a, b in pairs]
    lines += ["corridors:"]
    lines += [f"  {name}: {{title: The {name} route, from: {way[0].lower()}, "
              f"to: {way[-1].lower()}, via: "
              f"[{', '.join(p.lower() for p in way[1:-1])}]}}"
              for name, way in ROUTES.items()]
    lines += ["map: {extent: [0, 15, 125, 65]}", ""]
    return "\n".join(lines)


def arcs_of(topology):
    """The arcs in degrees."""
    if "transform" not in topology:
        return topology["arcs"]
    (sx, sy), (tx, ty) = (topology["transform"][k] for k in ("scale", "translate"))
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def rings_of(topology):
    """Every ring of every country."""
    arcs = arcs_of(topology)
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = {"Polygon": [shape.get("arcs")],
                    "MultiPolygon": shape.get("arcs")}[shape["type"]]
        for ring in (ring for polygon in polygons for ring in polygon):
            points = []
            for i in ring:
                arc = arcs[i] if i >= 0 else arcs[~i][::-1]
                points += arc[1:] if points else arc
            yield points


def main():
    folder = pathlib.Path(sys.argv[2])
    with open(sys.argv[1], encoding="utf-8") as file:
        topology = json.load(file)
    (folder / "two.yaml").write_text(scenario(), encoding="utf-8")
    with open(folder / "rings.txt", "w", encoding="ascii") as file:
        for ring in rings_of(topology):
            file.write(">\n" + "".join(f"{x:.5f} {y:.5f}\n" for x, y in ring))
    with open(folder / "lines.txt", "w", encoding="ascii") as file:
        for name, way in ROUTES.items():
            file.write(f"> {name}\n" + "".join(
                "%g %g\n" % PLACES[place] for place in way))
    with open(folder / "names.txt", "w", encoding="ascii") as file:
        for name, (lon, lat) in PLACES.items():
            file.write(f"{lon} {lat} {name}\n")


if __name__ == "__main__":
    main()
