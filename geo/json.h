/* geo/json.h -- JSON where it stands: checked once, then looked at in place.
 *
 * A tree of values takes ten times as long to build and to give back as a base
 * map takes to look through. Here a value is its text in the source, which is
 * walked again by whoever asks for a part of it.
 */
#ifndef COR_GEO_JSON_H
#define COR_GEO_JSON_H

#include <corridor/base/text.h>

#include <stdbool.h>

/** A position in a JSON text. */
struct cor_json {
    const char *at, *end;
    const char *wrong; /* what is no JSON at `at`; NULL while all is well */
};

/** The next byte that is not blank; 0 at the end. */
static inline char cor_json_peek(struct cor_json *json)
{
    while (json->at != json->end && (*json->at == ' ' || *json->at == '\n' ||
                                     *json->at == '\t' || *json->at == '\r'))
        json->at++;
    return json->at != json->end ? *json->at : '\0';
}

/** Step over a mark if it is next. Most stand where they are looked for. */
static inline bool cor_json_take(struct cor_json *json, char mark)
{
    if (!(json->at != json->end && *json->at == mark) &&
        cor_json_peek(json) != mark)
        return false;
    json->at++;
    return true;
}

/** Check a value and step behind it; lists and objects up to 512 deep. */
bool cor_json_check(struct cor_json *json);

/** Check the name of a member and the colon behind it.
 *  out  as it is written, without the quotes */
bool cor_json_check_name(struct cor_json *json, struct cor_text *out);

/** Check that nothing follows but blanks. */
bool cor_json_check_end(struct cor_json *json);

/* What follows is of values that were checked. One that is not there has no
   bytes; names are compared as they are written. */

/** The values of a list, for cor_json_next; none of what is no list. */
struct cor_json cor_json_items(struct cor_text list);

/** The next value of a list; false behind the last. */
bool cor_json_next(struct cor_json *items, struct cor_text *out);

/** A member of an object, if it is one and has it. */
struct cor_text cor_json_member(struct cor_text object, const char *name);

/** Whether a value begins with this byte: '"', '[', '{', 'n' for null. */
bool cor_json_is(struct cor_text value, char first);

/** Whether a value is this string, written without escapes. */
bool cor_json_equal(struct cor_text value, const char *string);

/** The number that a value is, if it is one that a double holds. */
bool cor_json_number(double *out, struct cor_text value);

/** A copy of a string; "" for what is none, NULL for want of memory. */
const char *cor_json_string(struct cor_arena *arena, struct cor_text value);

#endif
