#include "exchange/nearby.h"

#include <math.h>
#include <string.h>

/* The shortest degree of a meridian of WGS 84, at the equator. */
static const double degree_m = 110574;

enum { FIRST_SLOTS = 1024 };

bool cor_nearby_init(struct cor_nearby *grid,
                     double radius_m,
                     struct cor_arena *arena)
{
    *grid = (struct cor_nearby){
        .arena = arena,
        .radius_m = radius_m,
        .height_deg = fmin(fmax(radius_m / degree_m, 1e-7), 90),
        .n_slot = FIRST_SLOTS,
    };
    grid->slot = cor_arena_array(arena, uint32_t, grid->n_slot);
    if (grid->slot != NULL)
        memset(grid->slot, 0xFF, grid->n_slot * sizeof *grid->slot);
    return grid->slot != NULL;
}

static double band_of(const struct cor_nearby *grid, double lat)
{
    return floor((lat + 90) / grid->height_deg);
}

/* Degrees of longitude that are as wide as a cell is high, anywhere in a
   band. */
static double width_deg(const struct cor_nearby *grid, double band)
{
    const double south = fabs(band * grid->height_deg - 90);
    const double north = fabs((band + 1) * grid->height_deg - 90);
    const double shrink = cos(fmin(fmax(south, north), 90) * M_PI / 180);
    return shrink * 360 <= grid->height_deg ? 360 : grid->height_deg / shrink;
}

static uint32_t
slot_of(const struct cor_nearby *grid, double band, double column)
{
    const double cell[] = {band + 0.0, column + 0.0}; /* no -0 */
    const uint64_t hash = cor_hash(COR_HASH_START, cell, sizeof cell);
    return (uint32_t)(hash & (grid->n_slot - 1));
}

static void insert(struct cor_nearby *grid, uint32_t i)
{
    const struct cor_point point = grid->point[i];
    const double band = band_of(grid, point.lat);
    const double column = floor((point.lon + 180) / width_deg(grid, band));
    const uint32_t slot = slot_of(grid, band, column);
    grid->next[i] = grid->slot[slot];
    grid->slot[slot] = i;
}

static bool grow(struct cor_nearby *grid)
{
    const uint32_t n_slot = grid->n_slot * 2;
    uint32_t *slot = cor_arena_array(grid->arena, uint32_t, n_slot);
    if (slot == NULL)
        return false;
    memset(slot, 0xFF, n_slot * sizeof *slot);
    grid->slot = slot;
    grid->n_slot = n_slot;
    for (uint32_t i = 0; i < grid->n; i++)
        insert(grid, i);
    return true;
}

bool cor_nearby_add(struct cor_nearby *grid, struct cor_point point)
{
    size_t capacity = grid->capacity;
    struct cor_point *list = cor_arena_grow(grid->arena, grid->point, grid->n,
                                            &capacity, sizeof *list);
    uint32_t *next = cor_arena_grow(grid->arena, grid->next, grid->n,
                                    &grid->capacity, sizeof *next);
    if (list == NULL || next == NULL)
        return false;
    grid->point = list;
    grid->next = next;
    grid->point[grid->n++] = point;
    if (grid->n > grid->n_slot)
        return grow(grid);
    insert(grid, grid->n - 1);
    return true;
}

/* The best so far of a search. */
struct search {
    struct cor_point around;
    uint32_t but, best;
    double metres;
};

/* Cells of one slot may be others than the one that is meant: the distance
   decides. */
static void
look_into(struct search *search, const struct cor_nearby *grid, uint32_t slot)
{
    for (uint32_t i = grid->slot[slot]; i != UINT32_MAX; i = grid->next[i]) {
        if (i == search->but)
            continue;
        const double metres =
            cor_geodesic_length_m(search->around, grid->point[i]);
        if (metres < search->metres ||
            (metres == search->metres && i < search->best)) {
            search->metres = metres;
            search->best = i;
        }
    }
}

static void
look_along(struct search *search, const struct cor_nearby *grid, double band)
{
    const double width = width_deg(grid, band);
    const double own = width_deg(grid, band_of(grid, search->around.lat));
    const double reach = fmin(fmax(width, own), 180);
    const double lon = search->around.lon + 180;
    const double last = floor((lon + reach) / width);
    for (double at = floor((lon - reach) / width); at <= last; at++) {
        const double begin = at * width;
        const double turned = begin + width <= 0 ? begin + 360
                              : begin >= 360     ? begin - 360
                                                 : begin;
        look_into(search, grid,
                  slot_of(grid, band, floor(turned / width + 0.5)));
        /* The last cell before 180 degrees is narrower than the others. */
        if (begin < 0 || begin + width > 360) {
            look_into(search, grid, slot_of(grid, band, 0));
            look_into(search, grid, slot_of(grid, band, floor(360 / width)));
            look_into(search, grid,
                      slot_of(grid, band, floor(360 / width) - 1));
        }
    }
}

uint32_t cor_nearby_find(double *metres,
                         const struct cor_nearby *grid,
                         struct cor_point around,
                         uint32_t but)
{
    struct search search = {around, but, UINT32_MAX, INFINITY};
    const double band = band_of(grid, around.lat);
    for (int i = -1; i <= 1; i++)
        look_along(&search, grid, band + i);
    *metres = search.metres;
    return search.metres <= grid->radius_m ? search.best : UINT32_MAX;
}
