#include <cli/command_list.h>
#include <cli/data.h>
#include <cli/json.h>
#include <cli/next.h>
#include <cli/options.h>
#include <cli/output.h>
#include <cli/table.h>

#include <corridor/exchange/module.h>
#include <corridor/geo/basemap.h>
#include <corridor/geo/version.h>
#include <corridor/model/version.h>
#include <corridor/render/fonts.h>
#include <corridor/render/version.h>

#include <libsmartcols/libsmartcols.h>

/* Something that was looked at. */
struct finding {
    const char *name, *detail;
    bool good, optional; /* what is optional may be missing */
};

enum { MOST_FINDINGS = 32 };

struct findings {
    size_t n;
    struct finding item[MOST_FINDINGS];
};

static void
add(struct findings *list, const char *name, const char *detail, bool good)
{
    if (list->n < MOST_FINDINGS)
        list->item[list->n++] = (struct finding){name, detail, good, false};
}

static void add_libraries(struct cli *cli,
                          struct findings *list,
                          const struct cor_library *library,
                          size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const bool good = library[i].version != NULL;
        add(list, library[i].name,
            good ? library[i].version
                 : cor_text_print(&cli->arena,
                                  "missing; it comes with the package %s",
                                  library[i].package),
            good);
    }
}

static void look_at_libraries(struct cli *cli, struct findings *list)
{
    struct cor_library geo[COR_GEO_N_LIBRARY], model[COR_MODEL_N_LIBRARY],
        render[COR_RENDER_N_LIBRARY];
    const char *smartcols = "?";
    add(list, "corridor", CLI_VERSION, true);
    add(list, "libcorridor", cor_version(), true);
    cor_geo_libraries(geo);
    cor_model_libraries(model);
    cor_render_libraries(render);
    add_libraries(cli, list, geo, CLI_COUNT(geo));
    add_libraries(cli, list, model, CLI_COUNT(model));
    add_libraries(cli, list, render, CLI_COUNT(render));
    add(list, "jansson", jansson_version_str(), true);
    scols_get_library_version(&smartcols);
    add(list, "libsmartcols", smartcols, true);
}

/* Loaded for the formats that need it, and left out where it was not built. */
static void look_at_modules(struct cli *cli, struct findings *list)
{
    const struct cor_module *module;
    struct cor_error err = {0};
    const bool good = cor_module_load(&module, &cli->arena, &err) == COR_OK;
    add(list, "GDAL",
        good ? module->library_version()
             : cor_text_copy(&cli->arena, cor_text_of(err.text)),
        good);
    list->item[list->n - 1].optional = true;
}

static void
look_at_basemap(struct cli *cli, struct findings *list, const char *name)
{
    const struct cor_basemap *map;
    struct cor_error err = {0};
    const char *path = cli_data_path(cli, name);
    if (path == NULL)
        return;
    const bool good =
        cor_basemap_load(&map, path, cli_data_path(cli, "maps/labels.csv"),
                         &cli->arena, &err) == COR_OK;
    add(list, name,
        good ? cor_text_print(&cli->arena, "%u countries, %u points",
                              map->country.n, map->n_point)
             : cli_shown(cli, err.text),
        good);
}

static void look_at_data(struct cli *cli, struct findings *list)
{
    const char *folder = cli_data_folder(cli);
    add(list, "data folder",
        folder != NULL ? cli_shown(cli, folder) : "not found; maps lack coasts",
        folder != NULL);
    look_at_basemap(cli, list, "maps/eurasia-10m.topojson");
    look_at_basemap(cli, list, "maps/world-50m.topojson");
}

static void look_at_fonts(struct cli *cli, struct findings *list)
{
    for (const struct cor_script *s = cor_scripts; s->name != NULL; s++) {
        bool covered = false;
        struct cor_error err = {0};
        const bool good = cor_fonts_cover(&covered, s->sample, &err) == COR_OK;
        add(list, cor_text_print(&cli->arena, "fonts: %s", s->name),
            !good     ? cli_shown(cli, err.text)
            : covered ? "found"
                      : "letters are missing; maps show them as boxes",
            good && covered);
    }
}

static bool all_good(const struct findings *list)
{
    for (size_t i = 0; i < list->n; i++)
        if (!list->item[i].good && !list->item[i].optional)
            return false;
    return true;
}

static enum cli_exit print_json(struct cli *cli, const struct findings *list)
{
    json_t *items = json_array();
    for (size_t i = 0; i < list->n; i++)
        json_array_append_new(
            items, json_pack("{s:o, s:o, s:b}", "name",
                             cli_json_text(cli, list->item[i].name), "detail",
                             cli_json_text(cli, list->item[i].detail), "good",
                             list->item[i].good));
    json_t *document = cli_json_document(cli, "doctor");
    json_object_set_new(document, "good", json_boolean(all_good(list)));
    json_object_set_new(document, "findings", items);
    return cli_json_print(cli, document);
}

/* From the folder that the user stands in, when it is there. */
static const char *find_example(struct cli *cli)
{
    static const char name[] = "scenarios/trans-caspian.yaml";
    const char *path = cli_data_path(cli, name);
    return path == NULL || cli_same_file(path, name) ? name : path;
}

static enum cli_exit print_text(struct cli *cli, const struct findings *list)
{
    static const struct cli_column titles[] = {
        {"Part", false}, {"State", false}, {"Detail", false}};
    struct cli_table table = cli_table_begin(cli, titles, CLI_COUNT(titles));
    for (size_t i = 0; i < list->n; i++) {
        const char *cell[] = {list->item[i].name,
                              list->item[i].good       ? "good"
                              : list->item[i].optional ? "left out"
                                                       : "missing",
                              list->item[i].detail};
        cli_table_row(&table, cell);
    }
    const enum cli_exit status = cli_table_print(&table);
    if (all_good(list))
        fprintf(cli->out,
                "All that the program needs is here.\n"
                "Next: corridor run %s -o out\n",
                cli_word(cli, find_example(cli)));
    else
        fputs("Something is missing.\n"
              "Next: install what is missing, then corridor doctor\n",
              cli->out);
    return status;
}

static enum cli_exit run(struct cli *cli, const void *options)
{
    (void)options;
    struct findings list = {0};
    look_at_libraries(cli, &list);
    look_at_modules(cli, &list);
    look_at_data(cli, &list);
    look_at_fonts(cli, &list);
    const enum cli_exit status =
        cli_wants_json(cli) ? print_json(cli, &list) : print_text(cli, &list);
    return status == CLI_ANSWERED && !all_good(&list) ? CLI_NO : status;
}

static const char *const examples[] = {
    "corridor doctor",
    "corridor doctor --json",
    NULL,
};
static const char *const formats[] = {"text", "json", NULL};

const struct cli_command cli_command_doctor = {
    .name = "doctor",
    .summary = "Say what this installation is made of and what it lacks",
    .arguments = "",
    .examples = examples,
    .details = "The exit status is 1 when something is missing.",
    .formats = formats,
    .run = run,
};
