#include <cli/map_credit.h>

#include <cli/names.h>

#include <corridor/base/text.h>
#include <corridor/model/group.h>

#include <string.h>

bool cli_credit_begin(struct cli *cli,
                      struct cli_credit *out,
                      const struct cor_scenario *scenario,
                      const char *what)
{
    uint32_t *n = cor_arena_array(&cli->arena, uint32_t, scenario->sources.n);
    if (n == NULL)
        return false;
    memset(n, 0, scenario->sources.n * sizeof *n);
    *out = (struct cli_credit){
        .scenario = scenario, .what = what, .n_by_source = n};
    return true;
}

/* Not to be looked up anywhere: the ids that tables use for it. */
static bool is_weak(const char *id)
{
    return strcmp(id, "assumed") == 0 || strcmp(id, "memory") == 0;
}

void cli_credit_add(struct cli_credit *credit, uint32_t source)
{
    const char *id =
        source == COR_NONE ? NULL : cli_source_id(credit->scenario, source);
    credit->n++;
    if (id == NULL || is_weak(id))
        credit->n_weak++;
    else if (strcmp(id, "derived") == 0)
        credit->n_derived++;
    else
        credit->n_by_source[source]++;
}

/* Count a link unless its id was seen before; false for want of memory. */
static bool add_link(struct cli_credit *credit,
                     struct cor_names *seen,
                     uint32_t link,
                     uint32_t source)
{
    const uint32_t had = seen->n;
    if (cor_names_add(seen, cor_text_of(cli_link_id(credit->scenario, link))) ==
        COR_NONE)
        return false;
    if (seen->n != had)
        cli_credit_add(credit, source);
    return true;
}

static bool add_route(struct cli_credit *credit,
                      struct cor_names *seen,
                      const struct cor_route *route)
{
    for (uint32_t i = 0; i < route->n_leg; i++) {
        const struct cor_leg *leg = &route->leg[i];
        if (leg->kind == COR_LEG_LINK &&
            !add_link(credit, seen, leg->record,
                      leg->figure[COR_BY_LENGTH].source))
            return false;
    }
    return true;
}

static bool add_network(struct cli_credit *credit, struct cor_names *seen)
{
    const struct cor_links *links = &credit->scenario->links;
    for (uint32_t i = 0; i < links->n; i++)
        if (!add_link(credit, seen, i, links->source[i]))
            return false;
    return true;
}

bool cli_credit_journeys(struct cli *cli,
                         struct cli_credit *out,
                         const struct cor_scenario *scenario,
                         const struct cli_journey *journey,
                         uint32_t n,
                         struct cor_names *seen)
{
    if (!cli_credit_begin(cli, out, scenario,
                          n == 0 ? "Network" : "Link lengths"))
        return false;
    if (n == 0)
        return add_network(out, seen);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t r = 0; r < journey[i].routes.n; r++)
            if (!add_route(out, seen, &journey[i].routes.route[r]))
                return false;
    return true;
}

bool cli_credit_members(struct cli *cli,
                        struct cli_credit *out,
                        const struct cor_scenario *scenario,
                        const struct cor_group *group)
{
    if (!cli_credit_begin(cli, out, scenario, "Membership"))
        return false;
    for (uint32_t i = 0; i < group->n_member; i++)
        if (cor_group_has(group, group->member[i].country, scenario->as_of))
            cli_credit_add(out, group->member[i].source);
    return true;
}

json_t *cli_credit_json(struct cli *cli, const struct cli_credit *credit)
{
    const struct cor_sources *s = &credit->scenario->sources;
    json_t *list = json_array();
    for (uint32_t i = 0; i < s->n; i++) {
        if (credit->n_by_source[i] == 0)
            continue;
        json_array_append_new(
            list, json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "id",
                            cli_json_text(cli, s->ids->name[i]), "title",
                            cli_json_text(cli, s->title[i]), "url",
                            cli_json_text(cli, s->url[i]), "year",
                            cli_json_text(cli, s->year[i]), "licence",
                            cli_json_text(cli, s->licence[i]), "grade",
                            cli_json_text(cli, s->grade[i]), "values",
                            cli_json_whole(credit->n_by_source[i])));
    }
    return json_pack("{s:s, s:o, s:o, s:o, s:o}", "what", credit->what,
                     "values", cli_json_whole(credit->n), "derived",
                     cli_json_whole(credit->n_derived), "unsourced",
                     cli_json_whole(credit->n_weak), "sources", list);
}
