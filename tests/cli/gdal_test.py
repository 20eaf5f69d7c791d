"""What GDAL reads and writes for the command, held against other readers."""
import csv
import shutil
import sqlite3
import subprocess
import unittest

import harness
from harness import CHAIN

doctor = harness.corridor("doctor", "--json").json
GDAL = {item["name"]: item["good"] for item in doctor["findings"]}["GDAL"]


@unittest.skipUnless(GDAL, "built without libgdal-dev")
class Gdal(harness.Case):
    def export(self, name, *more):
        scenario = self.write("chain.yaml", CHAIN)
        path = str(self.folder / name)
        answer = self.expect(0, "export", scenario, "-o", path, *more)
        return path, answer

    def rows(self, path, question):
        with sqlite3.connect(path) as database:
            return database.execute(question).fetchall()

    def test_geopackage_is_a_sound_database(self):
        path, _ = self.export("chain.gpkg")
        self.assertEqual(self.rows(path, "PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(self.rows(path, "PRAGMA foreign_key_check"), [])
        self.assertEqual(self.rows(path, "PRAGMA application_id"),
                         [(0x47504B47,)])  # "GPKG"

    def test_geopackage_has_names_modes_and_sources(self):
        path, _ = self.export("chain.gpkg")
        self.assertEqual(
            self.rows(path, "SELECT node_id, name, country FROM node"),
            [("a", "Alpha", "CN"), ("b", "Beta", "KZ"), ("c", "Gamma", "KZ"),
             ("d", "Delta", "AZ")])
        self.assertEqual(
            self.rows(path, "SELECT link_id, facility_type, length, typeof("
                            "length), link.source, title FROM link JOIN source "
                            "ON link.source = source_id WHERE link_id = 'a-b'"),
            [("a-b", "rail", 100.0, "real", "s", "A table")])
        self.assertEqual(
            self.rows(path, "SELECT table_name, geometry_type_name, srs_id "
                            "FROM gpkg_geometry_columns ORDER BY 1"),
            [("link", "LINESTRING", 4326), ("node", "POINT", 4326)])
        self.assertEqual(
            self.rows(path, "SELECT f_table_name FROM layer_styles ORDER BY 1"),
            [("link",), ("node",)])

    def test_the_same_network_gives_the_same_bytes(self):
        first, _ = self.export("first.gpkg")
        second, _ = self.export("second.gpkg")
        with open(first, "rb") as one, open(second, "rb") as two:
            self.assertEqual(one.read(), two.read())

    def test_shapefile_says_what_became_of_names(self):
        path, answer = self.export("shapes", "--format", "shapefile")
        self.assertIn("from_node_id is from_node_", answer.err)
        files = {file.name for file in self.folder.joinpath(path).iterdir()}
        for name in ("node", "link"):
            for ending in ("shp", "shx", "dbf", "prj", "cpg"):
                self.assertIn(f"{name}.{ending}", files)

    def test_nothing_is_left_where_it_cannot_be_written(self):
        scenario = self.write("chain.yaml", CHAIN)
        self.refuse(4, "export", scenario, "-o",
                    str(self.folder / "absent" / "chain.gpkg"))
        self.assertEqual([path.name for path in self.folder.iterdir()],
                         ["chain.yaml"])

    def rows_of(self, folder, table):
        path = self.folder / folder / table
        with path.open(newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def again(self, path):
        self.expect(0, "import", path, "-o", str(self.folder / "again"))
        return {row["link_id"]: row for row in self.rows_of("again", "link.csv")}

    def test_geopackage_comes_back(self):
        path, _ = self.export("chain.gpkg")
        links = self.again(path)
        self.assertEqual(set(links), {"a-b", "b-c", "c-d", "a-c-road"})
        link = links["a-b"]
        self.assertEqual((link["from_node_id"], link["to_node_id"]), ("a", "b"))
        self.assertEqual((link["facility_type"], float(link["gauge_mm"]),
                          float(link["length"])), ("rail", 1435, 100))

    def test_shapefiles_come_back(self):
        path, _ = self.export("shapes", "--format", "shapefile")
        links = self.again(path)
        self.assertEqual(set(links), {"a-b", "b-c", "c-d", "a-c-road"})
        self.assertEqual(links["c-d"]["facility_type"], "ferry")

    @unittest.skipUnless(shutil.which("ogr2ogr"), "needs ogr2ogr")
    def test_a_geopackage_in_another_system_is_turned_to_degrees(self):
        path, _ = self.export("chain.gpkg")
        other = str(self.folder / "mercator.gpkg")
        subprocess.run(["ogr2ogr", "-q", "-t_srs", "EPSG:3857", other, path,
                        "link", "node"], check=True)
        self.again(other)
        node, = (row for row in self.rows_of("again", "node.csv")
                 if row["node_id"] == "a")
        self.assertAlmostEqual(float(node["x_coord"]), 60, places=6)
        self.assertAlmostEqual(float(node["y_coord"]), 40, places=6)

    OSM = """\
<osm version="0.6">
  <node id="1" version="1" lat="40" lon="60"/>
  <node id="2" version="1" lat="40" lon="61"/>
  <way id="7" version="1"><nd ref="1"/><nd ref="2"/>
    <tag k="railway" v="rail"/><tag k="gauge" v="1520"/></way>
</osm>
"""

    def one_railway(self, path):
        link, = self.again(path).values()
        self.assertEqual(link["facility_type"], "rail")
        self.assertEqual(float(link["gauge_mm"]), 1520)

    def test_openstreetmap_in_xml(self):
        self.one_railway(self.write("one.osm", self.OSM))

    @unittest.skipUnless(shutil.which("osmium"), "needs osmium")
    def test_openstreetmap_in_its_binary_form(self):
        path = str(self.folder / "one.osm.pbf")
        subprocess.run(["osmium", "cat", self.write("one.osm", self.OSM), "-o",
                        path], check=True, stderr=subprocess.DEVNULL)
        self.one_railway(path)


if __name__ == "__main__":
    unittest.main()
