#include "model/build.h"

#include <string.h>

/* Records that were replaced or removed have no number. */
static bool number_kind(struct cor_building *building, enum cor_kind kind)
{
    const struct cor_draft_table *table = &building->draft->table[kind];
    if (table->n == 0 || memchr(table->dead, true, table->n) == NULL) {
        building->n[kind] = table->n;
        return true;
    }
    uint32_t *number =
        cor_arena_array(building->draft->arena, uint32_t, table->n);
    if (number == NULL)
        return false;
    for (uint32_t i = 0; i < table->n; i++)
        number[i] = table->dead[i] ? COR_NONE : building->n[kind]++;
    building->number[kind] = number;
    return true;
}

static bool number_records(struct cor_building *building)
{
    for (enum cor_kind kind = 0; kind < COR_N_KIND; kind++)
        if (!number_kind(building, kind))
            return false;
    building->all_count = building->number[COR_KIND_PLACE] == NULL &&
                          building->number[COR_KIND_LINK] == NULL;
    return true;
}

/* Of files laid over each other the last one that says something counts; a
   folder of tables is called by its name. */
static bool build_head(struct cor_building *building, const char *file)
{
    struct cor_scenario *scenario = building->scenario;
    const struct cor_draft *draft = building->draft;
    for (uint32_t i = 0; i < draft->table[COR_KIND_SCENARIO].n; i++) {
        const char *title, *summary;
        struct cor_titles titles;
        if (!cor_build_title(&title, &titles, building, COR_KIND_SCENARIO,
                             COR_SCENARIO_TITLE, i) ||
            !cor_build_text(&summary, building, COR_KIND_SCENARIO,
                            COR_SCENARIO_SUMMARY, i))
            return false;
        scenario->titles = title != NULL ? titles : scenario->titles;
        scenario->title = title != NULL ? title : scenario->title;
        scenario->summary = summary != NULL ? summary : scenario->summary;
    }
    scenario->file = cor_text_copy(building->arena, cor_text_of(file));
    if (scenario->title == NULL)
        scenario->title = scenario->file;
    return scenario->file != NULL;
}

static bool build_inputs(struct cor_building *building)
{
    const struct cor_draft *draft = building->draft;
    const char **input =
        cor_arena_array(building->arena, const char *, draft->n_file);
    for (size_t i = 0; input != NULL && i < draft->n_file; i++) {
        const char *name = draft->file[i].source->name;
        input[i] = cor_text_copy(building->arena, cor_text_of(name));
        if (input[i] == NULL)
            return false;
    }
    building->scenario->n_input = (uint32_t)draft->n_file;
    building->scenario->input = input;
    return input != NULL;
}

static bool build_names(struct cor_building *building)
{
    building->scenario->countries = cor_arena_copy(
        building->arena, &building->draft->names[COR_SPACE_COUNTRY], 1,
        sizeof(struct cor_names));
    return building->scenario->countries != NULL;
}

static bool build_parts(struct cor_building *building)
{
    return build_inputs(building) && build_names(building) &&
           cor_build_sources(building) && cor_build_places(building) &&
           cor_build_modes(building) && cor_build_links(building) &&
           cor_build_transfers(building) && cor_build_borders(building) &&
           cor_build_services(building) && cor_build_cargo(building) &&
           cor_build_corridors(building) && cor_build_map(building) &&
           cor_build_measurements(building) && cor_build_flows(building) &&
           cor_build_rivals(building) && cor_build_claims(building) &&
           cor_build_groups(building) && cor_build_country_facts(building);
}

enum cor_status cor_build(const struct cor_scenario **out,
                          struct cor_draft *draft,
                          const char *file,
                          struct cor_error *err)
{
    struct cor_building building = {
        .draft = draft,
        .arena = draft->kept,
        .scenario = cor_arena_array(draft->kept, struct cor_scenario, 1),
    };
    if (building.scenario == NULL)
        return COR_FAIL_MEMORY(err);
    *building.scenario =
        (struct cor_scenario){.as_of = draft->as_of, .hash = draft->hash};
    if (!number_records(&building) || !cor_build_word_numbers(&building) ||
        !cor_build_unstated(&building) || !build_head(&building, file))
        return COR_FAIL_MEMORY(err);
    if (!build_parts(&building))
        return COR_FAIL_MEMORY(err);
    const struct cor_links *links = &building.scenario->links;
    const enum cor_status status = cor_network_build(
        &building.scenario->network, building.scenario->places.n, links->n,
        links->from, links->to, links->one_way, draft->kept, err);
    if (status == COR_OK)
        *out = building.scenario;
    return status;
}
