#include <cli/atlas.h>

#include <cli/data.h>

#include <corridor/geo/landwater.h>

const struct cli_atlas cli_atlases[CLI_N_ATLAS] = {
    {"maps/eurasia-10m.topojson", -12, -10, 160, 80, 40},
    {"maps/world-50m.topojson", -180, -90, 180, 90, 360},
};

static enum cor_status add(struct cli *cli,
                           struct cli_grounds *grounds,
                           const char *path,
                           const struct cli_atlas *atlas,
                           struct cor_error *err)
{
    const struct cor_basemap *map;
    struct cor_ground ground = {NULL, atlas->west, atlas->south, atlas->east,
                                atlas->north};
    enum cor_status status =
        cor_basemap_load(&map, path, NULL, &cli->arena, err);
    if (status == COR_OK)
        status = cor_landwater_create(&ground.oracle, map, err);
    if (status == COR_OK)
        grounds->ground[grounds->n++] = ground;
    return status;
}

enum cor_status cli_grounds_load(struct cli *cli,
                                 struct cli_grounds *out,
                                 struct cor_error *err)
{
    enum cor_status status = COR_OK;
    out->n = 0;
    if (cli->common.basemap != NULL)
        return add(cli, out, cli->common.basemap, &cli_atlases[CLI_N_ATLAS - 1],
                   err);
    for (size_t i = 0; i < CLI_N_ATLAS && status == COR_OK; i++) {
        const char *path = cli_data_path(cli, cli_atlases[i].name);
        if (path != NULL)
            status = add(cli, out, path, &cli_atlases[i], err);
    }
    return status;
}

void cli_grounds_finish(struct cli_grounds *grounds)
{
    for (uint32_t i = 0; i < grounds->n; i++)
        cor_landwater_destroy(grounds->ground[i].oracle);
    grounds->n = 0;
}
