#include <cli/command_list.h>
#include <cli/folder.h>
#include <cli/import_view.h>
#include <cli/options.h>
#include <cli/output.h>
#include <cli/scenario.h>

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct import_options {
    const char *mode, *snap, *crs, *title, *licence, *grade, *length_unit;
    struct cli_list columns;
};

static enum cli_exit
read_snap(struct cli *cli, struct cor_import_options *how, const char *text)
{
    struct cor_quantity snap;
    if (text == NULL)
        return CLI_ANSWERED;
    if (cor_quantity_parse(&snap, cor_text_of(text),
                           COR_DIM_SET(COR_DIM_LENGTH)) != COR_QUANTITY_GOOD ||
        !(snap.value > 0)) {
        cli_complain("import: --snap wants a distance such as '100 m', not "
                     "'%s'",
                     cli_shown(cli, text));
        return CLI_USAGE;
    }
    how->snap_m = snap.value;
    return CLI_ANSWERED;
}

/* "theirs=ours"; ours is judged where columns are known. */
static enum cli_exit read_names(struct cli *cli,
                                struct cor_import_options *how,
                                const struct cli_list *list)
{
    struct cor_import_name *name =
        cor_arena_array(&cli->arena, struct cor_import_name, list->n);
    if (name == NULL)
        return CLI_FAULT;
    for (size_t i = 0; i < list->n; i++) {
        char *theirs = cor_text_copy(&cli->arena, cor_text_of(list->item[i]));
        char *equals = theirs == NULL ? NULL : strrchr(theirs, '=');
        if (equals == NULL || equals == theirs || equals[1] == '\0') {
            cli_complain("import: --column wants THEIRS=OURS, not '%s'",
                         cli_shown(cli, list->item[i]));
            return CLI_USAGE;
        }
        *equals = '\0';
        name[i] = (struct cor_import_name){theirs, equals + 1};
    }
    how->name = name;
    how->n_name = list->n;
    return CLI_ANSWERED;
}

static enum cli_exit read_how(struct cli *cli,
                              struct cor_import_options *how,
                              const struct import_options *o)
{
    const char *format = cli->common.format;
    *how = (struct cor_import_options){.mode = o->mode,
                                       .crs = o->crs,
                                       .title = o->title,
                                       .licence = o->licence,
                                       .grade = o->grade,
                                       .length_unit = o->length_unit};
    if (format != NULL)
        how->format = cor_format_named(format);
    if (format != NULL && how->format == NULL) {
        cli_complain("import: this program was built without %s", format);
        return CLI_FILE;
    }
    const enum cli_exit status = read_snap(cli, how, o->snap);
    return status == CLI_ANSWERED ? read_names(cli, how, &o->columns) : status;
}

static enum cli_exit read_network(struct cli *cli,
                                  struct cli_import *view,
                                  const struct cor_import_options *how)
{
    struct cor_error err = {0};
    cor_report_init(&view->report, &cli->arena);
    const enum cor_status status = cor_import_read(
        &view->import, cli->argument[0], how, &view->report, &cli->arena, &err);
    cli_diagnostics_print(
        stderr, &view->report,
        (struct cli_diagnostics){cli->common.verbose ? COR_NOTE : COR_ERROR,
                                 cli_has_color(cli, STDERR_FILENO)});
    if (status == COR_OK)
        return CLI_ANSWERED;
    return status == COR_BAD_INPUT && view->report.n_error != 0
               ? CLI_INPUT
               : cli_fail(cli, &err);
}

/* An output that is the input would be read as what it was no more. */
static enum cli_exit write_tables(struct cli *cli,
                                  const struct cli_import *view)
{
    const char *output = cli->common.output;
    if (output == NULL)
        return CLI_ANSWERED;
    if (strcmp(output, "-") == 0) {
        cli_complain("import: tables are several files; name a folder with "
                     "--output DIR");
        return CLI_USAGE;
    }
    const enum cli_exit status =
        cli_folder_judge(cli, output, &view->import.files);
    return status == CLI_ANSWERED
               ? cli_folder_write(cli, output, &view->import.files)
               : status;
}

static enum cli_exit run(struct cli *cli, const void *options)
{
    struct cor_import_options how;
    struct cli_import view = {0};
    if (cli_output_is_input(cli))
        return CLI_USAGE;
    enum cli_exit status = read_how(cli, &how, options);
    if (status == CLI_ANSWERED)
        status = read_network(cli, &view, &how);
    if (status == CLI_ANSWERED)
        status = write_tables(cli, &view);
    if (status != CLI_ANSWERED)
        return status;
    return cli->common.json ? cli_import_json(cli, &view)
                            : cli_import_text(cli, &view);
}

#define AT(member) offsetof(struct import_options, member)
static const char *const grades[] = {"A", "B", "C", "D", NULL};
static const char *const length_units[] = {"m", "km", "mi", "ft", "nmi", NULL};
static const struct cli_option options[] = {
    {"mode", 0, CLI_TEXT, AT(mode), "MODE",
     "The mode of links that state none, such as rail", NULL, 0, 0},
    {"snap", 0, CLI_TEXT, AT(snap), "DISTANCE",
     "Ends of lines so near to each other meet, as '100 m'; 10 m without it",
     NULL, 0, 0},
    {"crs", 0, CLI_TEXT, AT(crs), "CRS",
     "What coordinates are in where the file does not say, such as EPSG:3857",
     NULL, 0, 0},
    {"length-unit", 0, CLI_CHOICE, AT(length_unit), "UNIT",
     "What lengths without a unit are in, whatever the file says: m, km, mi, "
     "ft, nmi",
     length_units, 0, 0},
    {"column", 0, CLI_LIST, AT(columns), "THEIRS=OURS",
     "A column and what it is in our tables; may be repeated", NULL, 0, 0},
    {"title", 0, CLI_TEXT, AT(title), "TEXT",
     "Title of the source that numbers get; without it the file's name", NULL,
     0, 0},
    {"licence", 0, CLI_TEXT, AT(licence), "TEXT",
     "Licence of the source; empty without it", NULL, 0, 0},
    {"grade", 0, CLI_CHOICE, AT(grade), "GRADE",
     "Grade of the source, from A to D; empty without it", grades, 0, 0},
};
#undef AT

static const struct import_options defaults;
static const char *const examples[] = {
    "corridor import railways.geojson --mode rail --snap '50 m' -o railways",
    "corridor import gmns-folder -o network --licence CC-BY-4.0 --grade C",
    "corridor import roads.csv --crs EPSG:3857 --column kind=facility_type",
    NULL,
};
static const char *const formats[] = {"gmns", "geojson",    "graphml",
                                      "csv",  "geopackage", "shapefile",
                                      "osm",  "osm-all",    NULL};

const struct cli_command cli_command_import = {
    .name = "import",
    .summary = "Read a network of another program, and write it as tables",
    .arguments = "FILE|DIR",
    .examples = examples,
    .details =
        "The format is told by the name or by --format. All of it is judged "
        "before anything is written, and everything that could not be used is "
        "counted with an example. With --output DIR the tables are written "
        "into that folder, which appears whole or not at all; in one that is "
        "there, files of the same names are replaced. Without it nothing is "
        "written. Columns that are not known are kept in the tables.",
    .formats = formats,
    .writes_files = true,
    .least = 1,
    .most = 1,
    .options = CLI_OPTIONS(options),
    .defaults = &defaults,
    .size = sizeof defaults,
    .run = run,
};
