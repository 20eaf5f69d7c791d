/* What differs between two scenarios: links, and ways of corridors. */
#include "cli/map_show_list.h"

#include <cli/map_merge.h>
#include <cli/output.h>

#include <corridor/base/text.h>

#include <math.h>
#include <string.h>

/* What became of a link. */
enum change {
    CHANGE_NONE,
    CHANGE_ADDED,
    CHANGE_REMOVED,
    CHANGE_ALTERED,
    N_CHANGE
};

static const struct {
    const char *title;
    enum cor_map_tone tone;
} looks[N_CHANGE] = {
    [CHANGE_ADDED] = {"links opened: {1}", COR_TONE_MORE},
    [CHANGE_REMOVED] = {"links closed: {1}", COR_TONE_LESS},
    [CHANGE_ALTERED] = {"links changed: {1}", COR_TONE_OTHER},
};

static bool differs(double a, double b)
{
    return isnan(a) != isnan(b) || (!isnan(a) && a != b);
}

/* Whether what an evaluation reads of a link is another. */
static bool is_altered(const struct cor_links *a,
                       uint32_t i,
                       const struct cor_links *b,
                       uint32_t k)
{
    return differs(a->length_m[i], b->length_m[k]) ||
           differs(a->time_s[i], b->time_s[k]) ||
           differs(a->cost_usd[i], b->cost_usd[k]) ||
           differs(a->co2e_kg[i], b->co2e_kg[k]) ||
           differs(a->speed_m_s[i], b->speed_m_s[k]) ||
           differs(a->capacity[i], b->capacity[k]) ||
           a->gauge_mm[i] != b->gauge_mm[k] || a->one_way[i] != b->one_way[k];
}

static enum change change_of(const struct cli_merge *merge, uint32_t link)
{
    const struct cor_links *before = &merge->before->links;
    const struct cor_links *after = &merge->after->links;
    const uint32_t b = merge->in_before[link], a = merge->in_after[link];
    const bool was = b != COR_NONE && before->open[b];
    const bool is = a != COR_NONE && after->open[a];
    if (was != is)
        return is ? CHANGE_ADDED : CHANGE_REMOVED;
    return was && is_altered(before, b, after, a) ? CHANGE_ALTERED
                                                  : CHANGE_NONE;
}

static bool add_change(struct cli *cli,
                       struct cli_map *map,
                       const struct cli_merge *merge,
                       enum change change,
                       uint32_t *n)
{
    uint32_t *link =
        cor_arena_array(&cli->arena, uint32_t, map->scenario->links.n);
    *n = 0;
    for (uint32_t i = 0; link != NULL && i < map->scenario->links.n; i++)
        if (change_of(merge, i) == change)
            link[(*n)++] = i;
    return link != NULL &&
           (*n == 0 ||
            cli_show_add(cli, map,
                         (struct cor_map_route){
                             .title = cli_show_say(
                                 cli, map, looks[change].title,
                                 cor_text_print(&cli->arena, "%u", *n), NULL),
                             .n_link = *n,
                             .link = link,
                             .is_set = true,
                             .role = COR_ROLE_BAND,
                             .tone = looks[change].tone}));
}

static enum cli_exit
add_changes(struct cli *cli, struct cli_map *map, const struct cli_merge *merge)
{
    uint32_t n[N_CHANGE] = {0};
    for (enum change c = CHANGE_ADDED; c < N_CHANGE; c++)
        if (!add_change(cli, map, merge, c, &n[c]))
            return CLI_FAULT;
    map->detail =
        json_pack("{s:o, s:o, s:o}", "opened", cli_json_whole(n[CHANGE_ADDED]),
                  "closed", cli_json_whole(n[CHANGE_REMOVED]), "changed",
                  cli_json_whole(n[CHANGE_ALTERED]));
    return CLI_ANSWERED;
}

static bool is_same_way(const struct cor_map_route *a,
                        const struct cor_map_route *b)
{
    return a->n_link == b->n_link &&
           memcmp(a->link, b->link, a->n_link * sizeof *a->link) == 0;
}

/* The way of a corridor in one of the scenarios, in the numbers of the merged
   one; without a way it has no link. */
static enum cli_exit trace(struct cli *cli,
                           struct cor_map_route *out,
                           const struct cor_scenario *scenario,
                           const uint32_t *number,
                           const char *id)
{
    struct cli_journey *journey;
    const uint32_t corridor = cor_scenario_corridor(scenario, id);
    *out = (struct cor_map_route){0};
    if (corridor == COR_NONE)
        return CLI_ANSWERED;
    const enum cli_exit status =
        cli_corridors_evaluate(cli, &journey, scenario, &corridor, 1);
    if (status != CLI_ANSWERED || journey->routes.n == 0)
        return status;
    uint32_t *link =
        cor_arena_array(&cli->arena, uint32_t, journey->routes.route->n_leg);
    if (link == NULL)
        return CLI_FAULT;
    const uint32_t *own =
        cli_show_links(cli, journey->routes.route, &out->n_link);
    for (uint32_t i = 0; own != NULL && i < out->n_link; i++)
        link[i] = number[own[i]];
    out->link = link;
    return own != NULL ? CLI_ANSWERED : CLI_FAULT;
}

/* A corridor that goes as before is one line, another two side by side. */
static enum cli_exit add_corridor(struct cli *cli,
                                  struct cli_map *map,
                                  const struct cli_merge *merge,
                                  const struct cli_journey *journey)
{
    struct cor_map_route before, after;
    enum cli_exit status =
        trace(cli, &before, merge->before, merge->of_before, journey->id);
    if (status == CLI_ANSWERED)
        status = trace(cli, &after, merge->after, merge->of_after, journey->id);
    if (status != CLI_ANSWERED)
        return status;
    const bool same = is_same_way(&before, &after);
    const char *title = cli_show_title(map, journey);
    before.title = cli_show_say(cli, map, "{1}, before", title, NULL);
    before.is_alternative = true;
    after.title =
        same ? title : cli_show_say(cli, map, "{1}, after", title, NULL);
    if (after.n_link != 0 && !cli_show_add(cli, map, after))
        return CLI_FAULT;
    return same || before.n_link == 0 || cli_show_add(cli, map, before)
               ? CLI_ANSWERED
               : CLI_FAULT;
}

static const char *day(struct cli *cli,
                       const struct cli_map *map,
                       const struct cor_scenario *scenario)
{
    const char *title = cor_title_in(scenario->title, &scenario->titles,
                                     map->how.language, map->how.n_language);
    if (scenario->as_of == COR_NO_DATE)
        return title;
    return cli_show_say(cli, map, "{1}, {2}", title,
                        cli_show_day(cli, map, scenario->as_of));
}

static const char *say_dates(struct cli *cli,
                             const struct cli_map *map,
                             const struct cli_merge *merge)
{
    return cli_show_say(cli, map, "Before: {1}; after: {2}",
                        day(cli, map, merge->before),
                        day(cli, map, merge->after));
}

static enum cli_exit prepare(struct cli *cli, struct cli_map *map)
{
    const struct cli_merge *merge;
    enum cli_exit status = cli_show_journeys(cli, map);
    if (status == CLI_ANSWERED)
        status = cli_merge(cli, &merge, map->before, map->scenario);
    if (status != CLI_ANSWERED)
        return status;
    map->scenario = &merge->drawn;
    if (map->asked->subtitle == NULL)
        map->how.subtitle = say_dates(cli, map, merge);
    map->how.key =
        cli_show_say(cli, map, "Corridors and what differs", NULL, NULL);
    for (uint32_t i = 0; i < map->n_journey && status == CLI_ANSWERED; i++)
        status = add_corridor(cli, map, merge, &map->journey[i]);
    return status == CLI_ANSWERED ? add_changes(cli, map, merge) : status;
}

const struct cli_show cli_kind_difference = {
    .name = "difference",
    .summary = "what differs between two scenarios",
    .takes = CLI_SHOW_CORRIDORS | CLI_SHOW_TWO,
    .prepare = prepare,
};
