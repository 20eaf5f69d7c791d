"""Flows of links: read beside the scenario, drawn by width, credited."""
import re
import unittest

import harness

LINE = """\
corridor: 1
title: A line
as_of: 2026-01-01
places:
  a: {name: Aville, lon: 66, lat: 48, country: KZ}
  b: {name: Beetown, lon: 70, lat: 48, country: KZ}
  c: {name: Ceeburg, lon: 70.05, lat: 48, country: KZ}
  d: {name: Deeport, lon: 74, lat: 50, country: KZ}
links:
  - {id: a-b, from: a, to: b, mode: rail, name: The long one}
  - {id: b-c, from: b, to: c, mode: rail}
  - {id: c-d, from: c, to: d, mode: road, status: planned, opens: 2030-01-01}
  - {id: b-d, from: b, to: d, mode: road}
flows:
  - {links: a-b, flow: 20 Mt/a, year: 2022, source: s}
  - {links: b-c, flow: 5 Mt/a, year: 2024, source: t}
  - {links: c-d, flow: 7 Mt/a, year: 2024, source: t}
  - {links: b-d, flow: 40 kTEU/a, year: 2020}
sources:
  s: {title: "Railways of A: what was carried", year: 2023, licence: CC-BY-4.0, \
url: https://example.org}
  t: {title: Tally, short: The tally office, year: 2024, licence: facts only}
groups:
  first: {title: the first, members: {RU: 2001, KZ: 2017}}
  second: {title: the second, members: [KZ, CN]}
"""


class Line(harness.Case):
    def setUp(self):
        super().setUp()
        self.line = self.write("line.yaml", LINE)

    def has(self, svg, *texts):
        """Without printing the whole map when one is missing."""
        for text in texts:
            self.assertTrue(text in svg, text)

    def svg(self, *words):
        told = self.document("map", *words, "-o", str(self.folder / "m.svg"))
        return told["maps"][0], (self.folder / "m.svg").read_text()


class Names(harness.Case):
    """Names of lines stand at their lines: elsewhere they seem another's."""

    def test_names_touch_their_lines(self):
        for show in ("flow", "capacity"):
            dump = self.expect(0, "map", str(
                harness.SOURCE_ROOT / "scenarios/air-and-pipelines.yaml"),
                "--show", show, "--format", "dump", "-q").out
            lines, found, name = {}, 0, ""
            for line in dump.splitlines():
                if line.startswith('group flow "'):
                    name = line[12:-1]
                elif line.startswith("  ") and name:
                    at = [float(x) for x in line.split()]
                    lines.setdefault(name, []).extend(zip(at[::2], at[1::2]))
                elif line == "end":
                    name = ""
            for box, text in re.findall(r" box (\S+ \S+ \S+ \S+) .*? bold "
                                        r".*?halo=\S+ (.* [\d.]+)$", dump,
                                        re.M):
                own = lines.get(text.rsplit(" ", 1)[0])
                if own:
                    found += 1
                    self.assertLess(self.away(box, own), 5, text)
            self.assertGreater(found, 3, show)

    @staticmethod
    def away(box, line):
        left, top, right, bottom = (float(x) for x in box.split())
        return min(max(left - x, x - right, top - y, y - bottom)
                   for x, y in line)


class Flows(Line):
    def test_widths_tell_the_unit_of_most_links(self):
        told, svg = self.svg(self.line, "--show", "flow")
        self.assertEqual((told["unit"], told["links"],
                          told["links_in_other_units"],
                          told["links_not_open"], told["years"]),
                         ("Mt/y", 2, 1, 1, [2022, 2024]))
        for text in ("Carried, million tonnes a year", ">20<", ">5<",
                     "in the newest year from 2022 to 2024",
                     "links that state none: 0; in other units: 1",
                     "The long one 20", "Beetown–Ceeburg 5"):
            self.has(svg, text)

    def test_ends_of_a_line_too_short_to_be_seen_have_no_symbols(self):
        svg = self.svg(self.line, "--show", "flow")[1]
        self.has(svg, "<title>Aville</title>")
        self.assertFalse("<title>Ceeburg</title>" in svg)

    def test_a_unit_may_be_asked_for(self):
        told, svg = self.svg(self.line, "--show", "flow", "--unit", "kt/a")
        self.assertEqual(told["unit"], "kt/a")
        self.has(svg, "Carried, kt/a")
        self.has(svg, "The long one 20000")
        told, svg = self.svg(self.line, "--show", "flow", "--unit", "kTEU/y")
        self.assertEqual(told["links"], 1)
        self.has(svg, "Carried, thousand TEU a year")
        for unit, said in (("kt/j", "did you mean kt/y"),
                           ("km", "there are: Mt/y (links: 2)"),
                           ("trains/d", "no open link states a flow in")):
            self.assertIn(said, self.refuse(
                2, "map", self.line, "-o", str(self.folder / "x.svg"),
                "--show", "flow", "--unit", unit))

    def test_a_file_of_flows_replaces_and_adds(self):
        table = self.write("mine.csv", "link_id,from_node_id,to_node_id,flow,"
                           "flow_unit,year,source\n"
                           "a-b,,,30,Mt/y,2022,memory\n"
                           ",b,c,1.5,Mt/y,2025,\n,c,b,0.5,Mt/y,2025,\n")
        told, svg = self.svg(self.line, "--flows", table)
        self.assertEqual(told["years"], [2022, 2025])
        self.has(svg, "The long one 30")
        self.has(svg, "directions: each on the right of its way")
        self.has(svg, "Beetown–Ceeburg → 1.5  ← 0.5")

    def test_a_faulty_file_is_told_with_its_place(self):
        table = self.write("bad.csv", "link_id,flow,flow_unit,source\n"
                           "a-bb,3,Mt/y,\na-b,-3,Mt/y,\na-b,3,Mt/j,\n"
                           "a-b,3,Mt/y,nobody\n")
        said = self.refuse(3, "map", self.line, "--flows", table, "-o",
                           str(self.folder / "x.svg"))
        for place in ("bad.csv:2:1", "bad.csv:3:5", "bad.csv:4:5",
                      "bad.csv:5:12", "did you mean 'a-b'?"):
            self.assertIn(place, said)
        self.assertFalse((self.folder / "x.svg").exists())

    def test_the_file_must_be_there_and_is_not_written_over(self):
        self.refuse(4, "map", self.line, "--flows", "/nowhere.csv", "-o",
                    str(self.folder / "x.svg"))
        table = self.write("mine.svg", "link_id,flow\na-b,3 Mt/y\n")
        self.refuse(2, "map", self.line, "--flows", table, "-o", table)

    def test_other_kinds_take_neither(self):
        table = self.write("mine.csv", "link_id,flow\na-b,3 Mt/y\n")
        for words in (("--flows", table), ("--unit", "Mt/y")):
            self.assertIn("did you mean", self.refuse(
                2, "map", self.line, "-o", str(self.folder / "x.svg"),
                "--show", "corridors", *words))

    def test_a_scenario_without_flows(self):
        bare = self.write("bare.yaml", LINE[:LINE.index("flows:")])
        self.assertIn("--flows", self.refuse(
            2, "map", bare, "-o", str(self.folder / "x.svg"), "--show",
            "flow"))

    def test_the_map_section_may_ask_for_them(self):
        path = self.write("shown.yaml", LINE + "map: {show: flow}\n")
        self.assertEqual(self.svg(path)[0]["unit"], "Mt/y")


class Credits(Line):
    def test_sources_are_named_with_their_licences(self):
        told, svg = self.svg(self.line, "--show", "flow")
        self.has(svg, "Flows: Railways of A\u00a02023\u00a0(CC-BY-4.0), "
                 "The tally office\u00a02024")
        credit = told["credits"][0]
        self.assertEqual((credit["what"], credit["values"],
                          credit["unsourced"]), ("Flows", 2, 0))
        self.assertEqual(credit["sources"][0], {
            "id": "s", "title": "Railways of A: what was carried",
            "url": "https://example.org", "year": "2023",
            "licence": "CC-BY-4.0", "grade": None, "values": 1})

    def test_what_nobody_published_is_counted(self):
        svg = self.svg(self.line, "--show", "flow", "--unit", "TEU/y")[1]
        self.has(svg, "Flows: 1 from memory, assumed or without a source")

    def test_in_the_language_of_the_map(self):
        svg = self.svg(self.line, "--show", "flow", "--lang", "ru")[1]
        self.has(svg, "Грузопотоки: Railways of A\u00a02023")

    def test_what_finds_no_room_is_counted(self):
        many = "".join(f"  s{i}: {{title: 'Office of statistics {i}: a', "
                       f"year: 2020, licence: facts only}}\n"
                       for i in range(40))
        flows = "".join(f"  - {{links: a-b, flow: 1 Mt/a, year: 2030, "
                        f"commodity: c{i}, source: s{i}}}\n"
                        for i in range(40))
        text = LINE.replace("links: a-b, flow: 20 Mt/a, year: 2022",
                            "links: a-b, flow: 20 Mt/a, year: 2022, "
                            "commodity: old")
        text = text.replace("sources:\n", flows + "sources:\n" + many)
        told, svg = self.svg(self.write("many.yaml", text), "--show", "flow")
        self.assertEqual(len(told["credits"][0]["sources"]), 41)
        self.assertTrue(re.search("and [0-9]+ more", svg))


class Fills(Line):
    def test_years_of_joining_have_names_and_hatches(self):
        path = self.write("fill.yaml", LINE + "map: {show: flow, fill: first}\n")
        told, svg = self.svg(path)
        for text in ("The first", "2017: Kazakhstan", 'class="hatches"'):
            self.has(svg, text)
        self.assertEqual(told["credits"][1]["what"], "Membership")
        self.has(self.svg(path, "--lang", "ru")[1], "2017: Казахстан")

    def test_two_groups_at_once(self):
        path = self.write("fill.yaml", LINE + "map: {show: flow, "
                          "fill: [first, second]}\n")
        svg = self.svg(path)[1]
        for text in ("The first", "The second", ">Russia, Kazakhstan<",
                     ">Kazakhstan, China<"):
            self.has(svg, text)

    def test_no_more_than_four(self):
        groups = "".join(f"  g{i}: {{title: g, members: [KZ]}}\n"
                         for i in range(5))
        path = self.write("five.yaml", LINE + groups +
                          "map: {fill: [g0, g1, g2, g3, g4]}\n")
        self.assertIn("a map tells at most 4 groups apart",
                      self.expect(1, "check", path).out)


if __name__ == "__main__":
    unittest.main()
