/* Hatches: lines that stay inside, and do not break where neighbours meet. */
#include "render/hatch.h"

#include <criterion/criterion.h>
#include <math.h>

static struct cor_arena arena, scratch;
static struct cor_pen pen;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
    cor_arena_init(&scratch, SIZE_MAX);
    cor_pen_init(&pen, &arena);
}

static void end(void)
{
    cor_arena_finish(&arena);
    cor_arena_finish(&scratch);
}

TestSuite(hatch, .init = begin, .fini = end);

static void box(double left, double top, double right, double bottom)
{
    cor_pen_to(&pen, left, top);
    cor_pen_to(&pen, right, top);
    cor_pen_to(&pen, right, bottom);
    cor_pen_to(&pen, left, bottom);
    cor_pen_part_end(&pen);
}

static struct cor_shape lines_of(double angle_deg)
{
    const struct cor_shape area = cor_pen_shape(&pen, true);
    const struct cor_hatch hatch = {angle_deg, 2};
    cr_assert(cor_hatch_trace(&pen, area, hatch, &scratch));
    return cor_pen_shape(&pen, false);
}

static double length_of(struct cor_shape lines)
{
    double mm = 0;
    for (uint32_t i = 0; i < lines.n_part; i++) {
        const struct cor_vec *p = lines.point + 2 * i;
        cr_assert_eq(lines.end[i], 2 * i + 2, "each is one straight piece");
        mm += hypot(p[1].x - p[0].x, p[1].y - p[0].y);
    }
    return mm;
}

Test(hatch, level_lines_stand_at_multiples_of_the_spacing)
{
    box(1, 1, 11, 9);
    const struct cor_shape lines = lines_of(0);
    cr_assert_eq(lines.n_part, 4);
    for (uint32_t i = 0; i < 4; i++) {
        cr_expect_float_eq(lines.point[2 * i].y, 2 + 2 * i, 1e-9);
        cr_expect_float_eq(lines.point[2 * i].x, 1, 1e-9);
        cr_expect_float_eq(lines.point[2 * i + 1].x, 11, 1e-9);
    }
}

/* Area is what lines cover times their spacing, whatever their direction. */
Test(hatch, slanting_lines_fill_the_area_and_leave_holes)
{
    const double angles[] = {45, -45, 0, 30};
    for (size_t i = 0; i < 4; i++) {
        box(0.3, 0.3, 80.3, 60.3);
        box(20.3, 20.3, 50.3, 40.3);
        const double covered = 2 * length_of(lines_of(angles[i]));
        cr_expect_float_eq(covered, 80 * 60 - 30 * 20, 0.02 * 4800,
                           "%g at %g degrees", covered, angles[i]);
    }
}

Test(hatch, slants_up_to_the_right_at_45_degrees)
{
    box(0, 0, 20, 20);
    const struct cor_shape lines = lines_of(45);
    cr_assert_gt(lines.n_part, 0);
    const struct cor_vec a = lines.point[0], b = lines.point[1];
    cr_expect_float_eq(b.x - a.x, a.y - b.y, 1e-9, "y grows downwards");
    cr_expect_gt(b.x, a.x);
}

Test(hatch, goes_on_over_the_border_of_neighbours)
{
    box(0, 1, 10, 3);
    box(10, 1, 20, 3);
    const struct cor_shape lines = lines_of(0);
    cr_assert_eq(lines.n_part, 1);
    cr_expect_float_eq(lines.point[1].x - lines.point[0].x, 20, 1e-9);
}

Test(hatch, of_nothing_is_nothing)
{
    cr_expect_eq(lines_of(45).n_part, 0);
}
