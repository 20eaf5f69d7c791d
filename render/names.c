/* What places are called in the languages of the map. */
#include "render/names.h"

#include <string.h>

/* The rows of the base map's table that name the places of the network, found
   once for all of them; NULL for want of memory. */
static const uint32_t *find_rows(struct cor_draft *draft)
{
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    const struct cor_places *places = &draft->scenario->places;
    struct cor_names ids;
    cor_names_init(&ids, draft->arena);
    uint32_t *row = cor_arena_array(draft->arena, uint32_t, places->n);
    uint32_t *row_of = cor_arena_array(draft->arena, uint32_t, labels->n);
    if (row == NULL || row_of == NULL)
        return NULL;
    for (uint32_t i = 0; i < labels->n; i++) {
        if (labels->kind[i] != COR_LABEL_PLACE)
            continue;
        const uint32_t id = cor_names_add(&ids, cor_text_of(labels->id[i]));
        if (id == COR_NONE)
            return NULL;
        row_of[id] = i;
    }
    for (uint32_t i = 0; i < places->n; i++) {
        const uint32_t id = cor_names_find(&ids, cor_text_of(places->name[i]));
        row[i] = id == COR_NONE ? COR_NONE : row_of[id];
    }
    return row;
}

/* The name in a language from the table of the base map; NULL: none. */
static const char *
from_table(struct cor_draft *draft, uint32_t place, const char *language)
{
    if (draft->basemap == NULL)
        return NULL;
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    uint32_t column = 0;
    while (column < labels->n_language &&
           strcmp(labels->language[column], language) != 0)
        column++;
    if (column < labels->n_language && draft->name_row == NULL)
        draft->name_row = find_rows(draft);
    if (draft->name_row == NULL)
        draft->pen.status =
            column < labels->n_language ? COR_NO_MEMORY : draft->pen.status;
    if (column == labels->n_language || draft->name_row == NULL ||
        draft->name_row[place] == COR_NONE)
        return NULL;
    const char *found =
        labels->name[draft->name_row[place] * labels->n_language + column];
    return found[0] != '\0' ? found : NULL;
}

/* Where what is spoken is what is wanted, the local name is the name. */
static bool
is_spoken(const struct cor_draft *draft, uint32_t place, const char *language)
{
    static const char *const spoken[][2] = {{"ru", "RU"}, {"zh", "CN"}};
    const uint32_t country = draft->scenario->places.country[place];
    for (size_t i = 0; i < 2; i++)
        if (country != COR_NONE && strcmp(language, spoken[i][0]) == 0 &&
            strcmp(draft->scenario->countries->name[country], spoken[i][1]) ==
                0)
            return true;
    return false;
}

static const char *
name_in(struct cor_draft *draft, uint32_t place, const char *language)
{
    const struct cor_places *places = &draft->scenario->places;
    const char *local = places->name_local[place];
    if (strcmp(language, "en") == 0)
        return places->name[place];
    if (strcmp(language, "local") == 0)
        return local;
    const char *found = from_table(draft, place, language);
    return found == NULL && is_spoken(draft, place, language) ? local : found;
}

struct cor_place_names cor_place_names(struct cor_draft *draft, uint32_t place)
{
    const struct cor_map_options *how = draft->how;
    const struct cor_places *places = &draft->scenario->places;
    struct cor_place_names names = {0};
    uint32_t i = 0;
    for (; i < how->n_language && names.name == NULL; i++)
        names.name = name_in(draft, place, how->language[i]);
    names.is_fallback = how->n_language != 0 && (names.name == NULL || i > 1);
    if (names.name == NULL)
        names.name = places->name[place];
    for (; i < how->n_language; i++)
        if (strcmp(how->language[i], "local") == 0)
            names.second = places->name_local[place];
    if (names.second != NULL && strcmp(names.second, names.name) == 0)
        names.second = NULL;
    return names;
}

const char *
cor_journey_name(struct cor_draft *draft, uint32_t from, uint32_t to)
{
    return cor_draft_say_with(
        draft, "{1}–{2}",
        (const char *[COR_WORDS_VALUES]){cor_place_names(draft, from).name,
                                         cor_place_names(draft, to).name});
}

/* The bytes of the control character, or of the line or paragraph separator,
   that a text begins with; 0: it begins with none. */
static size_t control_at(const char *text)
{
    const unsigned char *at = (const unsigned char *)text;
    if ((at[0] != 0 && at[0] < 0x20) || at[0] == 0x7f)
        return 1;
    if (at[0] == 0xc2 && at[1] >= 0x80 && at[1] < 0xa0)
        return 2;
    const bool is_separator =
        at[0] == 0xe2 && at[1] == 0x80 && (at[2] == 0xa8 || at[2] == 0xa9);
    return is_separator ? 3 : 0;
}

/* A run of control characters becomes a blank, since nothing can show it. */
const char *cor_draft_clean(struct cor_draft *draft, const char *text)
{
    const char *at = text;
    while (*at != '\0' && control_at(at) == 0)
        at++;
    if (*at == '\0')
        return text;
    char *clean = cor_text_copy(draft->arena, cor_text_of(text));
    if (clean == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return "";
    }
    char *end = clean + (at - text);
    while (*at != '\0') {
        const size_t n = control_at(at);
        if (n == 0)
            *end++ = *at++;
        else if (end != clean && end[-1] != ' ')
            *end++ = ' ';
        at += n;
    }
    *end = '\0';
    return clean;
}
