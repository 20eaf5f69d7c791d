#include "exchange/format_list.h"
#include "exchange/geojson_read.h"
#include "exchange/shape.h"

#include <corridor/base/number.h>

#include <string.h>

static void put_value(struct cor_buffer *out,
                      enum cor_column_type type,
                      struct cor_text cell)
{
    double number;
    if (type == COR_COLUMN_TRUTH)
        cor_buffer_text(out,
                        cell.n == 1 && cell.at[0] == '1' ? "true" : "false");
    else if (type != COR_COLUMN_TEXT && cor_number_parse(&number, cell))
        cor_buffer_number(out, number);
    else
        cor_json_text(out, cell);
}

static void put_properties(struct cor_buffer *out,
                           const struct cor_sheet *sheet,
                           size_t row)
{
    bool begun = false;
    cor_buffer_text(out, "\"properties\":{");
    for (uint32_t i = 0; i < sheet->n_column; i++) {
        const struct cor_text cell = cor_sheet_cell(sheet, i, row);
        if (cell.at == NULL || i == sheet->geometry)
            continue;
        cor_buffer_text(out, begun ? "," : "");
        cor_json_text(out, cor_text_of(sheet->column[i].name));
        cor_buffer_text(out, ":");
        put_value(out, sheet->column[i].type, cell);
        begun = true;
    }
    cor_buffer_text(out, "}");
}

static enum cor_status put_feature(struct cor_buffer *out,
                                   const struct cor_sheet *sheet,
                                   size_t row,
                                   struct cor_error *err)
{
    struct cor_shape shape = {0};
    struct cor_arena scratch;
    cor_arena_init(&scratch, SIZE_MAX);
    const struct cor_text text = cor_sheet_cell(sheet, sheet->geometry, row);
    enum cor_status status = COR_OK;
    if (text.at != NULL)
        status = cor_shape_read(&shape, text, &scratch, err);
    if (status == COR_OK) {
        cor_buffer_text(out, "{\"type\":\"Feature\",");
        put_properties(out, sheet, row);
        cor_buffer_text(out, ",\"geometry\":");
        cor_shape_json(out, &shape);
        cor_buffer_text(out, "}");
    }
    cor_arena_finish(&scratch);
    return status;
}

/* Layers become features. */
static enum cor_status put_sheet(struct cor_buffer *out,
                                 const struct cor_sheet *sheet,
                                 bool *begun,
                                 struct cor_error *err)
{
    enum cor_status status = COR_OK;
    for (size_t row = 0;
         sheet->geometry != COR_NONE && row < sheet->n && status == COR_OK;
         row++) {
        cor_buffer_text(out, *begun ? ",\n" : "\n");
        *begun = true;
        status = put_feature(out, sheet, row, err);
    }
    return status;
}

static enum cor_status write(struct cor_files *files,
                             const struct cor_sheets *sheets,
                             struct cor_error *err)
{
    struct cor_buffer out = {.arena = files->arena};
    bool begun = false;
    enum cor_status status = COR_OK;
    cor_buffer_text(&out, "{\"type\":\"FeatureCollection\",\"features\":[");
    for (size_t i = 0; i < sheets->n && status == COR_OK; i++)
        status = put_sheet(&out, sheets->sheet[i], &begun, err);
    cor_buffer_text(&out, "\n]}\n");
    if (status != COR_OK)
        return status;
    if (out.failed)
        return COR_FAIL_MEMORY(err);
    return cor_files_add(files, (struct cor_file){NULL, out.at, out.n}, err);
}

static const char *const holds[] = {"node", "link", NULL};
static const char *const endings[] = {".geojson", ".json", NULL};

const struct cor_format cor_format_geojson = {
    .name = "geojson",
    .title = "GeoJSON (RFC 7946)",
    .endings = endings,
    .holds = holds,
    .read = cor_geojson_read,
    .write = write,
};
