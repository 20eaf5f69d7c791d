/* The base maps that ship, and the labels beside them. */
#include <corridor/geo/landwater.h>

#include <criterion/criterion.h>
#include <inttypes.h>
#include <string.h>

static const char *const shipped[] = {
    SOURCE_ROOT "/maps/world-50m.topojson",
    SOURCE_ROOT "/maps/eurasia-10m.topojson",
};

static const struct cor_basemap *load(const char *path, struct cor_arena *arena)
{
    struct cor_error err = {0};
    const struct cor_basemap *map;
    cr_assert_eq(cor_basemap_load(&map, path, SOURCE_ROOT "/maps/labels.csv",
                                  arena, &err),
                 COR_OK, "%s: %s", path, err.text);
    return map;
}

static void expect_rings_close(const struct cor_basemap *map,
                               const struct cor_basemap_layer *layer,
                               struct cor_arena *arena)
{
    for (uint32_t chain = 0; chain < layer->n_chain; chain++) {
        const struct cor_arena_mark scratch = cor_arena_mark(arena);
        struct cor_point *ring =
            cor_arena_array(arena, struct cor_point,
                            cor_basemap_chain_bound(map, layer, chain));
        cr_assert_not_null(ring);
        const uint32_t n = cor_basemap_chain_points(ring, map, layer, chain);
        cr_expect_geq(n, 4, "chain %" PRIu32, chain);
        cr_expect(ring[0].lon == ring[n - 1].lon &&
                      ring[0].lat == ring[n - 1].lat,
                  "chain %" PRIu32, chain);
        cor_arena_rewind(arena, scratch);
    }
}

Test(shipped_maps, have_rings_that_close)
{
    for (size_t i = 0; i < sizeof shipped / sizeof shipped[0]; i++) {
        struct cor_arena arena;
        cor_arena_init(&arena, SIZE_MAX);
        const struct cor_basemap *map = load(shipped[i], &arena);
        cr_expect_str_eq(map->credit, "Made with Natural Earth");
        expect_rings_close(map, &map->country, &arena);
        expect_rings_close(map, &map->lake, &arena);
        cor_arena_finish(&arena);
    }
}

static bool has_country(const struct cor_basemap *map, const char *code)
{
    for (uint32_t i = 0; i < map->country.n; i++)
        if (strcmp(map->country.code[i], code) == 0)
            return true;
    return false;
}

Test(shipped_maps, have_the_countries_that_labels_name)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    const struct cor_basemap *map = load(shipped[0], &arena);
    const struct cor_basemap_labels *label = &map->label;
    cr_assert_eq(label->n_language, 3);
    for (uint32_t i = 0; i < label->n; i++) {
        if (label->kind[i] == COR_LABEL_COUNTRY)
            cr_expect(has_country(map, label->id[i]), "%s", label->id[i]);
        if (label->kind[i] == COR_LABEL_PLACE)
            cr_expect_str_eq(label->name[i * label->n_language], label->id[i]);
        for (uint32_t j = 0;
             label->kind[i] != COR_LABEL_PLACE && j < label->n_language; j++)
            cr_expect_gt(strlen(label->name[i * label->n_language + j]), 0,
                         "%s in %s", label->id[i], label->language[j]);
    }
    cor_arena_finish(&arena);
}

/* Contested lines are dashed whether they are borders or not. */
Test(shipped_maps, have_arcs_of_every_kind)
{
    for (size_t i = 0; i < sizeof shipped / sizeof shipped[0]; i++) {
        struct cor_arena arena;
        cor_arena_init(&arena, SIZE_MAX);
        const struct cor_basemap *map = load(shipped[i], &arena);
        uint32_t n[COR_ARC_DISPUTED + 1] = {0};
        for (uint32_t arc = 0; arc < map->n_arc; arc++)
            n[map->arc_kind[arc]]++;
        cr_expect_gt(n[COR_ARC_COAST], 1000, "%s", shipped[i]);
        cr_expect_gt(n[COR_ARC_BORDER], 200, "%s", shipped[i]);
        cr_expect_geq(n[COR_ARC_DISPUTED], 20, "%s", shipped[i]);
        cor_arena_finish(&arena);
    }
}

static const char *line_class(const struct cor_basemap *map, const char *name)
{
    for (uint32_t i = 0; i < map->disputed.n; i++)
        if (strcmp(map->disputed.name[i], name) == 0)
            return map->disputed.code[i];
    return "missing";
}

Test(shipped_maps, have_the_lines_their_source_lacks)
{
    static const char *const names[] = {"Crimea", "Abkhazia", "South Ossetia"};
    for (size_t i = 0; i < sizeof shipped / sizeof shipped[0]; i++) {
        struct cor_arena arena;
        cor_arena_init(&arena, SIZE_MAX);
        const struct cor_basemap *map = load(shipped[i], &arena);
        for (size_t j = 0; j < sizeof names / sizeof names[0]; j++)
            cr_expect_str_eq(line_class(map, names[j]), "line-of-control",
                             "%s in %s", names[j], shipped[i]);
        cor_arena_finish(&arena);
    }
}

/* Whether either map has water there: each leaves out some lakes. */
static bool is_water(struct cor_landwater *const *oracle, struct cor_point at)
{
    return !cor_landwater_is_land(oracle[0], at) ||
           !cor_landwater_is_land(oracle[1], at);
}

Test(shipped_maps, have_water_where_it_is_labelled)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    struct cor_landwater *oracle[2];
    const struct cor_basemap *map = NULL;
    for (size_t i = 0; i < 2; i++) {
        map = load(shipped[i], &arena);
        cr_assert_eq(cor_landwater_create(&oracle[i], map, NULL), COR_OK);
    }
    const struct cor_basemap_labels *label = &map->label;
    for (uint32_t i = 0; i < label->n; i++) {
        if (label->kind[i] == COR_LABEL_SEA || label->kind[i] == COR_LABEL_LAKE)
            cr_expect(is_water(oracle, label->at[i]), "%s", label->id[i]);
        if (label->kind[i] == COR_LABEL_SEA)
            cr_expect_not(cor_landwater_is_land(oracle[0], label->at[i]), "%s",
                          label->id[i]);
    }
    for (size_t i = 0; i < 2; i++)
        cor_landwater_destroy(oracle[i]);
    cor_arena_finish(&arena);
}
