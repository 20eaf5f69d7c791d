#include "render/clip.h"

#include <criterion/criterion.h>
#include <math.h>

static const struct cor_rect rect = {0, 0, 10, 5};

Test(clip, cuts_lines)
{
    static const struct {
        struct cor_vec a, b;
        bool seen;
        struct cor_vec from, to;
    } rows[] = {
        {{1, 1}, {9, 4}, true, {1, 1}, {9, 4}},
        {{-5, 2}, {15, 2}, true, {0, 2}, {10, 2}},
        {{5, -5}, {5, 1}, true, {5, 0}, {5, 1}},
        {{-1, -1}, {-1, 9}, false, {0, 0}, {0, 0}},
        {{-4, 3}, {3, 10}, false, {0, 0}, {0, 0}},
        {{-5, -5}, {15, 15}, true, {0, 0}, {5, 5}},
        {{3, 3}, {3, 3}, true, {3, 3}, {3, 3}},
        {{11, 3}, {11, 3}, false, {0, 0}, {0, 0}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct cor_vec a = rows[i].a, b = rows[i].b;
        cr_expect_eq(cor_clip_line(&a, &b, &rect), rows[i].seen, "row %zu", i);
        if (!rows[i].seen)
            continue;
        cr_expect_lt(hypot(a.x - rows[i].from.x, a.y - rows[i].from.y), 1e-9,
                     "row %zu", i);
        cr_expect_lt(hypot(b.x - rows[i].to.x, b.y - rows[i].to.y), 1e-9,
                     "row %zu", i);
    }
}

static double area(const struct cor_vec *ring, size_t n)
{
    double twice = 0;
    for (size_t i = 0; i < n; i++) {
        const struct cor_vec a = ring[i], b = ring[(i + 1) % n];
        twice += a.x * b.y - b.x * a.y;
    }
    return fabs(twice / 2);
}

Test(clip, cuts_rings)
{
    static const struct {
        const char *name;
        struct cor_vec ring[8];
        size_t n;
        double area;
    } rows[] = {
        {"inside", {{1, 1}, {3, 1}, {3, 3}, {1, 3}}, 4, 4},
        {"around", {{-9, -9}, {99, -9}, {99, 99}, {-9, 99}}, 4, 50},
        {"outside", {{20, 1}, {30, 1}, {30, 3}}, 3, 0},
        {"over a corner", {{8, 3}, {12, 3}, {12, 7}, {8, 7}}, 4, 4},
        {"a wedge", {{5, 2.5}, {25, -7.5}, {25, 12.5}}, 3, 12.5},
        {"two teeth",
         {{1, 8}, {1, 3}, {3, 3}, {3, 8}, {6, 8}, {6, 3}, {8, 3}, {8, 9}},
         8,
         8},
        {"nothing", {{0, 0}}, 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct cor_vec ring[256], spare[256];
        for (size_t k = 0; k < rows[i].n; k++)
            ring[k] = rows[i].ring[k];
        const size_t n = cor_clip_ring(ring, spare, rows[i].n, &rect);
        cr_assert_leq(n, cor_clip_bound(rows[i].n), "%s", rows[i].name);
        cr_expect_float_eq(area(ring, n), rows[i].area, 1e-9, "%s: %g",
                           rows[i].name, area(ring, n));
        for (size_t k = 0; k < n; k++)
            cr_expect(ring[k].x >= 0 && ring[k].x <= 10 && ring[k].y >= 0 &&
                          ring[k].y <= 5,
                      "%s", rows[i].name);
    }
}
