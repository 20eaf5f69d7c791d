#include "geo/json.h"

#include <criterion/criterion.h>
#include <string.h>

static struct cor_json begin(const char *text)
{
    return (struct cor_json){text, text + strlen(text), NULL};
}

static struct cor_text checked(const char *text)
{
    struct cor_json json = begin(text);
    cr_assert(cor_json_check(&json) && cor_json_check_end(&json), "%s", text);
    return cor_text_of(text);
}

Test(json, takes_every_kind_of_value)
{
    static const char *const good[] = {
        "{}",
        "[]",
        " [ ] ",
        "0",
        "-0",
        "-12.5e-3",
        "1E+9",
        "true",
        "[false,null]",
        "\"\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00\"",
        "{\"a\":{\"a\":[1,\t2 ,\r\n{}]} , \"b\":\"]}\"}",
    };
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        checked(good[i]);
}

Test(json, refuses_what_is_none_and_says_where)
{
    static const struct {
        const char *text;
        size_t at;
        const char *why;
    } bad[] = {
        {"", 0, "a value is missing"},
        {"nul", 0, "a value is missing"},
        {"[1,]", 3, "a value is missing"},
        {"01", 1, "something behind the end"},
        {"-", 1, "a number without digits"},
        {"1.", 2, "a number without digits"},
        {".5", 0, "a value is missing"},
        {"2e", 2, "a number without digits"},
        {"\"a", 2, "a string without an end"},
        {"\"a\\", 2, "an escape that there is not"},
        {"\"\\x\"", 1, "an escape that there is not"},
        {"\"\\u12g4\"", 1, "an escape that there is not"},
        {"\"\\u0000\"", 1, "an escape that there is not"},
        {"\"\\ud800\"", 1, "an escape that there is not"},
        {"\"\\ud800\\u0041\"", 1, "an escape that there is not"},
        {"\"\\udc00\"", 1, "an escape that there is not"},
        {"\"a\nb\"", 2, "a control character in a string"},
        {"\"\xff\"", 2, "a string that is not UTF-8"},
        {"{1:2}", 1, "the name of a member is missing"},
        {"{\"a\" 1}", 5, "a colon is missing"},
        {"{\"a\":1,\"a\":2}", 11, "two members of an object have one name"},
        {"[1 2]", 3, "a comma, or the end of a list or object, is missing"},
        {"{\"a\":1]", 6, "a comma, or the end of a list or object, is missing"},
        {"[[1]", 4, "a comma, or the end of a list or object, is missing"},
        {"{} {}", 3, "something behind the end"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct cor_json json = begin(bad[i].text);
        cr_expect_not(cor_json_check(&json) && cor_json_check_end(&json), "%s",
                      bad[i].text);
        cr_assert_not_null(json.wrong, "%s", bad[i].text);
        cr_expect_str_eq(json.wrong, bad[i].why, "%s: %s", bad[i].text,
                         json.wrong);
        cr_expect_eq((size_t)(json.at - bad[i].text), bad[i].at, "%s: %zu",
                     bad[i].text, (size_t)(json.at - bad[i].text));
    }
}

Test(json, bounds_the_depth_of_lists)
{
    enum { DEEPEST = 512 };
    char text[2 * DEEPEST + 3] = "";
    memset(text, '[', DEEPEST);
    memset(text + DEEPEST, ']', DEEPEST);
    checked(text);
    memset(text, '[', DEEPEST + 1);
    memset(text + DEEPEST + 1, ']', DEEPEST + 1);
    struct cor_json json = begin(text);
    cr_expect_not(cor_json_check(&json));
    cr_expect_str_eq(json.wrong, "lists and objects too deep in each other");
}

Test(json, finds_members_and_items_in_place)
{
    const struct cor_text object =
        checked("{ \"s\" : \"}\\\"\" , \"l\":[ 1,[2,\"]\"] ,{\"x\":3}, null "
                "],\"n\":-4}");
    struct cor_json items = cor_json_items(cor_json_member(object, "l"));
    static const char *const want[] = {"1", "[2,\"]\"]", "{\"x\":3}", "null"};
    struct cor_text item;
    for (size_t i = 0; i < sizeof want / sizeof want[0]; i++) {
        cr_assert(cor_json_next(&items, &item));
        cr_expect(cor_text_equal(item, cor_text_of(want[i])), "%s", want[i]);
    }
    cr_expect_not(cor_json_next(&items, &item));
    double number;
    cr_expect(cor_json_number(&number, cor_json_member(object, "n")));
    cr_expect_eq(number, -4);
    cr_expect_not(cor_json_number(&number, cor_json_member(object, "s")));
    cr_expect_eq(cor_json_member(object, "x").n, 0, "of the list, not of it");
    cr_expect_eq(cor_json_member(item, "x").n, 0, "null has no members");
    items = cor_json_items(object);
    cr_expect_not(cor_json_next(&items, &item), "an object has no items");
}

Test(json, writes_what_escapes_stand_for)
{
    static const struct {
        const char *text, *want;
    } rows[] = {
        {"\"plain \xd0\x96\"", "plain \xd0\x96"},
        {"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t"},
        {"\"\\u0041\\u00E9\\u4e2D\\uD83D\\uDE00!\"",
         "A\xc3\xa9\xe4\xb8\xad\xf0\x9f\x98\x80!"},
        {"7", ""},
        {"[\"a\"]", ""},
    };
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        cr_expect_str_eq(cor_json_string(&arena, checked(rows[i].text)),
                         rows[i].want);
    cr_expect(cor_json_equal(checked("\"abc\""), "abc"));
    cr_expect_not(cor_json_equal(checked("\"abcd\""), "abc"));
    cr_expect_not(cor_json_equal((struct cor_text){0}, ""));
    cor_arena_finish(&arena);
}
