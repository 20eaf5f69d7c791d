"""Networks of other programs: understood, judged, written, or refused."""
import csv
import json
import os
import pathlib
import random
import resource
import subprocess
import time

import harness
from harness import CHAIN

POINTS = [
    {"type": "Feature", "properties": {"node_id": "a", "name": "Ä"},
     "geometry": {"type": "Point", "coordinates": [60, 40]}},
    {"type": "Feature", "properties": {"node_id": "b"},
     "geometry": {"type": "Point", "coordinates": [61, 40]}},
]


def line(*points, **properties):
    return {"type": "Feature", "properties": properties,
            "geometry": {"type": "LineString",
                         "coordinates": [list(p) for p in points]}}


def collection(*features, **more):
    return json.dumps({"type": "FeatureCollection", **more,
                       "features": list(features)})


class Import(harness.Case):
    maxDiff = None

    def out(self, name="o"):
        return str(self.folder / name)

    def geojson(self, *features, name="net.geojson", **more):
        return self.write(name, collection(*features, **more))

    def rows(self, path):
        with open(path, newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def facts(self, document):
        return {fact["code"]: fact
                for fact in document["made"] + document["lost"]}

    def nothing_left(self, *kept):
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()),
                         sorted(kept))

    def network(self, folder):
        """What a folder of tables says, whatever the order of columns."""
        return {path.name: [
            {k: v for k, v in row.items() if v and k not in ("geodesic_km", "dataset_name")}
            for row in self.rows(path)] for path in
            sorted(pathlib.Path(folder).glob("*.csv"))}

    def again(self, first, form, target):
        """Export a folder, and import that."""
        middle = self.out(target + "-middle." + form)
        self.expect(0, "export", first, "-o", middle, "--format", form)
        self.expect(0, "import", middle, "-o", self.out(target), "--format",
                    form)
        return self.out(target)


class Lines(Import):
    """Layers of lines that know of no places."""

    def test_ends_that_meet_are_one_place(self):
        path = self.geojson(line((60, 40), (60.5, 40.2), (61, 40)),
                            line((61.00001, 40), (62, 40)),
                            line((62, 40), (60, 40)))
        document = self.document("import", path, "-o", self.out(), "--mode",
                                 "rail")
        self.assertEqual((document["places"], document["links"]), (3, 3))
        self.assertEqual(document["modes"], {"rail": 3})
        facts = self.facts(document)
        self.assertEqual(facts["place-made"]["number"], 3)
        self.assertEqual(facts["ends-joined"]["number"], 1)
        self.assertEqual(facts["two-way"]["number"], 3)
        self.assertEqual(document["lost"], [])
        network = self.document("connectivity", self.out())
        self.assertEqual(network["components"], 1)
        self.expect(0, "check", self.out())

    def test_ends_that_nearly_meet_are_told(self):
        path = self.geojson(line((60, 40), (61, 40)),
                            line((61.0005, 40), (62, 40)))
        fact = self.facts(self.document("import", path))["ends-nearly-meet"]
        self.assertEqual(fact["number"], 2)
        self.assertIn('43 m apart; --snap "43 m" joins', fact["example"])
        self.assertEqual((fact["line"], fact["column"]), (1, 44))
        document = self.document("import", path, "--snap", "43 m")
        self.assertEqual(document["places"], 3)
        self.assertNotIn("ends-nearly-meet", self.facts(document))

    def test_given_places_are_met(self):
        path = self.geojson(*POINTS, line((60, 40), (61, 40.00001), name="L"))
        self.expect(0, "import", path, "-o", self.out(), "--mode", "road")
        link, = self.rows(self.out() + "/link.csv")
        self.assertEqual((link["from_node_id"], link["to_node_id"]),
                         ("a", "b"))
        self.assertEqual((link["name"], link["facility_type"]), ("L", "road"))
        self.assertEqual(self.rows(self.out() + "/node.csv")[0]["name"], "Ä")

    def test_lines_meet_across_180_degrees(self):
        path = self.geojson(line((179, 10), (180, 10)),
                            line((-179.99995, 10), (-179, 10)),
                            line((179, -89.9999), (-90, -89.99999)))
        document = self.document("import", path, "--snap", "20 m")
        # The last line lies about the pole: its ends are 12 m apart.
        self.assertEqual(document["places"], 4)

    def test_places_that_only_links_name(self):
        path = self.geojson(line((60, 40), (61, 40), u=7, v=8),
                            line((61, 40), (62, 40), u=8, v=9))
        document = self.document("import", path, "-o", self.out())
        self.assertEqual(document["places"], 3)
        self.assertEqual(self.facts(document)["place-named"]["number"], 3)
        self.assertEqual([row["node_id"] for row in
                          self.rows(self.out() + "/node.csv")], ["7", "8", "9"])

    def test_what_cannot_be_used_is_counted(self):
        path = self.geojson(
            line((60, 40), (61, 40)),
            {"type": "Feature", "properties": {}, "geometry": None},
            {"type": "Feature", "properties": {}, "geometry": {
                "type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1],
                                                    [0, 0]]]}},
            {"type": "Feature", "properties": {}, "geometry": {
                "type": "MultiPoint", "coordinates": [[0, 0]]}})
        facts = self.facts(self.document("import", path))
        self.assertEqual(facts["no-geometry"]["number"], 1)
        self.assertEqual(facts["other-geometry"]["number"], 2)
        self.assertEqual(facts["other-geometry"]["example"], "Polygon")

    def test_unknown_columns_are_kept(self):
        path = self.geojson(line((60, 40), (61, 40), owner="KTZ",
                                 tags={"a": [1, None]}, electrified=True))
        document = self.document("import", path, "-o", self.out())
        kept = {c["column"] for c in document["columns"]
                if c["read_as"] is None}
        self.assertEqual(kept, {"owner", "tags", "electrified"})
        row, = self.rows(self.out() + "/link.csv")
        self.assertEqual((row["owner"], row["tags"], row["electrified"]),
                         ("KTZ", '{"a":[1,null]}', "1"))

    def test_columns_can_be_named(self):
        path = self.geojson(line((60, 40), (61, 40), kind="ferry", hours=20))
        self.expect(0, "import", path, "-o", self.out(), "--column",
                    "kind=facility_type", "--column", "hours=time_h")
        row, = self.rows(self.out() + "/link.csv")
        self.assertEqual((row["facility_type"], row["time_h"]),
                         ("ferry", "20"))

    def test_the_source_is_named(self):
        path = self.geojson(line((60, 40), (61, 40)))
        self.expect(0, "import", path, "-o", self.out(), "--title", "A map",
                    "--licence", "ODbL-1.0", "--grade", "C")
        source, = self.rows(self.out() + "/source.csv")
        self.assertEqual(source, {"source_id": "imported", "title": "A map",
                                  "licence": "ODbL-1.0", "grade": "C"})
        self.assertEqual(self.rows(self.out() + "/link.csv")[0]["source"],
                         "imported")

    def test_other_systems(self):
        # The same place in Web Mercator: EPSG guidance note 7-2, 1.3.3.1.
        x, y = 6679169.447596414, 4865942.279503176
        far = line((x, y), (x + 1e5, y))
        path = self.geojson(far)
        self.assertIn("not longitude and latitude", self.refuse(
            3, "import", path, "-o", self.out()))
        self.nothing_left("net.geojson")
        stated = self.geojson(far, name="stated.geojson", crs={
            "type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}
        })
        for words in ((path, "--crs", "EPSG:3857"), (path, "--crs", "3857"),
                      (stated,)):
            self.expect(0, "import", *words, "-o", self.out())
            node = self.rows(self.out() + "/node.csv")[0]
            self.assertAlmostEqual(float(node["x_coord"]), 60, places=9)
            self.assertAlmostEqual(float(node["y_coord"]), 40, places=9)
        self.refuse(2, "import", path, "--crs", "no such system")
        wrong = self.geojson(far, name="wrong.geojson", crs={
            "type": "name", "properties": {"name": "EPSG:99999999"}})
        self.assertIn("wrong.geojson:1:1", self.refuse(3, "import", wrong))


class Bad(Import):
    """Diagnostics at the place, and nothing left behind."""

    def refuse_file(self, name, text, *wanted, words=()):
        path = self.write(name, text)
        message = self.refuse(3, "import", path, "-o", self.out(), *words)
        for part in wanted:
            self.assertIn(part, message)
        self.nothing_left(name)
        (self.folder / name).unlink()

    def test_broken_json(self):
        self.refuse_file("a.geojson", "", "a.geojson:1:1: error")
        self.refuse_file("a.geojson", "[1, 2]", "an object is wanted")
        self.refuse_file("a.geojson", '{"type": "FeatureCollection"',
                         "a.geojson:1:29", "is wanted")
        self.refuse_file("a.geojson", '{"features": [{"type": "Feature",\n'
                         '"geometry": NaN}]}', "a.geojson:2:16")
        self.refuse_file("a.geojson", '{"features": [' + "[" * 100000,
                         "maximum parsing depth")
        self.refuse_file("a.geojson", b'{"features": ["\xff"]}',
                         "unable to decode")
        self.refuse_file("a.geojson", '{"features": [7]}', "no Feature")
        self.refuse_file("a.geojson", '{"a": 1} x', "follows the end")
        self.refuse_file(
            "a.geojson", collection(line((60, 40), ("x", 40))),
            "geometry of this feature cannot be read")
        self.refuse_file("a.geojson", '{"features": [], "features": {}}',
                         "a list is wanted")

    def test_broken_xml(self):
        head = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
        self.refuse_file("a.graphml", "", "a.graphml:1:1: error")
        self.refuse_file("a.graphml", "<html/>", "no GraphML")
        self.refuse_file("a.graphml", head + "\n<graph></x>",
                         "a.graphml:2:", "mismatched tag")
        self.refuse_file("a.graphml", head + "<a>" * 100000, "too deep")
        self.refuse_file("a.graphml", head + '<graph><node id="a"><data '
                         'key="k">1</data></node></graph></graphml>',
                         "no such key")
        self.refuse_file(
            "a.graphml", '<!DOCTYPE g [<!ENTITY a "aaaaaaaaaa">'
            '<!ENTITY b "&a;&a;&a;&a;">]>' + head + "&b;</graphml>",
            "entities are not read")
        self.refuse_file("a.graphml", '<!DOCTYPE g [<!ENTITY x SYSTEM '
                         '"file:///etc/passwd">]>' + head + "</graphml>",
                         "entities are not read")

    def test_broken_csv(self):
        self.write("net/node.csv", "node_id,x_coord,y_coord\na,60,40\n"
                   "b,61\nc,nan,40\na,62,40\n")
        self.write("net/link.csv", "link_id,from_node_id,to_node_id,directed\n"
                   'x,a,b,0\ny,a,"b\n')
        message = self.refuse(3, "import", self.out("net"), "-o", self.out())
        self.assertIn("net/node.csv:3:", message)
        self.assertIn("net/link.csv:3:5", message)
        self.write("net/node.csv", "node_id,y_coord,x_coord\na,40,60\n"
                   "b,40,61\nc,40,nan\na,40,62\n")
        self.write("net/link.csv", "link_id,from_node_id,to_node_id,directed\n"
                   "x,a,b,0\ny,a,z,0\n")
        message = self.refuse(3, "import", self.out("net"), "-o", self.out())
        self.assertIn("net/node.csv:4:6: error: ", message)
        self.assertIn("net/node.csv:5:1: error: the id 'a'", message)
        self.assertIn("net/link.csv:3:5: error: ", message)
        self.nothing_left("net")

    def test_places_of_features_are_told(self):
        path = self.write("a.geojson", '{"features": [\n' + ",\n".join(
            json.dumps(f) for f in POINTS + [line((60, 40), (61, 40),
                                                  length=-5)]) + "]}")
        message = self.refuse(3, "import", path, "-o", self.out())
        self.assertIn("a.geojson:4:1: error: feature 3 of 'a': ", message)

    def test_duplicate_ids(self):
        path = self.geojson(*POINTS, POINTS[0], line((60, 40), (61, 40)))
        self.assertIn("duplicate", self.document(
            "check", self.folder_of_duplicates(), status=1)["diagnostics"][0]
            ["code"])
        self.assertIn("feature 3 of 'net': the id 'a' is another place's",
                      self.refuse(3, "import", path, "-o", self.out()))

    def folder_of_duplicates(self):
        self.write("d/node.csv", "node_id,x_coord,y_coord\na,60,40\na,61,40\n")
        self.write("d/link.csv", "link_id,from_node_id,to_node_id\n")
        return self.out("d")

    def test_a_million_rows_of_garbage(self):
        rng = random.Random(1)
        rows = ["".join(rng.choices("abc,;\t\"1.-", k=12)) for _ in range(1000)]
        self.write("net/node.csv", "node_id,x_coord,y_coord\n" +
                   ("\n".join(rows) + "\n") * 1000)
        self.write("net/link.csv", "link_id,from_node_id,to_node_id\nx,a,b\n")
        bound = (1 << 30) if os.environ["SANITIZED"] == "none" else None
        begun = time.monotonic()
        done = subprocess.run(
            [harness.PROGRAM, "import", self.out("net"), "-o", self.out()],
            capture_output=True, check=False,
            preexec_fn=(lambda: resource.setrlimit(
                resource.RLIMIT_AS, (bound, bound))) if bound else None)
        self.assertEqual(done.returncode, 3, done.stderr[-500:])
        self.assertLess(time.monotonic() - begun, 30)
        self.assertLess(done.stderr.count(b": error: "), 1001)
        self.nothing_left("net")

    def test_nothing_that_can_be_understood(self):
        (self.folder / "e").mkdir()
        for path in (self.out("e"), self.write("z.csv", "PK\x03\x04aaa\n"),
                     self.write("t.csv", "owner,colour\nme,red\n")):
            self.assertIn(path + ":1:1: error: neither places nor links",
                          self.refuse(3, "import", path, "-o", self.out()))
        self.nothing_left("e", "z.csv", "t.csv")

    def test_files_that_are_none(self):
        (self.folder / "dir.geojson").mkdir()
        os.mkfifo(self.folder / "pipe.geojson")
        for name in ("missing.geojson", "dir.geojson", "pipe.geojson"):
            self.refuse(4, "import", self.out(name), "--format", "geojson")
        self.refuse(4, "import", self.out("missing"), "--format", "gmns")
        self.assertIn("--format", self.refuse(
            2, "import", self.write("what.xyz", "")))

    def test_targets_that_cannot_be_written(self):
        path = self.geojson(line((60, 40), (61, 40)))
        file = self.write("file", "mine")
        for target in (file, file + "/o", self.out("no/such/folder")):
            self.refuse(4, "import", path, "-o", target)
        self.assertEqual((self.folder / "file").read_text(), "mine")
        self.nothing_left("file", "net.geojson")
        self.refuse(2, "import", path, "-o", "-")

    def test_a_folder_of_another_network(self):
        path = self.geojson(line((60, 40), (61, 40)))
        self.write("o/border.csv", "node_id,into\na,KZ\n")
        self.assertIn("border.csv is of another network", self.refuse(
            4, "import", path, "-o", self.out()))
        self.assertFalse((self.folder / "o/node.csv").exists())

    def test_wrong_usage(self):
        path = self.geojson(line((60, 40), (61, 40)))
        for words in (("--snap", "10"), ("--snap", "-5 m"), ("--snap", "3 h"),
                      ("--column", "x"), ("--column", "=y"),
                      ("--grade", "F"), ("--format", "png")):
            self.refuse(2, "import", path, *words)
        self.refuse(2, "import", path, "-o", path)


class RoundTrip(Import):
    def test_cut_names_and_unknown_columns_of_gmns(self):
        self.write("net/node.csv", "\ufeffnode_id,x_coord,y_coord,zone\n"
                   "1,60,40,5\n2,61,40,\n")
        self.write("net/link.csv", "link_id,from_node_,to_node_id,directed,"
                   "facility_t,lanes,empty\nx,1,2,1,rail,4,\n")
        document = self.document("import", self.out("net"), "-o", self.out())
        self.assertEqual(self.facts(document)["empty-column"]["example"],
                         "empty")
        link, = self.rows(self.out() + "/link.csv")
        self.assertEqual((link["from_node_id"], link["facility_type"],
                          link["lanes"]), ("1", "rail", "4"))
        self.assertEqual(self.rows(self.out() + "/node.csv")[0]["zone"], "5")

    def lengths_in(self, unit_m, config=None):
        """A folder of ten links of 0.1 degree, lengths 1.1 of their lines."""
        self.write("net/node.csv", "node_id,x_coord,y_coord\n" + "".join(
            f"{i},{60 + i / 10},40\n" for i in range(11)))
        self.write("net/link.csv", "link_id,from_node_id,to_node_id,directed,"
                   "length\n" + "".join(
                       f"l{i},{i},{i + 1},0,{1.1 * 8539.0 / unit_m}\n"
                       for i in range(10)))
        if config:
            self.write("net/config.csv", f"long_length\n{config}\n")
        return self.out("net")

    def test_the_unit_of_lengths_is_told_once(self):
        for unit, unit_m, config in (("m", 1, None), ("mi", 1609.344, None),
                                     ("ft", 0.3048, None),
                                     ("nmi", 1852, None), ("ft", 0.3048, "mi"),
                                     ("km", 1000, "mile")):
            net = self.lengths_in(unit_m, config)
            found = [d for d in self.document("check", net)["diagnostics"]
                     if d["code"] in ("length-unit", "length-ratio")]
            self.assertEqual([d["code"] for d in found], ["length-unit"])
            self.assertIn(f"if they are in {unit}", found[0]["message"])
            self.assertIn(f"--length-unit {unit}", found[0]["suggestion"])
            self.expect(0, "import", net, "-o", self.out("o"),
                        "--length-unit", unit)
            self.assertNotIn("length-unit", [
                d["code"] for d in
                self.document("check", self.out("o"))["diagnostics"]])
            route, = self.document("route", self.out("o"), "0", "10")["routes"]
            self.assertAlmostEqual(route["length_km"], 93.929, places=6)

    def test_units_of_features(self):
        path = self.geojson(*POINTS, line((60, 40), (61, 40), length=90000))
        self.expect(0, "import", path, "-o", self.out(), "--length-unit", "m")
        route, = self.document("route", self.out(), "a", "b")["routes"]
        self.assertEqual(route["length_km"], 90)
        self.refuse(2, "import", path, "--length-unit", "parsec")

    def test_gmns_in_another_system(self):
        self.write("net/config.csv", "long_length,crs\nmile,EPSG:3857\n")
        self.write("net/node.csv", "node_id,x_coord,y_coord\n"
                   "1,6679169.4475964,4865942.2795032\n"
                   "2,6790488.9383897,4865942.2795032\n")
        self.write("net/link.csv", "link_id,from_node_id,to_node_id,directed,"
                   "length,geometry\nx,1,2,0,53,\"LINESTRING (6679169.4475964 "
                   "4865942.2795032, 6790488.9383897 4865942.2795032)\"\n")
        self.expect(0, "import", self.out("net"), "-o", self.out(), "--mode",
                    "rail")
        route, = self.document("route", self.out(), "1", "2")["routes"]
        self.assertAlmostEqual(route["length_km"], 85.295232, places=6)
        self.assertAlmostEqual(route["geodesic_km"], 85.39, delta=0.1)

    def test_every_format_gives_the_same_routes(self):
        chain = self.write("chain.yaml", CHAIN)
        self.expect(0, "export", chain, "-o", self.out("first"))
        for form in ("gmns", "geojson", "graphml"):
            folder = self.again(self.out("first"), form, form)
            for by in ("length", "time"):
                wanted = self.document("route", chain, "a", "d", "--by",
                                       "length", "--modes", "road,ferry")
                got = self.document("route", folder, "a", "d", "--by",
                                    "length", "--modes", "road,ferry")
                self.assertEqual(
                    [leg["link"] for leg in wanted["routes"][0]["legs"]
                     if leg["kind"] == "link"],
                    [leg["link"] for leg in got["routes"][0]["legs"]
                     if leg["kind"] == "link"])
            links = {r["link_id"]: r for r in self.rows(folder + "/link.csv")}
            self.assertEqual((links["a-b"]["length"], links["a-b"]["time_h"],
                              links["a-b"]["source"]), ("100", "2", "s"))
            self.assertIn(links["a-b"]["directed"], ("0", "false"))

    def test_tables_of_ours_are_taken_whole(self):
        chain = self.write("chain.yaml", CHAIN)
        self.expect(0, "export", chain, "-o", self.out("first"))
        self.expect(0, "import", self.out("first"), "-o", self.out("second"))
        self.expect(0, "import", self.out("second"), "-o", self.out("third"))
        first, second, third = (self.network(self.out(name)) for name in
                                ("first", "second", "third"))
        self.assertEqual(second, third)
        for table in ("link.csv", "transfer.csv", "border.csv", "service.csv"):
            self.assertEqual(first[table], second[table])

    def test_one_way_links_through_graphml(self):
        path = self.geojson(*POINTS, line((60, 40), (61, 40), link_id="l",
                                          directed=True),
                            line((60, 40), (60.5, 41), (61, 40), link_id="m"))
        self.expect(0, "import", path, "-o", self.out("first"))
        folder = self.again(self.out("first"), "graphml", "second")
        links = {r["link_id"]: r for r in self.rows(folder + "/link.csv")}
        self.assertEqual(set(links), {"l", "m"})
        self.assertEqual(links["l"]["directed"], "true")
        self.assertEqual(links["m"]["directed"], "false")

    def test_lines_cut_at_180_degrees_are_whole_again(self):
        path = self.geojson(line((179, 10), (-179, 12), (-178, 11)))
        self.expect(0, "import", path, "-o", self.out("first"))
        folder = self.again(self.out("first"), "geojson", "second")
        self.assertEqual(self.rows(folder + "/link.csv")[0]["geometry"],
                         "LINESTRING (179 10, -179 12, -178 11)")

    def test_random_networks(self):
        rng = random.Random(7)
        for _ in range(5):
            n = rng.randint(2, 30)
            points = [(round(rng.uniform(-179, 179), 6),
                       round(rng.uniform(-80, 80), 6)) for _ in range(n)]
            features = [line(points[a], points[b], link_id=f"l{i}",
                             length=rng.randint(1, 9000) / 8)
                        for i, (a, b) in enumerate(
                            (rng.randrange(n), rng.randrange(n))
                            for _ in range(2 * n)) if a != b]
            path = self.geojson(*features)
            self.expect(0, "import", path, "-o", self.out("r"), "--mode",
                        "air")
            one = self.document("connectivity", self.out("r"))
            for form in ("gmns", "geojson", "graphml"):
                other = self.document("connectivity",
                                      self.again(self.out("r"), form, form))
                for key in ("nodes", "links", "components", "bridges",
                            "indices"):
                    self.assertEqual(one[key], other[key])

    def test_other_ways_to_write_points(self):
        path = self.write("stops.csv", "stop_id,stop_name,stop_lon,stop_lat\n"
                          "1,One,60,40\n2,Two,61,40\n")
        document = self.document("import", path)
        self.assertEqual((document["places"], document["links"]), (2, 0))
        path = self.write("lines.csv", "id,wkt\n7,\"LINESTRING (60 40, 61 "
                          "40)\"\n8,\"LINESTRING Z (61 40 5, 62 41 6)\"\n")
        document = self.document("import", path, "--mode", "rail")
        self.assertEqual((document["places"], document["links"]), (3, 2))


class Tells(Import):
    def test_people_are_told_what_was_understood(self):
        path = self.geojson(*POINTS, line((60, 40), (61, 40), owner="KTZ"))
        answer = self.expect(0, "import", path, "--mode", "rail")
        for part in ("Links: rail", "owner", "kept, not read",
                     "Every row was used.", "nothing is written"):
            self.assertIn(part, answer.out)
        answer = self.expect(0, "import", path, "-o", self.out())
        self.assertIn("next: corridor check " + self.out(), answer.out)

    def test_sources_that_nobody_describes(self):
        path = self.geojson(*POINTS, line((60, 40), (61, 40), source="s1",
                                          length=85, length_source="s2"))
        document = self.document("import", path, "-o", self.out())
        fact = self.facts(document)["source-undescribed"]
        self.assertEqual((fact["number"], fact["example"]), (2, "s1"))
        self.assertEqual([row["source_id"] for row in
                          self.rows(self.out() + "/source.csv")],
                         ["imported", "s1", "s2"])


if __name__ == "__main__":
    harness.main()
