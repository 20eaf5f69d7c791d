"""What GDAL reads and writes for the command, held against other readers."""
import sqlite3
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


if __name__ == "__main__":
    unittest.main()
