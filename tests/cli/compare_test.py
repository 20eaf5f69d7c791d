"""corridor compare: side by side, with differences."""
import unittest

import harness
from harness import CHAIN

SLOWER = CHAIN.replace("time: 10 h", "time: 30 h")


def metrics(item):
    """Name of a metric -> (values, delta)."""
    return {m["name"]: (m["values"], m["delta"]) for m in item["metrics"]}


class Compare(harness.Case):
    def setUp(self):
        super().setUp()
        self.one = self.write("one.yaml", CHAIN)
        self.two = self.write("two.yaml", SLOWER)

    def test_corridors_of_one_scenario(self):
        answer = self.document("compare", self.one)
        self.assertEqual(list(answer), ["schema", "scenarios", "changes",
                                        "corridors"])
        self.assertEqual(answer["schema"], "corridor/compare/1")
        self.assertEqual(len(answer["scenarios"]), 1)
        self.assertEqual(answer["changes"], [])
        rail, road = answer["corridors"]
        self.assertEqual((rail["id"], road["id"]), ("by-rail", "by-road"))
        self.assertEqual(metrics(rail)["length_km"], ([310], [0]))
        self.assertEqual(metrics(road)["length_km"], ([320], [10]))
        self.assertEqual(metrics(road)["time_h"], ([73], [73 - 139]))

    def test_two_scenarios(self):
        answer = self.document("compare", self.one, self.two)
        self.assertEqual(len(answer["scenarios"]), 2)
        self.assertTrue(any("c-d" in s or "Gamma" in s
                            for s in answer["changes"]), answer["changes"])
        for item in answer["corridors"]:
            self.assertEqual(metrics(item)["length_km"][1], [0, 0])
            self.assertEqual(metrics(item)["time_h"][1], [0, 20])
            for metric in item["metrics"]:
                self.assertEqual(list(metric), ["name", "unit", "values",
                                                "delta"])

    def test_named_corridors(self):
        answer = self.document("compare", self.one, self.two, "--corridors",
                               "by-road")
        self.assertEqual([c["id"] for c in answer["corridors"]], ["by-road"])
        self.assertIn("'by-road'", self.refuse(
            2, "compare", self.one, "--corridors", "by-raod"))

    def test_best_routes_of_a_pair(self):
        answer = self.document("compare", self.one, self.two, "--from", "a",
                               "--to", "d")
        item, = answer["corridors"]
        self.assertEqual(metrics(item)["time_h"], ([73, 93], [0, 20]))
        self.refuse(2, "compare", self.one, "--from", "a")

    def test_what_is_missing_is_null(self):
        less = self.write("less.yaml", CHAIN.split("  by-road:")[0])
        answer = self.document("compare", self.one, less)
        road = metrics(answer["corridors"][1])
        self.assertEqual(road["length_km"], ([320, None], [0, None]))
        answer = self.expect(0, "compare", self.one, less)
        self.assertIn(f"No route in {less}: there is no such corridor.",
                      answer.out)

    def test_a_place_that_one_scenario_lacks(self):
        more = self.write("more.yaml", CHAIN.replace("places:\n", (
            "places:\n  e: {name: Epsilon, lon: 64, lat: 40}\n")).replace(
                "links:\n", ("links:\n  - {id: d-e, from: d, to: e, "
                             "mode: ferry, length: 90 km, time: 1 h}\n")))
        item, = self.document("compare", self.one, more, "--from", "c",
                              "--to", "e")["corridors"]
        self.assertEqual(metrics(item)["length_km"],
                         ([None, 210], [None, None]))
        self.refuse(2, "compare", self.one, more, "--from", "c", "--to", "f")

    def test_same_scenario_twice(self):
        answer = self.document("compare", self.one, self.one)
        self.assertEqual(answer["changes"], [])
        for item in answer["corridors"]:
            for metric in item["metrics"]:
                self.assertEqual(metric["values"][0], metric["values"][1])

    def test_table(self):
        answer = self.expect(0, "compare", self.one, self.two)
        self.assertIn("93.0 (+20.0)", answer.out)
        self.assertLess(answer.out.index("What changes"),
                        answer.out.index("Metric"))
        self.assertTrue(answer.out.splitlines()[-1].startswith(
            "Next: corridor "))


if __name__ == "__main__":
    unittest.main()
