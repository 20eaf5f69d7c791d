#include <corridor/base/arena.h>

#include <criterion/criterion.h>
#include <stdalign.h>
#include <string.h>

static struct cor_arena arena;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
}

static void finish(void)
{
    cor_arena_finish(&arena);
}

TestSuite(arena, .init = begin, .fini = finish);

/* Small ones share a block, large ones do not; all keep what is in them. */
Test(arena, arrays_are_aligned_and_apart)
{
    enum { N = 300, STEP = 331 };
    static unsigned char *array[N];
    for (size_t i = 0; i < N; i++) {
        array[i] = cor_arena_array(&arena, unsigned char, i *STEP);
        cr_assert_not_null(array[i]);
        cr_expect_eq((uintptr_t)array[i] % alignof(max_align_t), 0);
        memset(array[i], (int)(i % 251), i * STEP);
    }
    for (size_t i = 0; i < N; i++)
        for (size_t byte = 0; byte < i * STEP; byte++)
            cr_assert_eq(array[i][byte], i % 251, "array %zu", i);
}

Test(arena, an_array_of_nothing_is_no_failure)
{
    cr_expect_not_null(cor_arena_take(&arena, 0, 8));
    cr_expect_not_null(cor_arena_take(&arena, SIZE_MAX, 0));
    cr_expect_not_null(cor_arena_copy(&arena, NULL, 0, 8));
    cr_expect_eq(arena.used, 0);
}

Test(arena, refuses_what_no_size_can_hold)
{
    cr_expect_null(cor_arena_take(&arena, SIZE_MAX, 1));
    cr_expect_null(cor_arena_take(&arena, SIZE_MAX / 8 + 2, 8));
    cr_expect_null(cor_arena_take(&arena, PTRDIFF_MAX, 1));
    cr_expect_null(cor_arena_take(&arena, PTRDIFF_MAX / 2, 2));
    cr_expect_eq(arena.used, 0);
}

Test(arena, keeps_below_its_limit)
{
    const size_t unit = alignof(max_align_t);
    struct cor_arena small;
    cor_arena_init(&small, 4 * unit);
    cr_expect_not_null(cor_arena_take(&small, 1, 3 * unit));
    cr_expect_null(cor_arena_take(&small, 1, unit + 1));
    cr_expect_eq(small.used, 3 * unit, "a refusal takes nothing");
    cr_expect_not_null(cor_arena_take(&small, 1, 1));
    cr_expect_null(cor_arena_take(&small, 1, 1));
    cr_expect_not_null(cor_arena_take(&small, 0, 1));
    cor_arena_finish(&small);
    cr_expect_eq(small.used, 0);
    cr_expect_not_null(cor_arena_take(&small, 4, unit), "empty once more");
    cor_arena_finish(&small);
}

Test(arena, rewinds_to_a_mark_within_a_block_or_below_many)
{
    char *kept = cor_arena_copy(&arena, "kept", 5, 1);
    const struct cor_arena_mark mark = cor_arena_mark(&arena);
    const size_t used = arena.used;
    char *again = cor_arena_array(&arena, char, 100);
    for (size_t round = 0; round < 3; round++) {
        for (size_t i = 0; i < 50; i++)
            cr_assert_not_null(cor_arena_array(&arena, char, 1000 * i));
        cor_arena_rewind(&arena, mark);
        cr_expect_eq(arena.used, used);
        cr_expect_str_eq(kept, "kept");
        cr_expect_eq(cor_arena_array(&arena, char, 100), again,
                     "the same bytes are given out again");
    }
}

Test(arena, an_array_grows_and_keeps_its_items)
{
    size_t capacity = 0;
    uint32_t *item = NULL;
    for (uint32_t n = 0; n < 10000; n++) {
        item = cor_arena_grow(&arena, item, n, &capacity, sizeof *item);
        cr_assert_not_null(item);
        cr_assert_gt(capacity, n);
        item[n] = n;
    }
    for (uint32_t i = 0; i < 10000; i++)
        cr_assert_eq(item[i], i);
    arena.limit = arena.used;
    const size_t before = capacity;
    cr_expect_null(
        cor_arena_grow(&arena, item, capacity, &capacity, sizeof *item));
    cr_expect_eq(capacity, before, "a failure changes nothing");
}

Test(arena, zeros_are_zero_also_where_memory_was_used_before)
{
    static const size_t sizes[] = {100, 1000 * 1000};
    for (size_t k = 0; k < 2; k++) {
        const struct cor_arena_mark mark = cor_arena_mark(&arena);
        for (int round = 0; round < 2; round++) {
            unsigned char *byte = cor_arena_take_zero(&arena, sizes[k], 1);
            cr_assert_not_null(byte);
            for (size_t i = 0; i < sizes[k]; i++)
                cr_assert_eq(byte[i], 0);
            memset(byte, 0xFF, sizes[k]);
            cor_arena_rewind(&arena, mark);
        }
    }
}
