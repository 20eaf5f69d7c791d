#include "exchange/buffer.h"
#include "exchange/format_list.h"
#include "exchange/graphml_read.h"

#include <corridor/base/number.h>

#include <string.h>

/* XML 1.0, section 2.4; characters that XML cannot hold are left out, which
   texts that were loaded do not have. */
static void put_text(struct cor_buffer *out, struct cor_text text)
{
    for (size_t i = 0; i < text.n; i++) {
        const unsigned char c = (unsigned char)text.at[i];
        if (c == '&')
            cor_buffer_text(out, "&amp;");
        else if (c == '<')
            cor_buffer_text(out, "&lt;");
        else if (c == '>')
            cor_buffer_text(out, "&gt;");
        else if (c == '"')
            cor_buffer_text(out, "&quot;");
        else if (c >= ' ')
            cor_buffer_add(out, &text.at[i], 1);
        else if (c == '\n' || c == '\t' || c == '\r')
            cor_buffer_text(out, c == '\n'   ? "&#10;"
                                 : c == '\t' ? "&#9;"
                                             : "&#13;");
    }
}

/* A number must be one for a reader that was told so. */
static bool fits(enum cor_column_type type, struct cor_text cell)
{
    double number;
    return type == COR_COLUMN_TEXT || type == COR_COLUMN_TRUTH ||
           cor_number_parse(&number, cell);
}

static const char *type_name(const struct cor_sheet *sheet, uint32_t column)
{
    static const char *const names[] = {
        [COR_COLUMN_TEXT] = "string",
        [COR_COLUMN_NUMBER] = "double",
        [COR_COLUMN_WHOLE] = "long",
        [COR_COLUMN_TRUTH] = "boolean",
    };
    const enum cor_column_type type = sheet->column[column].type;
    for (size_t row = 0; row < sheet->n; row++) {
        const struct cor_text cell = cor_sheet_cell(sheet, column, row);
        if (cell.at != NULL && !fits(type, cell))
            return names[COR_COLUMN_TEXT];
    }
    return names[type];
}

/* A graph in the making. */
struct writing {
    struct cor_buffer *out;
    const struct cor_sheet *sheet;
    const char *element;   /* "node" or "edge" */
    uint32_t id, from, to; /* columns that become attributes */
};

static bool is_attribute(const struct writing *w, uint32_t column)
{
    return column == w->id || column == w->from || column == w->to;
}

static void put_keys(const struct writing *w)
{
    for (uint32_t i = 0; i < w->sheet->n_column; i++) {
        if (is_attribute(w, i))
            continue;
        cor_buffer_text(w->out, "  <key id=\"");
        cor_buffer_add(w->out, w->element, 1);
        cor_buffer_whole(w->out, i);
        cor_buffer_text(w->out, "\" for=\"");
        cor_buffer_text(w->out, w->element);
        cor_buffer_text(w->out, "\" attr.name=\"");
        put_text(w->out, cor_text_of(w->sheet->column[i].name));
        cor_buffer_text(w->out, "\" attr.type=\"");
        cor_buffer_text(w->out, type_name(w->sheet, i));
        cor_buffer_text(w->out, "\"/>\n");
    }
}

static void put_value(const struct writing *w, uint32_t column, size_t row)
{
    const struct cor_text cell = cor_sheet_cell(w->sheet, column, row);
    if (w->sheet->column[column].type == COR_COLUMN_TRUTH)
        cor_buffer_text(w->out,
                        cell.n == 1 && cell.at[0] == '1' ? "true" : "false");
    else
        put_text(w->out, cell);
}

static void put_data(const struct writing *w, size_t row)
{
    for (uint32_t i = 0; i < w->sheet->n_column; i++) {
        if (is_attribute(w, i) || cor_sheet_cell(w->sheet, i, row).at == NULL)
            continue;
        cor_buffer_text(w->out, "<data key=\"");
        cor_buffer_add(w->out, w->element, 1);
        cor_buffer_whole(w->out, i);
        cor_buffer_text(w->out, "\">");
        put_value(w, i, row);
        cor_buffer_text(w->out, "</data>");
    }
}

static void put_attribute(const struct writing *w,
                          const char *name,
                          uint32_t column,
                          size_t row)
{
    if (column == COR_NONE)
        return;
    cor_buffer_text(w->out, " ");
    cor_buffer_text(w->out, name);
    cor_buffer_text(w->out, "=\"");
    put_text(w->out, cor_sheet_cell(w->sheet, column, row));
    cor_buffer_text(w->out, "\"");
}

static bool is_two_way(const struct cor_sheet *sheet, size_t row)
{
    const struct cor_text cell =
        cor_sheet_cell(sheet, cor_sheet_find(sheet, "directed"), row);
    return !(cell.n == 1 && cell.at[0] == '1');
}

static bool all_two_way(const struct cor_sheet *sheet)
{
    size_t row = 0;
    while (row < sheet->n && is_two_way(sheet, row))
        row++;
    return row == sheet->n;
}

/* The edge back of a two-way link names the one it belongs to. */
static void put_back_of(const struct writing *w, size_t row)
{
    cor_buffer_text(w->out, "<data key=\"reverse_of\">");
    put_text(w->out, cor_sheet_cell(w->sheet, w->id, row));
    cor_buffer_text(w->out, "</data>");
}

static void put_element(const struct writing *w, size_t row, bool back)
{
    cor_buffer_text(w->out, "    <");
    cor_buffer_text(w->out, w->element);
    if (!back)
        put_attribute(w, "id", w->id, row);
    put_attribute(w, "source", back ? w->to : w->from, row);
    put_attribute(w, "target", back ? w->from : w->to, row);
    cor_buffer_text(w->out, ">");
    put_data(w, row);
    if (back)
        put_back_of(w, row);
    cor_buffer_text(w->out, "</");
    cor_buffer_text(w->out, w->element);
    cor_buffer_text(w->out, ">\n");
}

static void put_nodes(const struct writing *w)
{
    for (size_t row = 0; row < w->sheet->n; row++)
        put_element(w, row, false);
}

/* Programs read a graph as directed or not as a whole: where any link is
   one-way, the others are an edge in each direction. */
static void put_edges(const struct writing *w, bool directed)
{
    for (size_t row = 0; row < w->sheet->n; row++) {
        put_element(w, row, false);
        if (directed && is_two_way(w->sheet, row))
            put_element(w, row, true);
    }
}

static struct writing writing_of(struct cor_buffer *out,
                                 const struct cor_sheet *sheet,
                                 const char *element)
{
    const bool edge = strcmp(element, "edge") == 0;
    return (struct writing){
        .out = out,
        .sheet = sheet,
        .element = element,
        .id = cor_sheet_find(sheet, edge ? "link_id" : "node_id"),
        .from = cor_sheet_find(sheet, "from_node_id"),
        .to = cor_sheet_find(sheet, "to_node_id"),
    };
}

static enum cor_status write(struct cor_files *files,
                             const struct cor_sheets *sheets,
                             struct cor_error *err)
{
    struct cor_buffer out = {.arena = files->arena};
    const struct cor_sheet *node = cor_sheet_named(sheets, "node");
    const struct cor_sheet *link = cor_sheet_named(sheets, "link");
    const struct writing nodes = writing_of(&out, node, "node");
    const struct writing edges = writing_of(&out, link, "edge");
    cor_buffer_text(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<graphml xmlns=\"http://graphml.graphdrawing.org/"
                          "xmlns\">\n");
    put_keys(&nodes);
    put_keys(&edges);
    const bool directed = !all_two_way(link);
    if (directed)
        cor_buffer_text(&out, "  <key id=\"reverse_of\" for=\"edge\" "
                              "attr.name=\"reverse_of\" "
                              "attr.type=\"string\"/>\n");
    cor_buffer_text(&out, "  <graph id=\"network\" edgedefault=\"");
    cor_buffer_text(&out, directed ? "directed\">\n" : "undirected\">\n");
    put_nodes(&nodes);
    put_edges(&edges, directed);
    cor_buffer_text(&out, "  </graph>\n</graphml>\n");
    return out.failed ? COR_FAIL_MEMORY(err)
                      : cor_files_add(
                            files, (struct cor_file){NULL, out.at, out.n}, err);
}

static const char *const holds[] = {"node", "link", NULL};
static const char *const endings[] = {".graphml", NULL};

const struct cor_format cor_format_graphml = {
    .name = "graphml",
    .title = "GraphML",
    .endings = endings,
    .holds = holds,
    .read = cor_graphml_read,
    .write = write,
};
