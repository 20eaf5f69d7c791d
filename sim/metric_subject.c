#include <corridor/sim/metric.h>
#include <corridor/sim/shortest.h>

#include <math.h>

static double sum_lengths(const struct cor_links *links, const bool *usable)
{
    double total_m = 0;
    for (uint32_t link = 0; link < links->n; link++)
        if (usable == NULL || usable[link])
            total_m += links->length_m[link];
    return total_m;
}

/* Geodesics between all places; those from place v to places below it stand
   from v (v - 1) / 2 on. NULL for want of memory. */
static double *make_geodesics(const struct cor_places *places,
                              struct cor_arena *scratch)
{
    const size_t n = places->n;
    double *length_m =
        cor_arena_array(scratch, double, n == 0 ? 0 : n * (n - 1) / 2);
    if (length_m == NULL)
        return NULL;
    size_t at = 0;
    for (uint32_t v = 0; v < n; v++)
        for (uint32_t w = 0; w < v; w++)
            length_m[at++] =
                cor_geodesic_length_m(places->at[v], places->at[w]);
    return length_m;
}

static double find_geodesic(const double *length_m, size_t v, size_t w)
{
    return v > w ? length_m[v * (v - 1) / 2 + w]
                 : length_m[w * (w - 1) / 2 + v];
}

static void add_tree(struct cor_metric_subject *subject,
                     const double *distance_m,
                     const double *geodesic_m,
                     uint32_t origin)
{
    for (uint32_t v = 0; v < subject->n_node; v++) {
        if (v == origin || isinf(distance_m[v]))
            continue;
        subject->n_reached++;
        if (distance_m[v] > subject->longest_m)
            subject->longest_m = distance_m[v];
        const double apart_m = find_geodesic(geodesic_m, origin, v);
        if (!(apart_m > 0))
            continue;
        subject->n_apart++;
        subject->detour += distance_m[v] / apart_m;
    }
}

static enum cor_status add_distances(struct cor_metric_subject *subject,
                                     const struct cor_scenario *scenario,
                                     const bool *usable,
                                     struct cor_arena *scratch,
                                     struct cor_error *err)
{
    const double *geodesic_m = make_geodesics(&scenario->places, scratch);
    if (geodesic_m == NULL)
        return COR_FAIL_MEMORY(err);
    for (uint32_t origin = 0; origin < subject->n_node; origin++) {
        const struct cor_arena_mark start = cor_arena_mark(scratch);
        struct cor_shortest tree;
        const enum cor_status status =
            cor_shortest_all(&tree, scenario->network, scenario->links.length_m,
                             usable, origin, scratch, err);
        if (status != COR_OK)
            return status;
        add_tree(subject, tree.distance, geodesic_m, origin);
        cor_arena_rewind(scratch, start);
    }
    return COR_OK;
}

enum cor_status
cor_metric_subject_make(struct cor_metric_subject *out,
                        const struct cor_scenario *scenario,
                        const bool *usable,
                        const struct cor_connectivity *connectivity,
                        struct cor_arena *arena,
                        struct cor_error *err)
{
    struct cor_metric_subject made = {
        .n_node = connectivity->n_node,
        .n_link = connectivity->n_link,
        .n_component = connectivity->n_component,
        .length_m = sum_lengths(&scenario->links, usable),
        .has_distances = connectivity->n_node <= COR_METRIC_MOST_PLACES,
    };
    const struct cor_arena_mark start = cor_arena_mark(arena);
    const enum cor_status status =
        made.has_distances ? add_distances(&made, scenario, usable, arena, err)
                           : COR_OK;
    cor_arena_rewind(arena, start);
    if (status == COR_OK)
        *out = made;
    return status;
}
