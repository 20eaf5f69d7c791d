#include <corridor/sim/connectivity.h>

#include "sim/by_id.h"
#include "sim/flow.h"

#include <inttypes.h>
#include <math.h>

/* What the search for one pair works with; arrays are scratch. */
struct search {
    const struct cor_scenario *scenario;
    const bool *usable; /* [n_link] or NULL */
    struct cor_flow flow;
    bool *near; /* [n_node] */
    struct cor_arena *scratch;
};

static bool is_used(const struct search *search, uint32_t link)
{
    return search->usable == NULL || search->usable[link];
}

static bool begin(struct search *search, uint32_t from, uint32_t to)
{
    const struct cor_network *network = search->scenario->network;
    struct cor_arena *scratch = search->scratch;
    search->near = cor_arena_array(scratch, bool, network->n_node);
    search->flow = (struct cor_flow){
        .network = network,
        .residual =
            cor_arena_array(scratch, double, 2 * (size_t)network->n_link),
        .source = from,
        .sink = to,
    };
    return search->near != NULL && search->flow.residual != NULL &&
           cor_network_undirected(&search->flow.star, network, search->usable,
                                  scratch, NULL) == COR_OK;
}

static bool maximise(struct search *search)
{
    return cor_flow_maximise(&search->flow, search->near, search->scratch,
                             NULL) == COR_OK;
}

static uint32_t count_capacities(const struct search *search)
{
    const struct cor_links *links = &search->scenario->links;
    uint32_t n = 0;
    for (uint32_t link = 0; link < links->n; link++)
        n += is_used(search, link) && !isnan(links->capacity[link]);
    return n;
}

/* The dimension that every link in use states its capacity in, or
   COR_DIM_COUNT when links have to be counted instead. */
static enum cor_dimension find_dimension(const struct search *search)
{
    const struct cor_links *links = &search->scenario->links;
    enum cor_dimension dimension = COR_DIM_COUNT;
    for (uint32_t link = 0; link < links->n; link++) {
        if (!is_used(search, link))
            continue;
        const enum cor_dimension own = links->capacity_dimension[link];
        if (isnan(links->capacity[link]) ||
            (dimension != COR_DIM_COUNT && dimension != own))
            return COR_DIM_COUNT;
        dimension = own;
    }
    return dimension;
}

static double capacity_of(const struct search *search,
                          enum cor_dimension dimension,
                          uint32_t link)
{
    return dimension == COR_DIM_COUNT ? 1
                                      : search->scenario->links.capacity[link];
}

static bool fill_flow(struct search *search, enum cor_dimension dimension)
{
    double *residual = search->flow.residual;
    for (uint32_t link = 0; link < search->flow.network->n_link; link++) {
        const double capacity = capacity_of(search, dimension, link);
        residual[2 * link] = residual[2 * link + 1] = capacity;
    }
    return maximise(search);
}

static bool is_cut(const struct search *search, uint32_t link)
{
    const struct cor_network *network = search->flow.network;
    return is_used(search, link) &&
           search->near[network->from[link]] != search->near[network->to[link]];
}

/* The links between the two sides are the cut, their capacity is the flow. */
static bool keep_cut(struct cor_pair *pair,
                     const struct search *search,
                     enum cor_dimension dimension,
                     struct cor_arena *arena)
{
    const uint32_t n_link = search->flow.network->n_link;
    uint32_t n = 0;
    for (uint32_t link = 0; link < n_link; link++)
        n += is_cut(search, link);
    uint32_t *cut = cor_arena_array(arena, uint32_t, n);
    if (cut == NULL)
        return false;
    for (uint32_t link = 0; link < n_link; link++)
        if (is_cut(search, link))
            cut[pair->n_cut++] = link;
    if (search->scenario->links.ids != NULL)
        cor_sort_by_id(cut, n, search->scenario->links.ids);
    for (uint32_t i = 0; i < n; i++)
        pair->max_flow += capacity_of(search, dimension, cut[i]);
    pair->cut = cut;
    pair->unit =
        dimension == COR_DIM_COUNT ? "links" : cor_dimension_unit(dimension);
    return true;
}

/* Each node is split in two, 2 v that links enter and 2 v + 1 that they leave,
   with one way of capacity 1 between; each link becomes one way there and one
   back. All ways lead from their first end to their second only. */
static uint32_t
split_nodes(const struct search *search, uint32_t *from, uint32_t *to)
{
    const struct cor_network *network = search->flow.network;
    uint32_t n = 0;
    for (uint32_t v = 0; v < network->n_node; v++, n++) {
        from[n] = 2 * v;
        to[n] = 2 * v + 1;
    }
    for (uint32_t link = 0; link < network->n_link; link++) {
        const uint32_t a = network->from[link], b = network->to[link];
        if (!is_used(search, link))
            continue;
        from[n] = 2 * a + 1;
        to[n++] = 2 * b;
        from[n] = 2 * b + 1;
        to[n++] = 2 * a;
    }
    return n;
}

/* Ways that cross the cut; each carries one path. */
static uint32_t count_crossing(const struct cor_network *ways, const bool *near)
{
    uint32_t n = 0;
    for (uint32_t way = 0; way < ways->n_link; way++)
        n += near[ways->from[way]] && !near[ways->to[way]];
    return n;
}

static bool send_one_by_one(uint32_t *n_path,
                            const struct search *search,
                            const struct cor_network *ways,
                            struct cor_arena *scratch)
{
    struct cor_flow flow = {
        .network = ways,
        .residual = cor_arena_array(scratch, double, 2 * (size_t)ways->n_link),
        .source = 2 * search->flow.source + 1,
        .sink = 2 * search->flow.sink,
    };
    bool *near = cor_arena_array(scratch, bool, ways->n_node);
    if (flow.residual == NULL || near == NULL ||
        cor_network_undirected(&flow.star, ways, NULL, scratch, NULL) != COR_OK)
        return false;
    for (uint32_t way = 0; way < ways->n_link; way++) {
        flow.residual[2 * way] = 1;
        flow.residual[2 * way + 1] = 0;
    }
    if (cor_flow_maximise(&flow, near, scratch, NULL) != COR_OK)
        return false;
    *n_path = count_crossing(ways, near);
    return true;
}

static bool count_node_disjoint(struct cor_pair *pair,
                                const struct search *search)
{
    const struct cor_network *network = search->flow.network;
    const uint64_t n_way = network->n_node + 2 * (uint64_t)network->n_link;
    if (n_way > UINT32_MAX / 2)
        return false;
    uint32_t *from = cor_arena_array(search->scratch, uint32_t, n_way);
    uint32_t *to = cor_arena_array(search->scratch, uint32_t, n_way);
    if (from == NULL || to == NULL)
        return false;
    const struct cor_network ways = {
        .n_node = 2 * network->n_node,
        .n_link = split_nodes(search, from, to),
        .from = from,
        .to = to,
    };
    return send_one_by_one(&pair->n_node_disjoint, search, &ways,
                           search->scratch);
}

/* With links that all carry one, flow and disjoint paths are the same. */
static bool
find(struct cor_pair *pair, struct search *search, struct cor_arena *arena)
{
    const enum cor_dimension dimension = find_dimension(search);
    pair->n_capacity = count_capacities(search);
    if (!begin(search, pair->from, pair->to) ||
        !fill_flow(search, COR_DIM_COUNT))
        return false;
    for (uint32_t link = 0; link < search->flow.network->n_link; link++)
        pair->n_path += is_cut(search, link);
    if (!cor_flow_unravel(&pair->first_link, &pair->path_link, &search->flow,
                          pair->n_path, search->scratch, arena))
        return false;
    if (dimension != COR_DIM_COUNT && !fill_flow(search, dimension))
        return false;
    return keep_cut(pair, search, dimension, arena) &&
           count_node_disjoint(pair, search);
}

static enum cor_status
check(const struct cor_pair *pair, uint32_t n_place, struct cor_error *err)
{
    if (pair->from >= n_place || pair->to >= n_place)
        return COR_FAIL(err, COR_BAD_INPUT,
                        "places %" PRIu32 " and %" PRIu32 " of only %" PRIu32,
                        pair->from, pair->to, n_place);
    if (pair->from == pair->to)
        return COR_FAIL(err, COR_BAD_INPUT,
                        "a pair needs two different places");
    return COR_OK;
}

enum cor_status cor_pair_find(struct cor_pair *out,
                              const struct cor_scenario *scenario,
                              const bool *usable,
                              uint32_t from,
                              uint32_t to,
                              struct cor_arena *arena,
                              struct cor_error *err)
{
    struct cor_pair made = {.from = from, .to = to};
    const enum cor_status status = check(&made, scenario->network->n_node, err);
    if (status != COR_OK)
        return status;
    const struct cor_arena_mark start = cor_arena_mark(arena);
    struct cor_arena scratch;
    cor_arena_init(&scratch, arena->limit - arena->used);
    struct search search = {
        .scenario = scenario, .usable = usable, .scratch = &scratch};
    const bool done = find(&made, &search, arena);
    cor_arena_finish(&scratch);
    if (!done) {
        cor_arena_rewind(arena, start);
        return COR_FAIL_MEMORY(err);
    }
    *out = made;
    return COR_OK;
}
