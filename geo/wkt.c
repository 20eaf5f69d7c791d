#include <corridor/geo/wkt.h>

#include <corridor/base/number.h>

#include <string.h>
#include <strings.h>

struct reader {
    const char *start, *at, *end;
    struct cor_point *point; /* room for a point before each comma and one */
    size_t n_point;
    uint32_t n_value;     /* numbers a point has; 0: not known yet */
    const char *expected; /* what was looked for when reading stopped */
};

static bool fail(struct reader *reader, const char *expected)
{
    reader->expected = expected;
    return false;
}

static bool is_one_of(char c, const char *set)
{
    return c != '\0' && strchr(set, c) != NULL;
}

static void skip_blanks(struct reader *reader)
{
    while (reader->at < reader->end && is_one_of(*reader->at, " \t\r\n"))
        reader->at++;
}

static bool take(struct reader *reader, char c)
{
    skip_blanks(reader);
    if (reader->at == reader->end || *reader->at != c)
        return false;
    reader->at++;
    return true;
}

static bool take_word(struct reader *reader, const char *word)
{
    skip_blanks(reader);
    const size_t n = strlen(word);
    if ((size_t)(reader->end - reader->at) < n ||
        strncasecmp(reader->at, word, n) != 0)
        return false;
    reader->at += n;
    return true;
}

static bool take_number(double *out, struct reader *reader)
{
    skip_blanks(reader);
    const char *end = reader->at;
    while (end < reader->end && !is_one_of(*end, " \t\r\n,()"))
        end++;
    const struct cor_text text = {reader->at, (size_t)(end - reader->at)};
    if (!cor_number_parse(out, text))
        return false;
    reader->at = end;
    return true;
}

static bool at_number(struct reader *reader)
{
    skip_blanks(reader);
    return reader->at < reader->end && !is_one_of(*reader->at, ",()");
}

/* "x y", "x y z" or "x y z m", as many as every other point has. */
static bool read_point(struct reader *reader)
{
    double value[4];
    uint32_t n = 0;
    do {
        if (!take_number(&value[n++], reader))
            return fail(reader, "a number");
    } while (n < 2 || (n < 4 && at_number(reader)));
    if (reader->n_value == 0)
        reader->n_value = n;
    if (n != reader->n_value)
        return fail(reader, "as many numbers as in the other points");
    reader->point[reader->n_point++] = (struct cor_point){value[0], value[1]};
    return true;
}

/* Where a part begins with the point the last one ended with, one is kept. */
static void join(struct reader *reader, size_t first)
{
    struct cor_point *point = reader->point;
    if (first == 0 || point[first - 1].lon != point[first].lon ||
        point[first - 1].lat != point[first].lat)
        return;
    reader->n_point--;
    memmove(point + first, point + first + 1,
            (reader->n_point - first) * sizeof *point);
}

static bool read_part(struct reader *reader)
{
    const size_t first = reader->n_point;
    if (take_word(reader, "EMPTY"))
        return true;
    if (!take(reader, '('))
        return fail(reader, "'(' or EMPTY");
    do {
        if (!read_point(reader))
            return false;
    } while (take(reader, ','));
    if (reader->n_point - first < 2)
        return fail(reader, "a second point");
    if (!take(reader, ')'))
        return fail(reader, "',' or ')'");
    join(reader, first);
    return true;
}

static bool read_parts(struct reader *reader)
{
    if (take_word(reader, "EMPTY"))
        return true;
    if (!take(reader, '('))
        return fail(reader, "'(' or EMPTY");
    do {
        if (!read_part(reader))
            return false;
    } while (take(reader, ','));
    return take(reader, ')') || fail(reader, "',' or ')'");
}

static void read_dimensions(struct reader *reader)
{
    const bool z = take_word(reader, "Z"), m = take_word(reader, "M");
    if (z || m)
        reader->n_value = 2u + z + m;
}

static bool read_line(struct reader *reader)
{
    const bool many = take_word(reader, "MULTI");
    if (!take_word(reader, "LINESTRING"))
        return fail(reader, "LINESTRING or MULTILINESTRING");
    read_dimensions(reader);
    if (!(many ? read_parts(reader) : read_part(reader)))
        return false;
    skip_blanks(reader);
    return reader->at == reader->end || fail(reader, "the end");
}

/* Not more points than this stand in the text, whatever it says. */
static size_t bound_points(struct cor_text text)
{
    size_t n = 1;
    for (size_t i = 0; i < text.n; i++)
        n += text.at[i] == ',';
    return n;
}

enum cor_status cor_wkt_read_line(const struct cor_point **out,
                                  size_t *out_n,
                                  struct cor_text text,
                                  size_t *fault_at,
                                  struct cor_arena *arena,
                                  struct cor_error *err)
{
    const struct cor_arena_mark mark = cor_arena_mark(arena);
    struct reader reader = {
        .start = text.at,
        .at = text.at,
        .end = text.at + text.n,
        .point = cor_arena_array(arena, struct cor_point, bound_points(text)),
    };
    if (reader.point == NULL)
        return COR_FAIL_MEMORY(err);
    if (!read_line(&reader)) {
        cor_arena_rewind(arena, mark);
        if (fault_at != NULL)
            *fault_at = (size_t)(reader.at - reader.start);
        return COR_FAIL(err, COR_BAD_INPUT, "expected %s", reader.expected);
    }
    *out = reader.point;
    *out_n = reader.n_point;
    return COR_OK;
}
