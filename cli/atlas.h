/* cli/atlas.h -- the base maps that are installed. */
#ifndef CLI_ATLAS_H
#define CLI_ATLAS_H

#include <cli/command.h>

#include <corridor/model/load.h>

/** A base map, and what it covers. */
struct cli_atlas {
    const char *name;
    double west, south, east, north; /* degrees */
    double widest; /* degrees of longitude on a map worth its detail */
};

/** Most detailed first; the last covers the world. See maps/README.md. */
enum { CLI_N_ATLAS = 2 };
extern const struct cli_atlas cli_atlases[CLI_N_ATLAS];

/** What ships and trains are held against. */
struct cli_grounds {
    struct cor_ground ground[CLI_N_ATLAS];
    uint32_t n; /* 0 where no base map is installed */
};

/** Read the base map that users ask for, else all that are installed. */
enum cor_status cli_grounds_load(struct cli *cli,
                                 struct cli_grounds *out,
                                 struct cor_error *err);

/** Give back what was loaded, also after a failure. */
void cli_grounds_finish(struct cli_grounds *grounds);

#endif
