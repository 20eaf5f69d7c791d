#include "render/waters.h"

#include <criterion/criterion.h>

/* Two basins with a wall between them, on a page of 20 by 10 mm. */
static void make_basins(struct cor_grid *land, struct cor_arena *arena)
{
    static const struct cor_vec wall[] = {{9, -1}, {11, -1}, {11, 11}, {9, 11}};
    static const struct cor_rect page = {0, 0, 20, 10};
    const uint32_t end = 4;
    cr_assert(cor_grid_init(land, page, 0.5, arena));
    cr_assert(cor_grid_add_rings(land, wall, &end, 1, 1, arena));
}

static double cells_of(const struct cor_waters *waters,
                       struct cor_vec point,
                       double reach,
                       struct cor_rect area,
                       struct cor_arena *arena)
{
    struct cor_grid mask;
    cr_assert(cor_waters_mask(&mask, waters, point, reach, area, NULL, arena));
    return cor_grid_ask(&mask, mask.area, NULL);
}

Test(waters, are_told_apart)
{
    static const struct cor_rect all = {-5, -5, 30, 30}, part = {2, 2, 15, 4};
    struct cor_arena arena;
    struct cor_grid land;
    struct cor_waters waters;
    cor_arena_init(&arena, SIZE_MAX);
    make_basins(&land, &arena);
    cr_assert(cor_waters_find(&waters, &land, &arena));
    const uint32_t *row = &waters.body[waters.n_x + 2 + 1];
    cr_expect_neq(row[0], row[39]);
    cr_expect_neq(row[0], 0);
    cr_expect_eq(row[20], 0, "on the wall");
    const struct cor_vec west = {3, 5}, east = {17, 5}, wall = {10.4, 5};
    cr_expect_eq(cells_of(&waters, west, 1, all, &arena), 18 * 20);
    cr_expect_eq(cells_of(&waters, east, 1, all, &arena), 18 * 20);
    cr_expect_eq(cells_of(&waters, west, 1, part, &arena), 14 * 4);
    cr_expect_eq(cells_of(&waters, wall, 0.3, all, &arena), 0);
    cr_expect_eq(cells_of(&waters, wall, 2, part, &arena), 8 * 4,
                 "the nearer one, to the east");
    cor_arena_finish(&arena);
}
