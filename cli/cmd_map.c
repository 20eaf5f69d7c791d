#include <cli/command_list.h>
#include <cli/json.h>
#include <cli/map_options.h>
#include <cli/map_show.h>
#include <cli/map_view.h>
#include <cli/options.h>
#include <cli/output.h>
#include <cli/scenario.h>

#include <math.h>
#include <stddef.h>
#include <string.h>

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

static json_t *list_routes(struct cli *cli, const struct cli_map *map)
{
    static const char *const roles[] = {"line", "band", "unseen"};
    json_t *list = json_array();
    for (uint32_t i = 0; i < map->n_route; i++) {
        const struct cor_map_route *route = &map->route[i];
        json_array_append_new(
            list, json_pack("{s:o, s:s, s:o}", "title",
                            cli_json_text(cli, route->title), "drawn_as",
                            route->is_set ? "set" : roles[route->role], "links",
                            cli_json_whole(route->n_link)));
    }
    return list;
}

/* What a panel shows, or the only map. */
static json_t *tell_map(struct cli *cli, const struct cli_map *map)
{
    json_t *object = json_object();
    if (map->title != NULL)
        json_object_set_new(object, "title", cli_json_text(cli, map->title));
    json_object_set_new(object, "routes", list_routes(cli, map));
    json_t *credits = json_array();
    json_array_append_new(credits, cli_credit_json(cli, &map->credit));
    for (uint32_t i = 0; i < map->how.n_fill; i++) {
        struct cli_credit members;
        if (cli_credit_members(cli, &members, map->scenario, map->how.fill[i]))
            json_array_append_new(credits, cli_credit_json(cli, &members));
    }
    json_object_set_new(object, "credits", credits);
    if (map->detail != NULL)
        json_object_update(object, map->detail);
    return object;
}

/* The maps that are drawn on the page. */
struct page {
    const struct cli_show *show;
    struct cli_map *map; /* [n] */
    struct cli_share share;
    uint32_t n, n_date;
    const cor_date *date; /* [n_date] */
};

static enum cli_exit answer(struct cli *cli,
                            const struct page *page,
                            const struct cor_scene *scene,
                            const struct cor_report *report,
                            const struct cli_map_options *o)
{
    const enum cli_exit status = write_scene(cli, scene, o);
    if (status != CLI_ANSWERED || !cli->common.json)
        return status;
    json_t *document = cli_json_document(cli, "map");
    json_object_set_new(document, "title", cli_json_text(cli, scene->title));
    json_object_set_new(document, "show", json_string(page->show->name));
    json_object_set_new(document, "width_mm", cli_json_number(scene->width_mm));
    json_object_set_new(document, "height_mm",
                        cli_json_number(scene->height_mm));
    json_object_set_new(
        document, "files",
        json_pack("[o]", cli_json_text(cli, cli->common.output)));
    json_t *panels = json_array();
    for (uint32_t i = 0; i < page->n; i++)
        json_array_append_new(panels, tell_map(cli, &page->map[i]));
    json_object_set_new(document, "maps", panels);
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

/* More panels than this are too small to be read. */
enum { MOST_PANELS = 6 };

static enum cli_exit
read_dates(struct cli *cli, struct page *page, const struct cli_map_options *o)
{
    cor_date *date = cor_arena_array(&cli->arena, cor_date, o->dates.n);
    if (date == NULL)
        return CLI_FAULT;
    for (size_t i = 0; i < o->dates.n; i++)
        if (!cor_date_parse(&date[i], cor_text_of(o->dates.item[i]))) {
            cli_complain("map: --dates takes days like 2026-11-01, not '%s'",
                         cli_shown(cli, o->dates.item[i]));
            return CLI_USAGE;
        }
    page->date = date;
    page->n_date = (uint32_t)o->dates.n;
    return CLI_ANSWERED;
}

static enum cli_exit check_panels(const struct cli *cli,
                                  const struct cli_map_options *o)
{
    const size_t n_date = o->dates.n != 0 ? o->dates.n : 1;
    const char *why = NULL;
    if (o->dates.n != 0 && cli->common.as_of != COR_NO_DATE)
        why = "--dates and --as-of do not go together";
    else if (cli->n_argument * n_date > MOST_PANELS)
        why = "a page has at most 6 panels: scenarios times dates";
    if (why == NULL)
        return CLI_ANSWERED;
    cli_complain("map: %s; see 'corridor map --help'", why);
    return CLI_USAGE;
}

static const char *
title_panel(struct cli *cli, const struct cli_map *map, const char *title)
{
    const cor_date as_of = map->scenario->as_of;
    if (as_of == COR_NO_DATE)
        return title;
    const char *day = cli_show_day(cli, map, as_of);
    return title == NULL ? day : cli_show_say(cli, map, "{1}, {2}", title, day);
}

static void judge_title(struct cli *cli, const struct cli_map *map)
{
    const struct cor_scenario *s = map->scenario;
    const bool has_own = s->map.title != NULL;
    cli_show_judge_title(cli, &map->how, has_own ? s->map.title : s->title,
                         has_own ? &s->map.titles : &s->titles);
}

/* Panels of one scenario say their dates, those of several their titles. */
static enum cli_exit add_panel(struct cli *cli,
                               struct page *page,
                               const struct cor_scenario *scenario,
                               const struct cli_map_options *o,
                               cor_date date)
{
    struct cli_map *map = &page->map[page->n];
    struct cor_scenario *seen =
        cor_arena_array(&cli->arena, struct cor_scenario, 1);
    struct cor_error err = {0};
    if (seen == NULL)
        return CLI_FAULT;
    *seen = *scenario;
    if (date != COR_NO_DATE &&
        cor_scenario_at(seen, scenario, date, &cli->arena, &err) != COR_OK)
        return cli_fail(cli, &err);
    *map = (struct cli_map){.scenario = seen, .asked = o};
    const enum cli_exit status = cli_map_look(cli, &map->how, seen, o);
    if (status != CLI_ANSWERED)
        return status;
    if (page->n == 0 && o->title == NULL)
        judge_title(cli, map);
    map->title =
        title_panel(cli, map, cli->n_argument > 1 ? map->how.title : NULL);
    page->n++;
    return CLI_ANSWERED;
}

static enum cli_exit add_scenario(struct cli *cli,
                                  struct page *page,
                                  const char *path,
                                  const struct cli_map_options *o)
{
    const struct cor_scenario *scenario;
    struct cor_load how = cli_scenario_how(cli);
    how.flows = o->flows;
    enum cli_exit status = cli_scenario_load_with(cli, &scenario, path, &how);
    if (status == CLI_ANSWERED && page->n_date == 0)
        return add_panel(cli, page, scenario, o, COR_NO_DATE);
    for (uint32_t i = 0; status == CLI_ANSWERED && i < page->n_date; i++)
        status = add_panel(cli, page, scenario, o, page->date[i]);
    return status;
}

/* Of two scenarios that make one map the second is drawn. */
static void join_two(struct page *page)
{
    if ((page->show->takes & CLI_SHOW_TWO) == 0)
        return;
    page->map[1].before = page->map[0].scenario;
    page->map[0] = page->map[1];
    page->n = 1;
}

static enum cli_exit
prepare(struct cli *cli, struct page *page, const struct cli_map_options *o)
{
    page->map = cor_arena_array(&cli->arena, struct cli_map, MOST_PANELS);
    if (page->map == NULL)
        return CLI_FAULT;
    enum cli_exit status = CLI_ANSWERED;
    for (size_t i = 0; i < cli->n_argument && status == CLI_ANSWERED; i++)
        status = add_scenario(cli, page, cli->argument[i], o);
    if (status == CLI_ANSWERED)
        status = cli_show_find(cli, &page->show, o, page->map[0].scenario);
    if (status != CLI_ANSWERED)
        return status;
    join_two(page);
    page->share = (struct cli_share){page->n, NAN, NAN};
    for (uint32_t i = 0; i < page->n && page->n > 1; i++)
        page->map[i].share = &page->share;
    for (uint32_t i = 0; i < page->n && status == CLI_ANSWERED; i++) {
        page->map[i].unit = i == 0 ? NULL : page->map[i - 1].unit;
        status = page->show->prepare(cli, &page->map[i]);
    }
    if (page->n == 1)
        page->map[0].title = NULL;
    else if (cli->n_argument > 1)
        page->map[0].how.title = o->title;
    cli_show_head(cli, &page->map[0], page->n == 1);
    return status;
}

static enum cli_exit run(struct cli *cli, const void *options)
{
    const struct cli_map_options *o = options;
    const struct cor_scene *scene;
    struct cor_report report;
    struct page page = {0};
    cli_fonts_begin(&cli->fonts);
    enum cli_exit status = check_output(cli);
    if (status == CLI_ANSWERED)
        status = cli_map_check_dpi(o);
    if (status == CLI_ANSWERED)
        status = check_panels(cli, o);
    if (status == CLI_ANSWERED)
        status = read_dates(cli, &page, o);
    if (status == CLI_ANSWERED)
        status = prepare(cli, &page, o);
    if (status == CLI_ANSWERED)
        status = cli_map_draw(cli, &scene, page.map, page.n, &report);
    if (status == CLI_ANSWERED)
        status = answer(cli, &page, scene, &report, o);
    for (uint32_t i = 0; page.map != NULL && i < page.n; i++)
        json_decref(page.map[i].detail);
    return status;
}

static const struct cli_option options[] = {
    {"show", 0, CLI_CHOICE, CLI_MAP_AT(show), "KIND",
     "What the map tells: corridors; routes, the best from a place to another; "
     "capacity and flow, by width; criticality, what stops the corridors; "
     "difference of "
     "two scenarios",
     cli_show_names, 0, 0},
    {"from", 0, CLI_TEXT, CLI_MAP_AT(from), "PLACE",
     "Where the routes of --show routes begin", NULL, 0, 0},
    {"to", 0, CLI_TEXT, CLI_MAP_AT(to), "PLACE", "Where they end", NULL, 0, 0},
    {"best", 'k', CLI_WHOLE, CLI_MAP_AT(k), "N",
     "How many of these routes; 3 without it", NULL, 1, 12},
    {"distinct", 0, CLI_NUMBER, CLI_MAP_AT(distinct), "SHARE",
     "How much of its length, from 0 to 1, each of these routes may share with "
     "every better one; 0.3 without it, 1 for the best however alike",
     NULL, 0, 0},
    {"flows", 0, CLI_TEXT, CLI_MAP_AT(flows), "FILE",
     "A table of flows, as flow.csv, beside those of the scenario; draws them",
     NULL, 0, 0},
    {"unit", 0, CLI_TEXT, CLI_MAP_AT(unit), "UNIT",
     "Unit of --show capacity and flow, such as Mt/y, TEU/y or trains/d; "
     "without it that of most links",
     NULL, 0, 0},
    {"dates", 0, CLI_LIST, CLI_MAP_AT(dates), "D1,D2",
     "A panel for each of these days, in one extent and scale", NULL, 0, 0},
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
     "Draw all links that no corridor uses as well, thin and grey", NULL, 0, 0},
    {"background", 0, CLI_LIST, CLI_MAP_AT(background), "WHICH",
     "Links that no corridor uses: auto, all, none, or modes to be read beside "
     "the corridors, such as auto,pipeline",
     NULL, 0, 0},
};

static const struct cli_map_options defaults = {.dpi = CLI_MAP_DPI,
                                                .distinct = (double)NAN};
static const char *const examples[] = {
    "corridor map scenarios/trans-caspian.yaml -o trans-caspian.pdf",
    "corridor map scenarios/cku-railway.yaml -o cku.png --width 180mm --dpi "
    "300",
    "corridor map scenarios/trans-caspian.yaml -o map.svg --lang en,local",
    "corridor map scenarios/trans-caspian.yaml --show criticality -o stops.png",
    "corridor map scenarios/trans-caspian.yaml --flows my-flows.csv -o "
    "flow.svg",
    "corridor map scenarios/cku-today.yaml scenarios/cku-railway.yaml \\",
    "    --show difference -o difference.svg",
    "corridor map scenarios/cku-railway.yaml --dates 2026-01-01,2031-01-01 \\",
    "    -o dates.pdf",
    "corridor map scenarios/cku-railway.yaml --bbox 60,36,80,44 --format svg",
    NULL,
};
static const char *const formats[] = {"png", "svg", "pdf", "dump", NULL};

const struct cli_command cli_command_map = {
    .name = "map",
    .summary = "Draw the corridors of a scenario, or its network when it names "
               "none",
    .arguments = "SCENARIO...",
    .examples = examples,
    .details =
        "The format is told by the output's name or by --format; without "
        "an output the map goes to the standard output. Several scenarios or "
        "dates are panels of one page, in one extent, scale and legend. "
        "The format dump is the display list in words.",
    .formats = formats,
    .writes_files = true,
    .least = 1,
    .most = MOST_PANELS,
    .options = CLI_OPTIONS(options),
    .defaults = &defaults,
    .size = sizeof defaults,
    .run = run,
};
