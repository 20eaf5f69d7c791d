"""Networks for other programs: written, read by them, and read again."""
import csv
import json
import pathlib

import harness
from harness import CHAIN

try:
    import networkx
except ImportError:
    networkx = None

SCENARIOS = sorted(
    path for path in (harness.SOURCE_ROOT / "scenarios").glob("*.yaml")
    if path.stem != "defaults")

RICH = """\
corridor: 1
title: "Quotes \\" and\\ttabs: all of it"
summary: "# not a comment"
as_of: 2031-11-01
policy: {length: newest, time: low}
places:
  a: {name: "Alpha, the first", name-local: Ä, lon: 60.1, lat: 40.123456789, \
country: CN, label: {at: NE}, note: "a \\"note\\""}
  b: {name: Beta, lon: 61, lat: 40, country: KZ, kind: border, source: s}
  c: {name: Gamma, lon: 179.5, lat: 40, kind: port}
  d: {name: Delta, lon: -179.5, lat: 41, kind: port}
links:
  - {id: a-b, from: a, to: b, mode: rail, gauge: 1435 mm, time: {value: 100 min, \
source: t}, length: [{value: 77.7 mi, source: s}, {value: 130 km, source: t}], \
co2e: {value: 60 kg, scope: wtw}, capacity: 15 Mt/y, via: [[60.5, 40.2]], \
note: why, source: s}
  - {id: b-c, from: b, to: c, mode: rail, gauge: 1520 mm, length: 7000 km, \
one-way: true, status: planned, opens: 2030-05-01, source: t}
  - {id: c-d, from: c, to: d, mode: ferry, length: 500 nmi, \
closed-from: 2027-01-01, closed-until: 2027-02-01, speed: 11.1 kn, source: s}
  - {id: d-c, from: d, to: c, mode: hovercraft, time: 1 d, source: s}
transfers:
  - {at: b, from: {mode: rail, gauge: 1435 mm}, to: {mode: rail, \
gauge: 1520 mm}, kind: break-of-gauge, time: 8 h, cost: 329 USD, \
capacity: 3 trains/d, both-ways: true, source: s}
  - {at: c, from: {mode: rail}, to: {mode: ferry}, time: 20 h, source: t}
borders:
  - {at: b, into: KZ, mode: rail, time: [{value: 78 h, source: s}, \
{value: 60 h, source: t}], cost: 215 USD, service: wagon}
services:
  - {id: feeder, links: [c-d], sailings: 3 per week, vessels: 2, \
capacity: 225 TEU, payload: 7000 t, source: s}
sources:
  s: {title: "A, \\"table\\"", year: 2024, grade: A, licence: CC-BY-4.0}
  t: {title: Other, year: 2025-11-26, grade: B, url: https://example.org}
defaults:
  rail: {speed: 45 km/h, cost: 0.03 USD/tkm, co2e: {value: 22 g/tkm, \
scope: ttw, source: s}, source: t}
  ferry: {cost: 0.5 USD/FEU-km}
cargo: {unit: TEU, tonnes: 12 t, value: 2500 USD/t, value-of-time: 0.8 %/d, \
service: block-train}
measurements:
  - {indicator: TFI1, value: 40.6 h, source: s, mode: rail, country: KZ}
flows:
  - {links: [a-b, b-c], from: a, to: c, flow: 2.8 Mt/a, commodity: "tea, green", \
year: 2024, note: both, source: t}
  - {links: d-c, flow: 40 TEU/week, source: s}
  - {from: c, to: d, mode: ferry, both-ways: true, flow: 3 trains/d}
corridors:
  all: {title: All of it, from: a, to: d, via: [b, c], modes: [rail, ferry], \
avoid: [road, RU]}
claims:
  - {id: one, text: "Shorter, they say", source: s, metric: length, \
of: {from: [a, b], to: c}, less-than: {avoid: [d]}, by: 900 km, \
when: {as-of: 2031-01-01}}
  - {id: two, text: Ships, metric: capacity, of: {vessels: [350 TEU, 125 TEU], \
round-trip: [3 d, 4 d], both-ways: true}, at-least: 3000 TEU/week}
  - {id: three, text: Modes, metric: interchange, of: {network: true}, \
includes: [rail, road]}
map: {corridors: [all], extent: [50, 30, 70, 45], labels: none, \
languages: [en, local], title: A map}
ops:
  - {op: scale, where: {mode: ferry}, length: 1.1, source: t}
  - {op: add-link, id: a-c, from: a, to: c, mode: road, time: 3 d}
  - {op: remove, link: d-c}
"""


class Export(harness.Case):
    def setUp(self):
        super().setUp()
        self.rich = self.write("rich.yaml", RICH)

    def out(self, name):
        return str(self.folder / name)

    def rows(self, path):
        with open(path, newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))


class Foreign(Export):
    """What tables say that nobody here reads."""

    NODES = ("node_id,x_coord,y_coord,zone,geometry,fid,GEOM\n"
             "1,60,40,007,here,a,x\n2,61,40,,there,b,y\n")
    LINKS = ("link_id,from_node_id,to_node_id,directed,capacity,lanes,Lanes,,"
             "note2,geodesic_km\n"
             'x,1,2,1,1800,4,a,one,"say ""so"", they",7\ny,2,1,1,,1.50,,,,8\n')

    def setUp(self):
        super().setUp()
        self.net = self.out("net")
        self.write("net/node.csv", self.NODES)
        self.write("net/link.csv", self.LINKS)

    def export(self, name, form):
        return self.expect(0, "export", self.net, "-o", self.out(name),
                           "--format", form).err

    def test_tables_keep_columns(self):
        for form in ("csv", "gmns"):
            self.export(form, form)
            first, second = self.rows(self.out(form) + "/link.csv")
            self.assertEqual(
                [first[c] for c in ("lanes", "Lanes_", "column_8", "note2",
                                    "capacity")],
                ["4", "a", "one", 'say "so", they', "1800"])
            self.assertEqual([second["lanes"], second["capacity"]],
                             ["1.50", ""])
            node = self.rows(self.out(form) + "/node.csv")[0]
            self.assertEqual([node["zone"], node["fid"]], ["007", "a"])

    def test_the_scenario_is_the_same(self):
        self.export("csv", "csv")
        self.expect(0, "export", self.out("csv") + "/scenario.yaml", "-o",
                    self.out("again"))
        for name in ("node.csv", "link.csv"):
            self.assertEqual((self.folder / "csv" / name).read_text(),
                             (self.folder / "again" / name).read_text())

    def test_features_have_them_as_properties(self):
        self.export("net.geojson", "geojson")
        with open(self.out("net.geojson"), encoding="utf-8") as file:
            features = json.load(file)["features"]
        node, link = (features[i]["properties"] for i in (0, 2))
        self.assertEqual((node["zone"], node["geometry_"]), ("007", "here"))
        self.assertEqual((link["lanes"], link["column_8"], link["capacity"]),
                         ("4", "one", 1800))
        self.assertGreater(link["geodesic_km"], 80)

    def test_numbers_only_where_all_are(self):
        self.write("net/link.csv", "link_id,from_node_id,to_node_id,directed,"
                   "a,b,c,d\nx,1,2,1,4,0.5,1e3,12345678901234567890\n"
                   "y,2,1,1,-7,3,2,5\n")
        self.export("net.geojson", "geojson")
        with open(self.out("net.geojson"), encoding="utf-8") as file:
            link = json.load(file)["features"][2]["properties"]
        self.assertEqual([link[c] for c in "abcd"],
                         [4, 0.5, "1e3", "12345678901234567890"])

    def test_columns_of_databases(self):
        done = harness.corridor("export", self.net, "-o", self.out("n.gpkg"))
        if "built without" in done.err or "not installed" in done.err:
            self.skipTest("there is no GDAL")
        self.assertEqual(done.status, 0, done.err)
        self.expect(0, "import", self.out("n.gpkg"), "-o", self.out("back"))
        node = self.rows(self.out("back") + "/node.csv")[0]
        self.assertEqual([node["zone"], node["fid"], node["GEOM"]],
                         ["007", "a", "x"])

    def test_what_has_no_place_is_told(self):
        self.write("net/config.csv", "dataset_name,currency,owner\nN,EUR,me\n")
        self.write("net/geometry.csv", 'geometry_id,geometry,year\n'
                   'g,"LINESTRING (60 40, 61 40)",2020\n')
        self.write("net/zone.csv", "zone_id\n7\n")
        for form in ("csv", "gmns"):
            told = self.export(form, form)
            self.assertIn("leaves behind: 1 value of 'year' in geometry.csv, "
                          "the table zone.csv", told)
            config, = self.rows(self.out(form) + "/config.csv")
            self.assertEqual((config["dataset_name"], config["currency"],
                              config["owner"]), ("N", "EUR", "me"))
        self.assertIn("1 rows of config", self.export("n.json", "geojson"))

    def test_removed_records_are_gone(self):
        yaml = self.write("s.yaml", "corridor: 1\ntitle: t\nnetwork: [net]\n"
                          "ops: [{op: remove, link: x}]\n")
        self.expect(0, "export", yaml, "-o", self.out("o"))
        link, = self.rows(self.out("o") + "/link.csv")
        self.assertEqual((link["link_id"], link["lanes"]), ("y", "1.50"))
        self.assertNotIn("note2", link)


class Tables(Export):
    def same_answers(self, first, second):
        """Everything but the hash of the bytes that were read."""
        one = self.document("run", first)
        other = self.document("run", second)
        for document in (one, other):
            document["scenario"].pop("hash")
        self.assertEqual(json.dumps(one), json.dumps(other))

    def round_trip(self, path, name):
        first, second = self.out(name), self.out(name + "-again")
        self.expect(0, "export", path, "-o", first, "--format", "csv")
        self.same_answers(path, first + "/scenario.yaml")
        self.expect(0, "export", first + "/scenario.yaml", "-o", second)
        for file in sorted(pathlib.Path(first).iterdir()):
            self.assertEqual(
                file.read_bytes(),
                (pathlib.Path(second) / file.name).read_bytes(), file.name)

    def test_every_shipped_scenario_gives_the_same_answers(self):
        self.assertGreater(len(SCENARIOS), 5)
        for path in SCENARIOS:
            self.round_trip(str(path), path.stem)

    def test_defaults_that_stay_behind_are_told(self):
        answer = self.expect(0, "export", self.rich, "-o", self.out("o.geojson"))
        self.assertIn("modes' defaults", answer.err)
        answer = self.expect(0, "export", self.rich, "-o", self.out("o"))
        self.assertNotIn("modes' defaults", answer.err)

    def test_everything_that_can_be_stated(self):
        self.round_trip(self.rich, "rich")
        links = {row["link_id"]: row for row in
                 self.rows(self.out("rich/link.csv"))}
        self.assertEqual(set(links), {"a-b", "b-c", "c-d", "a-c"})
        self.assertEqual(links["a-b"]["directed"], "0")
        self.assertEqual(links["b-c"]["directed"], "1")
        self.assertEqual(links["a-b"]["note"], "why")
        self.assertEqual(links["a-b"]["capacity"], "15000000")
        self.assertEqual(links["a-b"]["capacity_unit"], "t/y")
        self.assertEqual(
            links["a-b"]["geometry"],
            "LINESTRING (60.1 40.123456789, 60.5 40.2, 61 40)")
        node = self.rows(self.out("rich/node.csv"))[0]
        self.assertEqual(node["name"], "Alpha, the first")
        self.assertEqual(node["note"], 'a "note"')
        line, ferry = self.rows(self.out("rich/flow.csv"))
        self.assertEqual(
            [line[name] for name in ("link_id", "from_node_id", "flow",
                                     "flow_unit", "commodity", "year",
                                     "source", "note")],
            ["a-b;b-c", "a", "2800000", "t/y", "tea, green", "2024", "t",
             "both"])
        self.assertEqual((ferry["flow_unit"], ferry["facility_type"],
                          ferry["both_ways"]), ("trains/d", "ferry", "1"))
        rivals = self.rows(self.out("rich/rival.csv"))
        self.assertEqual({row["source"] for row in rivals}, {"t"})

    def test_what_the_command_line_decides_is_kept(self):
        self.expect(0, "export", self.rich, "-o", self.out("o"), "--policy",
                    "high", "--as-of", "2031-06-01", "--format", "csv")
        text = (self.folder / "o/scenario.yaml").read_text()
        self.assertIn("as_of: 2031-06-01\n", text)
        self.assertIn("policy: high\n", text)

    def test_an_existing_folder(self):
        out = self.out("o")
        self.expect(0, "export", self.rich, "-o", out)
        self.write("o/mine.txt", "stays")
        self.write("o/link.csv", "is replaced")
        self.expect(0, "export", self.rich, "-o", out)
        self.assertIn("a-b", (self.folder / "o/link.csv").read_text())
        self.assertEqual((self.folder / "o/mine.txt").read_text(), "stays")
        self.write("o/geometry.csv", "geometry_id,geometry\n")
        self.assertIn("geometry.csv is of another network",
                      self.refuse(4, "export", self.rich, "-o", out))

    def test_nothing_is_left_where_nothing_can_be_written(self):
        path = self.write("file", "")
        self.refuse(4, "export", self.rich, "-o", path + "/o", "--format",
                    "csv")
        self.refuse(4, "export", self.rich, "-o", path, "--format", "csv")
        self.refuse(4, "export", self.rich, "-o", self.out("no/such/folder"),
                    "--format", "csv")
        self.refuse(4, "export", self.rich, "-o", self.out("no/x.geojson"))
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()),
                         ["file", "rich.yaml"])

    def test_a_folder_needs_a_name(self):
        self.assertIn("--output DIR", self.refuse(2, "export", self.rich))
        self.refuse(2, "export", self.rich, "-o", "-", "--format", "gmns")

    def test_input_is_never_replaced(self):
        self.refuse(2, "export", self.rich, "-o", self.rich, "--format",
                    "geojson")
        self.expect(0, "export", self.rich, "-o", self.out("o"))
        self.refuse(2, "export", self.out("o/scenario.yaml"), "-o",
                    self.out("o"))

    def test_bad_scenarios_write_nothing(self):
        bad = self.write("bad.yaml", "corridor: 1\nplaces: [")
        self.assertIn("bad.yaml:2", self.refuse(3, "export", bad, "-o",
                                                self.out("o")))
        self.assertFalse((self.folder / "o").exists())


class Gmns(Export):
    def test_units_and_crs_are_stated(self):
        self.expect(0, "export", self.rich, "-o", self.out("g"), "--format",
                    "gmns")
        config, = self.rows(self.out("g/config.csv"))
        self.assertEqual(config["long_length"], "km")
        self.assertEqual(config["crs"], "EPSG:4326")
        names = sorted(p.name for p in (self.folder / "g").iterdir())
        self.assertEqual(names, ["config.csv", "flow.csv", "link.csv", "node.csv",
                                 "source.csv"])
        self.expect(0, "run", self.out("g"))

    def test_policies_have_chosen(self):
        self.expect(0, "export", self.rich, "-o", self.out("g"), "--format",
                    "gmns")
        link = self.rows(self.out("g/link.csv"))[0]
        self.assertEqual(link["length"], "130")
        self.assertEqual(link["length_source"], "t")

    def test_what_has_no_place_is_counted(self):
        answer = self.expect(0, "export", self.rich, "-o", self.out("g"),
                             "--format", "gmns")
        self.assertEqual(len(self.rows(self.out("g/flow.csv"))), 2)
        self.expect(0, "check", self.out("g"))
        self.assertIn("2 rows of flow",
                      self.expect(0, "export", self.rich, "-o",
                                  self.out("g.geojson")).err)
        for part in ("1 corridors", "3 claims", "2 rows of transfer",
                     "1 rows of border", "2 rows of rival"):
            self.assertIn(part, answer.err)
        self.assertEqual(
            self.expect(0, "export", self.rich, "-o", self.out("g"), "-q",
                        "--format", "gmns").err, "")


class GeoJson(Export):
    def features(self, *words):
        return json.loads(self.expect(0, "export", *words, "--format",
                                      "geojson").out)["features"]

    def test_features_carry_everything(self):
        features = self.features(self.rich)
        by_id = {f["properties"].get("node_id") or f["properties"]["link_id"]: f
                 for f in features}
        self.assertEqual(by_id["a"]["geometry"],
                         {"type": "Point", "coordinates": [60.1, 40.123456789]})
        link = by_id["a-b"]["properties"]
        self.assertEqual(link["facility_type"], "rail")
        self.assertEqual(link["length"], 130)
        self.assertEqual(link["time_source"], "t")
        self.assertIs(link["directed"], False)
        self.assertIs(by_id["b-c"]["properties"]["directed"], True)
        self.assertAlmostEqual(link["geodesic_km"], 83.19, places=2)
        self.assertNotIn("cost_usd", link)

    def test_lines_are_cut_at_180_degrees(self):
        line = next(f["geometry"] for f in self.features(self.rich)
                    if f["properties"].get("link_id") == "c-d")
        self.assertEqual(line["type"], "MultiLineString")
        self.assertEqual(line["coordinates"],
                         [[[179.5, 40], [180, 40.5]],
                          [[-180, 40.5], [-179.5, 41]]])

    def test_layers(self):
        self.assertEqual({f["geometry"]["type"] for f in
                          self.features(self.rich, "--layers", "node")},
                         {"Point"})
        self.refuse(2, "export", self.rich, "--layers", "roads", "--format",
                    "geojson")

    def test_the_ending_tells_the_format(self):
        for name in ("a.geojson", "b.json", "C.GEOJSON"):
            self.expect(0, "export", self.rich, "-o", self.out(name))
            json.loads((self.folder / name).read_bytes())

    def test_json_tells_what_was_written(self):
        document = self.document("export", self.rich, "-o", self.out("a.json"))
        self.assertEqual(document["schema"], "corridor/export/1")
        self.assertEqual(document["format"], "geojson")
        self.assertEqual(document["files"], [self.out("a.json")])
        self.assertEqual((document["places"], document["links"]), (4, 4))
        self.assertIn("3 claims", document["left"][0])


@harness.unittest.skipIf(networkx is None, "networkx is not installed")
class GraphMl(Export):
    def graph(self, path):
        self.expect(0, "export", path, "-o", self.out("g.graphml"))
        return networkx.read_graphml(self.out("g.graphml"))

    def test_a_two_way_network_is_undirected(self):
        graph = self.graph(self.write("chain.yaml", CHAIN))
        self.assertFalse(graph.is_directed())
        self.assertEqual(sorted(graph), ["a", "b", "c", "d"])
        self.assertEqual(graph.nodes["c"]["name"], "Gamma")
        edge = next(iter(graph["a"]["b"].values())) if graph.is_multigraph() \
            else graph["a"]["b"]
        self.assertEqual((edge["length"], edge["time_h"], edge["source"]),
                         (100.0, 2.0, "s"))

    def test_one_way_links_make_it_directed(self):
        graph = self.graph(self.rich)
        self.assertTrue(graph.is_directed())
        self.assertTrue(graph.has_edge("b", "a") and graph.has_edge("a", "b"))
        self.assertTrue(graph.has_edge("b", "c"))
        self.assertFalse(graph.has_edge("c", "b"))
        self.assertEqual(graph.nodes["a"]["note"], 'a "note"')

    def test_shipped_networks(self):
        path = str(harness.SOURCE_ROOT / "scenarios/cku-railway.yaml")
        graph = self.graph(path)
        network = self.document("connectivity", path)
        self.assertEqual(len(graph), network["nodes"])
        for _, _, edge in graph.edges(data=True):
            self.assertIsInstance(edge.get("length", 0.0), float)


if __name__ == "__main__":
    harness.main()
