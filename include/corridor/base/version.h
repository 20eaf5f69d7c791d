/* corridor/base/version.h -- which version this is, and of what it stands on.
 */
#ifndef COR_BASE_VERSION_H
#define COR_BASE_VERSION_H

/** A library below this one and the version that is in use. */
struct cor_library {
    const char *name;
    const char *version; /* borrowed from the library; NULL: it is missing */
    const char *package; /* Debian's package that it comes with */
};

/** This library's version: "1.2.3". */
const char *cor_version(void);

#endif
