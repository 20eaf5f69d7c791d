#!/usr/bin/env python3
"""A test that cannot be made here says why, and is counted as skipped.

usage: skipped.py REASON
"""
import sys

print("skipped:", *sys.argv[1:])
sys.exit(77)  # what meson takes for that
