#include <corridor/model/load.h>

#include "table_fixture.h"

/* Tables large enough to be read in many batches, and for their columns to be
   handed over to the scenario as they are. */

static struct tables tables;

static void begin(void)
{
    tables_init(&tables);
}

static void finish(void)
{
    tables_finish(&tables);
}

TestSuite(load_large, .init = begin, .fini = finish);

enum { N_PLACE = 5003, N_LINK = 9001, STEP = 1999 };

/* The ids of places in the order of the table: a step that has no divisor in
   common with their number meets all of them. */
static uint32_t id_of(uint32_t place)
{
    return (uint32_t)((uint64_t)place * STEP % N_PLACE);
}

static uint32_t from_of(uint32_t link)
{
    return link * 7 % N_PLACE;
}

static uint32_t to_of(uint32_t link)
{
    return (link * 11 + 5) % N_PLACE;
}

static bool has_length(uint32_t link, uint32_t every)
{
    return every == 0 || link % every != 0;
}

static void write_nodes(FILE *file)
{
    fputs("node_id,x_coord,y_coord\n", file);
    for (uint32_t place = 0; place < N_PLACE; place++)
        fprintf(file, "%u,%.2f,%.2f\n", id_of(place), 40 + place % 70 * 0.01,
                40 + place / 70 * 0.01);
}

/* Of `every` links one has no length; 0: all have one. */
static void write_links(FILE *file, uint32_t every)
{
    fputs("link_id,from_node_id,to_node_id,length,free_speed,directed,"
          "facility_type\n",
          file);
    for (uint32_t link = 0; link < N_LINK; link++) {
        fprintf(file, "l%u,%u,%u,", link, id_of(from_of(link)),
                id_of(to_of(link)));
        if (has_length(link, every))
            fprintf(file, "%u", link + 1);
        fprintf(file, ",36,%u,%s\n", link % 3 == 0,
                link % 2 == 0 ? "rail" : "road");
    }
}

static FILE *open_table(const char *name)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", tables.folder, name);
    FILE *file = fopen(path, "wb");
    cr_assert_not_null(file);
    return file;
}

static const struct cor_links *load(uint32_t every)
{
    FILE *nodes = open_table("node.csv"), *links = open_table("link.csv");
    const struct cor_load how = {.as_of = COR_NO_DATE};
    const struct cor_scenario *scenario = NULL;
    enum cor_load_state state;
    write_nodes(nodes);
    write_links(links, every);
    fclose(nodes);
    fclose(links);
    cr_assert_eq(cor_scenario_load(&scenario, &state, tables.folder, &how,
                                   &tables.report, &tables.kept, &tables.err),
                 COR_OK, "%s", tables.err.text);
    return &scenario->links;
}

static void expect_links(const struct cor_links *links, uint32_t every)
{
    cr_assert_eq(links->n, N_LINK);
    for (uint32_t link = 0; link < N_LINK; link++) {
        const double stated_m =
            has_length(link, every) ? 1000.0 * (link + 1) : NAN;
        cr_assert_eq(links->from[link], from_of(link), "link %u", link);
        cr_assert_eq(links->to[link], to_of(link), "link %u", link);
        cr_assert_eq(links->one_way[link], link % 3 == 0, "link %u", link);
        cr_assert_eq(links->mode[link],
                     link % 2 == 0 ? COR_MODE_RAIL : COR_MODE_ROAD);
        cr_assert_float_eq(links->speed_m_s[link], 10, 1e-9);
        cr_assert_eq(isnan(links->published_m[link]), isnan(stated_m));
        cr_assert_eq(links->length_m[link],
                     isnan(stated_m) ? links->geodesic_m[link] : stated_m);
        cr_assert_eq(links->length_source[link] == COR_NONE, isnan(stated_m));
        cr_assert_eq(links->gauge_mm[link], 0);
    }
}

Test(load_large, what_all_links_state_is_as_written)
{
    expect_links(load(0), 0);
}

Test(load_large, what_some_links_leave_out_is_unknown)
{
    expect_links(load(7), 7);
}
