#include <cli/map_view.h>

#include <cli/names.h>

#include <corridor/render/words.h>

#include <string.h>

/* What the drawn links stand on; each link and each source counts once. */
struct tally {
    const struct cor_scenario *scenario;
    bool *link_seen;   /* [links.n] */
    bool *source_seen; /* [sources.n] */
    uint32_t n_link, n_source, n_weak;
};

static bool *make_flags(struct cli *cli, uint32_t n)
{
    bool *flag = cor_arena_array(&cli->arena, bool, n);
    if (flag != NULL)
        memset(flag, 0, n * sizeof *flag);
    return flag;
}

/* Not to be looked up anywhere: the ids that shipped tables use for it. */
static bool is_weak(const struct cor_scenario *scenario, uint32_t source)
{
    const char *id = cli_source_id(scenario, source);
    return strcmp(id, "assumed") == 0 || strcmp(id, "memory") == 0;
}

static void count_leg(struct tally *tally, const struct cor_leg *leg)
{
    if (leg->kind != COR_LEG_LINK || tally->link_seen[leg->record])
        return;
    tally->link_seen[leg->record] = true;
    tally->n_link++;
    const uint32_t source = leg->figure[COR_BY_LENGTH].source;
    if (source == COR_NONE || is_weak(tally->scenario, source)) {
        tally->n_weak++;
    } else if (!tally->source_seen[source]) {
        tally->source_seen[source] = true;
        tally->n_source++;
    }
}

static const char *
say_counts(struct cli *cli, const struct tally *tally, const char *language)
{
    const char *const value[COR_WORDS_VALUES] = {
        cor_text_print(&cli->arena, "%u", tally->n_link - tally->n_weak),
        cor_text_print(&cli->arena, "%u", tally->n_source),
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
                           const struct cor_scenario *scenario,
                           const struct cli_journey *journey,
                           uint32_t n,
                           const char *language)
{
    struct tally tally = {
        .scenario = scenario,
        .link_seen = make_flags(cli, scenario->links.n),
        .source_seen = make_flags(cli, scenario->sources.n),
    };
    if (tally.link_seen == NULL || tally.source_seen == NULL)
        return NULL;
    for (uint32_t i = 0; i < n; i++) {
        const struct cor_route *route = cli_journey_route(&journey[i]);
        for (uint32_t l = 0; route != NULL && l < route->n_leg; l++)
            count_leg(&tally, &route->leg[l]);
    }
    if (tally.n_link == 0)
        return NULL;
    return say_counts(cli, &tally, language);
}
