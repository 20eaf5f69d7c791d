#include "exchange/import.h"

#include <corridor/base/number.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "exchange/nearby.h"

/* Ends that are told of because they nearly meet are so many times farther
   apart than those that do. */
enum { NEARLY = 20 };

/* Places, by number in the grid, and what ends at those made here. */
struct joining {
    struct cor_importing *import;
    struct cor_nearby grid;
    struct cor_arena scratch;
    const char **id; /* [grid.n] */
    uint32_t *end;   /* [grid.n] links that end there, of places made here */
    uint32_t *neighbour; /* [grid.n] the other end of the last of them */
    size_t capacity, end_capacity, neighbour_capacity;
    size_t n_given; /* places that the file has */
    double snap_m, farthest_m;
};

static bool
add_place(struct joining *joining, const char *id, struct cor_point point)
{
    const uint32_t n = joining->grid.n;
    const char **ids = cor_arena_grow(&joining->scratch, joining->id, n,
                                      &joining->capacity, sizeof *ids);
    uint32_t *end = cor_arena_grow(&joining->scratch, joining->end, n,
                                   &joining->end_capacity, sizeof *end);
    uint32_t *neighbour =
        cor_arena_grow(&joining->scratch, joining->neighbour, n,
                       &joining->neighbour_capacity, sizeof *neighbour);
    if (ids == NULL || end == NULL || neighbour == NULL || id == NULL)
        return false;
    joining->id = ids;
    joining->end = end;
    joining->neighbour = neighbour;
    ids[n] = id;
    end[n] = 0;
    neighbour[n] = UINT32_MAX;
    return cor_nearby_add(&joining->grid, point);
}

static bool
place_at(struct cor_point *out, const struct cor_target *node, size_t row)
{
    const struct cor_text x = cor_import_cell(node, "x_coord", row);
    const struct cor_text y = cor_import_cell(node, "y_coord", row);
    return x.at != NULL && y.at != NULL && cor_number_parse(&out->lon, x) &&
           cor_number_parse(&out->lat, y) && cor_point_valid(*out);
}

static bool add_given(struct joining *joining)
{
    const struct cor_target *node = &joining->import->node;
    for (size_t row = 0; row < node->sheet->n; row++) {
        struct cor_point point;
        const struct cor_text id = cor_import_cell(node, "node_id", row);
        if (id.at == NULL || !place_at(&point, node, row))
            continue;
        if (!add_place(joining, cor_text_copy(&joining->scratch, id), point))
            return false;
    }
    joining->n_given = joining->grid.n;
    return true;
}

/* A row of `node` for a place that only lines know of. */
static enum cor_status make_place(struct joining *joining,
                                  struct cor_text id,
                                  struct cor_point point,
                                  struct cor_origin origin)
{
    struct cor_importing *import = joining->import;
    enum cor_status status = cor_import_row(import, &import->node, origin);
    if (status == COR_OK)
        status =
            cor_import_id(import, &import->node, id, origin.sheet, origin.row);
    if (status == COR_OK)
        status = cor_import_number(import, &import->node, "x_coord", point.lon);
    if (status == COR_OK)
        status = cor_import_number(import, &import->node, "y_coord", point.lat);
    if (status == COR_OK)
        status = cor_import_put(import, &import->node, "node_type",
                                cor_text_of("junction"));
    if (status != COR_OK)
        return status;
    const struct cor_text made =
        cor_import_cell(&import->node, "node_id", import->node.sheet->n - 1);
    return add_place(joining, cor_text_copy(&joining->scratch, made), point)
               ? COR_OK
               : COR_FAIL_MEMORY(import->err);
}

/* The place that an end of a line meets, made if there is none. */
static enum cor_status meet(uint32_t *out,
                            struct joining *joining,
                            struct cor_point point,
                            struct cor_origin origin)
{
    double metres;
    const uint32_t known =
        cor_nearby_find(&metres, &joining->grid, point, UINT32_MAX);
    if (known != UINT32_MAX) {
        joining->farthest_m = fmax(joining->farthest_m, metres);
        *out = known;
        return metres == 0 ? COR_OK
                           : cor_import_count(
                                 joining->import, "ends-joined", false,
                                 "ends of lines that lay apart by no more than "
                                 "--snap and were joined",
                                 origin.sheet, COR_NONE, origin.row, "");
    }
    char name[32];
    snprintf(name, sizeof name, "end-%zu",
             joining->grid.n - joining->n_given + 1);
    *out = joining->grid.n;
    const enum cor_status status =
        make_place(joining, cor_text_of(name), point, origin);
    return status != COR_OK
               ? status
               : cor_import_count(joining->import, "place-made", false,
                                  "places made where lines end", origin.sheet,
                                  COR_NONE, origin.row, "");
}

/* The first and the last point of a link's line, if it has one. */
static bool
ends_of(struct cor_point out[2], struct joining *joining, size_t row)
{
    struct cor_shape shape;
    struct cor_arena scratch;
    const struct cor_text text =
        cor_import_cell(&joining->import->link, "geometry", row);
    if (text.at == NULL)
        return false;
    cor_arena_init(&scratch, SIZE_MAX);
    const bool good = cor_shape_read(&shape, text, &scratch, NULL) == COR_OK &&
                      shape.type == COR_SHAPE_LINE &&
                      cor_point_valid(shape.point[0]) &&
                      cor_point_valid(shape.point[shape.n - 1]);
    if (good) {
        out[0] = shape.point[0];
        out[1] = shape.point[shape.n - 1];
    }
    cor_arena_finish(&scratch);
    return good;
}

static bool is_open(struct cor_text cell)
{
    return cell.n == 1 && cell.at[0] == COR_IMPORT_OPEN_END[0];
}

/* Cells of ends have a value in every row of features, so that it can be
   replaced. */
static void
set_end(struct joining *joining, const char *column, size_t row, const char *id)
{
    struct cor_sheet *sheet = joining->import->link.sheet;
    const char *copy = cor_text_copy(joining->import->arena, cor_text_of(id));
    if (copy != NULL)
        sheet->column[cor_sheet_find(sheet, column)].cell[row] =
            cor_text_of(copy);
}

static void count_end(struct joining *joining, uint32_t place, uint32_t other)
{
    if (place == UINT32_MAX)
        return;
    joining->end[place]++;
    joining->neighbour[place] = other;
}

/* An end that is named needs a place of that name; one that is not gets the
   place that it meets. */
static enum cor_status join_end(uint32_t *out,
                                struct joining *joining,
                                size_t row,
                                int which,
                                struct cor_point point)
{
    static const char *const columns[] = {"from_node_id", "to_node_id"};
    struct cor_importing *import = joining->import;
    const struct cor_origin origin = import->link.origin[row];
    const struct cor_text cell =
        cor_import_cell(&import->link, columns[which], row);
    if (is_open(cell)) {
        const enum cor_status status = meet(out, joining, point, origin);
        if (status == COR_OK)
            set_end(joining, columns[which], row, joining->id[*out]);
        return status;
    }
    if (cell.at == NULL || cor_names_find(&import->ids[0], cell) != COR_NONE)
        return COR_OK;
    const enum cor_status status = make_place(joining, cell, point, origin);
    return status != COR_OK
               ? status
               : cor_import_count(import, "place-named", false,
                                  "places that only links name, put where "
                                  "their lines end",
                                  origin.sheet, COR_NONE, origin.row, "");
}

static enum cor_status join_link(struct joining *joining, size_t row)
{
    struct cor_point end[2];
    uint32_t place[2] = {UINT32_MAX, UINT32_MAX};
    if (!ends_of(end, joining, row))
        return COR_OK;
    enum cor_status status = COR_OK;
    for (int i = 0; i < 2 && status == COR_OK; i++)
        status = join_end(&place[i], joining, row, i, end[i]);
    count_end(joining, place[0], place[1]);
    count_end(joining, place[1], place[0]);
    return status;
}

/* A loose end near to a place that its own link does not lead to. */
static enum cor_status tell_near(struct joining *joining,
                                 const struct cor_nearby *wide,
                                 uint32_t place)
{
    double metres;
    const uint32_t near =
        cor_nearby_find(&metres, wide, joining->grid.point[place], place);
    if (near == UINT32_MAX || near == joining->neighbour[place])
        return COR_OK;
    const char *example = cor_text_print(
        joining->import->arena,
        "'%s' and '%s' are %.0f m apart; --snap \"%.0f "
        "m\" joins them",
        cor_text_escape(joining->import->arena,
                        cor_text_of(joining->id[place])),
        cor_text_escape(joining->import->arena, cor_text_of(joining->id[near])),
        ceil(metres), ceil(metres));
    if (example == NULL)
        return COR_FAIL_MEMORY(joining->import->err);
    const struct cor_target *node = &joining->import->node;
    const struct cor_origin origin =
        node->origin[node->sheet->n - (joining->grid.n - place)];
    return cor_import_count(joining->import, "ends-nearly-meet", true,
                            "ends of lines that nearly meet another place",
                            origin.sheet, COR_NONE, origin.row, example);
}

static enum cor_status tell_loose(struct joining *joining)
{
    struct cor_nearby wide;
    enum cor_status status = COR_OK;
    if (!cor_nearby_init(&wide, joining->snap_m * NEARLY, &joining->scratch))
        return COR_FAIL_MEMORY(joining->import->err);
    for (uint32_t i = 0; i < joining->grid.n; i++)
        if (!cor_nearby_add(&wide, joining->grid.point[i]))
            return COR_FAIL_MEMORY(joining->import->err);
    for (size_t i = joining->n_given; i < joining->grid.n && status == COR_OK;
         i++)
        if (joining->end[i] == 1)
            status = tell_near(joining, &wide, (uint32_t)i);
    return status;
}

enum cor_status cor_import_ends(struct cor_importing *import)
{
    struct joining joining = {.import = import};
    joining.snap_m =
        import->how->snap_m > 0 ? import->how->snap_m : COR_IMPORT_SNAP_M;
    cor_arena_init(&joining.scratch, SIZE_MAX);
    enum cor_status status =
        cor_nearby_init(&joining.grid, joining.snap_m, &joining.scratch) &&
                add_given(&joining)
            ? COR_OK
            : COR_FAIL_MEMORY(import->err);
    for (size_t row = 0; row < import->link.sheet->n && status == COR_OK; row++)
        status = join_link(&joining, row);
    if (status == COR_OK)
        status = tell_loose(&joining);
    cor_arena_finish(&joining.scratch);
    return status;
}
