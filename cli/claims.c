#include <cli/claims.h>

#include <cli/atlas.h>
#include <cli/data.h>
#include <cli/names.h>
#include <cli/output.h>

#include <math.h>

static bool needs_territory(const struct cor_scenario *scenario)
{
    for (uint32_t i = 0; i < scenario->n_claim; i++)
        if (scenario->claim[i].metric == COR_CLAIM_AREA_SHARE)
            return true;
    return false;
}

/* The map of the world, or that which users ask for. */
static enum cor_status load_territory(struct cli *cli,
                                      const struct cor_territory **out,
                                      const struct cor_scenario *scenario,
                                      struct cor_error *err)
{
    const char *path =
        cli->common.basemap != NULL
            ? cli->common.basemap
            : cli_data_path(cli, cli_atlases[CLI_N_ATLAS - 1].name);
    struct cor_territory *made =
        cor_arena_array(&cli->arena, struct cor_territory, 1);
    const struct cor_basemap *map;
    *out = NULL;
    if (path == NULL || !needs_territory(scenario))
        return COR_OK;
    if (made == NULL)
        return COR_FAIL_MEMORY(err);
    enum cor_status status =
        cor_basemap_load(&map, path, NULL, &cli->arena, err);
    if (status == COR_OK)
        status = cor_territory_make(made, scenario, map, &cli->arena, err);
    *out = status == COR_OK ? made : NULL;
    return status;
}

enum cli_exit cli_claims_judge(struct cli *cli,
                               struct cor_claim_answer **out,
                               const struct cor_scenario *scenario)
{
    const uint32_t n = scenario->n_claim;
    struct cor_claim_answer *answer =
        cor_arena_array(&cli->arena, struct cor_claim_answer, n);
    const struct cor_territory *territory;
    struct cor_error reason = {0};
    if (answer == NULL)
        return CLI_FAULT;
    if (load_territory(cli, &territory, scenario, &reason) != COR_OK)
        return cli_fail(cli, &reason);
    for (uint32_t i = 0; i < n; i++) {
        struct cor_error err = {0};
        if (cor_claim_judge(&answer[i], scenario, &scenario->claim[i],
                            territory, &cli->arena, &err) != COR_OK)
            return cli_fail(cli, &err);
    }
    *out = answer;
    return CLI_ANSWERED;
}

static const char *source_title(const struct cor_scenario *scenario,
                                uint32_t source)
{
    const char *title = scenario->sources.title[source];
    return title != NULL ? title : cli_source_id(scenario, source);
}

void cli_claims_print(struct cli *cli,
                      const struct cor_scenario *scenario,
                      const struct cor_claim_answer *answer)
{
    if (scenario->n_claim != 0)
        fputs("\nClaims\n", cli->out);
    for (uint32_t i = 0; i < scenario->n_claim; i++) {
        const struct cor_claim *claim = &scenario->claim[i];
        fprintf(cli->out, "%s: %s\n", cor_verdicts[answer[i].verdict],
                cli_shown(cli, claim->text));
        fprintf(cli->out, "    %s.\n", cli_shown(cli, answer[i].sentence));
        if (claim->source != COR_NONE)
            fprintf(cli->out, "    Source: %s\n",
                    cli_shown(cli, source_title(scenario, claim->source)));
    }
}

/* What a case says in numbers. */
static void set_numbers(json_t *object, const struct cor_claim_case *item)
{
    json_object_set_new(object, "value", cli_json_number(item->least));
    json_object_set_new(object, "value_most", cli_json_number(item->most));
    json_object_set_new(object, "rival", cli_json_number(item->rival));
    json_object_set_new(object, "difference",
                        cli_json_number(item->difference));
}

static json_t *case_json(struct cli *cli, const struct cor_claim_case *item)
{
    json_t *object = json_pack("{s:o, s:o, s:s, s:o, s:o}", "of",
                               cli_json_text(cli, item->of), "against",
                               cli_json_text(cli, item->against), "verdict",
                               cor_verdicts[item->verdict], "sentence",
                               cli_json_text(cli, item->sentence), "condition",
                               cli_json_text(cli, item->condition));
    set_numbers(object, item);
    return object;
}

/* A claim of one case has its numbers beside the verdict; of several, each case
   has its own. */
static json_t *claim_json(struct cli *cli,
                          const struct cor_scenario *scenario,
                          const struct cor_claim *claim,
                          const struct cor_claim_answer *answer)
{
    static const struct cor_claim_case none = {
        .least = NAN, .most = NAN, .rival = NAN, .difference = NAN};
    char as_of[COR_DATE_SIZE];
    if (answer->as_of != COR_NO_DATE)
        cor_date_format(as_of, answer->as_of);
    json_t *object = json_pack(
        "{s:o, s:s, s:o, s:o, s:o, s:o, s:s, s:s, s:o}", "id",
        cli_json_text(cli, claim->id), "verdict", cor_verdicts[answer->verdict],
        "sentence", cli_json_text(cli, answer->sentence), "condition",
        cli_json_text(cli, answer->condition), "text",
        cli_json_text(cli, claim->text), "source",
        cli_json_text(cli, cli_source_id(scenario, claim->source)), "metric",
        cor_claim_metrics[claim->metric], "unit", answer->unit, "as_of",
        cli_json_text(cli, answer->as_of != COR_NO_DATE ? as_of : NULL));
    cli_json_add_titles(cli, object, "texts", &claim->texts);
    set_numbers(object, answer->n == 1 ? &answer->item[0] : &none);
    json_t *cases = json_array();
    for (uint32_t i = 0; i < answer->n; i++)
        json_array_append_new(cases, case_json(cli, &answer->item[i]));
    json_object_set_new(object, "cases", cases);
    return object;
}

json_t *cli_claims_json(struct cli *cli,
                        const struct cor_scenario *scenario,
                        const struct cor_claim_answer *answer)
{
    json_t *list = json_array();
    for (uint32_t i = 0; i < scenario->n_claim; i++)
        json_array_append_new(
            list, claim_json(cli, scenario, &scenario->claim[i], &answer[i]));
    return list;
}
