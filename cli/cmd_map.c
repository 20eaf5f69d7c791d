#include <cli/command_list.h>
#include <cli/json.h>
#include <cli/map_options.h>
#include <cli/map_view.h>
#include <cli/names.h>
#include <cli/options.h>
#include <cli/output.h>
#include <cli/scenario.h>

#include <stddef.h>
#include <string.h>

/* The corridors asked for, else those the scenario wants drawn, else all. */
static enum cli_exit find_journeys(struct cli *cli,
                                   struct cli_journey **out,
                                   uint32_t *n,
                                   const struct cor_scenario *scenario,
                                   const struct cli_map_options *o)
{
    const uint32_t *corridor = scenario->map.corridor;
    *n = scenario->map.n_corridor;
    if (o->corridors.n != 0) {
        *n = (uint32_t)o->corridors.n;
        const enum cli_exit status =
            cli_corridors_find(cli, &corridor, scenario, o->corridors);
        if (status != CLI_ANSWERED)
            return status;
    } else if (*n == 0) {
        *n = scenario->n_corridor;
        corridor = cli_corridors_all(cli, scenario);
    }
    if (corridor == NULL && *n != 0)
        return CLI_FAULT;
    return cli_corridors_evaluate(cli, out, scenario, corridor, *n);
}

/* SVG with its letters as outlines is a format of its own. */
static const struct cor_scene_format *format_of(struct cli *cli,
                                                const struct cli_map_options *o)
{
    const char *name = cli_format(cli);
    const bool outlined =
        o->svg_text != NULL && strcmp(o->svg_text, "paths") == 0;
    return cor_scene_format_named(
        outlined && strcmp(name, "svg") == 0 ? "svg_paths" : name);
}

static enum cli_exit write_scene(struct cli *cli,
                                 const struct cor_scene *scene,
                                 const struct cli_map_options *o)
{
    const void *bytes;
    size_t n;
    struct cor_error err = {0};
    if (cor_scene_write(&bytes, &n, format_of(cli, o), scene, o->dpi,
                        &cli->arena, &err) != COR_OK)
        return cli_fail(cli, &err);
    const char *output = cli->common.output;
    if (output != NULL && strcmp(output, "-") != 0)
        return cli_write_file(cli, output, bytes, n);
    return fwrite(bytes, 1, n, cli->out) == n ? CLI_ANSWERED : CLI_FAULT;
}

/* What the map could not show, by name. */
static json_t *list_notes(struct cli *cli, const struct cor_report *report)
{
    json_t *notes = json_array();
    for (size_t i = 0; i < report->n; i++)
        json_array_append_new(
            notes,
            json_pack("{so so}", "code",
                      cli_json_text(cli, report->item[i].code), "message",
                      cli_json_text(cli, report->item[i].message)));
    return notes;
}

static enum cli_exit answer(struct cli *cli,
                            const struct cor_scene *scene,
                            const struct cor_report *report,
                            const struct cli_map_options *o)
{
    const enum cli_exit status = write_scene(cli, scene, o);
    if (status != CLI_ANSWERED || !cli->common.json)
        return status;
    json_t *document = cli_json_document(cli, "map");
    json_object_set_new(document, "title", cli_json_text(cli, scene->title));
    json_object_set_new(document, "width_mm", cli_json_number(scene->width_mm));
    json_object_set_new(document, "height_mm",
                        cli_json_number(scene->height_mm));
    json_object_set_new(
        document, "files",
        json_pack("[o]", cli_json_text(cli, cli->common.output)));
    json_object_set_new(document, "notes", list_notes(cli, report));
    return cli_json_print(cli, document);
}

/* Where the map goes must be known, and with it the format. */
static enum cli_exit check_output(struct cli *cli)
{
    const char *output = cli->common.output;
    const bool standard = output != NULL && strcmp(output, "-") == 0;
    const char *why = NULL;
    if (cli->common.format == NULL && output == NULL)
        why = "it needs -o FILE.png, FILE.svg or FILE.pdf";
    else if (cli->common.format == NULL &&
             (standard || cor_scene_format_of_file(output) == NULL))
        why = "the output's name does not tell the format; give --format png, "
              "svg or pdf";
    else if (cli->common.json && (output == NULL || standard))
        why = "--json and the map cannot both go to the standard output";
    if (why == NULL)
        return CLI_ANSWERED;
    cli_complain("map: %s; see 'corridor map --help'", why);
    return CLI_USAGE;
}

static enum cli_exit run(struct cli *cli, const void *options)
{
    const struct cli_map_options *o = options;
    const struct cor_scenario *scenario;
    const struct cor_scene *scene;
    struct cor_map_options how;
    struct cor_report report;
    struct cli_journey *journey;
    uint32_t n;
    enum cli_exit status = check_output(cli);
    if (status == CLI_ANSWERED)
        status = cli_map_check_dpi(o);
    if (status == CLI_ANSWERED)
        status = cli_scenario_load(cli, &scenario, cli->argument[0]);
    if (status == CLI_ANSWERED)
        status = cli_map_look(cli, &how, scenario, o);
    if (status == CLI_ANSWERED)
        status = find_journeys(cli, &journey, &n, scenario, o);
    if (status == CLI_ANSWERED)
        status =
            cli_map_compose(cli, &scene, scenario, journey, n, &how, &report);
    return status == CLI_ANSWERED ? answer(cli, scene, &report, o) : status;
}

static const struct cli_option options[] = {
    {"theme", 0, CLI_CHOICE, CLI_MAP_AT(theme), "NAME",
     "Colours and lines: light, dark or print", cor_map_themes, 0, 0},
    {"width", 0, CLI_TEXT, CLI_MAP_AT(width), "LENGTH",
     "Width of the page, such as 297mm", NULL, 0, 0},
    {"height", 0, CLI_TEXT, CLI_MAP_AT(height), "LENGTH",
     "Height of the page; without it as the network's shape asks", NULL, 0, 0},
    {"aspect", 0, CLI_TEXT, CLI_MAP_AT(aspect), "W:H",
     "Width of the page to its height, such as 16:9", NULL, 0, 0},
    {"dpi", 0, CLI_NUMBER, CLI_MAP_AT(dpi), "N",
     "Pixels an inch of a PNG; 200 without it", NULL, 0, 0},
    {"bbox", 0, CLI_LIST, CLI_MAP_AT(bbox), "W,S,E,N",
     "What to show, in degrees; east may be below west, across 180", NULL, 0,
     0},
    {"proj", 0, CLI_TEXT, CLI_MAP_AT(proj), "PROJ",
     "Projection as a PROJ string, or auto: one that fits", NULL, 0, 0},
    {"title", 0, CLI_TEXT, CLI_MAP_AT(title), "TEXT", "Title of the map", NULL,
     0, 0},
    {"subtitle", 0, CLI_TEXT, CLI_MAP_AT(subtitle), "TEXT",
     "Line below the title", NULL, 0, 0},
    {"corridors", 0, CLI_LIST, CLI_MAP_AT(corridors), "A,B",
     "Draw these corridors only", NULL, 0, 0},
    {"lang", 0, CLI_LIST, CLI_MAP_AT(languages), "LIST",
     "Languages by preference: en, ru, zh, local; en,local writes both", NULL,
     0, 0},
    {"languages", 0, CLI_LIST, CLI_MAP_AT(languages), "LIST",
     "The same as --lang", NULL, 0, 0},
    {"labels", 0, CLI_CHOICE, CLI_MAP_AT(labels), "WHICH",
     "Names: auto, all even where they cover lines, or none", cli_map_labels, 0,
     0},
    {"borders", 0, CLI_CHOICE, CLI_MAP_AT(borders), "WHICH",
     "Boundaries: defacto, the contested ones dashed, or none", cli_map_borders,
     0, 0},
    {"svg-text", 0, CLI_CHOICE, CLI_MAP_AT(svg_text), "HOW",
     "Letters of an SVG: text, or paths that need no fonts", cli_map_svg_texts,
     0, 0},
    {"network", 0, CLI_FLAG, CLI_MAP_AT(network), NULL,
     "Draw the links that no corridor uses as well, thin and grey", NULL, 0, 0},
};

static const struct cli_map_options defaults = {.dpi = CLI_MAP_DPI};
static const char *const examples[] = {
    "corridor map scenarios/trans-caspian.yaml -o trans-caspian.pdf",
    "corridor map scenarios/cku-railway.yaml -o cku.png --width 180mm --dpi "
    "300",
    "corridor map scenarios/trans-caspian.yaml -o map.svg --lang en,local",
    "corridor map scenarios/cku-railway.yaml --bbox 60,36,80,44 --format svg",
    NULL,
};
static const char *const formats[] = {"png", "svg", "pdf", NULL};

const struct cli_command cli_command_map = {
    .name = "map",
    .summary = "Draw the corridors of a scenario, or its network when it names "
               "none",
    .arguments = "SCENARIO",
    .examples = examples,
    .details =
        "The format is told by the output's name or by --format; without "
        "an output the map goes to the standard output.",
    .formats = formats,
    .writes_files = true,
    .least = 1,
    .most = 1,
    .options = CLI_OPTIONS(options),
    .defaults = &defaults,
    .size = sizeof defaults,
    .run = run,
};
