#include "model/check.h"

/* What is odd about links and yet right: said beside them, so that complaints
   become notes that quote it. */

static bool make_room(struct cor_draft *draft)
{
    const uint32_t n = draft->table[COR_KIND_LINK].n;
    for (int oddity = 0; oddity < COR_N_ODDITY; oddity++) {
        uint32_t *of = cor_arena_array(draft->arena, uint32_t, n);
        if (of == NULL)
            return false;
        for (uint32_t i = 0; i < n; i++)
            of[i] = COR_NONE;
        draft->explained[oddity] = of;
    }
    return true;
}

static uint32_t layer_of(const struct cor_draft *draft, uint32_t explanation)
{
    return cor_draft_file_of(
               draft, draft->table[COR_KIND_EXPLANATION].spot[explanation])
        ->layer;
}

/* A scenario may explain anew what the one it extends explains. */
static void explain(struct cor_draft *draft,
                    uint32_t explanation,
                    uint32_t link,
                    enum cor_oddity oddity)
{
    const uint32_t field = COR_EXPLANATION_LENGTH + (uint32_t)oddity;
    const uint32_t spot =
        cor_draft_at(draft, COR_KIND_EXPLANATION, field, explanation);
    uint32_t *of = &draft->explained[oddity][link];
    if (spot == 0)
        return;
    if (*of != COR_NONE && layer_of(draft, *of) == layer_of(draft, explanation))
        COR_CHECK_ADD(draft, COR_ERROR, "explained-twice", spot, NULL,
                      "the %s of the link '%s' is explained twice",
                      cor_kinds[COR_KIND_EXPLANATION].field[field].key,
                      cor_draft_id(draft, COR_KIND_LINK, link));
    *of = explanation;
}

static void judge(struct cor_draft *draft, uint32_t explanation)
{
    const uint32_t link = cor_draft_target(draft, COR_KIND_EXPLANATION,
                                           COR_EXPLANATION_LINK, explanation);
    bool stated = false;
    for (uint32_t i = COR_EXPLANATION_LENGTH; i <= COR_EXPLANATION_GROUND; i++)
        stated |=
            cor_draft_at(draft, COR_KIND_EXPLANATION, i, explanation) != 0;
    if (!stated)
        COR_CHECK_ADD(draft, COR_ERROR, "missing-key",
                      draft->table[COR_KIND_EXPLANATION].spot[explanation],
                      "state 'length' or 'ground', or leave it out",
                      "this explanation explains nothing");
    if (link == COR_NONE)
        return;
    explain(draft, explanation, link, COR_ODD_LENGTH);
    explain(draft, explanation, link, COR_ODD_GROUND);
}

bool cor_check_explanations(struct cor_draft *draft)
{
    if (draft->table[COR_KIND_EXPLANATION].n == 0)
        return true;
    if (!make_room(draft))
        return false;
    COR_CHECK_EACH(draft, COR_KIND_EXPLANATION, explanation)
    judge(draft, explanation);
    return true;
}

const char *cor_draft_explained(struct cor_draft *draft,
                                enum cor_oddity oddity,
                                uint32_t link)
{
    const uint32_t *of = draft->explained[oddity];
    if (of == NULL || of[link] == COR_NONE)
        return NULL;
    const struct cor_draft_column *column = cor_draft_column(
        draft, COR_KIND_EXPLANATION, COR_EXPLANATION_LENGTH + (uint32_t)oddity);
    const char *copy =
        cor_text_copy(draft->report->arena, column->text[of[link]]);
    return copy == NULL ? "" : copy;
}
