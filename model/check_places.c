#include "model/check.h"

#include <corridor/model/country.h>

/* A place outside the country that it says is in is a slip or, if the other
   way round it lies inside, a swap of its coordinates. */
static void judge_country(struct cor_draft *draft, uint32_t place)
{
    const uint32_t word =
        cor_draft_word(draft, COR_KIND_PLACE, COR_PLACE_COUNTRY, place);
    const struct cor_country *country =
        word == COR_NONE ? NULL
                         : cor_country_find(cor_text_of(
                               cor_draft_name(draft, COR_SPACE_COUNTRY, word)));
    const struct cor_point at = draft->at[place];
    if (country == NULL || !cor_point_valid(at) ||
        cor_country_may_hold(country, at))
        return;
    const struct cor_point swapped = {at.lat, at.lon};
    const bool is_swapped =
        cor_point_valid(swapped) && cor_country_may_hold(country, swapped);
    COR_CHECK_ADD(draft, COR_WARNING,
                  is_swapped ? "swapped-coordinates" : "outside-country",
                  cor_draft_at(draft, COR_KIND_PLACE, COR_PLACE_LON, place),
                  is_swapped ? "swap lon and lat" : NULL,
                  "the place '%s' does not lie in %s",
                  cor_draft_id(draft, COR_KIND_PLACE, place), country->name);
}

bool cor_check_places(struct cor_draft *draft)
{
    if (draft->table[COR_KIND_PLACE].n == 0 && draft->n_file != 0 &&
        !cor_draft_has_errors(draft))
        COR_CHECK_ADD(draft, COR_ERROR, "no-places", draft->file[0].base, NULL,
                      "there are no places in this scenario");
    if (cor_draft_column(draft, COR_KIND_PLACE, COR_PLACE_COUNTRY)->spot !=
        NULL)
        COR_CHECK_EACH(draft, COR_KIND_PLACE, place)
    judge_country(draft, place);
    return true;
}
