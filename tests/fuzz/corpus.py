#!/usr/bin/env python3
"""Lay out the seeds of a fuzz target: what shipped and tested inputs there are.

usage: corpus.py scenario|table SOURCE_ROOT FOLDER

Scenarios are YAML files. The tables of a folder become one file, each below a
line "=== name.csv", as the target for tables reads them.
"""
import pathlib
import shutil
import sys

LARGEST = 256 * 1024  # bytes; longer seeds slow the fuzzer down


def scenarios(root):
    for folder in (root / "scenarios", root / "tests"):
        for path in sorted(folder.rglob("*.yaml")):
            yield path, path.read_bytes()


def tables(root):
    for node in sorted(root.rglob("link.csv")):
        folder = node.parent
        if "build" in folder.relative_to(root).parts:
            continue
        parts = []
        for path in sorted(folder.glob("*.csv")):
            parts += [b"=== " + path.name.encode() + b"\n", path.read_bytes()]
        yield folder, b"\n".join(parts)


def main():
    kind, root, folder = sys.argv[1:]
    root, folder = pathlib.Path(root), pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path, content in {"scenario": scenarios, "table": tables}[kind](root):
        if len(content) <= LARGEST:
            name = "-".join(path.relative_to(root).parts)
            (folder / name).write_bytes(content)


if __name__ == "__main__":
    main()
