#!/usr/bin/env python3
"""Report every #include that tools/layers.txt does not allow.

usage: check_layers.py SOURCE_ROOT
"""
import fnmatch
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)


def read_rules(text):
    """Layer -> what it may include, as written.

    >>> read_rules("# remark\\nbase:\\nmodel: base yaml.h # parser")
    {'base': [], 'model': ['base', 'yaml.h']}
    """
    rules = {}
    for line in text.splitlines():
        layer, colon, names = line.split("#")[0].partition(":")
        if colon:
            rules[layer.strip()] = names.split()
    return rules


def patterns(layer, rules, public):
    """The headers that files of a layer may include, as patterns.

    >>> patterns("cli", {"base": [], "cli": ["public", "jansson.h"]}, False)
    ['corridor/cli/*', 'cli/*', 'corridor/*', 'jansson.h']
    """
    own = [f"corridor/{layer}/*"] + ([] if public else [f"{layer}/*"])
    meaning = {name: f"corridor/{name}/*" for name in rules}
    meaning["public"] = "corridor/*"
    return own + [meaning.get(name, name) for name in rules[layer]]


def guarded(rules):
    """Headers that need a permission: ours, and those any layer names.

    >>> guarded({"base": [], "model": ["base", "yaml.h"]})
    ['corridor/*', '../*', 'base/*', 'model/*', 'yaml.h']
    """
    named = {n for names in rules.values() for n in names} - set(rules)
    inner = [f"{layer}/*" for layer in rules]
    return ["corridor/*", "../*"] + inner + sorted(named - {"public"})


def is_allowed(header, layer, rules, public=False):
    """Whether a file of a layer may include a header.

    >>> rules = {"base": [], "model": ["base", "yaml.h"], "cli": ["public"]}
    >>> [is_allowed(h, "model", rules) for h in
    ...  ("stdio.h", "yaml.h", "corridor/base/text.h", "model/draft.h")]
    [True, True, True, True]
    >>> [is_allowed(h, "base", rules) for h in
    ...  ("yaml.h", "corridor/model/mode.h", "model/draft.h", "../cli/a.h")]
    [False, False, False, False]
    >>> is_allowed("model/draft.h", "model", rules, public=True)
    False
    >>> is_allowed("corridor/model/mode.h", "cli", rules)
    True
    """
    def among(names):
        return any(fnmatch.fnmatchcase(header, name) for name in names)

    return among(patterns(layer, rules, public)) or not among(guarded(rules))


def complaints(root, layer, rules):
    """A line for each include of a layer that is not allowed."""
    public = root / "include" / "corridor" / layer
    for folder in (root / layer, public):
        for path in sorted(folder.rglob("*.[ch]")):
            text = path.read_text(encoding="utf-8")
            for found in INCLUDE.finditer(text):
                if is_allowed(found[1], layer, rules, folder == public):
                    continue
                line = text.count("\n", 0, found.start(1)) + 1
                where = f"{path.relative_to(root)}:{line}"
                yield f"{where}: {layer} may not include {found[1]}"


def main():
    root = pathlib.Path(sys.argv[1])
    rules = read_rules((root / "tools/layers.txt").read_text(encoding="utf-8"))
    found = [line for layer in rules for line in complaints(root, layer, rules)]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
