#include <corridor/geo/landwater.h>
#include <corridor/model/load.h>

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* One link from Aktau to Alat, of a mode and by a way. */
static const char text[] =
    "corridor: 1\n"
    "title: Across the Caspian\n"
    "places:\n"
    "  aktau: {lon: 51.15, lat: 43.60, kind: port}\n"
    "  alat: {lon: 49.41, lat: 39.96, kind: port}\n"
    "links:\n"
    "  - {id: it, from: aktau, to: alat, mode: %s, via: [%s]}\n";

struct row {
    const char *mode, *via;
    const char *code; /* NULL: nothing to say */
};

static void judge(const struct row *row,
                  const struct cor_load *how,
                  struct cor_arena *arena)
{
    char scenario[1024];
    snprintf(scenario, sizeof scenario, text, row->mode, row->via);
    struct cor_report report;
    cor_report_init(&report, arena);
    const struct cor_scenario *made;
    enum cor_load_state state;
    struct cor_error err = {0};
    cr_assert_eq(cor_scenario_load_text(&made, &state, "it.yaml",
                                        cor_text_of(scenario), how, &report,
                                        arena, &err),
                 COR_OK, "%s by %s: %s", row->mode, row->via, err.text);
    size_t n = 0;
    for (size_t i = 0; i < report.n; i++) {
        const struct cor_diagnostic *item = &report.item[i];
        if (strncmp(item->code, "over-", 5) != 0)
            continue;
        n++;
        cr_assert_not_null(row->code, "%s by %s: %s", row->mode, row->via,
                           item->message);
        cr_expect_str_eq(item->code, row->code, "%s by %s", row->mode,
                         row->via);
        cr_expect_eq(item->place.line, 7);
    }
    cr_expect_eq(n, row->code != NULL, "%s by %s", row->mode, row->via);
}

static const struct row rows[] = {
    {"ferry", "[50.9, 42.5], [50.4, 40.6]", "over-land"},
    {"ferry", "[50.75, 40.4], [50.1, 39.9]", NULL},
    {"rail", "[50.75, 40.4], [50.1, 39.9]", "over-water"},
    {"road", "[50.75, 40.4], [50.1, 39.9]", "over-water"},
    {"air", "[50.9, 42.5], [50.4, 40.6]", NULL},
    {"pipeline", "[50.9, 42.5], [50.4, 40.6]", NULL},
};

static void judge_all(const struct cor_load *how, struct cor_arena *arena)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        judge(&rows[i], how, arena);
}

Test(check_ground, finds_ships_on_land_and_trains_on_water)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    const struct cor_basemap *map;
    struct cor_ground ground = {NULL, -180, -90, 180, 90};
    cr_assert_eq(cor_basemap_load(&map,
                                  SOURCE_ROOT "/maps/eurasia-10m.topojson",
                                  NULL, &arena, NULL),
                 COR_OK);
    cr_assert_eq(cor_landwater_create(&ground.oracle, map, NULL), COR_OK);
    judge_all(&(struct cor_load){.as_of = COR_NO_DATE,
                                 .n_ground = 1,
                                 .ground = &ground},
              &arena);
    cor_landwater_destroy(ground.oracle);
    cor_arena_finish(&arena);
}

Test(check_ground, says_nothing_of_what_no_ground_covers)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    const struct cor_ground elsewhere = {NULL, 0, 0, 10, 10};
    const struct row ferry = {"ferry", "[50.9, 42.5], [50.4, 40.6]", NULL};
    judge(&ferry, &(struct cor_load){.as_of = COR_NO_DATE}, &arena);
    judge(&ferry,
          &(struct cor_load){
              .as_of = COR_NO_DATE, .n_ground = 1, .ground = &elsewhere},
          &arena);
    cor_arena_finish(&arena);
}
