/* What places are called in the languages of the map. */
#include "render/names.h"
#include "render/say.h"

#include <string.h>

/* The rows of a kind in the base map's table that name things of the network,
   found once for all of them; NULL for want of memory. */
static const uint32_t *find_rows(struct cor_draft *draft,
                                 enum cor_label_kind kind,
                                 const char *const *name,
                                 uint32_t n)
{
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    struct cor_names ids;
    cor_names_init(&ids, draft->arena);
    uint32_t *row = cor_arena_array(draft->arena, uint32_t, n);
    uint32_t *row_of = cor_arena_array(draft->arena, uint32_t, labels->n);
    if (row == NULL || row_of == NULL)
        return NULL;
    for (uint32_t i = 0; i < labels->n; i++) {
        if (labels->kind[i] != kind)
            continue;
        const uint32_t id = cor_names_add(&ids, cor_text_of(labels->id[i]));
        if (id == COR_NONE)
            return NULL;
        row_of[id] = i;
    }
    for (uint32_t i = 0; i < n; i++) {
        const uint32_t id = name[i] == NULL
                                ? COR_NONE
                                : cor_names_find(&ids, cor_text_of(name[i]));
        row[i] = id == COR_NONE ? COR_NONE : row_of[id];
    }
    return row;
}

/* The column of a language in the table of the base map, or COR_NONE. */
static uint32_t column_of(const struct cor_draft *draft, const char *language)
{
    if (draft->basemap == NULL)
        return COR_NONE;
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    for (uint32_t i = 0; i < labels->n_language; i++)
        if (strcmp(labels->language[i], language) == 0)
            return i;
    return COR_NONE;
}

/* What a thing is called in a language; NULL: the table does not say. `rows`
   are those of its kind, found when they are asked for. */
static const char *from_table(struct cor_draft *draft,
                              const char *language,
                              const uint32_t **rows,
                              enum cor_label_kind kind,
                              const char *const *name,
                              uint32_t n,
                              uint32_t i)
{
    const uint32_t column = column_of(draft, language);
    if (column == COR_NONE || name == NULL)
        return NULL;
    if (*rows == NULL)
        *rows = find_rows(draft, kind, name, n);
    if (*rows == NULL)
        draft->pen.status = COR_NO_MEMORY;
    if (*rows == NULL || (*rows)[i] == COR_NONE)
        return NULL;
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    const char *found = labels->name[(*rows)[i] * labels->n_language + column];
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
    const char *found =
        from_table(draft, language, &draft->place_row, COR_LABEL_PLACE,
                   places->name, places->n, place);
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
    if (i == 1 && strcmp(how->language[0], "local") == 0 && how->n_language > 1)
        names.second = name_in(draft, place, how->language[1]);
    for (; i < how->n_language; i++)
        if (strcmp(how->language[i], "local") == 0)
            names.second = places->name_local[place];
    if (names.second != NULL && cor_type_alike(names.name, names.second)) {
        const char *local = places->name_local[place];
        names.name = local != NULL ? local : names.name;
        names.second = NULL;
    }
    return names;
}

const char *cor_country_name(struct cor_draft *draft, const char *code)
{
    static const char *const plain[] = {"en"};
    const struct cor_map_options *how = draft->how;
    const bool is_plain = how->n_language == 0;
    const uint32_t n = is_plain ? 1 : how->n_language;
    for (uint32_t l = 0; l < n; l++) {
        const uint32_t column =
            column_of(draft, is_plain ? plain[0] : how->language[l]);
        for (uint32_t i = 0; column != COR_NONE && i < draft->basemap->label.n;
             i++) {
            const struct cor_basemap_labels *labels = &draft->basemap->label;
            if (labels->kind[i] == COR_LABEL_COUNTRY &&
                strcmp(labels->id[i], code) == 0)
                return labels->name[i * labels->n_language + column];
        }
    }
    return code;
}

const char *cor_line_name(struct cor_draft *draft, uint32_t link)
{
    const struct cor_links *links = &draft->scenario->links;
    const char *plain = links->name != NULL ? links->name[link] : NULL;
    const struct cor_map_options *how = draft->how;
    for (uint32_t i = 0; i < how->n_language; i++) {
        const char *language = how->language[i];
        const char *found =
            strcmp(language, "en") == 0
                ? plain
                : from_table(draft, language, &draft->line_row, COR_LABEL_LINE,
                             links->name, links->n, link);
        if (found != NULL)
            return found;
    }
    return plain;
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
