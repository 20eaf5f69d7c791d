/* model/check_ground.h -- links held against a base map. */
#ifndef MODEL_CHECK_GROUND_H
#define MODEL_CHECK_GROUND_H

#include <corridor/model/load.h>

#include "model/draft.h"

/**
 * Warn of ships on land, and of trains and trucks on water, as far as the
 * grounds to load with can tell.
 *
 * draft   checked, without errors
 * Errors  COR_NO_MEMORY
 * Cost    as cor_landwater_measure for every link on land or water
 */
COR_CHECKED enum cor_status cor_check_ground(struct cor_draft *draft,
                                             const struct cor_load *how,
                                             struct cor_error *err);

#endif
