#include <corridor/base/text.h>

#include <criterion/criterion.h>
#include <string.h>

static const char *const places[] = {
    "almaty", "aktau", NULL, "alat", "khorgos", "jalal-abad", "Kyzylorda",
};

static const char *nearest(const char *written)
{
    return cor_text_nearest(cor_text_of(written), places,
                            sizeof places / sizeof places[0]);
}

Test(nearest, forgives_slips_and_not_other_words)
{
    static const struct {
        const char *written, *want;
    } rows[] = {
        {"aktau", "aktau"},
        {"atkau", "aktau"},
        {"aktu", "aktau"},
        {"akktau", "aktau"},
        {"Aktau", "aktau"},
        {"korgas", "khorgos"},
        {"jalalabad", "jalal-abad"},
        {"kyzylorda", "Kyzylorda"},
        {"tashkent", NULL},
        {"", NULL},
        {"zzzz", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *got = nearest(rows[i].written);
        if (rows[i].want == NULL)
            cr_expect_null(got, "%s: %s", rows[i].written, got);
        else
            cr_expect_str_eq(got, rows[i].want, "%s", rows[i].written);
    }
}

Test(nearest, of_equals_is_the_first)
{
    static const char *const same[] = {"baku1", "baku2"};
    cr_expect_str_eq(cor_text_nearest(cor_text_of("baku"), same, 2), "baku1");
    cr_expect_null(cor_text_nearest(cor_text_of("baku"), same, 0));
}

Test(nearest, reads_long_names_in_part)
{
    char written[5000];
    memset(written, 'a', sizeof written - 1);
    written[sizeof written - 1] = '\0';
    cr_expect_null(nearest(written));
}
