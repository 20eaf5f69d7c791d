#include <corridor/base/version.h>

const char *cor_version(void)
{
    return COR_VERSION;
}
