#include "model/build.h"

#include <math.h>
#include <string.h>

static bool
build_open(struct cor_links *links, cor_date as_of, struct cor_arena *arena)
{
    bool *open = cor_arena_array(arena, bool, links->n);
    if (open == NULL)
        return false;
    for (uint32_t i = 0; i < links->n; i++)
        open[i] = cor_link_is_open(links, i, as_of);
    links->open = open;
    return true;
}

static bool build_widths(struct cor_building *building, struct cor_links *links)
{
    const struct cor_draft *draft = building->draft;
    uint32_t *gauge_mm =
        cor_arena_take_zero(building->arena, links->n, sizeof *gauge_mm);
    uint8_t *dimension =
        cor_arena_take_zero(building->arena, links->n, sizeof *dimension);
    uint32_t n = 0;
    if (gauge_mm == NULL || dimension == NULL)
        return false;
    links->gauge_mm = gauge_mm;
    links->capacity_dimension = dimension;
    links->co2e_scope =
        cor_build_indices(building, COR_KIND_LINK, COR_LINK_SCOPE);
    if (links->co2e_scope == NULL)
        return false;
    if (cor_draft_column(draft, COR_KIND_LINK, COR_LINK_GAUGE)->spot == NULL &&
        cor_draft_column(draft, COR_KIND_LINK, COR_LINK_CAPACITY)->spot == NULL)
        return true;
    COR_CHECK_EACH(draft, COR_KIND_LINK, link)
    {
        gauge_mm[n] =
            cor_draft_gauge_mm(draft, COR_KIND_LINK, COR_LINK_GAUGE, link);
        dimension[n++] = (uint8_t)cor_build_dimension(building, COR_KIND_LINK,
                                                      COR_LINK_CAPACITY, link);
    }
    return true;
}

/* The geodesic lengths of the links that count. */
static const double *geodesics(struct cor_building *building)
{
    const struct cor_draft *draft = building->draft;
    if (building->all_count)
        return draft->geodesic_m;
    double *geodesic_m =
        cor_arena_array(building->arena, double, building->n[COR_KIND_LINK]);
    uint32_t n = 0;
    if (geodesic_m == NULL)
        return NULL;
    COR_CHECK_EACH(draft, COR_KIND_LINK, link)
    geodesic_m[n++] = draft->geodesic_m[link];
    return geodesic_m;
}

/* What a link that states no length measures. */
static double drawn_m(const struct cor_building *building,
                      const struct cor_links *links,
                      uint32_t link)
{
    const double circuity =
        building->scenario->defaults[links->mode[link]].circuity.number;
    return links->geodesic_m[link] * (isnan(circuity) ? 1 : circuity);
}

static bool build_lengths(struct cor_building *building,
                          struct cor_links *links)
{
    links->geodesic_m = geodesics(building);
    links->published_m =
        cor_build_numbers(building, COR_KIND_LINK, COR_LINK_LENGTH);
    if (links->geodesic_m == NULL || links->published_m == NULL)
        return false;
    links->length_m = links->published_m;
    if (cor_draft_states_all(building->draft, COR_KIND_LINK, COR_LINK_LENGTH))
        return true;
    double *length_m = cor_arena_array(building->arena, double, links->n);
    if (length_m == NULL)
        return false;
    for (uint32_t i = 0; i < links->n; i++)
        length_m[i] = isnan(links->published_m[i]) ? drawn_m(building, links, i)
                                                   : links->published_m[i];
    links->length_m = length_m;
    return true;
}

static bool build_lines(struct cor_building *building, struct cor_links *links)
{
    const struct cor_draft *draft = building->draft;
    links->first_point = draft->first_point;
    links->point = draft->point;
    if (building->all_count)
        return true;
    uint32_t *first =
        cor_arena_array(building->arena, uint32_t, (size_t)links->n + 1);
    struct cor_point *point =
        cor_arena_array(building->arena, struct cor_point,
                        draft->first_point[draft->table[COR_KIND_LINK].n]);
    uint32_t n = 0, n_point = 0;
    if (first == NULL || point == NULL)
        return false;
    COR_CHECK_EACH(draft, COR_KIND_LINK, link)
    {
        first[n++] = n_point;
        for (uint32_t i = draft->first_point[link];
             i < draft->first_point[link + 1]; i++)
            point[n_point++] = draft->point[i];
    }
    first[n] = n_point;
    links->first_point = first;
    links->point = point;
    return true;
}

static bool build_values(struct cor_building *building, struct cor_links *links)
{
    const struct {
        const double **number;
        const uint32_t **source;
        uint32_t field;
    } values[] = {
        {NULL, &links->length_source, COR_LINK_LENGTH},
        {&links->time_s, &links->time_source, COR_LINK_TIME},
        {&links->cost_usd, &links->cost_source, COR_LINK_COST},
        {&links->co2e_kg, &links->co2e_source, COR_LINK_CO2E},
        {&links->speed_m_s, &links->speed_source, COR_LINK_SPEED},
        {&links->capacity, &links->capacity_source, COR_LINK_CAPACITY},
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        *values[i].source =
            cor_build_value_sources(building, COR_KIND_LINK, values[i].field);
        if (*values[i].source == NULL)
            return false;
        if (values[i].number == NULL)
            continue;
        *values[i].number =
            cor_build_numbers(building, COR_KIND_LINK, values[i].field);
        if (*values[i].number == NULL)
            return false;
    }
    return true;
}

static bool build_ends(struct cor_building *building, struct cor_links *links)
{
    const uint8_t *one_way =
        cor_build_indices(building, COR_KIND_LINK, COR_LINK_ONE_WAY);
    bool *flag = cor_arena_array(building->arena, bool, links->n);
    links->ids = cor_build_ids(building, COR_KIND_LINK);
    links->name = cor_build_texts(building, COR_KIND_LINK, COR_LINK_NAME, NULL);
    links->from = building->draft->from;
    links->to = building->draft->to;
    if (!building->all_count) {
        links->from = cor_build_targets(building, COR_KIND_LINK, COR_LINK_FROM);
        links->to = cor_build_targets(building, COR_KIND_LINK, COR_LINK_TO);
    }
    links->mode = cor_build_targets(building, COR_KIND_LINK, COR_LINK_MODE);
    if (one_way == NULL || flag == NULL)
        return false;
    for (uint32_t i = 0; i < links->n; i++)
        flag[i] = one_way[i] != 0;
    links->one_way = flag;
    return links->ids != NULL && links->name != NULL && links->from != NULL &&
           links->to != NULL && links->mode != NULL;
}

static bool build_dates(struct cor_building *building, struct cor_links *links)
{
    links->status = cor_build_indices(building, COR_KIND_LINK, COR_LINK_STATUS);
    links->opens = cor_build_dates(building, COR_KIND_LINK, COR_LINK_OPENS);
    links->closes = cor_build_dates(building, COR_KIND_LINK, COR_LINK_CLOSES);
    links->closed_from =
        cor_build_dates(building, COR_KIND_LINK, COR_LINK_CLOSED_FROM);
    links->closed_until =
        cor_build_dates(building, COR_KIND_LINK, COR_LINK_CLOSED_UNTIL);
    links->source = cor_build_targets(building, COR_KIND_LINK, COR_LINK_SOURCE);
    return links->status != NULL && links->opens != NULL &&
           links->closes != NULL && links->closed_from != NULL &&
           links->closed_until != NULL && links->source != NULL &&
           build_open(links, building->scenario->as_of, building->arena);
}

/* By the words that scenarios/README.md asks notes to begin with. */
static bool is_share(const struct cor_draft *draft, uint32_t link)
{
    static const char words[] = "Share of";
    enum { N_WORDS = sizeof words - 1 };
    const struct cor_draft_column *note =
        cor_draft_stated(draft, COR_KIND_LINK, COR_LINK_NOTE, link);
    return note != NULL && note->text[link].n >= N_WORDS &&
           memcmp(note->text[link].at, words, N_WORDS) == 0;
}

static bool build_shares(struct cor_building *building, struct cor_links *links)
{
    const struct cor_draft *draft = building->draft;
    if (cor_draft_column(draft, COR_KIND_LINK, COR_LINK_NOTE)->spot == NULL)
        return true;
    bool *share = cor_arena_array(building->arena, bool, links->n);
    uint32_t n = 0;
    if (share == NULL)
        return false;
    COR_CHECK_EACH(draft, COR_KIND_LINK, link)
    share[n++] = is_share(draft, link);
    links->is_share = share;
    return true;
}

bool cor_build_links(struct cor_building *building)
{
    struct cor_links *links = &building->scenario->links;
    links->n = building->n[COR_KIND_LINK];
    return build_ends(building, links) && build_widths(building, links) &&
           build_lengths(building, links) && build_shares(building, links) &&
           build_values(building, links) && build_dates(building, links) &&
           build_lines(building, links);
}
