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
    }
    return true;
}
