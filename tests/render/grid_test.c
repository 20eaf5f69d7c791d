#include "render/grid.h"

#include <criterion/criterion.h>
#include <math.h>

static const struct cor_rect area = {10, 20, 40, 36};

static double at(uint64_t *state)
{
    *state = *state * 6364136223846793005 + 1442695040888963407;
    return (double)(*state >> 33) / (double)(1u << 31);
}

/* Knuth (1997), The Art of Computer Programming 2, 3.3.4, for the constants. */
static struct cor_vec random_point(uint64_t *state)
{
    const double x = at(state), y = at(state);
    return (struct cor_vec){10 + 30 * x, 20 + 16 * y};
}

static bool contains(const struct cor_vec *ring, uint32_t n, struct cor_vec p)
{
    bool inside = false;
    for (uint32_t i = 0, k = n - 1; i < n; k = i++)
        if ((ring[i].y > p.y) != (ring[k].y > p.y) &&
            p.x < (ring[k].x - ring[i].x) * (p.y - ring[i].y) /
                          (ring[k].y - ring[i].y) +
                      ring[i].x)
            inside = !inside;
    return inside;
}

/* Cells inside a ring and a rectangle, counted one by one. */
static double count(const struct cor_vec *ring, uint32_t n, struct cor_rect r)
{
    double found = 0;
    for (int row = 0; row < 32; row++)
        for (int col = 0; col < 60; col++) {
            const struct cor_vec middle = {10.25 + col * 0.5,
                                           20.25 + row * 0.5};
            found += middle.x >= r.left && middle.x < r.right &&
                     middle.y >= r.top && middle.y < r.bottom &&
                     contains(ring, n, middle);
        }
    return found;
}

static struct cor_rect random_rect(uint64_t *state)
{
    const struct cor_vec a = random_point(state), b = random_point(state);
    return (struct cor_rect){fmin(a.x, b.x), fmin(a.y, b.y), fmax(a.x, b.x),
                             fmax(a.y, b.y)};
}

Test(grid, counts_cells_of_rings_like_one_by_one)
{
    struct cor_arena arena, scratch;
    cor_arena_init(&arena, SIZE_MAX);
    cor_arena_init(&scratch, SIZE_MAX);
    uint64_t state = 1;
    for (int seed = 0; seed < 40; seed++) {
        struct cor_vec ring[9];
        const uint32_t end = 3 + (uint32_t)(at(&state) * 6.9);
        for (uint32_t i = 0; i < end; i++)
            ring[i] = random_point(&state);
        struct cor_grid grid;
        cr_assert(cor_grid_init(&grid, area, 0.5, &arena));
        cr_assert(cor_grid_add_rings(&grid, ring, &end, 1, 1, &scratch));
        const struct cor_grid_survey survey = cor_grid_survey(&grid);
        cor_grid_sum(&grid);
        cr_expect_float_eq(survey.area_mm2, count(ring, end, area) / 4, 1e-9,
                           "seed %d", seed);
        for (int k = 0; k < 20; k++) {
            const struct cor_rect r = random_rect(&state);
            cr_expect_float_eq(cor_grid_ask(&grid, r, NULL),
                               count(ring, end, r), 1e-9, "seed %d", seed);
        }
    }
    cor_arena_finish(&arena);
    cor_arena_finish(&scratch);
}

Test(grid, keeps_the_length_of_lines)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    struct cor_grid grid;
    cr_assert(cor_grid_init(&grid, area, 0.5, &arena));
    cor_grid_add_line(&grid, (struct cor_vec){12, 22}, (struct cor_vec){15, 26},
                      2);
    cor_grid_add_line(&grid, (struct cor_vec){30, 28}, (struct cor_vec){50, 28},
                      1);
    cor_grid_sum(&grid);
    cr_expect_float_eq(
        cor_grid_ask(&grid, (struct cor_rect){10, 20, 20, 36}, NULL), 10, 0.003,
        "to half a part in each of 20 cells");
    cr_expect_float_eq(
        cor_grid_ask(&grid, (struct cor_rect){20, 20, 40, 36}, NULL), 10, 0.3,
        "what lies outside does not count");
    double n;
    cr_expect_eq(cor_grid_ask(&grid, (struct cor_rect){35, 20, 35, 36}, &n), 0);
    cr_expect_eq(n, 0);
    cor_arena_finish(&arena);
}

/* Differences of sums of tenths are not 0 by themselves. */
Test(grid, has_nothing_where_nothing_was_added)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    struct cor_grid grid;
    cr_assert(
        cor_grid_init(&grid, (struct cor_rect){0, 0, 40, 40}, 0.5, &arena));
    for (int i = 0; i < 40; i++) {
        cor_grid_add_line(&grid, (struct cor_vec){0.1 * i, i},
                          (struct cor_vec){8 + 0.2 * i, 0.7 * i}, 0.1);
        cor_grid_add_line(&grid, (struct cor_vec){i, 0.1 * i},
                          (struct cor_vec){0.7 * i, 8 + 0.2 * i}, 0.1);
    }
    cor_grid_sum(&grid);
    for (int i = 0; i < 20; i++) {
        const struct cor_rect empty = {18 + 0.5 * i, 18 + 0.3 * i, 38, 38};
        cr_expect_eq(cor_grid_ask(&grid, empty, NULL), 0, "%d: %g", i,
                     cor_grid_ask(&grid, empty, NULL));
    }
    cor_arena_finish(&arena);
}
