#include "exchange/format_list.h"
#include "exchange/tables.h"

#include <string.h>

static enum cor_status
read(struct cor_sheets *sheets, const char *path, struct cor_error *err)
{
    return cor_format_csv.read(sheets, path, err);
}

/* GMNS specification 0.96, table config: units of what stands in the others. */
static const struct {
    const char *column, *value;
} config[] = {
    {"short_length", "m"},
    {"long_length", "km"},
    {"speed", "km/h"},
    {"crs", "EPSG:4326"},
    {"geometry_field_format", "wkt"},
    {"currency", "USD"},
    {"version_number", "0.96"},
    {"id_type", "string"},
};

static enum cor_status set(struct cor_sheet *sheet,
                           const char *column,
                           struct cor_text text,
                           struct cor_error *err)
{
    uint32_t number;
    const enum cor_status status =
        cor_sheet_column(&number, sheet, cor_text_of(column), err);
    return status == COR_OK ? cor_sheet_set(sheet, number, text, err) : status;
}

/* What another config said of columns that nobody here reads still holds. */
static enum cor_status set_foreign(struct cor_sheet *sheet,
                                   const struct cor_sheet *foreign,
                                   struct cor_error *err)
{
    enum cor_status status = COR_OK;
    if (foreign == NULL || foreign->n == 0)
        return COR_OK;
    for (uint32_t i = 0; i < foreign->n_column && status == COR_OK; i++)
        status = set(sheet, foreign->column[i].name,
                     cor_sheet_cell(foreign, i, 0), err);
    return status;
}

static enum cor_status fill_config(struct cor_sheet *sheet,
                                   const struct cor_sheets *sheets,
                                   struct cor_error *err)
{
    const char *title = sheets->title != NULL ? sheets->title : "network";
    enum cor_status status = cor_sheet_row(sheet, 0, err);
    if (status == COR_OK)
        status = set(sheet, "dataset_name", cor_text_of(title), err);
    for (size_t i = 0; i < sizeof config / sizeof *config && status == COR_OK;
         i++)
        status =
            set(sheet, config[i].column, cor_text_of(config[i].value), err);
    return status == COR_OK
               ? set_foreign(sheet, cor_sheet_named(sheets, "config"), err)
               : status;
}

static enum cor_status add_config(struct cor_files *files,
                                  const struct cor_sheets *sheets,
                                  struct cor_error *err)
{
    struct cor_sheets own;
    struct cor_file file;
    cor_sheets_init(&own, files->arena, sheets->report);
    struct cor_sheet *sheet = cor_sheet_add(&own, "config", NULL);
    if (sheet == NULL)
        return COR_FAIL_MEMORY(err);
    enum cor_status status = fill_config(sheet, sheets, err);
    if (status == COR_OK)
        status = cor_tables_write(&file, sheet, files->arena, err);
    return status == COR_OK ? cor_files_add(files, file, err) : status;
}

/* GMNS has the geometry of nodes in x_coord and y_coord; what we worked out
   beside is no part of the network. */
static bool is_own(const struct cor_sheet *sheet, const char *column)
{
    return strcmp(column, "geodesic_km") == 0 ||
           (strcmp(column, "geometry") == 0 &&
            strcmp(sheet->name, "node") == 0);
}

static enum cor_status add_table(struct cor_files *files,
                                 const struct cor_sheet *sheet,
                                 struct cor_error *err)
{
    struct cor_sheet part = *sheet;
    struct cor_file file;
    part.column =
        cor_arena_array(files->arena, struct cor_sheet_column, sheet->n_column);
    part.n_column = 0;
    if (part.column == NULL)
        return COR_FAIL_MEMORY(err);
    for (uint32_t i = 0; i < sheet->n_column; i++)
        if (!is_own(sheet, sheet->column[i].name))
            part.column[part.n_column++] = sheet->column[i];
    const enum cor_status status =
        cor_tables_write(&file, &part, files->arena, err);
    return status == COR_OK ? cor_files_add(files, file, err) : status;
}

/* Sources are no table of GMNS; readers pass over it, and the numbers keep where
   they come from. */
static const char *const holds[] = {"node",   "link",   "flow",
                                    "source", "config", NULL};
/* The config is written before them. */
static const char *const tables[] = {"node", "link", "flow", "source", NULL};

static enum cor_status write(struct cor_files *files,
                             const struct cor_sheets *sheets,
                             struct cor_error *err)
{
    enum cor_status status = add_config(files, sheets, err);
    for (size_t i = 0; i < sheets->n && status == COR_OK; i++) {
        const char *name = sheets->sheet[i]->name;
        for (const char *const *held = tables; *held != NULL; held++)
            if (strcmp(name, *held) == 0 && status == COR_OK)
                status = add_table(files, sheets->sheet[i], err);
    }
    return status;
}

static const char *const endings[] = {NULL};

const struct cor_format cor_format_gmns = {
    .name = "gmns",
    .title = "GMNS tables",
    .endings = endings,
    .holds = holds,
    .reads_folder = true,
    .writes_folder = true,
    .read = read,
    .write = write,
};
