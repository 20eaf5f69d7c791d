#!/usr/bin/env python3
"""Check that the base maps are what maps/derive.py makes.

usage: basemap_derive_test.py written SOURCE_ROOT
       basemap_derive_test.py derived SOURCE_ROOT

written  the hashes in maps/SOURCES.md are those of the files beside it
derived  deriving again gives the same bytes. The inputs are looked for in the
         folder CORRIDOR_BASEMAP_INPUTS: world-atlas-2.0.2.tgz, and magics/ if
         libmagics++-data is not installed. Without them the test is skipped.
"""
import doctest
import filecmp
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SKIPPED = 77


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check_written(maps):
    sys.path.insert(0, str(maps))
    from derivation import topology
    if doctest.testmod(topology).failed:
        return 1
    text = (maps / "SOURCES.md").read_text(encoding="utf-8")
    written = text.split("## Written")[1]
    rows = re.findall(r"^\| (\S+\.topojson) \| `(\w+)` \|$", written, re.M)
    changed = [name for name, said in rows if digest(maps / name) != said]
    print(*(f"{name} is not what SOURCES.md says" for name in changed),
          sep="\n")
    return 1 if changed or len(rows) != 2 else 0


def find_inputs():
    folder = pathlib.Path(os.environ.get("CORRIDOR_BASEMAP_INPUTS", "."))
    atlas = folder / "world-atlas-2.0.2.tgz"
    for magics in (folder / "magics", pathlib.Path("/usr/share/magics")):
        if atlas.exists() and (magics / "10m").exists():
            return atlas, magics
    return None


def check_derived(maps):
    inputs = find_inputs()
    if inputs is None:
        print("the inputs are not here")
        return SKIPPED
    with tempfile.TemporaryDirectory() as fresh:
        subprocess.run([sys.executable, maps / "derive.py", *inputs, fresh],
                       check=True)
        names = sorted(os.listdir(fresh))
        _, other, missing = filecmp.cmpfiles(fresh, maps, names, shallow=False)
    print(*(f"{name} differs" for name in other + missing), sep="\n")
    return 1 if other or missing or len(names) != 3 else 0


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    check = {"written": check_written, "derived": check_derived}[sys.argv[1]]
    sys.exit(check(pathlib.Path(sys.argv[2]) / "maps"))
