#!/usr/bin/env python3
"""Medians of what maps.sh measured, and ratios. usage: maps_report.py FOLDER"""
import pathlib
import statistics
import sys


def median(name):
    """Elapsed s, processor s, MiB."""
    rows = [tuple(map(float, line.split()))
            for line in (pathlib.Path(sys.argv[1]) / ("time-" + name))
            .read_text(encoding="ascii").splitlines()]
    elapsed, used, kibibytes = (statistics.median(c) for c in zip(*rows))
    return elapsed, used, kibibytes / 1024


def show(ours, theirs, goal):
    a, b = median(ours), median(theirs)
    print(f"{ours}: {a[0]:.3f} s ({a[1]:.3f} s of processor), {a[2]:.0f} MiB")
    print(f"{theirs}: {b[0]:.3f} s ({b[1]:.3f} s of processor), {b[2]:.0f} MiB")
    print(f"  {b[0] / a[0]:.1f} times as fast, {b[1] / a[1]:.1f} by processor "
          f"time (goal {goal}); {a[2] / b[2]:.2f} of its memory")


show("corridor-png", "gmt-png", 5)
show("corridor-svg", "cartopy-svg", 40)
a3 = median("corridor-a3")
print(f"corridor-a3: {a3[0]:.2f} s, {a3[0] / 1.5:.2f} of the goal; "
      f"{a3[2]:.0f} MiB")
