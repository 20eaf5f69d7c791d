#include "geo/topojson.h"

#include <corridor/base/number.h>

/* A position in the text. After a failure `at` is where it was noticed. */
struct scan {
    const char *at, *end;
};

/* Where positions and arcs go, and how many there are. */
struct sink {
    struct cor_point *point;
    uint32_t *first;
    uint32_t n_arc, n_point;
};

static void skip_blanks(struct scan *scan)
{
    while (scan->at != scan->end && (*scan->at == ' ' || *scan->at == '\n' ||
                                     *scan->at == '\t' || *scan->at == '\r'))
        scan->at++;
}

/* The next byte that is not blank; 0 at the end. */
static char peek(struct scan *scan)
{
    skip_blanks(scan);
    return scan->at != scan->end ? *scan->at : '\0';
}

/* Most marks stand where they are looked for, without blanks before them. */
static bool take(struct scan *scan, char mark)
{
    if (!(scan->at != scan->end && *scan->at == mark) && peek(scan) != mark)
        return false;
    scan->at++;
    return true;
}

/* Behind the quote that ends the string which begins here. */
static void skip_string(struct scan *scan)
{
    scan->at++;
    while (scan->at != scan->end && *scan->at != '"')
        scan->at += *scan->at == '\\' && scan->end - scan->at > 1 ? 2 : 1;
    if (scan->at != scan->end)
        scan->at++;
}

static bool is_member_arcs(struct scan *scan)
{
    const char *begin = scan->at;
    skip_string(scan);
    const struct cor_text name = {begin, (size_t)(scan->at - begin)};
    return cor_text_equal(name, cor_text_of("\"arcs\"")) && take(scan, ':');
}

struct cor_text cor_topojson_find_arcs(struct cor_text text)
{
    struct scan scan = {text.at, text.at + text.n};
    size_t depth = 0;
    for (char next; (next = peek(&scan)) != '\0';) {
        if (next == '"' && depth != 1) {
            skip_string(&scan);
        } else if (next == '"') {
            if (is_member_arcs(&scan))
                return (struct cor_text){scan.at, (size_t)(scan.end - scan.at)};
        } else {
            depth += next == '{' || next == '[';
            depth -= depth != 0 && (next == '}' || next == ']');
            scan.at++;
        }
    }
    return (struct cor_text){0};
}

static bool is_number_byte(char byte)
{
    return (byte >= '0' && byte <= '9') || byte == '-' || byte == '+' ||
           byte == '.' || byte == 'e' || byte == 'E';
}

static bool take_number(struct scan *scan, double *out)
{
    skip_blanks(scan);
    const char *begin = scan->at, *at = begin;
    while (at != scan->end && is_number_byte(*at))
        at++;
    const struct cor_text text = {begin, (size_t)(at - begin)};
    if (!cor_number_parse(out, text))
        return false;
    scan->at = at;
    return true;
}

/* A whole number of up to 15 digits, which a double holds exactly; what ends it
   is left to the caller. NULL if it has none or more. */
static inline const char *short_number(const char *at, double *out)
{
    enum { EXACT_DIGITS = 15 };
    const bool negative = *at == '-';
    const char *begin = at += negative;
    int64_t whole = 0;
    unsigned digit;
    while ((digit = (unsigned)*at - '0') <= 9 && at - begin <= EXACT_DIGITS) {
        whole = 10 * whole + digit;
        at++;
    }
    *out = (double)(negative ? -whole : whole);
    return at == begin || at - begin > EXACT_DIGITS ? NULL : at;
}

/* Nearly all positions are two whole numbers without blanks, far from the end of
   the text. Reads nothing if this is not one. */
static inline bool take_short_position(struct scan *scan, struct sink *sink)
{
    enum { LONGEST = sizeof "[-123456789012345,-123456789012345]" };
    const char *at = scan->at;
    if (scan->end - at < LONGEST || *at != '[')
        return false;
    struct cor_point *point = &sink->point[sink->n_point];
    at = short_number(at + 1, &point->lon);
    if (at == NULL || *at != ',')
        return false;
    at = short_number(at + 1, &point->lat);
    if (at == NULL || *at != ']')
        return false;
    sink->n_point++;
    scan->at = at + 1;
    return true;
}

/* Heights and whatever else follows a position is left out. */
static bool take_position(struct scan *scan, struct sink *sink)
{
    struct cor_point point;
    if (!take(scan, '[') || !take_number(scan, &point.lon) ||
        !take(scan, ',') || !take_number(scan, &point.lat))
        return false;
    double more;
    while (take(scan, ','))
        if (!take_number(scan, &more))
            return false;
    sink->point[sink->n_point++] = point;
    return take(scan, ']');
}

static bool take_arc(struct scan *scan, struct sink *sink)
{
    if (!take(scan, '['))
        return false;
    sink->first[sink->n_arc++] = sink->n_point;
    do {
        if (!take_short_position(scan, sink) && !take_position(scan, sink))
            return false;
    } while (take(scan, ','));
    return take(scan, ']');
}

static bool take_arcs(struct scan *scan, struct sink *sink)
{
    if (!take(scan, '['))
        return false;
    if (take(scan, ']'))
        return true;
    do {
        if (!take_arc(scan, sink))
            return false;
    } while (take(scan, ','));
    return take(scan, ']');
}

/* Room for as many positions and arcs as the text can hold: none is shorter than
   "[0,0]," and "[[0,0]],". What is not used is never touched, and so no memory
   of the machine's. */
static bool
make_room(struct sink *sink, struct cor_text value, struct cor_arena *arena)
{
    enum { LEAST_POSITION = 6, LEAST_ARC = 8 };
    sink->point =
        cor_arena_array(arena, struct cor_point, value.n / LEAST_POSITION + 1);
    sink->first = cor_arena_array(arena, uint32_t, value.n / LEAST_ARC + 2);
    return sink->point != NULL && sink->first != NULL;
}

static enum cor_status
fail_at(const struct cor_source *source, const char *at, struct cor_error *err)
{
    const struct cor_spot spot = {source, (uint32_t)(at - source->bytes)};
    return COR_FAIL_AT(err, COR_BAD_INPUT, cor_spot_place(spot),
                       "arcs are lists of positions, and a position is a list "
                       "of two numbers");
}

enum cor_status cor_topojson_read_arcs(struct cor_topojson_arcs *out,
                                       size_t *end,
                                       const struct cor_source *source,
                                       struct cor_text value,
                                       struct cor_arena *arena,
                                       struct cor_error *err)
{
    struct scan scan = {value.at, value.at + value.n};
    struct sink sink = {0};
    if (!make_room(&sink, value, arena))
        return COR_FAIL_MEMORY(err);
    if (!take_arcs(&scan, &sink))
        return fail_at(source, scan.at, err);
    sink.first[sink.n_arc] = sink.n_point;
    *end = (size_t)(scan.at - source->bytes);
    *out = (struct cor_topojson_arcs){sink.n_arc, sink.n_point, sink.point,
                                      sink.first};
    return COR_OK;
}
