"""corridor route: best ways, held against sums made by hand."""
import unittest

import harness
from harness import CHAIN, TWO_PORTS

CORRIDOR_KEYS = ["length_km", "geodesic_km", "time_h", "cost_usd", "co2e_kg",
                 "borders", "transfers", "gauge_changes", "legs", "countries",
                 "reason"]
LEG_KEYS = ["kind", "link", "from", "to", "mode", "length_km", "time_h",
            "cost_usd", "co2e_kg", "sources"]


class Route(harness.Case):
    def setUp(self):
        super().setUp()
        self.two = self.write("two.yaml", TWO_PORTS)
        self.chain = self.write("chain.yaml", CHAIN)

    def route(self, *words, **more):
        return self.document("route", *words, **more)

    def test_circuity(self):
        path = self.write("bent.yaml", TWO_PORTS.replace("length: 468 km, ", "")
                          + "defaults: {ferry: {circuity: 1.5}}\n")
        best, = self.route(path, "aktau", "alat")["routes"]
        self.assertAlmostEqual(best["length_km"], 1.5 * best["geodesic_km"])
        leg, = best["legs"]
        self.assertEqual(leg["basis"]["length_km"], "circuity")
        stated, = self.route(self.write("stated.yaml", TWO_PORTS +
                                        "defaults: {ferry: {circuity: 1.5}}\n"),
                             "aktau", "alat")["routes"]
        self.assertEqual(stated["length_km"], 468)

    def test_two_ports(self):
        answer = self.route(self.two, "aktau", "alat")
        self.assertEqual(list(answer)[:5],
                         ["schema", "from", "to", "by", "modes"])
        self.assertEqual((answer["schema"], answer["from"], answer["to"],
                          answer["by"]),
                         ("corridor/route/1", "aktau", "alat", "time"))
        self.assertIsNone(answer["reason"])
        best, = answer["routes"]
        self.assertEqual(best["rank"], 1)
        for key in CORRIDOR_KEYS:
            self.assertIn(key, best)
        self.assertEqual((best["length_km"], best["time_h"]), (468, 22))
        self.assertIsNone(best["cost_usd"])
        self.assertIsNone(best["co2e_kg"])
        self.assertEqual((best["borders"], best["transfers"],
                          best["gauge_changes"]), (1, 0, 0))
        leg, = best["legs"]
        for key in LEG_KEYS:
            self.assertIn(key, leg)
        self.assertEqual((leg["kind"], leg["link"], leg["from"], leg["to"],
                          leg["mode"], leg["sources"]),
                         ("link", "aktau-alat", "aktau", "alat", "ferry",
                          ["port-2025"]))
        self.assertEqual([(c["country"], c["length_km"], c["time_h"])
                          for c in best["countries"]],
                         [("KZ", 234, 11), ("AZ", 234, 11)])

    def test_back_and_by_name(self):
        back = self.route(self.two, "Alat", "Aktau")
        self.assertEqual((back["from"], back["to"]), ("alat", "aktau"))
        self.assertEqual(back["routes"][0]["length_km"], 468)

    def test_every_kind_of_leg(self):
        best, = self.route(self.chain, "a", "d", "--modes",
                           "rail,ferry")["routes"]
        self.assertEqual(
            [(leg["kind"], leg["link"], leg["time_h"])
             for leg in best["legs"] if leg["kind"] in ("link", "border")],
            [("link", "a-b", 2), ("border", None, 78), ("link", "b-c", 3),
             ("link", "c-d", 10)])
        self.assertEqual(sorted((leg["kind"], leg["time_h"])
                                for leg in best["legs"]),
                         [("border", 78), ("link", 2), ("link", 3),
                          ("link", 10), ("transfer", 8), ("transfer", 20),
                          ("wait", 18)])
        self.assertEqual(best["time_h"], 139)
        self.assertEqual(best["cost_usd"], 50 + 215 + 329 + 40 + 150 + 70)
        self.assertEqual(best["length_km"], 310)
        self.assertIsNone(best["co2e_kg"])
        self.assertEqual((best["borders"], best["transfers"],
                          best["gauge_changes"]), (2, 2, 1))
        self.assertEqual([(c["country"], c["length_km"])
                          for c in best["countries"]],
                         [("CN", 50), ("KZ", 200), ("AZ", 60)])

    def test_totals_are_the_sums_of_their_legs(self):
        for words in (("a", "d"), ("a", "d", "-k", "5", "--by", "length"),
                      ("a", "d", "--modes", "rail,ferry")):
            for route in self.route(self.chain, *words)["routes"]:
                for key in ("length_km", "time_h", "cost_usd"):
                    total = 0.0
                    for leg in route["legs"]:
                        total += leg[key]
                    self.assertEqual(route[key], total)

    def test_by_each_measure(self):
        for by, total in (("time", 73), ("cost", 480)):
            answer = self.route(self.chain, "a", "d", "--by", by)
            self.assertEqual(answer["by"], by)
            key = {"time": "time_h", "cost": "cost_usd"}[by]
            self.assertEqual(answer["routes"][0][key], total)
        best = self.route(self.chain, "a", "d", "--by", "length")["routes"][0]
        self.assertEqual(best["length_km"], 310)
        answer = self.route(self.chain, "a", "d", "--by", "co2e", status=1)
        self.assertEqual(answer["routes"], [])
        self.assertTrue(answer["reason"])

    def test_k_best(self):
        routes = self.route(self.chain, "a", "d", "-k", "9", "--by",
                            "length")["routes"]
        self.assertEqual([(r["rank"], r["length_km"]) for r in routes],
                         [(1, 310), (2, 320)])
        text = self.expect(0, "route", self.chain, "a", "d", "-k2").out
        ranks = text.split("Rank")[1].split("\n\n")[0].splitlines()[1:]
        self.assertEqual([row.split()[0] for row in ranks], ["1", "2"])
        self.assertTrue(ranks[0].endswith("  Gamma"))
        self.assertTrue(ranks[1].endswith("  but over Beta"))
        for bad in ("0", "-1", "x", "1.5"):
            self.refuse(2, "route", self.chain, "a", "d", "-k", bad)

    def test_routes_that_differ(self):
        """Both end with the same 120 of 310 km, 38.7 %."""
        words = ("route", self.chain, "a", "d")
        plain = self.document(*words, "-k", "3")
        self.assertNotIn("distinct", plain)
        self.assertNotIn("most_shared", plain["routes"][0])
        apart = self.document(*words, "--distinct", "0.3")
        self.assertEqual((apart["distinct"], len(apart["routes"])), (0.3, 1))
        self.assertIn("distinct-fewer",
                      [n["code"] for n in apart["routes"][0]["notes"]])
        both = self.document(*words, "--distinct", "0.39", "-k", "2")
        self.assertEqual([r["length_km"] for r in both["routes"]],
                         [r["length_km"] for r in plain["routes"]])
        self.assertIsNone(both["routes"][0]["most_shared"])
        self.assertAlmostEqual(both["routes"][1]["most_shared"], 120 / 310)
        whole = self.document(*words, "--distinct", "1")
        self.assertEqual([r["legs"] for r in whole["routes"]],
                         [r["legs"] for r in plain["routes"]])
        for share in ("-0.1", "1.5", "half", "nan"):
            self.refuse(2, *words, "--distinct", share)

    def test_filters(self):
        self.assertEqual(self.route(self.chain, "a", "d", "--via",
                                    "b")["routes"][0]["time_h"], 139)
        for avoid in ("road", "Beta", "b"):
            routes = self.route(self.chain, "a", "d", "-k", "5", "--avoid",
                                avoid)["routes"]
            self.assertEqual(len(routes), 1, avoid)
        answer = self.route(self.chain, "a", "d", "--avoid", "KZ", status=1)
        self.assertEqual(answer["routes"], [])

    def test_modes_of_the_cargo(self):
        path = self.write("cargo.yaml", CHAIN + "cargo: {modes: [rail, ferry]}")
        answer = self.route(path, "a", "d")
        self.assertEqual(answer["modes"], ["rail", "ferry"])
        best, = answer["routes"]
        self.assertEqual(best["time_h"], 139)
        self.assertEqual([note["code"] for note in best["notes"]],
                         ["cargo-modes"])
        self.assertIn("by road, which the cargo may not use",
                      self.expect(0, "route", path, "a", "d").out)
        asked = self.route(path, "a", "d", "--modes", "road,ferry")
        self.assertEqual((asked["modes"], asked["routes"][0]["time_h"]),
                         (["road", "ferry"], 73))
        corridors = {c["id"]: c for c in
                     self.document("run", path)["corridors"]}
        self.assertEqual(corridors["by-road"]["time_h"], 73)
        self.assertIsNone(self.route(self.chain, "a", "d")["modes"])
        changes = self.document("compare", self.chain, path)["changes"]
        self.assertIn("the cargo may use rail, ferry, before every mode",
                      changes)

    def test_modes_of_the_cargo_are_lifted_by_an_overlay(self):
        self.write("cargo.yaml", CHAIN + "cargo: {modes: [rail, ferry]}")
        path = self.write("over.yaml", "corridor: 1\nextends: cargo.yaml\n"
                          "cargo: {modes: []}\n")
        self.assertEqual(self.route(path, "a", "d")["routes"][0]["time_h"], 73)

    def test_an_end_cannot_be_avoided(self):
        self.refuse(2, "route", self.two, "aktau", "alat", "--avoid", "alat")

    def test_same_place(self):
        best, = self.route(self.two, "aktau", "aktau")["routes"]
        self.assertEqual((best["length_km"], best["legs"]), (0, []))

    def test_no_route(self):
        answer = self.expect(1, "route", self.chain, "a", "d", "--modes",
                             "rail")
        self.assertEqual(answer.out, "")
        self.assertIn("no route", answer.err)
        document = self.route(self.chain, "a", "d", "--modes", "rail",
                              status=1)
        self.assertEqual(document["routes"], [])
        self.assertIsInstance(document["reason"], str)

    def test_gauges_meet_without_a_transfer(self):
        kept = [line for line in CHAIN.splitlines()
                if "break-of-gauge" not in line]
        path = self.write("broken.yaml", "\n".join(kept))
        answer = self.route(path, "a", "d", "--modes", "rail,ferry", status=1)
        self.assertEqual(answer["routes"], [])
        self.assertIn("lacks a transfer at b", answer["reason"])
        self.assertIn("warning:", self.expect(0, "check", path).out)

    def test_unknown_names_offer_the_nearest(self):
        self.assertIn("'aktau'", self.refuse(2, "route", self.two, "aktua",
                                             "alat"))
        self.assertIn("'ferry'", self.refuse(2, "route", self.two, "aktau",
                                             "alat", "--modes", "fery"))
        self.assertIn("'road'", self.refuse(2, "route", self.chain, "a", "d",
                                            "--avoid", "rod"))
        self.refuse(2, "route", self.two, "aktau", "alat", "--via", "nowhere")
        self.refuse(2, "route", self.two, "aktau", "alat", "--by", "beauty")

    def test_what_comes_later_says_so(self):
        for words in (("--pareto", "time,cost"), ("--depart", "2026-11-01")):
            self.assertIn("yet", self.refuse(2, "route", self.two, "aktau",
                                             "alat", *words))

    def test_as_of(self):
        path = self.write("opens.yaml", CHAIN.replace(
            "id: a-c-road,", "id: a-c-road, opens: 2030-07-01,").replace(
                "corridor: 1", "corridor: 1\nas_of: 2026-11-01"))
        today = self.route(path, "a", "d")["routes"][0]
        later = self.route(path, "a", "d", "--as-of", "2031-01-01")["routes"][0]
        self.assertEqual((today["time_h"], later["time_h"]), (139, 73))

    def test_stops_that_need_what_is_not_open(self):
        path = self.write("stops.yaml", """\
corridor: 1
title: Stops
as_of: 2026-01-01
places:
  a: {lon: 60, lat: 40}
  b: {lon: 61, lat: 40}
  c: {lon: 62, lat: 40}
  d: {lon: 62, lat: 41}
links:
  - {id: ab, from: a, to: b, mode: road}
  - {id: bc, from: b, to: c, mode: road}
  - {id: bd, from: b, to: d, mode: road}
  - {id: cd, from: c, to: d, mode: road, opens: 2026-06-01}
""")
        words = ("route", path, "a", "d", "--via", "c")
        self.assertIn("needs cd, which opens 2026-06-01",
                      self.refuse(1, *words))
        self.expect(0, *words, "--as-of", "2026-06-01")
        self.assertIn("visits a place twice", self.refuse(
            1, "route", path, "a", "b", "--via", "c", "--avoid", "d"))

    def test_table(self):
        answer = self.expect(0, "route", self.chain, "a", "d", "--modes",
                             "rail,ferry")
        lines = answer.out.splitlines()
        self.assertIn("best by time", lines[0])
        for unit in ("km", "h", "USD", "kg CO2e"):
            self.assertIn(unit, answer.out.split("Total")[0])
        total, = [line for line in lines if line.startswith("Total")]
        self.assertEqual(total.split()[1::2], ["310.0", "139.0", "-"])
        self.assertIn("[1] A table (2024), grade A", answer.out)
        self.assertIn("CO2e is not known for 3 of 7 legs", answer.out)
        self.assertTrue(lines[-1].startswith("Next: corridor "))

    def test_a_single_leg_is_no_legs(self):
        path = self.write("s.yaml", harness.TWO_PORTS)
        answer = self.expect(0, "route", path, "aktau", "alat")
        self.assertIn("CO2e is not known for 1 of 1 leg,", answer.out)
        answer = self.expect(1, "route", path, "aktau", "alat", "--by", "co2e")
        self.assertIn("is of known CO2e;", answer.err)


if __name__ == "__main__":
    unittest.main()
