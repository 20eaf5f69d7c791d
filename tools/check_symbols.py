#!/usr/bin/env python3
"""Report every symbol that a library shows but that is not named cor_*.

usage: check_symbols.py NM LIBRARY...
"""
import re
import subprocess
import sys

# Compilers add symbols of their own to what is instrumented.
KNOWN = re.compile(r"cor_|__(asan|odr_asan|ubsan|llvm|gcov|sanitizer)")


def strangers(listing):
    """The names in an nm listing that may not be there.

    >>> strangers("0000 T cor_arena_take\\n0000 T helper\\n     U malloc\\n")
    ['helper']
    >>> strangers("0000 D cor_modes\\n0000 t local\\n\\nfile.o:\\n")
    []
    >>> strangers("0000 B counter\\n0000 R __odr_asan.cor_modes\\n")
    ['counter']
    """
    rows = [line.split() for line in listing.splitlines()]
    shown = [row[2] for row in rows if len(row) == 3 and row[1].isupper()]
    return [name for name in shown if not KNOWN.match(name)]


def listing_of(nm, library):
    return subprocess.run(
        [nm, "--extern-only", "--defined-only", library],
        check=True, capture_output=True, text=True).stdout


def main():
    nm, *libraries = sys.argv[1:]
    if not libraries:
        sys.exit("no library is given")
    found = []
    for library in libraries:
        listing = listing_of(nm, library)
        if "cor_" not in listing:
            found.append(f"{library}: no symbol of ours is in it")
        found += [f"{library}: {name}" for name in strangers(listing)]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
