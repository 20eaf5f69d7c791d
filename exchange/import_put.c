#include "exchange/import.h"

#include <corridor/base/number.h>

#include <stdio.h>
#include <string.h>

#include "exchange/native.h"

enum cor_status cor_import_count(struct cor_importing *import,
                                 const char *code,
                                 bool is_loss,
                                 const char *what,
                                 const struct cor_sheet *sheet,
                                 uint32_t column,
                                 size_t row,
                                 const char *example)
{
    struct cor_import *out = import->out;
    for (size_t i = 0; i < out->n_fact; i++)
        if (strcmp(out->fact[i].code, code) == 0) {
            out->fact[i].n++;
            return COR_OK;
        }
    struct cor_import_fact *list =
        cor_arena_grow(import->arena, out->fact, out->n_fact,
                       &out->fact_capacity, sizeof *list);
    const char *copy = cor_text_copy(import->arena, cor_text_of(example));
    if (list == NULL || copy == NULL)
        return COR_FAIL_MEMORY(import->err);
    out->fact = list;
    list[out->n_fact] =
        (struct cor_import_fact){code, what, is_loss, 1, {0}, copy};
    if (sheet != NULL && sheet->source != NULL)
        list[out->n_fact].at =
            cor_spot_place(cor_sheet_spot(sheet, column, row));
    if (sheet != NULL && sheet->source != NULL && sheet->source->n == 0)
        list[out->n_fact].at.line = 0;
    out->n_fact++;
    return COR_OK;
}

enum cor_status cor_import_row(struct cor_importing *import,
                               struct cor_target *target,
                               struct cor_origin origin)
{
    struct cor_origin *list =
        cor_arena_grow(import->arena, target->origin, target->sheet->n,
                       &target->capacity, sizeof *list);
    if (list == NULL)
        return COR_FAIL_MEMORY(import->err);
    target->origin = list;
    target->origin[target->sheet->n] = origin;
    return cor_sheet_row(target->sheet, 0, import->err);
}

/* Texts that stay as they were are those of the file; what is not UTF-8 was
   refused when it was read. */
enum cor_status cor_import_put(struct cor_importing *import,
                               struct cor_target *target,
                               const char *column,
                               struct cor_text text)
{
    return cor_native_set(target->sheet, column, COR_COLUMN_TEXT, text,
                          import->err);
}

enum cor_status cor_import_number(struct cor_importing *import,
                                  struct cor_target *target,
                                  const char *column,
                                  double value)
{
    char text[COR_NUMBER_SIZE];
    cor_number_format(text, value);
    return cor_import_put(import, target, column, cor_text_of(text));
}

struct cor_text
cor_import_cell(const struct cor_target *target, const char *column, size_t row)
{
    return cor_sheet_cell(target->sheet, cor_sheet_find(target->sheet, column),
                          row);
}

void cor_import_say(struct cor_importing *import,
                    enum cor_severity severity,
                    const char *code,
                    struct cor_origin origin,
                    uint32_t column,
                    const char *advice,
                    const char *message)
{
    const struct cor_sheet *sheet = origin.sheet;
    struct cor_report *report = import->report;
    const size_t before = report->n;
    const bool has_row = sheet != NULL && origin.row != SIZE_MAX;
    const char *name =
        has_row ? cor_sheet_row_name(sheet, origin.row, import->arena) : "";
    const struct cor_spot spot =
        has_row         ? cor_sheet_spot(sheet, column, origin.row)
        : sheet != NULL ? (struct cor_spot){sheet->source, 0}
                        : (struct cor_spot){0};
    cor_report_add(report, severity, code, spot, advice, "%s%s%s", name,
                   name[0] == '\0' ? "" : ": ", message);
    if (spot.source != NULL && spot.source->n == 0 && report->n > before)
        report->item[before].place.line = 0;
}

static void complain_point(struct cor_importing *import,
                           struct cor_origin origin,
                           uint32_t column)
{
    if (import->crs != NULL)
        cor_import_say(import, COR_ERROR, "outside-crs", origin, column, NULL,
                       "this point has no longitude and latitude in the "
                       "coordinate reference system of the file");
    else
        cor_import_say(import, COR_ERROR, "not-degrees", origin, column,
                       "--crs EPSG:3857, for example, says what they are in",
                       "the coordinates are not longitude and latitude");
}

enum cor_status cor_import_points(struct cor_importing *import,
                                  struct cor_point *point,
                                  size_t n,
                                  const struct cor_sheet *sheet,
                                  uint32_t column,
                                  size_t row)
{
    bool good = true;
    for (size_t i = 0; i < n && good; i++)
        good = import->crs == NULL ? cor_point_valid(point[i])
                                   : cor_crs_point(&point[i], import->crs,
                                                   point[i].lon, point[i].lat);
    if (!good)
        complain_point(import, (struct cor_origin){sheet, row}, column);
    return COR_OK;
}

/* "place-7", or an id of another layer with its name before it. */
static const char *make_id(struct cor_importing *import,
                           const struct cor_names *ids,
                           const struct cor_target *target,
                           struct cor_text id,
                           const struct cor_sheet *sheet)
{
    const bool is_node = target == &import->node;
    size_t n = target->sheet->n;
    for (;;) {
        const char *made = id.at == NULL
                               ? cor_text_print(import->arena, "%s-%zu",
                                                is_node ? "place" : "link", n++)
                               : cor_text_print(import->arena, "%s:%.*s",
                                                sheet->name, (int)id.n, id.at);
        if (made == NULL || id.at != NULL ||
            cor_names_find(ids, cor_text_of(made)) == COR_NONE)
            return made;
    }
}

static bool remember(struct cor_importing *import,
                     int which,
                     struct cor_text id,
                     const struct cor_sheet *sheet)
{
    struct cor_names *ids = &import->ids[which];
    const uint32_t before = ids->n;
    if (cor_names_add(ids, id) == COR_NONE)
        return false;
    if (ids->n == before)
        return true;
    const struct cor_sheet **list =
        cor_arena_grow(import->arena, import->first[which], before,
                       &import->first_capacity[which], sizeof *list);
    if (list == NULL)
        return false;
    import->first[which] = list;
    list[before] = sheet;
    return true;
}

/* Layers number their features each from 1; within a layer an id that stands
   twice is wrong, and left for the loader to tell. */
enum cor_status cor_import_id(struct cor_importing *import,
                              struct cor_target *target,
                              struct cor_text id,
                              const struct cor_sheet *sheet,
                              size_t row)
{
    const int which = target == &import->link;
    const struct cor_names *ids = &import->ids[which];
    const uint32_t known = id.at == NULL ? COR_NONE : cor_names_find(ids, id);
    enum cor_status status = COR_OK;
    if (id.at == NULL) {
        status =
            cor_import_count(import, which ? "link-ids" : "place-ids", false,
                             which ? "links without an id, which got one"
                                   : "places without an id, which got one",
                             sheet, COR_NONE, row, "");
    } else if (known != COR_NONE && import->first[which][known] != sheet) {
        status = cor_import_count(import, "ids-of-layers", false,
                                  "ids that another layer has too, which got "
                                  "the name of their layer",
                                  sheet, COR_NONE, row, "");
    }
    const bool made = id.at == NULL || (known != COR_NONE &&
                                        import->first[which][known] != sheet);
    if (made && status == COR_OK) {
        const char *text = make_id(import, ids, target, id, sheet);
        if (text == NULL)
            return COR_FAIL_MEMORY(import->err);
        id = cor_text_of(text);
    }
    if (status == COR_OK && !remember(import, which, id, sheet))
        status = COR_FAIL_MEMORY(import->err);
    return status == COR_OK ? cor_import_put(import, target,
                                             which ? "link_id" : "node_id", id)
                            : status;
}
