#include "model/check.h"

/* Of the records that only the last file speaks for, or that stand once. */

static bool is_title_stated(const struct cor_draft *draft)
{
    for (uint32_t i = 0; i < draft->table[COR_KIND_SCENARIO].n; i++)
        if (cor_draft_states(draft, COR_KIND_SCENARIO, COR_SCENARIO_TITLE, i))
            return true;
    return false;
}

/* A folder of tables needs no title; a scenario file does, or its base. */
static void judge_title(struct cor_draft *draft)
{
    const struct cor_draft_table *table = &draft->table[COR_KIND_SCENARIO];
    if (table->n != 0 && !draft->incomplete && !is_title_stated(draft))
        COR_CHECK_ADD(draft, COR_ERROR, "missing-key",
                      table->spot[table->n - 1], NULL,
                      "this scenario has no 'title'");
}

/* The date that was asked for, else the last one that a file states. */
static void find_date(struct cor_draft *draft)
{
    const bool asked = draft->as_of != COR_NO_DATE;
    for (uint32_t i = 0; i < draft->table[COR_KIND_SCENARIO].n; i++) {
        const cor_date stated =
            cor_draft_date(draft, COR_KIND_SCENARIO, COR_SCENARIO_AS_OF, i);
        if (!asked && stated != COR_NO_DATE)
            draft->as_of = stated;
    }
}

static const uint32_t dates[] = {COR_LINK_OPENS, COR_LINK_CLOSES,
                                 COR_LINK_CLOSED_FROM};
enum { N_DATE = sizeof dates / sizeof *dates };

/* Where a link states its first date, or 0. */
static uint32_t spot_of_date(const struct cor_draft *draft, uint32_t link)
{
    for (size_t i = 0; i < N_DATE; i++)
        if (cor_draft_date(draft, COR_KIND_LINK, dates[i], link) != COR_NO_DATE)
            return cor_draft_at(draft, COR_KIND_LINK, dates[i], link);
    return 0;
}

static bool is_dated(const struct cor_draft *draft)
{
    for (size_t i = 0; i < N_DATE; i++)
        if (cor_draft_column(draft, COR_KIND_LINK, dates[i])->spot != NULL)
            return true;
    return false;
}

/* Dates of links mean nothing without a day that they are seen from. */
static void judge_dates(struct cor_draft *draft)
{
    if (draft->as_of != COR_NO_DATE || !is_dated(draft) ||
        cor_draft_has_errors(draft))
        return;
    COR_CHECK_EACH(draft, COR_KIND_LINK, link)
    {
        const uint32_t spot = spot_of_date(draft, link);
        if (spot == 0)
            continue;
        COR_CHECK_ADD(draft, COR_WARNING, "no-date", spot,
                      "state 'as_of', or use --as-of",
                      "links open and close, but no date is stated: only "
                      "their status counts");
        return;
    }
}

static void judge_cargo(struct cor_draft *draft)
{
    COR_CHECK_EACH(draft, COR_KIND_CARGO, cargo)
    if (cor_draft_index(draft, COR_KIND_CARGO, COR_CARGO_UNIT, cargo) != 0 &&
        cor_draft_at(draft, COR_KIND_CARGO, COR_CARGO_TONNES, cargo) == 0)
        COR_CHECK_ADD(draft, COR_ERROR, "missing-key",
                      draft->table[COR_KIND_CARGO].spot[cargo], NULL,
                      "a cargo of another unit than FEU needs its 'tonnes'");
}

/* One says how often, the other how long apart: both can disagree. */
static void judge_headway(struct cor_draft *draft, uint32_t service)
{
    const uint32_t sailings =
        cor_draft_at(draft, COR_KIND_SERVICE, COR_SERVICE_SAILINGS, service);
    if (sailings != 0 && cor_draft_at(draft, COR_KIND_SERVICE,
                                      COR_SERVICE_HEADWAY, service) != 0)
        COR_CHECK_ADD(draft, COR_ERROR, "two-headways", sailings,
                      "leave 'sailings' or 'headway' out",
                      "the service '%s' states twice how often it runs",
                      cor_draft_id(draft, COR_KIND_SERVICE, service));
}

bool cor_check_rest(struct cor_draft *draft)
{
    judge_title(draft);
    find_date(draft);
    judge_dates(draft);
    judge_cargo(draft);
    COR_CHECK_EACH(draft, COR_KIND_SERVICE, service)
    judge_headway(draft, service);
    return true;
}
