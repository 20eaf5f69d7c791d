#include "model/check.h"

#include <corridor/base/units.h>

#include <inttypes.h>
#include <math.h>
#include <string.h>

static double stated_m(const struct cor_draft *draft, uint32_t link)
{
    return cor_draft_number(draft, COR_KIND_LINK, COR_LINK_LENGTH, link);
}

/* Rails and roads wind, so that no length is below that of the line, but for
   rounding: ends that are given to 0.01 degree lie within 0.79 km of where they
   are said to be, and a length to the kilometre within 0.5 km. Where lines are
   short they are given better, and so small a share is left to rounding. */
static const double least_ratio = 1, rounding_m = 2 * 790 + 500,
                    rounding_share = 0.03;
/* The windings of a mountain railway; beyond that a slip is more likely. */
static const double most_ratio = 1.6;

static bool is_odd(const struct cor_draft *draft, uint32_t link)
{
    const double length_m = stated_m(draft, link);
    const double line_m = draft->geodesic_m[link];
    const double rounding = fmin(rounding_m, rounding_share * line_m);
    return length_m > 0 && line_m > 0 &&
           (length_m < least_ratio * line_m - rounding ||
            length_m > most_ratio * line_m);
}

/* Whether it is, and nobody says why. */
static bool is_unexplained(const struct cor_draft *draft, uint32_t link)
{
    const uint32_t *explained = draft->explained[COR_ODD_LENGTH];
    return is_odd(draft, link) &&
           (explained == NULL || explained[link] == COR_NONE);
}

enum { SHOWN_SIZE = COR_NUMBER_SIZE + 4 };

static void show_length(char out[SHOWN_SIZE], double length_m)
{
    const bool short_one = length_m < 1000;
    cor_number_fixed(out, short_one ? length_m : length_m / 1000, 1);
    strcat(out, short_one ? " m" : " km");
}

static void tell_link(struct cor_draft *draft, uint32_t link)
{
    char stated[SHOWN_SIZE], measured[SHOWN_SIZE];
    show_length(stated, stated_m(draft, link));
    show_length(measured, draft->geodesic_m[link]);
    const char *why = cor_draft_explained(draft, COR_ODD_LENGTH, link);
    COR_CHECK_ADD(draft, why == NULL ? COR_WARNING : COR_NOTE, "length-ratio",
                  cor_draft_at(draft, COR_KIND_LINK, COR_LINK_LENGTH, link),
                  NULL,
                  "the link '%s' is %s long, but its line measures %s%s%s",
                  cor_draft_id(draft, COR_KIND_LINK, link), stated, measured,
                  why == NULL ? "" : ": ", why == NULL ? "" : why);
}

/* How many lengths would fit their lines if they were read in a unit. */
static uint32_t count_fits(const struct cor_draft *draft, double unit_m)
{
    const double scale = unit_m / draft->length_unit_m;
    uint32_t n = 0;
    COR_CHECK_EACH(draft, COR_KIND_LINK, link)
    {
        const double length_m = scale * stated_m(draft, link);
        const double line_m = draft->geodesic_m[link];
        n += length_m > 0 && line_m > 0 &&
             length_m >= (least_ratio - rounding_share) * line_m &&
             length_m <= most_ratio * line_m;
    }
    return n;
}

/* The unit that most of `n` lengths would fit in; NULL: none does. */
static const struct cor_unit *find_unit(const struct cor_draft *draft,
                                        uint32_t n)
{
    const struct cor_unit *best = NULL;
    uint32_t most = n / 2;
    for (const struct cor_unit *unit = cor_units; unit->name != NULL; unit++) {
        const uint32_t fits =
            unit->dimension == COR_DIM_LENGTH && draft->length_unit_m > 0
                ? count_fits(draft, unit->factor)
                : 0;
        if (fits <= most)
            continue;
        most = fits;
        best = unit;
    }
    return best;
}

/* When most lengths are odd it is their unit that is wrong. */
static void
warn_unit(struct cor_draft *draft, uint32_t first, uint32_t odd, uint32_t n)
{
    const struct cor_unit *unit = find_unit(draft, n);
    const uint32_t at =
        cor_draft_at(draft, COR_KIND_LINK, COR_LINK_LENGTH, first);
    const char *advice =
        unit == NULL ? "lengths of tables are in km unless config.csv has "
                       "another 'long_length'"
                     : cor_text_print(draft->report->arena,
                                      "write the long_length '%s' into "
                                      "config.csv, or import with "
                                      "--length-unit %s",
                                      unit->name, unit->name);
    COR_CHECK_ADD(draft, COR_WARNING, "length-unit", at, advice,
                  "%" PRIu32 " of %" PRIu32
                  " lengths are far from those of their lines%s%s",
                  odd, n,
                  unit == NULL ? ": is their unit right?"
                               : "; most fit if they are in ",
                  unit == NULL ? "" : unit->name);
}

static void judge_ratios(struct cor_draft *draft)
{
    enum { FEW = 5 };
    uint32_t n = 0, n_odd = 0, first = 0;
    COR_CHECK_EACH(draft, COR_KIND_LINK, link)
    {
        n += stated_m(draft, link) > 0;
        if (is_unexplained(draft, link) && n_odd++ == 0)
            first = link;
    }
    if (n_odd > FEW && n_odd > n / 2) {
        warn_unit(draft, first, n_odd, n);
        return;
    }
    COR_CHECK_EACH(draft, COR_KIND_LINK, link)
    if (is_odd(draft, link))
        tell_link(draft, link);
}

/* What once was odd may have been mended since. */
static void judge_needless(struct cor_draft *draft)
{
    const uint32_t *explained = draft->explained[COR_ODD_LENGTH];
    if (explained == NULL)
        return;
    COR_CHECK_EACH(draft, COR_KIND_LINK, link)
    if (explained[link] != COR_NONE && !is_odd(draft, link))
        COR_CHECK_ADD(draft, COR_NOTE, "needless-explanation",
                      cor_draft_at(draft, COR_KIND_EXPLANATION,
                                   COR_EXPLANATION_LENGTH, explained[link]),
                      "leave it out",
                      "the length of the link '%s' needs no explanation",
                      cor_draft_id(draft, COR_KIND_LINK, link));
}

bool cor_check_lengths(struct cor_draft *draft)
{
    if (cor_draft_column(draft, COR_KIND_LINK, COR_LINK_LENGTH)->spot != NULL)
        judge_ratios(draft);
    judge_needless(draft);
    return true;
}
