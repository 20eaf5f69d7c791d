#include "model/nfd.h"

#include <criterion/criterion.h>

/* Unicode Standard, NormalizationTest.txt, columns 1 and 3. */
static const char *const rows[][2] = {
    {"Aktau 1-2", "Aktau 1-2"},
    {"K\u00F6nig", "Ko\u0308nig"},
    {"\u1E69", "s\u0323\u0307"},                  /* s with two dots: twice */
    {"\u0439\u0451", "\u0438\u0306\u0435\u0308"}, /* Cyrillic */
    {"\u212B", "A\u030A"},                        /* the angstrom sign */
    {"\u212A", "K"},                              /* the kelvin sign */
    {"\uAC00", "\u1100\u1161"},                   /* Hangul, two letters */
    {"\uAC01", "\u1100\u1161\u11A8"},             /* and three */
    {"\uD7A3", "\u1112\u1175\u11C2"},             /* the last syllable */
    {"\u304C", "\u304B\u3099"},                   /* Kana */
    {"\u4E2D\U0001F600", "\u4E2D\U0001F600"},
    {"", ""},
};

Test(nfd, takes_accents_apart)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        cr_expect_str_eq(cor_nfd(cor_text_of(rows[i][0]), &arena), rows[i][1],
                         "row %zu", i);
        cr_expect_str_eq(cor_nfd(cor_text_of(rows[i][1]), &arena), rows[i][1],
                         "row %zu again", i);
    }
    cor_arena_finish(&arena);
}

Test(nfd, table_ascends)
{
    for (size_t i = 1; i < cor_nfd_table_size; i++)
        cr_expect_lt(cor_nfd_table[i - 1].composed, cor_nfd_table[i].composed);
}

Test(nfd, fails_for_want_of_memory)
{
    struct cor_arena arena;
    cor_arena_init(&arena, 1);
    cr_expect_null(cor_nfd(cor_text_of("K\u00F6nig"), &arena));
    cor_arena_finish(&arena);
}
