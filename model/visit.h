/* model/visit.h -- a look at the draft of a scenario while it is loaded.
 *
 * A scenario keeps what answers need; a draft has everything that files said:
 * notes, and the source of each value. Who writes files looks at the draft.
 */
#ifndef MODEL_VISIT_H
#define MODEL_VISIT_H

#include <corridor/model/load.h>

#include "model/draft.h"

/** Called while a scenario is loaded, unless errors were found before; a status
 *  other than COR_OK ends the loading with it. */
struct cor_draft_visitor {
    void *with;
    /** All was read and ops are applied. Records that a later layer replaces
     *  are there still, and no policy has chosen among rivals. */
    enum cor_status (*read)(void *with,
                            const struct cor_draft *draft,
                            struct cor_error *err);
    /** Nothing is wrong with it; values are those that stand, and lines and
     *  rivals are found. */
    enum cor_status (*checked)(void *with,
                               const struct cor_draft *draft,
                               struct cor_error *err);
};

/** As cor_scenario_load, with a look at the draft; NULL: without. */
COR_CHECKED enum cor_status
cor_scenario_load_visited(const struct cor_scenario **out,
                          enum cor_load_state *state,
                          const char *path,
                          const struct cor_load *how,
                          const struct cor_draft_visitor *visitor,
                          struct cor_report *report,
                          struct cor_arena *arena,
                          struct cor_error *err);

#endif
