// Distances from one node to all of a GMNS folder with LEMON, and how long
// they take: the arguments and the output of bench/shortest.c. Of LEMON's heaps
// the one that was faster here is taken, its 4-ary heap.
#include <lemon/dijkstra.h>
#include <lemon/quad_heap.h>
#include <lemon/static_graph.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

using Graph = lemon::StaticDigraph;
using Lengths = Graph::ArcMap<double>;
using Heap = lemon::QuadHeap<double, Graph::NodeMap<int>>;
using Search =
    lemon::Dijkstra<Graph, Lengths>::SetStandardHeap<Heap>::Create;

struct Arc {
    int from, to;
    double length_m;
};

using Row = std::vector<std::string>;

// Tables of bench/make_network.py: no quotes.
static Row split(const std::string &line)
{
    Row row;
    std::stringstream cells(line);
    for (std::string cell; std::getline(cells, cell, ',');)
        row.push_back(cell);
    return row;
}

static size_t column(const Row &head, const char *name)
{
    return std::find(head.begin(), head.end(), name) - head.begin();
}

static std::unordered_map<std::string, int> read_nodes(const std::string &path)
{
    std::unordered_map<std::string, int> number;
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    const size_t id = column(split(line), "node_id");
    while (std::getline(file, line))
        number.emplace(split(line).at(id), static_cast<int>(number.size()));
    return number;
}

static std::vector<Arc>
read_arcs(const std::string &path,
          const std::unordered_map<std::string, int> &number)
{
    std::vector<Arc> arcs;
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    const Row head = split(line);
    const size_t from = column(head, "from_node_id");
    const size_t to = column(head, "to_node_id");
    const size_t length = column(head, "length");
    const size_t directed = column(head, "directed");
    while (std::getline(file, line)) {
        const Row row = split(line);
        const int tail = number.at(row.at(from)), end = number.at(row.at(to));
        const double length_m = 1000 * std::stod(row.at(length));
        arcs.push_back({tail, end, length_m});
        if (row.at(directed) != "1")
            arcs.push_back({end, tail, length_m});
    }
    std::stable_sort(arcs.begin(), arcs.end(), [](const Arc &a, const Arc &b) {
        return a.from < b.from;
    });
    return arcs;
}

int main(int argc, char **argv)
{
    if (argc != 5)
        return 2;
    const std::string folder = argv[1];
    const auto number = read_nodes(folder + "/node.csv");
    const auto arcs = read_arcs(folder + "/link.csv", number);
    std::vector<std::pair<int, int>> ends;
    for (const Arc &arc : arcs)
        ends.emplace_back(arc.from, arc.to);
    Graph graph;
    graph.build(static_cast<int>(number.size()), ends.begin(), ends.end());
    Lengths lengths(graph);
    for (size_t i = 0; i < arcs.size(); i++)
        lengths[graph.arc(static_cast<int>(i))] = arcs[i].length_m;
    const Graph::Node origin = graph.node(number.at(argv[2]));
    std::vector<double> seconds, distance(number.size(), 1.0 / 0.0);
    for (int run = std::atoi(argv[3]); run > 0; run--) {
        const auto start = std::chrono::steady_clock::now();
        Search search(graph, lengths);
        search.run(origin);
        const std::chrono::duration<double> taken =
            std::chrono::steady_clock::now() - start;
        seconds.push_back(taken.count());
        for (int node = 0; run == 1 && node < graph.nodeNum(); node++)
            if (search.reached(graph.node(node)))
                distance[node] = search.dist(graph.node(node));
    }
    std::sort(seconds.begin(), seconds.end());
    std::FILE *file = std::fopen(argv[4], "wb");
    if (file == nullptr ||
        std::fwrite(distance.data(), sizeof(double), distance.size(), file) !=
            distance.size() ||
        std::fclose(file) != 0)
        return 4;
    std::printf("%.4f\n", seconds[seconds.size() / 2]);
    return 0;
}
