#include <cli/network_view.h>

#include <cli/names.h>
#include <cli/output.h>
#include <cli/table.h>

#include <math.h>
#include <string.h>

/* Lines of a list that still can be taken in at a glance. */
enum { SHOWN_ITEMS = 12 };

static enum cli_exit find_pairs(struct cli *cli,
                                struct cli_network *out,
                                const bool *usable,
                                const struct cli_ends *ends,
                                uint32_t n)
{
    struct cor_pair *pair = cor_arena_array(&cli->arena, struct cor_pair, n);
    if (pair == NULL)
        return CLI_FAULT;
    struct cor_error err = {0};
    for (uint32_t i = 0; i < n; i++)
        if (cor_pair_find(&pair[i], out->scenario, usable, ends[i].from,
                          ends[i].to, &cli->arena, &err) != COR_OK)
            return cli_fail(cli, &err);
    out->pair = pair;
    out->n_pair = n;
    return CLI_ANSWERED;
}

enum cli_exit cli_network_find(struct cli *cli,
                               struct cli_network *out,
                               const struct cor_scenario *scenario,
                               uint32_t n_mode,
                               const uint32_t *mode,
                               const struct cli_ends *ends,
                               uint32_t n_ends)
{
    *out =
        (struct cli_network){.scenario = scenario, .is_filtered = n_mode != 0};
    struct cor_arena *arena = &cli->arena;
    struct cor_error err = {0};
    const bool *usable;
    if (cor_connectivity_links(&usable, scenario, n_mode, mode, arena, &err) !=
            COR_OK ||
        cor_connectivity_find(&out->connectivity, scenario->network, usable,
                              arena, &err) != COR_OK ||
        cor_connectivity_sort(&out->connectivity, scenario, arena, &err) !=
            COR_OK ||
        cor_metric_subject_make(&out->subject, scenario, usable,
                                &out->connectivity, arena, &err) != COR_OK)
        return cli_fail(cli, &err);
    return find_pairs(cli, out, usable, ends, n_ends);
}

static bool has_ends(const struct cli_ends *list, uint32_t n, struct cli_ends e)
{
    for (uint32_t i = 0; i < n; i++)
        if (list[i].from == e.from && list[i].to == e.to)
            return true;
    return false;
}

const struct cli_ends *cli_network_ends(struct cli *cli,
                                        uint32_t *n,
                                        const struct cor_scenario *scenario)
{
    struct cli_ends *list =
        cor_arena_array(&cli->arena, struct cli_ends, scenario->n_corridor);
    *n = 0;
    for (uint32_t i = 0; list != NULL && i < scenario->n_corridor; i++) {
        const struct cor_query *query = &scenario->corridor[i].query;
        const struct cli_ends ends = {query->from, query->to};
        if (ends.from != ends.to && !has_ends(list, *n, ends))
            list[(*n)++] = ends;
    }
    return list;
}

static void add_count(struct cli_table *table, const char *name, uint32_t n)
{
    const char *cell[] = {name, cli_whole(table->cli, n), "", ""};
    cli_table_row(table, cell);
}

static void add_metric(struct cli_table *table,
                       const struct cor_metric *metric,
                       const struct cor_metric_subject *subject)
{
    struct cli *cli = table->cli;
    const struct cor_metric_value measured = metric->measure(subject);
    const bool whole = measured.value == floor(measured.value);
    const char *cell[] = {
        metric->name,
        cli_number(cli, measured.value, whole ? 0 : 3),
        strcmp(metric->unit, "1") == 0 ? "" : metric->unit,
        isnan(measured.value) ? measured.reason : metric->summary,
    };
    cli_table_row(table, cell);
}

static enum cli_exit print_counts(struct cli *cli,
                                  const struct cli_network *net)
{
    static const struct cli_column titles[] = {{"Measure", false},
                                               {"Value", true},
                                               {"Unit", false},
                                               {"Meaning", false}};
    const struct cor_connectivity *c = &net->connectivity;
    struct cli_table table = cli_table_begin(cli, titles, CLI_COUNT(titles));
    add_count(&table, "places", c->n_node);
    add_count(&table, "links in use", c->n_link);
    add_count(&table, "components", c->n_component);
    add_count(&table, "strong components", c->n_strong);
    add_count(&table, "bridges", c->n_bridge);
    add_count(&table, "cut nodes", c->n_cut_node);
    for (size_t i = 0; cor_metrics[i] != NULL; i++)
        add_metric(&table, cor_metrics[i], &net->subject);
    return cli_table_print(&table);
}

static uint32_t shown_of(const struct cli *cli, uint32_t n)
{
    return cli->common.verbose || n <= SHOWN_ITEMS ? n : SHOWN_ITEMS;
}

static void say_rest(struct cli *cli, uint32_t n)
{
    const uint32_t shown = shown_of(cli, n);
    if (shown < n)
        fprintf(cli->out, "and %u more, listed with --verbose or --json\n",
                n - shown);
}

static enum cli_exit print_bridges(struct cli *cli,
                                   const struct cli_network *net)
{
    static const struct cli_column titles[] = {
        {"Bridge", false}, {"From", false}, {"To", false}, {"Mode", false}};
    const struct cor_scenario *s = net->scenario;
    const uint32_t n = net->connectivity.n_bridge;
    if (n == 0)
        return CLI_ANSWERED;
    fputc('\n', cli->out);
    struct cli_table table = cli_table_begin(cli, titles, CLI_COUNT(titles));
    for (uint32_t i = 0; i < shown_of(cli, n); i++) {
        const uint32_t link = net->connectivity.bridge[i];
        const char *cell[] = {cli_link_id(s, link),
                              cli_place_name(s, s->links.from[link]),
                              cli_place_name(s, s->links.to[link]),
                              cli_mode_name(s, s->links.mode[link])};
        cli_table_row(&table, cell);
    }
    const enum cli_exit status = cli_table_print(&table);
    say_rest(cli, n);
    return status;
}

static void print_cut_nodes(struct cli *cli, const struct cli_network *net)
{
    const uint32_t n = net->connectivity.n_cut_node;
    if (n == 0)
        return;
    fputs("\nCut nodes: ", cli->out);
    for (uint32_t i = 0; i < shown_of(cli, n); i++)
        fprintf(cli->out, "%s%s", i == 0 ? "" : ", ",
                cli_shown(cli, cli_place_name(net->scenario,
                                              net->connectivity.cut_node[i])));
    fputc('\n', cli->out);
    say_rest(cli, n);
}

static const char *join_links(struct cli *cli,
                              const struct cor_scenario *s,
                              const uint32_t *link,
                              uint32_t n)
{
    const char *text = "";
    for (uint32_t i = 0; i < shown_of(cli, n) && text != NULL; i++)
        text = cor_text_print(&cli->arena, "%s%s%s", text, i == 0 ? "" : ", ",
                              cli_link_id(s, link[i]));
    return shown_of(cli, n) == n || text == NULL
               ? text
               : cor_text_print(&cli->arena, "%s and %u more", text,
                                n - shown_of(cli, n));
}

static enum cli_exit print_pairs(struct cli *cli, const struct cli_network *net)
{
    static const struct cli_column titles[] = {
        {"From", false},
        {"To", false},
        {"Link-disjoint paths", true},
        {"Node-disjoint paths", true},
        {"Max flow", true},
        {"Unit", false},
        {"Min cut", false},
    };
    const struct cor_scenario *s = net->scenario;
    if (net->n_pair == 0)
        return CLI_ANSWERED;
    fputc('\n', cli->out);
    struct cli_table table = cli_table_begin(cli, titles, CLI_COUNT(titles));
    for (uint32_t i = 0; i < net->n_pair; i++) {
        const struct cor_pair *p = &net->pair[i];
        const char *cell[] = {
            cli_place_name(s, p->from),
            cli_place_name(s, p->to),
            cli_whole(cli, p->n_path),
            cli_whole(cli, p->n_node_disjoint),
            cli_number(cli, p->max_flow, 0),
            p->unit,
            join_links(cli, s, p->cut, p->n_cut),
        };
        cli_table_row(&table, cell);
    }
    return cli_table_print(&table);
}

/* A box of goods goes through no pipeline, but the network has them. */
static void say_modes(struct cli *cli, const struct cli_network *net)
{
    const struct cor_scenario *s = net->scenario;
    if (net->is_filtered || s->cargo.n_mode == 0)
        return;
    fputs("\nAll modes count here; the cargo may use ", cli->out);
    for (uint32_t i = 0; i < s->cargo.n_mode; i++)
        fprintf(cli->out, "%s%s", i == 0 ? "" : ", ",
                cli_shown(cli, cli_mode_name(s, s->cargo.mode[i])));
    fputs(" (see connectivity --modes)\n", cli->out);
}

enum cli_exit cli_network_print(struct cli *cli, const struct cli_network *net)
{
    enum cli_exit status = print_counts(cli, net);
    if (status == CLI_ANSWERED)
        status = print_bridges(cli, net);
    if (status == CLI_ANSWERED)
        print_cut_nodes(cli, net);
    if (status == CLI_ANSWERED)
        status = print_pairs(cli, net);
    say_modes(cli, net);
    return status;
}
