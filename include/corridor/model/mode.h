/* corridor/model/mode.h -- the modes of transport: one row each. */
#ifndef COR_MODEL_MODE_H
#define COR_MODEL_MODE_H

#include <corridor/base/text.h>

/** What a mode moves on or in; the base map is held against it. */
enum cor_medium { COR_ON_LAND, COR_ON_WATER, COR_IN_AIR, COR_IN_PIPE };

/** A mode. Scenarios may add modes of their own, which move anywhere. */
struct cor_mode {
    const char *name;  /* as written in files: "rail" */
    const char *title; /* as shown to people: "Rail" */
    enum cor_medium medium;
    bool has_gauge;
};

/** The modes every scenario knows, numbered as in this list. */
enum {
    COR_MODE_RAIL,
    COR_MODE_ROAD,
    COR_MODE_FERRY,
    COR_MODE_SEA,
    COR_MODE_INLAND_WATERWAY,
    COR_MODE_AIR,
    COR_MODE_PIPELINE,
    COR_N_MODE
};
extern const struct cor_mode cor_modes[COR_N_MODE];

#endif
