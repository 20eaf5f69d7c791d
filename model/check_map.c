/* What the ground of a map may be: a word for how much of the network, and
   modes. */
#include "model/check.h"

#include <corridor/model/mode.h>
#include <corridor/model/scenario.h>

const char *const cor_map_networks[] = {"auto", "all", "none", NULL};

enum cor_map_network cor_map_network_named(struct cor_text word)
{
    uint32_t i = 0;
    while (i < COR_N_NETWORK &&
           !cor_text_equal(word, cor_text_of(cor_map_networks[i])))
        i++;
    return (enum cor_map_network)i;
}

static bool is_mode(const struct cor_draft *draft, struct cor_text word)
{
    const uint32_t mode = cor_names_find(&draft->names[COR_SPACE_MODE], word);
    return mode != COR_NONE && draft->mode_in_use[mode];
}

static const char *near_word(struct cor_draft *draft, struct cor_text word)
{
    if (draft->report->n >= COR_REPORT_KEPT)
        return NULL;
    const char *near = cor_report_nearest(
        draft->report, word, draft->names[COR_SPACE_MODE].name, COR_N_MODE);
    return near != NULL ? near
                        : cor_report_nearest(draft->report, word,
                                             cor_map_networks, COR_N_NETWORK);
}

/* A word for how much is one only; modes may stand beside it. */
static void judge_network(struct cor_draft *draft, uint32_t map)
{
    const struct cor_draft_list list =
        cor_draft_list(draft, COR_KIND_MAP, COR_MAP_NETWORK, map);
    uint32_t n_word = 0;
    for (uint32_t i = list.first; i < list.first + list.n; i++) {
        const struct cor_draft_item *item = &draft->item[i];
        if (item->word == COR_NONE)
            continue;
        const char *name = cor_draft_name(draft, COR_SPACE_WORD, item->word);
        const struct cor_text word = cor_text_of(name);
        if (cor_map_network_named(word) != COR_N_NETWORK && ++n_word > 1)
            COR_CHECK_ADD(draft, COR_ERROR, "two-networks", item->spot,
                          "leave one of them out",
                          "'%s' stands beside another of auto, all and none",
                          name);
        else if (cor_map_network_named(word) == COR_N_NETWORK &&
                 !is_mode(draft, word))
            COR_CHECK_ADD(draft, COR_ERROR, "unknown-mode", item->spot,
                          near_word(draft, word),
                          "'%s' is no mode, nor auto, all or none", name);
    }
}

/* As render/theme.c draws them. */
static const char *const themes[] = {"light", "dark", "print"};

static const char *const languages[] = {"en", "ru", "zh", "local"};

static bool is_among(struct cor_text word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (cor_text_equal(word, cor_text_of(list[i])))
            return true;
    return false;
}

#define COUNT(LIST) (sizeof(LIST) / sizeof *(LIST))

static void judge_theme(struct cor_draft *draft, uint32_t map)
{
    const struct cor_draft_column *column =
        cor_draft_column(draft, COR_KIND_MAP, COR_MAP_THEME);
    if (cor_draft_at(draft, COR_KIND_MAP, COR_MAP_THEME, map) == 0)
        return;
    const struct cor_text theme = column->text[map];
    if (!is_among(theme, themes, COUNT(themes)))
        COR_CHECK_ADD(
            draft, COR_ERROR, "unknown-theme", column->spot[map],
            cor_report_nearest(draft->report, theme, themes, COUNT(themes)),
            "there is no theme '%s'; there are light, dark and print",
            cor_draft_quote(draft, theme));
}

static void judge_languages(struct cor_draft *draft, uint32_t map)
{
    const struct cor_draft_list list =
        cor_draft_list(draft, COR_KIND_MAP, COR_MAP_LANGUAGES, map);
    for (uint32_t i = list.first; i < list.first + list.n; i++) {
        const struct cor_draft_item *item = &draft->item[i];
        if (item->word == COR_NONE)
            continue;
        const char *name = cor_draft_name(draft, COR_SPACE_WORD, item->word);
        const struct cor_text word = cor_text_of(name);
        if (!is_among(word, languages, COUNT(languages)))
            COR_CHECK_ADD(draft, COR_ERROR, "unknown-language", item->spot,
                          cor_report_nearest(draft->report, word, languages,
                                             COUNT(languages)),
                          "maps speak en, ru, zh and local, not '%s'", name);
    }
}

/* As many hatches can be told apart. */
enum { MOST_FILLS = 4 };

static void judge_fill(struct cor_draft *draft, uint32_t map)
{
    const struct cor_draft_list list =
        cor_draft_list(draft, COR_KIND_MAP, COR_MAP_FILL, map);
    if (list.n > MOST_FILLS)
        COR_CHECK_ADD(draft, COR_ERROR, "too-many-fills",
                      draft->item[list.first + MOST_FILLS].spot, NULL,
                      "a map tells at most %d groups apart", MOST_FILLS);
}

bool cor_check_map(struct cor_draft *draft)
{
    COR_CHECK_EACH(draft, COR_KIND_MAP, map)
    {
        cor_check_box(draft, COR_KIND_MAP, COR_MAP_EXTENT, map);
        judge_network(draft, map);
        judge_fill(draft, map);
        judge_theme(draft, map);
        judge_languages(draft, map);
    }
    return true;
}
