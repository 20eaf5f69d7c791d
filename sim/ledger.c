#include "sim/ledger.h"

#include <math.h>

/* A route being written. */
struct writer {
    const struct cor_scenario *scenario;
    const struct cor_shipment *ship;
    struct cor_arena *arena, *scratch;
    struct cor_route route;
    struct cor_leg *leg; /* [route.n_leg] so far; so below */
    size_t room_for_leg;
    struct cor_route_country *country;
    size_t room_for_country;
    uint32_t at;         /* the country entered last */
    uint32_t gauge_mm;   /* the gauge stated last */
    uint32_t mode;       /* of the link before; COR_NONE: none yet */
    bool is_transferred; /* since that link */
};

static void add_source(uint32_t *source, uint32_t *n, uint32_t added)
{
    for (uint32_t i = 0; i < *n; i++)
        if (source[i] == added)
            return;
    if (added != COR_NONE)
        source[(*n)++] = added;
}

static uint32_t record_source(const struct cor_scenario *scenario,
                              struct cor_part part)
{
    switch (part.kind) {
    case COR_LEG_TRANSFER:
        return scenario->transfer[part.record].source;
    case COR_LEG_BORDER:
        return scenario->border[part.record].source;
    case COR_LEG_WAIT:
        return scenario->service[part.record].source;
    default:
        return scenario->links.source[part.record];
    }
}

/* The record's source, those of the measures that differ, that of the rest. */
static bool fill_figures(struct cor_leg *leg, const struct writer *writer)
{
    const struct cor_part part = {leg->kind, leg->record};
    uint32_t source[2 + COR_N_MEASURE];
    add_source(source, &leg->n_source, record_source(writer->scenario, part));
    for (int by = 0; by < COR_N_MEASURE; by++) {
        leg->figure[by] =
            cor_part_figure(writer->scenario, part, (enum cor_measure)by);
        add_source(source, &leg->n_source, leg->figure[by].source);
    }
    if (leg->kind == COR_LEG_LINK)
        leg->rest_s = cor_link_rest_s(writer->scenario, leg->record);
    if (leg->rest_s > 0)
        add_source(source, &leg->n_source,
                   writer->scenario->defaults[leg->mode].driving.source);
    leg->source =
        cor_arena_copy(writer->arena, source, leg->n_source, sizeof *source);
    return leg->source != NULL;
}

static struct cor_route_country *find_country(struct writer *writer,
                                              uint32_t country)
{
    uint32_t *n = &writer->route.n_country;
    for (uint32_t i = 0; i < *n; i++)
        if (writer->country[i].country == country)
            return &writer->country[i];
    struct cor_route_country *grown =
        cor_arena_grow(writer->scratch, writer->country, *n,
                       &writer->room_for_country, sizeof *grown);
    if (grown == NULL)
        return NULL;
    writer->country = grown;
    writer->country[*n] = (struct cor_route_country){.country = country};
    return &writer->country[(*n)++];
}

static bool give(struct writer *writer,
                 const struct cor_leg *leg,
                 uint32_t country,
                 double share)
{
    struct cor_route_country *to = find_country(writer, country);
    if (to == NULL)
        return false;
    for (int by = 0; by < COR_N_MEASURE; by++)
        to->amount[by] += share * leg->figure[by].value;
    to->geodesic_m += share * leg->geodesic_m;
    to->n_scope[cor_leg_scope(writer->scenario, leg)]++;
    return true;
}

static bool share_out(struct writer *writer, const struct cor_leg *leg)
{
    const uint32_t *country = writer->scenario->places.country;
    const uint32_t from = country[leg->from], to = country[leg->to];
    if (leg->kind == COR_LEG_BORDER)
        return give(writer, leg, writer->scenario->border[leg->record].country,
                    1);
    if (from == to)
        return give(writer, leg, from, 1);
    return give(writer, leg, from, 0.5) && give(writer, leg, to, 0.5);
}

static void add_up(struct writer *writer, const struct cor_leg *leg)
{
    struct cor_route *route = &writer->route;
    route->n_scope[cor_leg_scope(writer->scenario, leg)]++;
    for (int by = 0; by < COR_N_MEASURE; by++) {
        const struct cor_figure *figure = &leg->figure[by];
        route->amount[by] += figure->value;
        route->n_unknown[by] += figure->basis == COR_BASIS_NONE;
        route->n_default[by] += figure->basis == COR_BASIS_DEFAULT;
    }
    route->geodesic_m += leg->geodesic_m;
    route->n_transfer += leg->kind == COR_LEG_TRANSFER;
}

/* What changes where this link begins or on the way along it. */
static void count_changes(struct writer *writer, const struct cor_leg *leg)
{
    const struct cor_links *links = &writer->scenario->links;
    const uint32_t country = writer->scenario->places.country[leg->to];
    const uint32_t gauge_mm = links->gauge_mm[leg->record];
    if (country != COR_NONE) {
        writer->route.n_border +=
            writer->at != COR_NONE && writer->at != country;
        writer->at = country;
    }
    if (gauge_mm != 0) {
        writer->route.n_gauge_change +=
            writer->gauge_mm != 0 && writer->gauge_mm != gauge_mm;
        writer->gauge_mm = gauge_mm;
    }
    writer->route.n_free_change += writer->mode != COR_NONE &&
                                   writer->mode != leg->mode &&
                                   !writer->is_transferred;
    writer->mode = leg->mode;
    writer->is_transferred = false;
}

static bool append(struct writer *writer, const struct cor_leg *leg)
{
    struct cor_leg *grown =
        cor_arena_grow(writer->scratch, writer->leg, writer->route.n_leg,
                       &writer->room_for_leg, sizeof *grown);
    if (grown == NULL)
        return false;
    writer->leg = grown;
    writer->leg[writer->route.n_leg++] = *leg;
    return true;
}

static void place_leg(struct cor_leg *leg,
                      const struct writer *writer,
                      const struct cor_move *move)
{
    const struct cor_scenario *scenario = writer->scenario;
    leg->from = writer->ship->state[move->from].place;
    leg->to = writer->ship->state[move->to].place;
    if (leg->kind == COR_LEG_TRANSFER) {
        leg->mode = scenario->transfer[leg->record].to_mode;
        return;
    }
    leg->mode = scenario->links.mode[cor_arc_link(move->by)];
    if (leg->kind == COR_LEG_LINK) {
        leg->reversed = cor_arc_is_back(move->by);
        leg->geodesic_m = scenario->links.geodesic_m[leg->record];
    }
    if (leg->kind == COR_LEG_BORDER)
        leg->from = leg->to = scenario->border[leg->record].place;
    if (leg->kind == COR_LEG_WAIT)
        leg->to = leg->from;
}

/* A transfer may leave the gauge open: then none is known after it. */
static void set_gauge(struct cor_leg *leg,
                      const struct writer *writer,
                      const struct cor_move *move)
{
    const bool is_after =
        leg->kind == COR_LEG_LINK || leg->kind == COR_LEG_TRANSFER;
    if (writer->ship->changes_are_free)
        leg->gauge_mm = writer->gauge_mm;
    else
        leg->gauge_mm =
            writer->ship->state[is_after ? move->to : move->from].gauge_mm;
}

static bool write_part(struct writer *writer,
                       const struct cor_move *move,
                       struct cor_part part)
{
    struct cor_leg leg = {.kind = part.kind, .record = part.record};
    place_leg(&leg, writer, move);
    if (leg.kind == COR_LEG_LINK)
        count_changes(writer, &leg);
    writer->is_transferred |= leg.kind == COR_LEG_TRANSFER;
    set_gauge(&leg, writer, move);
    if (!fill_figures(&leg, writer))
        return false;
    add_up(writer, &leg);
    return append(writer, &leg) && share_out(writer, &leg);
}

static bool write_moves(struct writer *writer, const uint32_t *move, uint32_t n)
{
    const struct cor_shipment *ship = writer->ship;
    struct cor_part *part =
        cor_arena_array(writer->scratch, struct cor_part, ship->n_part);
    if (part == NULL)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        const struct cor_move *made = &ship->move[move[i]];
        const uint32_t n_part = cor_move_parts(ship, made, part);
        for (uint32_t j = 0; j < n_part; j++)
            if (!write_part(writer, made, part[j]))
                return false;
    }
    return true;
}

/* Emissions of different scopes have no sum. */
static void part_scopes(struct writer *writer)
{
    if (cor_scopes_mix(writer->route.n_scope))
        writer->route.amount[COR_BY_CO2E] = NAN;
    for (uint32_t i = 0; i < writer->route.n_country; i++)
        if (cor_scopes_mix(writer->country[i].n_scope))
            writer->country[i].amount[COR_BY_CO2E] = NAN;
}

static bool keep(struct cor_route *out, struct writer *writer)
{
    part_scopes(writer);
    *out = writer->route;
    out->leg = cor_arena_copy(writer->arena, writer->leg, out->n_leg,
                              sizeof *out->leg);
    out->country = cor_arena_copy(writer->arena, writer->country,
                                  out->n_country, sizeof *out->country);
    return out->leg != NULL && out->country != NULL;
}

enum cor_status cor_ledger_write(struct cor_route *out,
                                 const struct cor_search *search,
                                 const struct cor_way *way,
                                 struct cor_arena *arena,
                                 struct cor_arena *scratch,
                                 struct cor_error *err)
{
    const struct cor_arena_mark start = cor_arena_mark(scratch);
    const struct cor_scenario *scenario = search->ship->scenario;
    struct writer writer = {
        .scenario = scenario,
        .ship = search->ship,
        .arena = arena,
        .scratch = scratch,
        .at = scenario->places.country[search->from],
        .mode = COR_NONE,
    };
    const uint32_t *move = NULL;
    uint32_t n = 0;
    enum cor_status status =
        cor_ledger_choose(&move, &n, search, way, scratch, err);
    if (status == COR_OK &&
        (!write_moves(&writer, move, n) || !keep(out, &writer)))
        status = COR_FAIL_MEMORY(err);
    cor_arena_rewind(scratch, start);
    return status;
}
