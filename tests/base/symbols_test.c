#include <corridor/base/symbols.h>

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

/* Of a library that every machine with a compiler has. */
static const char file[] = "libm.so.6";

struct functions {
    double (*cos)(double);
    double (*hypot)(double, double);
};

Test(symbols, are_loaded_in_their_order)
{
    static const char *const names[] = {"cos", "hypot"};
    struct functions loaded = {0};
    cr_assert_eq(cor_symbols_load(&loaded, "mathematics", file, names, 2, NULL),
                 COR_OK);
    cr_expect_eq(loaded.cos(0), 1);
    cr_expect_eq(loaded.hypot(3, 4), 5);
}

static void expect_refused(const char *library,
                           const char *const *names,
                           const char *expected)
{
    struct functions loaded = {.cos = cos};
    struct cor_error err = {0};
    cr_expect_eq(
        cor_symbols_load(&loaded, "mathematics", library, names, 2, &err),
        COR_UNSUPPORTED);
    cr_expect_eq(err.code, COR_UNSUPPORTED);
    cr_expect_eq(strncmp(err.text, "this needs mathematics: ", 24), 0, "%s",
                 err.text);
    cr_expect_not_null(strstr(err.text, expected), "%s", err.text);
    cr_expect_eq(loaded.cos, cos, "untouched");
}

Test(symbols, that_are_missing_are_told_by_name)
{
    static const char *const names[] = {"cos", "squaring_the_circle"};
    expect_refused(file, names, "squaring_the_circle");
    expect_refused("libnowhere.so.1", names, "libnowhere.so.1");
}
