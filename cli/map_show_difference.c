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

/* On the ways of the corridors what changed is told apart from what changed
   elsewhere, which no reader looks for first. */
static const struct {
    const char *title[2]; /* elsewhere, on these corridors */
    enum cor_map_tone tone;
} looks[N_CHANGE] = {
    [CHANGE_ADDED] = {{"links opened elsewhere: {1}",
                       "links opened on these corridors: {1}"},
                      COR_TONE_MORE},
    [CHANGE_REMOVED] = {{"links closed elsewhere: {1}",
                         "links closed on these corridors: {1}"},
                        COR_TONE_LESS},
    [CHANGE_ALTERED] = {{"links changed elsewhere: {1}",
                         "links changed on these corridors: {1}"},
                        COR_TONE_OTHER},
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

/* Whether a way of a corridor, before or after, runs along each link. */
static bool *mark_used(struct cli *cli, const struct cli_map *map)
{
    const uint32_t n = map->scenario->links.n;
    bool *used = cor_arena_array(&cli->arena, bool, n);
    if (used != NULL)
        memset(used, 0, n * sizeof *used);
    for (uint32_t r = 0; used != NULL && r < map->n_route; r++)
        for (uint32_t i = 0;
             map->route[r].role == COR_ROLE_LINE && i < map->route[r].n_link;
             i++)
            used[map->route[r].link[i]] = true;
    return used;
}

/* Add the links of a change that are used, or those that are not. */
static bool add_change(struct cli *cli,
                       struct cli_map *map,
                       const struct cli_merge *merge,
                       enum change change,
                       const bool *used,
                       bool is_used,
                       uint32_t *total)
{
    uint32_t *link =
        cor_arena_array(&cli->arena, uint32_t, map->scenario->links.n);
    uint32_t n = 0;
    for (uint32_t i = 0; link != NULL && i < map->scenario->links.n; i++)
        if (used[i] == is_used && change_of(merge, i) == change)
            link[n++] = i;
    *total += n;
    return link != NULL &&
           (n == 0 ||
            cli_show_add(cli, map,
                         (struct cor_map_route){
                             .title = cli_show_say(
                                 cli, map, looks[change].title[is_used],
                                 cor_text_print(&cli->arena, "%u", n), NULL),
                             .n_link = n,
                             .link = link,
                             .is_set = true,
                             .is_faded = !is_used,
                             .role = COR_ROLE_BAND,
                             .tone = looks[change].tone}));
}

static enum cli_exit
add_changes(struct cli *cli, struct cli_map *map, const struct cli_merge *merge)
{
    uint32_t n[N_CHANGE] = {0};
    const bool *used = mark_used(cli, map);
    if (used == NULL)
        return CLI_FAULT;
    for (int is_used = 1; is_used >= 0; is_used--)
        for (enum change c = CHANGE_ADDED; c < N_CHANGE; c++)
            if (!add_change(cli, map, merge, c, used, is_used, &n[c]))
                return CLI_FAULT;
    json_object_set_new(map->detail, "opened", cli_json_whole(n[CHANGE_ADDED]));
    json_object_set_new(map->detail, "closed",
                        cli_json_whole(n[CHANGE_REMOVED]));
    json_object_set_new(map->detail, "changed",
                        cli_json_whole(n[CHANGE_ALTERED]));
    return CLI_ANSWERED;
}

static bool is_same_way(const struct cor_map_route *a,
                        const struct cor_map_route *b)
{
    return a->n_link == b->n_link &&
           memcmp(a->link, b->link, a->n_link * sizeof *a->link) == 0;
}

/* A corridor in one of the scenarios. */
struct leg {
    struct cor_map_route way;      /* in the numbers of the merged one */
    const struct cor_route *route; /* NULL: it has none */
};

/* Without a way it has no link. */
static enum cli_exit trace(struct cli *cli,
                           struct leg *out,
                           const struct cor_scenario *scenario,
                           const uint32_t *number,
                           const char *id)
{
    struct cli_journey *journey;
    const uint32_t corridor = cor_scenario_corridor(scenario, id);
    *out = (struct leg){0};
    if (corridor == COR_NONE)
        return CLI_ANSWERED;
    const enum cli_exit status =
        cli_corridors_evaluate(cli, &journey, scenario, &corridor, 1);
    if (status != CLI_ANSWERED || journey->routes.n == 0)
        return status;
    out->route = journey->routes.route;
    uint32_t *link = cor_arena_array(&cli->arena, uint32_t, out->route->n_leg);
    if (link == NULL)
        return CLI_FAULT;
    const uint32_t *own = cli_show_links(cli, out->route, &out->way.n_link);
    for (uint32_t i = 0; own != NULL && i < out->way.n_link; i++)
        link[i] = number[own[i]];
    out->way.link = link;
    return own != NULL ? CLI_ANSWERED : CLI_FAULT;
}

/* "−1 778 km, −93 h": what is more by how much; what one of them does not know
   is left out. */
static const char *say_delta(struct cli *cli,
                             const struct cli_map *map,
                             const struct cor_route *before,
                             const struct cor_route *after)
{
    double amount[2];
    for (enum cor_measure m = COR_BY_LENGTH; m <= COR_BY_TIME; m++)
        amount[m] =
            (after->amount[m] - before->amount[m]) / cor_measures[m].units;
    return cli_show_amounts(cli, map, amount[COR_BY_LENGTH],
                            amount[COR_BY_TIME], true);
}

static const char *say_amounts(struct cli *cli,
                               const struct cli_map *map,
                               const struct cor_route *route)
{
    return cli_show_amounts(
        cli, map,
        route->amount[COR_BY_LENGTH] / cor_measures[COR_BY_LENGTH].units,
        route->amount[COR_BY_TIME] / cor_measures[COR_BY_TIME].units, false);
}

/* What the corridor comes to after, and by how much that differs. */
static const char *say_change(struct cli *cli,
                              const struct cli_map *map,
                              const struct leg *before,
                              const struct leg *after,
                              bool same)
{
    const char *now = say_amounts(cli, map, after->route);
    if (!same)
        now = cli_show_say(cli, map, "after: {1}", now, NULL);
    if (before->route == NULL)
        return cli_show_say(cli, map, "{1}; no route before", now, NULL);
    const char *delta = say_delta(cli, map, before->route, after->route);
    if (delta[0] == '\0')
        return now;
    return cli_show_say(
        cli, map, same ? "{1} ({2}) on the same way" : "{1} ({2})", now, delta);
}

static json_t *tell_route(const struct cor_route *route)
{
    json_t *object = route != NULL ? json_object() : json_null();
    for (enum cor_measure m = COR_BY_LENGTH; route != NULL && m <= COR_BY_TIME;
         m++)
        json_object_set_new(
            object, cor_measures[m].key,
            cli_json_number(route->amount[m] / cor_measures[m].units));
    return object;
}

/* A corridor that goes as before is one line, another two side by side in one
   hue. */
static bool draw_both(struct cli *cli,
                      struct cli_map *map,
                      const struct cli_journey *journey,
                      struct leg *before,
                      struct leg *after,
                      uint32_t hue)
{
    const bool same = is_same_way(&before->way, &after->way);
    const char *title = cli_show_title(cli, map, journey);
    before->way.title = cli_show_say(cli, map, "before: {1}", title, NULL);
    before->way.is_alternative = true;
    before->way.is_faded = true;
    after->way.title = title;
    before->way.hue = after->way.hue = hue;
    if (after->route != NULL)
        after->way.remark = say_change(cli, map, before, after, same);
    if (before->route != NULL) {
        before->way.remark = say_amounts(cli, map, before->route);
        if (after->route == NULL)
            before->way.remark = cli_show_say(cli, map, "{1}; no route after",
                                              before->way.remark, NULL);
    }
    if (after->route != NULL && !cli_show_add(cli, map, after->way))
        return false;
    return same || before->route == NULL || cli_show_add(cli, map, before->way);
}

static enum cli_exit add_corridor(struct cli *cli,
                                  struct cli_map *map,
                                  const struct cli_merge *merge,
                                  const struct cli_journey *journey,
                                  uint32_t hue)
{
    struct leg before, after;
    enum cli_exit status =
        trace(cli, &before, merge->before, merge->of_before, journey->id);
    if (status == CLI_ANSWERED)
        status = trace(cli, &after, merge->after, merge->of_after, journey->id);
    if (status != CLI_ANSWERED)
        return status;
    json_array_append_new(json_object_get(map->detail, "corridors"),
                          json_pack("{s:o, s:o, s:o}", "id",
                                    cli_json_text(cli, journey->id), "before",
                                    tell_route(before.route), "after",
                                    tell_route(after.route)));
    if (before.route == NULL && after.route == NULL)
        return cli_show_miss(cli, map, journey) ? CLI_ANSWERED : CLI_FAULT;
    return draw_both(cli, map, journey, &before, &after, hue) ? CLI_ANSWERED
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
    map->detail = json_pack("{s:[]}", "corridors");
    for (uint32_t i = 0; i < map->n_journey && status == CLI_ANSWERED; i++)
        status = add_corridor(cli, map, merge, &map->journey[i], i + 1);
    return status == CLI_ANSWERED ? add_changes(cli, map, merge) : status;
}

const struct cli_show cli_kind_difference = {
    .name = "difference",
    .summary = "what differs between two scenarios",
    .takes = CLI_SHOW_CORRIDORS | CLI_SHOW_TWO,
    .prepare = prepare,
};
