#include "model/foreign.h"
#include "model/table_part.h"

#include <math.h>
#include <string.h>
#include <strings.h>

static const struct cor_known_column config_columns[] = {
    {.name = "long_length", .role = COR_CELL_LONG_LENGTH},
    {.name = "speed", .role = COR_CELL_SPEED},
    {.name = "crs", .role = COR_CELL_CRS},
    {.name = "dataset_name", .role = COR_CELL_IGNORED},
    {.name = "short_length", .role = COR_CELL_IGNORED},
    {.name = "geometry_field_format", .role = COR_CELL_IGNORED},
    {.name = "currency", .role = COR_CELL_IGNORED},
    {.name = "version_number", .role = COR_CELL_IGNORED},
    {.name = "id_type", .role = COR_CELL_IGNORED},
};

/* How people write units in config.csv, besides the names of base/units. */
static const struct {
    const char *written, *unit;
} aliases[] = {
    {"foot", "ft"},
    {"feet", "ft"},
    {"mile", "mi"},
    {"miles", "mi"},
    {"meter", "m"},
    {"meters", "m"},
    {"metre", "m"},
    {"metres", "m"},
    {"kilometer", "km"},
    {"kilometers", "km"},
    {"kilometre", "km"},
    {"kilometres", "km"},
    {"nautical mile", "nmi"},
    {"nautical miles", "nmi"},
    {"kph", "km/h"},
    {"kmh", "km/h"},
    {"kmph", "km/h"},
    {"km/hr", "km/h"},
    {"kilometers per hour", "km/h"},
    {"kilometres per hour", "km/h"},
    {"mi/hr", "mph"},
    {"miles per hour", "mph"},
    {"knots", "kn"},
    {"mps", "m/s"},
};

/* Names of longitude and latitude on WGS 84. */
static const char *const degrees[] = {
    "4326",      "EPSG:4326", "EPSG::4326", "urn:ogc:def:crs:EPSG::4326",
    "WGS84",     "WGS 84",    "CRS84",      "urn:ogc:def:crs:OGC:1.3:CRS84",
    "OGC:CRS84",
};

static bool same(struct cor_text text, const char *word)
{
    return text.n == strlen(word) && strncasecmp(text.at, word, text.n) == 0;
}

static const struct cor_unit *find_unit(struct cor_text text,
                                        enum cor_dimension dimension)
{
    for (size_t i = 0; i < sizeof aliases / sizeof aliases[0]; i++)
        if (same(text, aliases[i].written))
            text = cor_text_of(aliases[i].unit);
    for (const struct cor_unit *unit = cor_units; unit->name != NULL; unit++)
        if (unit->dimension == dimension && same(text, unit->name))
            return unit;
    return NULL;
}

static bool is_degrees(struct cor_text text)
{
    for (size_t i = 0; i < sizeof degrees / sizeof degrees[0]; i++)
        if (same(text, degrees[i]))
            return true;
    return false;
}

static void read_unit(double *factor,
                      const struct cor_table *table,
                      size_t column,
                      enum cor_dimension dimension)
{
    const struct cor_text cell = cor_table_cell(table, column);
    const struct cor_unit *unit = find_unit(cell, dimension);
    if (unit != NULL) {
        *factor = unit->factor;
        return;
    }
    cor_report_add(table->draft->report, COR_ERROR, "unknown-unit",
                   cor_csv_spot(&table->csv, column),
                   dimension == COR_DIM_LENGTH
                       ? "write m, km, foot or mile"
                       : "write km/h, mph, m/s or knots",
                   "'%s' is not a unit of %s that can be read",
                   cor_draft_quote(table->draft, cell),
                   dimension == COR_DIM_LENGTH ? "length" : "speed");
}

static void read_crs(struct cor_table_config *config,
                     const struct cor_table *table,
                     size_t column)
{
    const struct cor_text cell = cor_table_cell(table, column);
    config->crs_stated = true;
    config->crs_foreign = !is_degrees(cell);
    if (config->crs_foreign)
        cor_report_add(
            table->draft->report, COR_ERROR, "foreign-crs",
            cor_csv_spot(&table->csv, column),
            "convert the coordinates to longitude and latitude, and write "
            "crs 4326",
            "coordinates in '%s' cannot be read: longitude and latitude "
            "(EPSG:4326) are needed",
            cor_draft_quote(table->draft, cell));
}

static void read_cell(struct cor_table_config *config,
                      const struct cor_table *table,
                      size_t column)
{
    if (table->column[column] == NULL || cor_table_cell(table, column).n == 0)
        return;
    switch (table->column[column]->role) {
    case COR_CELL_LONG_LENGTH:
        read_unit(&config->length_m, table, column, COR_DIM_LENGTH);
        break;
    case COR_CELL_SPEED:
        read_unit(&config->speed_m_s, table, column, COR_DIM_SPEED);
        break;
    case COR_CELL_CRS:
        read_crs(config, table, column);
        break;
    default:
        break;
    }
}

static enum cor_status read_rows(struct cor_table_config *config,
                                 struct cor_table *table,
                                 struct cor_error *err)
{
    bool more;
    uint32_t *match = NULL;
    struct cor_foreign *foreign = table->draft->foreign;
    if (foreign != NULL && !cor_foreign_match(&match, &foreign->config, table))
        return COR_FAIL_MEMORY(err);
    enum cor_status status = cor_table_next(&more, table, err);
    if (status != COR_OK || !more)
        return status;
    if (foreign != NULL && !cor_foreign_keep_row(&foreign->config, match, table,
                                                 foreign->n_config++))
        return COR_FAIL_MEMORY(err);
    for (size_t i = 0; i < table->n_column; i++)
        read_cell(config, table, i);
    status = cor_table_next(&more, table, err);
    if (status == COR_OK && more)
        cor_report_add(table->draft->report, COR_WARNING, "second-config",
                       cor_csv_spot(&table->csv, 0), NULL,
                       "only the first row of this table is read");
    return status;
}

/* Folders may differ; then no advice on units can be given. */
static void note_unit(struct cor_draft *draft, double unit_m)
{
    const bool same =
        draft->length_unit_m == 0 || draft->length_unit_m == unit_m;
    draft->length_unit_m = same ? unit_m : NAN;
}

enum cor_status cor_table_read_config(struct cor_table_folder *folder,
                                      struct cor_error *err)
{
    static const struct cor_known_columns known = {
        config_columns, sizeof config_columns / sizeof config_columns[0]};
    folder->config = (struct cor_table_config){
        .length_m = 1000,     /* the contract of bare GMNS: km */
        .speed_m_s = 1 / 3.6, /* and km/h */
    };
    bool found;
    struct cor_table table;
    const enum cor_status status = cor_table_open(
        &found, &table, folder, "config.csv", false, &known, err);
    if (status != COR_OK || !found) {
        note_unit(folder->draft, folder->config.length_m);
        return status;
    }
    const enum cor_status read = read_rows(&folder->config, &table, err);
    note_unit(folder->draft, folder->config.length_m);
    return read;
}
