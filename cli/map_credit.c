#include <cli/map_view.h>

#include <cli/names.h>

#include <corridor/render/words.h>

#include <string.h>

/* What the drawn links stand on; each link and each source counts once, by its
   id, since panels may be of several scenarios. */
struct tally {
    struct cor_names link, source;
    uint32_t n_weak;
    bool has_failed;
};

/* Not to be looked up anywhere: the ids that shipped tables use for it. */
static bool is_weak(const char *id)
{
    return strcmp(id, "assumed") == 0 || strcmp(id, "memory") == 0;
}

/* Whether a name is new. */
static bool add(struct tally *tally, struct cor_names *names, const char *name)
{
    const uint32_t had = names->n;
    if (cor_names_add(names, cor_text_of(name)) == COR_NONE)
        tally->has_failed = true;
    return names->n != had;
}

static void count_leg(struct tally *tally,
                      const struct cor_scenario *scenario,
                      const struct cor_leg *leg)
{
    if (leg->kind != COR_LEG_LINK ||
        !add(tally, &tally->link, cli_link_id(scenario, leg->record)))
        return;
    const uint32_t source = leg->figure[COR_BY_LENGTH].source;
    const char *id =
        source != COR_NONE ? cli_source_id(scenario, source) : NULL;
    if (id == NULL || is_weak(id))
        tally->n_weak++;
    else
        add(tally, &tally->source, id);
}

static void count_journeys(struct tally *tally, const struct cli_map *map)
{
    for (uint32_t i = 0; i < map->n_journey; i++)
        for (uint32_t r = 0; r < map->journey[i].routes.n; r++) {
            const struct cor_route *route = &map->journey[i].routes.route[r];
            for (uint32_t l = 0; l < route->n_leg; l++)
                count_leg(tally, map->scenario, &route->leg[l]);
        }
}

static const char *
say_counts(struct cli *cli, const struct tally *tally, const char *language)
{
    const char *const value[COR_WORDS_VALUES] = {
        cor_text_print(&cli->arena, "%u", tally->link.n - tally->n_weak),
        cor_text_print(&cli->arena, "%u", tally->source.n),
        cor_text_print(&cli->arena, "%u", tally->n_weak)};
    return cor_words_fill(
        &cli->arena, language,
        tally->n_weak == 0
            ? "Link lengths: {1} sourced (sources: {2})"
            : "Link lengths: {1} sourced (sources: {2}), {3} from memory, "
              "assumed or without a source",
        value);
}

const char *cli_map_credit(struct cli *cli,
                           const struct cli_map *map,
                           uint32_t n,
                           const char *language)
{
    struct tally tally = {0};
    cor_names_init(&tally.link, &cli->arena);
    cor_names_init(&tally.source, &cli->arena);
    for (uint32_t i = 0; i < n; i++)
        count_journeys(&tally, &map[i]);
    if (tally.has_failed || tally.link.n == 0)
        return NULL;
    return say_counts(cli, &tally, language);
}
