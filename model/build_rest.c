#include "model/build.h"

#include <math.h>

static const struct cor_value unknown = {NAN, COR_NONE};

/* Modes of a scenario's own move anywhere, like what flies. */
static struct cor_mode build_mode(const struct cor_building *building,
                                  uint32_t mode)
{
    if (mode < COR_N_MODE)
        return cor_modes[mode];
    const char *name = building->draft->names[COR_SPACE_MODE].name[mode];
    return (struct cor_mode){.name = name, .title = name, .medium = COR_IN_AIR};
}

static struct cor_value
rate(const struct cor_building *building, uint32_t record, uint32_t dimension)
{
    const bool is_it =
        cor_draft_at(building->draft, COR_KIND_DEFAULT, COR_DEFAULT_COST,
                     record) != 0 &&
        cor_build_dimension(building, COR_KIND_DEFAULT, COR_DEFAULT_COST,
                            record) == dimension;
    return is_it ? cor_build_value(building, COR_KIND_DEFAULT, COR_DEFAULT_COST,
                                   record)
                 : unknown;
}

/* The word of an enum that a record states, or NULL. */
static const char *word_of(const struct cor_building *building,
                           enum cor_kind kind,
                           uint32_t field,
                           uint32_t record)
{
    if (cor_draft_at(building->draft, kind, field, record) == 0)
        return NULL;
    return cor_kinds[kind]
        .field[field]
        .word[cor_draft_index(building->draft, kind, field, record)];
}

static struct cor_default build_default(const struct cor_building *building,
                                        uint32_t record)
{
    if (record == COR_NONE)
        return (struct cor_default){
            unknown, unknown, unknown, unknown, COR_SCOPE_UNSTATED,
            unknown, unknown};
    return (struct cor_default){
        .speed_m_s = cor_build_value(building, COR_KIND_DEFAULT,
                                     COR_DEFAULT_SPEED, record),
        .cost_usd_per_tkm = rate(building, record, COR_DIM_COST_RATE),
        .cost_usd_per_feu_km = rate(building, record, COR_DIM_BOX_RATE),
        .co2e_kg_per_tkm = cor_build_value(building, COR_KIND_DEFAULT,
                                           COR_DEFAULT_CO2E, record),
        .scope = cor_draft_index(building->draft, COR_KIND_DEFAULT,
                                 COR_DEFAULT_SCOPE, record),
        .circuity = cor_build_value(building, COR_KIND_DEFAULT,
                                    COR_DEFAULT_CIRCUITY, record),
        .driving = cor_build_value(building, COR_KIND_DEFAULT,
                                   COR_DEFAULT_DRIVING, record),
    };
}

bool cor_build_modes(struct cor_building *building)
{
    const struct cor_draft *draft = building->draft;
    const uint32_t n = draft->names[COR_SPACE_MODE].n;
    struct cor_mode *mode =
        cor_arena_array(building->arena, struct cor_mode, n);
    struct cor_default *defaults =
        cor_arena_array(building->arena, struct cor_default, n);
    if (mode == NULL || defaults == NULL)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        mode[i] = build_mode(building, i);
        defaults[i] =
            build_default(building, draft->record_of[COR_SPACE_MODE][i]);
    }
    building->scenario->n_mode = n;
    building->scenario->mode = mode;
    building->scenario->defaults = defaults;
    return true;
}

/* The last record of a kind that is written once; COR_NONE: there is none. */
static uint32_t last_of(const struct cor_building *building, enum cor_kind kind)
{
    uint32_t last = COR_NONE;
    COR_CHECK_EACH(building->draft, kind, record)
    last = record;
    return last;
}

/* One FEU of 24 t, as the format promises. */
static const double default_mass_t = 24, feu_teu = 2;

/* The last cargo that states a field, so that a scenario need only say what is
   other than in what it extends; COR_NONE: none does. */
static uint32_t last_cargo(const struct cor_building *building, uint32_t field)
{
    uint32_t last = COR_NONE;
    COR_CHECK_EACH(building->draft, COR_KIND_CARGO, record)
    if (cor_draft_at(building->draft, COR_KIND_CARGO, field, record) != 0)
        last = record;
    return last;
}

static struct cor_value build_cargo_value(const struct cor_building *building,
                                          double mass_t)
{
    const uint32_t record = last_cargo(building, COR_CARGO_VALUE);
    if (record == COR_NONE)
        return unknown;
    struct cor_value value =
        cor_build_value(building, COR_KIND_CARGO, COR_CARGO_VALUE, record);
    if (cor_build_dimension(building, COR_KIND_CARGO, COR_CARGO_VALUE,
                            record) == COR_DIM_VALUE)
        value.number *= mass_t;
    return value;
}

static struct cor_value build_time_value(const struct cor_building *building,
                                         double value_usd)
{
    const uint32_t record = last_cargo(building, COR_CARGO_TIME_VALUE);
    if (record == COR_NONE || isnan(value_usd))
        return unknown;
    struct cor_value value =
        cor_build_value(building, COR_KIND_CARGO, COR_CARGO_TIME_VALUE, record);
    value.number *= value_usd;
    return value;
}

static void build_cargo_unit(struct cor_cargo *cargo,
                             const struct cor_building *building)
{
    const uint32_t record = last_cargo(building, COR_CARGO_UNIT);
    if (record == COR_NONE)
        return;
    cargo->unit = word_of(building, COR_KIND_CARGO, COR_CARGO_UNIT, record);
    cargo->teu = cor_unit_find(cor_text_of(cargo->unit))->factor;
}

static bool build_cargo_modes(struct cor_cargo *cargo,
                              struct cor_building *building)
{
    const uint32_t record = last_cargo(building, COR_CARGO_MODES);
    return record == COR_NONE ||
           cor_build_list(&cargo->mode, &cargo->n_mode, building,
                          COR_KIND_CARGO, COR_CARGO_MODES, record);
}

bool cor_build_cargo(struct cor_building *building)
{
    const struct cor_draft *draft = building->draft;
    const uint32_t mass = last_cargo(building, COR_CARGO_TONNES);
    const uint32_t service = last_cargo(building, COR_CARGO_SERVICE);
    struct cor_cargo *cargo = &building->scenario->cargo;
    *cargo = (struct cor_cargo){
        .unit = "FEU",
        .teu = feu_teu,
        .mass_t = default_mass_t,
        .stated = last_of(building, COR_KIND_CARGO) != COR_NONE,
    };
    build_cargo_unit(cargo, building);
    if (mass != COR_NONE)
        cargo->mass_t =
            cor_draft_number(draft, COR_KIND_CARGO, COR_CARGO_TONNES, mass) /
            1000;
    if (service != COR_NONE)
        cargo->carriage =
            cor_draft_index(draft, COR_KIND_CARGO, COR_CARGO_SERVICE, service);
    cargo->value_usd = build_cargo_value(building, cargo->mass_t);
    cargo->time_value_usd_per_s =
        build_time_value(building, cargo->value_usd.number);
    return build_cargo_modes(cargo, building);
}

static void build_extent(struct cor_map_wish *map,
                         const struct cor_building *building,
                         uint32_t record)
{
    double bound[4];
    map->has_extent = cor_draft_box(bound, building->draft, COR_KIND_MAP,
                                    COR_MAP_EXTENT, record);
    if (!map->has_extent)
        return;
    map->west = bound[0];
    map->south = bound[1];
    map->east = bound[2];
    map->north = bound[3];
}

static bool build_languages(struct cor_map_wish *map,
                            struct cor_building *building,
                            uint32_t record)
{
    const struct cor_draft *draft = building->draft;
    const struct cor_draft_list list =
        cor_draft_list(draft, COR_KIND_MAP, COR_MAP_LANGUAGES, record);
    const char **name = cor_arena_array(building->arena, const char *, list.n);
    if (name == NULL)
        return false;
    for (uint32_t i = 0; i < list.n; i++)
        name[i] = cor_draft_name(draft, COR_SPACE_WORD,
                                 draft->item[list.first + i].word);
    map->language = name;
    map->n_language = list.n;
    return true;
}

/* A list of modes without a word for the rest asks for these modes only. */
static bool build_ground(struct cor_map_ground *ground,
                         struct cor_building *building,
                         uint32_t record)
{
    const struct cor_draft *draft = building->draft;
    const struct cor_draft_list list =
        cor_draft_list(draft, COR_KIND_MAP, COR_MAP_NETWORK, record);
    uint32_t *mode = cor_arena_array(building->arena, uint32_t, list.n);
    if (mode == NULL)
        return false;
    *ground = (struct cor_map_ground){.network = list.n == 0 ? COR_NETWORK_AUTO
                                                             : COR_NETWORK_NONE,
                                      .mode = mode};
    for (uint32_t i = list.first; i < list.first + list.n; i++) {
        const struct cor_text word = cor_text_of(
            cor_draft_name(draft, COR_SPACE_WORD, draft->item[i].word));
        const enum cor_map_network network = cor_map_network_named(word);
        if (network != COR_N_NETWORK)
            ground->network = network;
        else
            mode[ground->n_mode++] =
                cor_names_find(&draft->names[COR_SPACE_MODE], word);
    }
    return true;
}

bool cor_build_map(struct cor_building *building)
{
    const uint32_t record = last_of(building, COR_KIND_MAP);
    struct cor_map_wish *map = &building->scenario->map;
    if (record == COR_NONE)
        return true;
    map->labels =
        cor_draft_index(building->draft, COR_KIND_MAP, COR_MAP_LABELS, record);
    map->show =
        cor_draft_index(building->draft, COR_KIND_MAP, COR_MAP_SHOW, record);
    build_extent(map, building, record);
    return build_languages(map, building, record) &&
           build_ground(&map->ground, building, record) &&
           cor_build_text(&map->theme, building, COR_KIND_MAP, COR_MAP_THEME,
                          record) &&
           cor_build_title(&map->title, &map->titles, building, COR_KIND_MAP,
                           COR_MAP_TITLE, record) &&
           cor_build_title(&map->subtitle, &map->subtitles, building,
                           COR_KIND_MAP, COR_MAP_SUBTITLE, record) &&
           cor_build_list(&map->corridor, &map->n_corridor, building,
                          COR_KIND_MAP, COR_MAP_CORRIDORS, record) &&
           cor_build_list(&map->focus, &map->n_focus, building, COR_KIND_MAP,
                          COR_MAP_FOCUS, record);
}
