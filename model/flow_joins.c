#include "model/flow_joins.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int by_number(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int by_ends(const void *a, const void *b)
{
    const struct cor_flow_ends *x = a, *y = b;
    if (x->low != y->low)
        return by_number(x->low, y->low);
    if (x->high != y->high)
        return by_number(x->high, y->high);
    return by_number(x->link, y->link);
}

static struct cor_flow_ends ends_of(uint32_t a, uint32_t b, uint32_t link)
{
    return (struct cor_flow_ends){a < b ? a : b, a < b ? b : a, link};
}

bool cor_flow_joins_make(struct cor_flow_joins *out, struct cor_draft *draft)
{
    out->n = 0;
    out->row = cor_arena_array(draft->arena, struct cor_flow_ends,
                               draft->table[COR_KIND_LINK].n);
    if (out->row == NULL)
        return false;
    COR_CHECK_EACH(draft, COR_KIND_LINK, link)
    if (draft->from[link] != COR_NONE && draft->to[link] != COR_NONE)
        out->row[out->n++] = ends_of(draft->from[link], draft->to[link], link);
    if (out->n != 0)
        qsort(out->row, out->n, sizeof *out->row, by_ends);
    return true;
}

/* The first row that is not below a pair of ends. */
static size_t find_first(const struct cor_flow_joins *joins,
                         const struct cor_flow_ends *ends)
{
    size_t low = 0, high = joins->n;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (by_ends(&joins->row[middle], ends) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct cor_flow_join cor_flow_join_find(const struct cor_flow_joins *joins,
                                        const struct cor_draft *draft,
                                        uint32_t from,
                                        uint32_t to,
                                        uint32_t mode)
{
    const struct cor_flow_ends ends = ends_of(from, to, 0);
    struct cor_flow_join join = {0, COR_NONE};
    for (size_t i = find_first(joins, &ends);
         i < joins->n && joins->row[i].low == ends.low &&
         joins->row[i].high == ends.high;
         i++) {
        const uint32_t link = joins->row[i].link;
        const bool fits =
            mode == COR_NONE ||
            cor_draft_word(draft, COR_KIND_LINK, COR_LINK_MODE, link) == mode;
        if ((fits && join.n == 0) || join.link == COR_NONE)
            join.link = link;
        join.n += fits ? 1 : 0;
    }
    return join;
}

/* What a strand says something about; a later layer may say it anew. */
struct subject {
    struct cor_draft_strand strand;
    uint32_t dimension, layer, spot;
    double year;
    struct cor_text commodity;
};

static struct subject subject_of(const struct cor_draft *draft,
                                 struct cor_draft_strand strand)
{
    const struct cor_draft_column *value =
        cor_draft_stated(draft, COR_KIND_FLOW, COR_FLOW_VALUE, strand.record);
    const struct cor_draft_column *commodity = cor_draft_stated(
        draft, COR_KIND_FLOW, COR_FLOW_COMMODITY, strand.record);
    const uint32_t spot = draft->table[COR_KIND_FLOW].spot[strand.record];
    return (struct subject){
        .strand = strand,
        .dimension = value != NULL && value->dimension != NULL
                         ? value->dimension[strand.record]
                         : COR_DIM_COUNT,
        .layer = cor_draft_file_of(draft, spot)->layer,
        .spot = spot,
        .year = cor_draft_number(draft, COR_KIND_FLOW, COR_FLOW_YEAR,
                                 strand.record),
        .commodity = commodity != NULL ? commodity->text[strand.record]
                                       : (struct cor_text){"", 0},
    };
}

static int by_text(struct cor_text a, struct cor_text b)
{
    const size_t n = a.n < b.n ? a.n : b.n;
    const int order = n == 0 ? 0 : memcmp(a.at, b.at, n);
    return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

static int by_subject(const struct subject *a, const struct subject *b)
{
    if (a->strand.link != b->strand.link)
        return by_number(a->strand.link, b->strand.link);
    if (a->strand.way != b->strand.way)
        return by_number((uint32_t)a->strand.way, (uint32_t)b->strand.way);
    if (a->dimension != b->dimension)
        return by_number(a->dimension, b->dimension);
    const double x = isnan(a->year) ? 0 : a->year;
    const double y = isnan(b->year) ? 0 : b->year;
    if (x < y || x > y)
        return x < y ? -1 : 1;
    return by_text(a->commodity, b->commodity);
}

static int by_layer(const void *a, const void *b)
{
    const struct subject *x = a, *y = b;
    const int order = by_subject(x, y);
    if (order != 0)
        return order;
    return x->layer != y->layer ? by_number(x->layer, y->layer)
                                : by_number(x->spot, y->spot);
}

static void complain_twice(struct cor_draft *draft,
                           const struct subject *first,
                           const struct subject *second)
{
    const struct cor_place place =
        draft->report->n < COR_REPORT_KEPT
            ? cor_spot_place(cor_draft_spot(draft, first->spot))
            : (struct cor_place){.file = "?"};
    COR_CHECK_ADD(
        draft, COR_ERROR, "flow-twice", second->spot,
        "a 'year' or a 'commodity' tells them apart",
        "the flow of the link '%s' is stated twice, first at %s:%u:%u",
        cor_draft_id(draft, COR_KIND_LINK, second->strand.link), place.file,
        place.line, place.column);
}

bool cor_flow_strands_sort(struct cor_draft *draft)
{
    size_t n = 0;
    struct subject *subject =
        cor_arena_array(draft->arena, struct subject, draft->n_strand);
    if (subject == NULL)
        return false;
    for (size_t i = 0; i < draft->n_strand; i++)
        if (!isnan(cor_draft_number(draft, COR_KIND_FLOW, COR_FLOW_VALUE,
                                    draft->strand[i].record)))
            subject[n++] = subject_of(draft, draft->strand[i]);
    if (n != 0)
        qsort(subject, n, sizeof *subject, by_layer);
    draft->n_strand = 0;
    for (size_t i = 0; i < n; i++) {
        const bool again =
            i + 1 < n && by_subject(&subject[i], &subject[i + 1]) == 0;
        if (again && subject[i].layer == subject[i + 1].layer)
            complain_twice(draft, &subject[i], &subject[i + 1]);
        if (!again)
            draft->strand[draft->n_strand++] = subject[i].strand;
    }
    return true;
}
