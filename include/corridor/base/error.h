/* corridor/base/error.h -- how a call says that it failed, and why. */
#ifndef COR_BASE_ERROR_H
#define COR_BASE_ERROR_H

#include <stdint.h>

/** Marks a function whose result its caller must look at. */
#define COR_CHECKED __attribute__((warn_unused_result))

enum cor_status {
    COR_OK = 0,
    COR_NO_MEMORY,    /* an arena's limit or the machine's */
    COR_BAD_INPUT,    /* what users wrote, or a value outside its domain */
    COR_UNKNOWN_NAME, /* a name that the scenario does not have */
    COR_CANNOT_READ,
    COR_CANNOT_WRITE,
    COR_UNSUPPORTED, /* this build or this machine lacks what it takes */
    COR_INTERNAL,    /* a fault of this library or of one below it */
};

/** A place in a file. All zero: none is known. */
struct cor_place {
    const char *file; /* borrowed, must outlive the place */
    uint32_t line;    /* from 1; 0: the file as a whole */
    uint32_t column;  /* in characters, from 1; 0: the line as a whole */
};

/**
 * The first failure of a call. Start from all zero and hand its address on; a
 * failure already recorded stays, since what fails first is the cause.
 */
struct cor_error {
    enum cor_status code;
    struct cor_place place;     /* where users must look */
    struct cor_place raised_at; /* where this library noticed */
    char text[256];             /* one sentence, without a final dot */
};

/**
 * Record a failure unless one is recorded; use COR_FAIL or COR_FAIL_AT, which
 * fill in `raised_at`.
 *
 * err     NULL: only the status is wanted
 * code    not COR_OK
 * format  as for printf, of whole numbers and text only, since fractions would
 *         follow the locale; control characters and bytes that are not UTF-8
 *         are escaped, what does not fit is cut off
 * Returns code, so that a call can be failed and left in one statement
 */
__attribute__((format(printf, 5, 6))) enum cor_status
cor_error_set(struct cor_error *err,
              enum cor_status code,
              struct cor_place place,
              struct cor_place raised_at,
              const char *format,
              ...);

/** Fail because of what stands at `place`; gives `code`. */
#define COR_FAIL_AT(err, code, place, ...) \
    cor_error_set((err), (code), (place),  \
                  (struct cor_place){__FILE__, __LINE__, 0}, __VA_ARGS__)

/** Fail for a reason that stands in no file; gives `code`. */
#define COR_FAIL(err, code, ...) \
    COR_FAIL_AT(err, code, (struct cor_place){0}, __VA_ARGS__)

/** Fail for want of memory; gives COR_NO_MEMORY. */
#define COR_FAIL_MEMORY(err) COR_FAIL(err, COR_NO_MEMORY, "out of memory")

#endif
