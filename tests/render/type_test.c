/* Where lines of text may end. */
#include "render/type.h"

#include <criterion/criterion.h>
#include <string.h>

/* The text with a bar where a line may end after a word, a dot where it may
   within one. */
static void expect_ends(const char *text, const char *want)
{
    struct cor_arena arena;
    char got[256];
    size_t n = 0;
    cor_arena_init(&arena, SIZE_MAX);
    const uint8_t *end = cor_type_ends(&arena, text);
    cr_assert_not_null(end);
    for (size_t i = 0; i <= strlen(text); i++) {
        if (end[i] != COR_END_NONE)
            got[n++] = end[i] == COR_END_WORD ? '|' : '.';
        got[n++] = text[i];
    }
    cr_expect_str_eq(got, want);
    cor_arena_finish(&arena);
}

Test(type, lines_end_between_words)
{
    expect_ends("", "|");
    expect_ends("Xi'an–Istanbul by rail", "Xi'an–Istanbul| by| rail|");
    expect_ends("two  blanks ", "two|  blanks |");
    expect_ends("Сиань — Стамбул", "Сиань| —| Стамбул|");
    expect_ends("Trans-Caspian", "Trans-Caspian|");
}

Test(type, lines_end_between_letters_where_words_have_no_blanks)
{
    expect_ends("西安路", "西.安.路|");
    expect_ends("经西安，到喀什", "经.西.安，|到.喀.什|");
    expect_ends("（通车后）", "（通.车.后）|");
    expect_ends("G30公路", "G30公.路|");
}

Test(type, what_is_not_text_is_not_parted)
{
    expect_ends("a\xff b", "a\xff b|");
}

Test(type, marks_on_letters_make_no_other_name)
{
    cr_expect(cor_type_alike("Elazig", "Elazığ"));
    cr_expect(cor_type_alike("Istanbul", "İstanbul"));
    cr_expect(cor_type_alike("Ankara", "Ankara"));
    cr_expect_not(cor_type_alike("Tashkent", "Toshkent"));
    cr_expect_not(cor_type_alike("Osh", "Osh 2"));
    cr_expect_not(cor_type_alike("Osh 2", "Osh"));
    cr_expect_not(cor_type_alike("\xff", "Osh"));
}

Test(type, wants_memory)
{
    struct cor_arena arena;
    cor_arena_init(&arena, 8);
    cr_expect_null(cor_type_ends(&arena, "a longer text than fits"));
    cor_arena_finish(&arena);
}
