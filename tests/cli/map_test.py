"""corridor map: formats, options, and what is refused."""
import struct
import unittest
import xml.etree.ElementTree

import harness
from harness import CHAIN, TWO_PORTS


class Map(harness.Case):
    def setUp(self):
        super().setUp()
        self.two = self.write("two.yaml", TWO_PORTS)

    def draw(self, name, *words, scenario=None):
        made = self.folder / name
        answer = self.expect(0, "map", scenario or self.two, "-o", str(made),
                             *words)
        self.assertEqual(answer.out, "")
        return made.read_bytes()

    def test_formats_by_name(self):
        png = self.draw("a.png", "--dpi", "40")
        self.assertTrue(png.startswith(b"\x89PNG"))
        pdf = self.draw("a.pdf")
        self.assertTrue(pdf.startswith(b"%PDF"))
        self.assertTrue(pdf.rstrip().endswith(b"%%EOF"))
        svg = self.draw("a.svg")
        root = xml.etree.ElementTree.fromstring(svg)
        self.assertTrue(root.tag.endswith("svg"))
        text = " ".join(root.itertext())
        for word in ("Aktau", "Alat", "Two ports and a ferry"):
            self.assertIn(word, text)

    def test_standard_output(self):
        svg = self.draw("a.svg")
        for words in (("--format", "svg"), ("--format=svg", "-o", "-")):
            self.assertEqual(self.expect(0, "map", self.two, *words).bytes,
                             svg)

    def test_same_bytes_twice(self):
        for name in ("a.svg", "a.pdf", "a.png"):
            self.assertEqual(self.draw(name, "--dpi", "30"),
                             self.draw(name, "--dpi", "30"))

    def test_size(self):
        png = self.draw("a.png", "--width", "254", "--dpi", "100")
        width, = struct.unpack(">I", png[16:20])
        self.assertEqual(width, 1000)

    def test_title_is_text(self):
        svg = self.draw("a.svg", "--title", "A <b> & c").decode()
        self.assertNotIn("<b>", svg)
        self.assertIn("A &lt;b", svg)

    def test_corridors(self):
        path = self.write("chain.yaml", CHAIN)
        one = self.draw("a.svg", "--corridors", "by-road", scenario=path)
        self.assertIn(b"By road", one)
        self.assertNotIn(b"By rail", one)
        self.refuse(2, "map", path, "-o", str(self.folder / "b.svg"),
                    "--corridors", "by-raod")

    def test_bare_network(self):
        self.write("net/node.csv", "node_id,x_coord,y_coord\n1,10,50\n2,11,50\n")
        self.write("net/link.csv",
                   "link_id,from_node_id,to_node_id,directed\n1,1,2,0\n")
        svg = self.draw("a.svg", scenario=str(self.folder / "net"))
        xml.etree.ElementTree.fromstring(svg)

    def test_extent_and_projection(self):
        plain = self.draw("a.svg")
        self.assertNotEqual(plain, self.draw("a.svg", "--bbox", "45,38,55,46"))
        self.assertNotEqual(plain, self.draw("a.svg", "--proj",
                                             "+proj=merc +ellps=WGS84"))

    def test_json(self):
        made = str(self.folder / "a.svg")
        answer = self.document("map", self.two, "-o", made)
        self.assertEqual(answer["schema"], "corridor/map/1")
        self.assertEqual(answer["files"], [made])
        self.refuse(2, "map", self.two, "--format", "svg", "--json")

    def test_usage(self):
        made = str(self.folder / "a.svg")
        for words in ((), ("-o", str(self.folder / "a.jpg")), ("-o", "-"),
                      ("-o", made, "--width", "3"),
                      ("-o", made, "--dpi", "1e9"),
                      ("-o", made, "--bbox", "1,2,3"),
                      ("-o", made, "--bbox", "50,99,60,100"),
                      ("-o", made, "--bbox", "50,40,60,30"),
                      ("-o", made, "--theme", "no-such-theme"),
                      ("-o", self.two, "--format", "svg")):
            self.refuse(2, "map", self.two, *words)
        self.assertEqual([p.name for p in self.folder.iterdir()],
                         ["two.yaml"])

    def test_without_fonts(self):
        config = self.write("fonts.conf", (
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
            f"<fontconfig><cachedir>{self.folder}</cachedir></fontconfig>"))
        made = self.folder / "a.svg"
        self.refuse(4, "map", self.two, "-o", str(made),
                    environment={"FONTCONFIG_FILE": config})
        self.assertFalse(made.exists())

    def test_without_the_database_of_projections(self):
        plain = self.draw("a.svg")
        made = self.folder / "b.svg"
        self.expect(0, "map", self.two, "-o", str(made),
                    environment={"PROJ_DATA": "/nowhere",
                                 "PROJ_LIB": "/nowhere"})
        self.assertEqual(made.read_bytes(), plain)

    def test_files_that_cannot_be(self):
        self.refuse(4, "map", self.two, "-o", str(self.folder / "no" / "a.svg"))
        self.refuse(4, "map", self.two, "-o", str(self.folder / "b.svg"),
                    "--basemap", str(self.folder / "missing"))
        self.refuse(4, "map", self.two, "-o", "/dev/full", "--format", "svg")


if __name__ == "__main__":
    unittest.main()
