#include <cli/map_show.h>

#include <cli/map_view.h>
#include <cli/names.h>
#include <cli/output.h>

#include "cli/map_show_list.h"

#include <corridor/base/text.h>
#include <corridor/render/words.h>

#include <math.h>
#include <string.h>

#define REFER(name) &cli_kind_##name,
const struct cli_show *const cli_shows[] = {CLI_SHOW_LIST(REFER) NULL};
#undef REFER
#define NAME(name) #name,
const char *const cli_show_names[] = {CLI_SHOW_LIST(NAME) NULL};
#undef NAME

static const struct cli_show *named(const char *name)
{
    for (size_t i = 0; cli_shows[i] != NULL; i++)
        if (strcmp(cli_shows[i]->name, name) == 0)
            return cli_shows[i];
    return NULL;
}

static enum cli_exit refuse(const struct cli_show *show, const char *why)
{
    cli_complain("map: --show %s %s", show->name, why);
    return CLI_USAGE;
}

/* What is asked for must be what the kind takes. */
static enum cli_exit check(struct cli *cli,
                           const struct cli_show *show,
                           const struct cli_map_options *o)
{
    const bool has_pair =
        o->from != NULL || o->to != NULL || o->k != 0 || !isnan(o->distinct);
    if ((show->takes & CLI_SHOW_PAIR) == 0 && has_pair)
        return refuse(show, "takes no --from, --to, -k or --distinct; did you "
                            "mean --show routes?");
    if (has_pair && !isnan(o->distinct) &&
        !(o->distinct >= 0 && o->distinct <= 1))
        return refuse(show, "takes a --distinct from 0 to 1, a share of "
                            "length such as 0.5");
    if ((show->takes & CLI_SHOW_PAIR) != 0 &&
        (o->from == NULL || o->to == NULL))
        return refuse(show, "needs --from PLACE and --to PLACE");
    if ((show->takes & CLI_SHOW_CORRIDORS) == 0 && o->corridors.n != 0)
        return refuse(show, "takes no --corridors; did you mean --show "
                            "corridors?");
    if ((show->takes & CLI_SHOW_UNIT) == 0 && o->unit != NULL)
        return refuse(show, "takes no --unit; did you mean --show capacity?");
    if ((show->takes & CLI_SHOW_FLOWS) == 0 && o->flows != NULL)
        return refuse(show, "takes no --flows; did you mean --show flow?");
    if ((show->takes & CLI_SHOW_TWO) != 0 &&
        (cli->n_argument != 2 || o->dates.n != 0))
        return refuse(show, "takes two scenarios, the one before and the one "
                            "after, and no --dates");
    return CLI_ANSWERED;
}

enum cli_exit cli_show_find(struct cli *cli,
                            const struct cli_show **out,
                            const struct cli_map_options *options,
                            const struct cor_scenario *scenario)
{
    const char *name = options->show;
    if (name == NULL && (options->from != NULL || options->to != NULL))
        name = "routes";
    if (name == NULL && options->flows != NULL)
        name = "flow";
    if (name == NULL)
        name = cor_map_shows[scenario->map.show];
    *out = named(name);
    if (*out != NULL)
        return check(cli, *out, options);
    const char *near = cor_text_nearest(cor_text_of(name), cli_show_names,
                                        CLI_COUNT(cli_show_names) - 1);
    cli_complain("map: there is no kind of map '%s'%s%s%s",
                 cli_shown(cli, name), near != NULL ? ", did you mean " : "",
                 near != NULL ? near : "", near != NULL ? "?" : "");
    return CLI_INPUT;
}

/* "The Trans-Caspian route; the network as of 1 January 2026" */
static const char *
say_subject(struct cli *cli, const struct cli_map *map, const char *subject)
{
    if (subject == NULL || map->scenario->as_of == COR_NO_DATE)
        return subject;
    return cli_show_say(cli, map, "{1}; the network as of {2}", subject,
                        cli_show_day(cli, map, map->scenario->as_of));
}

void cli_show_head(struct cli *cli, struct cli_map *map, bool is_alone)
{
    const char *subject = map->how.title;
    if (map->headline == NULL || map->asked->title != NULL)
        return;
    map->how.title = map->headline;
    if (map->how.subtitle == NULL)
        map->how.subtitle = is_alone ? say_subject(cli, map, subject) : subject;
}

enum cli_exit cli_show_journeys(struct cli *cli, struct cli_map *map)
{
    if (map->journey != NULL)
        return CLI_ANSWERED;
    const struct cor_scenario *scenario = map->scenario;
    const struct cli_list asked = map->asked->corridors;
    const uint32_t *corridor = scenario->map.corridor;
    map->n_journey = scenario->map.n_corridor;
    if (asked.n != 0) {
        map->n_journey = (uint32_t)asked.n;
        const enum cli_exit status =
            cli_corridors_find(cli, &corridor, scenario, asked);
        if (status != CLI_ANSWERED)
            return status;
    } else if (map->n_journey == 0) {
        map->n_journey = scenario->n_corridor;
        corridor = cli_corridors_all(cli, scenario);
    }
    if (corridor == NULL && map->n_journey != 0)
        return CLI_FAULT;
    return cli_corridors_evaluate(cli, &map->journey, scenario, corridor,
                                  map->n_journey);
}

const uint32_t *
cli_show_links(struct cli *cli, const struct cor_route *route, uint32_t *n)
{
    uint32_t *link = cor_arena_array(&cli->arena, uint32_t, route->n_leg);
    *n = 0;
    for (uint32_t i = 0; link != NULL && i < route->n_leg; i++)
        if (route->leg[i].kind == COR_LEG_LINK)
            link[(*n)++] = route->leg[i].record;
    return link;
}

bool cli_show_add(struct cli *cli,
                  struct cli_map *map,
                  struct cor_map_route route)
{
    struct cor_map_route *grown =
        cor_arena_array(&cli->arena, struct cor_map_route, map->n_route + 1);
    if (grown == NULL)
        return false;
    if (map->n_route != 0)
        memcpy(grown, map->route, map->n_route * sizeof *grown);
    grown[map->n_route++] = route;
    map->route = grown;
    return true;
}

void cli_show_judge_title(struct cli *cli,
                          const struct cor_map_options *how,
                          const char *title,
                          const struct cor_titles *titles)
{
    const char *tongue = cli_map_tongue(how);
    bool is_by_language = false;
    for (enum cor_language l = 0; l < COR_N_LANGUAGE; l++) {
        is_by_language |= titles->in[l] != NULL;
        if (titles->in[l] != NULL && strcmp(cor_languages[l], tongue) == 0)
            return;
    }
    if (is_by_language)
        cli_note(cli, "'%s' has no title in '%s'", cli_shown(cli, title),
                 tongue);
}

const char *cli_show_title(struct cli *cli,
                           const struct cli_map *map,
                           const struct cli_journey *journey)
{
    if (journey->titles == NULL)
        return journey->title;
    cli_show_judge_title(cli, &map->how, journey->title, journey->titles);
    return cor_title_in(journey->title, journey->titles, map->how.language,
                        map->how.n_language);
}

static bool
append(struct cli *cli, const char *const **list, uint32_t *n, const char *text)
{
    const char **grown = cor_arena_array(&cli->arena, const char *, *n + 1);
    if (grown == NULL)
        return false;
    for (uint32_t i = 0; i < *n; i++)
        grown[i] = (*list)[i];
    grown[(*n)++] = text;
    *list = grown;
    return true;
}

bool cli_show_remark(struct cli *cli, struct cli_map *map, const char *remark)
{
    return append(cli, &map->how.remark, &map->how.n_remark, remark);
}

/* Nothing is left out in silence: users are told, and those who read the map. */
bool cli_show_miss(struct cli *cli,
                   struct cli_map *map,
                   const struct cli_journey *journey)
{
    if (!cli->common.verbose)
        cli_note(cli, "the map leaves out '%s', which has no route",
                 cli_shown(cli, journey->title));
    return append(cli, &map->missing, &map->n_missing,
                  cli_show_title(cli, map, journey));
}

enum cli_exit cli_show_routes(struct cli *cli,
                              struct cli_map *map,
                              const struct cli_journey *journey,
                              uint32_t n,
                              enum cor_map_role role)
{
    for (uint32_t i = 0; i < n; i++) {
        if (journey[i].routes.n == 0) {
            if (!cli_show_miss(cli, map, &journey[i]))
                return CLI_FAULT;
            continue;
        }
        struct cor_map_route made = {
            .title = cli_show_title(cli, map, &journey[i]), .role = role};
        made.link =
            cli_show_links(cli, &journey[i].routes.route[0], &made.n_link);
        if (made.link == NULL || !cli_show_add(cli, map, made))
            return CLI_FAULT;
    }
    return CLI_ANSWERED;
}

const char *
cli_show_day(struct cli *cli, const struct cli_map *map, cor_date day)
{
    const char *text =
        cor_words_date(&cli->arena, cli_map_tongue(&map->how), day);
    return text != NULL ? text : "";
}

const char *cli_show_say(struct cli *cli,
                         const struct cli_map *map,
                         const char *english,
                         const char *a,
                         const char *b)
{
    const char *text =
        cor_words_fill(&cli->arena, cli_map_tongue(&map->how), english,
                       (const char *[COR_WORDS_VALUES]){a, b});
    return text != NULL ? text : "";
}

/* "1 234", "+1 234", "−1 234" */
static const char *whole(struct cli *cli, double value, bool is_signed)
{
    const double size = fabs(round(value));
    const char *sign = !is_signed ? "" : value < 0 ? "−" : "+";
    return size < 1000 ? cor_text_print(&cli->arena, "%s%.0f", sign, size)
                       : cor_text_print(&cli->arena, "%s%.0f %03.0f", sign,
                                        floor(size / 1000), fmod(size, 1000));
}

const char *cli_show_amounts(struct cli *cli,
                             const struct cli_map *map,
                             double km,
                             double h,
                             bool is_signed)
{
    const bool has_km = !isnan(km) && (!is_signed || round(km) != 0);
    const bool has_h = !isnan(h) && (!is_signed || round(h) != 0);
    const char *length = has_km ? cli_show_say(cli, map, "{1} km",
                                               whole(cli, km, is_signed), NULL)
                                : "";
    const char *time =
        has_h ? cli_show_say(cli, map, "{1} h", whole(cli, h, is_signed), NULL)
              : "";
    return has_km && has_h ? cli_show_say(cli, map, "{1}, {2}", length, time)
           : has_km        ? length
                           : time;
}
