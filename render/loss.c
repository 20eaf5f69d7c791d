/* What a map could not show, told to those who asked for it. */
#include "render/draft.h"

#include <string.h>

static const struct {
    const char *code, *one, *many;
} kinds[COR_N_LOSS] = {
    [COR_LOSS_AREA] = {"area-label-dropped",
                       "name of a country or water has no room",
                       "names of countries and waters have no room"},
    [COR_LOSS_NUMBER] = {"number-dropped",
                         "number of a link has no room beside its line",
                         "numbers of links have no room beside their lines"},
    [COR_LOSS_LINK] = {"link-label-dropped",
                       "link that the map tells of lies outside it",
                       "links that the map tells of lie outside it"},
    [COR_LOSS_ROUTE] = {"route-outside", "route does not cross the map",
                        "routes do not cross the map"},
    [COR_LOSS_PLACE] = {"places-hidden", "place is not shown at this scale",
                        "places are not shown at this scale"},
    [COR_LOSS_SHORTENED] = {"name-shortened", "text is too long for the map",
                            "texts are too long for the map"},
    [COR_LOSS_LANGUAGE] = {"name-not-translated",
                           "name is not in the language asked for first",
                           "names are not in the language asked for first"},
    [COR_LOSS_GLYPHS] = {"missing-glyphs",
                         "text has letters that no installed font has",
                         "texts have letters that no installed font has"},
};

void cor_draft_lose(struct cor_draft *draft,
                    enum cor_loss kind,
                    const char *name)
{
    struct cor_roll *roll = &draft->loss[kind];
    const uint32_t n_kept = roll->n < COR_ROLL_NAMES ? roll->n : COR_ROLL_NAMES;
    for (uint32_t i = 0; kind != COR_LOSS_PLACE && i < n_kept; i++)
        if (strcmp(roll->name[i], name) == 0)
            return;
    if (roll->n < COR_ROLL_NAMES)
        roll->name[roll->n] = name;
    roll->n++;
}

static const char *list_names(struct cor_draft *draft,
                              const struct cor_roll *roll)
{
    const char *list = "";
    for (uint32_t i = 0; i < roll->n && i < COR_ROLL_NAMES; i++) {
        const char *more = cor_text_print(draft->arena, "%s%s%s", list,
                                          i != 0 ? ", " : "", roll->name[i]);
        list = more != NULL ? more : list;
    }
    if (roll->n <= COR_ROLL_NAMES)
        return list;
    const char *more = cor_text_print(draft->arena, "%s and %u more", list,
                                      (unsigned)(roll->n - COR_ROLL_NAMES));
    return more != NULL ? more : list;
}

void cor_draft_tell_losses(struct cor_draft *draft)
{
    for (int kind = 0; draft->report != NULL && kind < COR_N_LOSS; kind++) {
        const struct cor_roll *roll = &draft->loss[kind];
        if (roll->n != 0)
            cor_report_add(draft->report, COR_NOTE, kinds[kind].code,
                           (struct cor_spot){0}, NULL, "%u %s: %s",
                           (unsigned)roll->n,
                           roll->n == 1 ? kinds[kind].one : kinds[kind].many,
                           list_names(draft, roll));
    }
}
