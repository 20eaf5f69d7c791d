#include "model/build.h"

#include <math.h>

static uint32_t group_of(const struct cor_building *building, uint32_t member)
{
    return cor_build_target(building, COR_KIND_MEMBER, COR_MEMBER_GROUP,
                            member);
}

static struct cor_member build_member(const struct cor_building *building,
                                      uint32_t record)
{
    const struct cor_draft *draft = building->draft;
    return (struct cor_member){
        .country = cor_build_target(building, COR_KIND_MEMBER,
                                    COR_MEMBER_COUNTRY, record),
        .joined =
            cor_draft_date(draft, COR_KIND_MEMBER, COR_MEMBER_JOINED, record),
        .left = cor_draft_date(draft, COR_KIND_MEMBER, COR_MEMBER_LEFT, record),
        .source = cor_build_target(building, COR_KIND_MEMBER, COR_MEMBER_SOURCE,
                                   record),
    };
}

/* All members in one array, those of a group side by side. */
static bool build_members(struct cor_building *building,
                          struct cor_group *group,
                          uint32_t n)
{
    struct cor_member *list = cor_arena_array(
        building->arena, struct cor_member, building->n[COR_KIND_MEMBER]);
    struct cor_member **end =
        cor_arena_array(building->draft->arena, struct cor_member *, n);
    if (list == NULL || end == NULL)
        return false;
    COR_CHECK_EACH(building->draft, COR_KIND_MEMBER, record)
    group[group_of(building, record)].n_member++;
    for (uint32_t i = 0; i < n; i++) {
        group[i].member = end[i] = list;
        list += group[i].n_member;
    }
    COR_CHECK_EACH(building->draft, COR_KIND_MEMBER, record)
    *end[group_of(building, record)]++ = build_member(building, record);
    return true;
}

static void build_box(struct cor_group *out,
                      const struct cor_building *building,
                      uint32_t record)
{
    double box[4];
    out->has_box = cor_draft_box(box, building->draft, COR_KIND_GROUP,
                                 COR_GROUP_WITHIN, record);
    if (!out->has_box)
        return;
    out->west = box[0];
    out->south = box[1];
    out->east = box[2];
    out->north = box[3];
}

static bool build_group(struct cor_group *out,
                        struct cor_building *building,
                        uint32_t record)
{
    const struct cor_draft *draft = building->draft;
    const char *id = cor_draft_id(draft, COR_KIND_GROUP, record);
    *out = (struct cor_group){
        .id = cor_text_copy(building->arena, cor_text_of(id)),
        .members_of = cor_build_target(building, COR_KIND_GROUP,
                                       COR_GROUP_MEMBERS_OF, record),
        .is_all =
            cor_draft_index(draft, COR_KIND_GROUP, COR_GROUP_ALL, record) != 0,
        .is_mainland = cor_draft_index(draft, COR_KIND_GROUP,
                                       COR_GROUP_MAINLAND, record) != 0,
        .population = cor_build_value(building, COR_KIND_GROUP,
                                      COR_GROUP_POPULATION, record),
        .area_m2 =
            cor_build_value(building, COR_KIND_GROUP, COR_GROUP_AREA, record),
        .source = cor_build_target(building, COR_KIND_GROUP, COR_GROUP_SOURCE,
                                   record),
    };
    build_box(out, building, record);
    if (out->id == NULL ||
        !cor_build_title(&out->title, &out->titles, building, COR_KIND_GROUP,
                         COR_GROUP_TITLE, record))
        return false;
    if (out->title == NULL)
        out->title = out->id;
    return true;
}

/* Members that are taken from another group. */
static void share_members(struct cor_group *group, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        const uint32_t other = group[i].members_of;
        if (other == COR_NONE)
            continue;
        group[i].member = group[other].member;
        group[i].n_member = group[other].n_member;
    }
}

/* What the last map says; the groups stand in `list`. */
static bool build_fills(struct cor_building *building,
                        const struct cor_group *list)
{
    struct cor_map_wish *map = &building->scenario->map;
    uint32_t record = COR_NONE;
    COR_CHECK_EACH(building->draft, COR_KIND_MAP, i)
    record = i;
    const uint32_t *number = NULL;
    if (record == COR_NONE)
        return true;
    if (!cor_build_list(&number, &map->n_fill, building, COR_KIND_MAP,
                        COR_MAP_FILL, record))
        return false;
    const struct cor_group **fill =
        cor_arena_array(building->arena, const struct cor_group *, map->n_fill);
    for (uint32_t i = 0; fill != NULL && i < map->n_fill; i++)
        fill[i] = &list[number[i]];
    map->fill = fill;
    return fill != NULL;
}

bool cor_build_groups(struct cor_building *building)
{
    struct cor_group *list = cor_arena_array(building->arena, struct cor_group,
                                             building->n[COR_KIND_GROUP]);
    uint32_t n = 0;
    if (list == NULL)
        return false;
    COR_CHECK_EACH(building->draft, COR_KIND_GROUP, record)
    if (!build_group(&list[n++], building, record))
        return false;
    building->scenario->group = list;
    building->scenario->n_group = n;
    if (!build_members(building, list, n))
        return false;
    share_members(list, n);
    return build_fills(building, list);
}

static bool build_facts(struct cor_country_facts *out,
                        struct cor_building *building,
                        uint32_t record)
{
    out->population = cor_build_value(building, COR_KIND_COUNTRY,
                                      COR_COUNTRY_POPULATION, record);
    out->area_m2 =
        cor_build_value(building, COR_KIND_COUNTRY, COR_COUNTRY_AREA, record);
    return cor_build_text(&out->population_year, building, COR_KIND_COUNTRY,
                          COR_COUNTRY_POPULATION_YEAR, record);
}

bool cor_build_country_facts(struct cor_building *building)
{
    const struct cor_draft *draft = building->draft;
    const uint32_t n = building->scenario->countries->n;
    struct cor_country_facts *facts =
        cor_arena_array(building->arena, struct cor_country_facts, n);
    if (facts == NULL)
        return false;
    for (uint32_t i = 0; i < n; i++)
        facts[i] =
            (struct cor_country_facts){{NAN, COR_NONE}, {NAN, COR_NONE}, NULL};
    COR_CHECK_EACH(draft, COR_KIND_COUNTRY, record)
    if (!build_facts(&facts[cor_build_target(building, COR_KIND_COUNTRY,
                                             COR_COUNTRY_ID, record)],
                     building, record))
        return false;
    building->scenario->country_facts = facts;
    return true;
}
