#include <corridor/model/country.h>

#include <criterion/criterion.h>
#include <string.h>

Test(country, codes_are_found_as_they_are_written)
{
    const struct cor_country *kz = cor_country_find(cor_text_of("KZ"));
    cr_assert_not_null(kz);
    cr_expect_str_eq(kz->name, "Kazakhstan");
    cr_expect_str_eq(kz->code3, "KAZ");
    cr_expect_null(cor_country_find(cor_text_of("kz")));
    cr_expect_null(cor_country_find(cor_text_of("KAZ")));
    cr_expect_null(cor_country_find(cor_text_of("")));
}

Test(country, codes_ascend_and_are_of_two_and_three_letters)
{
    size_t n = 0;
    for (const struct cor_country *c = cor_countries; c->code != NULL; c++) {
        cr_expect_eq(strlen(c->code), 2, "%s", c->code);
        cr_expect_eq(strlen(c->code3), 3, "%s", c->code);
        cr_expect(n == 0 || strcmp(c[-1].code, c->code) < 0, "%s", c->code);
        cr_expect_leq(c->south, c->north, "%s", c->code);
        n++;
    }
    cr_expect_eq(n, 250); /* 249 of ISO 3166-1, and XK */
}

Test(country, what_is_meant_is_offered)
{
    static const char *const rows[][2] = {
        {"KAZ", "KZ"},     {"kz", "KZ"},        {"Kazakhstan", "KZ"},
        {"china", "CN"},   {"Kazakstan", "KZ"}, {"Uzbekistn", "UZ"},
        {"Turkiye", "TR"}, {"Q", NULL},         {"QQ", NULL},
        {"", NULL},        {"Atlantis", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct cor_country *near =
            cor_country_nearest(cor_text_of(rows[i][0]));
        if (rows[i][1] == NULL)
            cr_expect_null(near, "%s: %s", rows[i][0], near->code);
        else
            cr_expect(near != NULL && strcmp(near->code, rows[i][1]) == 0,
                      "%s: %s", rows[i][0], near == NULL ? "-" : near->code);
    }
}

Test(country, boxes_hold_what_lies_in_them)
{
    static const struct {
        const char *code;
        struct cor_point point;
        bool inside;
    } rows[] = {
        {"KZ", {51.15, 43.60}, true}, {"KZ", {43.60, 51.15}, false},
        {"AZ", {49.41, 39.96}, true}, {"AZ", {39.96, 49.41}, false},
        {"RU", {37.6, 55.8}, true},   {"RU", {-172, 65}, true},
        {"RU", {0, 55}, false},       {"FJ", {178.4, -18.1}, true},
        {"FJ", {-179, -17}, true},    {"FJ", {0, -17}, false},
        {"US", {-160, 55}, true},     {"US", {173, 52}, true},
        {"AQ", {100, -80}, true},     {"AQ", {100, 80}, false},
        {"BV", {100, 80}, true},      {"NZ", {174.8, -41.3}, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect_eq(
            cor_country_may_hold(cor_country_find(cor_text_of(rows[i].code)),
                                 rows[i].point),
            rows[i].inside, "%s %f %f", rows[i].code, rows[i].point.lon,
            rows[i].point.lat);
}
