"""Maps in Russian and Chinese have no English word left.

Whatever a map of the gallery says, in its title, its legend, around its frame
and of its places, must be there in the language that was asked for.
"""
import importlib.util
import re
import shlex
import unittest

import harness

# What stays as it is in every language.
KEPT = {"Natural", "Earth", "TEU", "Equal", "FEU"}
# Of places whose names letters and digits end ("Илецк-1"), and of units.
WORD = re.compile(r"[A-Za-zÀ-ɏ]{2,}")


def gallery():
    """The rows of tools/gallery.py."""
    path = harness.SOURCE_ROOT / "tools/gallery.py"
    spec = importlib.util.spec_from_file_location("gallery", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.MAPS


def without_titles(words):
    """The words of a command without those that say what the map says."""
    words = shlex.split(words)
    for option in ("--title", "--subtitle", "--lang"):
        if option in words:
            at = words.index(option)
            del words[at:at + 2]
    return words


class Languages(harness.Case):
    def english_in(self, language):
        found = {}
        for name, _, words in gallery():
            made = self.folder / "map.svg"
            words = [str(harness.SOURCE_ROOT / word)
                     if word.startswith("scenarios/") else word
                     for word in without_titles(words)]
            self.expect(0, "map", *words, "--lang", language, "-q", "-o", made)
            svg = re.sub(r"<style>.*?</style>", "", made.read_text("utf-8"))
            # Publishers have the names that they have.
            svg = re.sub(r'<g class="credit">.*?</g>', "", svg,
                         flags=re.DOTALL)
            for text in re.findall(r">([^<>\n]+)<", svg):
                if any(word not in KEPT for word in WORD.findall(text)):
                    found.setdefault(text, name)
        return found

    def test_russian(self):
        self.assertEqual(self.english_in("ru"), {})

    def test_chinese(self):
        self.assertEqual(self.english_in("zh"), {})


if __name__ == "__main__":
    unittest.main()
