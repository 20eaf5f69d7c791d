#include <cli/run_files.h>

#include <cli/ledger.h>
#include <cli/map_view.h>
#include <cli/output.h>
#include <cli/scenario.h>

#include "cli/map_show_list.h"

#include <corridor/render/scene.h>

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const map_formats[] = {"png", "pdf", "svg"};

/* A file name of a name: what could lead elsewhere becomes '_'. */
static const char *
file_name(struct cli *cli, const char *name, size_t n, const char *ending)
{
    char *made = cor_text_copy(&cli->arena, (struct cor_text){name, n});
    if (made == NULL)
        return NULL;
    for (char *c = made; *c != '\0'; c++)
        if (strchr("/\\:*?\"<>|", *c) != NULL || (unsigned char)*c < ' ' ||
            (c == made && *c == '.'))
            *c = '_';
    return cor_text_print(&cli->arena, "%s%s", made, ending);
}

/* What the names of the maps end in, before the format: the map of corridors
   has the scenario's name alone. */
enum map_kind { MAP_CORRIDORS, MAP_CRITICALITY, N_MAP };
static const char *const map_endings[N_MAP] = {"", "-criticality"};

/* The scenario's file name without folder and ending, and what the map is. */
static const char *
map_name(struct cli *cli, enum map_kind kind, const char *format)
{
    const char *ending =
        cor_text_print(&cli->arena, "%s.%s", map_endings[kind], format);
    if (ending == NULL)
        return NULL;
    const char *path = cli->argument[0];
    size_t n = strlen(path);
    while (n > 1 && path[n - 1] == '/')
        n--;
    const char *slash = memrchr(path, '/', n);
    const char *name = slash != NULL && n > 1 ? slash + 1 : path;
    n -= (size_t)(name - path);
    const char *dot = memrchr(name, '.', n);
    if (dot != NULL && dot != name)
        n = (size_t)(dot - name);
    if (n == 0 || strchr("./-", name[0]) != NULL)
        return file_name(cli, "scenario", strlen("scenario"), ending);
    return file_name(cli, name, n, ending);
}

static enum cli_exit make_folder(struct cli *cli, const char *folder)
{
    struct stat about;
    if (mkdir(folder, 0777) == 0 ||
        (errno == EEXIST && stat(folder, &about) == 0 &&
         S_ISDIR(about.st_mode)))
        return CLI_ANSWERED;
    cli_complain("cannot make the folder %s: %s", cli_shown(cli, folder),
                 strerror(errno));
    return CLI_FILE;
}

static enum cli_exit write_one(struct cli *cli,
                               const char *folder,
                               const char *name,
                               const void *bytes,
                               size_t n)
{
    const char *path = cor_text_print(&cli->arena, "%s/%s", folder, name);
    if (path == NULL)
        return CLI_FAULT;
    return cli_write_file(cli, path, bytes, n);
}

static bool add_name(struct cli *cli, struct cli_files *files, const char *name)
{
    const char **list = cor_arena_grow(&cli->arena, files->name, files->n,
                                       &files->capacity, sizeof *list);
    if (list == NULL || name == NULL)
        return false;
    files->name = list;
    files->name[files->n++] = name;
    return true;
}

static enum cli_exit write_ledger(struct cli *cli,
                                  const char *folder,
                                  const char *name,
                                  const struct cli_run *run,
                                  uint32_t i)
{
    char *text = NULL;
    size_t n = 0;
    FILE *memory = open_memstream(&text, &n);
    if (memory == NULL)
        return CLI_FAULT;
    cli_ledger_csv(memory, run->scenario, cli_journey_route(&run->journey[i]));
    enum cli_exit status = fclose(memory) == 0 ? CLI_ANSWERED : CLI_FAULT;
    if (status == CLI_ANSWERED)
        status = write_one(cli, folder, name, text, n);
    free(text);
    return status;
}

static const char *ledger_name(struct cli *cli,
                               const struct cli_journey *journey)
{
    return file_name(cli, journey->id, strlen(journey->id), ".csv");
}

static enum cli_exit write_ledgers(struct cli *cli,
                                   struct cli_files *files,
                                   const struct cli_run *run,
                                   const char *folder)
{
    enum cli_exit status = CLI_ANSWERED;
    for (uint32_t i = 0; i < run->n && status == CLI_ANSWERED; i++) {
        if (cli_journey_route(&run->journey[i]) == NULL)
            continue;
        const char *name = ledger_name(cli, &run->journey[i]);
        if (!add_name(cli, files, name))
            return CLI_FAULT;
        status = write_ledger(cli, folder, name, run, i);
    }
    return status;
}

static enum cli_exit write_document(struct cli *cli,
                                    const struct cli_files *files,
                                    const struct cli_run *run,
                                    const char *folder)
{
    json_t *document = cli_run_json(cli, run, files);
    char *text = json_dumps(document, JSON_INDENT(2));
    json_decref(document);
    if (text == NULL)
        return CLI_FAULT;
    const char *line = cor_text_print(&cli->arena, "%s\n", text);
    free(text);
    return line == NULL
               ? CLI_FAULT
               : write_one(cli, folder, "run.json", line, strlen(line));
}

static enum cli_exit write_map(struct cli *cli,
                               struct cli_files *files,
                               const struct cor_scene *scene,
                               enum map_kind kind,
                               const char *format,
                               const char *folder)
{
    const void *bytes;
    size_t n;
    struct cor_error err = {0};
    if (cor_scene_write(&bytes, &n, cor_scene_format_named(format), scene,
                        CLI_MAP_DPI, &cli->arena, &err) != COR_OK)
        return cli_fail(cli, &err);
    const char *name = map_name(cli, kind, format);
    if (name == NULL)
        return CLI_FAULT;
    const enum cli_exit status = write_one(cli, folder, name, bytes, n);
    if (status != CLI_ANSWERED)
        return status;
    return add_name(cli, files, name) ? CLI_ANSWERED : CLI_FAULT;
}

/* The corridors that the scenario wants on its map; all if it does not say. */
static struct cli_journey *
choose_journeys(struct cli *cli, uint32_t *n, const struct cli_run *run)
{
    const struct cor_map_wish *map = &run->scenario->map;
    *n = map->n_corridor == 0 ? run->n : map->n_corridor;
    if (map->n_corridor == 0)
        return run->journey;
    struct cli_journey *chosen =
        cor_arena_array(&cli->arena, struct cli_journey, *n);
    for (uint32_t i = 0; chosen != NULL && i < *n; i++)
        chosen[i] = run->journey[map->corridor[i]];
    return chosen;
}

static enum cli_exit write_formats(struct cli *cli,
                                   struct cli_files *files,
                                   const struct cor_scene *scene,
                                   enum map_kind kind,
                                   const char *folder)
{
    enum cli_exit status = CLI_ANSWERED;
    for (size_t i = 0; i < CLI_COUNT(map_formats) && status == CLI_ANSWERED;
         i++)
        status = write_map(cli, files, scene, kind, map_formats[i], folder);
    return status;
}

/* Closing a link asks for shortest ways through the whole network. Beyond so
   many links of routes times links of the network that takes longer than a
   second or two, and is left to those who ask for it. */
static const double most_work = 2e6;

static bool is_small_enough(struct cli *cli, const struct cli_map *map)
{
    double work = 0;
    for (uint32_t i = 0; i < map->n_journey; i++) {
        const struct cor_route *route = cli_journey_route(&map->journey[i]);
        work += route != NULL ? route->n_leg : 0;
    }
    work *= map->scenario->links.n;
    if (work > most_work)
        cli_note(cli, "the map of criticality is left out, since it takes "
                      "long; 'corridor map --show criticality' draws it");
    return work <= most_work;
}

/* What stops the corridors, where there are any. */
static enum cli_exit write_criticality(struct cli *cli,
                                       struct cli_files *files,
                                       struct cli_map *map,
                                       const char *folder)
{
    const struct cor_scene *scene;
    bool has_route = false;
    for (uint32_t i = 0; i < map->n_journey; i++)
        has_route |= cli_journey_route(&map->journey[i]) != NULL;
    if (!has_route || !is_small_enough(cli, map))
        return CLI_ANSWERED;
    enum cli_exit status = cli_kind_criticality.prepare(cli, map);
    json_decref(map->detail);
    if (status != CLI_ANSWERED)
        return status;
    cli_show_head(cli, map, true);
    status = cli_map_draw(cli, &scene, map, 1, NULL);
    return status == CLI_ANSWERED
               ? write_formats(cli, files, scene, MAP_CRITICALITY, folder)
               : status;
}

static enum cli_exit write_maps(struct cli *cli,
                                struct cli_files *files,
                                const struct cli_run *run,
                                const char *folder)
{
    static const struct cli_map_options nothing = {.distinct = (double)NAN};
    struct cli_map map = {.scenario = run->scenario, .asked = &nothing};
    const struct cor_scene *scene;
    cor_map_options_init(&map.how, run->scenario);
    map.journey = choose_journeys(cli, &map.n_journey, run);
    if (map.journey == NULL)
        return CLI_FAULT;
    enum cli_exit status = cli_map_compose(
        cli, &scene, map.scenario, map.journey, map.n_journey, &map.how);
    if (status == CLI_ANSWERED)
        status = write_formats(cli, files, scene, MAP_CORRIDORS, folder);
    return status == CLI_ANSWERED ? write_criticality(cli, files, &map, folder)
                                  : status;
}

/* Before the first of them is written: whether one of the files is what the
   scenario was read from. */
static bool
is_over_input(struct cli *cli, const struct cli_run *run, const char *folder)
{
    const size_t n_map = N_MAP * CLI_COUNT(map_formats);
    const size_t n = run->n + n_map + 1;
    for (size_t i = 0; i < n; i++) {
        const char *name = "run.json";
        if (i < run->n)
            name = ledger_name(cli, &run->journey[i]);
        else if (i + 1 < n)
            name = map_name(cli, (enum map_kind)((i - run->n) % N_MAP),
                            map_formats[(i - run->n) / N_MAP]);
        const char *path = cor_text_print(&cli->arena, "%s/%s", folder,
                                          name != NULL ? name : "");
        if (path != NULL && cli_scenario_is_input(cli, run->scenario, path))
            return true;
    }
    return false;
}

/* Drawing can fail, and end the program for want of memory, so that results
   are written before it; the document is written again once it can name the
   maps. */
enum cli_exit cli_run_write(struct cli *cli,
                            struct cli_files *files,
                            const struct cli_run *run,
                            const char *folder)
{
    if (is_over_input(cli, run, folder))
        return CLI_USAGE;
    enum cli_exit status = make_folder(cli, folder);
    if (status == CLI_ANSWERED && !add_name(cli, files, "run.json"))
        status = CLI_FAULT;
    if (status == CLI_ANSWERED)
        status = write_ledgers(cli, files, run, folder);
    if (status == CLI_ANSWERED)
        status = write_document(cli, files, run, folder);
    if (status != CLI_ANSWERED)
        files->n = 0;
    if (status == CLI_ANSWERED && run->scenario->places.n != 0) {
        status = write_maps(cli, files, run, folder);
        const enum cli_exit last = write_document(cli, files, run, folder);
        status = status == CLI_ANSWERED ? last : status;
    }
    return status;
}
