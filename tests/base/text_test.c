#include <corridor/base/text.h>

#include <criterion/criterion.h>
#include <string.h>

static struct cor_arena arena;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
}

static void finish(void)
{
    cor_arena_finish(&arena);
}

TestSuite(text, .init = begin, .fini = finish);

/* Unicode 15, table 3-7, and just beyond each of its rows. */
static const struct {
    const char *bytes;
    size_t n, valid;
    const char *escaped;
} encodings[] = {
    {"", 0, 0, ""},
    {"a", 1, 1, "a"},
    {"\x7F", 1, 1, "\\x7F"},
    {"a\0b", 3, 1, "a\\x00b"},
    {"\t\n\r\x1B", 4, 4, "\\x09\\x0A\\x0D\\x1B"},
    {"\xC2\x80", 2, 2, "\\xC2\\x80"}, /* a control character */
    {"\xC2\xA0", 2, 2, "\xC2\xA0"},
    {"\xC1\xBF", 2, 0, "\\xC1\\xBF"}, /* overlong */
    {"\xC3", 1, 0, "\\xC3"},
    {"\xC3\xA9x", 3, 3, "\xC3\xA9x"},
    {"\xC3(", 2, 0, "\\xC3("},
    {"\xE0\x9F\xBF", 3, 0, "\\xE0\\x9F\\xBF"}, /* overlong */
    {"\xE0\xA0\x80", 3, 3, "\xE0\xA0\x80"},
    {"\xED\x9F\xBF", 3, 3, "\xED\x9F\xBF"},
    {"\xED\xA0\x80", 3, 0, "\\xED\\xA0\\x80"}, /* a surrogate */
    {"\xE4\xB8", 2, 0, "\\xE4\\xB8"},
    {"\xF0\x8F\xBF\xBF", 4, 0, "\\xF0\\x8F\\xBF\\xBF"}, /* overlong */
    {"\xF0\x9F\x9A\x82", 4, 4, "\xF0\x9F\x9A\x82"},
    {"\xF4\x8F\xBF\xBF", 4, 4, "\xF4\x8F\xBF\xBF"},
    {"\xF4\x90\x80\x80", 4, 0, "\\xF4\\x90\\x80\\x80"}, /* above U+10FFFF */
    {"\xF5\x80\x80\x80", 4, 0, "\\xF5\\x80\\x80\\x80"},
    {"\x80", 1, 0, "\\x80"},
    {"ok\xFF", 3, 2, "ok\\xFF"},
};

Test(text, tells_utf_8_from_what_is_not)
{
    for (size_t i = 0; i < sizeof encodings / sizeof encodings[0]; i++) {
        const struct cor_text text = {encodings[i].bytes, encodings[i].n};
        cr_expect_eq(cor_text_valid(text), encodings[i].valid, "row %zu", i);
        cr_expect_str_eq(cor_text_escape(&arena, text), encodings[i].escaped,
                         "row %zu", i);
    }
}

Test(text, is_escaped_into_what_room_there_is)
{
    static const struct {
        size_t size;
        const char *want;
    } rows[] = {
        {1, ""},
        {2, "a"},
        {3, "a"},
        {4, "a\xC3\xA9"},
        {7, "a\xC3\xA9"},
        {8, "a\xC3\xA9\\x0A"},
        {9, "a\xC3\xA9\\x0Az"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char out[16];
        memset(out, '#', sizeof out);
        cor_text_escape_into(out, rows[i].size, cor_text_of("a\xC3\xA9\nz"));
        cr_expect_str_eq(out, rows[i].want, "size %zu", rows[i].size);
        cr_expect_eq(out[rows[i].size], '#', "size %zu", rows[i].size);
    }
}

Test(text, is_counted_in_characters)
{
    cr_expect_eq(cor_text_length(cor_text_of("")), 0);
    cr_expect_eq(cor_text_length(cor_text_of("a\xC3\xA9\xE4\xB8\xAD")), 3);
}

static void expect_trimmed(const char *text, const char *want)
{
    cr_expect(
        cor_text_equal(cor_text_trim(cor_text_of(text)), cor_text_of(want)),
        "'%s'", text);
}

Test(text, is_trimmed_at_both_ends)
{
    expect_trimmed(" \t a b\r\n", "a b");
    expect_trimmed("ab", "ab");
    expect_trimmed(" \n ", "");
    expect_trimmed("", "");
    expect_trimmed("\xC2\xA0x", "\xC2\xA0x");
}

Test(text, is_equal_byte_by_byte)
{
    cr_expect(cor_text_equal((struct cor_text){NULL, 0}, cor_text_of("")));
    cr_expect_not(cor_text_equal(cor_text_of("a"), cor_text_of("ab")));
    cr_expect_not(cor_text_equal(cor_text_of("a"), cor_text_of("A")));
    cr_expect(cor_text_equal((struct cor_text){"a\0b", 3},
                             (struct cor_text){"a\0b", 3}));
}

Test(text, is_copied_and_printed_into_the_arena)
{
    cr_expect_str_eq(cor_text_copy(&arena, (struct cor_text){"abc", 2}), "ab");
    cr_expect_str_eq(cor_text_copy(&arena, (struct cor_text){NULL, 0}), "");
    cr_expect_str_eq(cor_text_print(&arena, "%s-%d", "x", 7), "x-7");
    arena.limit = arena.used;
    cr_expect_null(cor_text_copy(&arena, cor_text_of("abc")));
    cr_expect_null(cor_text_print(&arena, "%s", "abc"));
    cr_expect_null(cor_text_escape(&arena, cor_text_of("abc")));
}

/* Values of the reference implementation, draft-eastlake-fnv, appendix C. */
Test(text, is_hashed_as_published)
{
    cr_expect_eq(cor_hash(COR_HASH_START, "", 0), 0xcbf29ce484222325);
    cr_expect_eq(cor_hash(COR_HASH_START, "a", 1), 0xaf63dc4c8601ec8c);
    cr_expect_eq(cor_hash(COR_HASH_START, "foobar", 6), 0x85944171f73967e8);
    cr_expect_eq(cor_hash(cor_hash(COR_HASH_START, "foo", 3), "bar", 3),
                 0x85944171f73967e8);
}

/* Every byte counts, wherever it stands in a word, and so does the length. */
Test(text, long_hashes_tell_texts_apart)
{
    unsigned char bytes[24] = {0};
    uint64_t seen[25 + 24 * 8];
    size_t n = 0;
    for (size_t size = 0; size <= 24; size++)
        seen[n++] = cor_hash_long(COR_HASH_START, bytes, size);
    for (size_t bit = 0; bit < 24 * 8; bit++) {
        bytes[bit / 8] = (unsigned char)(1u << bit % 8);
        seen[n++] = cor_hash_long(COR_HASH_START, bytes, 24);
        bytes[bit / 8] = 0;
    }
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++)
            cr_assert_neq(seen[i], seen[j], "%zu and %zu", i, j);
    cr_expect_neq(cor_hash_long(seen[0], "b", 1),
                  cor_hash_long(seen[1], "b", 1));
}
