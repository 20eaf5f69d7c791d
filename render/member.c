/* Countries of a group, which have a colour of their own. */
#include "render/layers.h"

#include <corridor/model/group.h>

#include <stdlib.h>

bool cor_member_is(const struct cor_draft *draft, const char *code)
{
    const struct cor_group *group = draft->how->fill;
    const struct cor_scenario *scenario = draft->scenario;
    if (group == NULL || code[0] == '\0')
        return false;
    const uint32_t country =
        cor_names_find(scenario->countries, cor_text_of(code));
    return country != COR_NONE &&
           cor_group_has(group, country, scenario->as_of);
}

int cor_member_year(const struct cor_draft *draft,
                    const struct cor_member *member)
{
    char date[COR_DATE_SIZE];
    if (member->joined == COR_NO_DATE ||
        !cor_group_has(draft->how->fill, member->country,
                       draft->scenario->as_of))
        return 0;
    cor_date_format(date, member->joined);
    return (int)strtol(date, NULL, 10);
}
