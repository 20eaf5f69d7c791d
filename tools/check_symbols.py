#!/usr/bin/env python3
"""Report every symbol that a library shows but that is not named cor_*, and
every one that two libraries show: a program that links both has the one or the
other, whichever comes first.

usage: check_symbols.py NM LIBRARY...
"""
import re
import subprocess
import sys

# Compilers add symbols of their own to what is instrumented.
COMPILERS = re.compile(r"__(asan|odr_asan|ubsan|llvm|gcov|sanitizer)")


def shown_in(listing):
    """The names that an nm listing shows, but those of compilers.

    >>> shown_in("0000 T cor_arena_take\\n0000 T helper\\n     U malloc\\n")
    ['cor_arena_take', 'helper']
    >>> shown_in("0000 D cor_modes\\n0000 t local\\n\\nfile.o:\\n")
    ['cor_modes']
    >>> shown_in("0000 B counter\\n0000 R __odr_asan.cor_modes\\n")
    ['counter']
    """
    rows = [line.split() for line in listing.splitlines()]
    names = [row[2] for row in rows if len(row) == 3 and row[1].isupper()]
    return [name for name in names if not COMPILERS.match(name)]


def strangers(names):
    """The names that may not be there.

    >>> strangers(["cor_arena_take", "helper"])
    ['helper']
    """
    return [name for name in names if not name.startswith("cor_")]


def twins(names_of):
    """What several libraries show, of a dictionary of lists of names.

    >>> twins({"a": ["cor_x", "cor_y"], "b": ["cor_y"], "c": ["cor_y"]})
    ['cor_y: in a, b, c']
    >>> twins({"a": ["cor_x"], "b": ["cor_y"]})
    []
    """
    homes = {}
    for library, names in names_of.items():
        for name in names:
            homes.setdefault(name, []).append(library)
    return [f"{name}: in {', '.join(libraries)}"
            for name, libraries in sorted(homes.items()) if len(libraries) > 1]


def names_in(nm, library):
    return shown_in(subprocess.run(
        [nm, "--extern-only", "--defined-only", library],
        check=True, capture_output=True, text=True).stdout)


def main():
    nm, *libraries = sys.argv[1:]
    if not libraries:
        sys.exit("no library is given")
    names_of = {library: names_in(nm, library) for library in libraries}
    found = twins(names_of)
    for library, names in names_of.items():
        if not any(name.startswith("cor_") for name in names):
            found.append(f"{library}: no symbol of ours is in it")
        found += [f"{library}: {name}" for name in strangers(names)]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
