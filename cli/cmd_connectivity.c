#include <cli/command_list.h>
#include <cli/names.h>
#include <cli/network_view.h>
#include <cli/next.h>
#include <cli/options.h>
#include <cli/output.h>
#include <cli/scenario.h>

#include <stddef.h>

struct connectivity_options {
    const char *from, *to;
    struct cli_list modes;
};

/* The pair asked for, else the ends of the corridors. */
static enum cli_exit find_ends(struct cli *cli,
                               const struct cli_ends **out,
                               uint32_t *n,
                               const struct cor_scenario *scenario,
                               const struct connectivity_options *o)
{
    if (o->from == NULL) {
        *out = cli_network_ends(cli, n, scenario);
        return *out != NULL ? CLI_ANSWERED : CLI_FAULT;
    }
    struct cli_ends *ends = cor_arena_array(&cli->arena, struct cli_ends, 1);
    if (ends == NULL)
        return CLI_FAULT;
    enum cli_exit status = cli_place_find(cli, &ends->from, scenario, o->from);
    if (status == CLI_ANSWERED)
        status = cli_place_find(cli, &ends->to, scenario, o->to);
    if (status == CLI_ANSWERED && ends->from == ends->to) {
        cli_complain("connectivity: --from and --to are the same place");
        status = CLI_USAGE;
    }
    *out = ends;
    *n = 1;
    return status;
}

static enum cli_exit print_text(struct cli *cli, const struct cli_network *net)
{
    const struct cor_scenario *s = net->scenario;
    fprintf(cli->out, "%s\n\n", cli_shown(cli, s->title));
    const enum cli_exit status = cli_network_print(cli, net);
    const uint32_t closed = s->links.n - net->connectivity.n_link;
    if (closed != 0)
        fprintf(cli->out,
                "Note: %u of %u links %s not open then or not of the modes "
                "asked for.\n",
                closed, s->links.n, closed == 1 ? "is" : "are");
    fprintf(cli->out,
            "Sources: the scenario's links, as they stand at its "
            "date.\nNext: corridor map %s -o network.svg\n",
            cli_next_scenario(cli, 0));
    return status;
}

static enum cli_exit answer(struct cli *cli, const struct cli_network *net)
{
    if (!cli_wants_json(cli))
        return print_text(cli, net);
    json_t *document = cli_json_document(cli, "connectivity");
    cli_network_json(cli, document, net);
    return cli_json_print(cli, document);
}

static enum cli_exit run(struct cli *cli, const void *options)
{
    const struct connectivity_options *o = options;
    if ((o->from == NULL) != (o->to == NULL)) {
        cli_complain("connectivity: --from and --to go together");
        return CLI_USAGE;
    }
    const struct cor_scenario *scenario;
    const struct cli_ends *ends;
    const uint32_t *modes;
    uint32_t n;
    enum cli_exit status = cli_scenario_load(cli, &scenario, cli->argument[0]);
    if (status == CLI_ANSWERED)
        status = cli_modes_find(cli, &modes, scenario, o->modes);
    if (status == CLI_ANSWERED)
        status = find_ends(cli, &ends, &n, scenario, o);
    struct cli_network net;
    if (status == CLI_ANSWERED)
        status = cli_network_find(cli, &net, scenario, (uint32_t)o->modes.n,
                                  modes, ends, n);
    return status == CLI_ANSWERED ? answer(cli, &net) : status;
}

#define AT(member) offsetof(struct connectivity_options, member)
static const struct cli_option options[] = {
    {"from", 0, CLI_TEXT, AT(from), "PLACE",
     "One end of the pair to look at; without it those of every corridor", NULL,
     0, 0},
    {"to", 0, CLI_TEXT, AT(to), "PLACE", "Its other end", NULL, 0, 0},
    {"modes", 0, CLI_LIST, AT(modes), "LIST",
     "Links of these modes only, such as rail,ferry", NULL, 0, 0},
};
#undef AT

static const struct connectivity_options defaults;
static const char *const examples[] = {
    "corridor connectivity scenarios/trans-caspian.yaml",
    "corridor connectivity scenarios/trans-caspian.yaml --from aktau --to poti",
    "corridor connectivity --modes rail --json scenarios/cku-railway.yaml",
    NULL,
};
static const char *const formats[] = {"text", "json", NULL};

const struct cli_command cli_command_connectivity = {
    .name = "connectivity",
    .summary = "Say what hangs together, what it hangs on, and how well two "
               "places are connected",
    .arguments = "SCENARIO",
    .examples = examples,
    .details = "Links count in both directions but for strong components; "
               "without capacities the maximum flow counts links.",
    .formats = formats,
    .least = 1,
    .most = 1,
    .options = CLI_OPTIONS(options),
    .defaults = &defaults,
    .size = sizeof defaults,
    .run = run,
};
