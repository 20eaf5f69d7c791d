/* corridor/model/group.h -- groups of countries, and what is known of them. */
#ifndef COR_MODEL_GROUP_H
#define COR_MODEL_GROUP_H

#include <corridor/base/number.h>
#include <corridor/model/title.h>
#include <corridor/model/value.h>

/** A country in a group, for as long as it is. */
struct cor_member {
    uint32_t country;      /* into the scenario's countries */
    cor_date joined, left; /* its first day, and the first day without it;
                              COR_NO_DATE: not stated */
    uint32_t source;       /* into the scenario's sources, or COR_NONE */
};

/** Countries that people speak of together. */
struct cor_group {
    const char *id, *title; /* the title is the id where none is stated */
    struct cor_titles titles;
    uint32_t n_member;
    const struct cor_member *member; /* [n_member] in the order read */
    uint32_t members_of; /* the group that they are taken from, or COR_NONE */
    bool is_all;         /* every country of a base map, and land of none */
    bool is_mainland;    /* of their land only what hangs together with the
                         greatest piece of it */
    bool has_box; /* of their land only the pieces with their middle in: */
    double west, south, east, north;      /* degrees; west is above east across
                                            180 degrees */
    struct cor_value population, area_m2; /* published totals; NAN: not stated,
                                             its members' are summed */
    uint32_t source;
};

/** What was published of a country. */
struct cor_country_facts {
    struct cor_value population, area_m2;
    const char *population_year; /* may be NULL */
};

/** Whether a country is a member on a day; on COR_NO_DATE, if it has not left
 *  for good. */
bool cor_group_has(const struct cor_group *group,
                   uint32_t country,
                   cor_date as_of);

#endif
