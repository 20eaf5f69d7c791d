/* Scenario files that extend each other, and folders of tables. */
#include <corridor/model/load.h>

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/corridor-layers-XXXXXX";
static struct cor_arena arena;
static struct cor_report report;
static const struct cor_scenario *scenario;

static void write_file(const char *name, const char *text)
{
    FILE *file = fopen(name, "w");
    cr_assert_not_null(file);
    fputs(text, file);
    cr_assert_eq(fclose(file), 0);
}

static const char *const names[] = {"in/base.yaml", "in/over.yaml",
                                    "in/top.yaml", "in/tables/node.csv",
                                    "in/tables/link.csv"};

static void setup(void)
{
    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    cr_assert_eq(mkdir("in", 0700) + mkdir("in/tables", 0700), 0);
    write_file(names[0],
               "corridor: 1\ntitle: Base\nsummary: Of all\nas_of: 2020-01-01\n"
               "network: [tables]\n"
               "links: [{id: own, from: a, to: b, mode: road, source: s}]\n"
               "sources: {s: {title: Old}, t: {title: Kept}}\n"
               "defaults: {rail: {speed: 10 km/h, cost: 1 USD/tkm}, road: "
               "{speed: 20 km/h}}\n"
               "corridors: {x: {from: a, to: b}, y: {from: b, to: a}}\n"
               "cargo: {tonnes: 20}\n");
    write_file(names[1], "corridor: 1\ntitle: Over\nextends: base.yaml\n"
                         "places: {c: {lon: 3, lat: 3}}\n"
                         "links: [{id: new, from: b, to: c, mode: rail}]\n"
                         "sources: {s: {title: New}}\n"
                         "defaults: {rail: {speed: 30 km/h}}\n"
                         "corridors: {x: {from: a, to: c}}\n");
    write_file(names[2], "corridor: 1\nas_of: 2030-01-01\nextends: over.yaml\n"
                         "cargo: {tonnes: 10}\n");
    write_file(names[3], "node_id,x_coord,y_coord\na,1,1\nb,2,2\n");
    write_file(names[4], "link_id,from_node_id,to_node_id,directed,"
                         "facility_type\nt1,a,b,0,rail\n");
    cor_arena_init(&arena, SIZE_MAX);
    cor_report_init(&report, &arena);
}

static void teardown(void)
{
    cor_arena_finish(&arena);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(names[i]);
    rmdir("in/tables");
    rmdir("in");
    cr_expect_eq(rmdir(folder), 0);
}

TestSuite(layers, .init = setup, .fini = teardown);

static enum cor_status load(const char *path, const char *root)
{
    enum cor_load_state state;
    const struct cor_load how = {.root = root, .as_of = COR_NO_DATE};
    return cor_scenario_load(&scenario, &state, path, &how, &report, &arena,
                             NULL);
}

static void load_top(void)
{
    cr_assert_eq(load("in/top.yaml", NULL), COR_OK, "%s",
                 report.n == 0 ? "" : report.item[0].message);
}

Test(layers, later_records_add_to_earlier_ones)
{
    load_top();
    static const char *const places[] = {"a", "b", "c"};
    static const char *const links[] = {"t1", "own", "new"};
    cr_assert_eq(scenario->places.n, 3);
    cr_assert_eq(scenario->links.n, 3);
    for (uint32_t i = 0; i < 3; i++) {
        cr_expect_str_eq(scenario->places.ids->name[i], places[i]);
        cr_expect_str_eq(scenario->links.ids->name[i], links[i]);
        cr_expect_eq(cor_scenario_place(scenario, places[i]), i);
        cr_expect_eq(cor_scenario_link(scenario, links[i]), i);
    }
}

Test(layers, the_last_file_that_says_something_counts)
{
    cor_date date;
    load_top();
    cr_expect_str_eq(scenario->title, "Over");
    cr_expect_str_eq(scenario->summary, "Of all");
    cr_assert(cor_date_parse(&date, cor_text_of("2030-01-01")));
    cr_expect_eq(scenario->as_of, date);
    cr_expect_eq(scenario->cargo.mass_t, 10);
    cr_expect_str_eq(scenario->file, "in/top.yaml");
}

Test(layers, records_of_one_id_are_replaced_whole)
{
    load_top();
    cr_assert_eq(scenario->sources.n, 2);
    const uint32_t s = cor_names_find(scenario->sources.ids, cor_text_of("s"));
    cr_expect_str_eq(scenario->sources.title[s], "New");
    cr_expect_eq(scenario->links.source[1], s);
    cr_expect_str_eq(scenario->sources.title[1 - s], "Kept");
    const struct cor_default *rail = &scenario->defaults[COR_MODE_RAIL];
    cr_expect_float_eq(rail->speed_m_s.number, 30 / 3.6, 1e-9);
    cr_expect(rail->cost_usd_per_tkm.number !=
              rail->cost_usd_per_tkm.number); /* of the other record */
    cr_expect_float_eq(scenario->defaults[COR_MODE_ROAD].speed_m_s.number,
                       20 / 3.6, 1e-9);
    cr_assert_eq(scenario->n_corridor, 2);
    const uint32_t x = cor_scenario_corridor(scenario, "x");
    cr_expect_eq(scenario->corridor[x].query.to, 2);
}

Test(layers, may_not_leave_the_root)
{
    cr_expect_eq(load("in/top.yaml", "in/tables"), COR_BAD_INPUT);
    cr_assert_geq(report.n, 1);
    cr_expect_str_eq(report.item[0].code, "outside-root");
    cr_expect_eq(load("in/top.yaml", "in/nowhere"), COR_CANNOT_READ);
}

Test(layers, folders_need_no_scenario_file)
{
    cr_assert_eq(load("in/tables", NULL), COR_OK);
    cr_expect_eq(scenario->places.n, 2);
    cr_expect_eq(scenario->links.n, 1);
    cr_expect_eq(scenario->as_of, COR_NO_DATE);
    cr_expect_not_null(scenario->title);
}

Test(layers, modes_of_tables_may_be_named)
{
    write_file(names[4], "link_id,from_node_id,to_node_id,directed,"
                         "facility_type\nt1,a,b,0,tram\n");
    write_file(names[0], "corridor: 1\ntitle: Base\nnetwork: [tables]\n"
                         "corridors: {x: {from: a, to: b, modes: [tram]}}\n"
                         "defaults: {tram: {speed: 20 km/h}}\n");
    cr_assert_eq(load("in/base.yaml", NULL), COR_OK, "%s",
                 report.n == 0 ? "" : report.item[0].message);
    const uint32_t tram = scenario->links.mode[0];
    cr_expect_geq(tram, COR_N_MODE);
    cr_expect_str_eq(scenario->mode[tram].name, "tram");
    cr_expect_eq(scenario->corridor[0].query.mode[0], tram);
    cr_expect_float_eq(scenario->defaults[tram].speed_m_s.number, 20 / 3.6,
                       1e-9);
}

Test(layers, may_not_be_larger_than_promised)
{
    enum { LARGEST = 64 << 20 };
    cr_assert_eq(truncate(names[0], LARGEST + 1), 0);
    cr_expect_eq(load("in/base.yaml", NULL), COR_BAD_INPUT);
    cr_assert_eq(report.n, 1);
    cr_expect_str_eq(report.item[0].code, "too-large");
    cr_expect_str_eq(report.item[0].place.file, "in/base.yaml");
    cr_expect_eq(report.item[0].place.line, 1);
}

Test(layers, may_not_be_what_cannot_be_read)
{
    write_file(names[0], "corridor: 1\ntitle: Base\nextends: /dev/zero\n");
    cr_expect_eq(load("in/base.yaml", "/"), COR_BAD_INPUT);
    cr_assert_eq(report.n, 1);
    cr_expect_str_eq(report.item[0].code, "cannot-read");
}

Test(layers, in_a_circle_are_told_with_their_chain)
{
    write_file(names[0], "corridor: 1\ntitle: Base\nextends: top.yaml\n");
    cr_expect_eq(load("in/top.yaml", NULL), COR_BAD_INPUT);
    cr_assert_geq(report.n, 1);
    cr_expect_str_eq(report.item[0].code, "cycle");
    cr_expect_str_eq(report.item[0].place.file, "in/base.yaml");
    cr_expect_not_null(strstr(report.item[0].message,
                              "in/top.yaml -> in/over.yaml -> in/base.yaml -> "
                              "in/top.yaml"),
                       "%s", report.item[0].message);
}

Test(layers, are_read_whatever_the_working_folder)
{
    char path[128];
    snprintf(path, sizeof path, "%s/in/top.yaml", folder);
    cr_assert_eq(chdir("/"), 0);
    cr_expect_eq(load(path, NULL), COR_OK);
    cr_assert_eq(chdir(folder), 0);
}

Test(layers, fail_for_want_of_memory)
{
    const struct cor_load how = {.as_of = COR_NO_DATE};
    enum cor_status status = COR_NO_MEMORY;
    for (size_t limit = 0; status != COR_OK; limit += 2048) {
        struct cor_arena small;
        enum cor_load_state state;
        cor_arena_init(&small, limit);
        status = cor_scenario_load(&scenario, &state, "in/top.yaml", &how,
                                   &report, &small, NULL);
        cr_assert(status == COR_OK || status == COR_NO_MEMORY, "%d", status);
        cor_arena_finish(&small);
    }
    cr_expect_eq(report.n_error, 0);
}
