#include <cli/command_list.h>
#include <cli/json.h>
#include <cli/map_view.h>
#include <cli/names.h>
#include <cli/options.h>
#include <cli/output.h>
#include <cli/scenario.h>

#include <stddef.h>
#include <string.h>

struct map_options {
    const char *theme, *proj, *title, *subtitle;
    double width_mm, height_mm, dpi;
    struct cli_list bbox, corridors, languages;
    bool network;
};

/* What cor_map_options and cor_scene_write take. */
static const double least_mm = 80, most_mm = 2000, least_dpi = 10,
                    most_dpi = 2400;

static enum cli_exit
check_range(const char *name, double value, double least, double most)
{
    if (value >= least && value <= most)
        return CLI_ANSWERED;
    cli_complain("map: --%s must be from %.0f to %.0f", name, least, most);
    return CLI_USAGE;
}

static enum cli_exit set_extent(struct cor_map_options *how,
                                struct cli_list bbox)
{
    double *const edge[] = {&how->west, &how->south, &how->east, &how->north};
    bool good = bbox.n == CLI_COUNT(edge);
    for (size_t i = 0; good && i < CLI_COUNT(edge); i++)
        good = cor_number_parse(edge[i], cor_text_of(bbox.item[i]));
    const struct cor_point corners[] = {{how->west, how->south},
                                        {how->east, how->north}};
    if (good && cor_point_valid(corners[0]) && cor_point_valid(corners[1]) &&
        how->south < how->north && how->west != how->east) {
        how->has_extent = true;
        return CLI_ANSWERED;
    }
    cli_complain("map: --bbox takes W,S,E,N in degrees, such as 40,35,75,50");
    return CLI_USAGE;
}

static enum cli_exit make_look(struct cor_map_options *out,
                               const struct cor_scenario *scenario,
                               const struct map_options *o)
{
    struct cor_map_options how;
    cor_map_options_init(&how, scenario);
    how.theme = o->theme != NULL ? o->theme : how.theme;
    how.title = o->title != NULL ? o->title : how.title;
    how.subtitle = o->subtitle != NULL ? o->subtitle : how.subtitle;
    how.projection = o->proj != NULL ? o->proj : how.projection;
    how.network = how.network || o->network;
    how.height_mm = o->height_mm > 0 ? o->height_mm : how.height_mm;
    if (o->languages.n != 0) {
        how.n_language = (uint32_t)o->languages.n;
        how.language = o->languages.item;
    }
    enum cli_exit status = CLI_ANSWERED;
    if (o->width_mm > 0 || o->width_mm < 0) {
        how.width_mm = o->width_mm;
        status = check_range("width", o->width_mm, least_mm, most_mm);
    }
    if (status == CLI_ANSWERED && o->bbox.n != 0)
        status = set_extent(&how, o->bbox);
    *out = how;
    return status;
}

/* The corridors asked for, else those the scenario wants drawn, else all. */
static enum cli_exit find_journeys(struct cli *cli,
                                   struct cli_journey **out,
                                   uint32_t *n,
                                   const struct cor_scenario *scenario,
                                   const struct map_options *o)
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

static enum cli_exit
write_scene(struct cli *cli, const struct cor_scene *scene, double dpi)
{
    const void *bytes;
    size_t n;
    struct cor_error err = {0};
    const struct cor_scene_format *format =
        cor_scene_format_named(cli_format(cli));
    if (cor_scene_write(&bytes, &n, format, scene, dpi, &cli->arena, &err) !=
        COR_OK)
        return cli_fail(cli, &err);
    const char *output = cli->common.output;
    if (output != NULL && strcmp(output, "-") != 0)
        return cli_write_file(cli, output, bytes, n);
    return fwrite(bytes, 1, n, cli->out) == n ? CLI_ANSWERED : CLI_FAULT;
}

static enum cli_exit
answer(struct cli *cli, const struct cor_scene *scene, double dpi)
{
    const enum cli_exit status = write_scene(cli, scene, dpi);
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
    const struct map_options *o = options;
    const struct cor_scenario *scenario;
    const struct cor_scene *scene;
    struct cor_map_options how;
    struct cli_journey *journey;
    uint32_t n;
    enum cli_exit status = check_output(cli);
    if (status == CLI_ANSWERED)
        status = check_range("dpi", o->dpi, least_dpi, most_dpi);
    if (status == CLI_ANSWERED)
        status = cli_scenario_load(cli, &scenario, cli->argument[0]);
    if (status == CLI_ANSWERED)
        status = make_look(&how, scenario, o);
    if (status == CLI_ANSWERED)
        status = find_journeys(cli, &journey, &n, scenario, o);
    if (status == CLI_ANSWERED)
        status = cli_map_compose(cli, &scene, scenario, journey, n, &how);
    return status == CLI_ANSWERED ? answer(cli, scene, o->dpi) : status;
}

#define AT(member) offsetof(struct map_options, member)
static const struct cli_option options[] = {
    {"theme", 0, CLI_TEXT, AT(theme), "NAME",
     "Colours and lines, such as light", NULL, 0, 0},
    {"width", 0, CLI_NUMBER, AT(width_mm), "MM", "Width of the page", NULL, 0,
     0},
    {"height", 0, CLI_NUMBER, AT(height_mm), "MM",
     "Height of the page; without it as the network's shape asks", NULL, 0, 0},
    {"dpi", 0, CLI_NUMBER, AT(dpi), "N",
     "Pixels an inch of a PNG; 200 without "
     "it",
     NULL, 0, 0},
    {"bbox", 0, CLI_LIST, AT(bbox), "W,S,E,N", "What to show, in degrees", NULL,
     0, 0},
    {"proj", 0, CLI_TEXT, AT(proj), "PROJ",
     "Projection as a PROJ string; without it one that fits", NULL, 0, 0},
    {"title", 0, CLI_TEXT, AT(title), "TEXT", "Title of the map", NULL, 0, 0},
    {"subtitle", 0, CLI_TEXT, AT(subtitle), "TEXT", "Line below the title",
     NULL, 0, 0},
    {"corridors", 0, CLI_LIST, AT(corridors), "A,B",
     "Draw these corridors only", NULL, 0, 0},
    {"languages", 0, CLI_LIST, AT(languages), "LIST",
     "Languages of names, by preference: en, ru, zh, local", NULL, 0, 0},
    {"network", 0, CLI_FLAG, AT(network), NULL,
     "Draw the links that no corridor uses as well, thin and grey", NULL, 0, 0},
};
#undef AT

static const struct map_options defaults = {.dpi = CLI_MAP_DPI};
static const char *const examples[] = {
    "corridor map scenarios/trans-caspian.yaml -o trans-caspian.pdf",
    "corridor map scenarios/cku-railway.yaml -o cku.png --width 180 --dpi 300",
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
