"""PROJ and GEOS are loaded when they are used, and missed only then."""
import os
import subprocess
import unittest

import harness
from harness import TWO_PORTS


class Loaded(harness.Case):
    def setUp(self):
        super().setUp()
        self.two = self.write("two.yaml", TWO_PORTS)

    def without(self, *names):
        """An environment where these libraries are files of no use."""
        for name in names:
            self.write(os.environ[name], "")
        return {"LD_LIBRARY_PATH": str(self.folder)}

    def test_none_is_linked(self):
        linked = subprocess.run(["ldd", harness.PROGRAM], check=True,
                                capture_output=True, text=True).stdout
        self.assertIn("libcorridor", linked)
        self.assertNotIn("libproj", linked)
        self.assertNotIn("libgeos", linked)

    def test_maps_in_a_conic_need_none(self):
        made = self.folder / "a.svg"
        self.expect(0, "map", self.two, "-o", str(made),
                    environment=self.without("LIBPROJ", "LIBGEOS"))
        self.assertTrue(made.exists())

    def test_other_projections_need_proj(self):
        made = self.folder / "a.svg"
        said = self.refuse(4, "map", self.two, "-o", str(made), "--proj",
                           "+proj=merc", environment=self.without("LIBPROJ"))
        self.assertIn("needs PROJ", said)
        self.assertIn("libproj-dev", said)
        self.assertIn(os.environ["LIBPROJ"], said)

    def test_land_and_water_need_geos(self):
        said = self.refuse(4, "check", self.two,
                           environment=self.without("LIBGEOS"))
        self.assertIn("needs GEOS", said)
        self.assertIn("libgeos-dev", said)

    def test_doctor_misses_them(self):
        answer = self.expect(1, "doctor", "--json",
                             environment=self.without("LIBPROJ", "LIBGEOS"))
        found = {item["name"]: item for item in answer.json["findings"]}
        for name, package in ("PROJ", "libproj-dev"), ("GEOS", "libgeos-dev"):
            self.assertIs(found[name]["good"], False)
            self.assertIn(package, found[name]["detail"])


if __name__ == "__main__":
    unittest.main()
