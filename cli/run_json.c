#include <cli/run_files.h>

#include <cli/ledger_parts.h>

static json_t *corridor_json(struct cli *cli,
                             const struct cor_scenario *scenario,
                             const struct cli_journey *journey)
{
    json_t *object =
        json_pack("{s:o, s:o, s:s}", "id", cli_json_text(cli, journey->id),
                  "title", cli_json_text(cli, journey->title), "by",
                  cor_measures[journey->routes.by].name);
    cli_json_add_titles(cli, object, "titles", journey->titles);
    cli_ledger_json(cli, object, scenario, &journey->routes,
                    cli_journey_route(journey));
    json_object_set_new(
        object, "indicators",
        cli_indicators_json(cli, scenario, cli_journey_route(journey),
                            cor_scenario_corridor(scenario, journey->id)));
    return object;
}

static json_t *scenario_json(struct cli *cli, const struct cor_scenario *s)
{
    char as_of[COR_DATE_SIZE];
    if (s->as_of != COR_NO_DATE)
        cor_date_format(as_of, s->as_of);
    const char *hash =
        cor_text_print(&cli->arena, "%016llx", (unsigned long long)s->hash);
    json_t *object = json_pack(
        "{s:o, s:o, s:o, s:s}", "title", cli_json_text(cli, s->title), "as_of",
        cli_json_text(cli, s->as_of != COR_NO_DATE ? as_of : NULL), "hash",
        cli_json_text(cli, hash), "version", CLI_VERSION);
    cli_json_add_titles(cli, object, "titles", &s->titles);
    return object;
}

json_t *cli_run_json(struct cli *cli,
                     const struct cli_run *run,
                     const struct cli_files *files)
{
    json_t *corridors = json_array(), *names = json_array(),
           *network = json_object();
    for (uint32_t i = 0; i < run->n; i++)
        json_array_append_new(
            corridors, corridor_json(cli, run->scenario, &run->journey[i]));
    for (size_t i = 0; i < files->n; i++)
        json_array_append_new(names, cli_json_text(cli, files->name[i]));
    cli_network_json(cli, network, &run->network);
    json_t *document = cli_json_document(cli, "run");
    json_object_set_new(document, "scenario",
                        scenario_json(cli, run->scenario));
    json_object_set_new(document, "corridors", corridors);
    json_object_set_new(document, "claims",
                        cli_claims_json(cli, run->scenario, run->claim));
    json_object_set_new(document, "connectivity", network);
    json_object_set_new(document, "files", names);
    return document;
}
