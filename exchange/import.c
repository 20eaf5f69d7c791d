#include "exchange/import.h"

#include <string.h>

#include "exchange/field_text.h"

static enum cor_status begin_target(struct cor_importing *import,
                                    struct cor_target *target,
                                    const char *name,
                                    const char *const *columns)
{
    uint32_t column;
    enum cor_status status = COR_OK;
    target->sheet = cor_sheet_add(&import->ours, name, NULL);
    if (target->sheet == NULL)
        return COR_FAIL_MEMORY(import->err);
    for (; *columns != NULL && status == COR_OK; columns++)
        status = cor_sheet_column(&column, target->sheet, cor_text_of(*columns),
                                  import->err);
    return status;
}

/* Columns that every table has stand first. */
static enum cor_status begin(struct cor_importing *import)
{
    static const char *const node[] = {"node_id", "x_coord", "y_coord", NULL};
    static const char *const link[] = {"link_id", "from_node_id", "to_node_id",
                                       NULL};
    static const char *const none[] = {NULL};
    cor_sheets_init(&import->theirs, import->arena, import->report);
    cor_sheets_init(&import->ours, import->arena, import->report);
    cor_files_init(&import->out->files, import->arena);
    for (int i = 0; i < 2; i++)
        cor_names_init(&import->ids[i], import->arena);
    enum cor_status status = begin_target(import, &import->node, "node", node);
    if (status == COR_OK)
        status = begin_target(import, &import->link, "link", link);
    return status == COR_OK
               ? begin_target(import, &import->source, "source", none)
               : status;
}

static enum cor_status find_format(struct cor_importing *import,
                                   const char *path)
{
    import->out->format =
        import->how->format != NULL ? import->how->format : cor_format_of(path);
    if (import->out->format == NULL)
        return COR_FAIL(import->err, COR_UNKNOWN_NAME,
                        "what format is '%s'? its name does not tell, but "
                        "--format can",
                        path);
    if (import->out->format->read == NULL)
        return COR_FAIL(import->err, COR_UNSUPPORTED, "%s can only be written",
                        import->out->format->title);
    return COR_OK;
}

/* What config.csv says of coordinates, of which it has one row. */
static const char *crs_of_config(const struct cor_importing *import)
{
    const struct cor_sheet *config = cor_sheet_named(&import->theirs, "config");
    if (config == NULL || config->n == 0)
        return NULL;
    const struct cor_text cell =
        cor_sheet_cell(config, cor_sheet_find(config, "crs"), 0);
    return cell.at == NULL ? NULL : cor_text_copy(import->arena, cell);
}

/* What the file says comes before what the user says where it does not. */
static enum cor_status open_crs(struct cor_importing *import)
{
    const char *crs = import->theirs.crs;
    if (crs == NULL)
        crs = crs_of_config(import);
    if (crs == NULL)
        crs = import->how->crs;
    if (crs == NULL || cor_crs_is_lonlat(crs))
        return COR_OK;
    const bool asked = crs == import->how->crs;
    struct cor_error why = {0};
    const enum cor_status status = cor_crs_open(&import->crs, crs, &why);
    if (status != COR_BAD_INPUT || asked)
        return status == COR_OK
                   ? COR_OK
                   : COR_FAIL(import->err,
                              status == COR_BAD_INPUT ? COR_UNKNOWN_NAME
                                                      : status,
                              "%s", why.text);
    cor_report_add(import->report, COR_ERROR, "unknown-crs",
                   (struct cor_spot){import->theirs.sheet[0]->source, 0},
                   "--crs says what coordinates are in only where the file "
                   "does not",
                   "%s", why.text);
    return COR_FAIL(import->err, COR_BAD_INPUT, "%s", why.text);
}

static enum cor_status convert_line(struct cor_importing *import,
                                    struct cor_sheet *sheet,
                                    uint32_t column,
                                    size_t row)
{
    struct cor_shape shape;
    struct cor_buffer text = {.arena = import->arena};
    const struct cor_text cell = cor_sheet_cell(sheet, column, row);
    if (cell.at == NULL)
        return COR_OK;
    enum cor_status status =
        cor_shape_read(&shape, cell, import->arena, import->err);
    if (status != COR_OK || shape.type != COR_SHAPE_LINE)
        return status == COR_NO_MEMORY ? status : COR_OK;
    struct cor_point *point =
        cor_arena_copy(import->arena, shape.point, shape.n, sizeof *point);
    if (point == NULL)
        return COR_FAIL_MEMORY(import->err);
    status = cor_import_points(import, point, shape.n, sheet, column, row);
    cor_field_line(&text, point, shape.n);
    if (text.failed)
        return COR_FAIL_MEMORY(import->err);
    sheet->column[column].cell[row] = (struct cor_text){text.at, text.n};
    return status;
}

/* Tables that are taken as they are: lines are converted, and the config then
   says so. */
static enum cor_status convert_tables(struct cor_importing *import)
{
    struct cor_sheet *list[] = {cor_sheet_named(&import->theirs, "geometry"),
                                cor_sheet_named(&import->theirs, "link")};
    struct cor_sheet *config = cor_sheet_named(&import->theirs, "config");
    enum cor_status status = COR_OK;
    if (import->crs == NULL)
        return COR_OK;
    for (size_t i = 0; i < 2; i++) {
        const uint32_t column = list[i] == NULL || list[i]->geometry != COR_NONE
                                    ? COR_NONE
                                    : cor_sheet_find(list[i], "geometry");
        for (size_t row = 0;
             column != COR_NONE && row < list[i]->n && status == COR_OK; row++)
            status = convert_line(import, list[i], column, row);
    }
    const uint32_t crs =
        config == NULL ? COR_NONE : cor_sheet_find(config, "crs");
    if (crs != COR_NONE && cor_sheet_cell(config, crs, 0).at != NULL)
        config->column[crs].cell[0] = cor_text_of("EPSG:4326");
    return status;
}

/* A config says it to whoever reads the tables. */
static enum cor_status state_unit(struct cor_importing *import)
{
    const char *unit = import->how->length_unit;
    struct cor_sheet *config = cor_sheet_named(&import->theirs, "config");
    uint32_t column;
    enum cor_status status = COR_OK;
    if (unit == NULL)
        return COR_OK;
    if (config == NULL)
        config = cor_sheet_add(&import->theirs, "config", NULL);
    if (config == NULL)
        return COR_FAIL_MEMORY(import->err);
    if (config->n == 0)
        status = cor_sheet_row(config, 0, import->err);
    if (status == COR_OK)
        status = cor_sheet_column(&column, config, cor_text_of("long_length"),
                                  import->err);
    if (status == COR_OK && config->column[column].n_cell == 0)
        status = cor_sheet_set(config, column, cor_text_of(unit), import->err);
    for (size_t i = 0; status == COR_OK && i < config->column[column].n_cell;
         i++)
        config->column[column].cell[i] = cor_text_of(unit);
    return status;
}

/* Tables without a place are judged as such; that none was found is a fault of
   the file as a whole. */
static enum cor_status refuse_nothing(struct cor_importing *import,
                                      const char *path)
{
    const char *shown = cor_text_escape(import->arena, cor_text_of(path));
    if (import->node.sheet->n != 0 || import->link.sheet->n != 0)
        return COR_OK;
    if (shown == NULL)
        return COR_FAIL_MEMORY(import->err);
    const struct cor_source whole = {.name = shown, .bytes = ""};
    cor_report_add(import->report, COR_ERROR, "nothing-understood",
                   (struct cor_spot){&whole, 0},
                   "places have x_coord and y_coord, links from_node_id and "
                   "to_node_id or a geometry; --column says which columns "
                   "these are",
                   "neither places nor links are found in this");
    return COR_FAIL(import->err, COR_BAD_INPUT, "%s has errors", path);
}

static enum cor_status run(struct cor_importing *import, const char *path)
{
    enum cor_status status = find_format(import, path);
    if (status == COR_OK)
        status = import->out->format->read(&import->theirs, path, import->err);
    if (status == COR_OK && import->report->n_error != 0)
        return COR_FAIL(import->err, COR_BAD_INPUT, "%s has errors", path);
    if (status == COR_OK)
        status = open_crs(import);
    if (status == COR_OK)
        status = convert_tables(import);
    if (status == COR_OK)
        status = state_unit(import);
    if (status == COR_OK)
        status = cor_import_rows(import);
    if (status == COR_OK && import->report->n_error == 0)
        status = refuse_nothing(import, path);
    if (status == COR_OK)
        status = cor_import_ends(import);
    if (status == COR_OK)
        status = cor_import_sources(import, path);
    if (status != COR_OK || import->report->n_error != 0)
        return status != COR_OK ? status
                                : COR_FAIL(import->err, COR_BAD_INPUT,
                                           "%s has errors", path);
    return cor_import_judge(import, path);
}

enum cor_status cor_import_read(struct cor_import *out,
                                const char *path,
                                const struct cor_import_options *how,
                                struct cor_report *report,
                                struct cor_arena *arena,
                                struct cor_error *err)
{
    struct cor_import made = {0};
    struct cor_importing import = {
        .out = &made, .how = how, .report = report, .arena = arena, .err = err};
    enum cor_status status = begin(&import);
    if (status == COR_OK)
        status = run(&import, path);
    cor_crs_close(import.crs);
    report->counted = (struct cor_spot){0};
    cor_report_sort(report);
    if (status == COR_OK || status == COR_BAD_INPUT)
        *out = made;
    return status;
}
