#include "geo/json.h"

#include <corridor/base/number.h>

#include <limits.h>
#include <string.h>

static bool fail(struct cor_json *json, const char *why)
{
    if (json->wrong == NULL)
        json->wrong = why;
    return false;
}

/* The four digits of an escape. */
static bool read_hex(uint32_t *out, const char *at, const char *end)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    uint32_t code = 0;
    if (end - at < 4)
        return false;
    for (int i = 0; i < 4; i++) {
        const char *digit = memchr(digits, at[i], sizeof digits - 1);
        if (digit == NULL)
            return false;
        code = 16 * code + (uint32_t)(digit - digits) % 16;
    }
    *out = code;
    return true;
}

static bool is_high_half(uint32_t code)
{
    return code >= 0xd800 && code <= 0xdbff;
}

static bool is_low_half(uint32_t code)
{
    return code >= 0xdc00 && code <= 0xdfff;
}

/* The character of an escape \uNNNN, or of two that are halves of one, and how
   many bytes it is written in; 0 if it is none. */
static size_t read_escaped(uint32_t *out, const char *at, const char *end)
{
    enum { ONE = 6, TWO = 12 };
    uint32_t code, low;
    if (!read_hex(&code, at + 2, end) || code == 0 || is_low_half(code))
        return 0;
    *out = code;
    if (!is_high_half(code))
        return ONE;
    if (end - at < TWO || at[6] != '\\' || at[7] != 'u' ||
        !read_hex(&low, at + 8, end) || !is_low_half(low))
        return 0;
    *out = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    return TWO;
}

static const char plain_escapes[] = "\"\\/bfnrt";

/* Bytes of the escape that begins here; 0 if it is none. */
static size_t escape_size(const char *at, const char *end)
{
    uint32_t code;
    if (end - at < 2 || at[1] == '\0')
        return 0;
    if (strchr(plain_escapes, at[1]) != NULL)
        return 2;
    return at[1] == 'u' ? read_escaped(&code, at, end) : 0;
}

static bool check_string(struct cor_json *json)
{
    const char *begin = ++json->at;
    while (json->at != json->end && *json->at != '"') {
        const size_t n =
            *json->at == '\\' ? escape_size(json->at, json->end) : 1;
        if (n == 0)
            return fail(json, "an escape that there is not");
        if ((unsigned char)*json->at < ' ')
            return fail(json, "a control character in a string");
        json->at += n;
    }
    if (json->at == json->end)
        return fail(json, "a string without an end");
    const struct cor_text text = {begin, (size_t)(json->at - begin)};
    if (cor_text_valid(text) != text.n)
        return fail(json, "a string that is not UTF-8");
    json->at++;
    return true;
}

static bool take_digits(struct cor_json *json)
{
    const char *begin = json->at;
    while (json->at != json->end && *json->at >= '0' && *json->at <= '9')
        json->at++;
    return json->at != begin;
}

static bool take_one_of(struct cor_json *json, char a, char b)
{
    if (json->at == json->end || (*json->at != a && *json->at != b))
        return false;
    json->at++;
    return true;
}

/* RFC 8259, section 6: no zeros before other digits, digits on either side of a
   point. */
static bool check_number(struct cor_json *json)
{
    take_one_of(json, '-', '-');
    bool good = take_one_of(json, '0', '0') || take_digits(json);
    if (good && take_one_of(json, '.', '.'))
        good = take_digits(json);
    if (good && take_one_of(json, 'e', 'E')) {
        take_one_of(json, '+', '-');
        good = take_digits(json);
    }
    return good || fail(json, "a number without digits");
}

static bool check_word(struct cor_json *json)
{
    static const char *const words[] = {"true", "false", "null"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        const size_t n = strlen(words[i]);
        if ((size_t)(json->end - json->at) >= n &&
            memcmp(json->at, words[i], n) == 0) {
            json->at += n;
            return true;
        }
    }
    return fail(json, "a value is missing");
}

bool cor_json_check_name(struct cor_json *json, struct cor_text *out)
{
    if (cor_json_peek(json) != '"')
        return fail(json, "the name of a member is missing");
    const char *begin = json->at + 1;
    if (!check_string(json))
        return false;
    *out = (struct cor_text){begin, (size_t)(json->at - 1 - begin)};
    return cor_json_take(json, ':') || fail(json, "a colon is missing");
}

/* The first names of an object. Of so few, none may stand there twice; objects
   of base maps have no more. */
struct names {
    struct cor_text name[8];
    size_t n;
};

static bool add_name(struct cor_json *json, struct names *names)
{
    struct cor_text name;
    if (!cor_json_check_name(json, &name))
        return false;
    for (size_t i = 0; i < names->n; i++)
        if (cor_text_equal(names->name[i], name))
            return fail(json, "two members of an object have one name");
    if (names->n < sizeof names->name / sizeof names->name[0])
        names->name[names->n++] = name;
    return true;
}

static bool check_value(struct cor_json *json, int depth);

/* Members of an object or values of a list, from the bracket on. */
static bool check_parts(struct cor_json *json, char close, int depth)
{
    struct names names = {.n = 0};
    if (depth == 0)
        return fail(json, "lists and objects too deep in each other");
    json->at++;
    if (cor_json_take(json, close))
        return true;
    do {
        if (close == '}' && !add_name(json, &names))
            return false;
        if (!check_value(json, depth - 1))
            return false;
    } while (cor_json_take(json, ','));
    return cor_json_take(json, close) ||
           fail(json, "a comma, or the end of a list or object, is missing");
}

static bool check_value(struct cor_json *json, int depth)
{
    const char first = cor_json_peek(json);
    if (first == '"')
        return check_string(json);
    if (first == '[' || first == '{')
        return check_parts(json, first == '[' ? ']' : '}', depth);
    if (first == '-' || (first >= '0' && first <= '9'))
        return check_number(json);
    return check_word(json);
}

bool cor_json_check(struct cor_json *json)
{
    enum { DEEPEST = 512 };
    return check_value(json, DEEPEST);
}

bool cor_json_check_end(struct cor_json *json)
{
    cor_json_peek(json);
    return json->at == json->end || fail(json, "something behind the end");
}

/* Behind the string that begins here. */
static const char *behind_string(const char *at)
{
    for (at++; *at != '"'; at++)
        at += *at == '\\';
    return at + 1;
}

/* How much deeper it is behind a byte. */
static const signed char depth_of[UCHAR_MAX + 1] = {
    ['['] = 1, ['{'] = 1, [']'] = -1, ['}'] = -1};

/* Behind the list or object that begins here. Lists of base maps are short: a
   branch at each bracket would mostly be guessed wrong. */
static const char *behind_parts(const char *at)
{
    int depth = 0;
    do {
        if (*at == '"')
            at = behind_string(at);
        else
            depth += depth_of[(unsigned char)*at++];
    } while (depth != 0);
    return at;
}

static bool is_in_word(char byte)
{
    return byte > ' ' && byte != ',' && byte != ']' && byte != '}';
}

static struct cor_text take_value(struct cor_json *json)
{
    const char first = cor_json_peek(json);
    const char *begin = json->at;
    if (first == '"')
        json->at = behind_string(begin);
    else if (first == '[' || first == '{')
        json->at = behind_parts(begin);
    else
        while (json->at != json->end && is_in_word(*json->at))
            json->at++;
    return (struct cor_text){begin, (size_t)(json->at - begin)};
}

static struct cor_json inside(struct cor_text value, char open)
{
    if (!cor_json_is(value, open))
        return (struct cor_json){value.at, value.at, NULL};
    return (struct cor_json){value.at + 1, value.at + value.n - 1, NULL};
}

struct cor_json cor_json_items(struct cor_text list)
{
    return inside(list, '[');
}

bool cor_json_next(struct cor_json *items, struct cor_text *out)
{
    if (cor_json_peek(items) == '\0')
        return false;
    cor_json_take(items, ',');
    *out = take_value(items);
    return true;
}

struct cor_text cor_json_member(struct cor_text object, const char *name)
{
    struct cor_json members = inside(object, '{');
    while (cor_json_peek(&members) != '\0') {
        cor_json_take(&members, ',');
        const struct cor_text found = take_value(&members);
        cor_json_take(&members, ':');
        const struct cor_text value = take_value(&members);
        if (cor_json_equal(found, name))
            return value;
    }
    return (struct cor_text){0};
}

bool cor_json_is(struct cor_text value, char first)
{
    return value.n != 0 && value.at[0] == first;
}

bool cor_json_equal(struct cor_text value, const char *string)
{
    const size_t n = strlen(string);
    return cor_json_is(value, '"') && value.n == n + 2 &&
           memcmp(value.at + 1, string, n) == 0;
}

bool cor_json_number(double *out, struct cor_text value)
{
    return value.n != 0 && cor_number_parse(out, value);
}

/* Writes a character as UTF-8. */
static char *put_character(char *at, uint32_t code)
{
    static const unsigned char marks[] = {0, 0, 0xc0, 0xe0, 0xf0};
    const int n = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (int i = n - 1; i > 0; i--, code >>= 6)
        at[i] = (char)(0x80 | (code & 0x3f));
    at[0] = (char)(n == 1 ? code : marks[n] | code);
    return at + n;
}

/* Writes what an escape stands for, which is never longer. */
static char *put_escaped(char *out, const char *at, const char *end)
{
    static const char meant[] = "\"\\/\b\f\n\r\t";
    uint32_t code;
    if (at[1] == 'u' && read_escaped(&code, at, end) != 0)
        return put_character(out, code);
    *out = meant[strchr(plain_escapes, at[1]) - plain_escapes];
    return out + 1;
}

const char *cor_json_string(struct cor_arena *arena, struct cor_text value)
{
    if (!cor_json_is(value, '"'))
        return cor_text_copy(arena, cor_text_of(""));
    const char *at = value.at + 1, *end = value.at + value.n - 1;
    if (memchr(at, '\\', (size_t)(end - at)) == NULL)
        return cor_text_copy(arena, (struct cor_text){at, (size_t)(end - at)});
    char *text = cor_arena_array(arena, char, value.n), *out = text;
    for (size_t n; text != NULL && at != end; at += n) {
        n = *at == '\\' ? escape_size(at, end) : 1;
        if (n == 1)
            *out++ = *at;
        else
            out = put_escaped(out, at, end);
    }
    if (text != NULL)
        *out = '\0';
    return text;
}
