#include "model/check.h"

#include <inttypes.h>
#include <string.h>

static double stated_m(const struct cor_draft *draft, uint32_t link)
{
    return cor_draft_number(draft, COR_KIND_LINK, COR_LINK_LENGTH, link);
}

/* Rails and roads wind; beyond these ratios a length is more often a slip. */
static const double least_ratio = 0.97, most_ratio = 1.6;

static bool is_odd(const struct cor_draft *draft, uint32_t link)
{
    const double length_m = stated_m(draft, link);
    const double ratio = length_m / draft->geodesic_m[link];
    return length_m > 0 && draft->geodesic_m[link] > 0 &&
           (ratio < least_ratio || ratio > most_ratio);
}

enum { SHOWN_SIZE = COR_NUMBER_SIZE + 4 };

static void show_length(char out[SHOWN_SIZE], double length_m)
{
    const bool short_one = length_m < 1000;
    cor_number_fixed(out, short_one ? length_m : length_m / 1000, 1);
    strcat(out, short_one ? " m" : " km");
}

static void warn_link(struct cor_draft *draft, uint32_t link)
{
    char stated[SHOWN_SIZE], measured[SHOWN_SIZE];
    show_length(stated, stated_m(draft, link));
    show_length(measured, draft->geodesic_m[link]);
    COR_CHECK_ADD(draft, COR_WARNING, "length-ratio",
                  cor_draft_at(draft, COR_KIND_LINK, COR_LINK_LENGTH, link),
                  NULL, "the link '%s' is %s long, but its line measures %s",
                  cor_draft_id(draft, COR_KIND_LINK, link), stated, measured);
}

/* When most lengths are odd it is their unit that is wrong. */
static void
warn_unit(struct cor_draft *draft, uint32_t first, uint32_t odd, uint32_t n)
{
    COR_CHECK_ADD(draft, COR_WARNING, "length-unit",
                  cor_draft_at(draft, COR_KIND_LINK, COR_LINK_LENGTH, first),
                  "lengths of tables are in km unless config.csv has another "
                  "'long_length'",
                  "%" PRIu32 " of %" PRIu32
                  " lengths are far from those of their lines: is their unit "
                  "right?",
                  odd, n);
}

static void judge_ratios(struct cor_draft *draft)
{
    enum { FEW = 5 };
    uint32_t n = 0, n_odd = 0, first = 0;
    COR_CHECK_EACH(draft, COR_KIND_LINK, link)
    {
        n += stated_m(draft, link) > 0;
        if (is_odd(draft, link) && n_odd++ == 0)
            first = link;
    }
    if (n_odd == 0)
        return;
    if (n_odd > FEW && n_odd > n / 2) {
        warn_unit(draft, first, n_odd, n);
        return;
    }
    COR_CHECK_EACH(draft, COR_KIND_LINK, link)
    if (is_odd(draft, link))
        warn_link(draft, link);
}

bool cor_check_lengths(struct cor_draft *draft)
{
    if (cor_draft_column(draft, COR_KIND_LINK, COR_LINK_LENGTH)->spot != NULL)
        judge_ratios(draft);
    return true;
}
