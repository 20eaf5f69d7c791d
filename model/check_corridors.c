#include "model/check.h"

#include <corridor/model/country.h>
#include <corridor/model/mode.h>

/* What is avoided may be a place, a country or a mode; each member of the list
   keeps its number in the names of its space. */
static bool find_avoided(const struct cor_draft *draft,
                         struct cor_draft_item *item,
                         struct cor_text name)
{
    const uint32_t place = cor_names_find(&draft->names[COR_SPACE_PLACE], name);
    const uint32_t mode = cor_names_find(&draft->names[COR_SPACE_MODE], name);
    if (place != COR_NONE &&
        draft->record_of[COR_SPACE_PLACE][place] != COR_NONE) {
        item->space = COR_SPACE_PLACE;
        item->word = place;
        return true;
    }
    if (mode != COR_NONE && draft->mode_in_use[mode]) {
        item->space = COR_SPACE_MODE;
        item->word = mode;
        return true;
    }
    item->space = COR_SPACE_COUNTRY;
    return cor_country_find(name) != NULL;
}

static const char *near_avoided(struct cor_draft *draft, struct cor_text name)
{
    const struct cor_names *modes = &draft->names[COR_SPACE_MODE];
    const struct cor_country *country = cor_country_nearest(name);
    const char *near = cor_check_nearest(draft, COR_SPACE_PLACE, name);
    if (draft->report->n >= COR_REPORT_KEPT)
        return NULL;
    if (near == NULL)
        near = cor_report_nearest(draft->report, name, modes->name, COR_N_MODE);
    if (near == NULL && country != NULL)
        near = cor_text_print(draft->report->arena, "did you mean '%s' (%s)?",
                              country->code, country->name);
    return near;
}

bool cor_check_avoided(struct cor_draft *draft,
                       enum cor_kind kind,
                       uint32_t field,
                       uint32_t record)
{
    const struct cor_draft_list list =
        cor_draft_list(draft, kind, field, record);
    for (uint32_t i = list.first; i < list.first + list.n; i++) {
        struct cor_draft_item *item = &draft->item[i];
        const char *name = cor_draft_name(draft, COR_SPACE_WORD, item->word);
        if (item->word == COR_NONE || draft->incomplete)
            continue;
        if (!find_avoided(draft, item, cor_text_of(name)))
            COR_CHECK_ADD(draft, COR_ERROR, "unknown-avoid", item->spot,
                          near_avoided(draft, cor_text_of(name)),
                          "'%s' is no place, country or mode", name);
        else if (item->space == COR_SPACE_COUNTRY)
            item->word = cor_names_add(&draft->names[COR_SPACE_COUNTRY],
                                       cor_text_of(name));
        if (item->word == COR_NONE)
            return false;
    }
    return true;
}

static void judge_via(struct cor_draft *draft, uint32_t corridor)
{
    const struct cor_draft_list list =
        cor_draft_list(draft, COR_KIND_CORRIDOR, COR_CORRIDOR_VIA, corridor);
    const uint32_t end[] = {
        cor_draft_word(draft, COR_KIND_CORRIDOR, COR_CORRIDOR_FROM, corridor),
        cor_draft_word(draft, COR_KIND_CORRIDOR, COR_CORRIDOR_TO, corridor)};
    for (uint32_t i = list.first; i < list.first + list.n; i++) {
        const struct cor_draft_item *item = &draft->item[i];
        bool repeats = item->word == end[0] || item->word == end[1];
        for (uint32_t k = list.first; k < i; k++)
            repeats = repeats || draft->item[k].word == item->word;
        if (repeats && item->word != COR_NONE)
            COR_CHECK_ADD(draft, COR_ERROR, "repeated-via", item->spot, NULL,
                          "a route passes no place twice, but '%s' is named "
                          "twice",
                          cor_draft_name(draft, COR_SPACE_PLACE, item->word));
    }
}

bool cor_check_corridors(struct cor_draft *draft)
{
    COR_CHECK_EACH(draft, COR_KIND_CORRIDOR, corridor)
    {
        judge_via(draft, corridor);
        if (!cor_check_avoided(draft, COR_KIND_CORRIDOR, COR_CORRIDOR_AVOID,
                               corridor))
            return false;
    }
    return true;
}
