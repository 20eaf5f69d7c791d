#include <corridor/render/words.h>

#include "render/pattern.h"

#include <criterion/criterion.h>
#include <string.h>

static bool has_mark(const char *phrase, int number)
{
    const char mark[] = {'{', (char)('0' + number), '}', '\0'};
    return strstr(phrase, mark) != NULL;
}

Test(words, every_phrase_has_every_language_and_the_same_values)
{
    for (const struct cor_phrase *p = cor_phrases; p->english != NULL; p++) {
        cr_assert(p->russian != NULL && p->chinese != NULL, "%s", p->english);
        for (int i = 1; i <= COR_WORDS_VALUES; i++) {
            cr_expect_eq(has_mark(p->english, i), has_mark(p->russian, i), "%s",
                         p->english);
            cr_expect_eq(has_mark(p->english, i), has_mark(p->chinese, i), "%s",
                         p->english);
        }
    }
}

Test(words, know_what_the_legend_says_of_modes)
{
    for (int i = 0; i < COR_N_PATTERN; i++)
        cr_expect_str_neq(cor_words_say("ru", cor_patterns[i].title),
                          cor_patterns[i].title);
}

Test(words, are_english_where_there_is_no_translation)
{
    cr_expect_str_eq(cor_words_say("ru", "Port"), "Порт");
    cr_expect_str_eq(cor_words_say("zh", "Port"), "港口");
    cr_expect_str_eq(cor_words_say("en", "Port"), "Port");
    cr_expect_str_eq(cor_words_say("local", "Port"), "Port");
    cr_expect_str_eq(cor_words_say("ru", "No such phrase"), "No such phrase");
    cr_expect(cor_words_known("zh"));
    cr_expect_not(cor_words_known("local"));
}

static void expect_day(const char *language, cor_date day, const char *want)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    cr_expect_str_eq(cor_words_date(&arena, language, day), want);
    cor_arena_finish(&arena);
}

Test(words, say_days_as_people_write_them)
{
    cor_date first, last;
    cr_assert(cor_date_parse(&first, cor_text_of("2026-01-01")));
    cr_assert(cor_date_parse(&last, cor_text_of("1999-12-31")));
    expect_day("en", first, "1 January 2026");
    expect_day("ru", first, "1\u00A0января 2026\u00A0г.");
    expect_day("zh", first, "2026年1月1日");
    expect_day("en", last, "31 December 1999");
    expect_day("ru", last, "31\u00A0декабря 1999\u00A0г.");
    expect_day("zh", last, "1999年12月31日");
    struct cor_arena none;
    cor_arena_init(&none, 8);
    cr_expect_null(cor_words_date(&none, "en", first));
    cor_arena_finish(&none);
}

Test(words, are_filled_in_the_order_of_the_language)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    const char *const value[COR_WORDS_VALUES] = {"500", "41°N"};
    cr_expect_str_eq(cor_words_fill(&arena, "en", "{1} km at {2}", value),
                     "500 km at 41°N");
    cr_expect_str_eq(cor_words_fill(&arena, "zh", "{1} km at {2}", value),
                     "500 公里（41°N）");
    cr_expect_str_eq(cor_words_fill(&arena, "en", "{3} {9} {x", value),
                     "{3} {9} {x");
    cor_arena_finish(&arena);
    cor_arena_init(&arena, 8);
    cr_expect_null(cor_words_fill(&arena, "en", "{1} km at {2}", value));
    cor_arena_finish(&arena);
}
