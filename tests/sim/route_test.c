#include "tests/sim/fixture.h"

enum { A, B, C, D, E };
enum { RAIL = COR_MODE_RAIL, ROAD = COR_MODE_ROAD, FERRY = COR_MODE_FERRY };

/* A rail line of 1435 mm from a to b and of 1520 mm on to c, beside it a road;
   lengths in km and times in h are small whole numbers. */
static struct link_row link_of(const char *id,
                               uint32_t from,
                               uint32_t to,
                               uint32_t mode,
                               double km,
                               double h)
{
    return (struct link_row){.id = id,
                             .from = from,
                             .to = to,
                             .mode = mode,
                             .length_m = 1000 * km,
                             .time_s = 3600 * h};
}

static struct cor_arena arena;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
}

static void end(void)
{
    cor_arena_finish(&arena);
}

TestSuite(route, .init = begin, .fini = end);

static struct cor_routes find_on(const struct cor_scenario *scenario,
                                 struct cor_query query,
                                 enum cor_measure by)
{
    struct cor_routes found;
    struct cor_error err = {0};
    cr_assert_eq(cor_route_find(&found, scenario, &query, by, 10, &arena, &err),
                 COR_OK, "%s", err.text);
    return found;
}

static struct cor_routes find(const struct scenario_rows *rows,
                              uint32_t from,
                              uint32_t to,
                              enum cor_measure by)
{
    return find_on(scenario_of(rows, &arena),
                   (struct cor_query){.from = from, .to = to}, by);
}

static double hours(const struct cor_route *route)
{
    return route->amount[COR_BY_TIME] / 3600;
}

/* Legs as a line of words: "link a-b, border, link b-c". */
static const char *legs_of(const struct cor_scenario *scenario,
                           const struct cor_route *route)
{
    const char *line = "";
    for (uint32_t i = 0; i < route->n_leg; i++) {
        const struct cor_leg *leg = &route->leg[i];
        line = cor_text_print(
            &arena, "%s%s%s%s%s", line, i == 0 ? "" : ", ",
            cor_leg_kinds[leg->kind], leg->kind == COR_LEG_LINK ? " " : "",
            leg->kind == COR_LEG_LINK ? scenario->links.ids->name[leg->record]
                                      : "");
        cr_assert_not_null(line);
    }
    return line;
}

static void add_link(struct scenario_rows *rows, struct link_row link)
{
    rows->link[rows->n_link++] = link;
}

static struct scenario_rows gauge_rows(void)
{
    struct scenario_rows rows = {.n_place = 4};
    add_link(&rows, link_of("ab", A, B, RAIL, 10, 1));
    add_link(&rows, link_of("bc", B, C, RAIL, 10, 1));
    add_link(&rows, link_of("ad", A, D, RAIL, 30, 3));
    add_link(&rows, link_of("dc", D, C, RAIL, 30, 3));
    rows.link[0].gauge_mm = 1435;
    rows.link[1].gauge_mm = 1520;
    rows.n_transfer = 1;
    rows.transfer[0] = transfer_row(D, ROAD, 0, RAIL, 0, 0);
    return rows;
}

Test(route, needs_a_transfer_where_the_gauge_breaks)
{
    struct scenario_rows rows = gauge_rows();
    struct cor_routes found = find(&rows, A, C, COR_BY_TIME);
    cr_assert_eq(found.n, 1, "only the line without stated gauge");
    cr_expect_eq(hours(&found.route[0]), 6);
    rows.transfer[0] = transfer_row(B, RAIL, 1435, RAIL, 1520, 2 * 3600);
    const struct cor_scenario *scenario = scenario_of(&rows, &arena);
    found =
        find_on(scenario, (struct cor_query){.from = A, .to = C}, COR_BY_TIME);
    cr_assert_eq(found.n, 2);
    cr_expect_eq(hours(&found.route[0]), 4);
    cr_expect_str_eq(legs_of(scenario, &found.route[0]),
                     "link ab, transfer, link bc");
    cr_expect_eq(found.route[0].n_transfer, 1);
    cr_expect_eq(found.route[0].n_gauge_change, 1);
    cr_expect_eq(found.route[0].leg[0].gauge_mm, 1435);
    cr_expect_eq(found.route[0].leg[1].gauge_mm, 1520);
    cr_expect_eq(found.route[1].leg[0].gauge_mm, 0);
    found = find(&rows, C, A, COR_BY_TIME);
    cr_expect_eq(found.n, 1, "the transfer works one way only");
}

Test(route, keeps_its_gauge_on_links_that_state_none)
{
    struct scenario_rows rows = {.n_place = 4};
    add_link(&rows, link_of("ab", A, B, RAIL, 1, 1));
    add_link(&rows, link_of("bc", B, C, RAIL, 1, 1));
    add_link(&rows, link_of("cd", C, D, RAIL, 1, 1));
    rows.link[0].gauge_mm = 1435;
    rows.link[2].gauge_mm = 1520;
    rows.n_transfer = 1;
    rows.transfer[0] = transfer_row(A, RAIL, 0, RAIL, 0, 0);
    struct cor_routes found = find(&rows, A, D, COR_BY_LENGTH);
    cr_expect_eq(found.n, 0);
    cr_expect_eq(found.absence, COR_ABSENCE_MISSING_TRANSFER);
    cr_expect_eq(found.gap_place, C);
    cr_expect_str_eq(found.reason,
                     "the way from a to d lacks a transfer at c from rail of "
                     "1435 mm to rail of 1520 mm");
    found = find(&rows, B, D, COR_BY_LENGTH);
    cr_assert_eq(found.n, 1, "who begins on no stated gauge takes the first");
    cr_expect_eq(found.route[0].leg[0].gauge_mm, 0);
    cr_expect_eq(found.route[0].leg[1].gauge_mm, 1520);
}

Test(route, never_rides_out_and_back_for_a_transfer)
{
    /* b to d is a spur: the only place to change, and no way through. */
    struct scenario_rows rows = {.n_place = 5};
    add_link(&rows, link_of("ab", A, B, RAIL, 1, 1));
    add_link(&rows, link_of("bc", B, C, ROAD, 1, 1));
    add_link(&rows, link_of("bd-rail", B, D, RAIL, 1, 1));
    add_link(&rows, link_of("bd-road", B, D, ROAD, 1, 1));
    rows.n_transfer = 1;
    rows.transfer[0] = transfer_row(D, RAIL, 0, ROAD, 0, 0);
    struct cor_routes found = find(&rows, A, C, COR_BY_LENGTH);
    cr_expect_eq(found.n, 0);
    cr_expect_eq(found.absence, COR_ABSENCE_MISSING_TRANSFER);
    add_link(&rows, link_of("de", D, E, ROAD, 50, 1));
    add_link(&rows, link_of("ec", E, C, ROAD, 50, 1));
    found = find(&rows, A, C, COR_BY_LENGTH);
    cr_assert_eq(found.n, 1);
    cr_expect_eq(found.route[0].amount[COR_BY_LENGTH], 102000);
}

Test(route, counts_changes_of_mode_that_need_no_transfer)
{
    struct scenario_rows rows = {.n_place = 4};
    add_link(&rows, link_of("ab", A, B, RAIL, 1, 1));
    add_link(&rows, link_of("bc", B, C, FERRY, 1, 1));
    add_link(&rows, link_of("cd", C, D, RAIL, 1, 1));
    rows.link[0].gauge_mm = 1435;
    rows.link[2].gauge_mm = 1520;
    const struct cor_routes found = find(&rows, A, D, COR_BY_LENGTH);
    cr_assert_eq(found.n, 1);
    cr_expect_eq(found.route[0].n_free_change, 2);
    cr_expect_eq(found.route[0].n_gauge_change, 1);
    cr_expect_eq(found.route[0].n_transfer, 0);
    cr_assert_eq(found.n_note, 1);
    cr_expect_str_eq(found.note[0].code, "free-mode-changes");
}

static struct scenario_rows border_rows(void)
{
    struct scenario_rows rows = {.n_place = 3, .country = {1, 1, 2}};
    add_link(&rows, link_of("ab", A, B, RAIL, 100, 1));
    add_link(&rows, link_of("bc", B, C, RAIL, 50, 1));
    rows.n_border = 4;
    rows.border[0] = border_row(B, 2, RAIL, 78 * 3600.0);
    rows.border[1] = border_row(C, 1, COR_NONE, 7 * 3600.0);
    rows.border[2] = border_row(C, 2, ROAD, 1000 * 3600.0);
    rows.border[3] = border_row(A, 2, RAIL, 1000 * 3600.0);
    return rows;
}

Test(route, pays_at_borders_by_direction_and_mode)
{
    const struct scenario_rows rows = border_rows();
    const struct cor_scenario *scenario = scenario_of(&rows, &arena);
    struct cor_routes found =
        find_on(scenario, (struct cor_query){.from = A, .to = C}, COR_BY_TIME);
    cr_assert_eq(found.n, 1);
    cr_expect_eq(hours(&found.route[0]), 80);
    cr_expect_str_eq(legs_of(scenario, &found.route[0]),
                     "link ab, border, link bc");
    cr_expect_eq(found.route[0].n_border, 1);
    cr_expect(isnan(found.route[0].amount[COR_BY_COST]));
    cr_expect_eq(found.route[0].n_unknown[COR_BY_COST], 3);
    found = find(&rows, C, A, COR_BY_TIME);
    cr_expect_eq(hours(&found.route[0]), 9);
    found = find(&rows, A, B, COR_BY_TIME);
    cr_expect_eq(hours(&found.route[0]), 1);
}

Test(route, shares_itself_out_to_countries)
{
    const struct scenario_rows rows = border_rows();
    const struct cor_routes found = find(&rows, A, C, COR_BY_TIME);
    const struct cor_route *route = &found.route[0];
    cr_assert_eq(route->n_country, 2);
    cr_expect_eq(route->country[0].country, 0);
    cr_expect_eq(route->country[0].amount[COR_BY_LENGTH], 125000);
    cr_expect_eq(route->country[0].amount[COR_BY_TIME], 1.5 * 3600);
    cr_expect_eq(route->country[1].amount[COR_BY_LENGTH], 25000);
    cr_expect_eq(route->country[1].amount[COR_BY_TIME], 78.5 * 3600);
}

/* A ferry of two sailings a day over b, and a straight one of one a day. */
static struct scenario_rows ferry_rows(void)
{
    static const uint32_t slow[] = {0, 1}, straight[] = {2};
    struct scenario_rows rows = {.n_place = 3};
    add_link(&rows, link_of("ab", A, B, FERRY, 1, 5));
    add_link(&rows, link_of("bc", B, C, FERRY, 1, 5));
    add_link(&rows, link_of("ac", A, C, FERRY, 1, 5));
    rows.n_service = 2;
    rows.service[0] = (struct cor_service){.id = "slow",
                                           .n_link = 2,
                                           .link = slow,
                                           .headway_s = value_of(12 * 3600),
                                           .source = COR_NONE};
    rows.service[1] = (struct cor_service){.id = "straight",
                                           .n_link = 1,
                                           .link = straight,
                                           .headway_s = value_of(24 * 3600),
                                           .source = COR_NONE};
    return rows;
}

Test(route, waits_half_a_headway_once_a_boarding)
{
    const struct scenario_rows rows = ferry_rows();
    const struct cor_scenario *scenario = scenario_of(&rows, &arena);
    const struct cor_routes found =
        find_on(scenario, (struct cor_query){.from = A, .to = C}, COR_BY_TIME);
    cr_assert_eq(found.n, 2);
    cr_expect_eq(hours(&found.route[0]), 16);
    cr_expect_str_eq(legs_of(scenario, &found.route[0]),
                     "wait, link ab, link bc");
    cr_expect_eq(hours(&found.route[1]), 17);
    cr_expect_str_eq(legs_of(scenario, &found.route[1]), "wait, link ac");
}

Test(route, passes_stops_in_order)
{
    struct scenario_rows rows = {.n_place = 5};
    add_link(&rows, link_of("ab", A, B, RAIL, 1, 1));
    add_link(&rows, link_of("bc", B, C, RAIL, 1, 1));
    add_link(&rows, link_of("ac", A, C, RAIL, 1, 1));
    add_link(&rows, link_of("bd", B, D, RAIL, 1, 1));
    add_link(&rows, link_of("cd", C, D, RAIL, 1, 1));
    const struct cor_scenario *scenario = scenario_of(&rows, &arena);
    const uint32_t via[] = {A, C, B, B, D};
    struct cor_query query = {.from = A, .to = D, .via = via, .n_via = 5};
    struct cor_routes found = find_on(scenario, query, COR_BY_LENGTH);
    cr_assert_eq(found.n, 1);
    cr_expect_str_eq(legs_of(scenario, &found.route[0]),
                     "link ac, link bc, link bd");
    const uint32_t back[] = {B, A};
    query.via = back;
    query.n_via = 2;
    found = find_on(scenario, query, COR_BY_LENGTH);
    cr_expect_eq(found.n, 0);
    cr_expect_eq(found.absence, COR_ABSENCE_VISITS_TWICE);
    const uint32_t island[] = {B, E};
    query.via = island;
    found = find_on(scenario, query, COR_BY_LENGTH);
    cr_expect_eq(found.absence, COR_ABSENCE_UNREACHABLE);
    cr_expect_eq(found.gap_from, B);
    cr_expect_eq(found.gap_to, E);
    cr_expect_str_eq(found.reason, "no links lead from b to e");
}

static cor_date date_of(const char *text)
{
    cor_date date = COR_NO_DATE;
    cr_assert(cor_date_parse(&date, cor_text_of(text)));
    return date;
}

/* From the stop the only open way is back. */
Test(route, names_the_link_that_would_spare_the_way_back)
{
    struct scenario_rows rows = {.n_place = 4};
    add_link(&rows, link_of("ab", A, B, RAIL, 1, 1));
    add_link(&rows, link_of("ac", A, C, RAIL, 1, 1));
    add_link(&rows, link_of("cd", C, D, RAIL, 1, 1));
    add_link(&rows, link_of("bd", B, D, RAIL, 1, 1));
    rows.link[3].is_not_open = true;
    rows.link[3].opens = date_of("2030-12-31");
    const uint32_t via[] = {B};
    const struct cor_query query = {.from = A, .to = D, .via = via, .n_via = 1};
    const struct cor_routes found =
        find_on(scenario_of(&rows, &arena), query, COR_BY_LENGTH);
    cr_assert_eq(found.n, 0);
    cr_expect_eq(found.absence, COR_ABSENCE_NOT_OPEN);
    cr_expect_str_eq(found.reason,
                     "the way from a to d needs bd, which opens 2030-12-31");
}

Test(route, of_no_way_at_all_is_nothing)
{
    const struct scenario_rows rows = ferry_rows();
    const struct cor_routes found = find(&rows, B, B, COR_BY_TIME);
    cr_assert_eq(found.n, 1);
    cr_expect_eq(found.route[0].n_leg, 0);
    cr_expect_eq(found.route[0].amount[COR_BY_TIME], 0);
    cr_expect_eq(found.route[0].amount[COR_BY_COST], 0);
}

Test(route, says_what_is_not_open)
{
    struct scenario_rows rows = {.n_place = 3};
    add_link(&rows, link_of("long", A, B, RAIL, 500, 9));
    add_link(&rows, link_of("new", A, B, RAIL, 188, 5));
    add_link(&rows, link_of("later", B, C, RAIL, 1, 1));
    rows.link[1].is_not_open = true;
    rows.link[1].opens = date_of("2030-12-31");
    rows.link[2].is_not_open = true;
    struct cor_routes found = find(&rows, A, B, COR_BY_LENGTH);
    cr_assert_eq(found.n, 1);
    cr_assert_eq(found.n_note, 1);
    cr_expect_str_eq(found.note[0].code, "not-open");
    cr_expect_str_eq(
        found.note[0].text,
        "would be 312 km shorter with new, which opens 2030-12-31");
    found = find(&rows, B, C, COR_BY_LENGTH);
    cr_expect_eq(found.absence, COR_ABSENCE_NOT_OPEN);
    cr_expect_str_eq(found.reason,
                     "the way from b to c needs later, which is planned");
}

Test(route, says_what_is_not_open_rather_than_that_ways_go_back)
{
    struct scenario_rows rows = {.n_place = 3};
    add_link(&rows, link_of("out", A, B, RAIL, 100, 1));
    add_link(&rows, link_of("on", A, C, RAIL, 100, 1));
    add_link(&rows, link_of("later", B, C, RAIL, 1, 1));
    rows.link[2].is_not_open = true;
    static const uint32_t via[] = {B};
    const struct cor_query query = {.from = A, .to = C, .n_via = 1, .via = via};
    struct cor_routes found;
    cr_assert_eq(cor_route_find(&found, scenario_of(&rows, &arena), &query,
                                COR_BY_LENGTH, 1, &arena, NULL),
                 COR_OK);
    cr_expect_eq(found.absence, COR_ABSENCE_NOT_OPEN);
    cr_expect_str_eq(found.reason,
                     "the way from a to c needs later, which is planned");
    rows.n_link = 2;
    cr_assert_eq(cor_route_find(&found, scenario_of(&rows, &arena), &query,
                                COR_BY_LENGTH, 1, &arena, NULL),
                 COR_OK);
    cr_expect_eq(found.absence, COR_ABSENCE_VISITS_TWICE);
}

Test(route, says_whose_time_is_not_known)
{
    struct scenario_rows rows = {.n_place = 3};
    add_link(&rows, link_of("ab", A, B, RAIL, 1, 1));
    add_link(&rows, link_of("bc", B, C, ROAD, 72, NAN));
    struct cor_routes found = find(&rows, A, C, COR_BY_TIME);
    cr_expect_eq(found.absence, COR_ABSENCE_UNKNOWN);
    cr_expect_str_eq(found.reason,
                     "no way from a to c is of known time; bc has none, and "
                     "its mode has no default");
    cr_expect_eq(cor_route_measure_default(scenario_of(&rows, &arena), NULL),
                 COR_BY_LENGTH);
    found = find(&rows, A, C, COR_BY_LENGTH);
    cr_assert_eq(found.n, 1);
    cr_expect(isnan(found.route[0].amount[COR_BY_TIME]));
    cr_expect_eq(found.route[0].n_unknown[COR_BY_TIME], 1);
    rows.defaults[ROAD].speed_m_s = value_of(20);
    found = find(&rows, A, C, COR_BY_TIME);
    cr_assert_eq(found.n, 1);
    cr_expect_eq(hours(&found.route[0]), 2);
    cr_expect_eq(found.route[0].n_default[COR_BY_TIME], 1);
    cr_expect_eq(found.route[0].leg[1].figure[COR_BY_TIME].basis,
                 COR_BASIS_DEFAULT);
    cr_expect_eq(cor_route_measure_default(scenario_of(&rows, &arena), NULL),
                 COR_BY_TIME);
}

Test(route, adds_the_rest_of_crews_to_times_by_speed)
{
    struct scenario_rows rows = {.n_place = 3};
    add_link(&rows, link_of("ab", A, B, ROAD, 1, 1));
    add_link(&rows, link_of("bc", B, C, ROAD, 72, NAN));
    rows.defaults[ROAD].speed_m_s = value_of(20);
    rows.defaults[ROAD].driving = value_of(0.25);
    const struct cor_routes found = find(&rows, A, C, COR_BY_TIME);
    cr_assert_eq(found.n, 1);
    const struct cor_leg *leg = found.route[0].leg;
    cr_expect_eq(leg[0].rest_s, 0, "what is stated is taken as it is");
    cr_expect_eq(leg[1].figure[COR_BY_TIME].value, 4 * 3600);
    cr_expect_eq(leg[1].rest_s, 3 * 3600);
    cr_expect_eq(hours(&found.route[0]), 5);
}

Test(route, takes_cost_and_emission_from_the_mode)
{
    struct scenario_rows rows = {.n_place = 2};
    add_link(&rows, link_of("ab", A, B, RAIL, 100, 1));
    rows.defaults[RAIL].cost_usd_per_tkm = value_of(0.5);
    rows.defaults[RAIL].co2e_kg_per_tkm = value_of(0.25);
    struct cor_routes found = find(&rows, A, B, COR_BY_COST);
    cr_expect_eq(found.route[0].amount[COR_BY_COST], 1200, "24 t, 100 km");
    cr_expect_eq(found.route[0].amount[COR_BY_CO2E], 600);
    rows.defaults[RAIL].cost_usd_per_feu_km = value_of(2);
    found = find(&rows, A, B, COR_BY_COST);
    cr_expect_eq(found.route[0].amount[COR_BY_COST], 200, "one box, 100 km");
}

Test(route, heeds_modes_and_what_to_avoid)
{
    struct scenario_rows rows = {.n_place = 3, .country = {1, 2, 1}};
    add_link(&rows, link_of("rail", A, C, RAIL, 5, 1));
    add_link(&rows, link_of("road", A, C, ROAD, 6, 1));
    add_link(&rows, link_of("ab", A, B, FERRY, 1, 1));
    add_link(&rows, link_of("bc", B, C, FERRY, 1, 1));
    const struct cor_scenario *scenario = scenario_of(&rows, &arena);
    const uint32_t road[] = {ROAD}, rail[] = {RAIL}, b[] = {B}, bb[] = {1};
    const struct cor_query all = {.from = A, .to = C};
    struct cor_query query = all;
    query.mode = road;
    query.n_mode = 1;
    struct cor_routes found = find_on(scenario, query, COR_BY_LENGTH);
    cr_assert_eq(found.n, 1);
    cr_expect_str_eq(legs_of(scenario, &found.route[0]), "link road");
    query = all;
    query.avoid_country = bb;
    query.n_avoid_country = 1;
    query.avoid_mode = rail;
    query.n_avoid_mode = 1;
    found = find_on(scenario, query, COR_BY_LENGTH);
    cr_assert_eq(found.n, 1);
    cr_expect_str_eq(legs_of(scenario, &found.route[0]), "link road");
    query.mode = rail;
    query.n_mode = 1;
    found = find_on(scenario, query, COR_BY_LENGTH);
    cr_expect_eq(found.absence, COR_ABSENCE_FILTERED);
    query = all;
    query.avoid_place = b;
    query.n_avoid_place = 1;
    cr_expect_eq(find_on(scenario, query, COR_BY_LENGTH).n, 2);
    query.to = B;
    struct cor_error err = {0};
    cr_expect_eq(cor_route_find(&found, scenario, &query, COR_BY_LENGTH, 1,
                                &arena, &err),
                 COR_BAD_INPUT);
    cr_expect_str_eq(err.text, "'b' is to be avoided and to be passed");
}

Test(route, every_allocation_may_fail)
{
    struct scenario_rows rows = gauge_rows();
    rows.transfer[0] = transfer_row(B, RAIL, 1435, RAIL, 1520, 7200);
    rows.link[3].is_not_open = true;
    const struct cor_scenario *scenario = scenario_of(&rows, &arena);
    const struct cor_query query = {.from = A, .to = C};
    struct cor_routes found = {.n = 99};
    size_t n_failure = 0;
    for (size_t limit = 0; found.n == 99; limit += 16) {
        struct cor_arena small;
        cor_arena_init(&small, limit);
        const enum cor_status status = cor_route_find(
            &found, scenario, &query, COR_BY_LENGTH, 3, &small, NULL);
        if (status != COR_OK) {
            cr_assert_eq(status, COR_NO_MEMORY, "limit %zu", limit);
            cr_assert_eq(small.used, 0, "limit %zu", limit);
            n_failure++;
        }
        cor_arena_finish(&small);
    }
    cr_expect_eq(found.n, 1);
    cr_expect_gt(n_failure, 50);
}
