#!/usr/bin/env python3
"""Lint the network tables that ship in scenarios/.

    tools/check_scenarios.py [FOLDER...]

The folders are read as one network. Without any, each network that scenarios/
has is read: that of Eurasia, and that of East Africa.

Reports what a reader of the map or the ledger would stumble over: broken
references, values without a source, lines that jump, lengths that cannot be,
changes of mode or gauge that no transfer allows, borders that charge nothing.
Exit status 1 when there is an error; warnings alone leave it 0.
"""
import csv
import math
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

AXIS_M = 6378137.0  # WGS84
FLATTENING = 1 / 298.257223563
MAX_SEGMENT_KM = {"rail": 300.0, "road": 300.0}
LONG_SEGMENT_KM = 160.0
MAX_CROSSING_KM = 80.0
MIN_RATIO, MAX_RATIO = 1.0, 1.60  # length over geodesic of the geometry
ROUNDING_KM, ROUNDING_SHARE = 2.08, 0.03  # as model/check_lengths.c says why
MODES = {"rail", "road", "ferry", "sea", "inland-waterway", "air", "pipeline"}
CARGO_MODES = {"rail", "road", "ferry", "sea", "inland-waterway"}
KINDS = {"station", "city", "port", "border", "junction", "airport", "terminal",
         "other"}
STATUSES = {"open", "construction", "planned", "closed"}
TABLES = ("node", "link", "transfer", "border", "service", "rival",
          "explanation", "source")
VALUES = ("length", "time_h", "cost_usd", "co2e_kg", "free_speed", "capacity",
          "headway_h", "sailings_per_week", "vessels", "payload_t")
SOURCE_OF = {value: value.split("_")[0] + "_source" for value in VALUES}
SOURCE_OF |= {"free_speed": "speed_source"}
KIND_OF = {"memory": "remembered", "assumed": "assumed", "derived": "derived"}


def geodesic_km(a, b):
    """Distance of two (lon, lat) points on WGS84, Vincenty's inverse."""
    if a == b:
        return 0.0
    lon = math.radians(b[0] - a[0])
    u1, u2 = (math.atan((1 - FLATTENING) * math.tan(math.radians(p[1])))
              for p in (a, b))
    lam = lon
    for _ in range(100):
        sin_s = math.hypot(
            math.cos(u2) * math.sin(lam),
            math.cos(u1) * math.sin(u2)
            - math.sin(u1) * math.cos(u2) * math.cos(lam))
        cos_s = (math.sin(u1) * math.sin(u2)
                 + math.cos(u1) * math.cos(u2) * math.cos(lam))
        sigma = math.atan2(sin_s, cos_s)
        sin_a = math.cos(u1) * math.cos(u2) * math.sin(lam) / sin_s
        cos2_a = 1 - sin_a**2
        cos_2m = cos_s - 2 * math.sin(u1) * math.sin(u2) / cos2_a if cos2_a else 0
        c = FLATTENING / 16 * cos2_a * (4 + FLATTENING * (4 - 3 * cos2_a))
        last, lam = lam, lon + (1 - c) * FLATTENING * sin_a * (
            sigma + c * sin_s * (cos_2m + c * cos_s * (2 * cos_2m**2 - 1)))
        if abs(lam - last) < 1e-12:
            break
    polar_m = AXIS_M * (1 - FLATTENING)
    k = cos2_a * (AXIS_M**2 - polar_m**2) / polar_m**2
    big_a = 1 + k / 16384 * (4096 + k * (-768 + k * (320 - 175 * k)))
    big_b = k / 1024 * (256 + k * (-128 + k * (74 - 47 * k)))
    delta = big_b * sin_s * (cos_2m + big_b / 4 * cos_s * (2 * cos_2m**2 - 1))
    return polar_m * big_a * (sigma - delta) / 1000


class Lint:
    """The tables of some folders and the complaints about them."""

    def __init__(self, folders):
        self.errors, self.warnings = [], []
        self.table = {name: [row for folder in folders
                             for row in self.read(Path(folder), name)]
                      for name in TABLES}
        self.nodes = {row["node_id"]: row for row in self.table["node"]}
        self.sources = {row["source_id"] for row in self.table["source"]}
        self.explained = {row["link_id"] for row in self.table["explanation"]
                          if row["length"]}

    def read(self, folder, name):
        path = folder / f"{name}.csv"
        if not path.exists():
            if name in ("node", "link"):
                self.errors.append(f"{path}: error: no such table")
            return []
        with path.open(encoding="utf-8", newline="") as text:
            reader = csv.DictReader(text)
            rows = list(reader)
        for number, row in enumerate(rows, 2):
            row["where"] = f"{path}:{number}"
            if None in row or None in row.values():
                self.errors.append(f"{row['where']}: wrong number of columns")
        return rows

    def error(self, row, message):
        self.errors.append(f"{row['where']}: error: {message}")

    def warn(self, row, message):
        self.warnings.append(f"{row['where']}: warning: {message}")

    def place(self, row, column):
        if row[column] not in self.nodes:
            self.error(row, f"unknown place '{row[column]}'")
            return None
        return self.nodes[row[column]]

    def point(self, node):
        return float(node["x_coord"]), float(node["y_coord"])

    def path(self, link):
        ends = [self.point(self.nodes[link[c]])
                for c in ("from_node_id", "to_node_id")]
        points = [tuple(map(float, pair.split())) for pair in
                  re.findall(r"-?[\d.]+ -?[\d.]+", link.get("geometry", ""))]
        return points or ends, ends

    def check_ids(self):
        for name, column in (("node", "node_id"), ("link", "link_id"),
                             ("service", "service_id"), ("source", "source_id")):
            seen = set()
            for row in self.table[name]:
                key = row[column]
                if not re.fullmatch(r"[a-z0-9]+([.-][a-z0-9]+)*", key):
                    self.error(row, f"id '{key}' is not a slug")
                if key in seen:
                    self.error(row, f"id '{key}' stands twice")
                seen.add(key)

    def check_nodes(self):
        for row in self.table["node"]:
            lon, lat = self.point(row)
            if not (-180 <= lon <= 180 and -90 <= lat <= 90):
                self.error(row, "coordinates outside lon/lat")
            if row["node_type"] not in KINDS:
                self.error(row, f"unknown node_type '{row['node_type']}'")
            at_sea = row["node_type"] == "other" and not row["country"]
            if not at_sea and not re.fullmatch(r"[A-Z]{2}", row["country"]):
                self.error(row, f"country '{row['country']}' is not ISO 3166")

    def check_sources(self):
        for name in TABLES[:-2]:
            for row in self.table[name]:
                for column in row:
                    if column == "source" or column.endswith("_source"):
                        self.check_source(row, column)

    def check_source(self, row, column):
        if row[column] and row[column] not in self.sources:
            self.error(row, f"unknown source '{row[column]}'")
        if column == "source" and not row[column]:
            self.error(row, "no source")

    def check_links(self):
        for row in self.table["link"]:
            if not (self.place(row, "from_node_id")
                    and self.place(row, "to_node_id")):
                continue
            self.check_words(row)
            self.check_geometry(row)
            self.check_crossing(row)

    def check_words(self, row):
        if row["facility_type"] not in MODES:
            self.error(row, f"unknown mode '{row['facility_type']}'")
        if row["facility_type"] == "rail" and not row.get("gauge_mm"):
            self.error(row, "rail without a gauge")
        status = row.get("status") or "open"
        if status not in STATUSES:
            self.error(row, f"unknown status '{status}'")
        if status in ("construction", "planned") and not row["opens"]:
            self.warn(row, f"{status} without an opening date")

    def check_geometry(self, row):
        points, ends = self.path(row)
        if [points[0], points[-1]] != ends:
            self.error(row, "geometry does not run from place to place")
        pieces = [geodesic_km(a, b) for a, b in zip(points, points[1:])]
        limit = MAX_SEGMENT_KM.get(row["facility_type"])
        if limit and max(pieces) > limit:
            self.error(row, f"straight for {max(pieces):.0f} km")
        elif limit and max(pieces) > LONG_SEGMENT_KM:
            self.warn(row, f"straight for {max(pieces):.0f} km")
        if row.get("length"):
            self.check_length(row, float(row["length"]), sum(pieces))

    def check_length(self, row, length_km, line_km):
        rounding_km = min(ROUNDING_KM, ROUNDING_SHARE * line_km)
        good = (MIN_RATIO * line_km - rounding_km <= length_km
                <= MAX_RATIO * line_km)
        if length_km and not good and row["link_id"] not in self.explained:
            self.warn(row, f"length is {length_km / line_km:.2f} of its "
                           f"geodesic ({length_km:g} of {line_km:.1f} km)")

    def check_crossing(self, row):
        """Half of a link between countries counts in each of them."""
        countries = {self.nodes[row[c]]["country"]
                     for c in ("from_node_id", "to_node_id")}
        points, _ = self.path(row)
        long_km = sum(geodesic_km(a, b) for a, b in zip(points, points[1:]))
        if (row["facility_type"] in MAX_SEGMENT_KM and len(countries) > 1
                and long_km > MAX_CROSSING_KM):
            self.warn(row, f"{long_km:.0f} km from country to country: "
                           "place its ends near the border")

    def states(self):
        """Ways of travelling at each place: node -> {(mode, gauge)}."""
        at = defaultdict(set)
        for row in self.table["link"]:
            state = (row["facility_type"], row.get("gauge_mm", ""))
            at[row["from_node_id"]].add(state)
            at[row["to_node_id"]].add(state)
        return at

    def check_transfers(self):
        at, allowed = self.states(), defaultdict(set)
        for row in self.table["transfer"]:
            if not self.place(row, "node_id"):
                continue
            ends = [(row[f"{end}_mode"], row[f"{end}_gauge_mm"])
                    for end in ("from", "to")]
            allowed[row["node_id"]].add(frozenset(ends))
            for end in ends:
                if end not in at[row["node_id"]]:
                    self.warn(row, f"no link of {' '.join(end)} mm ends at "
                                   f"{row['node_id']}")
        for node, states in at.items():
            rail = {s for s in states if s[0] == "rail"}
            if len(rail) > 1 and frozenset(rail) not in allowed[node]:
                self.warn(self.nodes[node], "two gauges meet at "
                          f"{node} and nothing changes between them")

    def check_chains(self):
        """No two transfers at a place are quicker than the one they replace."""
        time_h = {}
        for row in self.table["transfer"]:
            ends = [(row[f"{end}_mode"], row[f"{end}_gauge_mm"])
                    for end in ("from", "to")]
            time_h[row["node_id"], *ends] = float(row["time_h"])
            if row["both_ways"] == "1":
                time_h[row["node_id"], *reversed(ends)] = float(row["time_h"])
        for (node, a, b), direct_h in time_h.items():
            for (place, start, between), first_h in time_h.items():
                last_h = time_h.get((node, between, b))
                if (place == node and start == a and last_h is not None
                        and first_h + last_h <= direct_h):
                    self.warn(self.nodes[node], f"{a[0]} to {b[0]} at {node} "
                              f"is as quick by {between[0]}")

    def check_borders(self):
        charged = set()
        for row in self.table["border"]:
            if self.place(row, "node_id"):
                charged.add((row["node_id"], row["into"], row["mode"]))
        used = set()
        for row in self.table["link"]:
            if row["facility_type"] not in CARGO_MODES:
                continue
            ends = row["from_node_id"], row["to_node_id"]
            for into in {self.nodes[e]["country"] for e in ends}:
                used |= {(e, into, row["facility_type"]) for e in ends
                         if self.nodes[ends[0]]["country"]
                         != self.nodes[ends[1]]["country"]}
        for row in self.table["border"]:
            if (row["node_id"], row["into"], row["mode"]) not in used:
                self.error(row, "no link is charged by this border")

    def check_services(self):
        links = {row["link_id"] for row in self.table["link"]}
        for row in self.table["service"]:
            for link in row["links"].split(";"):
                if link not in links:
                    self.error(row, f"unknown link '{link}'")

    def check_rivals(self):
        links = {row["link_id"] for row in self.table["link"]}
        for row in self.table["rival"]:
            for link in filter(None, row["link_id"].split(";")):
                if link not in links:
                    self.error(row, f"unknown link '{link}'")
        for row in self.table["explanation"]:
            if row["link_id"] not in links:
                self.error(row, f"unknown link '{row['link_id']}'")

    def check_connected(self):
        """Trains, trucks and ships reach each other everywhere."""
        near = defaultdict(set)
        for row in self.table["link"]:
            if row["facility_type"] in CARGO_MODES:
                near[row["from_node_id"]].add(row["to_node_id"])
                near[row["to_node_id"]].add(row["from_node_id"])
        seen, todo = set(), [next(iter(near))] if near else []
        while todo:
            node = todo.pop()
            if node not in seen:
                seen.add(node)
                todo += near[node]
        for node in set(near) - seen:
            self.error(self.nodes[node], f"{node} hangs apart from the rest")
        linked = {row[c] for row in self.table["link"]
                  for c in ("from_node_id", "to_node_id")}
        for node in set(self.nodes) - linked:
            self.warn(self.nodes[node], f"no link at {node}")

    def check_names(self):
        """Places that a map in Russian or Chinese would name in English; those
        of the country itself have their local names."""
        path = Path(__file__).resolve().parent.parent / "maps/labels.csv"
        with open(path, encoding="utf-8", newline="") as file:
            named = {row["id"]: row for row in csv.DictReader(file)
                     if row["kind"] == "place"}
        for row in self.table["node"]:
            label = named.get(row["name"], {})
            for language, country in (("ru", "RU"), ("zh", "CN")):
                if row.get("label_at") != "none" and \
                        not label.get(f"name_{language}") and \
                        not (row["country"] == country and
                             row.get("name_local")):
                    self.warn(row, f"'{row['name']}' has no name in "
                                   f"'{language}' (maps/labels.csv)")

    def value_sources(self):
        """How many values each kind of source stands behind, in the words of
        `corridor check`."""
        count = Counter()
        for name in ("link", "transfer", "border", "service"):
            for row in self.table[name]:
                for value, column in SOURCE_OF.items():
                    if row.get(value):
                        count[self.kind_of(row, value, column)] += 1
        return count

    @staticmethod
    def kind_of(row, value, column):
        if value == "length" and row.get("note", "").startswith("Share of"):
            return "shared"
        source = row.get(column) or row["source"]
        return KIND_OF.get(source, "sourced") if source else "unsourced"

    def run(self):
        self.check_ids()
        self.check_nodes()
        self.check_sources()
        self.check_links()
        if not self.errors:
            self.check_transfers()
            self.check_chains()
            self.check_borders()
            self.check_services()
            self.check_rivals()
            self.check_connected()
        self.check_names()
        return self


def circuity(lint, mode):
    """Lengths that were published over those of their lines, and how many."""
    published_km = drawn_km = count = 0
    for row in lint.table["link"]:
        if row["facility_type"] != mode or not row["length"] or \
                row["length_source"] in ("", "memory", "assumed"):
            continue
        points, _ = lint.path(row)
        line_km = sum(map(geodesic_km, points, points[1:]))
        if line_km > 15:
            published_km += float(row["length"])
            drawn_km += line_km
            count += 1
    return (published_km / drawn_km if drawn_km else 1), count


def networks():
    """The folders of each network that scenarios/ has."""
    here = Path(__file__).resolve().parent.parent / "scenarios"
    return [sorted(here.glob("network*")), [here / "east-africa"]]


def report(folders):
    """Print what is wrong with one network; True if nothing is."""
    lint = Lint(folders).run()
    for complaint in lint.errors + lint.warnings:
        print(complaint)
    counts = ", ".join(f"{n} {kind}" for kind, n in
                       sorted(lint.value_sources().items()))
    print(f"{len(lint.nodes)} places, {len(lint.table['link'])} links; "
          f"values: {counts}")
    for mode in ("rail", "road"):
        ratio, count = circuity(lint, mode)
        print(f"circuity of {mode}: {ratio:.3f}, by {count} links")
    print(f"{len(lint.errors)} errors, {len(lint.warnings)} warnings")
    return not lint.errors


def main():
    asked = [sys.argv[1:]] if sys.argv[1:] else networks()
    return 0 if all([report(folders) for folders in asked]) else 1


if __name__ == "__main__":
    sys.exit(main())
