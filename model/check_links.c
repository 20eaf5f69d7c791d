#include "model/check.h"

#include <corridor/model/scenario.h>

/* The places at one of the ends of links. Where places are numbered as their
   names are, and the column outlives the draft, they are what it says. */
static uint32_t *find_ends(struct cor_draft *draft, uint32_t field)
{
    const struct cor_draft_column *column =
        cor_draft_column(draft, COR_KIND_LINK, field);
    const uint32_t n = draft->table[COR_KIND_LINK].n;
    if (column->is_kept && cor_draft_in_order(draft, COR_KIND_PLACE) &&
        cor_draft_states_all(draft, COR_KIND_LINK, field))
        return column->word;
    uint32_t *end = cor_arena_array(draft->kept, uint32_t, n);
    for (uint32_t link = 0; end != NULL && link < n; link++)
        end[link] = cor_draft_target(draft, COR_KIND_LINK, field, link);
    return end;
}

/* Where places are and which of them links join, once and for all. */
bool cor_check_ends(struct cor_draft *draft)
{
    const uint32_t n_place = draft->table[COR_KIND_PLACE].n;
    draft->at = cor_arena_array(draft->kept, struct cor_point, n_place);
    draft->from = find_ends(draft, COR_LINK_FROM);
    draft->to = find_ends(draft, COR_LINK_TO);
    if (draft->at == NULL || draft->from == NULL || draft->to == NULL)
        return false;
    for (uint32_t place = 0; place < n_place; place++)
        draft->at[place] = (struct cor_point){
            cor_draft_number(draft, COR_KIND_PLACE, COR_PLACE_LON, place),
            cor_draft_number(draft, COR_KIND_PLACE, COR_PLACE_LAT, place)};
    return true;
}

static void judge_loop(struct cor_draft *draft, uint32_t link)
{
    if (draft->from[link] != COR_NONE && draft->from[link] == draft->to[link])
        COR_CHECK_ADD(draft, COR_WARNING, "loop",
                      cor_draft_at(draft, COR_KIND_LINK, COR_LINK_TO, link),
                      NULL, "the link '%s' ends where it begins",
                      cor_draft_id(draft, COR_KIND_LINK, link));
}

static void judge_dates(struct cor_draft *draft, uint32_t link)
{
    const cor_date opens =
        cor_draft_date(draft, COR_KIND_LINK, COR_LINK_OPENS, link);
    const cor_date closes =
        cor_draft_date(draft, COR_KIND_LINK, COR_LINK_CLOSES, link);
    if (opens != COR_NO_DATE && closes != COR_NO_DATE && closes <= opens)
        COR_CHECK_ADD(draft, COR_ERROR, "closes-before-opens",
                      cor_draft_at(draft, COR_KIND_LINK, COR_LINK_CLOSES, link),
                      NULL, "the link '%s' closes before it opens",
                      cor_draft_id(draft, COR_KIND_LINK, link));
}

static cor_date
date_of(const struct cor_draft *draft, uint32_t field, uint32_t link)
{
    return cor_draft_date(draft, COR_KIND_LINK, field, link);
}

/* Why a closure that ends again makes no sense, or NULL. */
static const char *fault_of_closure(const struct cor_draft *draft,
                                    uint32_t link)
{
    const cor_date from = date_of(draft, COR_LINK_CLOSED_FROM, link);
    const cor_date until = date_of(draft, COR_LINK_CLOSED_UNTIL, link);
    const cor_date opens = date_of(draft, COR_LINK_OPENS, link);
    const cor_date closes = date_of(draft, COR_LINK_CLOSES, link);
    if (from == COR_NO_DATE || until == COR_NO_DATE)
        return "'closed-from' and 'closed-until' go together";
    if (until <= from)
        return "its closure ends before it begins";
    if (opens != COR_NO_DATE && from < opens)
        return "its closure begins before it opens";
    return closes != COR_NO_DATE && until > closes
               ? "its closure ends after it has closed for good"
               : NULL;
}

static void judge_closure(struct cor_draft *draft, uint32_t link)
{
    const uint32_t from =
        cor_draft_at(draft, COR_KIND_LINK, COR_LINK_CLOSED_FROM, link);
    const uint32_t until =
        cor_draft_at(draft, COR_KIND_LINK, COR_LINK_CLOSED_UNTIL, link);
    if (from == 0 && until == 0)
        return;
    const char *fault = fault_of_closure(draft, link);
    if (fault != NULL)
        COR_CHECK_ADD(draft, COR_ERROR, "contradictory-dates",
                      from != 0 ? from : until, NULL, "the link '%s': %s",
                      cor_draft_id(draft, COR_KIND_LINK, link), fault);
}

/* A gauge is kept in whole millimetres, and only rails have one. */
static void judge_gauge(struct cor_draft *draft, uint32_t link)
{
    const uint32_t spot =
        cor_draft_at(draft, COR_KIND_LINK, COR_LINK_GAUGE, link);
    const uint32_t mode =
        cor_draft_word(draft, COR_KIND_LINK, COR_LINK_MODE, link);
    if (spot != 0 && mode != COR_NONE && mode < COR_N_MODE &&
        !cor_modes[mode].has_gauge)
        COR_CHECK_ADD(draft, COR_WARNING, "gauge-without-rails", spot, NULL,
                      "the link '%s' has a gauge, but goes by %s",
                      cor_draft_id(draft, COR_KIND_LINK, link),
                      cor_modes[mode].name);
}

static bool is_stated(const struct cor_draft *draft, uint32_t field)
{
    return cor_draft_column(draft, COR_KIND_LINK, field)->spot != NULL;
}

bool cor_check_links(struct cor_draft *draft)
{
    const bool dated =
        is_stated(draft, COR_LINK_OPENS) && is_stated(draft, COR_LINK_CLOSES);
    const bool interrupted = is_stated(draft, COR_LINK_CLOSED_FROM) ||
                             is_stated(draft, COR_LINK_CLOSED_UNTIL);
    const bool gauged = is_stated(draft, COR_LINK_GAUGE);
    COR_CHECK_EACH(draft, COR_KIND_LINK, link)
    {
        judge_loop(draft, link);
        if (dated)
            judge_dates(draft, link);
        if (interrupted)
            judge_closure(draft, link);
        if (gauged)
            judge_gauge(draft, link);
    }
    return true;
}
