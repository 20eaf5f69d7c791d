"""corridor map: formats, options, and what is refused."""
import pathlib
import re
import shutil
import struct
import subprocess
import unittest
import xml.etree.ElementTree

import harness
from harness import CHAIN, TWO_PORTS


class Map(harness.Case):
    drawn = {}  # maps of the two ports, by their ending and options

    def setUp(self):
        super().setUp()
        self.two = self.write("two.yaml", TWO_PORTS)

    def draw(self, name, *words, scenario=None, again=False):
        """Draw a map; one of the two ports that was drawn before is copied, as
        sanitizers make drawing slow."""
        made = self.folder / name
        known = (made.suffix, *words)
        if scenario is None and known in self.drawn and not again:
            made.write_bytes(self.drawn[known])
            return self.drawn[known]
        answer = self.expect(0, "map", scenario or self.two, "-o", str(made),
                             *words)
        self.assertEqual(answer.out, "")
        if scenario is None:
            self.drawn[known] = made.read_bytes()
        return made.read_bytes()

    def test_mere_bends_are_left_out(self):
        text = ("corridor: 1\ntitle: A bend\nplaces:\n"
                "  west: {name: West, lon: 10, lat: 45}\n"
                "  bend: {name: The Bend, lon: 11, lat: 46, label: {at: AT}}\n"
                "  east: {name: East, lon: 12, lat: 45}\n"
                "links:\n"
                "  - {id: a, from: west, to: bend, mode: sea}\n"
                "  - {id: b, from: bend, to: east, mode: sea}\n"
                "corridors:\n"
                "  c: {title: C, from: west, to: FAR}\n")

        def drawn(at, far):
            path = self.write("bend.yaml", text.replace("AT", at)
                              .replace("FAR", far))
            self.expect(0, "map", path, "-o", self.folder / "bend.svg")
            return (self.folder / "bend.svg").read_text("utf-8")

        self.assertIn(">The Bend<", drawn("any", "east"))
        self.assertNotIn(">The Bend<", drawn("none", "east"))
        self.assertIn(">The Bend<", drawn("none", "bend"))

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
                             self.draw(name, "--dpi", "30", again=True))

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

    def test_wrong_values_come_with_a_suggestion(self):
        made = str(self.folder / "a.svg")
        for words, hint in ((("--theme", "drak"), "did you mean dark?"),
                            (("--lang", "en,lcoal"), "did you mean local?"),
                            (("--proj", "merk"), "did you mean +proj=merc"),
                            (("--proj", "+proj=lambert"), "+proj=l"),
                            (("--width", "12 parsec"), "297mm"),
                            (("--width", "nan"), "297mm"),
                            (("--height", "1mm"), "mm"),
                            (("--aspect", "0:1"), "16:9"),
                            (("--borders", "claims"), "defacto or none"),
                            (("--svg-text", "path"), "did you mean paths?"),
                            (("--dpi", "nan"), "a number"),
                            (("--bbox", "40,50,75,35"), "south")):
            told = self.refuse(2, "map", self.two, "-o", made, *words)
            self.assertIn(hint, told)

    def test_sizes_that_contradict_each_other(self):
        made = str(self.folder / "a.svg")
        for words, hint in (
                (("--height", "100", "--aspect", "2:1"), "leave one"),
                (("--height", "30mm"), "a fifth of the width, 60 mm"),
                (("--width", "2000mm", "--aspect", "1:2"), "2000 mm")):
            self.assertIn(hint, self.refuse(2, "map", self.two, "-o", made,
                                            *words))

    def test_titles_that_are_no_text_are_escaped(self):
        svg = self.draw("a.svg", "--title", b"A\xff", "--subtitle", b"\xfeB")
        said = xml.etree.ElementTree.fromstring(svg)
        self.assertIn("A\\xFF", "".join(said.itertext()))
        self.assertIn("\\xFEB", "".join(said.itertext()))

    def test_looks_of_the_scenario_are_judged_where_they_stand(self):
        for look in ("theme: light", "theme: dark", "theme: print",
                     "languages: [zh, local, ru, en]"):
            self.draw("a.svg", scenario=self.write(
                "look.yaml", TWO_PORTS + f"map: {{{look}}}\n"))
        for look, hint in (("theme: drak", "did you mean 'dark'"),
                           ("languages: [lcoal]", "did you mean 'local'")):
            path = self.write("look.yaml", TWO_PORTS + f"map: {{{look}}}\n")
            told = self.refuse(3, "map", path, "-o",
                               str(self.folder / "b.svg"))
            self.assertIn("look.yaml:13:", told)
            self.assertIn(hint, told)

    def test_routes_outside_are_told(self):
        made = str(self.folder / "a.svg")
        far = self.expect(0, "map", self.two, "--bbox", "100,10,110,20",
                          "-o", made, "--json").json
        self.assertEqual([n["code"] for n in far["notes"]], ["route-outside"])
        self.assertIn("The crossing", far["notes"][0]["message"])
        self.assertNotIn('class="legend', pathlib.Path(made).read_text())

    def test_routes_between_places_outside_are_in_the_legend(self):
        path = self.write("two.yaml", TWO_PORTS + (
            "  back: {title: The way back, from: alat, to: aktau}\n"))
        svg = self.draw("a.svg", "--bbox", "50,41,51,42", "-v",
                        scenario=path).decode()
        self.assertIn(">The crossing</text>", svg)
        self.assertIn(">The way back</text>", svg)

    def test_lengths(self):
        plain = self.draw("a.svg", "--width", "254")
        for words in (("--width", "254mm"), ("--width=25.4cm",),
                      ("--width", "10 in")):
            self.assertEqual(self.draw("a.svg", *words), plain)
        wide = self.draw("a.svg", "--width", "200mm", "--aspect", "2:1")
        self.assertIn(b'width="200mm" height="100mm"', wide)

    def test_auto_is_the_fitted_projection(self):
        self.assertEqual(self.draw("a.svg"),
                         self.draw("a.svg", "--proj", "auto"))

    def test_languages_of_the_furniture(self):
        plain = self.draw("a.svg", "--lang", "en").decode()
        self.assertIn("Ferry or ship", plain)
        self.assertEqual(plain.encode(),
                         self.draw("a.svg", "--languages", "en"))
        russian = self.draw("a.svg", "--lang", "ru").decode()
        for word in ("Паром или судно", "Актау", "Сеть по состоянию на"):
            self.assertIn(word, russian)
        self.assertIn("轮渡", self.draw("a.svg", "--lang", "zh").decode())

    @staticmethod
    def said(svg):
        """The texts of a map, one a line."""
        return "\n".join(re.findall("<text[^>]*>([^<]*)",
                                    svg.decode().replace("\xa0", " ")))

    def test_titles_by_language(self):
        path = self.write("by.yaml", TWO_PORTS.replace(
            "title: Two ports and a ferry",
            "title: {en: Two ports, ru: Два порта, zh: 两个港口}").replace(
                "{title: The crossing", "{title: {en: By sea, ru: Морем}") +
            "map: {subtitle: {ru: Вчера}}\n")
        for words, there, absent in (
                ((), ("Two ports", "By sea", "Вчера"), "Морем"),
                (("--lang", "ru"), ("Два порта", "Морем", "Вчера"), "By sea"),
                (("--lang", "zh,ru"), ("两个港口", "Морем"), "By sea"),
                (("--lang", "zh"), ("两个港口", "By sea"), "Морем"),
                (("--lang", "local,ru"), ("Два порта", "Морем"), "By sea"),
                (("--lang", "ru", "--title", "Own"), ("Own",), "Два порта"),
                (("--lang", "ru", "--dates", "2026-02-03,2027-01-01"),
                 ("Два порта", "3 февраля 2026 г."), "2026-02-03"),
                (("--lang", "zh", "--dates", "2026-02-03,2027-01-01"),
                 ("2026年2月3日",), "2026-02-03")):
            said = self.said(self.draw("t.svg", *words, scenario=path))
            for text in there:
                self.assertIn(text, said, words)
            self.assertNotIn(absent, said, words)
        later = self.write("later.yaml", pathlib.Path(path).read_text()
                           .replace("time: 22 h", "time: 33 h"))
        self.expect(0, "map", path, later, "--show", "difference", "--lang",
                    "ru", "-o", self.folder / "d.svg")
        said = self.said((self.folder / "d.svg").read_bytes())
        self.assertIn("Два порта, 1 ноября 2026 г.", said)
        self.assertIn("Морем", said)

    def test_titles_in_another_language_are_told(self):
        path = self.write("by.yaml", TWO_PORTS.replace(
            "title: Two ports and a ferry",
            "title: {en: Two ports, ru: Два порта}").replace(
                "{title: The crossing", "{title: {ru: Морем}"))

        def told(*words):
            return self.expect(0, "map", path, "-o", self.folder / "t.svg",
                               *words).err

        self.assertIn("'Two ports' has no title in 'zh'", told("--lang", "zh"))
        self.assertIn("'Морем' has no title in 'zh'", told("--lang", "zh,ru"))
        self.assertIn("'Морем' has no title in 'en'", told())
        self.assertNotIn("no title", told("--lang", "ru"))
        self.assertNotIn("no title", self.expect(
            0, "map", self.two, "-o", self.folder / "u.svg", "--lang", "zh").err)

    def test_parts_of_a_whole_have_the_sign_of_the_language(self):
        for language, sign in (("en", "."), ("ru", ","), ("zh", ".")):
            said = self.said(self.draw(
                "d.svg", "--lang", language, "--bbox", "51.15,43.6,51.17,43.61",
                scenario=self.two))
            self.assertRegex(said, r"\d[" + sign + r"]\d.*(°|公里|km|км)")

    def test_long_titles_are_whole(self):
        for language, word in (("zh", "跨里海国际运输路线"), ("ru", "Транскаспийский "),
                               ("en", "Trans-Caspian ")):
            title = (word * 25)[:200].strip()
            path = self.write("long.yaml", TWO_PORTS.replace(
                "{title: The crossing", "{title: " + title[:90]))
            for width in ("180mm", "297mm"):
                said = self.said(self.draw(
                    "l.svg", "--lang", language, "--title", title, "--width",
                    width, scenario=path))
                self.assertNotIn("…", said)
                self.assertIn(title.replace(" ", ""),
                              re.sub(r"\s", "", said))
                self.assertIn(title[:90].replace(" ", ""),
                              re.sub(r"\s", "", said))

    def test_names_in_two_languages(self):
        path = self.write("two.yaml", TWO_PORTS.replace(
            "name: Aktau,", "name: Aktau, name-local: Ақтау,"))
        for languages, both in (("en,local", True), ("local,en", True),
                                ("local", False), ("en", False),
                                ("ru,local", False)):
            said = self.said(self.draw("n.svg", "--lang", languages,
                                       scenario=path))
            self.assertEqual("Aktau" in said and "Ақтау" in said, both,
                             languages)

    def tell(self, name, *words):
        """What --json says of a map; the map is written too."""
        made = self.folder / name
        return self.expect(0, "map", *words, "-o", str(made), "--json").json

    def test_routes_of_a_pair(self):
        path = self.write("chain.yaml", CHAIN)
        told = self.tell("a.svg", path, "--show", "routes", "--from", "a",
                         "--to", "d", "-k", "2", "--distinct", "1")
        self.assertEqual(told["show"], "routes")
        titles = [r["title"] for r in told["maps"][0]["routes"]]
        self.assertEqual(titles, ["1: 310 km, 139 h", "2: 320 km, 73 h"]
                         if titles[0].startswith("1: 310")
                         else ["1: 320 km, 73 h", "2: 310 km, 139 h"])
        svg = (self.folder / "a.svg").read_text()
        for title in titles:
            self.assertIn(title, svg)

    def test_routes_of_a_pair_differ(self):
        """Both end with the same 120 of 310 km, 38.7 %."""
        path = self.write("chain.yaml", CHAIN)
        pair = ("--show", "routes", "--from", "a", "--to", "d")
        one = self.tell("a.svg", path, *pair)["maps"][0]
        self.assertEqual((len(one["routes"]), one["distinct"]), (1, 0.3))
        self.assertEqual([n["code"] for n in one["notes"]],
                         ["distinct-fewer"])
        both = self.tell("b.svg", path, *pair, "--distinct", "0.39")
        self.assertEqual(len(both["maps"][0]["routes"]), 2)
        self.assertEqual(both["title"], "The fastest routes that differ")
        self.assertIn("each shares at most 39 % of its length with the others",
                      (self.folder / "b.svg").read_text("utf-8"))
        for words, hint in ((("--distinct", "1.2"), "from 0 to 1"),
                            (("--distinct", "-1"), "from 0 to 1"),
                            (("--distinct", "nan"), "number")):
            self.assertIn(hint, self.refuse(
                2, "map", path, *pair, "-o", str(self.folder / "c.svg"),
                *words))
        self.assertIn("--show routes?", self.refuse(
            2, "map", path, "-o", str(self.folder / "c.svg"), "--distinct",
            "0.5"))

    def test_capacity(self):
        path = self.write("cap.yaml", TWO_PORTS.replace(
            "time: 22 h,", "time: 22 h, capacity: 12 Mt/y,"))
        told = self.tell("a.svg", path, "--show", "capacity")
        self.assertEqual(told["maps"][0]["unit"], "Mt/y")
        self.assertEqual(told["maps"][0]["links"], 1)
        svg = (self.folder / "a.svg").read_text()
        self.assertIn("Capacity, million tonnes a year", svg)
        self.assertIn(">10<", svg)
        self.assertIn("did you mean --show corridors", self.refuse(
            2, "map", self.two, "-o", str(self.folder / "c.svg"), "--show",
            "capacity"))

    def test_criticality(self):
        path = self.write("chain.yaml", CHAIN)
        told = self.tell("a.png", path, "--show", "criticality")["maps"][0]
        closing = {c["link"]: c["closing_it"] for c in told["closures"]}
        self.assertEqual(closing["c-d"], "stops")
        self.assertIn("limit", told)
        stops = [link for link, what in closing.items() if what == "stops"]
        self.assertEqual(sorted(s["link"] for s in told["stops"]),
                         sorted(stops))
        self.assertEqual([s["number"] for s in told["stops"]],
                         list(range(1, len(stops) + 1)))
        counts = [len(s["corridors"]) for s in told["stops"]]
        self.assertEqual(counts, sorted(counts, reverse=True))
        self.write("net/node.csv", "node_id,x_coord,y_coord\n1,10,50\n2,11,50\n")
        self.write("net/link.csv",
                   "link_id,from_node_id,to_node_id,directed\n1,1,2,0\n")
        self.assertIn("--show corridors?", self.refuse(
            2, "map", str(self.folder / "net"), "-o",
            str(self.folder / "c.png"), "--show", "criticality"))
        plain = self.write("plain.yaml",
                           CHAIN + "map: {show: criticality}\n")
        self.assertEqual(self.tell("b.png", plain)["show"], "criticality")

    def test_criticality_numbers_what_stops(self):
        """A chain of 14 links: the first 12 have discs, the others are told."""
        places = "".join(f"  p{i}: {{name: P{i}, lon: {10 + i}, lat: 50}}\n"
                         for i in range(15))
        links = "".join(f"  - {{id: l{i}, from: p{i}, to: p{i + 1}, mode: "
                        "rail, length: 90 km}\n" for i in range(14))
        text = (f"corridor: 1\ntitle: A chain\nplaces:\n{places}links:\n"
                f"{links}corridors:\n  all: {{title: All, from: p0, to: p14}}"
                "\n  some: {title: Some, from: p3, to: p6}\n")
        path = self.write("long.yaml", text)
        told = self.tell("a.svg", path, "--show", "criticality")
        stops = told["maps"][0]["stops"]
        self.assertEqual([s["link"] for s in stops[:4]],
                         ["l3", "l4", "l5", "l0"])
        self.assertEqual([s["number"] for s in stops],
                         [*range(1, 13), None, None])
        svg = (self.folder / "a.svg").read_text("utf-8")
        self.assertEqual(svg.count('class="mark"'), 12)
        for words in ("P3–P4: stops 2 of 2 corridors",
                      "P0–P1: stops 1 of 2 corridors",
                      "and 2 more without which no way is left"):
            self.assertIn(f">{words}<", svg)
        self.assertEqual(told["title"],
                         "What stops it: each link closed in turn")
        self.assertIn("A chain", svg)
        russian = self.tell("b.svg", path, "--show", "criticality", "--lang",
                            "ru", "--corridors", "all")
        self.assertIn("останавливает", russian["title"])
        self.assertIn("P0 — P1: останавливает коридор",
                      (self.folder / "b.svg").read_text("utf-8"))
        own = self.tell("c.svg", path, "--show", "criticality", "--title", "X",
                        "--bbox", "12.5,49,17.5,51")
        self.assertEqual(own["title"], "X")
        self.assertIn("link-label-dropped", [n["code"] for n in own["notes"]])

    def test_panels_of_criticality_have_the_same_classes(self):
        """The ferry has no other way until the road comes, by which it takes 18
        hours more: two panels, and one row for each class."""
        path = self.write("later.yaml", TWO_PORTS.replace(
            "sources:", "  - {id: road, from: aktau, to: alat, mode: road, "
            "length: 1500 km, time: 40 h, opens: 2027-01-01}\nsources:", 1))
        told = self.tell("a.svg", path, "--show", "criticality", "--dates",
                         "2026-12-01,2027-12-01")
        self.assertEqual([m["limit"] for m in told["maps"]], [1, 1])
        svg = (self.folder / "a.svg").read_text("utf-8")
        self.assertEqual(svg.count(">no way is left</text>"), 1)
        self.assertEqual(svg.count(">more than 1 h longer</text>"), 1)
        self.assertEqual(svg.count('class="mark"'), 1)
        self.assertIn("Aktau–Alat: stops the corridor", svg)

    def test_corridors_without_a_route_are_told(self):
        path = self.write("later.yaml", TWO_PORTS.replace(
            "source: port-2025}", "opens: 2026-06-01, source: port-2025}"))
        told = self.tell("a.svg", path, "--dates", "2026-01-01,2027-01-01")
        self.assertIn({"code": "no-route",
                       "message": "1 January 2026: no route: The crossing"},
                      told["notes"])
        svg = (self.folder / "a.svg").read_text("utf-8")
        self.assertEqual(svg.count("No route: The crossing"), 1)
        self.assertTrue("Link lengths: Port timetable\u00a02025" in svg)
        told = self.tell("b.svg", path, "--as-of", "2026-01-01")
        self.assertIn("no-route", [n["code"] for n in told["notes"]])
        self.assertIn("No route: The crossing",
                      (self.folder / "b.svg").read_text("utf-8"))

    def test_difference(self):
        later = self.write("later.yaml", TWO_PORTS.replace(
            "time: 22 h", "time: 33 h"))
        told = self.tell("a.pdf", self.two, later, "--show", "difference")
        self.assertEqual([told["maps"][0][k]
                          for k in ("opened", "closed", "changed")], [0, 0, 1])
        other = self.write("other.yaml", TWO_PORTS.replace(
            "aktau-alat", "second-ferry"))
        told = self.tell("b.svg", self.two, other, "--show", "difference")
        self.assertEqual([told["maps"][0][k]
                          for k in ("opened", "closed", "changed")], [1, 1, 0])
        svg = (self.folder / "b.svg").read_text()
        for words in ("links opened on these corridors: 1",
                      "links closed on these corridors: 1",
                      "before: The crossing"):
            self.assertIn(words, svg)

    def test_difference_says_by_how_much(self):
        """A ferry that is slower after, a road that only comes then, and a
        link that no corridor uses."""
        more = TWO_PORTS.replace(
            "sources:", "  - {id: road, from: aktau, to: baku, mode: road, "
            "length: 1500 km, time: 40 h, opens: 2027-01-01}\n"
            "  - {id: far, from: baku, to: far, mode: road, length: 90 km, "
            "time: 2 h, opens: 2027-01-01}\nsources:").replace(
            "links:", "  baku: {name: Baku, lon: 49.9, lat: 40.4}\n"
            "  far: {name: Far, lon: 48.9, lat: 40.9}\nlinks:", 1)
        more += "  by-road: {title: By road, from: aktau, to: baku}\n"
        before = self.write("before.yaml", more)
        after = self.write("after.yaml", more.replace("2026-11-01", "2028-01-01")
                           .replace("time: 22 h", "time: 33 h"))
        told = self.tell("a.svg", before, after, "--show", "difference")
        one, other = told["maps"][0]["corridors"]
        self.assertEqual((one["id"], one["before"]["time_h"],
                          one["after"]["time_h"]), ("crossing", 22, 33))
        self.assertEqual((other["id"], other["before"]), ("by-road", None))
        self.assertEqual(other["after"]["length_km"], 1500)
        svg = (self.folder / "a.svg").read_text("utf-8")
        for words in ("468 km, 33 h (+11 h) on the same way",
                      "after: 1\u00a0500 km, 40 h; no route before",
                      "links opened on these corridors: 1",
                      "links opened elsewhere: 1",
                      "links changed on these corridors: 1"):
            self.assertIn(words, svg)
        told = self.tell("b.svg", after, before, "--show", "difference",
                         "--lang", "zh")
        self.assertIn("之后无路线",
                      (self.folder / "b.svg").read_text("utf-8"))

    def test_panels(self):
        told = self.tell("a.svg", self.two, "--dates", "2026-01-01,2027-01-01")
        self.assertEqual([m["title"] for m in told["maps"]],
                         ["1 January 2026", "1 January 2027"])
        svg = (self.folder / "a.svg").read_text()
        self.assertEqual(svg.count('class="scale-bar"'), 1)
        self.assertEqual(svg.count('class="legend"'), 1)
        other = self.write("other.yaml", TWO_PORTS)
        told = self.tell("b.png", self.two, other, self.two)
        self.assertEqual(len(told["maps"]), 3)

    def test_kinds_refuse_what_they_do_not_take(self):
        made = str(self.folder / "a.svg")
        for words, hint in (
                (("--show", "critical"), "did you mean criticality?"),
                (("--from", "aktau"), "--to PLACE"),
                (("--show", "corridors", "-k", "2"), "--show routes?"),
                (("--show", "routes", "--from", "aktau", "--to", "alat",
                  "--corridors", "crossing"), "--show corridors?"),
                (("--show", "difference"), "two scenarios"),
                (("--dates", "2026-13-01"), "2026-11-01"),
                (("--dates", "2026-01-01", "--as-of", "2026-01-01"),
                 "go together"),
                (("--dates", ",".join(["2026-01-01"] * 7)), "6 panels")):
            told = self.refuse(2, "map", self.two, "-o", made, *words)
            self.assertIn(hint, told)

    def test_borders(self):
        self.assertIn(b'class="borders"', self.draw("a.svg"))
        none = self.draw("a.svg", "--borders", "none")
        self.assertNotIn(b'class="borders"', none)
        self.assertIn(b"Boundaries are not drawn.", none)

    def test_letters_as_outlines(self):
        svg = self.draw("a.svg", "--svg-text", "paths")
        root = xml.etree.ElementTree.fromstring(svg)
        tags = {element.tag.split("}")[1] for element in root.iter()}
        self.assertNotIn("text", tags)
        self.assertIn(b'aria-label="Aktau"', svg)

    def test_notes_name_what_is_missing(self):
        scenario = self.write("many.yaml", TWO_PORTS.replace(
            "  alat:", "".join(
                f"  p{i}: {{name: Place {i}, lon: 51.15, lat: 43.6, "
                "country: KZ}\n" for i in range(3)) + "  alat:"))
        made = str(self.folder / "a.svg")
        path = self.write("net.yaml", pathlib.Path(scenario).read_text()
                          .split("corridors:")[0])
        answer = self.document("map", path, "-o", made)
        hidden = [n for n in answer["notes"] if n["code"] == "places-hidden"]
        self.assertIn("Place 1", hidden[0]["message"])

    def test_a_place_alone_is_on_its_map(self):
        path = self.write("one.yaml", "corridor: 1\ntitle: One\nplaces:\n"
                          "  baku: {name: Baku, lon: 49.87, lat: 40.41}\n")
        made = self.folder / "one.svg"
        answer = self.document("map", path, "-o", str(made))
        codes = [n["code"] for n in answer["notes"]]
        self.assertNotIn("places-hidden", codes)
        self.assertIn(">Baku</text>", made.read_text())

    def test_a_sea_is_named_where_its_middle_is_not_shown(self):
        for bbox, name in (("48,39,56,41", "Caspian Sea"),
                           ("36,41,46,42.5", "Black Sea")):
            svg = self.draw("a.svg", "--bbox", bbox).decode()
            self.assertIn(f">{name}</text>", svg)
        inland = self.draw("a.svg", "--bbox", "47,39,49,41").decode()
        self.assertNotIn("Caspian Sea", inland)

    def test_rivers_elsewhere_are_not_said_to_lack_room(self):
        path = self.write("one.yaml", "corridor: 1\ntitle: One\nplaces:\n"
                          "  baku: {name: Baku, lon: 49.87, lat: 40.41}\n")
        answer = self.document("map", path, "-o", str(self.folder / "a.svg"))
        said = " ".join(n["message"] for n in answer["notes"])
        for river in ("Congo", "Amur", "Zambezi"):
            self.assertNotIn(river, said)

    def test_what_the_inset_shows_is_not_said_to_be_hidden(self):
        made = self.folder / "a.svg"
        answer = self.document(
            "map", str(harness.SOURCE_ROOT / "scenarios/trans-caspian.yaml"),
            "-o", str(made))
        svg = made.read_text()
        inset = svg[svg.index('class="inset"'):]
        hidden, = [n["message"] for n in answer["notes"]
                   if n["code"] == "places-hidden"]
        self.assertIn(">Ganja</text>", inset)
        self.assertNotIn("Ganja", hidden)

    def test_two_maps_in_one_page_leave_each_other_alone(self):
        one = self.draw("a.svg").decode()
        two = self.draw("b.svg", "--theme", "dark").decode()
        ids = []
        for svg in (one, two):
            root = xml.etree.ElementTree.fromstring(svg)
            own = [e.get("id") for e in root.iter() if e.get("id")]
            self.assertEqual(len(own), len(set(own)))
            used = re.findall(r'(?:href="#|url\(#)([^")]+)', svg)
            self.assertTrue(used)
            self.assertLessEqual(set(used), set(own))
            style, = re.findall("<style>(.*?)</style>", svg, re.S)
            for rule in style.split("}")[:-1]:
                for selector in rule.split("{")[0].split(","):
                    self.assertTrue(selector.startswith("#" + root.get("id")),
                                    selector)
            ids.append(set(own))
        self.assertFalse(ids[0] & ids[1])

    def test_those_who_cannot_see_the_map_are_told(self):
        root = xml.etree.ElementTree.fromstring(self.draw("a.svg"))
        self.assertEqual(root.get("role"), "img")
        texts = {e.get("id"): e.text for e in root.iter() if e.get("id")}
        title, text = (texts[i] for i in root.get("aria-labelledby").split())
        self.assertEqual(title, "Two ports and a ferry")
        self.assertIn("1 routes and 2 places", text)

    @unittest.skipUnless(shutil.which("pdftotext"), "poppler-utils is missing")
    def test_words_of_a_pdf_are_those_of_the_svg(self):
        self.draw("a.pdf", "--lang", "en,ru")
        words = subprocess.run(
            ["pdftotext", "-enc", "UTF-8", str(self.folder / "a.pdf"), "-"],
            stdout=subprocess.PIPE, check=True).stdout.decode().split()
        root = xml.etree.ElementTree.fromstring(
            self.draw("a.svg", "--lang", "en,ru"))
        shown = [e.text for e in root.iter() if e.tag.endswith("}text")
                 and not e.get("transform")]  # what is turned stands apart
        self.assertIn("Aktau", shown)
        for word in " ".join(shown).split():
            if word.isalpha() and not word.isupper():  # letters stand apart
                self.assertIn(word, words)

    @unittest.skipUnless(shutil.which("pdfinfo"), "poppler-utils is missing")
    def test_a_pdf_says_what_it_is(self):
        self.draw("a.pdf")
        told = subprocess.run(["pdfinfo", str(self.folder / "a.pdf")],
                              stdout=subprocess.PIPE, check=True)
        self.assertIn("Two ports and a ferry", told.stdout.decode())

    def test_json(self):
        made = str(self.folder / "a.svg")
        answer = self.document("map", self.two, "-o", made)
        self.assertEqual(answer["schema"], "corridor/map/1")
        self.assertEqual(answer["files"], [made])
        self.refuse(2, "map", self.two, "--format", "svg", "--json")

    def test_what_lies_below_the_corridors(self):
        text = TWO_PORTS + ("map: {network: [auto, air]}\n")
        text = text.replace("sources:", (
            "  - {id: flight, from: aktau, to: alat, mode: air}\n"
            "sources:"), 1).replace("to: alat}", "to: alat, modes: [ferry]}")
        named = self.write("named.yaml", text)
        auto = self.write("auto.yaml", text.replace(", air]", "]"))

        def legend(path, *words):
            made = self.folder / "a.svg"
            self.expect(0, "map", path, "-o", str(made), *words)
            return ">Air<" in made.read_text("utf-8")

        self.assertTrue(legend(named))
        self.assertTrue(legend(auto, "--network"))
        self.assertTrue(legend(auto, "--background", "none,air"))
        self.assertFalse(legend(auto))
        self.assertFalse(legend(named, "--background", "auto"))
        made = str(self.folder / "a.svg")
        notes = {n["code"]: n["message"]
                 for n in self.document("map", auto, "-o", made)["notes"]}
        self.assertIn("1 air", notes["network-left-out"])
        self.refuse(2, "map", auto, "-o", made, "--background", "airr")
        self.refuse(2, "map", auto, "-o", made, "--background", "all,none")

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

    def test_settings_of_fonts_change_nothing(self):
        """Named fonts alone, and all of them by the machine's settings, draw
        the same: Georgian and Chinese names, slanted and bold, and letters
        that no named font has."""
        config = self.write("fonts.conf", (
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
            "<fontconfig><include>/etc/fonts/fonts.conf</include>"
            "</fontconfig>"))
        path = self.write("scripts.yaml", (
            "corridor: 1\ntitle: თბილისი กรุงเทพ \U000F1234\nplaces:\n"
            "  a: {name: 西安 تهران, lon: 50, lat: 40, kind: city}\n"
            "  b: {name: Երևան กรุงเทพ, lon: 54, lat: 41, kind: port}\n"
            "links:\n  - {id: ab, from: a, to: b, mode: rail}\n"))
        dumps = []
        for environment in ({}, {"FONTCONFIG_FILE": config}):
            answer = self.expect(0, "map", path, "--format", "svg",
                                 "--svg-text", "paths",
                                 environment=environment)
            dumps.append(answer.out)
        self.assertEqual(*dumps)

    def test_without_the_database_of_projections(self):
        by_proj = "--proj", "+proj=merc"
        plain = self.draw("a.svg", *by_proj)
        made = self.folder / "b.svg"
        self.expect(0, "map", self.two, "-o", str(made), *by_proj,
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
