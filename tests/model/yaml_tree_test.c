#include "model/yaml_tree.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A tree that was read, and what was said of it. */
struct reading {
    struct cor_arena arena;
    struct cor_report report;
    struct cor_source source;
    struct cor_yaml yaml;
    enum cor_status status;
};

static void
read_bytes(struct reading *reading, const char *bytes, size_t n, size_t limit)
{
    *reading = (struct reading){.source = {"a.yaml", bytes, n}};
    cor_arena_init(&reading->arena, limit);
    cor_report_init(&reading->report, &reading->arena);
    reading->status = cor_yaml_read(&reading->yaml, &reading->source,
                                    &reading->report, &reading->arena, NULL);
}

static void read_text(struct reading *reading, const char *text)
{
    read_bytes(reading, text, strlen(text), SIZE_MAX);
    cr_assert_eq(reading->status, COR_OK, "%s", text);
}

static void done(struct reading *reading)
{
    cor_arena_finish(&reading->arena);
}

/* "{a:[b,c]}", a void value as '!', with @offset after scalars if asked. */
static size_t show(char *out,
                   const struct cor_yaml *yaml,
                   const struct cor_yaml_node *node,
                   bool offsets)
{
    char *at = out;
    if (node->type == COR_YAML_VOID)
        return (size_t)sprintf(out, "!");
    if (node->type == COR_YAML_SCALAR) {
        at += sprintf(at, "%.*s", (int)node->text.n, node->text.at);
        if (offsets)
            at += sprintf(at, "@%u", node->offset);
        return (size_t)(at - out);
    }
    const bool map = node->type == COR_YAML_MAP;
    *at++ = map ? '{' : '[';
    size_t i = 0;
    for (const struct cor_yaml_node *item = cor_yaml_first(yaml, node);
         item != NULL; item = cor_yaml_next(yaml, item), i++) {
        if (i != 0)
            *at++ = map && i % 2 == 1 ? ':' : ',';
        at += show(at, yaml, item, offsets);
    }
    *at++ = map ? '}' : ']';
    *at = '\0';
    return (size_t)(at - out);
}

static void expect_tree(const char *text, const char *want, bool offsets)
{
    struct reading reading;
    char got[512] = "";
    read_text(&reading, text);
    if (reading.yaml.root != COR_NONE)
        show(got, &reading.yaml,
             cor_yaml_node(&reading.yaml, reading.yaml.root), offsets);
    cr_expect_str_eq(got, want, "%s: %s", text, got);
    cr_expect_eq(reading.report.n_error, 0, "%s", text);
    done(&reading);
}

Test(yaml_tree, has_what_is_written)
{
    static const char *const rows[][2] = {
        {"a: 1", "{a:1}"},
        {"a: {b: [c, 'd', \"e\"], f: {}}\ng: []", "{a:{b:[c,d,e],f:{}},g:[]}"},
        {"- a\n- - b\n  - c\n- d: e", "[a,[b,c],{d:e}]"},
        {"a: no\nb: 010\nc: 12:30\nd: 'null'", "{a:no,b:010,c:12:30,d:null}"},
        {"a: >-\n  one\n  two\nb: |\n  x\n", "{a:one two,b:x\n}"},
        {"a: \"x\\u00e9\\ty\" # remark", "{a:x\u00E9\ty}"},
        {"--- # begins\na: b\n...\n", "{a:b}"},
        {"\xEF\xBB\xBF"
         "a: b",
         "{a:b}"},
        {"a: b\r\nc: d\r\n", "{a:b,c:d}"},
        {"a: b\rc: d\r", "{a:b,c:d}"},
        {"a: ''", "{a:}"},
        {"word", "word"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_tree(rows[i][0], rows[i][1], false);
}

Test(yaml_tree, knows_the_byte_of_every_value)
{
    expect_tree("a: b\nc: [d, \"e\"]", "{a@0:b@3,c@5:[d@9,e@12]}", true);
    expect_tree("\u00E4: \u6F22b\nc: d", "{\u00E4@0:\u6F22b@4,c@9:d@12}", true);
    expect_tree("\xEF\xBB\xBF"
                "a: b",
                "{a@3:b@6}", true);
    expect_tree("a: b\r\nc: d", "{a@0:b@3,c@6:d@9}", true);
}

/* The first complaint, and the tree that is left. */
static void expect_refused(const char *text, const char *code, const char *want)
{
    struct reading reading;
    char got[512] = "";
    read_text(&reading, text);
    cr_assert_geq(reading.report.n, 1, "%s", text);
    cr_expect_str_eq(reading.report.item[0].code, code, "%s: %s", text,
                     reading.report.item[0].code);
    if (reading.yaml.root != COR_NONE)
        show(got, &reading.yaml,
             cor_yaml_node(&reading.yaml, reading.yaml.root), false);
    cr_expect_str_eq(got, want, "%s: %s", text, got);
    done(&reading);
}

Test(yaml_tree, refuses_what_scenarios_may_not_have)
{
    static const char *const rows[][3] = {
        {"a: &x b", "anchor", "{a:b}"},
        {"a: [1]\nb: *x", "alias", "{a:[1],b:!}"},
        {"a: &x b\nc: *x", "anchor", "{a:b,c:!}"},
        {"a: !!int 1", "tag", "{a:1}"},
        {"a: ! 1", "tag", "{a:1}"},
        {"a: !x [1]", "tag", "{a:[1]}"},
        {"a: &x {b: c}", "anchor", "{a:{b:c}}"},
        {"<<: {a: b}", "merge-key", "{!:{a:b}}"},
        {"a:", "null-value", "{a:!}"},
        {"a: ~", "null-value", "{a:!}"},
        {"a: [null, NULL]", "null-value", "{a:[!,!]}"},
        {"a: \"x\\0y\"", "zero-byte", "{a:!}"},
        {"? [a, b]\n: c", "bad-key", "{[a,b]:c}"},
        {"a: b\n---\nc: d", "second-document", "{a:b}"},
        {"a: b\n...\n---\nc: d", "second-document", "{a:b}"},
        {"a: [b", "not-yaml", ""},
        {"a: 'b", "not-yaml", ""},
        {"a: b: c", "not-yaml", ""},
        {"a:\n\tb: c", "not-yaml", ""},
        {"%TAG ! x", "not-yaml", ""},
        {"", "empty-file", ""},
        {"# remark\n", "empty-file", ""},
        {"a: \xFF", "not-utf8", ""},
        {"a: \x01", "control-character", ""},
        {"a: \xC2\x80", "not-yaml", ""}, /* a control character of 8859-1 */
        {"a: \xEF\xBB\xBF", "byte-order-mark", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_refused(rows[i][0], rows[i][1], rows[i][2]);
}

Test(yaml_tree, points_at_the_start_of_what_is_unfinished)
{
    struct reading reading;
    read_text(&reading, "a: b\nc: \"d\ne: f\n");
    cr_expect_eq(reading.report.item[0].place.line, 2);
    cr_expect_eq(reading.report.item[0].place.column, 4);
    done(&reading);
}

/* `text` repeated, between two others. */
static char *
repeat(const char *before, const char *text, size_t n, const char *after)
{
    const size_t size = strlen(text);
    char *all = malloc(strlen(before) + n * size + strlen(after) + 1);
    cr_assert_not_null(all);
    char *end = stpcpy(all, before);
    for (size_t i = 0; i < n; i++)
        end = stpcpy(end, text);
    strcpy(end, after);
    return all;
}

Test(yaml_tree, is_no_deeper_than_promised)
{
    char *good = repeat("", "[", COR_YAML_DEEPEST,
                        "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
                        "]]]");
    char *bad = repeat("", "[", COR_YAML_DEEPEST + 1,
                       "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]");
    expect_tree(good, good, false);
    expect_refused(bad, "too-deep", "");
    free(good);
    free(bad);
}

/* libyaml alone takes 18 seconds for these. */
Test(yaml_tree, does_not_follow_a_hundred_thousand_brackets, .timeout = 5)
{
    char *brackets = repeat("a: ", "[", 100000, "");
    expect_refused(brackets, "too-deep", "");
    free(brackets);
}

Test(yaml_tree, has_scalars_no_longer_than_promised)
{
    char *good = repeat("a: ", "x", COR_YAML_LONGEST, "");
    char *bad = repeat("a: ", "x", COR_YAML_LONGEST + 1, "");
    struct reading reading;
    read_text(&reading, good);
    cr_expect_eq(reading.report.n_error, 0);
    done(&reading);
    expect_refused(bad, "too-long", "{a:!}");
    free(good);
    free(bad);
}

Test(yaml_tree, refuses_other_encodings)
{
    static const struct {
        const char *bytes;
        size_t n;
    } rows[] = {{"\xFF\xFE"
                 "a\0",
                 4},
                {"\xFE\xFF\0a", 4},
                {"a\0:\0", 4},
                {"\0a\0:", 4}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct reading reading;
        read_bytes(&reading, rows[i].bytes, rows[i].n, SIZE_MAX);
        cr_expect_eq(reading.yaml.root, COR_NONE, "row %zu", i);
        cr_assert_eq(reading.report.n, 1, "row %zu", i);
        cr_expect_str_eq(reading.report.item[0].code, "not-utf8", "row %zu", i);
        done(&reading);
    }
}

Test(yaml_tree, fails_for_want_of_memory)
{
    const char *text = "a: {b: [c, \"d\\te\", f]}";
    size_t limit = 0;
    struct reading reading;
    for (;; limit += 64) {
        read_bytes(&reading, text, strlen(text), limit);
        if (reading.status == COR_OK)
            break;
        cr_assert_eq(reading.status, COR_NO_MEMORY);
        done(&reading);
    }
    cr_expect_gt(limit, 0);
    cr_expect_neq(reading.yaml.root, COR_NONE);
    done(&reading);
}
