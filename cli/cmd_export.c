#include <cli/command_list.h>
#include <cli/folder.h>
#include <cli/json.h>
#include <cli/next.h>
#include <cli/options.h>
#include <cli/output.h>
#include <cli/scenario.h>

#include <corridor/exchange/export.h>

#include <string.h>
#include <unistd.h>

struct export_options {
    struct cli_list layers;
};

/* An export on its way out. */
struct leaving {
    struct cor_report report;
    struct cor_export export;
    const struct cor_format *format;
    struct cor_files files;
};

/* The format that is asked for, else that of the output's name; a folder is
   one of tables. */
static enum cli_exit find_format(struct cli *cli, struct leaving *leaving)
{
    const char *output = cli->common.output;
    const char *name = cli->common.format;
    if (name != NULL)
        leaving->format = cor_format_named(name);
    else if (output != NULL && strcmp(output, "-") != 0)
        leaving->format = cor_format_of(output);
    if (leaving->format == NULL && name == NULL)
        leaving->format = cor_format_named("csv");
    if (leaving->format == NULL) {
        cli_complain("export: this program was built without %s", name);
        return CLI_FILE;
    }
    if (!leaving->format->writes_folder ||
        (output != NULL && strcmp(output, "-") != 0))
        return CLI_ANSWERED;
    cli_complain("export: %s are several files; name a folder with --output "
                 "DIR",
                 leaving->format->title);
    return CLI_USAGE;
}

static bool is_wanted(const struct cli_list *layers, const char *name)
{
    for (size_t i = 0; i < layers->n; i++)
        if (strcmp(layers->item[i], name) == 0)
            return true;
    return layers->n == 0;
}

/* Layers that are not asked for stay without rows. */
static enum cli_exit choose_layers(struct cli *cli,
                                   struct cor_export *export,
                                   const struct cli_list *layers)
{
    for (size_t i = 0; i < layers->n; i++)
        if (cor_sheet_named(&export->layers, layers->item[i]) == NULL) {
            cli_complain("export: there is no layer '%s'; there are node, link "
                         "and the tables beside them",
                         cli_shown(cli, layers->item[i]));
            return CLI_USAGE;
        }
    for (size_t i = 0; i < export->layers.n; i++)
        if (!is_wanted(layers, export->layers.sheet[i]->name))
            export->layers.sheet[i]->n = 0;
    return CLI_ANSWERED;
}

static enum cli_exit
load(struct cli *cli, struct leaving *leaving, const struct export_options *o)
{
    const struct cor_load how = cli_scenario_how(cli);
    enum cor_load_state state;
    struct cor_error err = {0};
    cor_report_init(&leaving->report, &cli->arena);
    const enum cor_status status =
        cor_export_load(&leaving->export, &state, cli->argument[0], &how,
                        &leaving->report, &cli->arena, &err);
    cli_diagnostics_print(
        stderr, &leaving->report,
        (struct cli_diagnostics){cli->common.verbose ? COR_NOTE : COR_ERROR,
                                 cli_has_color(cli, STDERR_FILENO)});
    if (status == COR_OK)
        return choose_layers(cli, &leaving->export, &o->layers);
    return status == COR_BAD_INPUT && leaving->report.n_error != 0
               ? CLI_INPUT
               : cli_fail(cli, &err);
}

/* What was left out or changed is said once each, always but with --quiet.
   Complaints before the first of these are of the scenario. */
static void
tell_left(struct cli *cli, const struct cor_report *report, size_t first)
{
    for (size_t i = first; i < report->n; i++) {
        const char *more = report->item[i].suggestion;
        cli_note(cli, "%s%s%s", report->item[i].message,
                 more == NULL ? "" : "; ", more == NULL ? "" : more);
    }
}

static const char *path_of(struct cli *cli, const struct cor_file *file)
{
    const char *path = file->name == NULL
                           ? cli->common.output
                           : cor_text_print(&cli->arena, "%s/%s",
                                            cli->common.output, file->name);
    return path != NULL ? path : "";
}

static bool is_over_input(struct cli *cli, const struct leaving *leaving)
{
    for (size_t i = 0; i < leaving->files.n; i++)
        if (cli_scenario_is_input(cli, leaving->export.scenario,
                                  path_of(cli, &leaving->files.file[i])))
            return true;
    return false;
}

static enum cli_exit write_files(struct cli *cli, const struct leaving *leaving)
{
    const struct cor_file *file = leaving->files.file;
    const char *output = cli->common.output;
    if (output == NULL || strcmp(output, "-") == 0) {
        fwrite(file->bytes, 1, file->n, cli->out);
        return CLI_ANSWERED;
    }
    if (is_over_input(cli, leaving))
        return CLI_USAGE;
    if (!leaving->format->writes_folder)
        return cli_write_file(cli, output, file->bytes, file->n);
    const enum cli_exit status = cli_folder_judge(cli, output, &leaving->files);
    return status == CLI_ANSWERED
               ? cli_folder_write(cli, output, &leaving->files)
               : status;
}

static enum cli_exit print_json(struct cli *cli, const struct leaving *leaving)
{
    json_t *files = json_array(), *left = json_array();
    for (size_t i = 0; i < leaving->files.n; i++)
        json_array_append_new(
            files, cli_json_text(cli, path_of(cli, &leaving->files.file[i])));
    for (size_t i = 0; i < leaving->report.n; i++)
        if (strcmp(leaving->report.item[i].code, "not-exported") == 0)
            json_array_append_new(
                left, cli_json_text(cli, leaving->report.item[i].message));
    json_t *document = cli_json_document(cli, "export");
    json_object_set_new(document, "format",
                        cli_json_text(cli, leaving->format->name));
    json_object_set_new(document, "places",
                        cli_json_whole(leaving->export.scenario->places.n));
    json_object_set_new(document, "links",
                        cli_json_whole(leaving->export.scenario->links.n));
    json_object_set_new(document, "files", files);
    json_object_set_new(document, "left", left);
    return cli_json_print(cli, document);
}

static enum cli_exit print(struct cli *cli, const struct leaving *leaving)
{
    const char *output = cli->common.output;
    const struct cor_scenario *scenario = leaving->export.scenario;
    if (output == NULL || strcmp(output, "-") == 0)
        return CLI_ANSWERED;
    if (cli->common.json)
        return print_json(cli, leaving);
    fprintf(cli->out, "%u places and %u links written as %s: %s\n",
            scenario->places.n, scenario->links.n, leaving->format->title,
            cli_shown(cli, output));
    if (leaving->format == cor_format_named("csv"))
        fprintf(cli->out, "Next: corridor run %s\n",
                cli_word(cli, cor_text_print(&cli->arena, "%s/scenario.yaml",
                                             output)));
    return CLI_ANSWERED;
}

static enum cli_exit run(struct cli *cli, const void *options)
{
    struct leaving leaving = {0};
    struct cor_error err = {0};
    if (cli_output_is_input(cli))
        return CLI_USAGE;
    enum cli_exit status = find_format(cli, &leaving);
    if (status == CLI_ANSWERED)
        status = load(cli, &leaving, options);
    if (status != CLI_ANSWERED)
        return status;
    const size_t first = leaving.report.n;
    cor_files_init(&leaving.files, &cli->arena);
    if (cor_export_write(&leaving.files, &leaving.export, leaving.format,
                         &err) != COR_OK)
        return cli_fail(cli, &err);
    tell_left(cli, &leaving.report, first);
    status = write_files(cli, &leaving);
    return status == CLI_ANSWERED ? print(cli, &leaving) : status;
}

static const struct cli_option options[] = {
    {"layers", 0, CLI_LIST, offsetof(struct export_options, layers), "LIST",
     "Only these, such as node,link; all without it", NULL, 0, 0},
};
static const struct export_options defaults;
static const char *const examples[] = {
    "corridor export scenarios/trans-caspian.yaml -o network.geojson",
    "corridor export scenarios/cku-railway.yaml -o tables --format csv",
    "corridor export scenarios/cku-railway.yaml --format graphml > cku.graphml",
    NULL,
};
static const char *const formats[] = {
    "csv", "gmns", "geojson", "graphml", "geopackage", "shapefile", NULL};

const struct cli_command cli_command_export = {
    .name = "export",
    .summary = "Write a network for other programs",
    .arguments = "SCENARIO",
    .examples = examples,
    .details =
        "The format is told by --format or the output's name; csv and gmns are "
        "folders, and so is shapefile. csv keeps everything: a folder of "
        "tables and a scenario.yaml "
        "beside them, which give the same answers. In all of them ops are "
        "applied; but for csv, values are those that the policy chose. What a "
        "format cannot hold is counted on the standard error.",
    .formats = formats,
    .writes_files = true,
    .least = 1,
    .most = 1,
    .options = CLI_OPTIONS(options),
    .defaults = &defaults,
    .size = sizeof defaults,
    .run = run,
};
