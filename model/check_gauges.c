#include "model/check.h"

#include <corridor/model/mode.h>

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* The gauges of the rails that meet at a place; 0: none. Three of them at one
   place would need three transfers: the first pair is told. */
struct meeting {
    uint32_t first_mm, second_mm;
    bool mended; /* a transfer there changes gauge */
};

uint32_t cor_draft_gauge_mm(const struct cor_draft *draft,
                            enum cor_kind kind,
                            uint32_t field,
                            uint32_t record)
{
    const double gauge_m = cor_draft_number(draft, kind, field, record);
    return isnan(gauge_m) ? 0 : (uint32_t)lround(1000 * gauge_m);
}

static void meet(struct meeting *meeting, uint32_t place, uint32_t gauge_mm)
{
    if (place == COR_NONE || gauge_mm == 0)
        return;
    if (meeting[place].first_mm == 0)
        meeting[place].first_mm = gauge_mm;
    else if (meeting[place].first_mm != gauge_mm &&
             meeting[place].second_mm == 0)
        meeting[place].second_mm = gauge_mm;
}

/* A transfer that leaves a gauge open takes any. */
static bool changes_gauge(const struct cor_draft *draft, uint32_t transfer)
{
    const uint32_t from_mm = cor_draft_gauge_mm(
        draft, COR_KIND_TRANSFER, COR_TRANSFER_FROM_GAUGE, transfer);
    const uint32_t to_mm = cor_draft_gauge_mm(draft, COR_KIND_TRANSFER,
                                              COR_TRANSFER_TO_GAUGE, transfer);
    const uint32_t from = cor_draft_word(draft, COR_KIND_TRANSFER,
                                         COR_TRANSFER_FROM_MODE, transfer);
    const uint32_t to = cor_draft_word(draft, COR_KIND_TRANSFER,
                                       COR_TRANSFER_TO_MODE, transfer);
    const bool rails = (from == COR_NONE || from == COR_MODE_RAIL) &&
                       (to == COR_NONE || to == COR_MODE_RAIL);
    return rails && (from_mm != to_mm || from_mm == 0);
}

static void warn(struct cor_draft *draft, uint32_t place, struct meeting at)
{
    const char *id = cor_draft_id(draft, COR_KIND_PLACE, place);
    const char *advice = cor_text_print(
        draft->report->arena,
        "add to transfers: {at: %s, from: {mode: rail, gauge: %" PRIu32
        " mm}, to: {mode: rail, gauge: %" PRIu32
        " mm}, kind: break-of-gauge, both-ways: true}",
        id, at.first_mm, at.second_mm);
    COR_CHECK_ADD(draft, COR_WARNING, "no-gauge-transfer",
                  draft->table[COR_KIND_PLACE].spot[place], advice,
                  "rails of %" PRIu32 " mm and %" PRIu32
                  " mm meet at '%s', and no transfer joins them",
                  at.first_mm, at.second_mm, id);
}

static void find_meetings(struct cor_draft *draft, struct meeting *meeting)
{
    COR_CHECK_EACH(draft, COR_KIND_LINK, link)
    {
        const uint32_t gauge_mm =
            cor_draft_gauge_mm(draft, COR_KIND_LINK, COR_LINK_GAUGE, link);
        if (cor_draft_word(draft, COR_KIND_LINK, COR_LINK_MODE, link) !=
            COR_MODE_RAIL)
            continue;
        meet(meeting,
             cor_draft_target(draft, COR_KIND_LINK, COR_LINK_FROM, link),
             gauge_mm);
        meet(meeting, cor_draft_target(draft, COR_KIND_LINK, COR_LINK_TO, link),
             gauge_mm);
    }
    COR_CHECK_EACH(draft, COR_KIND_TRANSFER, transfer)
    {
        const uint32_t place = cor_draft_target(draft, COR_KIND_TRANSFER,
                                                COR_TRANSFER_AT, transfer);
        if (place != COR_NONE && changes_gauge(draft, transfer))
            meeting[place].mended = true;
    }
}

/* Where no transfer is declared anywhere, every change is free. Faulty gauges
   and transfers are not judged. */
bool cor_check_gauges(struct cor_draft *draft)
{
    const uint32_t n = draft->table[COR_KIND_PLACE].n;
    if (draft->table[COR_KIND_TRANSFER].n == 0 || cor_draft_has_errors(draft))
        return true;
    struct meeting *meeting = cor_arena_array(draft->arena, struct meeting, n);
    if (meeting == NULL)
        return false;
    memset(meeting, 0, n * sizeof *meeting);
    find_meetings(draft, meeting);
    COR_CHECK_EACH(draft, COR_KIND_PLACE, place)
    if (meeting[place].second_mm != 0 && !meeting[place].mended)
        warn(draft, place, meeting[place]);
    return true;
}
