#include <cli/evaluate.h>

#include <cli/output.h>

const struct cor_route *cli_journey_route(const struct cli_journey *journey)
{
    return journey->routes.n == 0 ? NULL : &journey->routes.route[0];
}

enum cli_exit cli_journey_find(struct cli *cli,
                               struct cli_journey *journey,
                               const struct cor_scenario *scenario)
{
    struct cor_error err = {0};
    const enum cor_measure by =
        cor_route_measure_default(scenario, &journey->query);
    return cor_route_find(&journey->routes, scenario, &journey->query, by, 1,
                          &cli->arena, &err) == COR_OK
               ? CLI_ANSWERED
               : cli_fail(cli, &err);
}

enum cli_exit cli_corridors_evaluate(struct cli *cli,
                                     struct cli_journey **out,
                                     const struct cor_scenario *scenario,
                                     const uint32_t *corridor,
                                     uint32_t n)
{
    struct cli_journey *journey =
        cor_arena_array(&cli->arena, struct cli_journey, n);
    if (journey == NULL)
        return CLI_FAULT;
    for (uint32_t i = 0; i < n; i++) {
        const struct cor_corridor *c = &scenario->corridor[corridor[i]];
        journey[i] = (struct cli_journey){
            .id = c->id,
            .title = c->title,
            .titles = &c->titles,
            .query = c->query,
        };
        const enum cli_exit status =
            cli_journey_find(cli, &journey[i], scenario);
        if (status != CLI_ANSWERED)
            return status;
    }
    *out = journey;
    return CLI_ANSWERED;
}

const uint32_t *cli_corridors_all(struct cli *cli,
                                  const struct cor_scenario *scenario)
{
    const uint32_t n = scenario->n_corridor;
    uint32_t *all = cor_arena_array(&cli->arena, uint32_t, n);
    for (uint32_t i = 0; all != NULL && i < n; i++)
        all[i] = i;
    return all;
}
