#include "table_fixture.h"

static struct tables tables;

static void begin(void)
{
    tables_init(&tables);
}

static void finish(void)
{
    tables_finish(&tables);
}

TestSuite(table_link, .init = begin, .fini = finish);

static const char two_nodes[] = "node_id,x_coord,y_coord\na,10,50\nb,11,51\n";

#define ENDS "link_id,from_node_id,to_node_id"

static void read_links(const char *links)
{
    cr_assert_eq(tables_read_two(&tables, two_nodes, links), COR_OK);
}

static bool one_way(uint32_t link)
{
    const struct cor_draft_column *column =
        tables_column(&tables, COR_KIND_LINK, COR_LINK_ONE_WAY);
    cr_assert_neq(column->spot[link], 0);
    return column->index[link];
}

Test(table_link, directed_is_one_way)
{
    read_links(ENDS ",directed,facility_type\n1,a,b,1,rail\n2,a,b,0,rail\n"
                    "3,a,b,true,rail\n4,a,b,false,rail\n5,a,b,TRUE,rail\n");
    cr_expect_str_eq(tables_complaints(&tables, true), "");
    cr_expect(one_way(0) && !one_way(1) && one_way(2) && !one_way(3) &&
              one_way(4));
}

Test(table_link, without_directed_links_are_one_way_with_a_warning)
{
    read_links(ENDS ",facility_type\n1,a,b,rail\n2,b,a,rail\n");
    cr_expect_str_eq(tables_complaints(&tables, true),
                     "W net/link.csv:1:1 directed-unstated\n");
    cr_expect(strstr(tables.report.item[0].message, "2 of them") != NULL);
    cr_expect(one_way(0) && one_way(1));
}

Test(table_link, an_empty_directed_is_shown_where_it_stands)
{
    read_links(ENDS ",directed,facility_type\n1,a,b,0,rail\n2,b,a, ,rail\n");
    cr_expect_str_eq(tables_complaints(&tables, true),
                     "W net/link.csv:3:1 directed-unstated\n");
    cr_expect(!one_way(0) && one_way(1));
}

Test(table_link, a_wrong_directed_is_an_error)
{
    read_links(ENDS ",directed,facility_type\n1,a,b,2,rail\n");
    cr_expect_str_eq(tables_complaints(&tables, true),
                     "E net/link.csv:2:7 bad-boolean\n");
}

Test(table_link, modes_of_their_own_are_kept_and_said_once)
{
    read_links(ENDS ",directed,facility_type\n1,a,b,0,rail\n2,a,b,0,raill\n"
                    "3,a,b,0,canal\n4,a,b,0,canal\n");
    cr_expect_str_eq(tables_complaints(&tables, true),
                     "W net/link.csv:3:9 own-mode\n"
                     "W net/link.csv:4:9 own-mode\n");
    cr_expect_str_eq(tables.report.item[0].suggestion, "did you mean 'rail'?");
    cr_expect(strstr(tables.report.item[1].message, "links: 2") != NULL);
    cr_expect_str_eq(tables_name(&tables, COR_KIND_LINK, COR_LINK_MODE, 3),
                     "canal");
}

Test(table_link, without_a_mode_it_is_unstated)
{
    read_links(ENDS ",directed,facility_type\n1,a,b,0,\n2,a,b,0,rail\n");
    cr_expect_str_eq(tables_complaints(&tables, true),
                     "W net/link.csv:2:1 mode-unstated\n");
    cr_expect_str_eq(tables_name(&tables, COR_KIND_LINK, COR_LINK_MODE, 0),
                     "unstated");
    cr_expect_str_eq(tables_name(&tables, COR_KIND_LINK, COR_LINK_MODE, 1),
                     "rail");
}

Test(table_link, the_column_of_modes_may_be_missing)
{
    read_links(ENDS ",directed\n1,a,b,0\n2,a,b,0\n");
    cr_expect_str_eq(tables_complaints(&tables, true),
                     "W net/link.csv:1:1 mode-unstated\n");
    cr_expect_str_eq(tables_name(&tables, COR_KIND_LINK, COR_LINK_MODE, 1),
                     "unstated");
}

static const struct cor_draft_line *line_of(uint32_t link)
{
    const struct cor_draft_column *column =
        tables_column(&tables, COR_KIND_LINK, COR_LINK_GEOMETRY);
    return column->spot == NULL || column->spot[link] == 0
               ? NULL
               : &column->line[link];
}

static void expect_line(uint32_t link, double first_lon, uint32_t n)
{
    const struct cor_draft_line *line = line_of(link);
    cr_assert_not_null(line, "link %u", link);
    cr_assert_eq(line->n, n, "link %u", link);
    cr_expect_eq(line->point[0].lon, first_lon, "link %u", link);
    cr_expect_eq(line->point[n - 1].lon, first_lon == 10 ? 11 : 10);
}

Test(table_link, geometry_stands_in_the_row_or_in_its_own_table)
{
    tables_write(&tables, "geometry.csv",
                 "geometry_id,geometry\n"
                 "g,\"LINESTRING (10 50, 10.5 50, 11 51)\"\nempty,\n");
    read_links(ENDS ",directed,facility_type,geometry,geometry_id,dir_flag\n"
                    "1,a,b,0,rail,\"LINESTRING (10 50, 11 51)\",,\n"
                    "2,a,b,0,rail,\"MULTILINESTRING ((10 50, 11 51))\",,1\n"
                    "3,a,b,0,rail,,g,\n"
                    "4,b,a,0,rail,,g,-1\n"
                    "5,a,b,0,rail,\"LINESTRING (10 50, 11 51)\",g,0\n"
                    "6,b,a,0,rail,\"LINESTRING (10 50, 11 51)\",,-1\n"
                    "7,a,b,0,rail,,empty,-1\n8,a,b,0,rail,,,\n");
    cr_expect_str_eq(tables_complaints(&tables, true), "");
    expect_line(0, 10, 2);
    expect_line(1, 10, 2);
    expect_line(2, 10, 3);
    expect_line(3, 11, 3);
    expect_line(4, 10, 2);
    expect_line(5, 11, 2);
    cr_expect_null(line_of(6));
    cr_expect_null(line_of(7));
}

Test(table_link, complains_of_geometry)
{
    tables_write(
        &tables, "geometry.csv",
        "geometry_id,geometry\n"
        "g1,\"LINESTRING (10 50, x 51)\"\ng1,\n,\"LINESTRING EMPTY\"\n");
    read_links(ENDS ",directed,facility_type,geometry,geometry_id,dir_flag\n"
                    "1,a,b,0,rail,LINESTRING (10 50),,\n"
                    "2,a,b,0,rail,,g2,\n"
                    "3,a,b,0,rail,,g1,x\n"
                    "4,a,b,0,rail,POINT (1 2),,\n"
                    "5,a,b,0,rail,LINESTRING EMPTY,,\n");
    cr_expect_str_eq(tables_complaints(&tables, true),
                     "E net/geometry.csv:2:24 bad-geometry\n"
                     "E net/geometry.csv:3:1 duplicate-id\n"
                     "E net/geometry.csv:4:1 missing-value\n"
                     "E net/link.csv:2:31 bad-geometry\n"
                     "E net/link.csv:3:15 unknown-geometry\n"
                     "E net/link.csv:4:18 bad-flag\n"
                     "E net/link.csv:5:14 bad-geometry\n"
                     "E net/link.csv:6:14 empty-line\n");
    cr_expect_str_eq(tables_find(&tables, "unknown-geometry")->suggestion,
                     "did you mean 'g1'?");
}

Test(table_link, without_geometry_csv_links_that_refer_to_it_are_straight)
{
    read_links(ENDS ",directed,facility_type,geometry_id\n1,a,b,0,rail,7\n"
                    "2,a,b,0,rail,8\n");
    cr_expect_str_eq(tables_complaints(&tables, true),
                     "W net/link.csv:2:14 no-geometry\n");
    cr_expect_null(line_of(0));
}

Test(table_link, own_columns_carry_their_unit)
{
    read_links(ENDS ",directed,facility_type,length,time_h,cost_usd,co2e_kg,"
                    "gauge_mm,length_source,time_source,opens,status\n"
                    "1,a,b,0,rail,468,22,215,7.5,1520,s1,s2,2030-12-31,"
                    "construction\n2,a,b,0,rail,468 mi,30 min,,,,,,,\n");
    cr_expect_str_eq(tables_complaints(&tables, true), "");
    static const struct {
        uint32_t field;
        double value;
    } rows[] = {
        {COR_LINK_LENGTH, 468000}, {COR_LINK_TIME, 22 * 3600},
        {COR_LINK_COST, 215},      {COR_LINK_CO2E, 7.5},
        {COR_LINK_GAUGE, 1.52},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        cr_expect_float_eq(
            tables_column(&tables, COR_KIND_LINK, rows[i].field)->number[0],
            rows[i].value, 1e-9, "field %u", rows[i].field);
    cr_expect_str_eq(
        tables_name(&tables, COR_KIND_LINK, COR_LINK_LENGTH_SOURCE, 0), "s1");
    cr_expect_str_eq(
        tables_name(&tables, COR_KIND_LINK, COR_LINK_TIME_SOURCE, 0), "s2");
    const struct cor_draft_column *length =
        tables_column(&tables, COR_KIND_LINK, COR_LINK_LENGTH);
    cr_expect_float_eq(length->number[1], 468 * 1609.344, 1e-6);
}

Test(table_link, capacity_has_its_unit_beside_it)
{
    read_links(ENDS ",directed,facility_type,capacity,capacity_unit\n"
                    "1,a,b,0,rail,15,Mt/y\n2,a,b,0,rail,12,trains/d\n"
                    "3,a,b,0,rail,9,\n4,a,b,0,rail,54,wagons\n"
                    "5,a,b,0,rail,5,km\n6,a,b,0,rail,x,Mt/y\n"
                    "7,a,b,0,rail,,Mt/y\n");
    cr_expect_str_eq(tables_complaints(&tables, true),
                     "W net/link.csv:4:14 no-unit\n"
                     "E net/link.csv:5:14 unknown-unit\n"
                     "E net/link.csv:6:14 wrong-unit\n"
                     "E net/link.csv:7:14 bad-number\n");
    const struct cor_draft_column *column =
        tables_column(&tables, COR_KIND_LINK, COR_LINK_CAPACITY);
    cr_expect_eq(column->number[0], 15e6);
    cr_expect_eq(column->dimension[0], COR_DIM_MASS_FLOW);
    cr_expect_eq(column->number[1], 12);
    cr_expect_eq(column->dimension[1], COR_DIM_TRAIN_FLOW);
    cr_expect_eq(column->spot[2], 0);
}

Test(table_link, reads_the_other_tables)
{
    tables_write(
        &tables, "transfer.csv",
        "node_id,from_mode,from_gauge_mm,to_mode,to_gauge_mm,kind,"
        "time_h,cost_usd,both_ways,source,time_source,cost_source,"
        "note\na,rail,1435,rail,1520,break-of-gauge,8,329,1,s,t,c,n\n");
    tables_write(&tables, "border.csv",
                 "node_id,into,mode,time_h,cost_usd,source\nb,KZ,rail,78,215,"
                 "s\n");
    tables_write(&tables, "service.csv",
                 "service_id,links,headway_h,vessels,capacity,capacity_unit,"
                 "payload_t,source\nferry, 1 ; 2,36,6,225,TEU,5000,s\n");
    tables_write(&tables, "source.csv",
                 "source_id,title,url,year,licence,grade\ns,S,,2025,,B\n");
    read_links(ENDS ",directed,facility_type\n1,a,b,0,rail\n2,a,b,0,ferry\n");
    cr_expect_str_eq(tables_complaints(&tables, true), "");
    cr_expect_str_eq(
        tables_name(&tables, COR_KIND_TRANSFER, COR_TRANSFER_TO_MODE, 0),
        "rail");
    cr_expect_float_eq(
        tables_column(&tables, COR_KIND_TRANSFER, COR_TRANSFER_TO_GAUGE)
            ->number[0],
        1.52, 1e-12);
    cr_expect(tables_column(&tables, COR_KIND_TRANSFER, COR_TRANSFER_BOTH_WAYS)
                  ->index[0]);
    cr_expect_str_eq(tables_name(&tables, COR_KIND_BORDER, COR_BORDER_INTO, 0),
                     "KZ");
    const struct cor_draft_list links =
        tables_column(&tables, COR_KIND_SERVICE, COR_SERVICE_LINKS)->list[0];
    cr_assert_eq(links.n, 2);
    cr_expect_eq(tables.draft.item[links.first + 1].word, 1);
    cr_expect_eq(tables_column(&tables, COR_KIND_SERVICE, COR_SERVICE_CAPACITY)
                     ->dimension[0],
                 COR_DIM_TEU);
    cr_expect_str_eq(tables_name(&tables, COR_KIND_SOURCE, COR_SOURCE_ID, 0),
                     "s");
}

/* Many rows at once: tables grow, ids stay what they are. */
Test(table_link, reads_many_rows)
{
    enum { N = 3000 };
    char *links = malloc(N * 40 + 100);
    cr_assert_not_null(links);
    size_t at = (size_t)sprintf(links, "%s", ENDS ",directed,facility_type\n");
    for (int i = 0; i < N; i++)
        at += (size_t)sprintf(links + at, "%d,%s,%s,0,road\n", 7 * i,
                              i % 2 == 0 ? "a" : "b", i % 2 == 0 ? "b" : "a");
    read_links(links);
    free(links);
    cr_assert_eq(tables.draft.table[COR_KIND_LINK].n, N);
    cr_expect_eq(tables.report.n, 0);
    cr_expect_str_eq(tables_name(&tables, COR_KIND_LINK, COR_LINK_ID, N - 1),
                     "20993");
    cr_expect_str_eq(tables_name(&tables, COR_KIND_LINK, COR_LINK_TO, N - 1),
                     "a");
}
