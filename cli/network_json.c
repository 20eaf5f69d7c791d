#include <cli/network_view.h>

#include <cli/names.h>

static json_t *links_json(struct cli *cli,
                          const struct cor_scenario *s,
                          const uint32_t *link,
                          uint32_t n)
{
    json_t *list = json_array();
    for (uint32_t i = 0; i < n; i++)
        json_array_append_new(list,
                              cli_json_text(cli, cli_link_id(s, link[i])));
    return list;
}

static json_t *bridges_json(struct cli *cli, const struct cli_network *net)
{
    const struct cor_scenario *s = net->scenario;
    json_t *list = json_array();
    for (uint32_t i = 0; i < net->connectivity.n_bridge; i++) {
        const uint32_t link = net->connectivity.bridge[i];
        json_array_append_new(
            list,
            json_pack("{s:o, s:o, s:o}", "link",
                      cli_json_text(cli, cli_link_id(s, link)), "from",
                      cli_json_text(cli, cli_place_id(s, s->links.from[link])),
                      "to",
                      cli_json_text(cli, cli_place_id(s, s->links.to[link]))));
    }
    return list;
}

static json_t *cut_nodes_json(struct cli *cli, const struct cli_network *net)
{
    json_t *list = json_array();
    for (uint32_t i = 0; i < net->connectivity.n_cut_node; i++)
        json_array_append_new(
            list,
            cli_json_text(cli, cli_place_id(net->scenario,
                                            net->connectivity.cut_node[i])));
    return list;
}

static json_t *indices_json(const struct cli_network *net)
{
    json_t *object = json_object();
    for (size_t i = 0; cor_metrics[i] != NULL; i++)
        json_object_set_new(
            object, cor_metrics[i]->name,
            cli_json_number(cor_metrics[i]->measure(&net->subject).value));
    return object;
}

static json_t *paths_json(struct cli *cli,
                          const struct cor_scenario *s,
                          const struct cor_pair *p)
{
    json_t *list = json_array();
    for (uint32_t i = 0; i < p->n_path; i++)
        json_array_append_new(
            list, links_json(cli, s, &p->path_link[p->first_link[i]],
                             p->first_link[i + 1] - p->first_link[i]));
    return list;
}

static json_t *pair_json(struct cli *cli,
                         const struct cor_scenario *s,
                         const struct cor_pair *p)
{
    return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "from",
                     cli_json_text(cli, cli_place_id(s, p->from)), "to",
                     cli_json_text(cli, cli_place_id(s, p->to)),
                     "edge_disjoint", cli_json_whole(p->n_path),
                     "node_disjoint", cli_json_whole(p->n_node_disjoint),
                     "max_flow", cli_json_number(p->max_flow), "unit",
                     cli_json_text(cli, p->unit), "min_cut",
                     links_json(cli, s, p->cut, p->n_cut), "disjoint_paths",
                     paths_json(cli, s, p));
}

void cli_network_json(struct cli *cli,
                      json_t *object,
                      const struct cli_network *net)
{
    const struct cor_connectivity *c = &net->connectivity;
    json_object_set_new(object, "nodes", cli_json_whole(c->n_node));
    json_object_set_new(object, "links", cli_json_whole(c->n_link));
    json_object_set_new(object, "components", cli_json_whole(c->n_component));
    json_object_set_new(object, "strong_components",
                        cli_json_whole(c->n_strong));
    json_object_set_new(object, "bridges", bridges_json(cli, net));
    json_object_set_new(object, "cut_nodes", cut_nodes_json(cli, net));
    json_object_set_new(object, "indices", indices_json(net));
    json_t *pairs = json_array();
    for (uint32_t i = 0; i < net->n_pair; i++)
        json_array_append_new(pairs,
                              pair_json(cli, net->scenario, &net->pair[i]));
    json_object_set_new(object, "pairs", pairs);
}
