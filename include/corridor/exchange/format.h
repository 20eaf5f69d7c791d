/* corridor/exchange/format.h -- the formats that networks come and go in.
 *
 * To add one, write exchange/format_<name>.c and its name in
 * exchange/meson.build; all else reads the list. What a format takes from other
 * libraries is begun when it is used, never when the program starts.
 */
#ifndef COR_EXCHANGE_FORMAT_H
#define COR_EXCHANGE_FORMAT_H

#include <corridor/exchange/sheet.h>

/** A file to be written; kept in memory until all of them are there. */
struct cor_file {
    const char *name; /* inside the folder to be written; NULL: the only one,
                         whose path the user names */
    const char *bytes;
    size_t n;
};

/** The files that a writer made; owned by the arena. */
struct cor_files {
    struct cor_arena *arena;
    size_t n, capacity;
    struct cor_file *file; /* [n] */
};

/** Begin without files; the arena is borrowed. */
void cor_files_init(struct cor_files *files, struct cor_arena *arena);

/** Add a file; its name and bytes are borrowed. */
COR_CHECKED enum cor_status cor_files_add(struct cor_files *files,
                                          struct cor_file file,
                                          struct cor_error *err);

/** A format. */
struct cor_format {
    const char *name;           /* as --format has it: "geojson" */
    const char *title;          /* "GeoJSON (RFC 7946)" */
    const char *const *endings; /* of file names, NULL-ended: ".geojson" */
    bool reads_folder, writes_folder; /* of several files; not just one */
    const char *const *holds;         /* the sheets that `write` writes,
                                         NULL-ended; NULL: all */

    /**
     * Fill sheets from a file or folder; NULL: this format is only written.
     *
     * What cannot be read is complained of to `sheets->report`, with the place
     * of the row or feature, and the rest is read, so that everything wrong is
     * said at once. Rows come in the order of the file. A sheet of points or
     * lines has them as well-known text in its column `geometry`. Reading is
     * bounded: at most COR_FORMAT_LARGEST bytes, COR_SHEET_COLUMNS columns and
     * COR_SHEET_CELLS cells.
     *
     * path     as the user names it, a file or, with `reads_folder`, a folder
     * Errors   COR_CANNOT_READ: the path itself; COR_BAD_INPUT: nothing could
     *          be read, and the report may say why; COR_UNSUPPORTED: this
     *          build lacks what the format takes; COR_NO_MEMORY
     */
    enum cor_status (*read)(struct cor_sheets *sheets,
                            const char *path,
                            struct cor_error *err);

    /**
     * Make the files of sheets, which are those of cor_export_sheets: `node`
     * with points and `link` with lines, in the columns of our tables and a
     * column `geometry`, and the tables beside them; NULL: this format is only
     * read. What else it cannot hold than the sheets that `holds` leaves out
     * is counted in notes "not-exported" to `sheets->report`.
     *
     * Errors   COR_UNSUPPORTED, COR_NO_MEMORY, COR_BAD_INPUT
     */
    enum cor_status (*write)(struct cor_files *files,
                             const struct cor_sheets *sheets,
                             struct cor_error *err);
};

/** The largest file that is read whole, in bytes. */
#define COR_FORMAT_LARGEST ((size_t)1 << 30)

/** Every format of this build; the last is NULL. */
extern const struct cor_format *const cor_formats[];

/** The format of that name, or NULL. */
const struct cor_format *cor_format_named(const char *name);

/**
 * The format of what a path names: a folder with GMNS tables, or a file by the
 * ending of its name. NULL: it cannot be told.
 */
const struct cor_format *cor_format_of(const char *path);

#endif
