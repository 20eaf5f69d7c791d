#include <corridor/model/mode.h>

const struct cor_mode cor_modes[COR_N_MODE] = {
    [COR_MODE_RAIL] = {"rail", "Rail", COR_ON_LAND, true},
    [COR_MODE_ROAD] = {"road", "Road", COR_ON_LAND, false},
    [COR_MODE_FERRY] = {"ferry", "Ferry", COR_ON_WATER, false},
    [COR_MODE_SEA] = {"sea", "Sea", COR_ON_WATER, false},
    [COR_MODE_INLAND_WATERWAY] = {"inland-waterway", "Inland waterway",
                                  COR_ON_WATER, false},
    [COR_MODE_AIR] = {"air", "Air", COR_IN_AIR, false},
    [COR_MODE_PIPELINE] = {"pipeline", "Pipeline", COR_IN_PIPE, false},
};
