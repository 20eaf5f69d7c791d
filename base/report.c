#include <corridor/base/report.h>

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { SHOWN_BEFORE = 60, SHOWN_AFTER = 60, LONGEST_MESSAGE = 1024 };

static uint32_t line_start(struct cor_spot spot)
{
    const char *bytes = spot.source->bytes;
    uint32_t at = spot.offset;
    while (at > 0 && bytes[at - 1] != '\n' && bytes[at - 1] != '\r')
        at--;
    return at;
}

/* Lines that end from `start` to `n`, with CR LF, CR or LF. */
static uint32_t count_lines(const char *bytes, uint32_t start, uint32_t n)
{
    uint32_t lines = 0;
    for (uint32_t i = start; i < n; i++)
        lines += bytes[i] == '\n' ? i == 0 || bytes[i - 1] != '\r'
                                  : bytes[i] == '\r';
    return lines;
}

static struct cor_spot inside(struct cor_spot spot)
{
    if (spot.offset > spot.source->n)
        spot.offset = (uint32_t)spot.source->n;
    return spot;
}

static struct cor_place place_on(struct cor_spot spot, uint32_t line)
{
    const char *bytes = spot.source->bytes;
    uint32_t start = line_start(spot);
    if (start == 0 && spot.source->n >= 3 && spot.offset >= 3 &&
        memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        start = 3; /* a byte-order mark takes no column */
    const struct cor_text before = {bytes + start, spot.offset - start};
    return (struct cor_place){
        .file = spot.source->name,
        .line = line,
        .column = 1 + (uint32_t)cor_text_length(before),
    };
}

struct cor_place cor_spot_place(struct cor_spot spot)
{
    if (spot.source == NULL)
        return (struct cor_place){0};
    spot = inside(spot);
    return place_on(spot, 1 + count_lines(spot.source->bytes, 0, spot.offset));
}

/* Complaints mostly come in the order of the file: lines are counted from the
   last one on, so that a thousand of them do not read it a thousand times. */
static struct cor_place place_next(struct cor_report *report,
                                   struct cor_spot spot)
{
    if (spot.source == NULL)
        return (struct cor_place){0};
    spot = inside(spot);
    if (report->counted.source != spot.source ||
        report->counted.offset > spot.offset) {
        report->counted = (struct cor_spot){spot.source, 0};
        report->n_line = 0;
    }
    report->n_line +=
        count_lines(spot.source->bytes, report->counted.offset, spot.offset);
    report->counted = spot;
    return place_on(spot, 1 + report->n_line);
}

static bool continues(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* The line around a spot, cut to what fits a terminal. */
static void quote_line(struct cor_diagnostic *item,
                       struct cor_arena *arena,
                       struct cor_spot spot)
{
    spot = inside(spot);
    const char *bytes = spot.source->bytes;
    const uint32_t n = (uint32_t)spot.source->n;
    uint32_t start = line_start(spot), end = spot.offset;
    if (start == 0 && n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        start = spot.offset < 3 ? spot.offset : 3;
    if (spot.offset - start > SHOWN_BEFORE)
        start = spot.offset - SHOWN_BEFORE;
    while (start < spot.offset && continues(bytes[start]))
        start++;
    while (end < n && bytes[end] != '\n' && bytes[end] != '\r' &&
           end - spot.offset < SHOWN_AFTER)
        end++;
    while (end < n && end > spot.offset && continues(bytes[end]))
        end--;
    const struct cor_text line = {bytes + start, end - start};
    const char *before = cor_text_escape(
        arena, (struct cor_text){bytes + start, spot.offset - start});
    item->line = cor_text_escape(arena, line);
    if (before != NULL)
        item->caret = (uint32_t)cor_text_length(cor_text_of(before));
}

void cor_report_init(struct cor_report *report, struct cor_arena *arena)
{
    *report = (struct cor_report){.arena = arena};
}

static void count(struct cor_report *report, enum cor_severity severity)
{
    size_t *const counters[] = {
        [COR_ERROR] = &report->n_error,
        [COR_WARNING] = &report->n_warning,
        [COR_NOTE] = &report->n_note,
    };
    ++*counters[severity];
}

/* What is full gives up its last complaint that is no error for an error. */
static bool make_room(struct cor_report *report, enum cor_severity severity)
{
    if (severity != COR_ERROR || report->n_error > COR_REPORT_KEPT)
        return false;
    struct cor_diagnostic *item = report->item;
    size_t i = report->n;
    while (i > 0 && item[i - 1].severity == COR_ERROR)
        i--;
    if (i == 0)
        return false;
    memmove(&item[i - 1], &item[i], (report->n - i) * sizeof *item);
    report->n--;
    return true;
}

void cor_report_add(struct cor_report *report,
                    enum cor_severity severity,
                    const char *code,
                    struct cor_spot spot,
                    const char *suggestion,
                    const char *format,
                    ...)
{
    count(report, severity);
    if (report->n >= COR_REPORT_KEPT && !make_room(report, severity))
        return;
    struct cor_diagnostic *list =
        cor_arena_grow(report->arena, report->item, report->n,
                       &report->capacity, sizeof *list);
    if (list == NULL)
        return;
    report->item = list;

    char text[LONGEST_MESSAGE];
    va_list values;
    va_start(values, format);
    vsnprintf(text, sizeof text, format, values);
    va_end(values);
    struct cor_diagnostic item = {
        .severity = severity,
        .code = code,
        .place = place_next(report, spot),
        .message = cor_text_escape(report->arena, cor_text_of(text)),
    };
    if (suggestion != NULL && suggestion[0] != '\0')
        item.suggestion =
            cor_text_escape(report->arena, cor_text_of(suggestion));
    if (spot.source != NULL)
        quote_line(&item, report->arena, spot);
    if (item.message != NULL)
        list[report->n++] = item;
}

const char *cor_report_nearest(struct cor_report *report,
                               struct cor_text written,
                               const char *const *candidates,
                               size_t n)
{
    const char *near = cor_text_nearest(written, candidates, n);
    return near == NULL
               ? NULL
               : cor_text_print(report->arena, "did you mean '%s'?", near);
}

static int compare(const struct cor_diagnostic *a,
                   const struct cor_diagnostic *b)
{
    const char *file_a = a->place.file != NULL ? a->place.file : "";
    const char *file_b = b->place.file != NULL ? b->place.file : "";
    const int by_file = strcmp(file_a, file_b);
    if (by_file != 0)
        return by_file;
    if (a->place.line != b->place.line)
        return a->place.line < b->place.line ? -1 : 1;
    return (a->place.column > b->place.column) -
           (a->place.column < b->place.column);
}

/* Insertion, since a report is short and nearly in order. */
void cor_report_sort(struct cor_report *report)
{
    for (size_t i = 1; i < report->n; i++) {
        const struct cor_diagnostic item = report->item[i];
        size_t at = i;
        for (; at > 0 && compare(&item, &report->item[at - 1]) < 0; at--)
            report->item[at] = report->item[at - 1];
        report->item[at] = item;
    }
}
