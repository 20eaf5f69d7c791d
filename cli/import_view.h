/* cli/import_view.h -- what an import understood, for people and programs. */
#ifndef CLI_IMPORT_VIEW_H
#define CLI_IMPORT_VIEW_H

#include <cli/command.h>

#include <corridor/exchange/import.h>

/** An import, and what is wrong or odd about it. */
struct cli_import {
    struct cor_import import;
    struct cor_report report;
};

/** Tables: what is in it, which columns were read as what, what else was made
 *  of it, and what could not be used. */
enum cli_exit cli_import_text(struct cli *cli, const struct cli_import *view);

/** The same as corridor/import/1. */
enum cli_exit cli_import_json(struct cli *cli, const struct cli_import *view);

#endif
