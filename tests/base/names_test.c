#include <corridor/base/text.h>

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static struct cor_arena arena;
static struct cor_names names;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
    cor_names_init(&names, &arena);
}

static void finish(void)
{
    cor_arena_finish(&arena);
}

TestSuite(names, .init = begin, .fini = finish);

static uint32_t add(const char *name)
{
    return cor_names_add(&names, cor_text_of(name));
}

static uint32_t find(const char *name)
{
    return cor_names_find(&names, cor_text_of(name));
}

Test(names, numbers_them_in_the_order_they_are_met)
{
    cr_expect_eq(find("a"), COR_NONE);
    cr_expect_eq(find("1"), COR_NONE);
    cr_expect_eq(add("a"), 0);
    cr_expect_eq(add("1"), 1);
    cr_expect_eq(add("a"), 0);
    cr_expect_eq(add(""), 2);
    cr_expect_eq(add("1"), 1);
    cr_expect_eq(find("a"), 0);
    cr_expect_eq(find(""), 2);
    cr_expect_eq(names.n, 3);
    cr_expect_str_eq(names.name[1], "1");
}

Test(names, whole_numbers_written_otherwise_are_other_names)
{
    static const char *const all[] = {
        "0",  "00", "7",          "07",         "+7",         "7.0",
        "-7", " 7", "4294967296", "4294967303", "0000000007", "999999999",
    };
    const uint32_t n = sizeof all / sizeof all[0];
    for (uint32_t i = 0; i < n; i++)
        cr_expect_eq(add(all[i]), i, "%s", all[i]);
    for (uint32_t i = 0; i < n; i++)
        cr_expect_eq(find(all[i]), i, "%s", all[i]);
}

/* Names, dense and sparse numbers in a random order, against a plain list:
   tables grow, and numbers that were sparse become dense. */
Test(names, finds_what_was_added_and_nothing_else)
{
    enum { N = 20000 };
    static uint32_t number[3 * N];
    memset(number, 0xFF, sizeof number);
    uint64_t seed = 1;
    for (uint32_t step = 0; step < 2 * N; step++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        const uint32_t pick = (uint32_t)(seed >> 33) % (3 * N);
        char name[32];
        snprintf(name, sizeof name, pick % 5 == 0 ? "x%u" : "%u", pick);
        cr_assert_eq(find(name), number[pick], "%s before", name);
        const uint32_t got = add(name);
        if (number[pick] == COR_NONE)
            number[pick] = names.n - 1;
        cr_assert_eq(got, number[pick], "%s after", name);
    }
    cr_expect_gt(names.n_direct, 3 * N);
}

Test(names, a_lone_large_number_takes_no_large_table)
{
    cr_expect_eq(add("999999999"), 0);
    cr_expect_eq(find("999999999"), 0);
    cr_expect_lt(arena.used, 2000);
}

Test(names, fails_for_want_of_memory)
{
    static const char *const all[] = {"a", "1", "b", "400"};
    for (size_t limit = 0, done = 0; done < 4; limit += 16) {
        struct cor_arena small;
        cor_arena_init(&small, limit);
        cor_names_init(&names, &small);
        for (done = 0; done < 4; done++)
            if (add(all[done]) == COR_NONE)
                break;
        for (uint32_t i = 0; i < 4; i++)
            cr_expect_eq(find(all[i]), i < done ? i : COR_NONE, "%s", all[i]);
        cor_arena_finish(&small);
        cr_assert_lt(limit, 100000);
    }
}

/* What failed may be tried again once there is memory; nothing that was there
   before may suffer. */
Test(names, go_on_after_want_of_memory)
{
    enum { N = 40 };
    bool all_fit = false;
    for (size_t limit = 0; !all_fit; limit += 16) {
        struct cor_arena small;
        cor_arena_init(&small, limit);
        cor_names_init(&names, &small);
        all_fit = true;
        for (uint32_t i = 0; i < N; i++) {
            char name[32];
            snprintf(name, sizeof name, "name %u", i);
            if (add(name) != COR_NONE)
                continue;
            all_fit = false;
            small.limit = SIZE_MAX;
            cr_expect_eq(add(name), i, "limit %zu", limit);
        }
        for (uint32_t i = 0; i < N; i++) {
            char name[32];
            snprintf(name, sizeof name, "name %u", i);
            cr_assert_eq(find(name), i, "limit %zu: %s", limit, name);
        }
        cor_arena_finish(&small);
    }
}

Test(names, many_are_found_as_each_is)
{
    static const char *const all[] = {"7", "", "07", "seven", "63", "64", "x"};
    enum { N = sizeof all / sizeof all[0] };
    struct cor_text text[N];
    uint32_t number[N];
    for (uint32_t i = 0; i < N; i++) {
        text[i] = cor_text_of(all[i]);
        if (i + 1 < N)
            add(all[i]);
    }
    cor_names_find_each(number, &names, text, N);
    for (uint32_t i = 0; i < N; i++)
        cr_expect_eq(number[i], find(all[i]), "%s", all[i]);
    cr_expect_eq(number[N - 1], COR_NONE);
}

Test(names, room_that_is_made_ahead_may_be_outgrown)
{
    enum { ROOM = 100, N = 1000 };
    cr_assert(cor_names_reserve(&names, ROOM));
    cr_expect_geq(names.capacity, ROOM);
    for (uint32_t i = 0; i < N; i++) {
        char name[32];
        snprintf(name, sizeof name, i % 2 == 0 ? "%u" : "name %u", i);
        cr_assert_eq(add(name), i);
        cr_expect_eq(cor_names_are_whole(&names), i == 0, "%s", name);
    }
    for (uint32_t i = 0; i < N; i++) {
        char name[32];
        snprintf(name, sizeof name, i % 2 == 0 ? "%u" : "name %u", i);
        cr_expect_eq(find(name), i, "%s", name);
        cr_expect_str_eq(names.name[i], name);
    }
}
