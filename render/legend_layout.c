/* Where the rows of the legend stand: one below the other in a corner of the
   map, or below it in columns of much the same height. */
#include "render/layers.h"

#include <math.h>

/* The most columns below a map, and what parts them at least and at most; mm
   before scaling. */
enum { MOST_COLUMN = 5 };
static const double least_gap_mm = 6, most_gap_mm = 30;

/* A group of more rows than this may go on in the next column, where at least
   so many of its rows stand together. */
enum { WHOLE_GROUP = 8, LEAST_PART = 3 };

/* Room for symbols, which need less of it than lines do; mm before scaling. */
static const double symbol_mm = 4.2;

static bool has_swatch(enum cor_legend_kind kind)
{
    return kind != COR_LEGEND_HEADING && kind != COR_LEGEND_REMARK;
}

static bool is_symbol(const struct cor_legend_row *row)
{
    return row->group == COR_GROUP_PLACES || row->group == COR_GROUP_MARKS;
}

/* Set the room of a row's swatch; gives the row's width. */
static double
set_width(struct cor_draft *draft, struct cor_legend_row *row, bool is_narrow)
{
    const double mm = is_narrow ? symbol_mm : COR_LEGEND_SWATCH;
    row->swatch_mm = has_swatch(row->kind) ? mm * draft->scale : 0;
    return row->text.box.right +
           (row->swatch_mm != 0 ? row->swatch_mm + COR_LEGEND_GAP * draft->scale
                                : 0);
}

/* Between two rows, beyond their own heights. */
static double gap_before(const struct cor_draft *draft, uint32_t row)
{
    const struct cor_legend_row *r = &draft->legend.row[row];
    return row != 0 && r[0].group != r[-1].group
               ? COR_LEGEND_BETWEEN * draft->scale
               : 0;
}

/* In a corner room is dear: groups part by gaps, without their headings. */
struct cor_vec cor_legend_stack(struct cor_draft *draft)
{
    const double row_mm = COR_LEGEND_ROW * draft->scale;
    struct cor_vec size = {0, 0};
    bool is_symbols = true;
    for (uint32_t i = 0; i < draft->legend.n; i++)
        is_symbols &= is_symbol(&draft->legend.row[i]);
    for (uint32_t i = 0; i < draft->legend.n; i++) {
        struct cor_legend_row *row = &draft->legend.row[i];
        size.y += gap_before(draft, i) / 2;
        row->at = (struct cor_vec){NAN, NAN};
        if (row->kind == COR_LEGEND_HEADING && !row->is_own &&
            row->group != COR_GROUP_ROUTES)
            continue;
        size.x = fmax(size.x, set_width(draft, row, is_symbols));
        row->at = (struct cor_vec){0, size.y + row_mm / 2};
        size.y += row_mm;
    }
    return size;
}

/* Columns while they are filled. */
struct columns {
    double height; /* that a column may have */
    uint32_t n;
    uint32_t first[MOST_COLUMN + 1]; /* row */
    double tallest;
};

/* The rows after `from` that belong to its group. */
static uint32_t end_of_group(const struct cor_legend *legend, uint32_t from)
{
    uint32_t i = from;
    while (i < legend->n && legend->row[i].group == legend->row[from].group)
        i++;
    return i;
}

/* How many rows from one on must stand in one column: its group, or of a long
   one a part; and what is said of a row stays below it. */
static uint32_t
count_together(const struct cor_legend *legend, uint32_t from, uint32_t begin)
{
    const uint32_t end = end_of_group(legend, from);
    uint32_t n = end - from;
    if (end - begin > WHOLE_GROUP) {
        const bool is_near_end = end - from < 2 * LEAST_PART;
        n = from == begin || is_near_end ? LEAST_PART : 1;
        n = n < end - from ? n : end - from;
    }
    while (from + n < end && (legend->row[from + n].is_rest ||
                              legend->row[from + n].kind == COR_LEGEND_DETAIL ||
                              legend->row[from + n].kind == COR_LEGEND_NOTE))
        n++;
    return n;
}

/* Fill columns of a height from left to right; false: there are too many. */
static bool fill(struct columns *out, const struct cor_draft *draft)
{
    const struct cor_legend *legend = &draft->legend;
    const double row_mm = COR_LEGEND_ROW * draft->scale;
    double y = 0;
    out->n = 1;
    out->first[0] = 0;
    out->tallest = 0;
    for (uint32_t i = 0, begin = 0; i < legend->n;) {
        begin = gap_before(draft, i) > 0 ? i : begin;
        const uint32_t n = count_together(legend, i, begin);
        const double gap = y > 0 ? gap_before(draft, i) : 0;
        if (y > 0 && y + gap + n * row_mm > out->height + 0.01) {
            if (out->n == MOST_COLUMN)
                return false;
            out->first[out->n++] = i;
            y = 0;
        }
        y += (y > 0 ? gap : 0) + n * row_mm;
        out->tallest = fmax(out->tallest, y);
        i += n;
    }
    out->first[out->n] = legend->n;
    return true;
}

static bool is_narrow(const struct cor_legend *legend,
                      const struct columns *columns,
                      uint32_t column)
{
    bool narrow = true;
    for (uint32_t i = columns->first[column]; i < columns->first[column + 1];
         i++)
        narrow &=
            is_symbol(&legend->row[i]) || !has_swatch(legend->row[i].kind);
    return narrow;
}

/* Widths of the columns; gives their sum. */
static double
measure(double width[MOST_COLUMN], struct cor_draft *draft, struct columns *c)
{
    double sum = 0;
    for (uint32_t k = 0; k < c->n; k++) {
        const bool narrow = is_narrow(&draft->legend, c, k);
        width[k] = 0;
        for (uint32_t i = c->first[k]; i < c->first[k + 1]; i++)
            width[k] =
                fmax(width[k], set_width(draft, &draft->legend.row[i], narrow));
        sum += width[k];
    }
    return sum;
}

/* The lowest columns that the width bears, beginning with a height that parts
   no group that should stay whole. */
static double choose(struct columns *out,
                     double width[MOST_COLUMN],
                     struct cor_draft *draft,
                     double width_mm)
{
    const struct cor_legend *legend = &draft->legend;
    const double row_mm = COR_LEGEND_ROW * draft->scale;
    const double most = legend->n * row_mm * 2;
    uint32_t least = LEAST_PART + 2;
    for (uint32_t i = 0; i < legend->n; i = end_of_group(legend, i)) {
        const uint32_t n = end_of_group(legend, i) - i;
        least = n <= WHOLE_GROUP && n > least ? n : least;
    }
    for (out->height = least * row_mm;; out->height += row_mm / 2) {
        if (out->height > most)
            out->height = INFINITY;
        const bool good = fill(out, draft);
        const double sum = good ? measure(width, draft, out) : INFINITY;
        if (sum + (out->n - 1) * least_gap_mm * draft->scale <= width_mm ||
            isinf(out->height))
            return sum;
    }
}

double cor_legend_part(struct cor_draft *draft, double width_mm)
{
    struct columns columns = {0};
    double width[MOST_COLUMN];
    const double sum = choose(&columns, width, draft, width_mm);
    const double gap = columns.n > 1 ? fmin((width_mm - sum) / (columns.n - 1),
                                            most_gap_mm * draft->scale)
                                     : 0;
    const double row_mm = COR_LEGEND_ROW * draft->scale;
    double x = 0;
    for (uint32_t k = 0; k < columns.n; x += width[k++] + gap) {
        double y = 0;
        for (uint32_t i = columns.first[k]; i < columns.first[k + 1]; i++) {
            y += y > 0 ? gap_before(draft, i) : 0;
            draft->legend.row[i].at = (struct cor_vec){x, y + row_mm / 2};
            y += row_mm;
        }
    }
    return columns.tallest;
}
