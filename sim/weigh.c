#include "sim/shipment.h"

#include <math.h>

static bool is_charged(const struct cor_scenario *scenario,
                       const struct cor_border *border,
                       uint32_t arc)
{
    const struct cor_network *network = scenario->network;
    const uint32_t *country = scenario->places.country;
    const uint32_t into = country[cor_arc_head(network, arc)];
    const uint32_t mode = scenario->links.mode[cor_arc_link(arc)];
    return border->country == into &&
           country[cor_arc_tail(network, arc)] != into &&
           (border->mode == COR_NONE || border->mode == mode);
}

/* How far a border's carriage is from the cargo's; what is said of it, of any,
   of wagons, of block trains: the nearest is charged. */
static int distance(enum cor_carriage wanted, enum cor_carriage stated)
{
    if (stated == wanted)
        return 0;
    return 1 + (int)stated;
}

/* The nearest of all that are charged at a place. */
static int
nearest_at(const struct cor_shipment *ship, uint32_t arc, uint32_t place)
{
    const struct cor_index *here = &ship->borders;
    const enum cor_carriage wanted = ship->scenario->cargo.carriage;
    int nearest = 1 + COR_N_CARRIAGE;
    for (uint32_t i = here->first[place]; i < here->first[place + 1]; i++) {
        const struct cor_border *border =
            &ship->scenario->border[here->record[i]];
        const int apart = distance(wanted, border->carriage);
        if (apart < nearest && is_charged(ship->scenario, border, arc))
            nearest = apart;
    }
    return nearest;
}

static uint32_t add_borders(const struct cor_shipment *ship,
                            uint32_t arc,
                            uint32_t place,
                            struct cor_part *part)
{
    const struct cor_index *here = &ship->borders;
    uint32_t n = 0;
    if (here->first == NULL)
        return 0;
    const int nearest = nearest_at(ship, arc, place);
    for (uint32_t i = here->first[place]; i < here->first[place + 1]; i++) {
        const struct cor_border *border =
            &ship->scenario->border[here->record[i]];
        if (is_charged(ship->scenario, border, arc) &&
            distance(ship->scenario->cargo.carriage, border->carriage) ==
                nearest)
            part[n++] = (struct cor_part){COR_LEG_BORDER, here->record[i]};
    }
    return n;
}

uint32_t cor_move_parts(const struct cor_shipment *ship,
                        const struct cor_move *move,
                        struct cor_part *part)
{
    const struct cor_network *network = ship->scenario->network;
    const uint32_t service = ship->state[move->to].service;
    if (cor_move_is_transfer(ship, move)) {
        const uint32_t number = move->by - 2 * ship->scenario->links.n;
        part[0] = (struct cor_part){COR_LEG_TRANSFER, number};
        return 1;
    }
    uint32_t n = 0;
    if (service != COR_NONE && service != ship->state[move->from].service)
        part[n++] = (struct cor_part){COR_LEG_WAIT, service};
    n += add_borders(ship, move->by, cor_arc_tail(network, move->by), part + n);
    part[n++] = (struct cor_part){COR_LEG_LINK, cor_arc_link(move->by)};
    n += add_borders(ship, move->by, cor_arc_head(network, move->by), part + n);
    return n;
}

static struct cor_figure
figure_of(struct cor_value value, double factor, uint32_t source)
{
    if (isnan(value.number))
        return (struct cor_figure){NAN, COR_BASIS_NONE, COR_NONE};
    return (struct cor_figure){factor * value.number, COR_BASIS_RECORD,
                               value.source != COR_NONE ? value.source
                                                        : source};
}

static const struct cor_figure nothing = {0, COR_BASIS_RULE, COR_NONE};

static struct cor_figure transfer_figure(const struct cor_transfer *transfer,
                                         enum cor_measure by)
{
    if (by == COR_BY_TIME)
        return figure_of(transfer->time_s, 1, transfer->source);
    if (by == COR_BY_COST)
        return figure_of(transfer->cost_usd, 1, transfer->source);
    return nothing;
}

static struct cor_figure border_figure(const struct cor_border *border,
                                       enum cor_measure by)
{
    if (by == COR_BY_TIME)
        return figure_of(border->time_s, 1, border->source);
    if (by == COR_BY_COST)
        return figure_of(border->cost_usd, 1, border->source);
    return nothing;
}

/* Who comes at any moment waits half the time between two departures. */
static struct cor_figure wait_figure(const struct cor_service *service,
                                     enum cor_measure by)
{
    return by == COR_BY_TIME
               ? figure_of(service->headway_s, 0.5, service->source)
               : nothing;
}

static struct cor_figure stated_figure(const struct cor_scenario *scenario,
                                       struct cor_part part,
                                       enum cor_measure by)
{
    switch (part.kind) {
    case COR_LEG_TRANSFER:
        return transfer_figure(&scenario->transfer[part.record], by);
    case COR_LEG_BORDER:
        return border_figure(&scenario->border[part.record], by);
    case COR_LEG_WAIT:
        return wait_figure(&scenario->service[part.record], by);
    default:
        return cor_link_figure(scenario, part.record, by);
    }
}

struct cor_figure cor_part_figure(const struct cor_scenario *scenario,
                                  struct cor_part part,
                                  enum cor_measure by)
{
    return by != COR_BY_GENERALISED_COST
               ? stated_figure(scenario, part, by)
               : cor_generalised_cost(
                     scenario, stated_figure(scenario, part, COR_BY_COST),
                     stated_figure(scenario, part, COR_BY_TIME));
}

static struct cor_figure or_zero(struct cor_figure figure)
{
    return isnan(figure.value) ? nothing : figure;
}

double cor_part_known(const struct cor_scenario *scenario,
                      struct cor_part part,
                      enum cor_measure by)
{
    if (by != COR_BY_GENERALISED_COST)
        return or_zero(stated_figure(scenario, part, by)).value;
    return or_zero(cor_generalised_cost(
                       scenario,
                       or_zero(stated_figure(scenario, part, COR_BY_COST)),
                       or_zero(stated_figure(scenario, part, COR_BY_TIME))))
        .value;
}

double cor_route_known(const struct cor_scenario *scenario,
                       const struct cor_route *route,
                       enum cor_measure by)
{
    double sum = 0;
    for (uint32_t i = 0; i < route->n_leg; i++) {
        const struct cor_part part = {route->leg[i].kind, route->leg[i].record};
        sum += cor_part_known(scenario, part, by);
    }
    return sum;
}

/* Weights in the making. */
struct scale {
    const struct cor_shipment *ship;
    enum cor_measure by;
    double *of_link;       /* [n_link] */
    struct cor_part *part; /* [ship->n_part] */
    uint64_t *weight;      /* [n_move] */
};

/* Links are measured once and in their order; moves would jump about among
   their columns. */
static bool measure_links(struct scale *scale, struct cor_arena *arena)
{
    const struct cor_scenario *scenario = scale->ship->scenario;
    scale->of_link = cor_arena_array(arena, double, scenario->links.n);
    if (scale->of_link == NULL)
        return false;
    for (uint32_t link = 0; link < scenario->links.n; link++)
        scale->of_link[link] = cor_link_figure(scenario, link, scale->by).value;
    return true;
}

/* What transfers, borders and services do not state counts as nothing; a link
   that does not cannot be used, and the sum is NAN. */
static double sum_parts(const struct scale *scale, const struct cor_move *move)
{
    const struct cor_shipment *ship = scale->ship;
    const uint32_t n = cor_move_parts(ship, move, scale->part);
    double sum = 0;
    for (uint32_t i = 0; i < n; i++) {
        const struct cor_part part = scale->part[i];
        if (part.kind == COR_LEG_LINK) {
            sum += scale->of_link[part.record];
            continue;
        }
        sum += cor_part_known(ship->scenario, part, scale->by);
    }
    return sum;
}

/* Without borders and services a move is its link. */
static double weigh_move(const struct scale *scale, const struct cor_move *move)
{
    const struct cor_shipment *ship = scale->ship;
    if (ship->borders.first == NULL && ship->services.first == NULL &&
        !cor_move_is_transfer(ship, move))
        return scale->of_link[cor_arc_link(move->by)];
    return sum_parts(scale, move);
}

static uint64_t in_units(double value, int exponent)
{
    return isnan(value) ? COR_NO_WAY
                        : (uint64_t)llround(ldexp(value, -exponent));
}

static bool is_weight(double value)
{
    return isnan(value) || (value >= 0 && value < INFINITY);
}

/* The largest is below 2^a, as many steps as there are below 2^b: what is then
   counted in units of 2^(a + b - 61) stays below 2^62 with its roundings. */
static int finest(double largest, uint64_t n_step)
{
    int a, b;
    frexp(largest, &a);
    frexp((double)n_step, &b);
    return a + b - 61;
}

enum cor_status cor_shipment_weigh(struct cor_weights *out,
                                   const struct cor_shipment *ship,
                                   enum cor_measure by,
                                   uint64_t n_step,
                                   struct cor_arena *arena,
                                   struct cor_error *err)
{
    struct scale scale = {.ship = ship, .by = by};
    double largest = 0;
    scale.weight = cor_arena_array(arena, uint64_t, ship->n_move);
    scale.part = cor_arena_array(arena, struct cor_part, ship->n_part);
    if (scale.weight == NULL || scale.part == NULL ||
        !measure_links(&scale, arena))
        return COR_FAIL_MEMORY(err);
    for (uint32_t i = 0; i < ship->n_move; i++) {
        const double sum = weigh_move(&scale, &ship->move[i]);
        if (!is_weight(sum))
            return COR_FAIL(err, COR_BAD_INPUT,
                            "the %s of a move is below 0 or infinite",
                            cor_measures[by].spoken);
        largest = sum > largest ? sum : largest;
    }
    const int exponent = finest(largest, n_step);
    for (uint32_t i = 0; i < ship->n_move; i++)
        scale.weight[i] =
            in_units(weigh_move(&scale, &ship->move[i]), exponent);
    *out = (struct cor_weights){scale.weight, exponent};
    return COR_OK;
}
