"""corridor connectivity: small networks whose answers can be seen."""
import csv
import random
import shutil
import unittest

import harness
from harness import TWO_PORTS

# Two triangles joined by a bridge, a parallel link, and a place apart.
NODES = "node_id,x_coord,y_coord\n" + "".join(
    f"{i},{10 + i % 3},{50 + i // 3}\n" for i in range(1, 8))
LINKS = ("link_id,from_node_id,to_node_id,directed,length\n"
         "ab,1,2,0,80\nbc,2,3,0,80\nca,3,1,0,80\nca2,3,1,0,90\n"
         "bridge,3,4,1,200\n"
         "de,4,5,0,80\nef,5,6,0,80\nfd,6,4,0,80\n")


class Connectivity(harness.Case):
    def setUp(self):
        super().setUp()
        self.write("net/node.csv", NODES)
        self.write("net/link.csv", LINKS)
        self.net = str(self.folder / "net")

    def test_counts(self):
        answer = self.document("connectivity", self.net)
        self.assertEqual(list(answer),
                         ["schema", "nodes", "links", "components",
                          "strong_components", "bridges", "cut_nodes",
                          "indices", "pairs"])
        self.assertEqual(answer["schema"], "corridor/connectivity/1")
        for key in ("nodes", "links", "components", "strong_components"):
            self.assertIsInstance(answer[key], int)
        self.assertEqual((answer["nodes"], answer["links"],
                          answer["components"], answer["strong_components"]),
                         (7, 8, 2, 3))
        self.assertEqual(answer["bridges"],
                         [{"link": "bridge", "from": "3", "to": "4"}])
        self.assertEqual(answer["cut_nodes"], ["3", "4"])
        self.assertEqual(answer["pairs"], [])

    def test_indices(self):
        indices = self.document("connectivity", self.net)["indices"]
        for name in ("alpha", "beta", "gamma", "cyclomatic", "diameter_km",
                     "mean_detour"):
            self.assertIn(name, indices)
        self.assertEqual(indices["cyclomatic"], 8 - 7 + 2)
        self.assertEqual(indices["beta"], 8 / 7)
        self.assertAlmostEqual(indices["diameter_km"], 360)

    def test_pair(self):
        answer = self.document("connectivity", self.net, "--from", "1", "--to",
                               "3")
        pair, = answer["pairs"]
        self.assertEqual(
            {key: pair[key] for key in ("from", "to", "edge_disjoint",
                                        "node_disjoint", "max_flow")},
            {"from": "1", "to": "3", "edge_disjoint": 3, "node_disjoint": 3,
             "max_flow": 3})
        self.assertEqual(sorted(pair["min_cut"]), ["ab", "ca", "ca2"])
        self.assertEqual(sorted(map(sorted, pair["disjoint_paths"])),
                         [["ab", "bc"], ["ca"], ["ca2"]])

    def test_pair_without_a_path(self):
        pair, = self.document("connectivity", self.net, "--from", "1", "--to",
                              "7")["pairs"]
        self.assertEqual((pair["edge_disjoint"], pair["node_disjoint"],
                          pair["max_flow"], pair["min_cut"],
                          pair["disjoint_paths"]), (0, 0, 0, [], []))

    def test_ends_of_corridors(self):
        path = self.write("two.yaml", TWO_PORTS)
        pair, = self.document("connectivity", path)["pairs"]
        self.assertEqual((pair["from"], pair["to"], pair["min_cut"]),
                         ("aktau", "alat", ["aktau-alat"]))

    def test_usage(self):
        self.refuse(2, "connectivity", self.net, "--from", "1")
        self.refuse(2, "connectivity", self.net, "--from", "1", "--to", "1")
        self.refuse(2, "connectivity", self.net, "--from", "1", "--to", "77")

    def test_table(self):
        answer = self.expect(0, "connectivity", self.net, "--from", "1",
                             "--to", "4")
        self.assertIn("Cut nodes: ", answer.out)
        self.assertTrue(answer.out.splitlines()[-1].startswith(
            "Next: corridor "))


class CargoModes(harness.Case):
    def test_are_told_where_all_modes_count(self):
        said = "All modes count here; the cargo may use road"
        plain = self.write("plain.yaml", TWO_PORTS)
        cargo = self.write("cargo.yaml", TWO_PORTS + "cargo: {modes: [road]}\n")
        answer = self.document("connectivity", cargo)
        self.assertEqual(answer["links"], 1)
        self.assertIn(said, self.expect(0, "connectivity", cargo).out)
        for words in ((plain,), (cargo, "--modes", "ferry")):
            self.assertNotIn(said, self.expect(0, "connectivity", *words).out)


class RowOrder(harness.Case):
    """Tables say the same whatever the order of their rows."""

    def shuffled(self, name, seed):
        source = harness.SOURCE_ROOT / "scenarios/network"
        folder = self.folder / name
        shutil.copytree(source, folder)
        for table in ("node.csv", "link.csv"):
            with open(folder / table, newline="", encoding="utf-8") as text:
                head, *rows = csv.reader(text)
            random.Random(seed).shuffle(rows)
            with open(folder / table, "w", newline="",
                      encoding="utf-8") as text:
                csv.writer(text).writerows([head, *rows])
        answer = self.document("connectivity", str(folder), "--from", "almaty",
                               "--to", "baku")
        pair, = answer["pairs"]
        return [answer["bridges"], answer["cut_nodes"], pair["min_cut"],
                pair["max_flow"]]

    def test_lists_do_not_follow_it(self):
        first = self.shuffled("first", 1)
        self.assertEqual(first, self.shuffled("second", 2))
        bridges, nodes, cut, _ = first
        self.assertGreater(len(bridges), 10)
        self.assertEqual(nodes, sorted(nodes))
        self.assertEqual(cut, sorted(cut))
        self.assertEqual([b["link"] for b in bridges],
                         sorted(b["link"] for b in bridges))


if __name__ == "__main__":
    unittest.main()
