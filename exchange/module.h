/* exchange/module.h -- formats whose work a module does. */
#ifndef EXCHANGE_MODULE_H
#define EXCHANGE_MODULE_H

#include <corridor/exchange/format.h>

/* As cor_format's read, by the module's format of that name. */
COR_CHECKED enum cor_status cor_module_read(struct cor_sheets *sheets,
                                            const char *name,
                                            const char *path,
                                            struct cor_error *err);

/* As cor_format's write. */
COR_CHECKED enum cor_status cor_module_write(struct cor_files *files,
                                             const char *name,
                                             const struct cor_sheets *sheets,
                                             struct cor_error *err);

/* The two as functions of a format. */
#define COR_MODULE_READ(format)                                              \
    static enum cor_status read(struct cor_sheets *sheets, const char *path, \
                                struct cor_error *err)                       \
    {                                                                        \
        return cor_module_read(sheets, format, path, err);                   \
    }
#define COR_MODULE_WRITE(format)                                  \
    static enum cor_status write(struct cor_files *files,         \
                                 const struct cor_sheets *sheets, \
                                 struct cor_error *err)           \
    {                                                             \
        return cor_module_write(files, format, sheets, err);      \
    }

#endif
