#include <corridor/base/csv.h>

#include <endian.h>
#include <string.h>

/* Eight bytes at a time, bytes compared within one 64-bit word. */
enum { WORD = 8 };
static const uint64_t each = 0x0101010101010101u, low = 0x7F7F7F7F7F7F7F7Fu;

/* The high bit of every byte that differs from `c`; no carry leaves a byte, so
   unlike the shorter forms this one is right for all bytes at once: Warren
   (2012), Hacker's Delight, section 6-1. */
static inline uint64_t differs(uint64_t bytes, char c)
{
    const uint64_t x = bytes ^ (each * (unsigned char)c);
    return ((x & low) + low) | x;
}

static inline uint64_t find_marks(const char *at, size_t n)
{
    uint64_t bytes = 0;
    memcpy(&bytes, at, n < WORD ? n : WORD);
    bytes = le64toh(bytes);
    return ~(differs(bytes, ',') & differs(bytes, '"') & differs(bytes, '\n') &
             differs(bytes, '\r')) &
           ~low;
}

/* The offset of the next comma, quote or line end, which is then behind; the
   end of the source after the last. */
static inline uint32_t next_mark(struct cor_csv *csv)
{
    const uint32_t n = (uint32_t)csv->source->n;
    while (csv->marks == 0) {
        if (n - csv->word <= WORD)
            return n;
        csv->word += WORD;
        csv->marks = find_marks(csv->source->bytes + csv->word, n - csv->word);
    }
    const uint32_t at = csv->word + (uint32_t)__builtin_ctzll(csv->marks) / 8;
    csv->marks &= csv->marks - 1;
    return at;
}

static void complain(struct cor_csv *csv,
                     enum cor_severity severity,
                     const char *code,
                     uint32_t offset,
                     const char *message)
{
    cor_report_add(csv->report, severity, code,
                   (struct cor_spot){csv->source, offset}, NULL, "%s", message);
}

static bool begins_with(const struct cor_source *source, const char *bytes)
{
    const size_t n = strlen(bytes);
    return source->n >= n && memcmp(source->bytes, bytes, n) == 0;
}

static const char *name_fault(const struct cor_source *source, size_t at)
{
    if (begins_with(source, "\xFF\xFE") || begins_with(source, "\xFE\xFF"))
        return "this is UTF-16; tables are UTF-8";
    return source->bytes[at] == '\0' ? "a zero byte is not text"
                                     : "this is not UTF-8";
}

static const char byte_order_mark[] = "\xEF\xBB\xBF";

/* Where a byte-order mark stands but at the start, as in files that were put
   one behind the other; the end when there is none. In UTF-8 its first byte has
   two behind it. */
static size_t find_inner_mark(const struct cor_source *source)
{
    if (source->n == 0)
        return 0;
    const char *at = source->bytes + 1;
    const char *const end = source->bytes + source->n;
    while ((at = memchr(at, byte_order_mark[0], (size_t)(end - at))) != NULL) {
        if (memcmp(at, byte_order_mark, strlen(byte_order_mark)) == 0)
            return (size_t)(at - source->bytes);
        at++;
    }
    return source->n;
}

bool cor_csv_begin(struct cor_csv *csv,
                   const struct cor_source *source,
                   struct cor_report *report,
                   struct cor_arena *arena)
{
    *csv = (struct cor_csv){.source = source, .report = report, .arena = arena};
    const size_t valid =
        cor_text_valid((struct cor_text){source->bytes, source->n});
    if (valid != source->n) {
        complain(csv, COR_ERROR, "not-text", (uint32_t)valid,
                 name_fault(source, valid));
        return false;
    }
    const size_t inner = find_inner_mark(source);
    if (inner != source->n) {
        complain(csv, COR_ERROR, "byte-order-mark", (uint32_t)inner,
                 "a byte-order mark stands inside the table");
        return false;
    }
    csv->at = begins_with(source, byte_order_mark)
                  ? (uint32_t)strlen(byte_order_mark)
                  : 0;
    csv->marks = find_marks(source->bytes, source->n);
    return true;
}

static bool is_quote(const struct cor_csv *csv, uint32_t at)
{
    return at < csv->source->n && csv->source->bytes[at] == '"';
}

/* From the start of a cell to the comma or line end behind it. */
static uint32_t skip_quotes(struct cor_csv *csv, uint32_t quote)
{
    complain(csv, COR_WARNING, "stray-quote", quote,
             "a quote inside a cell that does not begin with one is taken as "
             "it stands");
    uint32_t end = quote;
    while (is_quote(csv, end))
        end = next_mark(csv);
    return end;
}

static struct cor_text view(const struct cor_csv *csv, uint32_t a, uint32_t b)
{
    return (struct cor_text){csv->source->bytes + a, b - a};
}

static bool make_single(struct cor_text *text, struct cor_arena *arena)
{
    char *single = cor_arena_array(arena, char, text->n);
    if (single == NULL)
        return false;
    size_t n = 0;
    for (size_t i = 0; i < text->n; i++) {
        single[n++] = text->at[i];
        i += text->at[i] == '"';
    }
    *text = (struct cor_text){single, n};
    return true;
}

/* The offset of the quote that closes a cell, or of the source's end. */
static uint32_t find_closing(struct cor_csv *csv, bool *doubled)
{
    for (;;) {
        const uint32_t mark = next_mark(csv);
        if (mark == csv->source->n)
            return mark;
        if (!is_quote(csv, mark))
            continue;
        if (!is_quote(csv, mark + 1))
            return mark;
        next_mark(csv);
        *doubled = true;
    }
}

/* What follows a closing quote up to the comma or line end. */
static uint32_t skip_rest(struct cor_csv *csv, uint32_t closing)
{
    const uint32_t n = (uint32_t)csv->source->n;
    if (closing == n)
        return n;
    uint32_t end = next_mark(csv);
    if (end != closing + 1)
        complain(csv, COR_ERROR, "text-after-quote", closing + 1,
                 "text follows the closing quote of a cell");
    while (is_quote(csv, end))
        end = next_mark(csv);
    return end;
}

static bool
read_quoted(struct cor_csv_cell *cell, struct cor_csv *csv, uint32_t *end)
{
    bool doubled = false;
    next_mark(csv);
    const uint32_t closing = find_closing(csv, &doubled);
    csv->open_quote = closing == csv->source->n;
    if (csv->open_quote)
        complain(csv, COR_ERROR, "unterminated-quote", csv->at,
                 "this quote is never closed");
    *cell =
        (struct cor_csv_cell){view(csv, csv->at + 1, closing), csv->at, true};
    *end = skip_rest(csv, closing);
    return !doubled || make_single(&cell->text, csv->arena);
}

static inline bool
read_cell(struct cor_csv_cell *cell, struct cor_csv *csv, uint32_t *end)
{
    if (is_quote(csv, csv->at))
        return read_quoted(cell, csv, end);
    *end = next_mark(csv);
    if (is_quote(csv, *end))
        *end = skip_quotes(csv, *end);
    *cell = (struct cor_csv_cell){view(csv, csv->at, *end), csv->at, false};
    return true;
}

static inline bool make_room(struct cor_csv *csv)
{
    if (csv->n_cell < csv->capacity)
        return true;
    struct cor_csv_cell *cell = cor_arena_grow(
        csv->arena, csv->cell, csv->n_cell, &csv->capacity, sizeof *csv->cell);
    if (cell != NULL)
        csv->cell = cell;
    return cell != NULL;
}

/* Go behind a comma or a line end; gives whether the row goes on. */
static inline bool pass(struct cor_csv *csv, uint32_t end)
{
    csv->at = end;
    if (end == csv->source->n)
        return false;
    const char mark = csv->source->bytes[csv->at++];
    if (mark == '\r' && csv->at < csv->source->n &&
        csv->source->bytes[csv->at] == '\n') {
        next_mark(csv);
        csv->at++;
    }
    return mark == ',';
}

static bool read_row(struct cor_csv *csv)
{
    uint32_t end;
    csv->n_cell = 0;
    do {
        if (!make_room(csv) || !read_cell(&csv->cell[csv->n_cell], csv, &end))
            return false;
        csv->n_cell++;
    } while (pass(csv, end));
    return true;
}

/* Spreadsheets leave rows of commas behind. */
static bool is_empty(const struct cor_csv *csv)
{
    size_t i = 0;
    while (i < csv->n_cell && !csv->cell[i].quoted &&
           cor_text_trim(csv->cell[i].text).n == 0)
        i++;
    return i == csv->n_cell;
}

static bool fill_up(struct cor_csv *csv)
{
    const struct cor_csv_cell last = csv->cell[csv->n_cell - 1];
    const uint32_t end = last.offset + (uint32_t)last.text.n;
    while (csv->n_cell < csv->n_column) {
        if (!make_room(csv))
            return false;
        csv->cell[csv->n_cell++] =
            (struct cor_csv_cell){view(csv, end, end), end, false};
    }
    return true;
}

/* Every row is as wide as the first. */
static bool level(struct cor_csv *csv)
{
    if (csv->n_column == 0)
        csv->n_column = csv->n_cell;
    if (csv->n_cell == csv->n_column)
        return true;
    const bool wide = csv->n_cell > csv->n_column;
    if (!csv->open_quote) /* else it was said, and cells are lost in it */
        cor_report_add(csv->report, COR_ERROR, "row-width",
                       cor_csv_spot(csv, wide ? csv->n_column : 0), NULL,
                       "this row has %zu cells where the header has %zu",
                       csv->n_cell, csv->n_column);
    if (wide)
        csv->n_cell = csv->n_column;
    return fill_up(csv);
}

enum cor_status
cor_csv_next(bool *out, struct cor_csv *csv, struct cor_error *err)
{
    while (csv->at < csv->source->n) {
        if (!read_row(csv))
            return COR_FAIL_MEMORY(err);
        if (is_empty(csv))
            continue;
        if (!level(csv))
            return COR_FAIL_MEMORY(err);
        *out = true;
        return COR_OK;
    }
    *out = false;
    return COR_OK;
}
