#include "fixture.h"

#include <dirent.h>
#include <unistd.h>

TestSuite(format, .init = begin, .fini = finish);

/* A network of two places and what goes with it. */
static const struct cor_sheets *network(void)
{
    static struct cor_sheets out;
    cor_sheets_init(&out, &arena, &report);
    struct cor_sheet *node = make_sheet(
        &out, "node",
        "node_id,name,x_coord,y_coord,geometry"
        "|aktau,Aktau,51.15,43.6,POINT (51.15 43.6)"
        "|alat,Ələt,49.41,39.12345678901234,POINT (49.41 39.12345678901234)");
    set_type(node, "x_coord", COR_COLUMN_NUMBER);
    set_type(node, "y_coord", COR_COLUMN_NUMBER);
    struct cor_sheet *link = make_sheet(
        &out, "link",
        "link_id,from_node_id,to_node_id,directed,gauge_mm,length,closed_from,"
        "closed_until,geometry"
        "|1,aktau,alat,0,1520,468.25,,,LINESTRING (51.15 43.6"
        " 49.41 39.12345678901234)"
        "|2,aktau,alat,1,,,2027-02-01,2027-03-01,");
    set_type(link, "directed", COR_COLUMN_TRUTH);
    set_type(link, "gauge_mm", COR_COLUMN_WHOLE);
    set_type(link, "length", COR_COLUMN_NUMBER);
    /* The fixture has no commas in cells. */
    link->column[link->geometry].cell[0] =
        cor_text_of("LINESTRING (51.15 43.6, 49.41 39.12345678901234)");
    make_sheet(&out, "source", "source_id,title,url|s,Порт,");
    return &out;
}

static struct cor_files write_network(const struct cor_format *format)
{
    struct cor_files files;
    struct cor_error err = {0};
    cor_files_init(&files, &arena);
    cr_assert_eq(format->write(&files, network(), &err), COR_OK, "%s",
                 err.text);
    return files;
}

static void expect_same(const struct cor_files *a, const struct cor_files *b)
{
    cr_assert_eq(a->n, b->n);
    for (size_t i = 0; i < a->n; i++) {
        cr_expect_eq(a->file[i].n, b->file[i].n);
        cr_expect_arr_eq(a->file[i].bytes, b->file[i].bytes, a->file[i].n,
                         "file %zu", i);
    }
}

static void read_back(const struct cor_format *format, const char *path)
{
    struct cor_error err = {0};
    cr_assert_eq(format->read(&sheets, path, &err), COR_OK, "%s %s", err.text,
                 print_report());
}

static void expect_sheet(size_t i, const char *wanted)
{
    cr_assert_lt(i, sheets.n);
    cr_expect_str_eq(print_sheet(sheets.sheet[i]), wanted);
}

/* Names of entries of the folder, so that nothing else is left in it. */
static size_t count_entries(void)
{
    size_t n = 0;
    DIR *open = opendir(folder);
    while (readdir(open) != NULL)
        n++;
    closedir(open);
    return n - 2; /* itself and the one above */
}

Test(format, geopackage_comes_back_as_it_went)
{
    const struct cor_files files = write_network(&cor_ogr_geopackage);
    const struct cor_files again = write_network(&cor_ogr_geopackage);
    expect_same(&files, &again);
    cr_assert_eq(files.n, 1);
    cr_assert_null(files.file[0].name);
    read_back(&cor_ogr_geopackage,
              put("network.gpkg", files.file[0].bytes, files.file[0].n));
    cr_assert_eq(sheets.n, 3);
    cr_expect_null(sheets.crs);
    expect_sheet(0, "[node geometry,node_id,name,x_coord,y_coord"
                    "|POINT (51.15 43.6),aktau,Aktau,51.15,43.6"
                    "|POINT (49.41 39.12345678901234),alat,Ələt,49.41,"
                    "39.12345678901234]");
    expect_sheet(1, "[link geometry,link_id,from_node_id,to_node_id,directed,"
                    "gauge_mm,length,closed_from,closed_until"
                    "|LINESTRING (51.15 43.6, 49.41 39.12345678901234),1,aktau,"
                    "alat,0,1520,468.25,-,-|-,2,aktau,alat,1,-,-,2027-02-01,"
                    "2027-03-01]");
    expect_sheet(2, "[source source_id,title,url|s,Порт,-]");
    cr_expect_eq(sheets.sheet[0]->geometry, 0);
    cr_expect_eq(sheets.sheet[2]->geometry, COR_NONE);
    cr_expect_eq(sheets.sheet[1]->column[4].type, COR_COLUMN_TRUTH);
    cr_expect_eq(sheets.sheet[1]->column[5].type, COR_COLUMN_WHOLE);
    cr_expect_eq(sheets.sheet[1]->column[6].type, COR_COLUMN_NUMBER);
    cr_expect_str_eq(print_report(), "");
    cr_expect_eq(count_entries(), 1);
}

Test(format, shapefile_comes_back_with_names_cut)
{
    const struct cor_files files = write_network(&cor_ogr_shapefile);
    cr_expect_str_eq(
        print_report(),
        "note cut-names: a Shapefile's columns have ten letters; in 'link' "
        "from_node_id is from_node_, closed_from is closed_fro, closed_until "
        "is closed_unt\n");
    report.n = 0;
    const struct cor_files again = write_network(&cor_ogr_shapefile);
    expect_same(&files, &again);
    for (size_t i = 0; i < files.n; i++)
        put(files.file[i].name, files.file[i].bytes, files.file[i].n);
    report.n = 0;
    read_back(&cor_ogr_shapefile, path_of("link.shp"));
    expect_sheet(0, "[link geometry,link_id,from_node_,to_node_id,directed,"
                    "gauge_mm,length,closed_fro,closed_unt"
                    "|LINESTRING (51.15 43.6, 49.41 39.12345678901234),1,aktau,"
                    "alat,0,1520,468.25,-,-|-,2,aktau,alat,1,-,-,2027-02-01,"
                    "2027-03-01]");
    read_back(&cor_ogr_shapefile, folder);
    cr_assert_eq(sheets.n, 4);
    cr_expect_str_eq(print_report(), "");
    cr_expect_eq(count_entries(), files.n);
}

static const char osm[] =
    "<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\">\n"
    "<node id=\"1\" lat=\"43.5\" lon=\"51.2\" version=\"1\">"
    "<tag k=\"railway\" v=\"station\"/><tag k=\"name\" v=\"Ақтау\"/>"
    "<tag k=\"name:en\" v=\"Aktau\"/></node>\n"
    "<node id=\"2\" lat=\"43.6\" lon=\"51.3\" version=\"1\"/>\n"
    "<node id=\"3\" lat=\"43.7000001\" lon=\"51.4\" version=\"1\"/>\n"
    "<node id=\"4\" lat=\"43.7\" lon=\"51.5\" version=\"1\">"
    "<tag k=\"railway\" v=\"station\"/><tag k=\"name\" v=\"Тест\"/></node>\n"
    "<way id=\"10\" version=\"1\"><nd ref=\"1\"/><nd ref=\"2\"/><nd ref=\"3\"/>"
    "<tag k=\"railway\" v=\"rail\"/><tag k=\"gauge\" v=\"1520\"/>"
    "<tag k=\"electrified\" v=\"no\"/><tag k=\"usage\" v=\"main\"/></way>\n"
    "<way id=\"11\" version=\"1\"><nd ref=\"2\"/><nd ref=\"4\"/>"
    "<tag k=\"highway\" v=\"motorway\"/><tag k=\"name\" v=\"A 1\"/></way>\n"
    "<way id=\"12\" version=\"1\"><nd ref=\"1\"/><nd ref=\"2\"/>"
    "<tag k=\"highway\" v=\"residential\"/></way>\n"
    "<relation id=\"5\" version=\"1\"><member type=\"way\" ref=\"10\" "
    "role=\"\"/><tag k=\"type\" v=\"route\"/></relation>\n</osm>\n";

Test(format, openstreetmap_becomes_our_tables)
{
    read_back(&cor_ogr_osm, put("x.osm", osm, sizeof osm - 1));
    expect_sheet(
        0, "[node node_id,name,name_local,x_coord,y_coord,node_type,source"
           "|aktau,Aktau,Ақтау,51.2,43.5,station,openstreetmap"
           "|n43.6-e51.3,-,-,51.3,43.6,junction,openstreetmap"
           "|n43.7000001-e51.4,-,-,51.4,43.7000001,other,openstreetmap"
           "|n43.7-e51.5,-,-,51.5,43.7,other,openstreetmap]");
    expect_sheet(
        1, "[link link_id,from_node_id,to_node_id,directed,facility_type,"
           "gauge_mm,status,note,source,geometry,name"
           "|way-10,aktau,n43.6-e51.3,0,rail,1520,open,"
           "electrified: no; usage: main,openstreetmap,"
           "LINESTRING (51.2 43.5, 51.3 43.6),-"
           "|way-10-2,n43.6-e51.3,n43.7000001-e51.4,0,rail,1520,open,"
           "electrified: no; usage: main,openstreetmap,"
           "LINESTRING (51.3 43.6, 51.4 43.7000001),-"
           "|way-11,n43.6-e51.3,n43.7-e51.5,1,road,-,open,-,openstreetmap,"
           "LINESTRING (51.3 43.6, 51.5 43.7),A 1]");
    cr_expect_str_eq(
        print_report(),
        "note unused-ways: ways that are not used: 1 highway=residential\n"
        "note unused-places: stations and terminals that are not used, as no "
        "line of theirs is within 500 m: 1\n");
    cr_expect_str_eq(sheets.licence, "ODbL 1.0");
}

/* What must be refused, with a word of what is said. */
Test(format, bad_files)
{
    static const struct {
        const struct cor_format *format;
        const char *name, *bytes, *said;
        enum cor_status status;
    } rows[] = {
        {&cor_ogr_geopackage, "missing.gpkg", NULL, "", COR_CANNOT_READ},
        {&cor_ogr_geopackage, "empty.gpkg", "", "no GeoPackage", COR_BAD_INPUT},
        {&cor_ogr_geopackage, "text.gpkg", "no database at all\n",
         "no GeoPackage", COR_BAD_INPUT},
        {&cor_ogr_geopackage, "cut.gpkg",
         "SQLite format 3\0\20\0\1\1\0\100\40\40", "no GeoPackage",
         COR_BAD_INPUT},
        {&cor_ogr_shapefile, "alone.shp", "\0\0\47\12", "ends in .dbf",
         COR_BAD_INPUT},
        {&cor_ogr_osm, "text.osm", "no markup\n", "no OpenStreetMap",
         COR_BAD_INPUT},
        {&cor_ogr_osm, "text.pbf", "no blocks\n", "no OpenStreetMap",
         COR_BAD_INPUT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct cor_error err = {0};
        report.n = report.n_error = 0;
        const char *path =
            rows[i].bytes == NULL
                ? path_of(rows[i].name)
                : put(rows[i].name, rows[i].bytes, strlen(rows[i].bytes));
        cr_expect_eq(rows[i].format->read(&sheets, path, &err), rows[i].status,
                     "%s", rows[i].name);
        cr_expect_neq(err.text[0], '\0');
        cr_expect(strstr(print_report(), rows[i].said) != NULL, "%s: %s",
                  rows[i].name, print_report());
    }
    cr_expect_eq(sheets.n, 0);
    cr_expect_eq(count_entries(), sizeof rows / sizeof rows[0] - 1);
}

/* A file cut off anywhere is refused or complained of, and nothing is left. */
Test(format, files_cut_off)
{
    const struct cor_files files = write_network(&cor_ogr_geopackage);
    const struct cor_file *whole = &files.file[0];
    for (size_t n = 0; n < whole->n; n += 4000) {
        struct cor_error err = {0};
        report.n = report.n_error = 0;
        const enum cor_status status = cor_ogr_geopackage.read(
            &sheets, put("cut.gpkg", whole->bytes, n), &err);
        cr_expect(status == COR_BAD_INPUT || report.n_error != 0, "%zu of %zu",
                  n, whole->n);
        cr_expect_eq(count_entries(), 1);
    }
    for (size_t n = 0; n < sizeof osm - 10; n += 100) {
        struct cor_error err = {0};
        report.n = report.n_error = 0;
        const enum cor_status status =
            cor_ogr_osm.read(&sheets, put("cut.osm", osm, n), &err);
        cr_expect(status == COR_BAD_INPUT || report.n_error != 0, "%zu: %d", n,
                  status);
    }
}
