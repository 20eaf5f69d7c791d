"""Lengths of routes on GMNS folders, held against networkx."""
import csv
import random
import unittest

import harness

try:
    import networkx
except ImportError:
    networkx = None


def graph_of(folder):
    """A folder's links with a length as a networkx graph."""
    graph = networkx.MultiDiGraph()
    with open(folder / "node.csv", newline="", encoding="utf-8-sig") as file:
        graph.add_nodes_from(row["node_id"] for row in csv.DictReader(file))
    with open(folder / "link.csv", newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            # dBase cuts names of columns to ten characters.
            ends = (row.get("from_node_id") or row["from_node_"],
                    row["to_node_id"])
            length = float(row["length"])
            graph.add_edge(*ends, length=length)
            if row.get("directed", "1").lower() in ("0", "false"):
                graph.add_edge(*ends[::-1], length=length)
    return graph


@unittest.skipIf(networkx is None, "networkx is not installed")
class Held(harness.Case):
    def hold_against_networkx(self, folder, unit_km, pairs):
        graph = graph_of(folder)
        nodes = sorted(graph)
        choose = random.Random(7)
        for _ in range(pairs):
            a, b = choose.choice(nodes), choose.choice(nodes)
            try:
                length = unit_km * networkx.dijkstra_path_length(
                    graph, a, b, weight="length")
            except networkx.NetworkXNoPath:
                answer = self.document("route", str(folder), a, b, "--by",
                                       "length", status=1)
                self.assertEqual(answer["routes"], [])
                continue
            answer = self.document("route", str(folder), a, b, "--by",
                                   "length")
            self.assertAlmostEqual(answer["routes"][0]["length_km"], length,
                                   delta=1e-9 * max(length, 1))


class Lengths(Held):
    def test_random_networks(self):
        for seed in range(3):
            choose = random.Random(seed)
            nodes = "node_id,x_coord,y_coord\n" + "".join(
                f"n{i},{choose.uniform(60, 70):.5f},"
                f"{choose.uniform(38, 45):.5f}\n" for i in range(40))
            links = "link_id,from_node_id,to_node_id,directed,length\n" + \
                "".join(f"l{i},n{choose.randrange(40)},n{choose.randrange(40)}"
                        f",{choose.randrange(2)},{choose.randint(1, 999)}\n"
                        for i in range(90))
            self.write(f"{seed}/node.csv", nodes)
            self.write(f"{seed}/link.csv", links)
            self.hold_against_networkx(self.folder / str(seed), 1, 12)


if __name__ == "__main__":
    unittest.main()
