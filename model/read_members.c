#include "model/read_record.h"

/* The name of the group that a record is. */
static struct cor_text id_of(const struct cor_draft *draft, uint32_t group)
{
    const struct cor_draft_column *column =
        cor_draft_column(draft, COR_KIND_GROUP, COR_GROUP_ID);
    return cor_text_of(draft->names[COR_SPACE_GROUP].name[column->word[group]]);
}

static bool begin(const struct cor_reader *reader,
                  uint32_t *member,
                  uint32_t group,
                  const struct cor_yaml_node *country)
{
    struct cor_draft *draft = reader->draft;
    const uint32_t spot = cor_read_spot(reader, country);
    return cor_draft_record(member, draft, COR_KIND_MEMBER, spot) &&
           cor_draft_set(draft, COR_KIND_MEMBER, *member, COR_MEMBER_GROUP,
                         id_of(draft, group), spot) &&
           cor_draft_set(draft, COR_KIND_MEMBER, *member, COR_MEMBER_COUNTRY,
                         country->text, spot);
}

/* CN: 2001, or CN: {joined: 2001-06-15, source: s1} */
static bool read_member(const struct cor_reader *reader,
                        uint32_t group,
                        const struct cor_yaml_node *country,
                        const struct cor_yaml_node *value)
{
    uint32_t member;
    if (!begin(reader, &member, group, country))
        return false;
    if (value->type == COR_YAML_MAP)
        return cor_read_fields(reader, COR_KIND_MEMBER, member, value);
    return !cor_read_expect(reader, value, COR_YAML_SCALAR, "members") ||
           cor_draft_set(reader->draft, COR_KIND_MEMBER, member,
                         COR_MEMBER_JOINED, value->text,
                         cor_read_spot(reader, value));
}

/* [CN, KZ]: since when is not said. */
static bool read_list(const struct cor_reader *reader,
                      uint32_t group,
                      const struct cor_yaml_node *list)
{
    uint32_t member;
    for (const struct cor_yaml_node *item = cor_yaml_first(reader->yaml, list);
         item != NULL; item = cor_yaml_next(reader->yaml, item))
        if (cor_read_expect(reader, item, COR_YAML_SCALAR, "members") &&
            !begin(reader, &member, group, item))
            return false;
    return true;
}

bool cor_read_members(const struct cor_reader *reader,
                      uint32_t group,
                      const struct cor_yaml_node *value)
{
    if (!cor_draft_set_void(reader->draft, COR_KIND_GROUP, group,
                            COR_GROUP_MEMBERS, cor_read_spot(reader, value)))
        return false;
    if (value->type == COR_YAML_LIST)
        return read_list(reader, group, value);
    if (!cor_read_expect(reader, value, COR_YAML_MAP, "members"))
        return true;
    COR_READ_PAIRS(reader->yaml, value, country, since)
    {
        if (!read_member(reader, group, country, since))
            return false;
    }
    return true;
}
