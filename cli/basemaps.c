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
    basemap->status = cor_basemap_load(&basemap->map, basemap->path,
                                       basemap->labels, &basemap->arena,
                                       &basemap->err);
    return NULL;
}

static struct cli_basemap *begin(struct cli *cli, const char *path)
{
    struct cli_basemap *made =
        cor_arena_take_zero(&cli->arena, 1, sizeof *made);
    if (made == NULL)
        return NULL;
    made->before = cli->basemaps;
    made->path = path;
    made->labels = cli_data_path(cli, "maps/labels.csv");
    cor_arena_init(&made->arena, SIZE_MAX);
    made->has_thread = pthread_create(&made->thread, NULL, load, made) == 0;
    if (!made->has_thread)
        load(made);
    cli->basemaps = made;
    return made;
}

struct cli_basemap *cli_basemap_begin(struct cli *cli, const char *path)
{
    struct cli_basemap *basemap = cli->basemaps;
    while (basemap != NULL && strcmp(basemap->path, path) != 0)
        basemap = basemap->before;
    return basemap != NULL ? basemap : begin(cli, path);
}

static void await(struct cli_basemap *basemap)
{
    if (basemap->has_thread)
        pthread_join(basemap->thread, NULL);
    basemap->has_thread = false;
}

enum cli_exit cli_basemap_end(struct cli *cli,
                              const struct cor_basemap **out,
                              struct cli_basemap *basemap)
{
    await(basemap);
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
