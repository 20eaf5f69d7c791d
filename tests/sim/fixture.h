/* tests/sim/fixture.h -- small scenarios made of rows. */
#ifndef TESTS_SIM_FIXTURE_H
#define TESTS_SIM_FIXTURE_H

#include <corridor/sim/route.h>

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

enum { FIXTURE_PLACES = 12, FIXTURE_LINKS = 24, FIXTURE_RECORDS = 8 };

struct link_row {
    const char *id;
    uint32_t from, to;
    uint32_t mode, gauge_mm;
    double length_m, time_s; /* NAN: not stated */
    bool one_way, is_not_open;
    cor_date opens;
};

/** What a test fills in; all else is nothing, unknown or the least. */
struct scenario_rows {
    uint32_t n_place, n_link, n_transfer, n_border, n_service;
    const char *place[FIXTURE_PLACES];
    uint32_t country[FIXTURE_PLACES]; /* from 1; 0: not known */
    struct link_row link[FIXTURE_LINKS];
    struct cor_transfer transfer[FIXTURE_RECORDS];
    struct cor_border border[FIXTURE_RECORDS];
    struct cor_service service[FIXTURE_RECORDS];
    struct cor_default defaults[COR_N_MODE];
};

static inline struct cor_value value_of(double number)
{
    return (struct cor_value){number, COR_NONE};
}

static inline struct cor_transfer transfer_row(uint32_t place,
                                               uint32_t from_mode,
                                               uint32_t from_gauge_mm,
                                               uint32_t to_mode,
                                               uint32_t to_gauge_mm,
                                               double time_s)
{
    return (struct cor_transfer){
        .place = place,
        .from_mode = from_mode,
        .from_gauge_mm = from_gauge_mm,
        .to_mode = to_mode,
        .to_gauge_mm = to_gauge_mm,
        .time_s = value_of(time_s),
        .cost_usd = value_of(time_s),
        .source = COR_NONE,
    };
}

static inline struct cor_border
border_row(uint32_t place, uint32_t country, uint32_t mode, double time_s)
{
    return (struct cor_border){.place = place,
                               .country = country - 1,
                               .mode = mode,
                               .time_s = value_of(time_s),
                               .cost_usd = value_of(NAN),
                               .source = COR_NONE};
}

static inline void *fixture_take(struct cor_arena *arena, size_t n, size_t size)
{
    void *taken = cor_arena_take(arena, n, size);
    cr_assert_not_null(taken);
    memset(taken, 0, n * size);
    return taken;
}

static inline const struct cor_names *
fixture_names(const char *const *name, uint32_t n, struct cor_arena *arena)
{
    struct cor_names *names = fixture_take(arena, 1, sizeof *names);
    cor_names_init(names, arena);
    for (uint32_t i = 0; i < n; i++)
        cr_assert_eq(cor_names_add(names, cor_text_of(name[i])), i);
    return names;
}

static inline double *
fixture_numbers(struct cor_arena *arena, uint32_t n, double number)
{
    double *made = fixture_take(arena, n, sizeof *made);
    for (uint32_t i = 0; i < n; i++)
        made[i] = number;
    return made;
}

static inline uint32_t *fixture_none(struct cor_arena *arena, uint32_t n)
{
    uint32_t *made = fixture_take(arena, n, sizeof *made);
    for (uint32_t i = 0; i < n; i++)
        made[i] = COR_NONE;
    return made;
}

static inline void fixture_places(struct cor_places *places,
                                  const struct scenario_rows *rows,
                                  struct cor_arena *arena)
{
    const uint32_t n = rows->n_place;
    static const char *const letter[FIXTURE_PLACES] = {
        "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"};
    const char **name = fixture_take(arena, n, sizeof *name);
    uint32_t *country = fixture_none(arena, n);
    for (uint32_t i = 0; i < n; i++) {
        name[i] = rows->place[i] != NULL ? rows->place[i] : letter[i];
        if (rows->country[i] != 0)
            country[i] = rows->country[i] - 1;
    }
    *places = (struct cor_places){
        .n = n,
        .ids = fixture_names(name, n, arena),
        .name = name,
        .name_local = fixture_take(arena, n, sizeof(char *)),
        .at = fixture_take(arena, n, sizeof(struct cor_point)),
        .country = country,
        .kind = fixture_take(arena, n, 1),
        .source = fixture_none(arena, n),
        .label_at = fixture_take(arena, n, 1),
    };
}

static inline void fixture_links(struct cor_links *links,
                                 const struct scenario_rows *rows,
                                 struct cor_arena *arena)
{
    const uint32_t n = rows->n_link;
    const char *id[FIXTURE_LINKS];
    uint32_t *from = fixture_none(arena, n), *to = fixture_none(arena, n);
    uint32_t *mode = fixture_none(arena, n), *gauge_mm = fixture_none(arena, n);
    bool *one_way = fixture_take(arena, n, sizeof *one_way);
    bool *open = fixture_take(arena, n, sizeof *open);
    uint8_t *status = fixture_take(arena, n, sizeof *status);
    cor_date *opens = fixture_take(arena, n, sizeof *opens);
    cor_date *closes = fixture_take(arena, n, sizeof *closes);
    double *length_m = fixture_numbers(arena, n, NAN);
    double *time_s = fixture_numbers(arena, n, NAN);
    for (uint32_t i = 0; i < n; i++) {
        const struct link_row *row = &rows->link[i];
        id[i] = row->id;
        from[i] = row->from;
        to[i] = row->to;
        mode[i] = row->mode;
        gauge_mm[i] = row->gauge_mm;
        length_m[i] = row->length_m;
        time_s[i] = row->time_s;
        one_way[i] = row->one_way;
        open[i] = !row->is_not_open;
        status[i] = row->is_not_open ? COR_LINK_PLANNED : COR_LINK_OPEN;
        opens[i] = row->opens != 0 ? row->opens : COR_NO_DATE;
        closes[i] = COR_NO_DATE;
    }
    *links = (struct cor_links){
        .n = n,
        .ids = fixture_names(id, n, arena),
        .name = fixture_take(arena, n, sizeof(char *)),
        .from = from,
        .to = to,
        .one_way = one_way,
        .mode = mode,
        .gauge_mm = gauge_mm,
        .length_m = length_m,
        .published_m = length_m,
        .geodesic_m = length_m,
        .time_s = time_s,
        .cost_usd = fixture_numbers(arena, n, NAN),
        .co2e_kg = fixture_numbers(arena, n, NAN),
        .co2e_scope = fixture_take(arena, n, 1),
        .speed_m_s = fixture_numbers(arena, n, NAN),
        .capacity = fixture_numbers(arena, n, NAN),
        .capacity_dimension = fixture_take(arena, n, 1),
        .length_source = fixture_none(arena, n),
        .time_source = fixture_none(arena, n),
        .cost_source = fixture_none(arena, n),
        .co2e_source = fixture_none(arena, n),
        .speed_source = fixture_none(arena, n),
        .capacity_source = fixture_none(arena, n),
        .source = fixture_none(arena, n),
        .status = status,
        .opens = opens,
        .closes = closes,
        .closed_from = closes,
        .closed_until = closes,
        .open = open,
    };
}

static inline const struct cor_default *
fixture_defaults(const struct scenario_rows *rows, struct cor_arena *arena)
{
    struct cor_default *made =
        cor_arena_copy(arena, rows->defaults, COR_N_MODE, sizeof *made);
    cr_assert_not_null(made);
    for (uint32_t i = 0; i < COR_N_MODE; i++) {
        struct cor_value *const value[] = {&made[i].speed_m_s,
                                           &made[i].cost_usd_per_tkm,
                                           &made[i].cost_usd_per_feu_km,
                                           &made[i].co2e_kg_per_tkm,
                                           &made[i].circuity,
                                           &made[i].driving};
        for (size_t j = 0; j < sizeof value / sizeof value[0]; j++)
            if (value[j]->number == 0)
                *value[j] = value_of(NAN);
    }
    return made;
}

/** Rows are borrowed; all else is owned by the arena. */
static inline const struct cor_scenario *
scenario_of(const struct scenario_rows *rows, struct cor_arena *arena)
{
    static const char *const country[] = {"AA", "BB", "CC", "DD"};
    struct cor_scenario *made = fixture_take(arena, 1, sizeof *made);
    fixture_places(&made->places, rows, arena);
    fixture_links(&made->links, rows, arena);
    made->title = "rows";
    made->file = "rows.yaml";
    made->as_of = COR_NO_DATE;
    made->n_mode = COR_N_MODE;
    made->mode = cor_modes;
    made->countries = fixture_names(country, 4, arena);
    made->sources.ids = fixture_names(NULL, 0, arena);
    made->n_transfer = rows->n_transfer;
    made->transfer = rows->transfer;
    made->n_border = rows->n_border;
    made->border = rows->border;
    made->n_service = rows->n_service;
    made->service = rows->service;
    made->defaults = fixture_defaults(rows, arena);
    made->cargo = (struct cor_cargo){.unit = "FEU",
                                     .teu = 2,
                                     .mass_t = 24,
                                     .value_usd = value_of(NAN),
                                     .time_value_usd_per_s = value_of(NAN)};
    cr_assert_eq(cor_network_build(&made->network, made->places.n,
                                   made->links.n, made->links.from,
                                   made->links.to, made->links.one_way, arena,
                                   NULL),
                 COR_OK);
    return made;
}

/** SplitMix64: Steele, Lea and Flood (2014), doi:10.1145/2660193.2660195. */
static inline uint32_t random_below(uint64_t *state, uint32_t bound)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return (uint32_t)((z ^ (z >> 31)) % bound);
}

#endif
