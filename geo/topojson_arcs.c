#include "geo/topojson.h"

#include <corridor/base/number.h>

/* Where positions and arcs go, and how many there are. */
struct sink {
    struct cor_point *point;
    uint32_t *first;
    uint32_t n_arc, n_point;
};

static bool is_number_byte(char byte)
{
    return (byte >= '0' && byte <= '9') || byte == '-' || byte == '+' ||
           byte == '.' || byte == 'e' || byte == 'E';
}

static bool take_number(struct cor_json *json, double *out)
{
    cor_json_peek(json);
    const char *begin = json->at, *at = begin;
    while (at != json->end && is_number_byte(*at))
        at++;
    const struct cor_text text = {begin, (size_t)(at - begin)};
    if (!cor_number_parse(out, text))
        return false;
    json->at = at;
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
static inline bool take_short_position(struct cor_json *json, struct sink *sink)
{
    enum { LONGEST = sizeof "[-123456789012345,-123456789012345]" };
    const char *at = json->at;
    if (json->end - at < LONGEST || *at != '[')
        return false;
    struct cor_point *point = &sink->point[sink->n_point];
    at = short_number(at + 1, &point->lon);
    if (at == NULL || *at != ',')
        return false;
    at = short_number(at + 1, &point->lat);
    if (at == NULL || *at != ']')
        return false;
    sink->n_point++;
    json->at = at + 1;
    return true;
}

/* Heights and whatever else follows a position is left out. */
static bool take_position(struct cor_json *json, struct sink *sink)
{
    struct cor_point point;
    if (!cor_json_take(json, '[') || !take_number(json, &point.lon) ||
        !cor_json_take(json, ',') || !take_number(json, &point.lat))
        return false;
    double more;
    while (cor_json_take(json, ','))
        if (!take_number(json, &more))
            return false;
    sink->point[sink->n_point++] = point;
    return cor_json_take(json, ']');
}

static bool take_arc(struct cor_json *json, struct sink *sink)
{
    if (!cor_json_take(json, '['))
        return false;
    sink->first[sink->n_arc++] = sink->n_point;
    do {
        if (!take_short_position(json, sink) && !take_position(json, sink))
            return false;
    } while (cor_json_take(json, ','));
    return cor_json_take(json, ']');
}

static bool take_arcs(struct cor_json *json, struct sink *sink)
{
    if (!cor_json_take(json, '['))
        return false;
    if (cor_json_take(json, ']'))
        return true;
    do {
        if (!take_arc(json, sink))
            return false;
    } while (cor_json_take(json, ','));
    return cor_json_take(json, ']');
}

/* Room for as many positions and arcs as the text can hold: none is shorter than
   "[0,0]," and "[[0,0]],". What is not used is never touched, and so no memory
   of the machine's. */
static bool make_room(struct sink *sink, size_t n_byte, struct cor_arena *arena)
{
    enum { LEAST_POSITION = 6, LEAST_ARC = 8 };
    sink->point =
        cor_arena_array(arena, struct cor_point, n_byte / LEAST_POSITION + 1);
    sink->first = cor_arena_array(arena, uint32_t, n_byte / LEAST_ARC + 2);
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
                                       struct cor_json *json,
                                       const struct cor_source *source,
                                       struct cor_arena *arena,
                                       struct cor_error *err)
{
    struct sink sink = {0};
    if (!make_room(&sink, (size_t)(json->end - json->at), arena))
        return COR_FAIL_MEMORY(err);
    if (!take_arcs(json, &sink))
        return fail_at(source, json->at, err);
    sink.first[sink.n_arc] = sink.n_point;
    *out = (struct cor_topojson_arcs){sink.n_arc, sink.n_point, sink.point,
                                      sink.first};
    return COR_OK;
}
