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

TestSuite(table, .init = begin, .fini = finish);

static const char two_nodes[] = "node_id,x_coord,y_coord\na,10,50\nb,11,51\n";
static const char one_link[] = "link_id,from_node_id,to_node_id,directed,"
                               "facility_type\nab,a,b,0,rail\n";

static double number(enum cor_kind kind, uint32_t field, uint32_t record)
{
    const struct cor_draft_column *column = tables_column(&tables, kind, field);
    return column->spot == NULL || column->spot[record] == 0
               ? -1
               : column->number[record];
}

Test(table, reads_what_bare_gmns_needs)
{
    cr_assert_eq(tables_read_two(&tables, two_nodes, one_link), COR_OK);
    cr_expect_str_eq(tables_complaints(&tables, true), "");
    cr_expect_eq(tables.draft.table[COR_KIND_PLACE].n, 2);
    cr_expect_eq(tables.draft.table[COR_KIND_LINK].n, 1);
    cr_expect_str_eq(tables_name(&tables, COR_KIND_PLACE, COR_PLACE_ID, 1),
                     "b");
    cr_expect_eq(number(COR_KIND_PLACE, COR_PLACE_LON, 1), 11);
    cr_expect_eq(number(COR_KIND_PLACE, COR_PLACE_LAT, 1), 51);
    cr_expect_str_eq(tables_name(&tables, COR_KIND_LINK, COR_LINK_FROM, 0),
                     "a");
    cr_expect_str_eq(tables_name(&tables, COR_KIND_LINK, COR_LINK_MODE, 0),
                     "rail");
}

Test(table, a_folder_is_a_scenario_with_a_title_and_a_source)
{
    cr_assert_eq(tables_read_two(&tables, two_nodes, one_link), COR_OK);
    const struct cor_text title =
        tables_column(&tables, COR_KIND_SCENARIO, COR_SCENARIO_TITLE)->text[0];
    cr_expect(cor_text_equal(title, cor_text_of("net")));
    cr_expect_str_eq(tables_name(&tables, COR_KIND_SOURCE, COR_SOURCE_ID, 0),
                     "gmns-tables");
    cr_expect_str_eq(tables_name(&tables, COR_KIND_LINK, COR_LINK_SOURCE, 0),
                     "gmns-tables");
    cr_expect_str_eq(tables_name(&tables, COR_KIND_PLACE, COR_PLACE_SOURCE, 1),
                     "gmns-tables");
}

Test(table, knows_the_place_of_each_value)
{
    cr_assert_eq(tables_read_two(&tables, two_nodes, one_link), COR_OK);
    const uint32_t spot =
        cor_draft_at(&tables.draft, COR_KIND_LINK, COR_LINK_TO, 0);
    const struct cor_place place =
        cor_spot_place(cor_draft_spot(&tables.draft, spot));
    cr_expect_str_eq(place.file, "net/link.csv");
    cr_expect_eq(place.line, 2);
    cr_expect_eq(place.column, 6);
}

Test(table, both_tables_must_be_there)
{
    tables_write(&tables, "node.csv", two_nodes);
    cr_expect_eq(tables_read(&tables), COR_CANNOT_READ);
    cr_expect(strstr(tables.err.text, "link.csv") != NULL, "%s",
              tables.err.text);
}

/* Header variants that must all be read as the plain one is. */
Test(table, accepts_headers_as_others_write_them)
{
    static const struct {
        const char *node, *link, *said;
    } rows[] = {
        {"\xEF\xBB\xBFnode_id,x_coord,y_coord\r\na,10,50\r\nb,11,51\r\n",
         "\xEF\xBB\xBF\"link_id\",from_node_,to_node_id,directed,facility_t\r"
         "ab,a,b,0,rail\r",
         ""},
        {"NODE_ID, X_Coord ,y_coord\n a ,10, 50\nb, 11 ,51\n",
         "LINK_ID,FROM_NODE_,TO_NODE_ID,DIRECTED,FACILITY_T\nab,a,b,false,"
         "rail\n",
         ""},
        {"y_coord,node_id,x_coord\n50,a,10\n51,b,11",
         "facility_type,directed,to_node_id,from_node_id,link_id\nrail,0,b,a,"
         "ab",
         ""},
        {"node_id,x_coord,y_coord,,\na,10,50,,\n,,,,\n\nb,11,51,,\n",
         "link_id,from_node_id,to_node_id,directed,facility_type,grade,toll\n"
         "ab,a,b,0,rail,1,2\n",
         "N net/link.csv:1:56 unread-column\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        tables_finish(&tables);
        tables_init(&tables);
        cr_assert_eq(tables_read_two(&tables, rows[i].node, rows[i].link),
                     COR_OK, "row %zu", i);
        cr_expect_str_eq(tables_complaints(&tables, true), rows[i].said,
                         "row %zu: %s", i, tables_complaints(&tables, true));
        cr_expect_eq(tables.draft.table[COR_KIND_PLACE].n, 2, "row %zu", i);
        cr_expect_str_eq(tables_name(&tables, COR_KIND_LINK, COR_LINK_FROM, 0),
                         "a", "row %zu", i);
        cr_expect_str_eq(tables_name(&tables, COR_KIND_LINK, COR_LINK_MODE, 0),
                         "rail", "row %zu", i);
        cr_expect_eq(number(COR_KIND_PLACE, COR_PLACE_LAT, 1), 51, "row %zu",
                     i);
    }
}

Test(table, a_cut_name_that_fits_two_columns_fits_none)
{
    cr_assert_eq(tables_read_two(&tables, two_nodes,
                                 "link_id,from_node_id,to_node_id,directed,"
                                 "facility_type,capacity_t\nab,a,b,0,rail,5\n"),
                 COR_OK);
    cr_expect_eq(number(COR_KIND_LINK, COR_LINK_CAPACITY, 0), -1);
    cr_expect(strstr(tables_find(&tables, "unread-column")->message,
                     "'capacity_t'") != NULL);
}

Test(table, complains_of_headers)
{
    static const struct {
        const char *node, *said, *suggestion;
    } rows[] = {
        {"", "E net/node.csv:1:1 empty-table\n", NULL},
        {"\n\n", "E net/node.csv:1:1 empty-table\n", NULL},
        {"node_id,x_coord,y_cord\na,10,50\nb,11,51\n",
         "E net/node.csv:1:17 missing-column\n", "did you mean 'y_coord'?"},
        {"node_id,x_coord\na,10\nb,11\n", "E net/node.csv:1:1 missing-column\n",
         NULL},
        {"node_id;x_coord;y_coord\na;10;50\n", "E net/node.csv:1:1 no-commas\n",
         "separate the columns by commas"},
        {"node_id,x_coord,y_coord,x_coord\na,10,50,1\nb,11,51,1\n",
         "E net/node.csv:1:25 duplicate-column\n", NULL},
        {"node_id,x_coord,y_coord,contry\na,10,50,KZ\nb,11,51,KZ\n",
         "W net/node.csv:1:25 unknown-column\n", "did you mean 'country'?"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        tables_finish(&tables);
        tables_init(&tables);
        cr_assert_eq(tables_read_two(&tables, rows[i].node, one_link), COR_OK);
        cr_expect_str_eq(tables_complaints(&tables, false), rows[i].said,
                         "row %zu: %s", i, tables_complaints(&tables, false));
        const char *suggestion = tables.report.item[0].suggestion;
        if (rows[i].suggestion == NULL)
            cr_expect_null(suggestion, "row %zu: %s", i, suggestion);
        else
            cr_expect_str_eq(suggestion, rows[i].suggestion, "row %zu", i);
    }
}

Test(table, complains_of_cells)
{
    static const struct {
        const char *row, *said;
    } rows[] = {
        {"a,nan,50", "E net/node.csv:2:3 bad-number\n"},
        {"a,inf,50", "E net/node.csv:2:3 bad-number\n"},
        {"a,10,1e999", "E net/node.csv:2:6 bad-number\n"},
        {"a,\"1,5\",50", "E net/node.csv:2:3 bad-number\n"},
        {"a,0x10,50", "E net/node.csv:2:3 bad-number\n"},
        {"a,1_000,50", "E net/node.csv:2:3 bad-number\n"},
        {"a,10", "E net/node.csv:2:1 row-width\n"},
        {"a,10,50,60", "E net/node.csv:2:9 row-width\n"},
        {"\"a\"x,10,50", "E net/node.csv:2:4 text-after-quote\n"},
        {"a,10,50\n\"b,10,50\n", "E net/node.csv:3:1 unterminated-quote\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        tables_finish(&tables);
        tables_init(&tables);
        char node[200];
        snprintf(node, sizeof node, "node_id,x_coord,y_coord\n%s", rows[i].row);
        cr_assert_eq(tables_read_two(&tables, node, one_link), COR_OK);
        cr_expect_str_eq(tables_complaints(&tables, false), rows[i].said,
                         "%s: %s", rows[i].row,
                         tables_complaints(&tables, false));
        cr_expect_not(tables.draft.unreadable);
    }
}

Test(table, what_is_not_text_is_unreadable)
{
    cr_assert_eq(tables_read_two(&tables, "node_id,x_coord,y_coord\n\xFF,1,2\n",
                                 one_link),
                 COR_OK);
    cr_expect_str_eq(tables_complaints(&tables, false),
                     "E net/node.csv:2:1 not-text\n");
    cr_expect(tables.draft.unreadable);
}

Test(table, reads_the_units_of_config)
{
    static const struct {
        const char *config;
        double length_m, speed_m_s;
    } rows[] = {
        {NULL, 2000, 36 / 3.6},
        {"long_length,speed\n,\n", 2000, 36 / 3.6},
        {"long_length,speed\nkm,km/h\n", 2000, 36 / 3.6},
        {"long_length,speed\nkilometers,kph\n", 2000, 36 / 3.6},
        {"long_length,speed\nm,m/s\n", 2, 36},
        {"long_length,speed\nMetres,KMH\n", 2, 36 / 3.6},
        {"long_length,speed\nfoot,mph\n", 2 * 0.3048, 36 * 0.44704},
        {"long_length,speed\nft,mph\n", 2 * 0.3048, 36 * 0.44704},
        {"long_length,speed\nfeet,knots\n", 2 * 0.3048, 36 * 1852.0 / 3600},
        {"long_length,speed\nmile,mph\n", 2 * 1609.344, 36 * 0.44704},
        {"short_length,long_length,speed,crs\nfoot,mi,mph,4326\n", 2 * 1609.344,
         36 * 0.44704},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        tables_finish(&tables);
        tables_init(&tables);
        if (rows[i].config != NULL)
            tables_write(&tables, "config.csv", rows[i].config);
        cr_assert_eq(tables_read_two(&tables, two_nodes,
                                     "link_id,from_node_id,to_node_id,directed,"
                                     "facility_type,length,free_speed\n"
                                     "ab,a,b,0,rail,2,36\n"),
                     COR_OK);
        cr_expect_str_eq(tables_complaints(&tables, true), "", "row %zu: %s", i,
                         tables_complaints(&tables, true));
        cr_expect_eq(number(COR_KIND_LINK, COR_LINK_LENGTH, 0),
                     rows[i].length_m, "row %zu", i);
        cr_expect_float_eq(number(COR_KIND_LINK, COR_LINK_SPEED, 0),
                           rows[i].speed_m_s, 1e-12, "row %zu", i);
    }
}

Test(table, complains_of_config)
{
    static const struct {
        const char *config, *said;
    } rows[] = {
        {"long_length\nfurlong\n", "E net/config.csv:2:1 unknown-unit\n"},
        {"long_length,speed\nkm,km\n", "E net/config.csv:2:4 unknown-unit\n"},
        {"crs\n32642\n", "E net/config.csv:2:1 foreign-crs\n"},
        {"crs\nEPSG:3857\n", "E net/config.csv:2:1 foreign-crs\n"},
        {"crs\nEPSG:4326\nEPSG:4326\n", "W net/config.csv:3:1 second-config\n"},
        {"crs\nepsg:4326\n", ""},
        {"crs,speed\nWGS 84,\n", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        tables_finish(&tables);
        tables_init(&tables);
        tables_write(&tables, "config.csv", rows[i].config);
        cr_assert_eq(tables_read_two(&tables, two_nodes, one_link), COR_OK);
        cr_expect_str_eq(tables_complaints(&tables, true), rows[i].said,
                         "row %zu: %s", i, tables_complaints(&tables, true));
    }
}

Test(table, coordinates_of_another_kind_are_refused_once)
{
    static const char metres[] =
        "node_id,x_coord,y_coord\na,500000,4649776\nb,501000,4649776\n";
    cr_assert_eq(tables_read_two(&tables, metres, one_link), COR_OK);
    cr_expect_str_eq(tables_complaints(&tables, true),
                     "E net/node.csv:2:3 no-crs\n");
    cr_expect(strstr(tables.report.item[0].suggestion, "config.csv") != NULL);
    /* stated, but void: nobody complains of them a second time */
    cr_expect(isnan(number(COR_KIND_PLACE, COR_PLACE_LON, 1)));
    cr_expect(isnan(number(COR_KIND_PLACE, COR_PLACE_LAT, 0)));
}

Test(table, a_single_coordinate_outside_is_left_to_the_checks)
{
    cr_assert_eq(tables_read_two(&tables,
                                 "node_id,x_coord,y_coord\na,10,50\nb,11,51\n"
                                 "c,1100,51\n",
                                 one_link),
                 COR_OK);
    cr_expect_str_eq(tables_complaints(&tables, true), "");
    cr_expect_eq(number(COR_KIND_PLACE, COR_PLACE_LON, 2), 1100);
}

Test(table, rows_of_a_missing_column_are_not_missed_again)
{
    cr_assert_eq(
        tables_read_two(&tables, "node_id,x_coord\na,10\nb,11\n", one_link),
        COR_OK);
    cr_expect_eq(tables.report.n_error, 1);
    cr_expect(isnan(number(COR_KIND_PLACE, COR_PLACE_LAT, 0)));
}

Test(table, a_folder_that_was_asked_for_needs_one_table)
{
    tables_write(&tables, "link.csv", one_link);
    const struct cor_source asked = {"s.yaml", "network: [net]", 14};
    uint32_t base;
    cr_assert_eq(cor_draft_add_file(&base, &tables.draft, &asked, false, NULL),
                 COR_OK);
    cr_expect_eq(cor_table_read_folder(&tables.draft, tables.folder, "net",
                                       base + 10, NULL),
                 COR_OK);
    cr_expect_str_eq(tables_complaints(&tables, true), "");
    cr_expect_eq(tables.draft.table[COR_KIND_SCENARIO].n, 0);
    cr_expect_eq(tables.draft.table[COR_KIND_SOURCE].n, 0);
    char path[128];
    snprintf(path, sizeof path, "%s/link.csv", tables.folder);
    cr_assert_eq(unlink(path), 0);
    cr_expect_eq(cor_table_read_folder(&tables.draft, tables.folder, "net",
                                       base + 10, NULL),
                 COR_OK);
    cr_expect_str_eq(tables_complaints(&tables, true),
                     "E s.yaml:1:11 no-tables\n");
}

Test(table, links_of_the_file_system_do_not_lead_out_of_the_root)
{
    char path[128];
    tables_write(&tables, "link.csv", one_link);
    snprintf(path, sizeof path, "%s/node.csv", tables.folder);
    cr_assert_eq(symlink("/etc/passwd", path), 0);
    tables.draft.root = tables.folder;
    cr_expect_eq(tables_read(&tables), COR_BAD_INPUT);
    cr_expect(strstr(tables.err.text, "outside") != NULL, "%s",
              tables.err.text);
}

Test(table, a_table_that_is_a_folder_cannot_be_read)
{
    char path[128];
    tables_write(&tables, "link.csv", one_link);
    snprintf(path, sizeof path, "%s/node.csv", tables.folder);
    cr_assert_eq(mkdir(path, 0777), 0);
    cr_expect_eq(tables_read(&tables), COR_CANNOT_READ);
    cr_assert_eq(rmdir(path), 0);
}

/* Memory ends at every point in turn; what was said until then is whole. */
Test(table, fails_for_want_of_memory)
{
    tables_write(&tables, "config.csv", "long_length\nmile\n");
    tables_write(&tables, "geometry.csv",
                 "geometry_id,geometry\ng,\"LINESTRING (10 50, 11 51)\"\n");
    tables_write(&tables, "node.csv", two_nodes);
    tables_write(&tables, "link.csv",
                 "link_id,from_node_id,to_node_id,geometry_id,dir_flag\n"
                 "ab,a,b,g,-1\n");
    enum cor_status status = COR_NO_MEMORY;
    for (size_t limit = 0; status == COR_NO_MEMORY; limit += 256) {
        struct cor_arena small;
        struct cor_report report;
        struct cor_draft draft;
        cor_arena_init(&small, limit);
        cor_report_init(&report, &small);
        if (cor_draft_init(&draft, &small, &small, &report))
            status =
                cor_table_read_folder(&draft, tables.folder, "net", 0, NULL);
        cor_arena_finish(&small);
        cr_assert_lt(limit, 4000000);
    }
    cr_expect_eq(status, COR_OK);
}
