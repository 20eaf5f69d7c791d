/* sim/changes.h -- sentences about what differs between two scenarios. */
#ifndef COR_SIM_CHANGES_H
#define COR_SIM_CHANGES_H

#include <corridor/sim/compare.h>

/** Sentences in the making. */
struct cor_change_list {
    const struct cor_scenario *before, *after;
    struct cor_arena *arena;
    const char **sentence; /* [n] */
    size_t n, capacity;
    bool has_failed; /* for want of memory; nothing more is added */
};

/** Add a sentence; NULL is a want of memory. */
void cor_changes_add(struct cor_change_list *list, const char *sentence);

#define COR_CHANGES_SAY(list, ...) \
    cor_changes_add((list), cor_text_print((list)->arena, __VA_ARGS__))

/** How a number is shown. */
struct cor_change_unit {
    const char *name; /* "h" */
    double units;     /* of the library's unit in one shown */
};

/** What a sentence is about: "the time of link a-b". */
struct cor_change_subject {
    const char *what, *of;
    const char *id; /* NULL: `of` has none */
};

/** Say, if they differ, that the subject is the one "instead of" the other;
 *  NAN is "unknown". */
void cor_changes_number(struct cor_change_list *list,
                        struct cor_change_subject subject,
                        double before,
                        double after,
                        struct cor_change_unit unit);

/** Likewise for text. */
void cor_changes_text(struct cor_change_list *list,
                      struct cor_change_subject subject,
                      const char *before,
                      const char *after);

/** Likewise for dates; COR_NO_DATE is "not stated". */
void cor_changes_date(struct cor_change_list *list,
                      struct cor_change_subject subject,
                      cor_date before,
                      cor_date after);

/** "3 links are added: a, b and c": the names that `other` does not have. */
void cor_changes_missing(struct cor_change_list *list,
                         const struct cor_names *names,
                         const struct cor_names *other,
                         const char *kind,
                         const char *what_happened);

/** The number of a name in the other scenario, or COR_NONE. */
uint32_t cor_changes_match(const struct cor_names *names,
                           uint32_t number,
                           const struct cor_names *other);

/** The parts of cor_compare_scenarios. */
void cor_changes_places(struct cor_change_list *list);
void cor_changes_links(struct cor_change_list *list);
void cor_changes_transfers(struct cor_change_list *list);
void cor_changes_borders(struct cor_change_list *list);
void cor_changes_services(struct cor_change_list *list);
void cor_changes_defaults(struct cor_change_list *list);
void cor_changes_corridors(struct cor_change_list *list);

#endif
