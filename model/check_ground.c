#include "model/check_ground.h"

#include <corridor/base/number.h>
#include <corridor/geo/landwater.h>
#include <corridor/model/mode.h>

#include "model/check.h"

/* Ports lie up rivers and behind moles, and base maps are drawn to a kilometre:
   a shorter piece is no sign of a wrong line. */
static const double tolerated_m = 5000;

static uint32_t shape_spot(const struct cor_draft *draft, uint32_t link)
{
    const uint32_t whole =
        cor_draft_at(draft, COR_KIND_LINK, COR_LINK_GEOMETRY, link);
    const uint32_t between =
        cor_draft_at(draft, COR_KIND_LINK, COR_LINK_VIA, link);
    if (whole != 0 || between != 0)
        return whole != 0 ? whole : between;
    return draft->table[COR_KIND_LINK].spot[link];
}

/* What a line runs over though its mode cannot. */
struct trespass {
    const char *code, *over;
    double total_m, longest_m;
};

static struct trespass find(const struct cor_landwater_run *run,
                            enum cor_medium medium)
{
    if (medium == COR_ON_WATER)
        return (struct trespass){"over-land", "land", run->land_m,
                                 run->longest_land_m};
    return (struct trespass){"over-water", "water", run->water_m,
                             run->longest_water_m};
}

static void judge(struct cor_draft *draft,
                  uint32_t link,
                  const struct cor_mode *mode,
                  const struct cor_landwater_run *run)
{
    const struct trespass found = find(run, mode->medium);
    if (found.longest_m <= tolerated_m)
        return;
    char km[COR_NUMBER_SIZE];
    cor_number_fixed(km, found.total_m / 1000, 0);
    const char *advice = mode->medium == COR_ON_WATER
                             ? "add points to via that lead around the coast"
                             : "add points to via that follow the line, or say "
                               "sea or ferry";
    const char *why = cor_draft_explained(draft, COR_ODD_GROUND, link);
    COR_CHECK_ADD(draft, why == NULL ? COR_WARNING : COR_NOTE, found.code,
                  shape_spot(draft, link), why == NULL ? advice : NULL,
                  "the %s link '%s' runs over %s for %s km%s%s", mode->name,
                  cor_draft_id(draft, COR_KIND_LINK, link), found.over, km,
                  why == NULL ? "" : ": ", why == NULL ? "" : why);
}

static bool covers(const struct cor_ground *ground,
                   const struct cor_point *point,
                   uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (point[i].lon < ground->west || point[i].lon > ground->east ||
            point[i].lat < ground->south || point[i].lat > ground->north)
            return false;
    return true;
}

/* A link that no ground covers runs over nothing that is known. */
static enum cor_status measure(struct cor_landwater_run *out,
                               struct cor_draft *draft,
                               const struct cor_load *how,
                               uint32_t link,
                               struct cor_error *err)
{
    const struct cor_point *point = draft->point + draft->first_point[link];
    const uint32_t n = draft->first_point[link + 1] - draft->first_point[link];
    *out = (struct cor_landwater_run){0};
    for (uint32_t i = 0; i < how->n_ground; i++)
        if (covers(&how->ground[i], point, n))
            return cor_landwater_measure(out, how->ground[i].oracle, point, n,
                                         draft->arena, err);
    return COR_OK;
}

/* Modes of a scenario's own move anywhere. */
static const struct cor_mode *bound_mode(const struct cor_draft *draft,
                                         uint32_t link)
{
    const uint32_t mode =
        cor_draft_word(draft, COR_KIND_LINK, COR_LINK_MODE, link);
    const bool bound =
        mode < COR_N_MODE && (cor_modes[mode].medium == COR_ON_LAND ||
                              cor_modes[mode].medium == COR_ON_WATER);
    return bound ? &cor_modes[mode] : NULL;
}

enum cor_status cor_check_ground(struct cor_draft *draft,
                                 const struct cor_load *how,
                                 struct cor_error *err)
{
    if (how->n_ground == 0)
        return COR_OK;
    COR_CHECK_EACH(draft, COR_KIND_LINK, link)
    {
        const struct cor_mode *mode = bound_mode(draft, link);
        if (mode == NULL)
            continue;
        struct cor_landwater_run run;
        const enum cor_status status = measure(&run, draft, how, link, err);
        if (status != COR_OK)
            return status;
        judge(draft, link, mode, &run);
    }
    return COR_OK;
}
