/* corridor/model/version.h -- the libraries that this layer stands on. */
#ifndef COR_MODEL_VERSION_H
#define COR_MODEL_VERSION_H

#include <corridor/base/version.h>

enum { COR_MODEL_N_LIBRARY = 1 };

/** libyaml, as it is linked now. */
void cor_model_libraries(struct cor_library out[COR_MODEL_N_LIBRARY]);

#endif
