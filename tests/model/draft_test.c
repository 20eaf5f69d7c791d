#include "model/draft.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

/* A draft of one file, whose text is what is set. */
struct fixture {
    struct cor_arena arena, kept;
    struct cor_report report;
    struct cor_draft draft;
    uint32_t base;
};

static void
begin(struct fixture *fixture, const char *name, const char *text, bool table)
{
    const struct cor_source source = {name, text, strlen(text)};
    *fixture = (struct fixture){.base = 0};
    cor_arena_init(&fixture->arena, SIZE_MAX);
    cor_arena_init(&fixture->kept, SIZE_MAX);
    cor_report_init(&fixture->report, &fixture->kept);
    cr_assert(cor_draft_init(&fixture->draft, &fixture->arena, &fixture->kept,
                             &fixture->report));
    cr_assert_eq(cor_draft_add_file(&fixture->base, &fixture->draft, &source,
                                    table, NULL),
                 COR_OK);
}

static void end(struct fixture *fixture)
{
    cor_arena_finish(&fixture->arena);
    cor_arena_finish(&fixture->kept);
}

static uint32_t new_link(struct fixture *fixture)
{
    uint32_t link;
    cr_assert(
        cor_draft_record(&link, &fixture->draft, COR_KIND_LINK, fixture->base));
    return link;
}

Test(draft, spots_tell_file_line_and_column)
{
    struct fixture fixture;
    begin(&fixture, "a.yaml", "one\ntwo\n", false);
    const struct cor_source second = {"b.yaml", "\xC3\xA4 x", 4};
    uint32_t base;
    cr_assert_eq(
        cor_draft_add_file(&base, &fixture.draft, &second, false, NULL),
        COR_OK);
    struct cor_place place =
        cor_spot_place(cor_draft_spot(&fixture.draft, fixture.base + 5));
    cr_expect_str_eq(place.file, "a.yaml");
    cr_expect_eq(place.line, 2);
    cr_expect_eq(place.column, 2);
    place = cor_spot_place(cor_draft_spot(&fixture.draft, base + 3));
    cr_expect_str_eq(place.file, "b.yaml");
    cr_expect_eq(place.column, 3);
    /* The end of a file is a place in it. */
    place = cor_spot_place(cor_draft_spot(&fixture.draft, base - 1));
    cr_expect_str_eq(place.file, "a.yaml");
    cr_expect_null(cor_draft_spot(&fixture.draft, 0).source);
    end(&fixture);
}

Test(draft, keeps_values_while_it_grows)
{
    enum { N = 1000 };
    struct fixture fixture;
    begin(&fixture, "a.yaml", "7 km", false);
    for (uint32_t i = 0; i < N; i++) {
        const uint32_t link = new_link(&fixture);
        cr_assert_eq(link, i);
        if (i % 3 == 0)
            cr_assert(cor_draft_set(&fixture.draft, COR_KIND_LINK, link,
                                    COR_LINK_LENGTH, cor_text_of("7 km"),
                                    fixture.base + i % 4));
    }
    const struct cor_draft_column *length =
        cor_draft_column(&fixture.draft, COR_KIND_LINK, COR_LINK_LENGTH);
    for (uint32_t i = 0; i < N; i++) {
        cr_assert_eq(length->spot[i], i % 3 == 0 ? fixture.base + i % 4 : 0);
        if (i % 3 == 0)
            cr_assert_eq(length->number[i], 7000);
    }
    cr_expect_null(
        cor_draft_column(&fixture.draft, COR_KIND_LINK, COR_LINK_TIME)->spot);
    cr_expect_eq(cor_draft_at(&fixture.draft, COR_KIND_LINK, COR_LINK_TIME, 5),
                 0);
    end(&fixture);
}

/* What a text becomes in a field, or the code of the complaint. */
struct row {
    uint32_t field;
    const char *text;
    double number;
    const char *code;
};

static void expect_number(const struct row *row)
{
    struct fixture fixture;
    begin(&fixture, "a.yaml", row->text, false);
    const uint32_t link = new_link(&fixture);
    cr_assert(cor_draft_set(&fixture.draft, COR_KIND_LINK, link, row->field,
                            cor_text_of(row->text), fixture.base));
    const double got =
        cor_draft_column(&fixture.draft, COR_KIND_LINK, row->field)
            ->number[link];
    cr_expect_neq(cor_draft_at(&fixture.draft, COR_KIND_LINK, row->field, link),
                  0);
    if (row->code == NULL) {
        cr_expect_eq(fixture.report.n, 0, "%s", row->text);
        cr_expect_float_eq(got, row->number, 1e-9, "%s: %f", row->text, got);
    } else {
        cr_assert_eq(fixture.report.n, 1, "%s", row->text);
        cr_expect_str_eq(fixture.report.item[0].code, row->code, "%s",
                         row->text);
        cr_expect(isnan(got), "%s", row->text);
    }
    end(&fixture);
}

Test(draft, quantities_carry_their_unit)
{
    static const struct row rows[] = {
        {COR_LINK_LENGTH, "468 km", 468000, NULL},
        {COR_LINK_LENGTH, "1e3 mi", 1609344, NULL},
        {COR_LINK_TIME, "22h", 79200, NULL},
        {COR_LINK_COST, "215 USD", 215, NULL},
        {COR_LINK_GAUGE, "1520 mm", 1.52, NULL},
        {COR_LINK_CAPACITY, "15 Mt/y", 15e6, NULL},
        {COR_LINK_LENGTH, "-3 km", -3000, NULL}, /* the check's business */
        {COR_LINK_LENGTH, "468", NAN, "no-unit"},
        {COR_LINK_LENGTH, "22 h", NAN, "wrong-unit"},
        {COR_LINK_LENGTH, "468 kn", NAN, "wrong-unit"},
        {COR_LINK_LENGTH, "468 klicks", NAN, "unknown-unit"},
        {COR_LINK_LENGTH, "km", NAN, "bad-number"},
        {COR_LINK_LENGTH, "nan km", NAN, "bad-number"},
        {COR_LINK_LENGTH, "1e999 km", NAN, "bad-number"},
        {COR_LINK_LENGTH, "1,5 km", NAN, "bad-number"},
        {COR_LINK_LENGTH, "", NAN, "bad-number"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_number(&rows[i]);
}

Test(draft, a_slip_in_a_unit_gets_a_suggestion)
{
    struct fixture fixture;
    begin(&fixture, "a.yaml", "x", false);
    cr_assert(cor_draft_set(&fixture.draft, COR_KIND_LINK, new_link(&fixture),
                            COR_LINK_CAPACITY, cor_text_of("15 Mt/yr"),
                            fixture.base));
    cr_assert_eq(fixture.report.n, 1);
    cr_expect_str_eq(fixture.report.item[0].suggestion, "did you mean 'Mt/y'?");
    end(&fixture);
}

Test(draft, a_value_stated_twice_keeps_the_first)
{
    struct fixture fixture;
    begin(&fixture, "a.yaml", "a\nb", false);
    const uint32_t link = new_link(&fixture);
    for (int i = 0; i < 2; i++)
        cr_assert(cor_draft_set(&fixture.draft, COR_KIND_LINK, link,
                                COR_LINK_LENGTH,
                                cor_text_of(i == 0 ? "1 km" : "2 km"),
                                fixture.base + 2 * (uint32_t)i));
    cr_assert_eq(fixture.report.n, 1);
    cr_expect_str_eq(fixture.report.item[0].code, "duplicate-key");
    cr_expect_eq(fixture.report.item[0].place.line, 2);
    cr_expect_eq(
        cor_draft_column(&fixture.draft, COR_KIND_LINK, COR_LINK_LENGTH)
            ->number[link],
        1000);
    end(&fixture);
}

static const struct cor_draft_column *
set_cell(struct fixture *fixture, const char *column, const char *text)
{
    struct cor_binding binding;
    begin(fixture, "link.csv", text, true);
    cr_assert(cor_field_bind(&binding, COR_KIND_LINK, cor_text_of(column)));
    const uint32_t link = new_link(fixture);
    cr_assert(cor_draft_set_cell(
        &fixture->draft, &binding, link,
        (struct cor_text){fixture->draft.file[0].source->bytes, strlen(text)},
        fixture->base));
    return cor_draft_column(&fixture->draft, COR_KIND_LINK, binding.field);
}

Test(draft, cells_are_in_the_unit_of_their_column)
{
    struct fixture fixture;
    cr_expect_eq(set_cell(&fixture, "time_h", "22")->number[0], 79200);
    end(&fixture);
    cr_expect_eq(set_cell(&fixture, "time_h", "30 min")->number[0], 1800);
    end(&fixture);
    set_cell(&fixture, "time", "22");
    cr_assert_eq(fixture.report.n, 1);
    cr_expect_str_eq(fixture.report.item[0].code, "no-unit");
    end(&fixture);
}

Test(draft, cells_say_true_in_many_ways)
{
    static const struct {
        const char *text;
        int want; /* -1: refused */
    } rows[] = {{"1", 1},     {"true", 1}, {"TRUE", 1}, {"yes", 1}, {"0", 0},
                {"False", 0}, {"no", 0},   {"2", -1},   {"t", -1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture fixture;
        const struct cor_draft_column *column =
            set_cell(&fixture, "directed", rows[i].text);
        if (rows[i].want >= 0)
            cr_expect_eq(column->index[0], rows[i].want, "%s", rows[i].text);
        cr_expect_eq(fixture.report.n, rows[i].want < 0, "%s", rows[i].text);
        end(&fixture);
    }
}

Test(draft, faults_in_a_line_have_their_own_place)
{
    struct fixture fixture;
    set_cell(&fixture, "geometry", "LINESTRING (1 2, 3 x)");
    cr_assert_eq(fixture.report.n, 1);
    cr_expect_str_eq(fixture.report.item[0].code, "bad-geometry");
    cr_expect_eq(fixture.report.item[0].place.column, 20);
    end(&fixture);
}

Test(draft, lists_of_cells_are_parted_by_semicolons)
{
    struct fixture fixture;
    struct cor_binding binding;
    uint32_t service;
    begin(&fixture, "service.csv", "a; b ;;c", true);
    cr_assert(cor_field_bind(&binding, COR_KIND_SERVICE, cor_text_of("links")));
    cr_assert(cor_draft_record(&service, &fixture.draft, COR_KIND_SERVICE,
                               fixture.base));
    cr_assert(cor_draft_set_cell(
        &fixture.draft, &binding, service,
        (struct cor_text){fixture.draft.file[0].source->bytes, 8},
        fixture.base));
    const struct cor_draft_list list =
        cor_draft_column(&fixture.draft, COR_KIND_SERVICE, binding.field)
            ->list[service];
    static const char *const want[] = {"a", "b", "c"};
    static const uint32_t at[] = {0, 3, 7};
    cr_assert_eq(list.n, 3);
    for (uint32_t i = 0; i < list.n; i++) {
        const struct cor_draft_item *item = &fixture.draft.item[list.first + i];
        cr_expect_str_eq(fixture.draft.names[COR_SPACE_LINK].name[item->word],
                         want[i]);
        cr_expect_eq(item->spot, fixture.base + at[i]);
    }
    end(&fixture);
}

Test(draft, modes_are_numbered_as_those_every_scenario_knows)
{
    struct fixture fixture;
    begin(&fixture, "a.yaml", "", false);
    cr_expect_eq(cor_names_find(&fixture.draft.names[COR_SPACE_MODE],
                                cor_text_of("ferry")),
                 2);
    end(&fixture);
}
