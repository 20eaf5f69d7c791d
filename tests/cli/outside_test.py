"""GMNS networks that others made: as they are, in and out again.

The environment names their folder (NETWORKS); without it all is skipped.
"""
import csv
import os
import pathlib
import sys

import gmns_test
import harness
import import_test

NETWORKS = pathlib.Path(os.environ.get("NETWORKS") or "/nowhere")
SKIPPED = 77  # as meson and automake have it

# What names or turns a line that another table or column holds: in our tables
# the line itself stands in the link.
RESOLVED = {"geometry_id", "dir_flag"}


def unit_of(folder):
    """Kilometres in the unit of a folder's lengths, as its config says."""
    config = folder / "config.csv"
    if not config.exists():
        return 1
    with open(config, newline="", encoding="utf-8-sig") as file:
        unit = next(csv.DictReader(file)).get("long_length", "km")
    return {"mi": 1.609344, "mile": 1.609344, "miles": 1.609344, "m": 0.001,
            "ft": 0.0003048}.get(unit, 1)


def folders():
    return sorted(path.parent for path in NETWORKS.glob("*/link.csv"))


def values(path):
    """The values of a table that are text: by column, in order of rows."""
    with open(path, newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    columns = {name: [row[name].strip() for row in rows] for name in rows[0]}
    return {name: cells for name, cells in columns.items() if any(cells)}


class There(harness.Case):
    def test_the_networks_that_are_known(self):
        names = {folder.name for folder in folders()}
        self.assertGreaterEqual(names, {"cambridge", "interchange"})


class Lengths(gmns_test.Held):
    def test_networks_of_others(self):
        for folder in folders():
            self.hold_against_networkx(folder, unit_of(folder), 12)


class RoundTrip(import_test.Import):
    def test_same_network_after_export(self):
        for folder in folders():
            name = folder.name
            first = self.out(name)
            document = self.document("import", str(folder), "-o", first)
            self.assertEqual(document["lost"], [])
            second = self.again(first, "gmns", name + "-2")
            third = self.again(second, "gmns", name + "-3")
            self.assertEqual(self.network(second), self.network(third))
            one = self.document("connectivity", first)
            self.assertEqual(one["indices"],
                             self.document("connectivity", second)["indices"])

    def test_columns_that_nobody_reads_survive_every_format(self):
        for folder in folders():
            wanted = self.foreign(folder)
            self.assertGreater(len(wanted), 4)
            first = self.out(folder.name)
            self.expect(0, "import", str(folder), "-o", first)
            for form in ("csv", "gmns", "geojson", "graphml"):
                got = values(self.again(first, form, f"{folder.name}-{form}") +
                             "/link.csv")
                for name, cells in wanted.items():
                    self.assertEqual(got[name], cells, (form, name))

    def foreign(self, folder):
        """The columns of links that an import keeps without reading them."""
        document = self.document("import", str(folder))
        kept = {row["column"] for row in document["columns"]
                if row["layer"] == "link" and row["read_as"] is None}
        return {name: cells for name, cells in
                values(folder / "link.csv").items()
                if name in kept and name not in RESOLVED}


if __name__ == "__main__":
    if not NETWORKS.is_dir():
        print("skipped: there are no networks of others; -Dnetworks=FOLDER "
              "says where they are")
        sys.exit(SKIPPED)
    harness.main()
