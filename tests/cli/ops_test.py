"""What-ifs: scenarios that edit the one they extend."""
import itertools
import json
import pathlib
import unittest

import harness
from harness import CHAIN

HEAD = "corridor: 1\ntitle: What if\nextends: %s\nops:\n"


class Ops(harness.Case):
    def setUp(self):
        super().setUp()
        self.base = self.write("chain.yaml", CHAIN)

    def overlay(self, name, *ops, extends="chain.yaml"):
        lines = "".join(f"  - {{{op}}}\n" for op in ops)
        return self.write(name, HEAD % extends + lines)

    def run_json(self, scenario, *words):
        """The document of a run, be there routes or none."""
        answer = harness.corridor("run", scenario, "--json", *words)
        self.assertIn(answer.status, (0, 1), answer.err)
        return answer.json

    def corridors(self, scenario, *words):
        """The bytes of a run, but for what names the scenario."""
        document = self.run_json(scenario, *words)
        for key in ("scenario", "files"):
            document.pop(key, None)
        return json.dumps(document)

    def rail(self, scenario, *words):
        return self.run_json(scenario, *words)["corridors"][0]

    def test_the_base_stays_as_it_is(self):
        before = pathlib.Path(self.base).read_bytes()
        what_if = self.overlay("o.yaml", "op: remove, link: c-d")
        self.assertEqual(self.rail(what_if)["legs"], [])
        self.assertEqual(self.rail(self.base)["time_h"], 139)
        self.assertEqual(pathlib.Path(self.base).read_bytes(), before)

    def test_ops_change_the_ledger(self):
        what_if = self.overlay(
            "o.yaml",
            "op: set, border: {at: b, into: KZ, mode: rail}, "
            "time: {was: 78 h, to: 39 h}",
            "op: scale, where: {mode: ferry}, time: 1.5, source: s")
        rail = self.rail(what_if)
        self.assertEqual(rail["time_h"], 139 - 39 + 5)
        sources = {leg["kind"] + leg["mode"]: leg["sources"]
                   for leg in rail["legs"]}
        self.assertIn("assumed", json.dumps(sources["borderrail"]))
        self.assertNotIn("assumed", json.dumps(sources["linkferry"]))

    def test_scaling_every_time_scales_the_total(self):
        ops = [f"op: scale, {what}, time: 2" for what in
               ("where: {}", "border: {}", "transfer: {}")]
        ops.append("op: scale, service: feeder, headway: 2")
        for corridor, double in zip(
                self.document("run", self.base)["corridors"],
                self.document("run", self.overlay("o.yaml", *ops))[
                    "corridors"]):
            self.assertEqual(double["time_h"], 2 * corridor["time_h"])
            self.assertEqual(double["cost_usd"], corridor["cost_usd"])

    def test_undone_it_runs_to_the_same_bytes(self):
        pairs = (
            ("op: set, link: c-d, time: 30 h", "op: set, link: c-d, time: 10 h"),
            ("op: close, link: c-d", "op: open, link: c-d"),
            ("op: add-link, id: x, from: a, to: d, mode: road, time: 1 h, "
             "source: s", "op: remove, link: x"),
            ("op: scale, border: {}, time: 0.5", "op: scale, border: {}, time: 2"),
        )
        expected = self.corridors(self.base)
        for done, undone in pairs:
            one = self.overlay("one.yaml", done)
            self.assertNotEqual(self.corridors(one), expected, done)
            self.assertEqual(
                self.corridors(self.overlay("both.yaml", done, undone)),
                expected, undone)
            above = self.overlay("above.yaml", undone, extends="one.yaml")
            self.assertEqual(self.corridors(above), expected, undone)

    def test_overlays_commute_where_they_touch_different_things(self):
        edits = (
            "op: set, link: c-d, time: {was: 10 h, to: 30 h}",
            "op: scale, border: {at: b}, time: 0.5",
            "op: set, service: feeder, headway: {was: 36 h, to: 12 h}",
            "op: close, link: a-c-road",
        )
        for one, other in itertools.combinations(edits, 2):
            runs = []
            for first, second in ((one, other), (other, one)):
                self.overlay("first.yaml", first)
                runs.append(self.corridors(self.overlay(
                    "second.yaml", second, extends="first.yaml")))
            self.assertEqual(*runs)

    def test_overlays_of_the_same_thing_conflict(self):
        self.overlay("first.yaml",
                     "op: set, link: c-d, time: {was: 10 h, to: 30 h}")
        second = self.overlay(
            "second.yaml", "op: set, link: c-d, time: {was: 10 h, to: 20 h}",
            extends="first.yaml")
        errors = self.refuse(3, "run", second)
        self.assertIn("second.yaml:5:38: error: the time of the link 'c-d' is "
                      "30 h instead of 10 h", errors)
        self.assertIn("first.yaml:5:48 states it", errors)

    def test_a_changed_base_fails_loudly(self):
        what_if = self.overlay(
            "o.yaml", "op: set, border: {at: b}, time: {was: 78 h, to: 39 h}")
        self.expect(0, "check", what_if)
        self.write("chain.yaml", CHAIN.replace("time: 78 h", "time: 60 h"))
        answer = self.expect(1, "check", what_if)
        self.assertIn("is 60 h instead of 78 h", answer.out)

    def test_dates_move_with_as_of(self):
        what_if = self.overlay(
            "o.yaml", "op: close, link: c-d, from: 2027-02-01, for: 30 d",
            "op: open, link: a-c-road, on: 2030-07-01")
        for day, rail, road in (("2027-01-31", True, False),
                                ("2027-02-01", False, False),
                                ("2027-03-02", False, False),
                                ("2027-03-03", True, False),
                                ("2030-07-01", True, True)):
            run = self.run_json(what_if, "--as-of", day)
            self.assertEqual([bool(c["legs"]) for c in run["corridors"]],
                             [rail, road], day)
        answer = self.corridors(what_if, "--as-of", "2027-02-01")
        self.assertIn("is closed until 2027-03-03", answer)

    def test_compare_says_what_ops_did(self):
        what_if = self.overlay(
            "o.yaml",
            "op: set, border: {at: b, into: KZ, mode: rail}, time: 39 h",
            "op: add-place, id: e, lon: 64, lat: 40, country: AZ, source: s",
            "op: add-link, id: d-e, from: d, to: e, mode: rail, "
            "opens: 2030-07-01, source: s",
            "op: add-link, id: e-d, from: e, to: d, mode: rail, "
            "opens: 2030-07-01, source: s",
            "op: close, link: a-c-road, from: 2027-02-01, for: 30 d",
            "op: scale, where: {mode: rail, links: [a-b, b-c]}, time: 1.5")
        changes = self.document("compare", self.base, what_if)["changes"]
        self.assertEqual(changes, [
            "place e is added",
            "2 links are added: d-e, e-d",
            "2 rail links: opens 2030-07-01 (d-e, e-d)",
            "2 rail links: time × 1.5 (a-b, b-c)",
            "link a-c-road: is closed from 2027-02-01 and open again on "
            "2027-03-03",
            "border at b into KZ by rail: time 78 h → 39 h (halved)",
        ])


class Shipped(harness.Case):
    """The what-ifs that come with the program."""

    def test_they_are_without_complaint_and_say_what_they_change(self):
        scenarios = harness.SOURCE_ROOT / "scenarios"
        base = str(scenarios / "trans-caspian.yaml")
        for name, change in (
                ("border-halved.yaml",
                 "border at altynkol into KZ by rail: time 78 h → 39 h "
                 "(halved)"),
                ("kuryk-closed.yaml",
                 "link kuryk-alat: is closed from 2027-02-01 and open again "
                 "on 2027-03-03")):
            what_if = str(scenarios / name)
            answer = self.expect(0, "check", what_if)
            self.assertIn("0 errors, 0 warnings", answer.out)
            self.assertIn(change, self.document("compare", base, what_if)[
                "changes"])

    def test_half_a_border_saves_its_hours(self):
        scenarios = harness.SOURCE_ROOT / "scenarios"
        main, = [c for c in self.document(
            "compare", str(scenarios / "trans-caspian.yaml"),
            str(scenarios / "border-halved.yaml"),
            "--corridors", "main")["corridors"]]
        time, = [m for m in main["metrics"] if m["name"] == "time_h"]
        self.assertAlmostEqual(time["delta"][1], -39)

    def test_kuryk_closed_is_only_closed_for_its_days(self):
        what_if = str(harness.SOURCE_ROOT / "scenarios/kuryk-closed.yaml")
        for day, usable in (("2027-01-31", True), ("2027-02-01", False),
                            ("2027-03-03", True)):
            run = self.document("run", what_if, "--as-of", day)
            found, = [c for c in run["corridors"] if c["id"] == "via-kuryk"]
            self.assertEqual(bool(found["legs"]), usable, day)


if __name__ == "__main__":
    unittest.main()
