#include "model/build.h"

bool cor_build_sources(struct cor_building *building)
{
    struct cor_sources *sources = &building->scenario->sources;
    const struct {
        const char *const **text;
        uint32_t field;
    } texts[] = {
        {&sources->short_title, COR_SOURCE_SHORT},
        {&sources->title, COR_SOURCE_TITLE},
        {&sources->url, COR_SOURCE_URL},
        {&sources->year, COR_SOURCE_YEAR},
        {&sources->licence, COR_SOURCE_LICENCE},
        {&sources->grade, COR_SOURCE_GRADE},
    };
    sources->n = building->n[COR_KIND_SOURCE];
    sources->ids = cor_build_ids(building, COR_KIND_SOURCE);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        *texts[i].text =
            cor_build_texts(building, COR_KIND_SOURCE, texts[i].field, NULL);
        if (*texts[i].text == NULL)
            return false;
    }
    return sources->ids != NULL;
}

static bool build_points(struct cor_building *building)
{
    struct cor_places *places = &building->scenario->places;
    places->at = building->draft->at;
    if (building->all_count)
        return true;
    struct cor_point *at =
        cor_arena_array(building->arena, struct cor_point, places->n);
    uint32_t n = 0;
    if (at == NULL)
        return false;
    COR_CHECK_EACH(building->draft, COR_KIND_PLACE, place)
    at[n++] = building->draft->at[place];
    places->at = at;
    return true;
}

bool cor_build_places(struct cor_building *building)
{
    struct cor_places *places = &building->scenario->places;
    const enum cor_kind kind = COR_KIND_PLACE;
    places->n = building->n[kind];
    places->ids = cor_build_ids(building, kind);
    if (places->ids == NULL || !build_points(building))
        return false;
    places->name = cor_build_texts(building, kind, COR_PLACE_NAME, places->ids);
    places->name_local =
        cor_build_texts(building, kind, COR_PLACE_NAME_LOCAL, NULL);
    places->country = cor_build_targets(building, kind, COR_PLACE_COUNTRY);
    places->kind = cor_build_indices(building, kind, COR_PLACE_KIND);
    places->label_at = cor_build_indices(building, kind, COR_PLACE_LABEL);
    places->source = cor_build_targets(building, kind, COR_PLACE_SOURCE);
    return places->name != NULL && places->name_local != NULL &&
           places->country != NULL && places->kind != NULL &&
           places->label_at != NULL && places->source != NULL;
}
