"""corridor doctor: what this installation is made of."""
import unittest

import harness


class Doctor(harness.Case):
    def test_gdal_is_optional(self):
        answer = self.document("doctor")
        found = {item["name"]: item for item in answer["findings"]}
        if found["GDAL"]["good"]:
            self.assertRegex(found["GDAL"]["detail"], r"\A\d+\.\d+")
        else:
            self.assertIn("libgdal-dev", found["GDAL"]["detail"])
        self.assertIs(answer["good"], True)

    def test_everything_is_here(self):
        answer = self.expect(0, "doctor")
        for name in ("libcorridor", "GEOS", "PROJ", "cairo", "Pango",
                     "libyaml", "jansson", "data folder", "Georgian",
                     "Chinese"):
            self.assertIn(name, answer.out)
        self.assertTrue(answer.out.splitlines()[-1].startswith(
            "Next: corridor "))

    def test_json(self):
        answer = self.document("doctor")
        self.assertEqual(answer["schema"], "corridor/doctor/1")
        self.assertIs(answer["good"], True)
        found = {item["name"]: item["detail"] for item in answer["findings"]}
        self.assertEqual(found["corridor"], found["libcorridor"])
        self.assertRegex(found["PROJ"], r"\d+\.\d+")
        self.assertEqual(found["data folder"], str(harness.SOURCE_ROOT))

    def test_without_fonts(self):
        config = self.write("fonts.conf", (
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
            f"<fontconfig><cachedir>{self.folder}</cachedir></fontconfig>"))
        self.expect(1, "doctor", environment={"FONTCONFIG_FILE": config})


if __name__ == "__main__":
    unittest.main()
