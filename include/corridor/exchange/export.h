/* corridor/exchange/export.h -- a scenario for other programs. */
#ifndef COR_EXCHANGE_EXPORT_H
#define COR_EXCHANGE_EXPORT_H

#include <corridor/exchange/format.h>
#include <corridor/model/load.h>

/** A scenario as sheets; all of it is owned by the arena. */
struct cor_export {
    const struct cor_scenario *scenario;
    struct cor_sheets layers; /* `node` and `link` with a column `geometry` and
                                 `geodesic_km`, and the tables beside them: the
                                 values that stand once policies chose */
    struct cor_sheets tables; /* our tables, as files said and ops left them:
                                 read again they give the same scenario */
    struct cor_text file;     /* the scenario file beside them */
    struct cor_text lost; /* values and tables that nobody reads and no sheet
                                 holds, in words; n 0: none */
    size_t n_left[3];     /* records of the scenario file that no table holds:
                         corridors, claims, modes with
                         defaults */
};

/**
 * Load a scenario as for cor_scenario_load, and make sheets of it.
 *
 * out     set only with COR_OK; owned by `arena`
 * report  also gets the notes of cor_export_write
 * Errors  as cor_scenario_load
 */
COR_CHECKED enum cor_status cor_export_load(struct cor_export *out,
                                            enum cor_load_state *state,
                                            const char *path,
                                            const struct cor_load *how,
                                            struct cor_report *report,
                                            struct cor_arena *arena,
                                            struct cor_error *err);

/**
 * Make the files of a format. What it cannot hold is counted in notes to the
 * report.
 *
 * files   gets them; owned by its arena
 * format  one that writes
 * Errors  COR_UNSUPPORTED, COR_NO_MEMORY, COR_BAD_INPUT
 */
COR_CHECKED enum cor_status cor_export_write(struct cor_files *files,
                                             const struct cor_export *export,
                                             const struct cor_format *format,
                                             struct cor_error *err);

#endif
