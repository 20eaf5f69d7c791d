/* What stops the corridors: their links, closed one at a time. */
#include "cli/map_show_list.h"

#include <cli/names.h>
#include <cli/output.h>

#include <corridor/base/text.h>
#include <corridor/sim/closure.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Classes of links, the gravest last. */
enum grade { GRADE_NONE, GRADE_LITTLE, GRADE_DEAR, GRADE_STOPS, N_GRADE };

/* Wider is graver, for those who see few colours. */
static const struct {
    enum cor_map_tone tone;
    double width_pt;
} looks[N_GRADE] = {
    [GRADE_LITTLE] = {COR_TONE_SLIGHT, 1.2},
    [GRADE_DEAR] = {COR_TONE_MIDDLE, 2.2},
    [GRADE_STOPS] = {COR_TONE_GRAVE, 5},
};

/* What parts dear from little: a round share of the shortest corridor. */
static const double limit_share = 0.05;

/* The most links that are numbered: more discs hide what they stand on. */
enum { MOST_MARKS = 12 };

/* A link without which corridors stop. */
struct stop {
    uint32_t link, n_corridor;
    uint32_t order; /* as the corridors come to it */
};

/* The links of all corridors that are drawn. */
struct study {
    enum grade *grade; /* [n_link] the gravest of any corridor */
    enum cor_measure by;
    double limit; /* in shown units */
    uint32_t n[N_GRADE];
    double least;                  /* what the limit is a share of */
    struct cor_closures *closures; /* [n_journey] */
    struct stop *stop;             /* [n[GRADE_STOPS]] the worst first */
};

static enum cli_exit
close_links(struct cli *cli, struct study *study, const struct cli_map *map)
{
    study->closures =
        cor_arena_array(&cli->arena, struct cor_closures, map->n_journey);
    if (study->closures == NULL)
        return CLI_FAULT;
    for (uint32_t i = 0; i < map->n_journey; i++) {
        struct cor_error err = {0};
        if (cor_closures_find(&study->closures[i], map->scenario,
                              &map->journey[i].query, study->by, &cli->arena,
                              &err) != COR_OK)
            return cli_fail(cli, &err);
    }
    return CLI_ANSWERED;
}

/* One measure for all: time if every corridor's links have it. */
static enum cor_measure choose_measure(const struct cli_map *map)
{
    for (uint32_t i = 0; i < map->n_journey; i++)
        if (cor_route_measure_default(map->scenario, &map->journey[i].query) ==
            COR_BY_LENGTH)
            return COR_BY_LENGTH;
    return COR_BY_TIME;
}

/* The greatest of 1, 2 and 5 times a power of ten that is not above. */
static double round_down(double value)
{
    const double ten = pow(10, floor(log10(value)));
    return (value / ten >= 5 ? 5 : value / ten >= 2 ? 2 : 1) * ten;
}

static void choose_limit(struct study *study, uint32_t n)
{
    double least = INFINITY;
    for (uint32_t i = 0; i < n; i++)
        if (study->closures[i].n != 0 && study->closures[i].best > 0)
            least = fmin(least, study->closures[i].best);
    study->least = least / cor_measures[study->by].units;
    study->limit = isfinite(least) ? round_down(study->least * limit_share) : 0;
}

/* Classes of all panels are the same. */
static void share_limit(struct study *study, struct cli_share *share)
{
    if (share == NULL || !isfinite(study->least))
        return;
    if (isnan(share->limit)) {
        share->limit = study->limit;
        share->limit_of = study->least;
    }
    study->limit = share->limit;
    study->least = share->limit_of;
}

static enum grade grade_of(const struct study *study,
                           const struct cor_closure *closure)
{
    if (closure->stops)
        return GRADE_STOPS;
    return closure->extra / cor_measures[study->by].units > study->limit
               ? GRADE_DEAR
               : GRADE_LITTLE;
}

static bool
grade_links(struct cli *cli, struct study *study, const struct cli_map *map)
{
    const uint32_t n = map->scenario->links.n;
    study->grade = cor_arena_array(&cli->arena, enum grade, n);
    if (study->grade == NULL)
        return false;
    memset(study->grade, 0, n * sizeof *study->grade);
    choose_limit(study, map->n_journey);
    share_limit(study, map->share);
    for (uint32_t i = 0; i < map->n_journey; i++)
        for (uint32_t c = 0; c < study->closures[i].n; c++) {
            const struct cor_closure *closure = &study->closures[i].closure[c];
            const enum grade grade = grade_of(study, closure);
            if (grade > study->grade[closure->link])
                study->grade[closure->link] = grade;
        }
    for (uint32_t link = 0; link < n; link++)
        study->n[study->grade[link]]++;
    return true;
}

static const char *title_of(struct cli *cli,
                            const struct cli_map *map,
                            const struct study *study,
                            enum grade grade)
{
    static const char *const plain[N_GRADE][2] = {
        [GRADE_LITTLE] = {"at most {1} km longer", "at most {1} h longer"},
        [GRADE_DEAR] = {"more than {1} km longer", "more than {1} h longer"},
        [GRADE_STOPS] = {"no way is left", "no way is left"}};
    static const char *const titles[N_GRADE][2] = {
        [GRADE_LITTLE] = {"at most {1} km longer (links: {2})",
                          "at most {1} h longer (links: {2})"},
        [GRADE_DEAR] = {"more than {1} km longer (links: {2})",
                        "more than {1} h longer (links: {2})"},
        [GRADE_STOPS] = {"no way is left (links: {2})",
                         "no way is left (links: {2})"}};
    /* Panels share rows, but not numbers. */
    const char *const(*row)[2] = map->share != NULL ? plain : titles;
    return cli_show_say(cli, map, row[grade][study->by == COR_BY_TIME],
                        cor_text_print(&cli->arena, "%g", study->limit),
                        cor_text_print(&cli->arena, "%u", study->n[grade]));
}

/* The links of a grade, in order of travel as the corridors have them. */
static bool add_grade(struct cli *cli,
                      struct cli_map *map,
                      const struct study *study,
                      enum grade grade)
{
    uint32_t *link = cor_arena_array(&cli->arena, uint32_t, study->n[grade]);
    bool *seen = cor_arena_array(&cli->arena, bool, map->scenario->links.n);
    if (link == NULL || seen == NULL)
        return false;
    memset(seen, 0, map->scenario->links.n * sizeof *seen);
    uint32_t n = 0;
    for (uint32_t i = 0; i < map->n_journey; i++)
        for (uint32_t c = 0; c < study->closures[i].n; c++) {
            const uint32_t at = study->closures[i].closure[c].link;
            if (study->grade[at] == grade && !seen[at])
                link[n++] = at;
            seen[at] = true;
        }
    return n == 0 || cli_show_add(cli, map,
                                  (struct cor_map_route){
                                      .title = title_of(cli, map, study, grade),
                                      .n_link = n,
                                      .link = link,
                                      .is_set = true,
                                      .tone = looks[grade].tone,
                                      .width_pt = looks[grade].width_pt});
}

static int by_gravity(const void *a, const void *b)
{
    const struct stop *x = a, *y = b;
    if (x->n_corridor != y->n_corridor)
        return x->n_corridor > y->n_corridor ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

/* How many corridors each link stops, the worst first. */
static bool
list_stops(struct cli *cli, struct study *study, const struct cli_map *map)
{
    uint32_t n = 0;
    study->stop =
        cor_arena_array(&cli->arena, struct stop, study->n[GRADE_STOPS]);
    if (study->stop == NULL)
        return false;
    for (uint32_t i = 0; i < map->n_journey; i++)
        for (uint32_t c = 0; c < study->closures[i].n; c++) {
            const struct cor_closure *closure = &study->closures[i].closure[c];
            uint32_t k = 0;
            while (k < n && study->stop[k].link != closure->link)
                k++;
            if (closure->stops && k == n)
                study->stop[n++] = (struct stop){closure->link, 0, k};
            if (closure->stops)
                study->stop[k].n_corridor++;
        }
    qsort(study->stop, n, sizeof *study->stop, by_gravity);
    return true;
}

/* The corridors that there are without anything closed. */
static uint32_t count_routes(const struct cli_map *map)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < map->n_journey; i++)
        n += map->journey[i].routes.n != 0 ? 1 : 0;
    return n;
}

static bool
add_marks(struct cli *cli, struct cli_map *map, const struct study *study)
{
    const uint32_t all = study->n[GRADE_STOPS], n_route = count_routes(map);
    const uint32_t n = all < MOST_MARKS ? all : MOST_MARKS;
    struct cor_map_mark *mark =
        cor_arena_array(&cli->arena, struct cor_map_mark, n);
    for (uint32_t i = 0; mark != NULL && i < n; i++)
        mark[i] = (struct cor_map_mark){
            .link = study->stop[i].link,
            .tone = COR_TONE_GRAVE,
            .remark = cli_show_say(
                cli, map,
                n_route == 1 ? "stops the corridor"
                             : "stops {1} of {2} corridors",
                cor_text_print(&cli->arena, "%u", study->stop[i].n_corridor),
                cor_text_print(&cli->arena, "%u", n_route))};
    map->how.mark = mark;
    map->how.n_mark = n;
    if (all > n)
        map->how.mark_remark = cli_show_say(
            cli, map,
            map->share != NULL ? "links without a number that leave no way: {1}"
                               : "and {1} more without which no way is left",
            cor_text_print(&cli->arena, "%u", all - n), NULL);
    return mark != NULL;
}

/* Where the limit between classes comes from. */
static const char *
explain_limit(struct cli *cli, const struct cli_map *map, const struct study *s)
{
    return cli_show_say(cli, map,
                        s->by == COR_BY_TIME
                            ? "{1} h: 5 % of the fastest corridor’s {2} h, "
                              "rounded down"
                            : "{1} km: 5 % of the shortest corridor’s {2} km, "
                              "rounded down",
                        cor_text_print(&cli->arena, "%g", s->limit),
                        cor_text_print(&cli->arena, "%.0f", s->least));
}

/* The links that stop corridors, with the numbers that the map gives them. */
static json_t *tell_stops(struct cli *cli,
                          const struct cli_map *map,
                          const struct study *study)
{
    json_t *list = json_array();
    for (uint32_t i = 0; i < study->n[GRADE_STOPS]; i++) {
        const uint32_t link = study->stop[i].link;
        json_t *stopped = json_array();
        for (uint32_t k = 0; k < map->n_journey; k++)
            for (uint32_t c = 0; c < study->closures[k].n; c++)
                if (study->closures[k].closure[c].link == link &&
                    study->closures[k].closure[c].stops)
                    json_array_append_new(
                        stopped, cli_json_text(cli, map->journey[k].id));
        json_array_append_new(
            list,
            json_pack("{s:o, s:o, s:o}", "number",
                      i < map->how.n_mark ? cli_json_whole(i + 1) : json_null(),
                      "link",
                      cli_json_text(cli, cli_link_id(map->scenario, link)),
                      "corridors", stopped));
    }
    return list;
}

static json_t *
tell(struct cli *cli, const struct cli_map *map, const struct study *study)
{
    static const char *const names[N_GRADE] = {"", "little", "dear", "stops"};
    const struct cor_measure_form *form = &cor_measures[study->by];
    json_t *list = json_array();
    for (uint32_t i = 0; i < map->n_journey; i++)
        for (uint32_t c = 0; c < study->closures[i].n; c++) {
            const struct cor_closure *closure = &study->closures[i].closure[c];
            json_array_append_new(
                list, json_pack("{s:o, s:o, s:s, s:o}", "corridor",
                                cli_json_text(cli, map->journey[i].id), "link",
                                cli_json_text(cli, cli_link_id(map->scenario,
                                                               closure->link)),
                                "closing_it", names[grade_of(study, closure)],
                                "extra",
                                cli_json_number(closure->extra / form->units)));
        }
    return json_pack("{s:s, s:s, s:o, s:o, s:o}", "by", form->name, "unit",
                     form->unit, "limit", cli_json_number(study->limit),
                     "stops", tell_stops(cli, map, study), "closures", list);
}

static enum cli_exit
draw(struct cli *cli, struct cli_map *map, const struct study *study)
{
    for (enum grade grade = N_GRADE; --grade != GRADE_NONE;)
        if (!add_grade(cli, map, study, grade))
            return CLI_FAULT;
    if (!add_marks(cli, map, study))
        return CLI_FAULT;
    map->how.key = cli_show_say(cli, map, "If a link closes", NULL, NULL);
    map->headline = cli_show_say(
        cli, map, "What stops it: each link closed in turn", NULL, NULL);
    if (study->n[GRADE_DEAR] + study->n[GRADE_LITTLE] != 0)
        if (!cli_show_remark(cli, map, explain_limit(cli, map, study)))
            return CLI_FAULT;
    map->detail = tell(cli, map, study);
    return cli_show_routes(cli, map, map->journey, map->n_journey,
                           COR_ROLE_UNSEEN);
}

static enum cli_exit prepare(struct cli *cli, struct cli_map *map)
{
    struct study study = {0};
    enum cli_exit status = cli_show_journeys(cli, map);
    if (status != CLI_ANSWERED)
        return status;
    if (map->n_journey == 0) {
        cli_complain("map: '%s' has no corridor that could be stopped; did "
                     "you mean --show corridors?",
                     cli_shown(cli, map->scenario->title));
        return CLI_USAGE;
    }
    study.by = choose_measure(map);
    status = close_links(cli, &study, map);
    if (status != CLI_ANSWERED)
        return status;
    return grade_links(cli, &study, map) && list_stops(cli, &study, map)
               ? draw(cli, map, &study)
               : CLI_FAULT;
}

const struct cli_show cli_kind_criticality = {
    .name = "criticality",
    .summary = "what stops the corridors, link by link",
    .takes = CLI_SHOW_CORRIDORS,
    .prepare = prepare,
};
