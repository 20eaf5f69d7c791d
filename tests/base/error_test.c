#include <corridor/base/error.h>
#include <corridor/base/text.h>

#include <criterion/criterion.h>
#include <string.h>

Test(error, keeps_the_first_failure)
{
    struct cor_error err = {0};
    const struct cor_place place = {"a.yaml", 3, 7};
    cr_expect_eq(COR_FAIL_AT(&err, COR_BAD_INPUT, place, "no %s", "unit"),
                 COR_BAD_INPUT);
    const uint32_t line = __LINE__ - 2;
    cr_expect_eq(COR_FAIL_MEMORY(&err), COR_NO_MEMORY);
    cr_expect_eq(err.code, COR_BAD_INPUT);
    cr_expect_str_eq(err.text, "no unit");
    cr_expect_eq(err.place.line, 3);
    cr_expect_eq(err.raised_at.line, line);
    cr_expect_not_null(strstr(err.raised_at.file, "error_test.c"));
}

Test(error, may_be_of_no_interest)
{
    cr_expect_eq(COR_FAIL(NULL, COR_INTERNAL, "%d", 1), COR_INTERNAL);
}

/* A character of two bytes straddles the end of what fits. */
Test(error, is_cut_between_characters)
{
    char said[1024];
    for (size_t shift = 0; shift < 2; shift++) {
        struct cor_error err = {0};
        memset(said, 'x', shift);
        for (size_t i = shift; i + 2 < sizeof said; i += 2)
            memcpy(said + i, "\xC3\xA9", 3);
        (void)COR_FAIL(&err, COR_BAD_INPUT, "%s", said);
        const size_t n = strlen(err.text);
        cr_expect_geq(n, sizeof err.text - 3, "%zu bytes", n);
        cr_expect_eq(cor_text_valid(cor_text_of(err.text)), n);
        cr_expect_eq(strncmp(err.text, said, n), 0);
    }
}

/* File names and ids reach error texts as users wrote them. */
Test(error, shows_no_control_characters)
{
    struct cor_error err = {0};
    (void)COR_FAIL(&err, COR_CANNOT_READ, "cannot read %s", "a\nb\x1B[2J\xFF");
    cr_expect_str_eq(err.text, "cannot read a\\x0Ab\\x1B[2J\\xFF");
}
