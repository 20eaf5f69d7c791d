#include <cli/basemaps.h>

#include <cli/data.h>
#include <cli/output.h>

#include <pthread.h>
#include <string.h>

struct cli_basemap {
    struct cli_basemap *before; /* begun before this one */
    const char *path, *labels;
    bool has_thread;
    pthread_t thread;
    struct cor_arena arena; /* its own: others are of one thread */
    const struct cor_basemap *map;
    enum cor_status status;
    struct cor_error err;
};

static void *load(void *data)
{
    struct cli_basemap *basemap = data;
    basemap->status =
        cor_basemap_load(&basemap->map, basemap->path, basemap->labels,
                         &basemap->arena, &basemap->err);
    return NULL;
}

static struct cli_basemap *find(const struct cli *cli, const char *path)
{
    struct cli_basemap *basemap = cli->basemaps;
    while (basemap != NULL && strcmp(basemap->path, path) != 0)
        basemap = basemap->before;
    return basemap;
}

static struct cli_basemap *add(struct cli *cli, const char *path)
{
    struct cli_basemap *made =
        cor_arena_take_zero(&cli->arena, 1, sizeof *made);
    if (made == NULL)
        return NULL;
    made->before = cli->basemaps;
    made->path = path;
    made->labels = cli_data_path(cli, "maps/labels.csv");
    cor_arena_init(&made->arena, SIZE_MAX);
    cli->basemaps = made;
    return made;
}

bool cli_basemap_begin(struct cli *cli, const char *path)
{
    if (find(cli, path) != NULL)
        return true;
    struct cli_basemap *basemap = add(cli, path);
    if (basemap == NULL)
        return false;
    basemap->has_thread =
        pthread_create(&basemap->thread, NULL, load, basemap) == 0;
    if (!basemap->has_thread)
        load(basemap);
    return true;
}

static void await(struct cli_basemap *basemap)
{
    if (basemap->has_thread)
        pthread_join(basemap->thread, NULL);
    basemap->has_thread = false;
}

enum cli_exit cli_basemap_read(struct cli *cli,
                               const struct cor_basemap **out,
                               const char *path)
{
    struct cli_basemap *basemap = find(cli, path);
    if (basemap != NULL)
        await(basemap);
    else if ((basemap = add(cli, path)) != NULL)
        load(basemap);
    else
        return CLI_FAULT;
    if (basemap->status != COR_OK)
        return cli_fail(cli, &basemap->err);
    *out = basemap->map;
    return CLI_ANSWERED;
}

void cli_basemaps_finish(struct cli *cli)
{
    for (struct cli_basemap *b = cli->basemaps; b != NULL; b = b->before) {
        await(b);
        cor_arena_finish(&b->arena);
    }
    cli->basemaps = NULL;
}
