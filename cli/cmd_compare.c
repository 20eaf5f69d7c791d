#include <cli/command_list.h>
#include <cli/compare_view.h>
#include <cli/evaluate.h>
#include <cli/names.h>
#include <cli/options.h>
#include <cli/output.h>
#include <cli/scenario.h>

#include <stddef.h>
#include <string.h>

struct compare_options {
    struct cli_list corridors;
    const char *from, *to;
};

/* A journey of one scenario, or nothing where it has no such corridor. */
static enum cli_exit add_column(struct cli *cli,
                                struct cli_compared *item,
                                const struct cor_scenario *scenario,
                                uint32_t corridor)
{
    item->reason[item->n_column] = "there is no such corridor";
    item->column[item->n_column++].scenario = scenario;
    if (corridor == COR_NONE)
        return CLI_ANSWERED;
    struct cli_journey *journey;
    const enum cli_exit status =
        cli_corridors_evaluate(cli, &journey, scenario, &corridor, 1);
    if (status != CLI_ANSWERED)
        return status;
    if (item->title == NULL) {
        item->title = journey->title;
        item->titles = journey->titles;
    }
    item->column[item->n_column - 1].route = cli_journey_route(journey);
    item->reason[item->n_column - 1] = journey->routes.reason;
    return CLI_ANSWERED;
}

static struct cli_compared *add_item(struct cli *cli,
                                     struct cli_comparison *out,
                                     const char *id,
                                     uint32_t n_column)
{
    struct cor_compare_column *column =
        cor_arena_array(&cli->arena, struct cor_compare_column, n_column);
    const char **reason = cor_arena_array(&cli->arena, const char *, n_column);
    if (column == NULL || reason == NULL)
        return NULL;
    memset(column, 0, n_column * sizeof *column);
    struct cli_compared *item = &out->item[out->n++];
    *item = (struct cli_compared){.id = id, .column = column, .reason = reason};
    return item;
}

static enum cli_exit
compare_corridor(struct cli *cli, struct cli_comparison *out, const char *id)
{
    struct cli_compared *item = add_item(cli, out, id, out->n_scenario);
    enum cli_exit status = item != NULL ? CLI_ANSWERED : CLI_FAULT;
    for (uint32_t i = 0; i < out->n_scenario && status == CLI_ANSWERED; i++)
        status = add_column(cli, item, out->scenario[i],
                            cor_scenario_corridor(out->scenario[i], id));
    return status;
}

/* A place that no scenario has is a slip; one that some lack is an answer. */
static enum cli_exit
check_place(struct cli *cli, const struct cli_comparison *all, const char *name)
{
    for (uint32_t i = 0; i < all->n_scenario; i++)
        if (cli_place_number(all->scenario[i], name) != COR_NONE)
            return CLI_ANSWERED;
    uint32_t place;
    return cli_place_find(cli, &place, all->scenario[0], name);
}

static enum cli_exit add_pair(struct cli *cli,
                              struct cli_compared *item,
                              const struct cor_scenario *scenario,
                              const struct compare_options *o)
{
    const uint32_t i = item->n_column++;
    item->column[i].scenario = scenario;
    item->reason[i] = "there is no such place";
    struct cli_journey *journey =
        cor_arena_array(&cli->arena, struct cli_journey, 1);
    if (journey == NULL)
        return CLI_FAULT;
    *journey = (struct cli_journey){
        .query = {.from = cli_place_number(scenario, o->from),
                  .to = cli_place_number(scenario, o->to)},
    };
    if (journey->query.from == COR_NONE || journey->query.to == COR_NONE)
        return CLI_ANSWERED;
    const enum cli_exit status = cli_journey_find(cli, journey, scenario);
    if (status != CLI_ANSWERED)
        return status;
    item->column[i].route = cli_journey_route(journey);
    item->reason[i] = journey->routes.reason;
    return CLI_ANSWERED;
}

static enum cli_exit compare_pair(struct cli *cli,
                                  struct cli_comparison *out,
                                  const struct compare_options *o)
{
    const char *id = cor_text_print(&cli->arena, "%s-%s", o->from, o->to);
    struct cli_compared *item = add_item(cli, out, id, out->n_scenario);
    if (item == NULL)
        return CLI_FAULT;
    enum cli_exit status = check_place(cli, out, o->from);
    if (status == CLI_ANSWERED)
        status = check_place(cli, out, o->to);
    for (uint32_t i = 0; i < out->n_scenario && status == CLI_ANSWERED; i++)
        status = add_pair(cli, item, out->scenario[i], o);
    return status;
}

static bool has_id(struct cli_list list, const char *id)
{
    for (size_t i = 0; i < list.n; i++)
        if (strcmp(list.item[i], id) == 0)
            return true;
    return false;
}

/* The ids of the corridors of any scenario, each once, as first met. */
static enum cli_exit
all_ids(struct cli *cli, struct cli_list *out, const struct cli_comparison *all)
{
    size_t n = 0;
    for (uint32_t i = 0; i < all->n_scenario; i++)
        n += all->scenario[i]->n_corridor;
    *out = (struct cli_list){0, cor_arena_array(&cli->arena, const char *, n)};
    if (out->item == NULL)
        return CLI_FAULT;
    for (uint32_t i = 0; i < all->n_scenario; i++)
        for (uint32_t c = 0; c < all->scenario[i]->n_corridor; c++)
            if (!has_id(*out, all->scenario[i]->corridor[c].id))
                out->item[out->n++] = all->scenario[i]->corridor[c].id;
    return CLI_ANSWERED;
}

/* A corridor that is named must be one of some scenario. */
static enum cli_exit
check_ids(struct cli *cli, struct cli_list named, struct cli_list known)
{
    for (size_t i = 0; i < named.n; i++) {
        if (has_id(known, named.item[i]))
            continue;
        const char *near =
            cor_text_nearest(cor_text_of(named.item[i]), known.item, known.n);
        cli_complain("compare: there is no corridor '%s'%s%s%s",
                     cli_shown(cli, named.item[i]),
                     near != NULL ? ", did you mean '" : "",
                     near != NULL ? cli_shown(cli, near) : "",
                     near != NULL ? "'?" : "");
        return CLI_USAGE;
    }
    return CLI_ANSWERED;
}

static enum cli_exit compare_corridors(struct cli *cli,
                                       struct cli_comparison *out,
                                       const struct compare_options *o)
{
    struct cli_list known;
    enum cli_exit status = all_ids(cli, &known, out);
    if (status == CLI_ANSWERED)
        status = check_ids(cli, o->corridors, known);
    const struct cli_list ids = o->corridors.n != 0 ? o->corridors : known;
    out->item = cor_arena_array(&cli->arena, struct cli_compared, ids.n);
    if (out->item == NULL)
        return CLI_FAULT;
    for (size_t i = 0; i < ids.n && status == CLI_ANSWERED; i++)
        status = compare_corridor(cli, out, ids.item[i]);
    return status;
}

static enum cli_exit compare(struct cli *cli,
                             struct cli_comparison *out,
                             const struct compare_options *o)
{
    if (o->from == NULL)
        return compare_corridors(cli, out, o);
    out->item = cor_arena_array(&cli->arena, struct cli_compared, 1);
    return out->item != NULL ? compare_pair(cli, out, o) : CLI_FAULT;
}

static enum cli_exit load_all(struct cli *cli, struct cli_comparison *out)
{
    out->n_scenario = (uint32_t)cli->n_argument;
    out->scenario = cor_arena_array(&cli->arena, const struct cor_scenario *,
                                    out->n_scenario);
    if (out->scenario == NULL)
        return CLI_FAULT;
    enum cli_exit worst = CLI_ANSWERED;
    for (uint32_t i = 0; i < out->n_scenario; i++) {
        const enum cli_exit status =
            cli_scenario_load(cli, &out->scenario[i], cli->argument[i]);
        worst = worst == CLI_ANSWERED ? status : worst;
    }
    return worst;
}

static enum cli_exit run(struct cli *cli, const void *options)
{
    const struct compare_options *o = options;
    if ((o->from == NULL) != (o->to == NULL)) {
        cli_complain("compare: --from and --to go together");
        return CLI_USAGE;
    }
    struct cli_comparison comparison = {0};
    enum cli_exit status = load_all(cli, &comparison);
    if (status == CLI_ANSWERED)
        status = compare(cli, &comparison, o);
    if (status == CLI_ANSWERED)
        status = cli_comparison_print(cli, &comparison);
    return status;
}

#define AT(member) offsetof(struct compare_options, member)
static const struct cli_option options[] = {
    {"corridors", 0, CLI_LIST, AT(corridors), "A,B",
     "These corridors only, in this order", NULL, 0, 0},
    {"from", 0, CLI_TEXT, AT(from), "PLACE",
     "Compare the best routes from there instead of corridors", NULL, 0, 0},
    {"to", 0, CLI_TEXT, AT(to), "PLACE", "Where these routes go to", NULL, 0,
     0},
};
#undef AT

static const struct compare_options defaults;
static const char *const examples[] = {
    "corridor compare scenarios/trans-caspian.yaml",
    "corridor compare scenarios/cku-today.yaml scenarios/cku-railway.yaml",
    "corridor compare scenarios/cku-today.yaml scenarios/cku-railway.yaml \\",
    "    --from kashgar --to tashkent --json",
    NULL,
};
static const char *const formats[] = {"text", "json", NULL};

const struct cli_command cli_command_compare = {
    .name = "compare",
    .summary = "Set corridors of one scenario, or several scenarios, side by "
               "side",
    .arguments = "SCENARIO...",
    .examples = examples,
    .details = "Differences are to the first corridor of one scenario, or to "
               "the first of several scenarios. What changed between scenarios "
               "is said in words first.",
    .formats = formats,
    .least = 1,
    .most = 16,
    .options = CLI_OPTIONS(options),
    .defaults = &defaults,
    .size = sizeof defaults,
    .run = run,
};
