/* corridor/base/report.h -- everything wrong with what users wrote, at once. */
#ifndef COR_BASE_REPORT_H
#define COR_BASE_REPORT_H

#include <corridor/base/text.h>

/** A file that was read, kept so that complaints can quote it. */
struct cor_source {
    const char *name; /* as users would name it */
    const char *bytes;
    size_t n; /* below UINT32_MAX */
};

/** A byte of a source. All zero: nowhere. */
struct cor_spot {
    const struct cor_source *source;
    uint32_t offset;
};

/** Line and column of a spot. Cost O(offset). */
struct cor_place cor_spot_place(struct cor_spot spot);

enum cor_severity { COR_ERROR, COR_WARNING, COR_NOTE };

/** One complaint. */
struct cor_diagnostic {
    enum cor_severity severity;
    const char *code; /* lower-case words joined by '-', stable */
    struct cor_place place;
    const char *message;    /* one sentence, without a final dot */
    const char *suggestion; /* one sentence, or NULL */
    const char *line;       /* the source line, escaped and cut; or NULL */
    uint32_t caret;         /* characters of `line` before the spot */
};

/**
 * Complaints in the order they were made. Texts are owned by the arena.
 * After COR_REPORT_KEPT of them an error takes the place of the last that is
 * none; the rest are only counted.
 */
struct cor_report {
    struct cor_arena *arena;
    struct cor_diagnostic *item; /* [n] */
    size_t n, capacity;
    size_t n_error, n_warning, n_note; /* also those that were not kept */
    struct cor_spot counted; /* where lines were counted to the last time, */
    uint32_t n_line;         /* and how many ended before it */
};

/** The most complaints a report keeps. */
enum { COR_REPORT_KEPT = 1000 };

/** Begin an empty report; `arena` is borrowed as long as it is used. */
void cor_report_init(struct cor_report *report, struct cor_arena *arena);

/**
 * Add a complaint. What users wrote is escaped where it is quoted: hand it over
 * with %s, never as the format.
 *
 * report      for want of memory the complaint is still counted
 * code        borrowed for ever: a literal
 * spot        all zero when it concerns no file
 * suggestion  copied; NULL or empty: none
 */
__attribute__((format(printf, 6, 7))) void
cor_report_add(struct cor_report *report,
               enum cor_severity severity,
               const char *code,
               struct cor_spot spot,
               const char *suggestion,
               const char *format,
               ...);

/** "did you mean 'x'?" in the arena, or NULL when nothing is near. */
const char *cor_report_nearest(struct cor_report *report,
                               struct cor_text written,
                               const char *const *candidates,
                               size_t n);

/** Put complaints in the order of file, line and column; stable. */
void cor_report_sort(struct cor_report *report);

#endif
