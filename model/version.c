#include <corridor/model/version.h>

#include <yaml.h>

void cor_model_libraries(struct cor_library out[COR_MODEL_N_LIBRARY])
{
    out[0] = (struct cor_library){"libyaml", yaml_get_version_string(),
                                  "libyaml-dev"};
}
