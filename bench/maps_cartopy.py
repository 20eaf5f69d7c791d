#!/usr/bin/python3
"""The map of maps.sh by cartopy. usage: maps_cartopy.py FOLDER OUT"""
import pathlib
import sys

import matplotlib
matplotlib.use("Agg")
import cartopy.crs as ccrs
import matplotlib.pyplot as plt
from cartopy.feature import ShapelyFeature
from shapely.geometry import Polygon


def segments(path):
    """Runs of points between lines that begin with '>'."""
    points = []
    for line in path.read_text(encoding="ascii").splitlines():
        if line.startswith(">"):
            if points:
                yield points
            points = []
        else:
            points.append(tuple(map(float, line.split())))
    yield points


folder = pathlib.Path(sys.argv[1])
axes = plt.figure(figsize=(16, 10)).add_axes(
    [0, 0, 1, 1], projection=ccrs.Mercator())
axes.set_extent([0, 125, 15, 65], ccrs.PlateCarree())
axes.set_facecolor("lightblue")
land = [Polygon(ring) for ring in segments(folder / "rings.txt")
        if len(ring) > 3]
axes.add_feature(ShapelyFeature(land, ccrs.PlateCarree(), facecolor="wheat",
                                edgecolor="k", linewidth=0.4))
for line in segments(folder / "lines.txt"):
    axes.plot(*zip(*line), transform=ccrs.Geodetic())
for line in (folder / "names.txt").read_text(encoding="ascii").splitlines():
    lon, lat, name = line.split()
    axes.text(float(lon), float(lat), name, transform=ccrs.PlateCarree())
plt.savefig(sys.argv[2], dpi=100)
