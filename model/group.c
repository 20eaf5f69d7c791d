#include <corridor/model/group.h>

static bool is_on(const struct cor_member *member, cor_date as_of)
{
    if (as_of == COR_NO_DATE)
        return member->left == COR_NO_DATE;
    return (member->joined == COR_NO_DATE || member->joined <= as_of) &&
           (member->left == COR_NO_DATE || as_of < member->left);
}

bool cor_group_has(const struct cor_group *group,
                   uint32_t country,
                   cor_date as_of)
{
    for (uint32_t i = 0; i < group->n_member; i++)
        if (group->member[i].country == country &&
            is_on(&group->member[i], as_of))
            return true;
    return false;
}
