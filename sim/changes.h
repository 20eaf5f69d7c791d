/* sim/changes.h -- sentences about what differs between two scenarios. */
#ifndef COR_SIM_CHANGES_H
#define COR_SIM_CHANGES_H

#include <corridor/sim/compare.h>

/** What a sentence is about: "link a-b". */
struct cor_change_subject {
    const char *of;   /* "link" */
    const char *id;   /* NULL: `of` has none */
    const char *sort; /* "ferry", of those told of together; or "" */
};

/** Something that changed about one record. */
struct cor_change_note {
    struct cor_change_subject subject;
    const char *phrase; /* "time 22 h → 33 h (+50 %)" */
    const char *factor; /* "time × 1.5", or NULL */
};

/** Sentences in the making. */
struct cor_change_list {
    const struct cor_scenario *before, *after;
    struct cor_arena *arena;
    const char **sentence; /* [n] */
    size_t n, capacity;
    struct cor_change_note *note; /* [n_note] that are no sentence yet */
    size_t n_note, note_capacity;
    bool has_failed; /* for want of memory; nothing more is added */
};

/** Add a sentence; NULL is a want of memory. */
void cor_changes_add(struct cor_change_list *list, const char *sentence);

#define COR_CHANGES_SAY(list, ...) \
    cor_changes_add((list), cor_text_print((list)->arena, __VA_ARGS__))

/**
 * Note that something changed about a record. Those of a sort that changed
 * alike, or by the same factor, become one sentence.
 *
 * phrase  NULL is a want of memory
 * factor  NULL: it is none that others may have in common
 */
void cor_changes_note(struct cor_change_list *list,
                      struct cor_change_subject subject,
                      const char *phrase,
                      const char *factor);

/** Make sentences of the notes so far, in the order they began. */
void cor_changes_flush(struct cor_change_list *list);

/** Names of a list that may be long: the first few, and a count. */
struct cor_change_names {
    const char *text; /* begins as ""; NULL for want of memory */
    unsigned n, n_named;
};

void cor_changes_name(struct cor_change_list *list,
                      struct cor_change_names *names,
                      const char *name);

/** "a, b and 3 more" */
const char *cor_changes_names(struct cor_change_list *list,
                              const struct cor_change_names *names);

/** "3 links are added: a, b, c", if there are any. */
void cor_changes_moved(struct cor_change_list *list,
                       const char *kind,
                       const struct cor_change_names *names,
                       const char *what_happened);

/** How a number is shown. */
struct cor_change_unit {
    const char *name; /* "h" */
    double units;     /* of the library's unit in one shown */
};

/** Note that a number, if it did, became another; NAN is "unknown". */
void cor_changes_number(struct cor_change_list *list,
                        struct cor_change_subject subject,
                        const char *what,
                        double before,
                        double after,
                        struct cor_change_unit unit);

/** Likewise for text. */
void cor_changes_text(struct cor_change_list *list,
                      struct cor_change_subject subject,
                      const char *what,
                      const char *before,
                      const char *after);

/** Likewise for dates on which something `happens`; COR_NO_DATE: never. */
void cor_changes_date(struct cor_change_list *list,
                      struct cor_change_subject subject,
                      const char *happens,
                      cor_date before,
                      cor_date after);

/** Say which names the other scenario does not have. */
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
