#include <cli/names.h>

#include <cli/output.h>

#include <string.h>

const char *cli_place_name(const struct cor_scenario *scenario, uint32_t place)
{
    return scenario->places.name[place];
}

static const char *name_of(const struct cor_names *names, uint32_t number)
{
    return number == COR_NONE ? NULL : names->name[number];
}

const char *cli_place_id(const struct cor_scenario *scenario, uint32_t place)
{
    return name_of(scenario->places.ids, place);
}

const char *cli_link_id(const struct cor_scenario *scenario, uint32_t link)
{
    return name_of(scenario->links.ids, link);
}

const char *cli_mode_name(const struct cor_scenario *scenario, uint32_t mode)
{
    return mode == COR_NONE ? NULL : scenario->mode[mode].name;
}

const char *cli_country_code(const struct cor_scenario *scenario,
                             uint32_t country)
{
    return name_of(scenario->countries, country);
}

const char *cli_source_id(const struct cor_scenario *scenario, uint32_t source)
{
    return name_of(scenario->sources.ids, source);
}

/* A kind of thing that has names, and how to find one. */
struct kind {
    const char *word; /* "place" */
    uint32_t (*find)(const struct cor_scenario *scenario, const char *name);
    uint32_t (*count)(const struct cor_scenario *scenario);
    const char *(*name)(const struct cor_scenario *scenario, uint32_t number);
};

uint32_t cli_place_number(const struct cor_scenario *s, const char *name)
{
    uint32_t found = cor_scenario_place(s, name);
    if (found != COR_NONE)
        return found;
    for (uint32_t i = 0; i < s->places.n; i++) {
        if (strcasecmp(s->places.name[i], name) != 0)
            continue;
        if (found != COR_NONE)
            return COR_NONE;
        found = i;
    }
    return found;
}

static uint32_t find_mode(const struct cor_scenario *s, const char *name)
{
    for (uint32_t i = 0; i < s->n_mode; i++)
        if (strcmp(s->mode[i].name, name) == 0)
            return i;
    return COR_NONE;
}

static uint32_t find_country(const struct cor_scenario *s, const char *name)
{
    return cor_names_find(s->countries, cor_text_of(name));
}

static uint32_t count_places(const struct cor_scenario *s)
{
    return s->places.n;
}

static uint32_t count_modes(const struct cor_scenario *s)
{
    return s->n_mode;
}

static uint32_t count_countries(const struct cor_scenario *s)
{
    return s->countries->n;
}

static uint32_t count_corridors(const struct cor_scenario *s)
{
    return s->n_corridor;
}

static const char *corridor_id(const struct cor_scenario *s, uint32_t corridor)
{
    return s->corridor[corridor].id;
}

static const struct kind places = {"place", cli_place_number, count_places,
                                   cli_place_id};
static const struct kind modes = {"mode", find_mode, count_modes,
                                  cli_mode_name};
static const struct kind countries = {"country", find_country, count_countries,
                                      cli_country_code};
static const struct kind corridors = {"corridor", cor_scenario_corridor,
                                      count_corridors, corridor_id};

static const char *nearest(struct cli *cli,
                           const struct cor_scenario *scenario,
                           const struct kind *kind,
                           const char *name)
{
    const uint32_t n = kind->count(scenario);
    const char **names = cor_arena_array(&cli->arena, const char *, n);
    if (names == NULL)
        return NULL;
    for (uint32_t i = 0; i < n; i++)
        names[i] = kind->name(scenario, i);
    return cor_text_nearest(cor_text_of(name), names, n);
}

static enum cli_exit
refuse(struct cli *cli, const char *word, const char *name, const char *near)
{
    if (near != NULL)
        cli_complain("%s: there is no %s '%s', did you mean '%s'?",
                     cli->command->name, word, cli_shown(cli, name),
                     cli_shown(cli, near));
    else
        cli_complain("%s: there is no %s '%s'", cli->command->name, word,
                     cli_shown(cli, name));
    return CLI_USAGE;
}

static enum cli_exit find_all(struct cli *cli,
                              const uint32_t **out,
                              const struct cor_scenario *scenario,
                              struct cli_list list,
                              const struct kind *kind)
{
    uint32_t *found = cor_arena_array(&cli->arena, uint32_t, list.n);
    if (found == NULL)
        return CLI_FAULT;
    for (size_t i = 0; i < list.n; i++) {
        found[i] = kind->find(scenario, list.item[i]);
        if (found[i] == COR_NONE)
            return refuse(cli, kind->word, list.item[i],
                          nearest(cli, scenario, kind, list.item[i]));
    }
    *out = found;
    return CLI_ANSWERED;
}

enum cli_exit cli_place_find(struct cli *cli,
                             uint32_t *out,
                             const struct cor_scenario *scenario,
                             const char *name)
{
    const uint32_t *found;
    const enum cli_exit status =
        cli_places_find(cli, &found, scenario, (struct cli_list){1, &name});
    if (status == CLI_ANSWERED)
        *out = found[0];
    return status;
}

enum cli_exit cli_places_find(struct cli *cli,
                              const uint32_t **out,
                              const struct cor_scenario *scenario,
                              struct cli_list list)
{
    return find_all(cli, out, scenario, list, &places);
}

enum cli_exit cli_modes_find(struct cli *cli,
                             const uint32_t **out,
                             const struct cor_scenario *scenario,
                             struct cli_list list)
{
    return find_all(cli, out, scenario, list, &modes);
}

enum cli_exit cli_corridors_find(struct cli *cli,
                                 const uint32_t **out,
                                 const struct cor_scenario *scenario,
                                 struct cli_list list)
{
    return find_all(cli, out, scenario, list, &corridors);
}

enum { N_AVOIDABLE = 3 };
static const struct kind *const avoidable[N_AVOIDABLE] = {&places, &countries,
                                                          &modes};

/* The first kind that knows the name; notes the others that do. */
static uint32_t decide(struct cli *cli,
                       const struct cor_scenario *scenario,
                       const char *name,
                       size_t *kind)
{
    uint32_t found = COR_NONE;
    for (size_t k = 0; k < N_AVOIDABLE; k++) {
        const uint32_t other = avoidable[k]->find(scenario, name);
        if (found == COR_NONE) {
            *kind = k;
            found = other;
        } else if (other != COR_NONE) {
            cli_note(cli, "'%s' is a %s and a %s; the %s is avoided",
                     cli_shown(cli, name), avoidable[*kind]->word,
                     avoidable[k]->word, avoidable[*kind]->word);
        }
    }
    return found;
}

static const char *nearest_avoidable(struct cli *cli,
                                     const struct cor_scenario *scenario,
                                     const char *name)
{
    const char *near[N_AVOIDABLE];
    for (size_t k = 0; k < N_AVOIDABLE; k++)
        near[k] = nearest(cli, scenario, avoidable[k], name);
    return cor_text_nearest(cor_text_of(name), near, N_AVOIDABLE);
}

enum cli_exit cli_avoid_find(struct cli *cli,
                             struct cor_query *query,
                             const struct cor_scenario *scenario,
                             struct cli_list list)
{
    uint32_t *found[N_AVOIDABLE], n[N_AVOIDABLE] = {0};
    for (size_t k = 0; k < N_AVOIDABLE; k++) {
        found[k] = cor_arena_array(&cli->arena, uint32_t, list.n);
        if (found[k] == NULL)
            return CLI_FAULT;
    }
    for (size_t i = 0; i < list.n; i++) {
        size_t kind;
        const uint32_t number = decide(cli, scenario, list.item[i], &kind);
        if (number == COR_NONE)
            return refuse(cli, "place, country or mode", list.item[i],
                          nearest_avoidable(cli, scenario, list.item[i]));
        found[kind][n[kind]++] = number;
    }
    query->avoid_place = found[0];
    query->avoid_country = found[1];
    query->avoid_mode = found[2];
    query->n_avoid_place = n[0];
    query->n_avoid_country = n[1];
    query->n_avoid_mode = n[2];
    return CLI_ANSWERED;
}
