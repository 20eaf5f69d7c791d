"""The scenario of the Shanghai Cooperation Organisation: its claims, and the
areas they rest on, held against a second way to measure them."""
import json
import math
import unittest

import harness

SCENARIO = harness.SOURCE_ROOT / "scenarios/sco.yaml"
WORLD = harness.SOURCE_ROOT / "maps/world-50m.topojson"
MEMBERS = {"CN", "RU", "KZ", "KG", "TJ", "UZ", "IN", "PK", "IR", "BY"}

AXIS_M, FLATTENING = 6378137.0, 1 / 298.257223563  # WGS84
E2 = FLATTENING * (2 - FLATTENING)
E = math.sqrt(E2)


def zone_m2(lat):
    """From the equator to a latitude, over one radian of longitude: Snyder
    (1987), Map Projections, USGS PP 1395, (3-12)."""
    s = math.sin(math.radians(lat))
    return (AXIS_M**2 * (1 - E2) / 2
            * (s / (1 - E2 * s * s) + math.atanh(E * s) / E))


def ring_m2(ring):
    """What lies between each side and the equator, by Simpson's rule."""
    total = 0.0
    for (lon, lat), (to, last) in zip(ring, ring[1:]):
        width = (to - lon + 540) % 360 - 180
        total += math.radians(width) / 6 * (
            zone_m2(lat) + 4 * zone_m2((lat + last) / 2) + zone_m2(last))
    return abs(total)


class Topology:
    def __init__(self, path):
        self.data = json.loads(path.read_text())
        scale = self.data["transform"]["scale"]
        translate = self.data["transform"]["translate"]
        self.arcs = []
        for arc in self.data["arcs"]:
            x = y = 0
            points = []
            for dx, dy in arc:
                x, y = x + dx, y + dy
                points.append((x * scale[0] + translate[0],
                               y * scale[1] + translate[1]))
            self.arcs.append(points)

    def ring(self, refs):
        points = []
        for ref in refs:
            arc = self.arcs[ref] if ref >= 0 else self.arcs[~ref][::-1]
            points += arc if not points else arc[1:]
        return points

    def area_m2(self, codes):
        total = 0.0
        for shape in self.data["objects"]["countries"]["geometries"]:
            if codes and shape.get("properties", {}).get("iso") not in codes:
                continue
            polygons = (shape["arcs"] if shape["type"] == "MultiPolygon"
                        else [shape["arcs"]])
            for outer, *holes in polygons:
                total += ring_m2(self.ring(outer))
                total -= sum(ring_m2(self.ring(hole)) for hole in holes)
        return total


class Sco(harness.Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.topology = Topology(WORLD)
        cls.answer = None

    def setUp(self):
        super().setUp()
        if self.answer is None:
            type(self).answer = self.document("run", str(SCENARIO))
        self.claims = {claim["id"]: claim for claim in self.answer["claims"]}

    def test_verdicts(self):
        wanted = {
            "sco-60-of-eurasia": "true",
            "sco-65-of-eurasia": "false",
            "sco-24-of-land": "only-if",
            "sco-quarter-of-land": "only-if",
            "sco-42-of-people": "true",
            "sco-43-of-people": "false",
            "sco-almost-half": "only-if",
            "sco-more-than-half": "false",
        }
        for claim, verdict in wanted.items():
            self.assertEqual(self.claims[claim]["verdict"], verdict, claim)

    def test_areas(self):
        sco_m2 = self.topology.area_m2(MEMBERS)
        cases = self.claims["sco-24-of-land"]["cases"]
        self.assertAlmostEqual(cases[0]["value"], 100 * sco_m2 / 148.94e12, 3)
        self.assertAlmostEqual(
            cases[1]["value"], 100 * sco_m2 / self.topology.area_m2(None), 3)

    def test_people(self):
        """China 1,419.3 million and so on, of 8,162.0."""
        people = (1419321278 + 1450935791 + 251269164 + 144820423 + 91567738
                  + 36361859 + 20592571 + 10590927 + 7186009 + 9056696)
        self.assertAlmostEqual(self.claims["sco-42-of-people"]["value"],
                               100 * people / 8161972572, 9)

    def test_corridors_say_how_far_they_run_through_members(self):
        shares = {corridor["id"]: {g["group"]: g["share"]
                                   for g in corridor["groups"]}
                  for corridor in self.answer["corridors"]}
        self.assertGreater(shares["northern"]["sco"], 0.8)
        self.assertLess(shares["trans-caspian"]["sco"],
                        shares["northern"]["sco"])
        self.assertAlmostEqual(shares["northern"]["eurasia"], 1, 9)
        self.assertNotIn("eurasia-mainland", shares["northern"])


if __name__ == "__main__":
    unittest.main()
