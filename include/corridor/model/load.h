/* corridor/model/load.h -- from files to a scenario. */
#ifndef COR_MODEL_LOAD_H
#define COR_MODEL_LOAD_H

#include <corridor/model/scenario.h>

struct cor_landwater;

/** Land and water, as far as a base map tells. */
struct cor_ground {
    struct cor_landwater *oracle;
    double west, south, east, north; /* degrees that it covers */
};

/** How to load; all zero is a good start but for `as_of`. */
struct cor_load {
    const char *root;  /* folder that files read must stay in; NULL: the parent
                         of the scenario's folder */
    cor_date as_of;    /* stands instead of the scenario's; COR_NO_DATE: none */
    const char *flows; /* a table of flows beside the scenario's own, of which
                          it replaces what is of the same; NULL: none */
    enum cor_policy policy; /* stands instead of the scenario's own for rival
                               values; COR_POLICY_NONE: none */
    uint32_t n_ground;      /* to warn of ships on land and trains on water */
    const struct cor_ground *ground; /* [n_ground] a link is held against the
                                        first that covers all of it */
};

/** Whether what stands at a path could be read at all. */
enum cor_load_state {
    COR_LOAD_UNREADABLE, /* not UTF-8, not YAML, no table */
    COR_LOAD_FAULTY,     /* read, and the report says what is wrong */
    COR_LOAD_GOOD,
};

/**
 * Read a scenario file, a folder with GMNS tables, or the standard input for
 * "-"; check all of it, and build the scenario if nothing is wrong.
 *
 * out     set only with COR_OK; owned by `arena`
 * state   set always
 * report  gets every complaint, in the order of file, line and column
 * Errors  COR_BAD_INPUT: the report has errors; COR_CANNOT_READ: the file at
 *         `path` itself; COR_NO_MEMORY
 * Cost    O(bytes read)
 */
COR_CHECKED enum cor_status cor_scenario_load(const struct cor_scenario **out,
                                              enum cor_load_state *state,
                                              const char *path,
                                              const struct cor_load *how,
                                              struct cor_report *report,
                                              struct cor_arena *arena,
                                              struct cor_error *err);

/**
 * Load a scenario file from memory.
 *
 * name  what complaints call it; paths in it begin at the working folder, and
 *       without `how->root` must stay in the parent of that
 * text  at most 64 MB, and a zero byte need not follow; borrowed for the call
 * The rest as for cor_scenario_load.
 */
COR_CHECKED enum cor_status
cor_scenario_load_text(const struct cor_scenario **out,
                       enum cor_load_state *state,
                       const char *name,
                       struct cor_text text,
                       const struct cor_load *how,
                       struct cor_report *report,
                       struct cor_arena *arena,
                       struct cor_error *err);

/**
 * Load a folder of tables from memory, as if its files lay in a folder.
 *
 * name  what complaints call the folder
 * file  [n] named as in the folder ("node.csv"); others than tables are passed
 *       over; borrowed for the call
 * The rest as for cor_scenario_load; COR_CANNOT_READ: a table is missing.
 */
COR_CHECKED enum cor_status
cor_scenario_load_tables(const struct cor_scenario **out,
                         enum cor_load_state *state,
                         const char *name,
                         const struct cor_source *file,
                         size_t n,
                         const struct cor_load *how,
                         struct cor_report *report,
                         struct cor_arena *arena,
                         struct cor_error *err);

#endif
