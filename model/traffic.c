#include <corridor/model/traffic.h>

#include <corridor/model/scenario.h>

#include <math.h>

/* A way of a link, summed up over the records that speak of it. */
struct way {
    double whole, parts;
    int whole_year, parts_year;
};

static void take(struct way *way, const struct cor_traffic *flow)
{
    if (flow->commodity == NULL) {
        if (isnan(way->whole) || flow->year >= way->whole_year) {
            way->whole = flow->value;
            way->whole_year = flow->year;
        }
        return;
    }
    if (isnan(way->parts) || flow->year > way->parts_year)
        way->parts = 0;
    else if (flow->year < way->parts_year)
        return;
    way->parts += flow->value;
    way->parts_year = flow->year;
}

/* Which of the ways are told: the sum alone, or what is known of the others. */
static bool is_sum(const struct cor_carried *all)
{
    const int *year = all->year;
    const bool has_both = !isnan(all->value[COR_WAY_ALONG]) &&
                          !isnan(all->value[COR_WAY_AGAINST]);
    const int older = year[COR_WAY_ALONG] < year[COR_WAY_AGAINST]
                          ? year[COR_WAY_ALONG]
                          : year[COR_WAY_AGAINST];
    return !isnan(all->value[COR_WAY_SUM]) &&
           (!has_both || year[COR_WAY_SUM] > older);
}

static struct cor_carried choose(const struct way *way)
{
    struct cor_carried out;
    for (int i = 0; i < COR_N_WAY; i++) {
        out.is_whole[i] = !isnan(way[i].whole);
        out.value[i] = out.is_whole[i] ? way[i].whole : way[i].parts;
        out.year[i] = out.is_whole[i] ? way[i].whole_year : way[i].parts_year;
    }
    const bool sum = is_sum(&out);
    for (int i = 0; i < COR_N_WAY; i++)
        if ((i == COR_WAY_SUM) != sum)
            out.value[i] = (double)NAN;
    return out;
}

bool cor_carried_known(const struct cor_carried *carried)
{
    return !isnan(carried->value[COR_WAY_SUM]) ||
           !isnan(carried->value[COR_WAY_ALONG]) ||
           !isnan(carried->value[COR_WAY_AGAINST]);
}

bool cor_carried_has(const struct cor_carried *carried,
                     const struct cor_traffic *flow)
{
    return !isnan(carried->value[flow->way]) &&
           carried->year[flow->way] == flow->year &&
           carried->is_whole[flow->way] == (flow->commodity == NULL);
}

uint32_t cor_traffic_standing(struct cor_carried *out,
                              const struct cor_scenario *scenario,
                              enum cor_dimension dimension)
{
    uint32_t n = 0, i = 0;
    for (uint32_t link = 0; link < scenario->links.n; link++) {
        struct way way[COR_N_WAY];
        for (int w = 0; w < COR_N_WAY; w++)
            way[w] = (struct way){NAN, NAN, 0, 0};
        for (; i < scenario->n_flow && scenario->flow[i].link == link; i++)
            if (scenario->flow[i].dimension == dimension)
                take(&way[scenario->flow[i].way], &scenario->flow[i]);
        out[link] = choose(way);
        n += cor_carried_known(&out[link]) ? 1 : 0;
    }
    return n;
}
