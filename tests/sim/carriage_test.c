/* What borders charge: by direction, and by how the cargo travels. */
#include "tests/sim/fixture.h"

enum { A, B, C };

static struct cor_arena arena;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
}

static void end(void)
{
    cor_arena_finish(&arena);
}

TestSuite(carriage, .init = begin, .fini = end);

static const double hour_s = 3600;

static struct cor_border
border(uint32_t country, uint32_t mode, enum cor_carriage carriage, double h)
{
    struct cor_border made = border_row(B, country, mode, h * hour_s);
    made.carriage = carriage;
    return made;
}

/* Two hours of rail from AA to BB, where borders stand in the middle. */
static struct scenario_rows rail_rows(void)
{
    struct scenario_rows rows = {
        .n_place = 3, .country = {1, 1, 2}, .n_link = 2};
    for (uint32_t i = 0; i < 2; i++)
        rows.link[i] = (struct link_row){.id = i == 0 ? "ab" : "bc",
                                         .from = i,
                                         .to = i + 1,
                                         .mode = COR_MODE_RAIL,
                                         .length_m = 50000,
                                         .time_s = hour_s};
    return rows;
}

static const struct cor_route *travel(const struct scenario_rows *rows,
                                      enum cor_carriage carriage,
                                      uint32_t from,
                                      uint32_t to)
{
    struct cor_scenario *scenario =
        cor_arena_copy(&arena, scenario_of(rows, &arena), 1, sizeof *scenario);
    struct cor_routes found;
    const struct cor_query query = {.from = from, .to = to};
    scenario->cargo.carriage = carriage;
    cr_assert_eq(
        cor_route_find(&found, scenario, &query, COR_BY_TIME, 1, &arena, NULL),
        COR_OK);
    cr_assert_eq(found.n, 1);
    return &found.route[0];
}

static double hours(const struct scenario_rows *rows,
                    enum cor_carriage carriage,
                    uint32_t from,
                    uint32_t to)
{
    return travel(rows, carriage, from, to)->amount[COR_BY_TIME] / hour_s;
}

Test(carriage, is_charged_by_direction)
{
    struct scenario_rows rows = rail_rows();
    rows.n_border = 2;
    rows.border[0] = border(2, COR_MODE_RAIL, COR_CARRIAGE_ANY, 78);
    rows.border[1] = border(1, COR_MODE_RAIL, COR_CARRIAGE_ANY, 6.8);
    cr_expect_eq(hours(&rows, COR_CARRIAGE_ANY, A, C), 80);
    cr_expect_eq(hours(&rows, COR_CARRIAGE_ANY, C, A), 8.8);
}

/* Every set of records there can be, and what each cargo is then charged. */
Test(carriage, takes_the_record_that_fits_best)
{
    static const double none = NAN;
    static const struct {
        double any, wagon, block; /* stated; NAN: no such record */
        double of[COR_N_CARRIAGE];
    } want[] = {
        {78, none, none, {78, 78, 78}}, {none, 70, none, {70, 70, 70}},
        {none, none, 1, {1, 1, 1}},     {78, 70, none, {78, 70, 78}},
        {78, none, 1, {78, 78, 1}},     {none, 70, 1, {70, 70, 1}},
        {78, 70, 1, {78, 70, 1}},
    };
    for (size_t i = 0; i < sizeof want / sizeof want[0]; i++) {
        const double stated[COR_N_CARRIAGE] = {want[i].any, want[i].wagon,
                                               want[i].block};
        struct scenario_rows rows = rail_rows();
        for (int c = COR_N_CARRIAGE - 1; c >= 0; c--)
            if (!isnan(stated[c]))
                rows.border[rows.n_border++] =
                    border(2, COR_MODE_RAIL, (enum cor_carriage)c, stated[c]);
        for (int c = 0; c < COR_N_CARRIAGE; c++)
            cr_expect_eq(hours(&rows, (enum cor_carriage)c, A, C),
                         2 + want[i].of[c], "case %zu, %s", i,
                         cor_carriages[c]);
    }
}

Test(carriage, leaves_alone_what_another_mode_is_charged)
{
    struct scenario_rows rows = rail_rows();
    rows.n_border = 3;
    rows.border[0] = border(2, COR_MODE_ROAD, COR_CARRIAGE_BLOCK_TRAIN, 1);
    rows.border[1] = border(1, COR_MODE_RAIL, COR_CARRIAGE_BLOCK_TRAIN, 2);
    rows.border[2] = border(2, COR_MODE_RAIL, COR_CARRIAGE_ANY, 78);
    cr_expect_eq(hours(&rows, COR_CARRIAGE_BLOCK_TRAIN, A, C), 80);
}

Test(carriage, changes_the_best_route)
{
    struct scenario_rows rows = rail_rows();
    rows.n_link = 3;
    rows.link[2] = (struct link_row){.id = "round",
                                     .from = A,
                                     .to = C,
                                     .mode = COR_MODE_RAIL,
                                     .length_m = 500000,
                                     .time_s = 30 * hour_s};
    rows.n_border = 2;
    rows.border[0] = border(2, COR_MODE_RAIL, COR_CARRIAGE_WAGON, 78);
    rows.border[1] = border(2, COR_MODE_RAIL, COR_CARRIAGE_BLOCK_TRAIN, 1);
    cr_expect_eq(hours(&rows, COR_CARRIAGE_WAGON, A, C), 30);
    cr_expect_eq(hours(&rows, COR_CARRIAGE_BLOCK_TRAIN, A, C), 3);
}
