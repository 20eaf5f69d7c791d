/* What must hold between the routes of two scenarios that differ in one way. */
#include "tests/sim/random_rows.h"

static struct cor_arena arena;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
}

static void end(void)
{
    cor_arena_finish(&arena);
}

TestSuite(route_laws, .init = begin, .fini = end);

enum { N_SEED = 1000, N_ROUTE = 5 };

static struct cor_routes find(const struct scenario_rows *rows,
                              const struct cor_query *query,
                              enum cor_measure by)
{
    struct cor_routes found;
    cr_assert_eq(cor_route_find(&found, scenario_of(rows, &arena), query, by,
                                N_ROUTE, &arena, NULL),
                 COR_OK);
    return found;
}

static struct made made; /* rows point into it, so that it must stay */

static void next_case(uint32_t seed)
{
    cor_arena_finish(&arena);
    make(&made, seed);
}

static double known(const struct cor_route *route, enum cor_measure by)
{
    double sum = 0;
    for (uint32_t i = 0; i < route->n_leg; i++)
        if (!isnan(route->leg[i].figure[by].value))
            sum += route->leg[i].figure[by].value;
    return sum;
}

static bool same(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

static void expect_sums(const struct cor_route *route, uint32_t seed)
{
    for (int by = 0; by < COR_N_MEASURE; by++) {
        double sum = 0, countries = 0;
        for (uint32_t i = 0; i < route->n_leg; i++)
            sum += route->leg[i].figure[by].value;
        for (uint32_t i = 0; i < route->n_country; i++)
            countries += route->country[i].amount[by];
        cr_expect(same(sum, route->amount[by]), "seed %u", seed);
        cr_expect(same(sum, countries), "seed %u: in whole numbers", seed);
    }
}

Test(route_laws, totals_are_the_sums_of_legs_and_of_countries)
{
    for (uint32_t seed = 0; seed < N_SEED; seed++) {
        next_case(seed);
        const struct cor_routes found =
            find(&made.rows, &made.query, COR_BY_TIME);
        for (uint32_t i = 0; i < found.n; i++)
            expect_sums(&found.route[i], seed);
    }
}

/* Legs follow one another, and come to no place twice. */
static void expect_way(const struct cor_route *route,
                       const struct cor_query *query,
                       uint32_t seed)
{
    bool visited[FIXTURE_PLACES] = {false};
    uint32_t at = query->from;
    for (uint32_t i = 0; i < route->n_leg; i++) {
        const struct cor_leg *leg = &route->leg[i];
        if (leg->kind == COR_LEG_LINK) {
            visited[at] = true;
            cr_expect_eq(leg->from, at, "seed %u", seed);
            cr_expect_not(visited[leg->to], "seed %u", seed);
            at = leg->to;
        } else if (leg->kind != COR_LEG_BORDER) {
            cr_expect_eq(leg->from, at, "seed %u", seed);
        }
    }
    cr_expect_eq(at, query->to, "seed %u", seed);
}

Test(route_laws, routes_are_ways_of_rising_value)
{
    for (uint32_t seed = 0; seed < N_SEED; seed++) {
        next_case(seed);
        const struct cor_routes found =
            find(&made.rows, &made.query, COR_BY_TIME);
        for (uint32_t i = 0; i < found.n; i++) {
            expect_way(&found.route[i], &made.query, seed);
            if (i != 0)
                cr_expect_geq(known(&found.route[i], COR_BY_TIME),
                              known(&found.route[i - 1], COR_BY_TIME));
        }
    }
}

static void expect_equal(const struct cor_routes *a,
                         const struct cor_routes *b,
                         double factor,
                         uint32_t seed)
{
    cr_assert_eq(a->n, b->n, "seed %u", seed);
    for (uint32_t i = 0; i < a->n; i++)
        cr_expect_eq(factor * known(&a->route[i], COR_BY_LENGTH),
                     known(&b->route[i], COR_BY_LENGTH), "seed %u, rank %u",
                     seed, i);
}

static void turn_round(struct scenario_rows *rows, struct cor_query *query)
{
    const struct cor_query forth = *query;
    query->from = forth.to;
    query->to = forth.from;
    for (uint32_t i = 0; i < rows->n_link; i++) {
        const struct link_row link = rows->link[i];
        rows->link[i].from = link.to;
        rows->link[i].to = link.from;
    }
}

/* Without transfers, which remember a gauge only forwards. */
Test(route_laws, links_turned_round_are_ends_exchanged)
{
    for (uint32_t seed = 0; seed < N_SEED; seed++) {
        next_case(seed);
        made.rows.n_transfer = 0;
        made.query.n_via = 0;
        const struct cor_routes forth =
            find(&made.rows, &made.query, COR_BY_LENGTH);
        turn_round(&made.rows, &made.query);
        const struct cor_routes back =
            find(&made.rows, &made.query, COR_BY_LENGTH);
        expect_equal(&forth, &back, 1, seed);
    }
}

Test(route_laws, lengths_scale_by_powers_of_two)
{
    for (uint32_t seed = 0; seed < N_SEED; seed++) {
        next_case(seed);
        const double factor = ldexp(1, (int)(seed % 41) - 20);
        for (uint32_t i = 0; i < made.rows.n_link; i++)
            made.rows.link[i].length_m /= 7;
        const struct cor_routes found =
            find(&made.rows, &made.query, COR_BY_LENGTH);
        for (uint32_t i = 0; i < made.rows.n_link; i++)
            made.rows.link[i].length_m *= factor;
        const struct cor_routes scaled =
            find(&made.rows, &made.query, COR_BY_LENGTH);
        expect_equal(&found, &scaled, factor, seed);
    }
}

/* The same links, read in another order: the same routes by id, to the last
   digit, ties and all. */
Test(route_laws, the_order_of_rows_does_not_matter)
{
    for (uint32_t seed = 0; seed < N_SEED; seed++) {
        next_case(seed);
        struct scenario_rows *rows = &made.rows;
        rows->n_service = 0; /* which names links by their numbers */
        const struct cor_routes found = find(rows, &made.query, COR_BY_TIME);
        struct scenario_rows other = *rows;
        for (uint32_t i = 0; i < rows->n_link; i++)
            other.link[i] = rows->link[rows->n_link - 1 - i];
        for (uint32_t i = 0; i < rows->n_transfer; i++)
            other.transfer[i] = rows->transfer[rows->n_transfer - 1 - i];
        const struct cor_routes turned = find(&other, &made.query, COR_BY_TIME);
        cr_assert_eq(found.n, turned.n, "seed %u", seed);
        for (uint32_t i = 0; i < found.n; i++) {
            cr_assert_eq(found.route[i].n_leg, turned.route[i].n_leg, "seed %u",
                         seed);
            for (uint32_t j = 0; j < found.route[i].n_leg; j++) {
                const struct cor_leg *a = &found.route[i].leg[j];
                const struct cor_leg *b = &turned.route[i].leg[j];
                cr_assert_eq(a->kind, b->kind, "seed %u", seed);
                if (a->kind == COR_LEG_LINK)
                    cr_expect_str_eq(rows->link[a->record].id,
                                     other.link[b->record].id, "seed %u", seed);
            }
        }
    }
}

Test(route_laws, a_link_less_never_shortens)
{
    for (uint32_t seed = 0; seed < N_SEED; seed++) {
        next_case(seed);
        const struct cor_routes found =
            find(&made.rows, &made.query, COR_BY_TIME);
        made.rows.link[seed % made.rows.n_link].is_not_open = true;
        const struct cor_routes fewer =
            find(&made.rows, &made.query, COR_BY_TIME);
        cr_assert_leq(fewer.n, found.n, "seed %u", seed);
        for (uint32_t i = 0; i < fewer.n; i++)
            cr_expect_geq(known(&fewer.route[i], COR_BY_TIME),
                          known(&found.route[i], COR_BY_TIME), "seed %u", seed);
    }
}
