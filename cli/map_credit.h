/* cli/map_credit.h -- whom the numbers of a map are from. */
#ifndef CLI_MAP_CREDIT_H
#define CLI_MAP_CREDIT_H

#include <cli/evaluate.h>
#include <cli/json.h>

#include <corridor/render/map.h>

/** Values that a map shows, by their sources. */
struct cli_credit {
    const struct cor_scenario *scenario; /* that has the sources */
    const char *what;                    /* in English; NULL: not begun */
    uint32_t *n_by_source;               /* [sources.n] */
    uint32_t n;                          /* values */
    uint32_t n_weak, n_derived; /* that nobody published, and that were worked
                                   out from what others did */
};

/** Begin without values; `what` is a phrase of corridor/render/words.h. False
 *  for want of memory. */
bool cli_credit_begin(struct cli *cli,
                      struct cli_credit *out,
                      const struct cor_scenario *scenario,
                      const char *what);

/** Count a value of a source, or of COR_NONE. */
void cli_credit_add(struct cli_credit *credit, uint32_t source);

/** Credit the lengths of the journeys' links; without journeys the links of the
 *  network. `seen` has the ids of links that count already, as of panels. */
bool cli_credit_journeys(struct cli *cli,
                         struct cli_credit *out,
                         const struct cor_scenario *scenario,
                         const struct cli_journey *journey,
                         uint32_t n,
                         struct cor_names *seen);

/** Credit the members of a group that a map fills. */
bool cli_credit_members(struct cli *cli,
                        struct cli_credit *out,
                        const struct cor_scenario *scenario,
                        const struct cor_group *group);

/**
 * The credits in short form, for a map: publishers with years and licences,
 * those of most values first. Credits of one `what`, as of panels, are joined.
 *
 * out       [*n], owned by the run
 * language  one that cor_words_known knows
 * Returns   false for want of memory
 */
bool cli_credit_list(struct cli *cli,
                     const struct cor_map_credit **out,
                     uint32_t *n,
                     const struct cli_credit *credit,
                     uint32_t n_credit,
                     const char *language);

/** A credit in full: every source, with the number of its values. */
json_t *cli_credit_json(struct cli *cli, const struct cli_credit *credit);

#endif
